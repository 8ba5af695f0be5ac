"""Rows across a table of a text: a line without cells between two stretches of rows that count on is one of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.ledger import bare
from generator.importers.outline import Cell, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.outline import Block

_LONGEST = 40  # characters of a row across


def found(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which the stretches of such a table, and the lines between them, are one table."""
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and len(done) > 1 and _goes_on(done[-2], done[-1], block):
            line, above = done.pop(), done.pop()
            if isinstance(above, Table) and isinstance(line, Paragraph):
                done.append(Table((*above.rows, _across(line, _width(above)), *block.rows), above.ragged, above.ids))
        else:
            done.append(block)
    return done


def _goes_on(above: Block, line: Block, below: Table) -> bool:
    """Tell whether two tables are the stretches of one around a line: as wide as each other, and counting on."""
    if not isinstance(above, Table) or not isinstance(line, Paragraph) or line.gap or len(bare(line.text)) > _LONGEST:
        return False
    first = bare(below.rows[0].cells[0].line)
    return _width(above) == _width(below) and first == str(_last(above) + 1)


def _last(table: Table) -> int:
    """Return the number of the last row that has one, 0 where none has."""
    numbers = [bare(row.cells[0].line) for row in table.rows]
    return next((int(number) for number in reversed(numbers) if number.isdecimal()), 0)


def _across(line: Paragraph, width: int) -> Row:
    return Row(line.line, (Cell((line.text.strip(),)), *[Cell(merged="before")] * (width - 1)))


def _width(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)
