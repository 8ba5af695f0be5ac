"""The way through a document, a cell or a note: its paragraphs and tables in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.errors import UserError
from generator.importers.outline import APART, Cell
from generator.importers.word.draft import Draft
from generator.importers.word.markup import MC, VML, W, branch, child, children, number, switched, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.importers.word.markup import Element
    from generator.importers.word.reader import Reader

Cells: TypeAlias = tuple[Cell, ...]

MOST_COLUMNS = 200
MOST_CELLS = 1_000_000
_MOVE_OUT = "请在 Word 里核对该表，或把它移出后再试。"
OVERLAID = "合并单元格遮住的文字"
NESTED = "格里的嵌套表格写成文字，一行一段，格间用“｜”隔开"
_BEFORE, _ABOVE, _EMPTY = Cell(merged="before"), Cell(merged="above"), Cell()
_P, _TBL, _TR, _TC = (W + name for name in ("p", "tbl", "tr", "tc"))
_PASSED = {
    W + name for name in ("sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "smartTagPr", "customXmlPr")
} | {_P, _TBL}


def blocks(reader: Reader, container: Element) -> Iterator[Draft | Element]:
    """Yield the paragraphs and the tables (as elements) of a container; text boxes follow the paragraph they are anchored in."""
    draft: Draft | None = None
    for element in _among(reader, container, (_P, _TBL)):
        if element.tag == _P:
            draft = reader.paragraph(element, draft)
            if draft.goes_on:
                continue
        yield from _with_boxes(reader, draft)
        draft = None
        if element.tag == _TBL:
            yield element
    yield from _with_boxes(reader, draft)


def rows(reader: Reader, table: Element) -> Iterator[tuple[Cells, bool]]:
    """Yield the rows of a table that are to be read: cells, and whether it is a head; a row may end before the last column.

    Raises UserError when there are more columns than any table has.
    """
    going_on: set[int] = set()
    for row in _among(reader, table, (_TR,)):
        properties = children(child(row, "trPr"))
        cells = _row(reader, row, properties, going_on)
        if cells:
            yield cells, bool(switched(properties.get("tblHeader")))


def texts(reader: Reader, container: Element) -> Iterator[str]:
    """Yield the paragraphs of a cell with their automatic numbers; those of a table in it row by row."""
    for block in blocks(reader, container):
        if not isinstance(block, Draft):
            for cells, _ in rows(reader, block):
                yield from _nested(reader, [cell for cell in cells if not cell.merged])
        elif block.line.strip():
            yield block.line


def _nested(reader: Reader, cells: list[Cell]) -> Iterator[str]:
    """Yield a row of a table in a cell as a paragraph with its cells apart; a cell alone as it stands."""
    if len(cells) <= 1:
        yield from (text for cell in cells for text in cell.text)
    elif any(cell.text for cell in cells):
        if not reader.dropping:
            reader.waiting.told.append(NESTED)
        yield APART.join(cell.line for cell in cells)


def squared(table: list[Cells]) -> list[Cells]:
    """Return rows with a cell for every column; columns in which no cell begins are none.

    Raises UserError when the table is larger than any.
    """
    width = max(map(len, table), default=0)
    if width * len(table) > MOST_CELLS:
        raise UserError("有表格大得不像公文里的表，没有读", _MOVE_OUT)
    full = [[*cells, *[_EMPTY] * (width - len(cells))] for cells in table]
    begun = [column for column in range(width) if any(cells[column].merged != "before" for cells in full)]
    return [tuple(cells[column] for column in begun) for cells in full]


def _among(reader: Reader, container: Iterable[Element], wanted: tuple[str, ...]) -> Iterator[Element]:
    """Yield the wanted elements of a container, also those in content controls and the like; marks between them are noted."""
    for element in container:
        if element.tag in wanted:
            yield element
        elif element.tag == f"{MC}AlternateContent":
            yield from _among(reader, branch(element), wanted)
        elif element.tag not in _PASSED and not reader.mark(element):
            yield from _among(reader, element, wanted)


def _with_boxes(reader: Reader, draft: Draft | None) -> Iterator[Draft | Element]:
    """Yield a paragraph, counted where it is numbered, and what its text boxes hold."""
    if draft is None:
        return
    if not reader.dropping and draft.shape.place:
        draft.number = reader.sources.numbering.next(*draft.shape.place)
    yield draft
    for box in draft.boxes:
        if box.tag == f"{VML}textpath":
            yield Draft(pieces=[(box.get("string", ""), draft.style.look)])
        else:
            yield from blocks(reader, box)


def _row(reader: Reader, row: Element, properties: dict[str, Element], going_on: set[int]) -> Cells:
    """Return the cells of a row; none when it is tracked away."""
    changes, ids, before = reader.tracked(properties), len(reader.waiting.ids), reader.dropping
    reader.dropping = before or reader.unwanted(changes)
    reader.changes.extend(changes)
    cells = _cells(reader, row, properties, going_on)
    del reader.changes[len(reader.changes) - len(changes) :]
    for change in changes:
        reader.keep(change)
    if reader.dropping and not before:
        reader.waiting.forget(ids)
        going_on.intersection_update(column for column, cell in enumerate(cells) if cell is _ABOVE)
        cells = ()
    reader.dropping, reader.page_break = before, False
    return cells


def _cells(reader: Reader, row: Element, properties: dict[str, Element], going_on: set[int]) -> Cells:
    cells = [_EMPTY] * _span(properties.get("gridBefore"), 0)
    for place, element in enumerate(_among(reader, row, (_TC,))):
        for change in reader.changes if place else ():
            change.text.append(" | ")
        cells.extend(_cell(reader, element, len(cells), going_on))
    cells.extend([_EMPTY] * _span(properties.get("gridAfter"), 0))
    if len(cells) > MOST_COLUMNS:
        raise UserError(f"有表格超过 {MOST_COLUMNS} 列，不像公文里的表，没有读", _MOVE_OUT)
    return tuple(cells)


def _cell(reader: Reader, element: Element, column: int, going_on: set[int]) -> Cells:
    """Return a cell with those it covers to its right; one merged with the cell above or before it shows nothing of its own."""
    properties = children(child(element, "tcPr"))
    text = tuple(texts(reader, element))
    cell = _merged(properties, column, going_on)
    if cell:
        reader.waiting.unseen.extend((line, OVERLAID) for line in text)
    return (cell or Cell(text), *[_BEFORE] * (_span(properties.get("gridSpan"), 1) - 1))


def _merged(properties: dict[str, Element], column: int, going_on: set[int]) -> Cell | None:
    """Return a cell that goes on with another, None for one that begins; `going_on` are the columns whose cell may go on below."""
    merge = properties.get("vMerge")
    above = merge is not None and value(merge) != "restart" and column in going_on
    (going_on.discard if merge is None else going_on.add)(column)
    if above:
        return _ABOVE
    return _BEFORE if column and value(properties.get("hMerge")) == "continue" else None


def _span(element: Element | None, usual: int) -> int:
    """Return a number of columns, no larger than what is refused anyway."""
    count = number(value(element))
    return usual if count is None else min(max(count, usual), MOST_COLUMNS + 1)
