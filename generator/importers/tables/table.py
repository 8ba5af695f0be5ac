"""A table of an outline as a table of the plan: lines under columns where it is one, else a grid of its cells."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.importers.ledger import bare
from generator.importers.tables import gaps
from generator.importers.tables.columns import CHARGES, columns_of, is_head, roles_of
from generator.importers.tables.grids import grid_of
from generator.importers.tables.heads import head_rows, spread
from generator.importers.tables.items import Items
from generator.importers.tables.pages import joined, pieces_of
from generator.plan.tables import HEADS, USUAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.importers.ids import Ids
    from generator.importers.ledger import Ledger
    from generator.importers.outline import Row, Table
    from generator.plan.tables import Column
    from generator.source.tree import Value

__all__ = ["joined", "recognised"]

_FEW = 2
_HEAD_WITHIN = 4  # rows
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def recognised(  # noqa: PLR0913 - a table, the book, and what is known beside it
    table: Table,
    ledger: Ledger,
    *,
    taken: Ids,
    title: str = "",
    names: Mapping[str, str] = _NO_NAMES,
    says_merges: bool = False,
) -> dict[str, Value]:
    """Return what stands in the plan under a table beside its id and title: columns or labels and items, or a grid.

    `names` are the ids of tasks by their titles: an item of such a name takes it from the task. `title` is the table's own,
    to tell what is guessed of it. Where the source `says_merges`, as Word and web pages do, an empty cell is empty; elsewhere
    it may be one merged with the cell above, unless the table shows that it knows better.
    """
    table = table if says_merges else _spread(table, ledger)
    columns = _columns(table)
    if not columns:
        _tell_charges(table, ledger, title)
        return {"grid": grid_of(table.rows, head_rows(table), ledger)}
    head, *rows = table.rows
    lines = _whole(table, _written(rows, ledger), columns, ledger, says_merges=says_merges)
    if fault := _fault(lines, columns):
        _tell_grid(table, ledger, title, fault)
        return {"grid": grid_of((head, *lines), 1, ledger)}
    return {**_heads(head, columns, ledger), "items": [*Items(ledger, columns, taken, names).of(lines)]}


def _spread(table: Table, ledger: Ledger) -> Table:
    """Return a table with what is merged in its head, where the source does not say it itself."""
    whole = spread(table)
    if whole is not table:
        ledger.guess(table.line, "表头有两行，空着的格是合并的格", 0.85)
    return whole


def _tell_charges(table: Table, ledger: Ledger, title: str) -> None:
    """Tell that what a head of several rows, or below other rows, says of units stays in a grid, where the plan does not know it."""
    rows = table.rows[: head_rows(table) or _HEAD_WITHIN]
    head = [*{cell.line: None for row in rows for cell in row.cells if is_head(cell.line)}]
    if len(rows) > 1 and len(head) >= _FEW and CHARGES & {*roles_of(head)}:
        _tell_grid(table, ledger, title, "表头不止一行，或不在第一行，各行不成为项，责任单位等只在格里")


def _tell_grid(table: Table, ledger: Ledger, title: str, why: str) -> None:
    ledger.guess(table.line, f"{f'“{title}”' if title else '表格'}按自由表格写成：{why}", 0.8)


def _columns(table: Table) -> tuple[Column, ...]:
    """Return the columns of a table of items; none where its head is no single row of heads, or says nothing of such columns."""
    head, *rows = table.rows
    if head_rows(table) != 1 or not all(bare(cell.line) and not cell.merged for cell in head.cells):
        return ()
    columns = columns_of([cell.line for cell in head.cells])
    known = {column.id for column in columns} & HEADS.keys()
    listed = len(known) >= _FEW or "number" in known or any(row.ids for row in rows)
    return columns if rows and listed else ()


def _written(rows: Sequence[Row], ledger: Ledger) -> tuple[Row, ...]:
    """Return the rows without those that are empty."""
    hung = [any(cell.merged == "above" for cell in row.cells) for row in (*rows[1:], *rows[:1])]
    empty = [not below and not row.ids and not _says(row) for row, below in zip(rows, hung, strict=True)]
    for row, gone in zip(rows, empty, strict=True):
        if gone:
            ledger.mend(row.line, "表中的空行已去掉")
    return tuple(row for row, gone in zip(rows, empty, strict=True) if not gone)


def _says(row: Row) -> bool:
    return any(cell.merged == "above" or bare(cell.line) for cell in row.cells)


def _whole(table: Table, rows: Sequence[Row], columns: Sequence[Column], ledger: Ledger, *, says_merges: bool) -> tuple[Row, ...]:
    """Return the rows with what is merged in them, where the source does not say it itself."""
    ids = [column.id for column in columns]
    if table.ragged:
        return gaps.placed(rows, ids, ledger)
    if says_merges or any(row.ids or any(cell.merged for cell in row.cells) for row in table.rows):
        return tuple(rows)
    return gaps.merged(rows, ids, ledger)


def _fault(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """Return why rows cannot be written as items, "" where they can."""
    return next((fault for above, row in pairwise((None, *rows)) if row and (fault := _row_fault(above, row, columns))), "")


def _row_fault(above: Row | None, row: Row, columns: Sequence[Column]) -> str:
    if len(row.cells) != len(columns):
        return "各行的格数不同"
    if gaps.is_across(row):
        return ""
    if any(cell.merged == "before" for cell in row.cells):
        return "有与左边合并的格"
    if any(cell.merged for cell in row.cells) and (above is None or gaps.is_across(above)):
        return "有与上面合并的格，上面却没有可以合并的"
    numbers = (cell for cell, column in zip(row.cells, columns, strict=True) if column.id == "number")
    return "有的行没有自己的序号" if any(cell.merged or not bare(cell.line) for cell in numbers) else ""


def _heads(head: Row, columns: Sequence[Column], ledger: Ledger) -> dict[str, Value]:
    """Return the heads as columns, or, where these are the usual ones, as the labels that differ."""
    usual = tuple(column.id for column in columns) == USUAL
    told: dict[str, Value] = {}
    for column, cell in zip(columns, head.cells, strict=True):
        if cell.line != column.head:
            ledger.mend(head.line, "表头里的空格已去掉", cell.line, column.head)
        derived = usual and column.head == HEADS[column.id]
        for line, text in pieces_of(head, cell):
            (ledger.derive if derived else ledger.place)(line, text)
        if not derived:
            told[column.id] = column.head
    return {"labels" if usual else "columns": told} if told else {}
