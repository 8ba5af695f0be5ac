"""The text of a slide deck taken apart: cover, catalogue, parts, and of each part the pages' titles, the tasks and what is said of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.importers.explained.catalogue import close, divider_end, entry_of, is_contents, starts, title_lines, words
from generator.importers.ledger import bare
from generator.importers.marks import bullet_end, head_of
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.outline import Paragraph

_LONE = re.compile(r"(?:no\.?)?\s*\d{1,2}\s*[.、/]?", re.IGNORECASE)
_SPACED = re.compile(r"\d{1,2}\s+(?=[^\s\d])")
_SENTENCE = re.compile(r"[。；;！!]|[，：,:]$")
_AGAIN = re.compile(r"[(（]?(?:续|接上页)[)）]?$")
_SHORT = 36  # characters of a title
_FORMAL = {"一", "(一)", "第一条", "第一章"}
_FORMAL_AT_MOST = 3  # lines numbered so that a deck may have
_TITLES = 0.3  # share of a deck's lines that are titles

Kind: TypeAlias = Literal["title", "task", "text", "aside"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a part: where its text begins behind a number or bullet, what it is, and numbers on lines of their own before it."""

    paragraph: Paragraph
    start: int
    kind: Kind
    marks: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """Return what stands behind its number."""
        return self.paragraph.text[self.start :]

    @property
    def is_marked(self) -> bool:
        """Tell whether a number or a bullet stands before it."""
        return bool(self.start or self.marks or self.paragraph.number)


@dataclass(slots=True)
class Task:
    """A title with what is said below it."""

    title: Line
    texts: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """The tasks under one title, None where they stand under none."""

    title: Line | None = None
    tasks: list[Task] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A part: the line that says which it is, the lines of its title, what is said before the first title in it, its pages."""

    divider: Paragraph | None
    title: list[Paragraph]
    texts: list[Line] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)


@dataclass(slots=True)
class Deck:
    """A deck: the lines of its cover and of its catalogue, its parts, lines of no page, lines that say a title once more."""

    cover: list[Paragraph] = field(default_factory=list)
    catalogue: list[Paragraph] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    asides: list[Paragraph] = field(default_factory=list)
    again: list[Line] = field(default_factory=list)


def deck_of(lines: Sequence[Paragraph]) -> Deck | None:
    """Return the deck that lines are the text of, None where they are another document's."""
    contents = next((place for place, line in enumerate(lines) if is_contents(line.text)), None)
    places = starts(lines, contents)
    if not places or close(places) or not _looks_so(lines[places[0] :]):
        return None
    first = places[0] if contents is None else min(contents, places[0])
    deck = Deck([*lines[:first]], [*lines[first : places[0]]])
    entries = [entry for line in deck.catalogue if (entry := entry_of(line.text))]
    for start, stop in zip(places, [*places[1:], len(lines)], strict=True):
        deck.parts.append(_part(lines[start:stop], entries, deck))
    return deck


def _looks_so(lines: Sequence[Paragraph]) -> bool:
    """Tell whether lines are those of slides: many are titles, hardly any is numbered as documents number their parts."""
    heads = (head_of(line.number or line.text) for line in lines if not divider_end(line.text))
    formal = sum(head is not None and head.key in _FORMAL for head in heads)
    return formal <= _FORMAL_AT_MOST and sum(not _says(line.text) for line in lines) >= len(lines) * _TITLES


# --- parts -----------------------------------------------------------------------------------------------------------


def _part(lines: Sequence[Paragraph], entries: Sequence[str], deck: Deck) -> Part:
    """Return a part: its divider with the title on it or below it, as many lines as the catalogue says."""
    first, end = lines[0], divider_end(lines[0].text)
    if end and first.text[end:].strip():
        part, rest = Part(replace(first, text=first.text[:end]), [replace(first, text=first.text[end:], number="")]), lines[1:]
    else:
        below = lines[1:] if end else lines
        count = title_lines(below, entries)
        part, rest = Part(first if end else None, [*below[:count]]), below[count:]
    _fill(part, rest, deck)
    return part


