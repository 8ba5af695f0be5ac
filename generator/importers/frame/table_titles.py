"""The numbered captions above tables, 表1　指标表: each is the title of its table, in whatever part the table stands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import kind_of
from generator.importers.frame.titles import TITLE_LINE
from generator.importers.outline import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.outline import Block

_CAPTION = re.compile(r"表\d{1,2}(?:[-.]\d{1,2})?[:.]?[^\d.:]")
_NO_ENDS = ("。", ":", ";", ",")


def with_titles(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with the captions of tables that have no title taken into these."""
    done: list[Block] = []
    for block in blocks:
        above = done[-1] if done else None
        if isinstance(block, Table) and block.title is None and isinstance(above, Paragraph) and _is_caption(above):
            done[-1] = replace(block, title=above)
        else:
            done.append(block)
    return done


def _is_caption(line: Paragraph) -> bool:
    plain = signs.plain(line.text)
    short = len(plain) <= TITLE_LINE and not plain.endswith(_NO_ENDS)
    return bool(_CAPTION.match(plain)) and short and not line.number and not kind_of(line)
