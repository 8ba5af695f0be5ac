"""The table of contents of a document: its lines are said again by the headings further down, so it is set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import kind_of, text_at
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    kept = list(blocks)
    for start in reversed([place for place in range(len(blocks)) if _is_head(blocks[place])]):
        end = start + 1
        while end < len(kept) and _is_entry(kept, start, end):
            end += 1
        if end - start > _AT_LEAST:
            for block in kept[start:end]:
                if isinstance(block, Paragraph):
                    ledger.set_aside(block.line, block.number + block.text, _WHY)
            del kept[start:end]
    return kept


def _is_head(block: Block) -> bool:
    return isinstance(block, Paragraph) and not kind_of(block) and signs.plain(block.text) in _HEADS


def _is_entry(blocks: Sequence[Block], start: int, place: int) -> bool:
    plain = signs.plain(text_at(blocks, place))
    if _LEADERS.search(plain):
        return True
    said = {_said(plain), _said(_PAGE.sub("", plain))} - {""}
    taken = {_said(signs.plain(text_at(blocks, at))) for at in range(start + 1, place)}
    return any(_recurs(blocks, place, text) for text in said) and not said & taken


def _recurs(blocks: Sequence[Block], place: int, text: str) -> bool:
    """Tell whether a heading further down says the same, its number apart; one that runs in goes on behind a full stop."""
    below = (_said(signs.plain(text_at(blocks, at))) for at in range(place + 1, len(blocks)))
    return any(line == text or (len(text) >= _RUNS_IN and line.startswith((text + "。", text + ":"))) for line in below)


def _said(plain: str) -> str:
    head = head_of(plain)
    return plain[head.end if head else 0 :]
