"""Tables as Word wants them: column widths in twips, cells that span columns and go on downward."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from markupsafe import Markup

from generator.render.widths import column_widths
from generator.render.word.parts import mm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.render.blocks import Cell, Row, TableView

Merge: TypeAlias = Literal["", "restart", "continue"]
Mark: TypeAlias = Literal["", "above", "before"]


_NO_BOOKMARK = Markup()


class GridCell(NamedTuple):
    """A cell: its paragraphs (at least one), columns it spans, width in twips, whether it begins or goes on with a joined one."""

    text: tuple[str, ...]
    span: int
    width: int
    merge: Merge
    centred: bool
    bookmark: Markup


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: title, measure, notes, column widths in twips, head rows and rows of cells."""

    title: str
    measure: str
    notes: tuple[str, ...]
    widths: tuple[int, ...]
    head: tuple[tuple[GridCell, ...], ...]
    rows: tuple[tuple[GridCell, ...], ...]


def grid(view: TableView, total: float, bookmarks: Mapping[str, Markup]) -> Grid:
    """Return a table laid out over `total` mm."""
    widths = tuple(mm(width) for width in column_widths(view, total))
    edges = tuple(accumulate(widths, initial=0))
    centred = tuple(not view.columns or column == "number" for column in view.columns or widths)
    layout = _Layout(edges, centred, bookmarks)
    return Grid(view.title, view.measure, view.notes, widths, layout.rows(view.head), layout.rows(view.rows))


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a table is laid out: its columns' edges in twips, which of them are centred, and the bookmarks by id."""

    edges: tuple[int, ...]
    centred: tuple[bool, ...]
    bookmarks: Mapping[str, Markup]

    def rows(self, rows: Sequence[Row]) -> tuple[tuple[GridCell, ...], ...]:
        marks = _marks(rows)
        return tuple(
            self._across(row) if row.across else tuple(self._row(row, marks[place], marks[place + 1] if place + 1 < len(rows) else ()))
            for place, row in enumerate(rows)
        )

    def _across(self, row: Row) -> tuple[GridCell, ...]:
        text, span = row.cells[0].text, len(self.centred)
        return (GridCell(text, span, self.edges[-1], "", centred=False, bookmark=self.bookmarks[row.id]),)

    def _row(self, row: Row, marks: Sequence[Mark], below: Sequence[Mark]) -> Iterator[GridCell]:
        """Yield the cells of a row; what stands before them is the row's bookmark, before the first."""
        bookmark = self.bookmarks[row.id]
        starts = [place for place, mark in enumerate(marks) if mark != "before"]
        for start, end in zip(starts, [*starts[1:], len(marks)], strict=True):
            merge = _merge(marks[start], below[start : start + 1])
            width = self.edges[end] - self.edges[start]
            yield GridCell(_shown(row.cells[start], merge), end - start, width, merge, self.centred[start], bookmark)
            bookmark = _NO_BOOKMARK


def _marks(rows: Sequence[Row]) -> list[list[Mark]]:
    """Return how the cells are joined; below a cell that spans columns, what is joined with it spans them too."""
    resolved: list[list[Mark]] = []
    for row in rows:
        above = resolved[-1] if resolved else []
        resolved.append([_resolved(cell, above[place : place + 1]) for place, cell in enumerate(row.cells)])
    return resolved


def _resolved(cell: Cell, above: Sequence[Mark]) -> Mark:
    return "before" if cell.merged == "above" and "before" in above else cell.merged


def _merge(mark: Mark, below: Sequence[Mark]) -> Merge:
    if mark == "above":
        return "continue"
    return "restart" if "above" in below else ""


def _shown(cell: Cell, merge: Merge) -> tuple[str, ...]:
    return ("",) if merge == "continue" else cell.text or ("",)
