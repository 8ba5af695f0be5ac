"""From the elements of a page to blocks: paragraphs, headings, lists that count, tables with their merged cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.importers import encoding
from generator.importers.html.grid import Spanning, filled, span
from generator.importers.html.lines import Gathering
from generator.importers.html.looks import BLOCKS, Element, Look, look_of, number_of, style_of
from generator.importers.html.weights import Weights, cells_of, is_table, rows_of, walked
from generator.importers.ledger import bare
from generator.importers.outline import Cell, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.outline import Block

Placed: TypeAlias = "tuple[Block, bool]"
"""A block, and whether it stands within the main content."""

_BOOKMARK = "_ht_"


def blocks(root: Element, main: Element, weighed: Weights) -> Iterator[Placed]:
    """Yield the blocks of a page in reading order. Raises UserError when elements nest too deeply or a table has too many cells."""
    page = _Page(weighed)
    inside = False
    for event, element in walked(root, page.is_whole):
        within = inside or element is main
        yield from ((block, within if event != "start" else inside) for block in page.read(event, element))
        if element is main:
            inside = event == "start"


@dataclass(slots=True)
class _List:
    """A list that is open: how it counts, and its next number."""

    kind: str
    next: int


class _Page:
    """Goes through the elements of a page and keeps what is open: looks, lists, the paragraph being gathered."""

    def __init__(self, weighed: Weights) -> None:
        """Begin with nothing open; `weighed` tells tables of data from others."""
        self._weighed = weighed
        self._gathering = Gathering()
        self._looks = [Look()]
        self._lists: list[_List] = []

    def is_whole(self, element: Element) -> bool:
        """Tell whether an element is read as one: a table, a number that Word wrote out."""
        return is_table(element, self._weighed) or style_of(element).number

    def read(self, event: str, element: Element) -> Iterator[Block]:
        """Yield the blocks that an element's start or end completes."""
        if event == "start":
            yield from self._start(element)
            return
        if event == "end":
            yield from self._end(element)
        elif event == "whole" and element.tag == "table":
            yield from self._gathering.paragraphs()
            yield from _captions(element, self._weighed)
            yield from _table(element, self._weighed)
        elif event == "whole":
            self._gathering.number = _written_number(element)
        self._gathering.add(element.tail, self._looks[-1], element.sourceline or 1)

    def _start(self, element: Element) -> Iterator[Block]:
        tag, style = element.tag, style_of(element)
        if tag in BLOCKS:
            yield from self._gathering.paragraphs()
            self._gathering.page_break = self._gathering.page_break or style.page_break
        self._looks.append(look_of(element, self._looks[-1]))
        if tag in {"ol", "ul"}:
            self._lists.append(_list(element))
        elif tag == "li":
            self._number(element)
        elif tag == "br":
            self._gathering.break_line()
        self._gathering.ids.extend(_bookmarks(element))
        self._gathering.add(element.text, self._looks[-1], element.sourceline or 1)

    def _number(self, element: Element) -> None:
        """Give the paragraph that follows its number, as its list counts."""
        if self._lists and self._lists[-1].next:
            counting = self._lists[-1]
            number = span(element.get("value")) if element.get("value") else counting.next
            kind = style_of(element).list_type or element.get("type") or counting.kind
            self._gathering.number = number_of(kind, number)
            counting.next = number + 1

    def _end(self, element: Element) -> Iterator[Block]:
        if element.tag in BLOCKS:
            yield from self._gathering.paragraphs(empty_line=element.tag == "p")
        if element.tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        self._looks.pop()


def _list(element: Element) -> _List:
    """Return a list as it begins; one of bullets has no next number."""
    if element.tag == "ul":
        return _List("none", 0)
    return _List(style_of(element).list_type or element.get("type") or "decimal", span(element.get("start")))


def _bookmarks(element: Element) -> Iterator[str]:
    for name in dict.fromkeys((element.get("name", ""), element.get("id", ""))):
        if name.startswith(_BOOKMARK):
            yield name.removeprefix(_BOOKMARK)


def _written_number(element: Element) -> str:
    """Return the number that Word wrote out before an entry; a bullet is none."""
    text = bare(encoding.plain("".join(element.itertext())))
    return text if any(character.isalnum() for character in text) else ""


def _paragraphs(element: Element, weighed: Weights) -> list[Paragraph]:
    """Return the paragraphs of a cell or a caption."""
    return [block for block, _ in blocks(element, element, weighed) if isinstance(block, Paragraph)]


def _captions(table: Element, weighed: Weights) -> Iterator[Paragraph]:
    for child in table:
        if child.tag == "caption" and child in weighed:
            yield from _paragraphs(child, weighed)


def _table(element: Element, weighed: Weights) -> Iterator[Table]:
    """Yield the table with a cell for every column."""
    rows = [row for row in rows_of(element) if row in weighed]
    whole = [[_paragraphs(cell, weighed) for cell in cells_of(row)] for row in rows]
    spans = [[_spanning(*pair) for pair in zip(cells_of(row), texts, strict=True)] for row, texts in zip(rows, whole, strict=True)]
    heads = [row.getparent().tag == "thead" for row in rows]
    ids = _moved_down([_ids(texts) for texts in whole], heads)
    grid = zip(rows, filled(spans), heads, ids, strict=True)
    yield Table(tuple(Row(row.sourceline or 1, cells, head, names) for row, cells, head, names in grid))


def _moved_down(ids: list[tuple[str, ...]], heads: list[bool]) -> Iterator[tuple[str, ...]]:
    """Yield the bookmarks of every row: one between two rows is saved with the row before, and a head bears none."""
    waiting: tuple[str, ...] = ()
    for names, head in zip(ids, heads, strict=True):
        yield () if head else (*waiting, *names)
        waiting = (*waiting, *names) if head else ()


def _ids(cells: list[list[Paragraph]]) -> tuple[str, ...]:
    return tuple(name for cell in cells for paragraph in cell for name in paragraph.ids)


def _spanning(element: Element, paragraphs: list[Paragraph]) -> Spanning:
    texts = (f"{paragraph.number}{text}".strip() for paragraph in paragraphs for text in paragraph.text.split("\n"))
    return Spanning(Cell(tuple(texts)), span(element.get("rowspan"), 0), span(element.get("colspan")))
