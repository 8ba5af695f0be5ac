"""The 发文机关标志 of a document: names of bodies, with or without 文件 beside them, or 令 and 公告 (GB/T 9704 7.2.4, 10.1, 10.2)."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import kind_of
from generator.importers.frame.titles import TITLE_LINE, is_closed
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.importers.outline import Block


def mark_of(blocks: Sequence[Block]) -> dict[Paragraph, str]:
    """Return the lines of a mark, and an order's number below it, with the element that each is; nothing where a title comes first.

    Names of bodies are a mark where 文件 stands beside one of them or a 发文字号 below them.
    """
    start = 0
    while start < len(blocks) and _is_above_title(blocks[start]):
        names = [*takewhile(_may_mark, _paragraphs(blocks[start:]))]
        below = next(iter(blocks[start + len(names) :]), None)
        if names and (found := _marked(names, below)):
            return found
        start += len(names) + 1
    return {}


def _is_above_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and not kind_of(block) and (_may_mark(block) or not is_closed([block]))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs down to the first table."""
    for block in blocks:
        if not isinstance(block, Paragraph):
            return
        yield block


def is_file_mark(text: str) -> bool:
    """Tell whether a line is a mark by its ending: 青临县人民政府文件."""
    plain = signs.plain(text)
    return plain.endswith("文件") and not any(bracket in text for bracket in "《【") and len(plain) <= TITLE_LINE


def _may_mark(line: Paragraph) -> bool:
    plain = signs.plain(line.text)
    kind = next((kind for kind in signs.words()["mark_kinds"] if plain.endswith(kind)), "")
    ordered = bool(kind) and (plain == kind or signs.is_organ(plain.removesuffix(kind)))
    return is_file_mark(line.text) or signs.is_organ(line.text) or ordered


def _marked(names: Sequence[Paragraph], below: Block | None) -> dict[Paragraph, str]:
    """Return the elements that a run of names is: all where a number stands below, else those down to the last with 文件."""
    if isinstance(below, Paragraph) and signs.is_order_number(below.text):
        return {**dict.fromkeys(names, "mark"), below: "number"}
    if isinstance(below, Paragraph) and signs.number_in(below.text) and below.text.strip()[0] not in "（(":
        return dict.fromkeys(names, "mark")
    last = next((place for place in range(len(names), 0, -1) if is_file_mark(names[place - 1].text)), 0)
    return dict.fromkeys(names[:last], "mark")
