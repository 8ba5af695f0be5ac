"""The rows of a table as a grid of the plan: every cell as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.pages import pieces_of
from generator.plan.tables import LEFT, SAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Cell, Row
    from generator.source.tree import Value


def grid_of(rows: Sequence[Row], head: int, ledger: Ledger) -> dict[str, Value]:
    """Return the first `head` rows as head and the others as body; all are head rows only where no other is."""
    width = max(len(row.cells) for row in rows)
    start = head if head < len(rows) else 0
    parts: dict[str, Value] = {"head": _part(rows[:start], width, ledger), "body": _part(rows[start:], width, ledger)}
    return {name: part for name, part in parts.items() if part}


def _part(rows: Sequence[Row], width: int, ledger: Ledger) -> list[Value]:
    return [_row(row, width, ledger, first=index == 0) for index, row in enumerate(rows)]


def _row(row: Row, width: int, ledger: Ledger, *, first: bool) -> Value:
    """Return a row's cells, as many as the widest row has: which cells a shorter one lacks is not known."""
    short = width - len(row.cells)
    if short:
        ledger.guess(row.line, f"这一行少 {short} 格，空格补在行末", 0.4)
    cells: list[Value] = [_cell(row, cell, ledger, alone=first) for cell in row.cells]
    if cells and cells[0] == LEFT:
        cells[0] = ""
    return cells + [""] * short


def _cell(row: Row, cell: Cell, ledger: Ledger, *, alone: bool) -> str:
    if cell.merged == "before":
        return LEFT
    if cell.merged:
        return "" if alone else SAME
    text = "".join(cell.text).replace("\n", "").strip()
    if text in {SAME, LEFT}:
        ledger.leave(row.line, text, f"自由表格里写不了“{text}”，它在那里是合并格的记号")
        return ""
    for line, piece in pieces_of(row, cell):
        ledger.place(line, piece)
    return text
