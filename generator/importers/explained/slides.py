"""From the text of a slide deck (图解) to the tree of a plan without a notice: parts are sections, titles over text are tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers.explained import naming, topics
from generator.importers.explained.catalogue import entry_of
from generator.importers.explained.deck import deck_of
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph
from generator.importers.prose import listed, said
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.explained.deck import Deck, Line, Page, Part, Task
    from generator.importers.ids import Ids
    from generator.importers.outline import Block
    from generator.importers.prose import Drawn
    from generator.importers.scribe import Scribe
    from generator.source.tree import Value


def recognised(blocks: Sequence[Block], scribe: Scribe, ids: Ids, name: str) -> Drawn | None:
    """Return title, region, sections and slides of a deck's text, None where the blocks are none; then nothing is booked.

    What a slide says of a task is its `brief`: a deck words tasks shorter than the plan, whose own text is not known.
    """
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    deck = None if len(lines) < len(blocks) or topics.carries_notice(blocks, len(blocks)) else deck_of(lines)
    return _Writer(scribe, ids, name).tree(deck) if deck else None


@dataclass(slots=True)
class _Writer:
    """Writes the tree of one deck."""

    scribe: Scribe
    ids: Ids
    name: str

    def tree(self, deck: Deck) -> Drawn:
        """Return the plan that a deck tells of."""
        title = self._cover(deck.cover)
        self._catalogue(deck)
        explanation: Drawn = {}
        sections: list[Value] = []
        pages: list[Value] = []
        for part in deck.parts:
            topic = topics.topic_of("".join(line.text for line in part.title))
            if topic in {"background", "significance"} and topic not in explanation:
                explanation[topic] = self._told(part)
            else:
                sections.append(self._section(part, "points" if topic == "measures" else "tasks", pages))
        texts = [line.text for part in deck.parts for page in part.pages for task in page.tasks for line in task.texts]
        named = naming.title_of(["".join(title), *title], texts, self.name, self.scribe.ledger)
        written: Drawn = {"title": named, "region": naming.region(title, named, texts, self.scribe.ledger), "sections": sections}
        return said(written | {"explanation": explanation, "slides": said({"title": listed(title), "pages": pages})})

    # --- what is around the pages ---

    def _cover(self, lines: Sequence[Paragraph]) -> list[str]:
        """Write the lines of the cover as the title of the slides; dates and what a page puts around it are set aside."""
        own = [line for line in lines if not topics.is_of_page(line.text) and not topics.signs_off(line)]
        for line in lines:
            if not any(line is kept for kept in own):
                self.scribe.ledger.set_aside(line.line, line.text, "封面上的署名、日期或网页文字，计划里没有放它的地方")
        return [self.scribe.paragraph(line) for line in own]

    def _catalogue(self, deck: Deck) -> None:
        """Book the catalogue, which says the titles of the parts, and lines that say a title again."""
        titles = "".join(bare(line.text) for part in deck.parts for line in part.title)
        for line in deck.catalogue:
            if entry_of(line.text) and entry_of(line.text) not in narrow(titles):
                self.scribe.ledger.set_aside(line.line, line.number + line.text, "目录里的一行，后面没有这个标题")
            else:
                self.scribe.derive(line.line, line.number + line.text)
        for again in deck.again:
            self._marks(again)
            self.scribe.derive(again.paragraph.line, again.text)
        for line in deck.asides:
            self.scribe.ledger.set_aside(line.line, line.number + line.text, "版面装饰、片尾，或每页重复的文字")

    def _marks(self, line: Line) -> None:
        """Book the number or bullet of a line."""
        for mark in line.marks:
            self.scribe.derive(mark.line, mark.text)
        self.scribe.derive(line.paragraph.line, line.paragraph.number + line.paragraph.text[: line.start])

    def _text(self, line: Line) -> str:
        self._marks(line)
        return self.scribe.text(line.paragraph.line, line.text)

    # --- parts ---

    def _heading(self, part: Part) -> str:
        if part.divider:
            self.scribe.derive(part.divider.line, part.divider.text)
        return "".join(self.scribe.text(line.line, line.text) for line in part.title)

    def _told(self, part: Part) -> Value:
        """Return all that a part says as paragraphs of the explanation, titles on their own."""
        for line in (part.divider, *part.title):
            if line:
                self.scribe.derive(line.line, line.text)
        lines = [*part.texts]
        for page in part.pages:
            lines += [*([page.title] if page.title else []), *(line for task in page.tasks for line in (task.title, *task.texts))]
        return listed([self._text(line) for line in lines])

    def _section(self, part: Part, key: str, pages: list[Value]) -> Drawn:
        title = self._heading(part)
        section: Drawn = {"id": self.ids.make(title, "section"), "title": title}
        section["summary"] = listed([self._text(line) for line in part.texts])
        nodes: list[Value] = []
        pages += [self._page(page, str(section["id"]), key, nodes) for page in part.pages]
        return said(section | {key: nodes})

    def _page(self, page: Page, section: str, key: str, nodes: list[Value]) -> Drawn:
        """Write a page's title and tasks, the tasks into `nodes`; return the page."""
        title = self._text(page.title) if page.title else ""
        written = [self._task(task, key.removesuffix("s")) for task in page.tasks]
        nodes += written
        return said({"section": section, "title": title, "tasks": [node["id"] for node in written] if key == "tasks" else []})

    def _task(self, task: Task, role: str) -> Drawn:
        title = self._text(task.title)
        texts = listed([self._text(line) for line in task.texts])
        return said({"id": self.ids.make(title, role), "title": title, "brief": said({"text": texts})})
