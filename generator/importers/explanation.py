"""From a policy explanation (政策解读) to the tree of a plan without a notice: its areas are sections, what they list are tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers import naming, topics
from generator.importers.knots import tied
from generator.importers.ledger import bare
from generator.importers.listing import Entry, Listing, joined, listing, nodes, titled
from generator.importers.nodes import listed, said
from generator.importers.outline import Paragraph, Table
from generator.importers.tables import recognised as table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.ids import Ids
    from generator.importers.knots import Knot
    from generator.importers.listing import Piece
    from generator.importers.nodes import Drawn
    from generator.importers.outline import Block
    from generator.importers.scribe import Scribe
    from generator.importers.topics import Explained, Part
    from generator.source.tree import Value

_PREFIX = 20  # characters of the words before a list that serve as its title
_TITLE = 30  # characters of an area's title on a line of its own, without a number
_MOST = 0.5


def recognised(blocks: Sequence[Block], scribe: Scribe, ids: Ids, name: str) -> Drawn | None:
    """Return title, region, nodes and explanation of a policy explanation, None where the blocks are none; then nothing is booked."""
    found = topics.explained(blocks)
    return _Writer(scribe, ids, name).tree(found) if found else None


@dataclass(slots=True)
class _Writer:
    """Writes the tree of one explanation; its texts are taken in reading order."""

    scribe: Scribe
    ids: Ids
    name: str

    def tree(self, found: Explained) -> Drawn:
        """Return the plan that an explanation tells of."""
        texts = [block.text for part in found.parts for block in part.blocks if isinstance(block, Paragraph)]
        texts = [block.text for block in found.intro if isinstance(block, Paragraph)] + texts
        title = self._title(found.head)
        told: dict[str, list[str]] = {"background": [], "significance": [], "lead": []}
        tree: Drawn = {"tables": [], "sections": []}
        self._intro(found, told)
        self._parts(found.parts, told, tree)
        self._foot(found.foot)
        tree["title"] = naming.title_of(title, texts, self.name, self.scribe.ledger)
        tree["region"] = naming.region([*title, str(tree["title"]), *(line.text for line in found.foot)], texts)
        tree["explanation"] = said({"title": listed(title), **{key: listed(texts) for key, texts in told.items()}})
        return said(tree)

    # --- the edges ---

    def _title(self, lines: Sequence[Paragraph]) -> list[str]:
        """Write the lines of the title; others before the text are the page's."""
        own = [line for line in lines if not topics.is_of_page(line.text) and not topics.signs_off(line)]
        saying = [line for line in own if naming.says_so(line.text)]
        own = saying[:1] or own
        for line in lines:
            if not any(line is kept for kept in own):
                self.scribe.ledger.set_aside(line.line, line.text, "标题前后的网页文字")
        return [self.scribe.paragraph(line) for line in own]

    def _foot(self, lines: Sequence[Paragraph]) -> None:
        for line in lines:
            self.scribe.ledger.set_aside(line.line, line.number + line.text, "解读的署名、日期或网页文字，计划里没有放它的地方")

    # --- parts ---

    def _intro(self, found: Explained, told: dict[str, list[str]]) -> None:
        """Write what stands before the first heading: of a text without headings all of it."""
        if not found.parts:
            found.parts.append(topics.Part("content", blocks=found.intro))
            return
        pieces = _pieces(found.intro)
        key = "background" if any(part.topic == "background" for part in found.parts) else "lead"
        if pieces:
            self.scribe.ledger.guess(pieces[0][0], "第一个标题之前的段落放在解读的" + _WORDS[key], 0.7)
        told[key] += joined(pieces, self.scribe)

    def _parts(self, parts: Sequence[Part], told: dict[str, list[str]], tree: Drawn) -> None:
        """Write the parts: content makes sections, what else has no key of its own stays with its heading before it."""
        own = [part for part in parts if part.topic == "content"]
        areas = own if own else [part for part in parts if not part.topic]
        alone = len(own) == 1 and not any(part.topic == "measures" for part in parts)
        for part in parts:
            if alone and part is own[0]:
                self._content(part, told, tree)
            elif part in areas or part.topic == "measures":
                self._section(part, tree)
            else:
                self._told(part, told)
            self._tables(part.blocks, tree)

    def _told(self, part: Part, told: dict[str, list[str]]) -> None:
        """Write a part of prose: under its key where that is its heading, else with the heading as its first words."""
        key = part.topic.removeprefix("told_") or "lead"
        pieces = _pieces(part.blocks)
        self.scribe.derive(part.line, part.number)
        if key == part.topic and not told[key]:
            self.scribe.derive(part.line, part.title)
            told[key] += joined(pieces, self.scribe)
            return
        title = titled(part.line, part.title, self.scribe)
        texts = joined(pieces, self.scribe) or [""]
        told[key] += [f"{title}：{texts[0]}", *texts[1:]]
        self.scribe.ledger.guess(part.line, f"“{title}”在计划里没有自己的地方，连同标题放在解读的{_WORDS[key]}", 0.6)

    def _tables(self, blocks: Sequence[Block], tree: Drawn) -> None:
        for block in blocks:
            if isinstance(block, Table):
                written = table(block, self.scribe.ledger, title="", names={}, taken=self.ids, says_merges=False)
                tables = tree["tables"]
                assert isinstance(tables, list)
                tables.append({"id": self.ids.make("", "table"), **written})

    # --- areas ---

    def _content(self, part: Part, told: dict[str, list[str]], tree: Drawn) -> None:
        """Write the only part of content: its areas are the plan's sections; a list without areas is its tasks."""
        self.scribe.derive(part.line, part.number + part.title)
        lead, key, written = self._below(part.blocks)
        told["lead"] += joined(lead.before, self.scribe)
        if key == "tasks":
            told["lead"] += joined(lead.after, self.scribe)
        elif lead.after and written:
            written[-1]["after"] = listed(joined(lead.after, self.scribe))
        tree[key] = [*_nodes(tree, key), *written]

    def _section(self, part: Part, tree: Drawn) -> None:
        """Write a part as a section of its own: 保障措施 with points, one of several parts of content with tasks."""
        self.scribe.derive(part.line, part.number)
        node: Drawn = {"id": self.ids.make(part.title, "section"), "title": titled(part.line, part.title, self.scribe)}
        if part.topic == "measures":
            node |= self._points(part)
        else:
            lead, key, written = self._below(part.blocks)
            node |= self._around(lead, node, key, written)
        tree["sections"] = [*_nodes(tree, "sections"), said(node)]

    def _points(self, part: Part) -> Drawn:
        found = tied([block for block in part.blocks if isinstance(block, Paragraph)], self.scribe.ledger)
        lead = Listing(_pieces(found.lead), _entries(found.knots), _pieces(found.closing)) if found.knots else listing(_pieces(found.lead))
        return self._around(lead, {"title": part.title}, "points", nodes(lead.entries, "point", self.scribe, self.ids))

    def _below(self, blocks: Sequence[Block]) -> tuple[Listing, str, list[Drawn]]:
        """Return the texts around the areas of a part, the key of what it holds, and its nodes."""
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        found = tied(paragraphs, self.scribe.ledger)
        lead = Listing(_pieces(found.lead), after=_pieces(found.closing))
        if found.knots and (not _counts_tasks(found.knots) or any(map(_is_deep, found.knots))):
            return lead, "sections", [self._area(knot) for knot in found.knots]
        if found.knots:
            lead.entries = _entries(found.knots)
        elif len(headed := _headed(paragraphs)) > 1:
            lead.before = _pieces(paragraphs[: paragraphs.index(headed[0][0])])
            return lead, "sections", [self._named(title, texts) for title, *texts in headed]
        else:
            lead = listing(_pieces(paragraphs))
        return lead, "tasks", nodes(lead.entries, "task", self.scribe, self.ids)

    def _area(self, knot: Knot) -> Drawn:
        """Write a numbered area: title, summary, the tasks or smaller areas that it lists."""
        line = knot.paragraph.line
        self.scribe.derive(line, knot.paragraph.number or knot.paragraph.text[: knot.start])
        pieces = [*([(line, knot.rest)] if knot.rest.strip() else []), *_pieces(knot.blocks)]
        lead = Listing(pieces) if knot.children else listing(pieces)
        title = (line, knot.title) if knot.title.strip() else self._prefix(lead)
        node: Drawn = {"id": self.ids.make(title[1] or knot.rest, "section"), "title": titled(*title, self.scribe)}
        key = "tasks"
        if sum(map(_is_deep, knot.children)) > len(knot.children) * _MOST:
            key, written = "sections", [self._area(child) for child in knot.children]
        else:
            written = nodes(lead.entries or _entries(knot.children), "task", self.scribe, self.ids)
        return said(node | self._around(lead, node, key, written))

    def _named(self, title: Paragraph, texts: Sequence[Paragraph]) -> Drawn:
        """Write an area whose title stands on a line of its own without a number."""
        lead = listing(_pieces(texts))
        node: Drawn = {"id": self.ids.make(title.text, "section"), "title": titled(title.line, title.text, self.scribe)}
        written = nodes(lead.entries, "task", self.scribe, self.ids)
        return said(node | self._around(lead, node, "tasks", written))

    def _prefix(self, lead: Listing) -> Piece:
        """Take the words before a list as the title of an area that has none: 在安全责任方面，."""
        if lead.entries and len(lead.before) == 1 and len(bare(lead.before[0][1])) <= _PREFIX:
            piece = lead.before.pop()
            self.scribe.ledger.guess(piece[0], f"以“一是”之前的“{bare(piece[1])}”为标题", 0.6)
            return piece
        return 0, ""

    def _around(self, lead: Listing, node: Drawn, key: str, written: list[Drawn]) -> Drawn:
        """Return the texts of a section around what it holds; one without a title needs its text to be printed."""
        before = "summary" if node["title"] else "text"
        around: Drawn = {before: listed(joined(lead.before, self.scribe)), key: [*written]}
        around["after"] = listed(joined(lead.after, self.scribe))
        order = ("text", "summary", key, "after")
        return said({name: around[name] for name in order if name in around})


