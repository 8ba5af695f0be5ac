"""Tables that a word processor wrote as bare lines: a cell a line, an empty line for an empty cell, every row as many lines as heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.importers.tables.columns import is_head, is_number_head, is_sum
from generator.importers.tables.numbers import follows, is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.importers.outline import Block

_HEADS = 3
_HEADS_AT_MOST = 12
_ROWS = 2  # with the head, beyond which rows that count on need no known heads
_BEFORE = 2  # columns before the numbers at most
_NEAR = 3  # lines behind the last row in which a number is one of a row that is not even


def found(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which such tables are tables; a table whose rows are not even is left as it stands."""
    blocks = [*blocks]
    lines = {block.line: block for block in blocks if isinstance(block, Paragraph)}
    done: list[Block] = []
    taken: set[int] = set()
    for block in blocks:
        if block.line in taken:
            continue
        table = _table(lines, block.line) if isinstance(block, Paragraph) and is_number_head(block.text) else None
        if table:
            taken |= _lines_of(table)
            done = [before for before in done if before.line < table.line]
        done.append(table or block)
    return done


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a head begins, how many columns it has, which of them holds the numbers, and how many of the heads are known."""

    start: int
    width: int
    number: int
    known: int


def _table(lines: Mapping[int, Paragraph], place: int) -> Table | None:
    """Return the table whose head of the numbers stands on a line, None where there is none."""
    head = _head(lines, place)
    if not head:
        return None
    rows = [*_rows(lines, head)]
    sure = head.known >= _HEADS or len(rows) > _ROWS
    return Table(tuple(rows)) if rows and sure and not _goes_on(lines, head, rows) else None


def _head(lines: Mapping[int, Paragraph], place: int) -> _Head | None:
    """Return the head, whose cells stand one below the other before row 1; heads right before that of the numbers belong to it."""
    width = next((width for width in range(_HEADS, _HEADS_AT_MOST + 1) if _text(lines, place + width) == "1"), 0)
    before = 0
    while before < _BEFORE and _is_column_before(lines, place - before, width):
        before += 1
    start = place - before
    known = sum(is_head(_text(lines, line)) for line in range(start, start + width))
    written = all(line in lines for line in range(start, start + width))
    return _Head(start, width, before, known) if width and written else None


def _is_column_before(lines: Mapping[int, Paragraph], start: int, width: int) -> bool:
    """Tell whether the line before a head is one more head, as then the last line of so many is a cell of row 1."""
    return not _gap(lines, start) and is_head(_text(lines, start - 1)) and not is_head(_text(lines, start + width - 1))


def _rows(lines: Mapping[int, Paragraph], head: _Head) -> Iterator[Row]:
    """Yield the head and the rows that count on, also the head where a page repeats it, and the sum of all."""
    first = _row(lines, head.start, head.width)
    number, start = "", head.start
    while True:
        again = _row(lines, start, head.width).cells == first.cells
        following = _text(lines, start + head.number + again * head.width)
        if not follows(following, number):
            break
        yield from (_row(lines, start + place * head.width, head.width) for place in range(again + 1))
        start += (again + 1) * head.width
        number = following
    if number and is_sum(_text(lines, start + head.number)):
        yield _row(lines, start, head.width)


def _text(lines: Mapping[int, Paragraph], place: int) -> str:
    return lines[place].text.strip() if place in lines else ""


def _gap(lines: Mapping[int, Paragraph], place: int) -> bool:
    return place in lines and lines[place].gap


def _goes_on(lines: Mapping[int, Paragraph], head: _Head, rows: Sequence[Row]) -> bool:
    """Tell whether a bare number stands behind the last row, or the next number further off, so that a row of another length is between."""
    start = head.start + len(rows) * head.width
    behind = [_text(lines, place) for place in range(start, start + head.width + 1)]
    last = next((text for row in reversed(rows) if is_number(text := row.cells[head.number].line)), "")
    return any(map(is_number, behind[:_NEAR])) or any(follows(text, last) for text in behind)


def _row(lines: Mapping[int, Paragraph], start: int, width: int) -> Row:
    texts = (_text(lines, place) for place in range(start, start + width))
    return Row(start, tuple(Cell((text,) if text else ()) for text in texts))


def _lines_of(table: Table) -> set[int]:
    width = len(table.rows[0].cells)
    return {row.line + place for row in table.rows for place in range(width)}
