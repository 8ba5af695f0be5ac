"""Where the entries and items of block style stand in a text: their lines, their own comments, what is left without the value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.source.edits import EditError
from generator.source.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source.tree import Node

_IDLE_LINE = re.compile(r"([ \t]*)(#[^\n]*)?\r?\n")
_IDLE_LINES = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ ]*")
_BLANK_LINES = re.compile(r"(?:[^\S\n]*\n)*")
_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True)
class Slot:
    """An entry or item in block style. Offsets in the text: its comment lines begin, it begins, its colon or dash ends, it ends.

    It ends after its last line, comments that stand further in than itself included. `shared`: it begins on a dash's line.
    """

    step: str | int
    node: Node
    above: int
    start: int
    mark: int
    end: int
    column: int
    shared: bool

    @property
    def lead(self) -> int:
        """Return where its first line begins, or the slot itself on the line of a dash."""
        return self.start if self.shared else self.start - self.column


def slots(text: str, container: Mapping | Sequence, begin: int) -> list[Slot]:
    """Return the slots of a block collection whose first line, if it is not shared, comes after the offset `begin`.

    The text must end with a line break. Raises EditError for a key marked with `?`.
    """
    column = container.span.column - 1
    found: list[Slot] = []
    for step, node, start, mark in _marks(text, container, found):
        shared = not found and start - column < begin
        above = found[-1].end if found else begin
        if not shared:
            above = start - column - _own_comments(text[above : start - column], column)
        found.append(Slot(step, node, start if shared else above, start, mark, _end(text, node, column), column, shared))
    return found


def begin_of(slot: Slot, text: str) -> int:
    """Return where the line after a slot's colon or dash begins."""
    return line_end(text, slot.mark)


def line_end(text: str, offset: int) -> int:
    """Return where the line after an offset begins."""
    return text.index("\n", offset) + 1


def value_end(text: str, node: Node) -> int:
    """Return where the last line of a value ends, with the blank lines that belong to a block text."""
    last = _last(node)
    end = line_end(text, last.span.end)
    if isinstance(last, Scalar) and _ends_in_blank_lines(text, last):
        end = _after(_BLANK_LINES, text, end)
    return end


def comments(text: str, slot: Slot) -> tuple[str, str]:
    """Return what is left of a slot without its value: the rest of its first line, and the comment lines below."""
    begin = begin_of(slot, text)
    below = text[value_end(text, slot.node) : slot.end]
    beside = _beside(text, slot.node)
    if slot.node.span.start < begin:
        return beside, below
    first = text.rindex("\n", 0, slot.node.span.start) + 1
    aside = text[first : slot.node.span.start] + beside if beside.strip() else ""
    return text[slot.mark : begin], text[begin:first] + aside + below


def is_block(node: Node) -> bool:
    """Tell whether a value is written over lines of its own: a block collection or a block text."""
    return node.style in {"literal", "folded"} if isinstance(node, Scalar) else not node.flow


def keeps_breaks(text: str, node: Node) -> bool:
    """Tell whether a value is a block text with a `+`, to which all blank lines below it belong."""
    header = _HEADER.match(text, node.span.start) if is_block(node) else None
    return header is not None and "+" in header[0]


def last_scalar(node: Node) -> Scalar | None:
    """Return the scalar a value ends with, None when it ends with a bracket."""
    last = _last(node)
    return last if isinstance(last, Scalar) else None


def _marks(text: str, container: Mapping | Sequence, found: list[Slot]) -> Iterator[tuple[str | int, Node, int, int]]:
    if isinstance(container, Mapping):
        for entry in container.entries:
            if entry.key.span.column != container.span.column:
                raise EditError(f"第 {entry.key.span.line} 行的键“{entry.name}”前有“?”，不能就地修改", "请改写成“键: 内容”。")
            yield entry.name, entry.value, entry.key.span.start, text.index(":", entry.key.span.end) + 1
    else:
        for index, node in enumerate(container.items):
            dash = _after(_IDLE_LINES, text, found[-1].end) if found else container.span.start
            yield index, node, dash, dash + 1


def _own_comments(gap: str, column: int) -> int:
    """Return the length of the comment lines that end a gap, at this very column."""
    sign = " " * column + "#"
    return sum(map(len, takewhile(lambda line: line.startswith(sign), reversed(gap.splitlines(keepends=True)))))


def _end(text: str, node: Node, column: int) -> int:
    end = offset = value_end(text, node)
    while line := _IDLE_LINE.match(text, offset):
        offset = line.end()
        if len(line[1]) > column or "\t" in line[1]:
            end = offset
        elif line[2]:
            break
    return end


def _last(node: Node) -> Node:
    while not isinstance(node, Scalar) and not node.flow:
        node = node.entries[-1].value if isinstance(node, Mapping) else node.items[-1]
    return node


def _ends_in_blank_lines(text: str, scalar: Scalar) -> bool:
    if scalar.text is None or not is_block(scalar):
        return False
    return keeps_breaks(text, scalar) or scalar.text.removesuffix("\n") != scalar.text.rstrip()


def _beside(text: str, node: Node) -> str:
    """Return the rest of the line, break included, on which a value ends; on which the header stands for a block text."""
    header = _HEADER.match(text, node.span.start) if isinstance(node, Scalar) and is_block(node) else None
    offset = header.end() if header else _last(node).span.end
    rest = text[offset : line_end(text, offset)]
    return rest if rest.strip() else rest.lstrip(" \t")


def _after(pattern: re.Pattern[str], text: str, offset: int) -> int:
    match = pattern.match(text, offset)
    return match.end() if match else offset
