"""The way through what stands in a paragraph: text with its look, tracked changes, fields, bookmarks, comments, text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, TypeAlias

from generator.importers.word import symbols
from generator.importers.word.draft import Draft
from generator.importers.word.markup import MC, VML, M, W, attribute, branch, child, children, value
from generator.importers.word.styles import Look, Styles, shape
from generator.importers.word.waiting import Annotation, Kind, Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.importers.word.markup import Element
    from generator.importers.word.numbering import Numbering

Revisions = Literal["accept", "reject"]

HIDDEN = "隐藏文字"
TRACKED: dict[str, Kind] = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
"""How a tracked change is marked up, and what it is."""

_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PASSED = [
    W + local for local in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "instrText", "delInstrText", "smartTagPr", "customXmlPr")
]
_SHIFTS = {"superscript": "上标", "subscript": "下标"}
_UNWANTED: dict[Revisions, Kind] = {"accept": "deleted", "reject": "inserted"}


Steps: TypeAlias = "dict[str, Callable[[Reader, Element], None]]"
"""What is done with each element of a paragraph; what is not named is gone through."""


class Sources(NamedTuple):
    """What is asked while a document is read; comments are taken out as they are met."""

    styles: Styles
    numbering: Numbering
    comments: dict[str, Annotation]
    revisions: Revisions = "accept"


class Reader:
    """Where the reading stands: in which changes and fields, what waits for its paragraph, whether a page break came."""

    def __init__(self, sources: Sources, sections: Iterable[bool] = (), bookmarks: dict[str, str] | None = None) -> None:
        """Start reading a part; `sections` tells of each section behind the first whether it begins a page."""
        self.sources = sources
        self.waiting = Waiting(bookmarks or {})
        self.changes: list[Annotation] = []
        self.dropping = False
        self.page_break = False
        self._dropped = False
        self._unwanted = _UNWANTED[sources.revisions]
        self._sections = iter(sections)
        self._fields: list[bool] = []  # of each open field whether its instruction is being read
        self._instructions = 0
        self._latest: Annotation | None = None
        self._draft = Draft()
        self._look = Look()
        self._shift = ""

    def paragraph(self, element: Element, begun: Draft | None = None) -> Draft:
        """Return a paragraph; `begun` is the one before it whose end is tracked away, so that both are one."""
        properties = children(child(element, "pPr"))
        draft = self._draft = begun or Draft()
        self._dress(draft, properties)
        pieces, ids = len(draft.pieces), len(self.waiting.ids)
        self._fields.clear()
        self._instructions = 0
        self._dropped = False
        self._inside(element)
        draft.goes_on = self._end_tracked_away(properties.get("rPr"))
        if self._dropped and pieces == len(draft.pieces):
            self.waiting.forget(ids)
        if "sectPr" in properties:
            self.page_break = next(self._sections, True)
        return draft

    def tracked(self, marks: dict[str, Element]) -> list[Annotation]:
        """Return the changes among the properties of a row or of a paragraph's end, but for those that are part of an outer one."""
        known = {outer.kind for outer in self.changes}
        return [_change(marks[tag], kind) for tag, kind in TRACKED.items() if tag in marks and kind not in known]

    def unwanted(self, changes: Iterable[Annotation]) -> bool:
        """Tell whether what is so changed is not to be read."""
        return any(change.kind == self._unwanted for change in changes)

    def keep(self, change: Annotation) -> None:
        """Keep a change that has been read, as a part of the one before it where they touch."""
        latest = self._latest
        if latest and change.touches(latest) and latest is self._last_kept():
            latest.text.extend(change.text)
        elif change.text:
            self._latest = change
            self.waiting.annotations.append(change)

    def _last_kept(self) -> Annotation | None:
        return self.waiting.annotations[-1] if self.waiting.annotations else None

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
            self.keep(change)
        return self.unwanted(changes)

    def _inside(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self._STEPS.get(element.tag, Reader._inside)(self, element)

    def _run(self, run: Element) -> None:
        properties, below = child(run, "rPr"), self._draft.style.look
        self._look = below if properties is None else self.sources.styles.look(properties).over(below)
        self._shifted(run, value(children(properties).get("vertAlign")))

    def _shifted(self, element: Element, shift: str) -> None:
        """Go through what is set above or below the line, or on it."""
        before, self._shift = self._shift, shift
        self._inside(element)
        self._shift = before

    def _say(self, text: str) -> None:
        """Take text where it is to be read, and note it in the changes it stands in."""
        if not text or self._instructions:
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
        shifted = symbols.shifted(text, self._shift)
        if shifted is None:
            self.waiting.told.append(f"{_SHIFTS[self._shift]}“{text.strip()}”没有对应的字符，写成平常的字")
        self._draft.pieces.append((text if shifted is None else shifted, self._look))

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
        tag, before = element.tag.removeprefix(W), self.dropping
        changes = self.tracked({tag: element})
        self.dropping = before or self.unwanted(changes)
        self.changes.extend(changes)
        self._inside(element)
        self.dropping = before
        for change in changes:
            self.changes.pop()
            self.keep(change)

    def _field(self, element: Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._instructions += 1
        elif self._fields:
            self._instructions -= self._fields.pop()
            if kind == "separate":
                self._fields.append(False)

    def _comment(self, element: Element) -> None:
        comment = self.sources.comments.pop(attribute(element, "id"), None)
        if comment:
            self.waiting.annotations.append(comment)

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
        f"{M}sup": lambda self, element: self._shifted(element, "superscript"),
        f"{M}sub": lambda self, element: self._shifted(element, "subscript"),
        f"{W}br": _break,
        f"{W}sym": lambda self, element: self._say(symbols.character(element)),
        f"{W}fldChar": _field,
        f"{W}txbxContent": _box,
        f"{VML}textpath": _box,
        f"{MC}AlternateContent": lambda self, element: self._inside(branch(element)),
    }


def _change(element: Element, kind: Kind) -> Annotation:
    return Annotation(kind, attribute(element, "author"), attribute(element, "date"))
