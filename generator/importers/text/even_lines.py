"""Tables that a word processor wrote as bare lines: a cell a line, an empty line for an empty cell, every row as many lines as heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.importers.tables.columns import is_head, is_number_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.importers.outline import Block

_HEADS = 3
_HEADS_AT_MOST = 12


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
        taken |= _lines_of(table) if table else set()
        done.append(table or block)
    return done


def _table(lines: Mapping[int, Paragraph], start: int) -> Table | None:
    """Return the table whose head begins on a line, None where there is none."""
    width = _width(lines, start)
    rows = [_row(lines, start, width)] if width else []
    while rows and _says(lines, start + len(rows) * width, str(len(rows))):
        rows.append(_row(lines, start + len(rows) * width, width))
    return Table(tuple(rows)) if len(rows) > 1 and not _goes_on(lines, start + len(rows) * width) else None


def _width(lines: Mapping[int, Paragraph], start: int) -> int:
    """Return how many heads stand one below the other before row 1, 0 where they are no head of a table."""
    for width in range(_HEADS, _HEADS_AT_MOST + 1):
        if _says(lines, start + width, "1"):
            heads = [lines[place].text for place in range(start, start + width) if place in lines]
            return width if len(heads) == width and sum(map(is_head, heads)) >= _HEADS else 0
    return 0


def _says(lines: Mapping[int, Paragraph], place: int, text: str) -> bool:
    return place in lines and lines[place].text.strip() == text


def _goes_on(lines: Mapping[int, Paragraph], place: int) -> bool:
    """Tell whether the line behind the last row is a bare number, so that a row of another length stands between."""
    return any(lines[near].text.strip().isdecimal() for near in range(place, place + 3) if near in lines)


def _row(lines: Mapping[int, Paragraph], start: int, width: int) -> Row:
    texts = [lines[place].text.strip() if place in lines else "" for place in range(start, start + width)]
    return Row(start, tuple(Cell((text,) if text else ()) for text in texts))


def _lines_of(table: Table) -> set[int]:
    width = len(table.rows[0].cells)
    return {row.line + place for row in table.rows for place in range(width)}
