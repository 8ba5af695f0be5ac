"""The full grid of a page's table: cells that span rows and columns spread out as merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import UserError
from generator.importers.outline import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CELLS_AT_MOST = 300_000
_SPAN_AT_MOST = 100
_WHOLE = re.compile(r"\s*\+?(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Spanning:
    """A written cell and how many rows and columns it spans, `rows` 0 for all that follow."""

    cell: Cell
    rows: int = 1
    columns: int = 1


def span(text: str | None, least: int = 1) -> int:
    """Return the number that an attribute of spanning says, 1 where it says none."""
    found = _WHOLE.match(text or "")
    return max(least, int(found[1])) if found else 1


def filled(rows: Iterable[Sequence[Spanning]]) -> list[tuple[Cell, ...]]:
    """Return the rows with a cell for every column. Raises UserError when they are too many."""
    grid: list[list[Cell]] = []
    open_: dict[int, _Open] = {}
    cells = 0
    for row in rows:
        grid.append(_row(row, open_))
        cells += len(grid[-1])
        if cells > _CELLS_AT_MOST:
            raise UserError("网页里的表格太大，无法读取", "请核对是否选错了文件。")
    width = max(map(len, grid), default=0)
    if width * len(grid) > _CELLS_AT_MOST:
        raise UserError("网页里的表格太大，无法读取", "请核对是否选错了文件。")
    return [(*row, *[Cell()] * (width - len(row))) for row in grid]


@dataclass(slots=True)
class _Open:
    """A column that a cell above still spans: for how many rows, and as what it is printed there."""

    rows: int
    cell: Cell


_ABOVE, _BEFORE = Cell(merged="above"), Cell(merged="before")


def _row(row: Iterable[Spanning], open_: dict[int, _Open]) -> list[Cell]:
    cells: list[Cell] = []
    opened: dict[int, _Open] = {}
    for spanning in row:
        _fill(cells, open_)
        for place in range(min(spanning.columns, _SPAN_AT_MOST)):
            if spanning.rows != 1:
                opened[len(cells)] = _Open(spanning.rows - 1, _BEFORE if place else _ABOVE)
            open_.pop(len(cells), None)
            cells.append(_BEFORE if place else spanning.cell)
    while open_ and len(cells) <= max(open_):
        _fill(cells, open_)
        if open_ and len(cells) < max(open_):
            cells.append(Cell())
    _close(open_, opened)
    return cells


def _fill(cells: list[Cell], open_: dict[int, _Open]) -> None:
    """Add the cells that are spanned from above at the end of a row so far."""
    while (above := open_.get(len(cells))) is not None:
        cells.append(above.cell)


def _close(open_: dict[int, _Open], opened: dict[int, _Open]) -> None:
    """Count a row off the columns that are spanned, and add those opened in it."""
    for place in [place for place, above in open_.items() if above.rows == 1]:
        del open_[place]
    for above in open_.values():
        above.rows -= 1
    open_.update(opened)
