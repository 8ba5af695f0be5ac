"""The table of contents of a document: its lines are said again by the headings further down, so it is set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import kind_of, text_at
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Block

_HEADS = {"目录", "目次"}
_LEADERS = re.compile(r"[.…·⋯]{2,}-?\d{1,4}-?$")
_PAGE = re.compile(r"[.…·⋯-]*\d{1,4}-?$")
_AT_LEAST = 2  # lines of a table of contents
_RUNS_IN = 4  # characters of a heading that is known by the beginning of a paragraph
_WHY = "目录"


def without_contents(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Return blocks without tables of contents: 目录, and below it lines with leaders or that recur as headings."""
    last = {said: place for place in range(len(blocks)) for said in _headings(text_at(blocks, place))}
    kept: list[Block] = []
    end = 0
    for place, block in enumerate(blocks):
        if _is_head(block) and place >= end:
            end = _end(blocks, place, last)
        if place >= end:
            kept.append(block)
        elif isinstance(block, Paragraph):
            ledger.set_aside(block.line, block.number + block.text, _WHY)
    return kept


def _end(blocks: Sequence[Block], start: int, last: Mapping[str, int]) -> int:
    """Return where a table of contents ends that begins at a place, the place itself where none does."""
    taken: set[str] = set()
    end = start + 1
    while end < len(blocks) and (said := _entry(text_at(blocks, end), end, last)) and said not in taken:
        taken.add(said)
        end += 1
    return end if end - start > _AT_LEAST else start


def _entry(text: str, place: int, last: Mapping[str, int]) -> str:
    """Return what a line of a table of contents says without its number and its page, "" where it is none."""
    plain = signs.plain(text)
    if _LEADERS.search(plain):
        return plain
    return next((said for said in (_said(plain), _said(_PAGE.sub("", plain))) if last.get(said, 0) > place), "")


def _headings(text: str) -> set[str]:
    """Return what a paragraph says as a heading, its number apart: all of it, or what a text runs on behind."""
    said = _said(signs.plain(text))
    runs_in = {said.partition(mark)[0] for mark in "。:"}
    return {said, *(title for title in runs_in if len(title) >= _RUNS_IN)} - {""}


def _is_head(block: Block) -> bool:
    return isinstance(block, Paragraph) and not kind_of(block) and signs.plain(block.text) in _HEADS


def _said(plain: str) -> str:
    head = head_of(plain)
    return plain[head.end if head else 0 :]