def _fill(part: Part, paragraphs: Sequence[Paragraph], deck: Deck) -> None:
    """Tell titles of pages, tasks and texts apart: a title over running text is a task's, one over a title a page's."""
    lines = _settled(_own(part, paragraphs, deck))
    for line, next_ in zip(lines, [*lines[1:], None], strict=False):
        page = _page(part, line) if line.kind == "title" else None
        if page:
            part.pages.append(part.pages.pop(part.pages.index(page)))
            deck.again.append(line)
        elif line.kind == "title" and not (next_ and next_.kind == "text"):
            part.pages.append(Page(line))
        elif line.kind == "text":
            _last(part).append(line)
        else:
            _open(part).tasks.append(Task(line))
    if not any(page.tasks for page in part.pages):
        part.pages = [Page(None, [Task(page.title) for page in part.pages if page.title])] if part.pages else []


def _open(part: Part) -> Page:
    if not part.pages:
        part.pages.append(Page())
    return part.pages[-1]


def _last(part: Part) -> list[Line]:
    """Return where running text goes: to the last task, before any to the part."""
    tasks = part.pages[-1].tasks if part.pages else []
    return tasks[-1].texts if tasks else part.texts


def _page(part: Part, line: Line) -> Page | None:
    """Return the page that a title says again: a page that goes on."""
    said = _AGAIN.sub("", bare(line.text))
    return next((page for page in part.pages if page.title and bare(page.title.text) == said), None)


# --- lines -----------------------------------------------------------------------------------------------------------


def _own(part: Part, paragraphs: Iterable[Paragraph], deck: Deck) -> list[Line]:
    """Return the lines of a part without those that every page bears, and those that decorate it."""
    title = bare("".join(line.text for line in part.title))
    cover = {bare(line.text) for line in deck.cover}
    own: list[Line] = []
    for line in _lines(paragraphs):
        if bare(line.text) == title and not line.marks:
            deck.again.append(line)
        elif line.kind == "aside" or bare(line.text) in cover:
            deck.asides += [*line.marks, line.paragraph]
        else:
            own.append(line)
    return own


def _lines(paragraphs: Iterable[Paragraph]) -> list[Line]:
    """Return the lines of a part, a number on a line of its own put before the line that it numbers."""
    lines: list[Line] = []
    marks: list[Paragraph] = []
    for paragraph in paragraphs:
        if _LONE.fullmatch(narrow(paragraph.text).strip()):
            marks.append(paragraph)
        else:
            start = _start(paragraph)
            marked = bool(start or marks or paragraph.number)
            lines.append(Line(paragraph, start, _kind(paragraph.text[start:], marked=marked), tuple(marks)))
            marks = []
    return [*lines, *(Line(mark, 0, "aside") for mark in marks)]


def _start(paragraph: Paragraph) -> int:
    """Return where a line's text begins: behind its bullet, or its number."""
    if paragraph.number:
        return 0
    head, spaced = head_of(paragraph.text), _SPACED.match(narrow(paragraph.text))
    return bullet_end(paragraph.text) or (head.end if head else spaced.end() if spaced else 0)


def _kind(text: str, *, marked: bool) -> Kind:
    line = narrow(bare(text)).lower()
    if line.isascii() or line.strip("!。.~") in words()["thanks"]:
        return "aside"
    if _says(text):
        return "text"
    return "task" if marked else "title"


def _says(text: str) -> bool:
    """Tell whether a line is running text and no title."""
    line = bare(text)
    return len(line) > _SHORT or bool(_SENTENCE.search(line))


def _settled(lines: Sequence[Line]) -> list[Line]:
    """Return lines with those settled that a bullet or one kind of number heads: if most stand over running text, they are titles.

    A number with a line to itself is always that of a title.
    """
    over: defaultdict[str, list[bool]] = defaultdict(list)
    for line, next_ in pairwise([*lines, None]):
        if line and line.kind == "task" and not line.marks:
            over[_mark(line)].append(next_ is not None and next_.kind == "text" and not next_.is_marked)
    texts = {mark for mark, those in over.items() if sum(those) * 2 < len(those)}
    return [replace(line, kind="text") if line.kind == "task" and not line.marks and _mark(line) in texts else line for line in lines]


def _mark(line: Line) -> str:
    """Return the kind of a line's bullet or number."""
    printed = line.paragraph.number or line.paragraph.text[: line.start]
    head = head_of(f"{printed}　")
    return head.key if head else re.sub(r"\d+", "1", printed).strip()
