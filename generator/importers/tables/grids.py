"""The rows of a table as a grid of the plan: every cell as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.tables.pages import pieces_of
from generator.plan.tables import LEFT, SAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Cell, Row
    from generator.source.tree import Value


def grid_of(rows: Sequence[Row], head: int, ledger: Ledger) -> dict[str, Value]:
    """Return the first `head` rows as head, where others follow, and the rest as body.

    Rows are filled up to the widest: which cells a shorter one lacks is not known.
    """
    width = max(len(row.cells) for row in rows)
    if short := sum(len(row.cells) < width for row in rows):
        ledger.guess(rows[0].line, f"有{short}行的格数比别的行少，缺的格补在行末", 0.4)
    start = head if head < len(rows) else 0
    parts = {"head": _part(rows[:start], width, ledger), "body": _part(rows[start:], width, ledger)}
    return {name: part for name, part in parts.items() if part}


def _part(rows: Sequence[Row], width: int, ledger: Ledger) -> list[Value]:
    return [_row(row, width, ledger, first=index == 0) for index, row in enumerate(rows)]


def _row(row: Row, width: int, ledger: Ledger, *, first: bool) -> list[Value]:
    """Return a row's cells; where there is nothing above or before to merge with, a merged one is empty."""
    cells = [_cell(row, cell, ledger) for cell in row.cells]
    if first:
        cells = ["" if cell == SAME else cell for cell in cells]
    if cells[:1] == [LEFT]:
        cells[0] = ""
    return [*cells, *[""] * (width - len(cells))]


def _cell(row: Row, cell: Cell, ledger: Ledger) -> str:
    """Return a cell's paragraphs, each on a line of its own."""
    if cell.merged:
        return SAME if cell.merged == "above" else LEFT
    text = "\n".join(line.strip() for part in cell.text for line in part.split("\n") if line.strip())
    if text in {SAME, LEFT}:
        ledger.leave(row.line, text, f"自由表格里“{text}”是合并格的记号，不能作文字")
        return ""
    for line, piece in pieces_of(row, cell):
        ledger.place(line, piece)
    return text
