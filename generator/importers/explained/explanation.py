"""From a policy explanation (政策解读) to the tree of a plan without a notice: its areas are sections, what they list are tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers.explained import naming, topics
from generator.importers.explained.areas import Areas, pieces
from generator.importers.explained.listing import joined, titled
from generator.importers.outline import Paragraph, Table
from generator.importers.prose import listed, said
from generator.importers.tables.table import recognised as table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.explained.areas import Contents
    from generator.importers.explained.topics import Explained, Part
    from generator.importers.ids import Ids
    from generator.importers.outline import Block
    from generator.importers.prose import Drawn
    from generator.importers.scribe import Scribe
    from generator.source.tree import Value

_KEYS = {"background": "背景依据", "significance": "重要意义", "lead": "主要内容"}
"""The keys of an explanation that hold prose, and what an officer calls them."""


def recognised(blocks: Sequence[Block], scribe: Scribe, ids: Ids, name: str) -> Drawn | None:
    """Return title, region, nodes and explanation of a policy explanation, None where the blocks are none; then nothing is booked."""
    found = topics.explained(blocks)
    return _Writer(scribe, ids, name).tree(found) if found else None


@dataclass(slots=True)
class _Writer:
    """Writes the tree of one explanation: `told` are its paragraphs by key, `headed` the keys whose heading the source has."""

    scribe: Scribe
    ids: Ids
    name: str
    told: dict[str, list[str]] = field(default_factory=lambda: {key: [] for key in _KEYS})
    headed: set[str] = field(default_factory=set)
    nodes: dict[str, list[Value]] = field(default_factory=lambda: {"tables": [], "sections": [], "tasks": []})

    def tree(self, found: Explained) -> Drawn:
        """Return the plan that an explanation tells of."""
        ledger = self.scribe.ledger
        titles = self._title(found.head)
        self._parts(self._intro(found))
        for line in found.foot:
            ledger.set_aside(line.line, line.number + line.text, "解读的署名、日期或网页文字，计划里没有放它的地方")
        blocks = [*found.intro, *(block for part in found.parts for block in part.blocks)]
        texts = [text for _, text in pieces(blocks)]
        title = naming.title_of(["".join(titles), *titles], texts, self.name, ledger)
        region = naming.region(["".join(titles), *(line.text for line in found.foot)], title, texts, ledger)
        told = {key: listed(paragraphs) for key, paragraphs in self.told.items()}
        return said({"title": title, "region": region, **self.nodes, "explanation": said({"title": listed(titles), **told})})

    @property
    def _areas(self) -> Areas:
        return Areas(self.scribe, self.ids)

    def _title(self, lines: Sequence[Paragraph]) -> list[str]:
        """Write the lines of the title; others before the text are the page's."""
        own = [line for line in lines if not topics.is_of_page(line.text) and not topics.signs_off(line)]
        saying = naming.title_at([line.text for line in own])
        own = [own[place] for place in saying] or own
        for line in lines:
            if not any(line is kept for kept in own):
                self.scribe.ledger.set_aside(line.line, line.text, "标题前后的网页文字")
        return [self.scribe.paragraph(line) for line in own]

    def _intro(self, found: Explained) -> list[Part]:
        """Write what stands before the first heading and return the parts; of a text without headings all is its content."""
        if not found.parts:
            return [topics.Part("content", blocks=found.intro)]
        key = "background" if any(part.topic == "background" for part in found.parts) else "lead"
        self.told[key] += joined(pieces(found.intro), self.scribe)
        if self.told[key]:
            self.scribe.ledger.guess(found.intro[0].line, f"第一个标题之前的段落放在解读的{_KEYS[key]}", 0.7)
        self._tables(found.intro)
        return found.parts

    def _parts(self, parts: Sequence[Part]) -> None:
        """Write the parts: content makes sections, 保障措施 one with points, what else has no key of its own stays as prose."""
        own = _own(parts)
        lists = not any(part.topic == "measures" for part in parts)
        for part in parts:
            self._tables(part.blocks)
            if part.topic == "measures":
                self._section(part, self._areas.points(part.blocks))
            elif part not in own:
                self._prose(part)
            else:
                self._contained(part, alone=own == [part] and bool(part.topic), lists=lists)

    def _contained(self, part: Part, *, alone: bool, lists: bool) -> None:
        """Write a part about the content; of the only one what it holds is the plan's itself, a list of tasks only where it `lists`."""
        contents = self._areas.contents(part.blocks)
        if alone and (lists or contents.key == "sections"):
            self._content(part, contents)
        else:
            self._section(part, contents)

    def _section(self, part: Part, contents: Contents) -> None:
        self.nodes["sections"].append(self._areas.section(part, contents))

    def _content(self, part: Part, contents: Contents) -> None:
        """Write the only part of content: its areas are the plan's sections, a list without areas its tasks."""
        self._areas.mark(part)
        self.scribe.derive(part.line, part.title)
        around, written = contents.around, contents.nodes
        self.told["lead"] += joined([*around.before, *around.after], self.scribe)
        if around.after:
            self.scribe.ledger.guess(around.after[0][0], "主要内容的结尾段落放在它的开头段落之后", 0.6)
        self.nodes[contents.key] += written

    def _prose(self, part: Part) -> None:
        """Write a part under the key that its heading names, the heading being printed by itself; else with it as the first words."""
        key = part.topic.removeprefix("told_") or "lead"
        self._areas.mark(part)
        if key == part.topic and key not in self.headed:
            self.headed.add(key)
            self.scribe.derive(part.line, part.title)
            self.told[key] += joined(pieces(part.blocks), self.scribe)
            return
        title = titled(part.line, part.title, self.scribe)
        self.scribe.ledger.guess(part.line, f"“{title}”在计划里没有自己的地方，连同标题放在解读的{_KEYS[key]}", 0.6)
        first, *others = joined(pieces(part.blocks), self.scribe) or [""]
        colon = "" if title.endswith("？") or not title else "："
        self.told[key] += [first if title and first.startswith(title) else title + colon + first, *others]

    def _tables(self, blocks: Sequence[Block]) -> None:
        """Write the tables of a part as tables of the plan, wherever they stand in it."""
        for block in blocks:
            if isinstance(block, Table):
                written = table(block, self.scribe.ledger, title="", names={}, taken=self.ids, says_merges=False)
                self.nodes["tables"].append({"id": self.ids.make("", "table"), **written})


def _own(parts: Sequence[Part]) -> list[Part]:
    """Return the parts that say what the plan contains: by their heading; those of no known heading too where they are most."""
    content = [part for part in parts if part.topic == "content"]
    unknown = [part for part in parts if not part.topic]
    return content if content and len(unknown) * 2 <= len(parts) else [part for part in parts if part.topic in {"", "content"}]
