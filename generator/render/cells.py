"""The cells of a printed table: where each stands, how far it reaches, whether its text is centred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.widths import column_widths, fits, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.render.blocks import Cell, Row, TableView
    from generator.render.style import Style
    from generator.render.widths import Type

_CENTRED = {"", "number", "deadline"}  # the columns of a free table have no ids


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell as printed: its paragraphs, its first column and row, the columns and rows it reaches over.

    `across` when it is the one cell of its row; `centred` when its text stands in the middle: short ones do.
    """

    text: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int
    across: bool
    centred: bool


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table as printed: the widths of its columns in mm, the cells of its head and of its body, each counted from row 0."""

    widths: tuple[float, ...]
    head: tuple[PlacedCell, ...]
    rows: tuple[PlacedCell, ...]


def placed(view: TableView, style: Style, *, landscape: bool) -> PlacedTable:
    """Return a table laid out as wide as the text of a page, one that is turned or not."""
    type_ = type_of(style)
    widths = column_widths(view, style["page"]["text_area"]["height" if landscape else "width"], type_)
    return PlacedTable(widths, *(tuple(_cells(view, rows, widths, type_)) for rows in (view.head, view.rows)))


def _cells(view: TableView, rows: Sequence[Row], widths: Sequence[float], type_: Type) -> Iterator[PlacedCell]:
    """Yield every cell that is printed, row by row; a merged one without a partner is printed empty, so is a missing one."""
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        for x in range(len(widths)):
            if (y, x) in covered:
                continue
            width, height = _reach(rows, x, y, len(widths))
            covered |= {(y + down, x + right) for down in range(height) for right in range(width)}
            text = _shown(row, x)
            short = (view.columns[x : x + 1] or ("",))[0] in _CENTRED or fits(text, sum(widths[x : x + width]), type_)
            yield PlacedCell(text, x, y, width, height, row.across, row.across or short)


def _reach(rows: Sequence[Row], x: int, y: int, count: int) -> tuple[int, int]:
    """Return how many columns and rows a cell reaches over."""
    if rows[y].across:
        return count, 1
    width = _run(rows[y].cells[x + 1 : count], "before")
    height = _run([_at(below, x) for below in rows[y + 1 :]], "above")
    return width, _rectangle(rows[y : y + height], x, width)


def _at(row: Row, x: int) -> Cell | None:
    return row.cells[x] if x < len(row.cells) and not row.across else None


def _shown(row: Row, x: int) -> tuple[str, ...]:
    return row.cells[x].text if x < len(row.cells) and not row.cells[x].merged else ()


def _run(cells: Sequence[Cell | None], merged: str) -> int:
    """Return how many cells one takes: itself and those right behind it that are merged in that way."""
    taken = 1
    for cell in cells:
        if cell is None or cell.merged != merged:
            break
        taken += 1
    return taken


def _rectangle(rows: Sequence[Row], x: int, width: int) -> int:
    """Return how many of the rows a cell of that width may take: those in which every cell under it is merged."""
    height = 1
    for row in rows[1:]:
        if any((cell := _at(row, right)) is None or not cell.merged for right in range(x, x + width)):
            break
        height += 1
    return height
