"""The lines of a title, and the line below that says what state a draft is in."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import Part, is_kind, kind_of
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

TITLE_LINE = 45
"""Characters that a line of a title has at most."""

_TITLE_LINES = 6
_BEHIND = re.compile(r"(?:[（(][^（()）]*[）)])+$")


def without_title(blocks: list[Block], part: Part) -> list[Block]:
    """Take the title's lines off the head of a document, and the state it says it is in."""
    lines = title_lines(blocks)
    part.title = [line for line in lines if not is_label(line)]
    part.states = [line for line in lines if is_label(line)]
    return blocks[len(lines) :]


def title_lines(blocks: Sequence[Block]) -> list[Paragraph]:
    """Return the first blocks that are the lines of a title, and a label below them."""
    lines: list[Paragraph] = []
    for block in takewhile(may_title, blocks[:_TITLE_LINES]):
        if not isinstance(block, Paragraph) or (is_closed(lines) and not is_label(block)):
            break
        lines.append(block)
    return lines


def is_label(block: Paragraph) -> bool:
    """Tell whether a line says what state a draft is in: （征求意见稿）."""
    return is_kind(block, "label", bool(signs.label_of(block.text)))


def may_title(block: Block) -> bool:
    """Tell whether a block may be a line of a title: short, without a number and without a mark at its end."""
    if not isinstance(block, Paragraph):
        return False
    if kind := kind_of(block):
        return kind in {"title", "label"}
    plain = signs.plain(block.text)
    short = len(plain) <= TITLE_LINE and not plain.endswith(("。", ":", ";", ","))
    sign = signs.is_organ(block.text) or signs.date_of(plain.strip("()"))
    return is_label(block) or bool(short and not block.number and head_of(block.text) is None and not sign)


def is_closed(lines: list[Paragraph]) -> bool:
    """Tell whether the lines so far are a whole title; what is in brackets behind it, （试行） or the number, counts as said."""
    said = _BEHIND.sub("", "".join(bare(line.text) for line in lines)).removesuffix("》")
    return bool(lines) and not kind_of(lines[-1]) and said.endswith(tuple(signs.words()["plan_endings"] + signs.words()["notice_endings"]))