_WORDS = {"background": "背景依据", "significance": "重要意义", "lead": "主要内容"}


def _nodes(tree: Drawn, key: str) -> list[Value]:
    nodes_ = tree.get(key)
    return nodes_ if isinstance(nodes_, list) else []


def _pieces(blocks: Sequence[Block]) -> list[Piece]:
    return [(block.line, block.number + block.text) for block in blocks if isinstance(block, Paragraph)]


def _is_deep(knot: Knot) -> bool:
    """Tell whether a numbered part lists others."""
    return bool(knot.children or listing([(0, knot.rest), *_pieces(knot.blocks)]).entries)


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
            [*_pieces(knot.blocks), *(piece for child in knot.children for piece in _all(child))],
        )
        for knot in knots
    ]


def _all(knot: Knot) -> list[Piece]:
    return [*_pieces([knot.paragraph, *knot.blocks]), *(piece for child in knot.children for piece in _all(child))]


def _headed(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Return areas without numbers, each its title and the paragraphs below: short lines over running text."""
    areas: list[list[Paragraph]] = []
    for paragraph, next_ in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        if next_ and _heads(paragraph.text) and not _heads(next_.text):
            areas.append([paragraph])
        elif areas:
            areas[-1].append(paragraph)
    return areas


def _heads(text: str) -> bool:
    line = bare(text)
    return len(line) <= _TITLE and not line.endswith(tuple("。；，：;,:")) and not listing([(0, text)]).entries
