"""The body of a document as a flat row of blocks: headings, paragraphs and tables in reading order, every string finished."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from generator.plan.numbering import spaced
from generator.plan.tables import LEFT, SAME, columns_of
from generator.render import phrases
from generator.render.phrases import closed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Annex, Item, Node, Paragraphs, Table
    from generator.plan.numbers import Numbers
from generator.plan.tables import Cells, Column


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, and whether it is printed merged with the one above or before it."""

    text: tuple[str, ...] = ()
    merged: Literal["", "above", "before"] = ""

    @property
    def line(self) -> str:
        """Return what the cell shows, on one line; nothing where it is merged."""
        return "" if self.merged else " ".join(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, of the item `id` if of one; `across` when its one cell goes across the table."""

    cells: tuple[Cell, ...]
    across: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as printed: numbered title, measure, head rows, rows, notes; `columns` are ids, empty for a grid."""

    id: str
    title: str
    measure: str
    columns: tuple[str, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block. A heading has no text; in a run-in paragraph the text follows the title on the same line."""

    kind: Literal["heading", "run_in", "paragraph", "table"]
    id: str = ""
    depth: int = 0
    number: str = ""
    title: str = ""
    text: str = ""
    table: TableView | None = None

    @property
    def line(self) -> str:
        """Return the block on one line."""
        return self.number + self.title + self.text


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes the blocks of a plan's parts with its numbers, its cells and its way of printing units."""

    numbers: Numbers
    cells: Cells
    units_print: str = ""

    def nodes(self, nodes: tuple[Node, ...], depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of nodes and of all that is below them."""
        for node in nodes:
            yield from self._with_units(node, [*self._node(node, depth)])

    def tables(self, tables: tuple[Table, ...], annex: Annex | None = None) -> Iterator[Block]:
        """Yield the blocks of tables."""
        for table in tables:
            yield Block("table", table.id, table=self._table(table, annex))

    def _node(self, node: Node, depth: int) -> Iterator[Block]:
        yield from self._opening(node, depth)
        yield from self.tables(node.tables)
        yield from self.nodes(node.children, depth + 1)
        yield from paragraphs(node.after)

    def _opening(self, node: Node, depth: int) -> Iterator[Block]:
        number, text = spaced(self.numbers.of(node.path)), node.text
        if node.title and not (text and self.numbers.run_in[node.path]):
            yield Block("heading", node.id, depth, number, node.title)
        elif node.title or text or number:
            title = closed(node.title, "。")
            yield Block("run_in", node.id, depth, number, title, text[0] if text else "")
            text = text[1:]
        yield from paragraphs(text)

    def _with_units(self, node: Node, blocks: list[Block]) -> list[Block]:
        """Print the node's units at the end of its last line, or on a line of their own: after a table, and without brackets."""
        if not (node.units and self.units_print):
            return blocks
        printed = self.units_print.replace("{units}", node.units)
        runs_on = self.units_print[0] in phrases.OPENING and (node.after or not node.children)
        last = blocks[-1] if blocks and runs_on else None
        if last and last.kind in {"run_in", "paragraph"}:
            return [*blocks[:-1], replace(last, text=last.text + printed)]
        if last and last.kind == "heading" and self.numbers.run_in[node.path]:
            return [*blocks[:-1], replace(last, kind="run_in", title=closed(last.title, "。"), text=printed)]
        return [*blocks, Block("paragraph", text=printed)]

    def _table(self, table: Table, annex: Annex | None) -> TableView:
        columns = () if table.grid else columns_of(table, annex)
        return TableView(
            id=table.id,
            title=self.numbers.of(table.path) + table.title,
            measure=table.measure,
            columns=tuple(column.id for column in columns),
            head=_grid_rows(table.grid.head) if table.grid else (Row(tuple(Cell((column.head,)) for column in columns)),),
            rows=_grid_rows(table.grid.body) if table.grid else tuple(self._row(item, columns) for item in table.items),
            notes=table.notes,
        )

    def _row(self, item: Item, columns: tuple[Column, ...]) -> Row:
        if item.heading:
            return Row((Cell((item.heading,)),), across=True, id=item.id)
        return Row(tuple(self._cell(item, column) for column in columns), id=item.id)

    def _cell(self, item: Item, column: Column) -> Cell:
        if column.id == "number":
            return Cell((self.numbers.of(item.path),))
        return Cell(self.cells.of(item, column.id), "above" if column.id in item.join else "")


def paragraphs(text: Paragraphs) -> Iterator[Block]:
    """Yield a block for each paragraph."""
    return (Block("paragraph", text=paragraph) for paragraph in text)


def _grid_rows(rows: tuple[tuple[str, ...], ...]) -> tuple[Row, ...]:
    return tuple(Row(tuple(_grid_cell(text) for text in row)) for row in rows)


def _grid_cell(text: str) -> Cell:
    if text == SAME:
        return Cell(merged="above")
    return Cell(merged="before") if text == LEFT else Cell(tuple(text.split("\n")))
