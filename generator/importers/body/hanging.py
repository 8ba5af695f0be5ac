"""Which lines around a table belong to it: its title and measure above, its notes below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table
from generator.importers.tables.captions import is_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

_TITLE = 40  # characters
_NOTE = re.compile(r"(?:注|备注|说明|资料来源|填表说明)\d*:")


@dataclass(slots=True)
class Hung:
    """A table with the lines that belong to it."""

    table: Table
    title: Paragraph | None = None
    measure: Paragraph | None = None
    notes: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Hanging:
    """What stands before the tables, the tables, and what stands behind the last of them."""

    texts: list[Paragraph] = field(default_factory=list)
    tables: list[Hung] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)


def hanging(blocks: Sequence[Block], *, titled: bool = True) -> Hanging:
    """Return blocks without numbers told apart; with `titled` a short line above a table may be its title."""
    found = Hanging()
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
            continue
        hung = Hung(block)
        hung.measure = block.measure or (waiting.pop() if waiting and is_measure(waiting[-1]) else None)
        hung.title = block.title or (waiting.pop() if titled and waiting and _is_title(waiting[-1]) else None)
        (found.tables[-1].notes if found.tables else found.texts).extend(waiting)
        waiting = []
        found.tables.append(hung)
    if found.tables:
        notes = next((place for place, line in enumerate(waiting) if not _is_note(line)), len(waiting))
        found.tables[-1].notes += waiting[:notes]
        waiting = waiting[notes:]
    (found.after if found.tables else found.texts).extend(waiting)
    return found


def _is_note(line: Paragraph) -> bool:
    return bool(_NOTE.match(signs.plain(line.text))) or line.style == "表注"


def _is_title(line: Paragraph) -> bool:
    plain = signs.plain(line.text)
    short = len(plain) <= _TITLE and not plain.endswith(("。", ":", ";", ","))
    return line.style == "表题" or (not line.style and short and not line.number and head_of(line.text) is None)
