"""What an explanation says the plan contains: its areas as sections, what they list as tasks, numbered or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers.body.knots import tied
from generator.importers.explained.listing import Entry, Listing, joined, listing, nodes, titled
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph
from generator.importers.prose import listed, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.body.knots import Knot
    from generator.importers.explained.listing import Piece
    from generator.importers.explained.topics import Part
    from generator.importers.ids import Ids
    from generator.importers.outline import Block
    from generator.importers.prose import Drawn
    from generator.importers.scribe import Scribe

_PREFIX = 20  # characters of the words before a list that serve as its title
_TITLE = 30  # characters of an area's title on a line of its own, without a number
_MOST = 0.5


@dataclass(slots=True)
class Contents:
    """What a part contains: the texts around its nodes, the key that holds them, the nodes."""

    around: Listing
    key: str
    nodes: list[Drawn]


@dataclass(frozen=True, slots=True)
class Areas:
    """Writes areas and lists as nodes of the plan."""

    scribe: Scribe
    ids: Ids

    def contents(self, blocks: Sequence[Block]) -> Contents:
        """Return what a part about the plan's content holds: areas as sections, where it has none the entries of its list as tasks."""
        paragraphs = _paragraphs(blocks)
        found = tied(paragraphs, self.scribe.ledger)
        around = Listing(pieces(found.lead), after=pieces(found.closing))
        if found.knots and (not _counts_tasks(found.knots) or any(map(_lists, found.knots))):
            return Contents(around, "sections", [self._area(knot) for knot in found.knots])
        if found.knots:
            around.entries = _entries(found.knots)
        elif len(headed := _headed(paragraphs)) > 1:
            around.before = pieces(paragraphs[: paragraphs.index(headed[0][0])])
            return Contents(around, "sections", [self._headed(title, texts) for title, *texts in headed])
        else:
            around = listing(pieces(paragraphs))
        return Contents(around, "tasks", nodes(around.entries, "task", self.scribe, self.ids))

    def points(self, blocks: Sequence[Block]) -> Contents:
        """Return what a part such as 保障措施 holds: points, no tasks."""
        found = tied(_paragraphs(blocks), self.scribe.ledger)
        around = Listing(pieces(found.lead), _entries(found.knots), pieces(found.closing)) if found.knots else listing(pieces(found.lead))
        return Contents(around, "points", nodes(around.entries, "point", self.scribe, self.ids))

    def section(self, part: Part, contents: Contents) -> Drawn:
        """Return a part as a section of the plan."""
        self.mark(part)
        return self._node((part.line, part.title), contents)

    def mark(self, part: Part) -> None:
        """Book what stands before the heading and the text of a part."""
        for line, mark in part.marks:
            self.scribe.derive(line, mark)

    def _node(self, title: Piece, contents: Contents) -> Drawn:
        """Return a section with the texts around what it holds; one without a title needs its text to be printed."""
        around = contents.around
        id_ = self.ids.make(title[1] or "".join(text for _, text in around.before), "section")
        node: Drawn = {"id": id_, "title": titled(*title, self.scribe)}
        node["summary" if node["title"] else "text"] = listed(joined(around.before, self.scribe))
        node[contents.key] = [*contents.nodes]
        node["after"] = listed(joined(around.after, self.scribe))
        return said(_ordered(node))

    def _area(self, knot: Knot) -> Drawn:
        """Return a numbered area: title, summary, the tasks or smaller areas that it lists."""
        line = knot.paragraph.line
        self.scribe.derive(line, knot.paragraph.number or knot.paragraph.text[: knot.start])
        texts = [*([(line, knot.rest)] if knot.rest.strip() else []), *pieces(knot.blocks)]
        around = Listing(texts, _entries(knot.children), _behind(knot)) if knot.children else listing(texts)
        title = (line, knot.title) if knot.title.strip() else self._prefix(around)
        if sum(map(_lists, knot.children)) > len(knot.children) * _MOST:
            return self._node(title, Contents(around, "sections", [self._area(child) for child in knot.children]))
        return self._node(title, Contents(around, "tasks", nodes(around.entries, "task", self.scribe, self.ids)))

    def _headed(self, title: Paragraph, texts: Sequence[Paragraph]) -> Drawn:
        """Return an area whose title stands on a line of its own without a number."""
        around = listing(pieces(texts))
        return self._node((title.line, title.text), Contents(around, "tasks", nodes(around.entries, "task", self.scribe, self.ids)))

    def _prefix(self, around: Listing) -> Piece:
        """Take the words before a list as the title of an area that has none: 在安全责任方面，."""
        if around.entries and len(around.before) == 1 and len(bare(around.before[0][1])) <= _PREFIX:
            piece = around.before.pop()
            self.scribe.ledger.guess(piece[0], f"以列举之前的“{bare(piece[1])}”为标题", 0.6)
            return piece
        return 0, ""


_ORDER = ("id", "title", "text", "summary", "sections", "tasks", "points", "after")


def _ordered(node: Drawn) -> Drawn:
    return {key: node[key] for key in _ORDER if key in node}


def pieces(blocks: Sequence[Block]) -> list[Piece]:
    """Return the texts of paragraphs with their lines."""
    return [(block.line, block.number + block.text) for block in _paragraphs(blocks)]


def _paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _lists(knot: Knot) -> bool:
    """Tell whether a numbered part lists others."""
    return bool(knot.children or listing([(0, knot.rest), *pieces(knot.blocks)]).entries)


def _counts_tasks(knots: Sequence[Knot]) -> bool:
    """Tell whether parts are numbered 1. 2. as tasks are, not 一、 or （一） as areas are."""
    return all(knot.head is not None and knot.head.key[:1].isdecimal() for knot in knots)


def _entries(knots: Sequence[Knot]) -> list[Entry]:
    """Return numbered parts as the entries of a list; what is below them follows as paragraphs."""
    return [
        Entry(
            knot.paragraph.line,
            knot.paragraph.number or knot.paragraph.text[: knot.start],
            knot.paragraph.text[knot.start :],
            [*pieces(knot.blocks), *_below(knot)],
        )
        for knot in knots
    ]


def _below(knot: Knot) -> list[Piece]:
    """Return all that stands below a numbered part, numbers and all."""
    return [*(piece for child in knot.children for piece in (*pieces([child.paragraph, *child.blocks]), *_below(child))), *_behind(knot)]


def _behind(knot: Knot) -> list[Piece]:
    """Return the sentences behind the parts below one that say who is responsible for it."""
    return pieces(knot.charges)


def _headed(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Return areas without numbers, each its title and the paragraphs below: short lines over running text."""
    areas: list[list[Paragraph]] = []
    for paragraph, next_ in zip(paragraphs, [*paragraphs[1:], None], strict=False):
        if next_ and _heads(paragraph.text) and not _heads(next_.text):
            areas.append([paragraph])
        elif areas:
            areas[-1].append(paragraph)
    return areas


def _heads(text: str) -> bool:
    line = bare(text)
    return len(line) <= _TITLE and not line.endswith(tuple("。；，：;,:")) and not listing([(0, text)]).entries
