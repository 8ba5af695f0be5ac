"""The lines of a title, and the line below that says what state a draft is in."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import Frame, Part, is_kind, kind_of
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

TITLE_LINE = 45
"""Characters that a line of a title has at most."""

_TITLE_LINES = 6
_IN_FORCE = {"试行", "暂行"}  # states that are part of a title where a draft says besides that it is one
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
    near = blocks[:_TITLE_LINES]
    for place, block in enumerate(near):
        if not isinstance(block, Paragraph) or not (may_title(block) or _issues(near, place)):
            break
        if (is_closed(lines) and not is_label(block)) or _captions(lines, blocks[place + 1 :]):
            break
        lines.append(block)
    return lines


def _captions(lines: Sequence[Paragraph], behind: Sequence[Block]) -> bool:
    """Tell whether the line behind a whole title of tables, 责任清单, stands above a table and is that table's."""
    titled = bool(lines) and without_brackets(bare(lines[-1].text)).endswith(tuple(signs.words()["closed_endings"]))
    return titled and isinstance(next(iter(behind), None), Table)


def _issues(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a line names the bodies of a title that goes on below with 关于."""
    names = list(takewhile(lambda block: isinstance(block, Paragraph) and signs.is_organ(block.text), blocks[place:]))
    below = next(iter(blocks[place + len(names) :]), None)
    goes_on = isinstance(below, Paragraph) and may_title(below) and signs.plain(below.text).startswith("关于")
    return bool(names) and goes_on and not kind_of(blocks[place])


def settle_states(frame: Frame) -> None:
    """Leave a plan one state that its draft is in; others, such as （试行）, are lines of the titles that they stand below."""
    states = [*frame.plan.states, *frame.states]
    drafts = [line for line in states if signs.label_of(line.text) not in _IN_FORCE]
    kept = {bare(line.text) for line in drafts or states[:1]}
    for holder in (frame.plan, frame):
        others = [line for line in holder.states if holder.title and bare(line.text) not in kept]
        holder.states = [line for line in holder.states if line not in others]
        holder.title = sorted([*holder.title, *others], key=lambda line: line.line)


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
    sign = signs.is_organ(block.text) or signs.date_of(plain.strip("()")) or signs.is_measure(block.text)
    return is_label(block) or bool(short and not block.number and head_of(block.text, spaced=True) is None and not sign)


def is_closed(lines: list[Paragraph]) -> bool:
    """Tell whether the lines so far are a whole title; what is in brackets behind it, （试行） or the number, counts as said."""
    said = without_brackets("".join(bare(line.text) for line in lines)).removesuffix("》")
    return bool(lines) and not kind_of(lines[-1]) and said.endswith(tuple(signs.words()["plan_endings"] + signs.words()["notice_endings"]))


def without_brackets(text: str) -> str:
    """Return a text without blanks and without what stands in brackets at its end."""
    return _BEHIND.sub("", text)
