"""The way through what stands in a paragraph: text with its look, tracked changes, fields, bookmarks, comments, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, TypeAlias

from generator.importers.outline import Remark
from generator.importers.word import symbols
from generator.importers.word.draft import Draft
from generator.importers.word.markup import MC, VML, M, W, attribute, branch, child, children, value
from generator.importers.word.styles import Look, Styles, shape
from generator.importers.word.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.importers.word.markup import Element
    from generator.importers.word.numbering import Numbering

Revisions = Literal["accept", "reject"]
_Kind = Literal["inserted", "deleted"]

HIDDEN = "隐藏文字"
TRACKED: dict[str, _Kind] = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
"""How a tracked change is marked up, and what it is."""

_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PASSED = [
    W + local for local in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "instrText", "delInstrText", "smartTagPr", "customXmlPr")
]
_UNWANTED: dict[Revisions, _Kind] = {"accept": "deleted", "reject": "inserted"}


Steps: TypeAlias = "dict[str, Callable[[Reader, Element], None]]"
"""What is done with each element of a paragraph; what is not named is gone through."""


class Sources(NamedTuple):
    """What is asked while a document is read; comments are taken out as they are met."""

    styles: Styles
    numbering: Numbering
    comments: dict[str, Remark]
    revisions: Revisions = "accept"


@dataclass(slots=True)
class Change:
    """A tracked change that is being read."""

    kind: _Kind
    author: str
    date: str
    text: list[str] = field(default_factory=list)


class Reader:
    """Where the reading stands: in which changes and fields, what waits for its paragraph, whether a page break came."""

    def __init__(self, sources: Sources, sections: Iterable[bool] = (), bookmarks: dict[str, str] | None = None) -> None:
        """Start reading a part; `sections` tells of each section behind the first whether it begins a page."""
        self.sources = sources
        self.waiting = Waiting(bookmarks or {})
        self.changes: list[Change] = []
        self.dropping = False
        self.page_break = False
        self._dropped = False
        self._unwanted = _UNWANTED[sources.revisions]
        self._sections = iter(sections)
        self._fields: list[bool] = []  # of each open field whether its instruction is being read
        self._latest: Remark | None = None
        self._draft = Draft()
        self._look = Look()

    def paragraph(self, element: Element, begun: Draft | None = None) -> Draft:
        """Return a paragraph; `begun` is the one before it whose end is tracked away, so that both are one."""
        properties = children(child(element, "pPr"))
        draft = self._draft = begun or Draft()
        self._dress(draft, properties)
        pieces, ids = len(draft.pieces), len(self.waiting.ids)
        self._fields.clear()
        self._dropped = False
        self._inside(element)
        draft.goes_on = self._end_tracked_away(properties.get("rPr"))
        if self._dropped and pieces == len(draft.pieces):
            self.waiting.forget(ids)
        if "sectPr" in properties:
            self.page_break = next(self._sections, True)
        return draft

    def tracked(self, marks: dict[str, Element]) -> list[Change]:
        """Return the changes among the properties of a row or of a paragraph's end."""
        return [_change(marks[tag], kind) for tag, kind in TRACKED.items() if tag in marks]

    def unwanted(self, changes: Iterable[Change]) -> bool:
        """Tell whether what is so changed is not to be read."""
        return any(change.kind == self._unwanted for change in changes)

    def remark(self, change: Change) -> None:
        """Keep a change that has been read, joined to the one before it where they touch and are of one hand and time."""
        text, latest, remarks = "".join(change.text), self._latest, self.waiting.remarks
        if not text or any(outer.kind == change.kind for outer in self.changes):
            return
        if (
            latest
            and remarks
            and latest is remarks[-1]
            and (latest.kind, latest.author, latest.date) == (change.kind, change.author, change.date)
        ):
            text = remarks.pop().text + text
        self._latest = Remark(change.kind, change.author, text, change.date)
        remarks.append(self._latest)

    def mark(self, element: Element) -> bool:
        """Note a bookmark or comment that stands between paragraphs, rows or cells; tell whether it was one."""
        step = self._MARKS.get(element.tag)
        if step:
            step(self, element)
        return bool(step)

    def _dress(self, draft: Draft, properties: dict[str, Element]) -> None:
        style = value(properties.get("pStyle"))
        draft.style = self.sources.styles.paragraph(style)
        draft.shape = shape(properties, style).over(draft.style.shape)
        self._look = draft.style.look
        self.page_break = bool(self.page_break or draft.shape.page_break)

    def _end_tracked_away(self, properties: Element | None) -> bool:
        """Tell whether a paragraph's end is tracked away; a tracked end counts as a newline."""
        changes = self.tracked(children(properties))
        for change in changes:
            change.text.append("\n")
            self.remark(change)
        return self.unwanted(changes)

    def _inside(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self._STEPS.get(element.tag, Reader._inside)(self, element)

    def _run(self, run: Element) -> None:
        properties, below = child(run, "rPr"), self._draft.style.look
        self._look = below if properties is None else self.sources.styles.look(properties).over(below)
        self._inside(run)

    def _say(self, text: str) -> None:
        """Take text where it is to be read, and note it in the changes it stands in."""
        if not text or any(self._fields):
            return
        for change in self.changes:
            change.text.append(text)
        if not self.changes:
            self._latest = None
        if self.dropping:
            self._dropped = True
            self.waiting.settle()
        elif self._look.hidden:
            self.waiting.unseen.append((text, HIDDEN))
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        self.waiting.settle()
        if self.page_break:
            self._draft.page_break = not self._draft.filled
            self.page_break = False
        self._draft.pieces.append((text, self._look))

    def _text(self, element: Element) -> None:
        text = (element.text or "").replace("\n", " ")
        kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        self._say(text if kept else text.strip(" \t\r"))

    def _sign(self, element: Element) -> None:
        self._say(_SIGNS[element.tag])

    def _pass(self, element: Element) -> None:
        """Leave out what is said about the text and is no text."""

    def _break(self, element: Element) -> None:
        if attribute(element, "type") in ("page", "column"):
            self.page_break = self.page_break or not self.dropping
        else:
            self._say("\n")

    def _tracked(self, element: Element) -> None:
        change = _change(element, TRACKED[element.tag.removeprefix(W)])
        before = self.dropping
        self.dropping = before or self.unwanted([change])
        self.changes.append(change)
        self._inside(element)
        self.changes.pop()
        self.dropping = before
        self.remark(change)

    def _field(self, element: Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif self._fields:
            self._fields.pop()

    def _comment(self, element: Element) -> None:
        remark = self.sources.comments.pop(attribute(element, "id"), None)
        if remark:
            self.waiting.remarks.append(remark)

    def _box(self, element: Element) -> None:
        """Keep a text box, or the letters of a WordArt, for behind the paragraph."""
        if not self.dropping:
            self._draft.boxes.append(element)

    _MARKS: ClassVar[Steps] = {
        f"{W}bookmarkStart": lambda self, element: self.waiting.begin(element),
        f"{W}bookmarkEnd": lambda self, element: self.waiting.end(element),
        f"{W}commentRangeStart": _comment,
        f"{W}commentReference": _comment,
    }
    _STEPS: ClassVar[Steps] = {
        **_MARKS,
        **dict.fromkeys((W + local for local in TRACKED), _tracked),
        **dict.fromkeys((f"{W}t", f"{W}delText", f"{M}t"), _text),
        **dict.fromkeys(_SIGNS, _sign),
        **dict.fromkeys(_PASSED, _pass),
        f"{W}r": _run,
        f"{W}br": _break,
        f"{W}sym": lambda self, element: self._say(symbols.character(element)),
        f"{W}fldChar": _field,
        f"{W}txbxContent": _box,
        f"{VML}textpath": _box,
        f"{MC}AlternateContent": lambda self, element: self._inside(branch(element)),
    }


def _change(element: Element, kind: _Kind) -> Change:
    return Change(kind, attribute(element, "author"), attribute(element, "date"))
