"""Tables as Word wants them: widths in twips, a row's cells one by one, each cell's part in a joined one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from markupsafe import Markup

from generator.render.cells import placed
from generator.render.word.parts import mm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.render.blocks import Row, TableView
    from generator.render.cells import PlacedCell
    from generator.render.style import Style

Merge: TypeAlias = Literal["", "restart", "continue"]


_NO_BOOKMARK = Markup()


class GridCell(NamedTuple):
    """A cell: its paragraphs (at least one), columns it spans, width in twips, whether it begins or goes on with a joined one."""

    text: tuple[str, ...]
    span: int
    width: int
    merge: Merge
    across: bool
    centred: bool
    bookmark: Markup


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: title, measure, notes, its width and its columns' in twips, head rows and rows of cells."""

    title: str
    measure: str
    notes: tuple[str, ...]
    width: int
    widths: tuple[int, ...]
    head: tuple[tuple[GridCell, ...], ...]
    rows: tuple[tuple[GridCell, ...], ...]


def grid(view: TableView, style: Style, bookmarks: Mapping[str, Markup], *, landscape: bool) -> Grid:
    """Return a table laid out as wide as the text of a page, one that is turned or not."""
    table = placed(view, style, landscape=landscape)
    widths = tuple(mm(width) for width in table.widths)
    edges = tuple(accumulate(widths, initial=0))
    parts = ((_named(view.head, view), table.head), (view.rows if view.head else _named(view.rows, view), table.rows))
    head, rows = (_rows(*part, edges, bookmarks) for part in parts)
    return Grid(view.title, view.measure, view.notes, sum(widths), widths, head, rows)


def _named(rows: Sequence[Row], view: TableView) -> Sequence[Row]:
    """Return rows of which the first bears the table's id, where it has no title to bear it."""
    return rows if view.title or not rows else (replace(rows[0], id=view.id), *rows[1:])


def _rows(
    rows: Sequence[Row], cells: Iterable[PlacedCell], edges: tuple[int, ...], bookmarks: Mapping[str, Markup]
) -> tuple[tuple[GridCell, ...], ...]:
    """Return every row's cells from left to right; a cell that reaches over rows has a part in each of them."""
    parts: list[list[PlacedCell]] = [[] for _ in rows]
    for cell in cells:
        for below in range(cell.height):
            parts[cell.y + below].append(cell)
    return tuple(
        tuple(_cell(cell, y, edges, bookmarks[row.id]) for cell in sorted(parts[y], key=lambda cell: cell.x)) for y, row in enumerate(rows)
    )


def _cell(cell: PlacedCell, y: int, edges: tuple[int, ...], bookmark: Markup) -> GridCell:
    goes_on = y > cell.y
    return GridCell(
        text=("",) if goes_on else cell.text or ("",),
        span=cell.width,
        width=edges[cell.x + cell.width] - edges[cell.x],
        merge="continue" if goes_on else "restart" if cell.height > 1 else "",
        across=cell.across,
        centred=cell.centred,
        bookmark=_NO_BOOKMARK if cell.x else bookmark,
    )
