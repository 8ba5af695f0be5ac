"""Rows across a table of a text: a line without cells between two stretches of rows that count on is one of its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.importers.ledger import bare
from generator.importers.outline import Cell, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.outline import Block

_LONGEST = 40  # characters of a row across


def found(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which the stretches of such a table, and the lines between them, are one table."""
    blocks = [*blocks]
    done: list[Block] = []
    place = 0
    while place < len(blocks):
        end = place + 1
        while _goes_on(*blocks[end - 1 : end + 2]):
            end += 2
        done.append(_whole(blocks[place:end]))
        place = end
    return done


def _goes_on(above: Block, line: Block | None = None, below: Block | None = None) -> bool:
    """Tell whether two tables are the stretches of one around a line: as wide as each other, and counting on."""
    if not isinstance(above, Table) or not isinstance(line, Paragraph) or not isinstance(below, Table):
        return False
    if line.gap or len(bare(line.text)) > _LONGEST:
        return False
    first = bare(below.rows[0].cells[0].line)
    return _width(above) == _width(below) and first == str(_last(above) + 1)


def _whole(stretches: Sequence[Block]) -> Block:
    """Return the table that stretches and the lines between them are; a block alone as it is."""
    first = stretches[0]
    if not isinstance(first, Table):
        return first
    rows = [row for part in stretches for row in (part.rows if isinstance(part, Table) else [_across(part, _width(first))])]
    return replace(first, rows=tuple(rows))


def _last(table: Table) -> int:
    """Return the number of the last row that has one, 0 where none has."""
    numbers = [bare(row.cells[0].line) for row in table.rows]
    return next((int(number) for number in reversed(numbers) if number.isdecimal()), 0)


def _across(line: Paragraph, width: int) -> Row:
    return Row(line.line, (Cell((line.text.strip(),)), *[Cell(merged="before")] * (width - 1)))


def _width(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)
