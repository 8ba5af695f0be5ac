"""How much of a page's text stands in each of its elements, and where the document itself is among the navigation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.errors import UserError
from generator.importers.html.looks import Element, is_seen
from generator.importers.ledger import bare
from generator.importers.text import furniture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DEPTH_AT_MOST = 1000
_HOLDERS = frozenset({"body", "div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td", "span", "font"})
_NAMES = re.compile(r"trs_editor|content|zoom|article|view|xxgk|detail", re.IGNORECASE)
_PROSE = 25  # characters: navigation is shorter
_SENTENCE = re.compile(r"[。；：]\s*$|年.{1,3}月.{1,3}日\s*$")
_MOST, _NAMED = 0.6, 0.4  # of the text that is no link stands in the main content, at least where a name tells it
_SECTION = re.compile(r"(word)?section\d+", re.IGNORECASE)  # Word saves a document of several sections side by side
_FEW_LINKS = 0.15  # of an element's text, when it is a document and no page
_LOST = 0.03  # of the prose at most stands outside the main content


@dataclass(slots=True)
class Weight:
    """The visible characters in an element, those within links, those in sentences; tables, cells, headings and paragraphs."""

    text: int = 0
    links: int = 0
    prose: int = 0
    tables: int = 0
    cells: int = 0
    headings: int = 0
    paragraphs: int = 0

    def add(self, other: Weight) -> None:
        """Add what stands in an element within."""
        self.text += other.text
        self.links += other.links
        self.prose += other.prose
        self.tables += other.tables
        self.cells += other.cells
        self.headings += other.headings
        self.paragraphs += other.paragraphs

    @property
    def score(self) -> int:
        """Return the text that is no link, less as much again for links."""
        return self.text - 2 * self.links


Weights: TypeAlias = "dict[Element, Weight]"


def walked(root: Element, is_whole: Callable[[Element], bool] = lambda _: False) -> Iterator[tuple[str, Element]]:
    """Yield the seen elements at their `start` and `end`, unseen ones as `unseen`, those not to be entered as `whole`.

    Raises UserError when they nest too deeply.
    """
    stack = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif not is_seen(child):
            yield "unseen", child
        elif is_whole(child):
            yield "whole", child
        else:
            stack.append((child, iter(child)))
            yield "start", child
        if len(stack) > _DEPTH_AT_MOST:
            raise UserError("网页的标签嵌套过深，无法读取", "请在浏览器里打开后复制正文，粘贴到 Word 另存为 .docx，再导入。")


def weights(root: Element) -> Weights:
    """Return the weight of every seen element. Raises UserError when they nest too deeply."""
    weighed: Weights = {}
    open_: list[Weight] = []
    linked = 0
    for event, element in walked(root):
        if event == "start":
            linked += element.tag == "a" and element.get("href") is not None
            open_.append(_own(element))
            _weigh(open_[-1], element.text, linked=linked > 0)
        elif event == "end":
            linked -= element.tag == "a" and element.get("href") is not None
            weighed[element] = open_.pop()
            if open_:
                open_[-1].add(weighed[element])
        if event != "start" and open_:
            _weigh(open_[-1], element.tail, linked=linked > 0)
    return weighed


def _own(element: Element) -> Weight:
    tag = element.tag
    return Weight(
        tables=int(tag == "table"),
        cells=int(tag in {"td", "th"}),
        headings=int(tag in {"h1", "h2", "h3", "h4"}),
        paragraphs=int(tag in {"p", "div", "br", "li"}),
    )


def _weigh(weight: Weight, text: str | None, *, linked: bool) -> None:
    if not text or not (count := len(bare(text))):
        return
    weight.text += count
    if linked:
        weight.links += count
    elif not weight.headings and (count >= _PROSE or _SENTENCE.search(text[-_PROSE:])) and not furniture.is_navigation(text):
        weight.prose += count


def content(root: Element, weighed: Weights) -> Element:
    """Return the element that holds the document: going down from the root while that leaves only navigation outside."""
    named = set(_ways_to_named(root, weighed))
    current = root
    while (inner := _inner(current, weighed, named)) is not None:
        current = inner
    return current


def _ways_to_named(root: Element, weighed: Weights) -> Iterator[Element]:
    """Yield the elements that by their names hold a document, with those around them, where they hold most of the page's text."""
    for element, weight in weighed.items():
        if weight.score >= max(1, weighed[root].score) * _NAMED and _NAMES.search(
            f"{element.get('id', '')} {element.get('class', '')}"[:300]
        ):
            yield element
            yield from element.iterancestors()


def _inner(current: Element, weighed: Weights, named: set[Element]) -> Element | None:
    """Return the child to go down into, None where going down would lose text of the document or gain nothing."""
    inside = [child for child in current if child in weighed and child.tag in _HOLDERS]
    best = max(inside, key=lambda child: weighed[child].score, default=None)
    if best is None or is_table(current, weighed) or _SECTION.fullmatch(best.get("class", "")):
        return None
    outer, inner = weighed[current], weighed[best]
    most = inner.score >= max(1, outer.score) * (_NAMED if best in named else _MOST)
    lost = outer.prose - inner.prose > inner.prose * _LOST
    gained = outer.links > outer.text * _FEW_LINKS or outer.text == inner.text or best in named
    return best if most and gained and not lost else None


_SOME_PARAGRAPHS, _MANY_PARAGRAPHS, _LONG = 5, 20, 1500


def is_table(element: Element, weighed: Weights) -> bool:
    """Tell whether an element is a table of data, not one that lays out a page: one column, or cells that hold whole documents."""
    if element.tag != "table":
        return False
    weight = weighed[element]
    rows = [[weighed[cell] for cell in cells_of(row) if cell in weighed] for row in rows_of(element)]
    cells = [cell for row in rows for cell in row]
    return (
        any(len(row) > 1 for row in rows)
        and weight.tables == 1
        and not weight.headings
        and sum(cell.text for cell in (*cells, *_captions(element, weighed))) == weight.text
        and not any(_is_document(cell) for cell in cells)
    )


def _captions(table: Element, weighed: Weights) -> Iterator[Weight]:
    return (weighed[child] for child in table if child.tag == "caption" and child in weighed)


def _is_document(cell: Weight) -> bool:
    return cell.paragraphs > _MANY_PARAGRAPHS or (cell.text > _LONG and cell.paragraphs > _SOME_PARAGRAPHS)


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of tables within."""
    for child in table:
        if child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")
        elif child.tag == "tr":
            yield child


def cells_of(row: Element) -> Iterator[Element]:
    """Yield the seen cells of a row."""
    return (cell for cell in row if cell.tag in {"td", "th"} and is_seen(cell))
