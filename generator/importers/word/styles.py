"""Styles resolved along what they are based on, and the look of a run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.importers.word.markup import W, attribute, child, children, number, switched, value

if TYPE_CHECKING:
    from generator.importers.outline import Align
    from generator.importers.word.markup import Element

CONTINUED = {"公文正文（转页）": "公文正文"}
"""The style of a paragraph's rest behind a page end, and that of its beginning: together they are one paragraph."""

ALIGNMENTS: dict[str, Align] = {"center": "centre", "right": "right", "end": "right"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)


class Look(NamedTuple):
    """What sets characters apart: weight, face of Chinese characters, character style; and whether they are hidden."""

    bold: bool | None = None
    face: str | None = None
    style: str = ""
    hidden: bool | None = None

    def over(self, below: Look) -> Look:
        """Return this look where it says something, and the one below it where it does not."""
        return Look(
            below.bold if self.bold is None else self.bold,
            self.face or below.face,
            self.style or below.style,
            below.hidden if self.hidden is None else self.hidden,
        )


class ListPlace(NamedTuple):
    """Where a paragraph stands in a list: the list, the level if it is said, and the style it comes from."""

    list: str = ""
    depth: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph or its style says of the paragraph as a whole; None where it says nothing."""

    align: Align | None = None
    level: int | None = None
    page_break: bool | None = None
    place: ListPlace | None = None

    def over(self, below: Shape) -> Shape:
        """Return this shape where it says something, and the one below it where it does not."""
        return Shape(
            below.align if self.align is None else self.align,
            below.level if self.level is None else self.level,
            below.page_break if self.page_break is None else self.page_break,
            _joined(self.place, below.place),
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its name, with what it and those it is based on say."""

    name: str = ""
    shape: Shape = field(default_factory=Shape)
    look: Look = field(default_factory=Look)

    def over(self, below: Style) -> Style:
        """Return this style, based on another."""
        return Style(self.name, self.shape.over(below.shape), self.look.over(below.look))


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Keep the styles, resolved when they are asked for."""
        written = [] if root is None else [*root.iterchildren(f"{W}style")]
        self._written = {attribute(style, "styleId"): style for style in written}
        defaults = (style for style in written if attribute(style, "type") == "paragraph" and _default(style))
        self._usual = next((attribute(style, "styleId") for style in defaults), "")
        self._resolved: dict[str, Style] = {}

    def paragraph(self, id_: str) -> Style:
        """Return a paragraph style; the document's usual one for an id that it does not know."""
        known = id_ if id_ in self._written else self._usual
        if known not in self._resolved:
            self._resolve(known)
        return self._resolved[known]

    def look(self, properties: Element | None) -> Look:
        """Return what a run's properties say of its characters, its character style included."""
        if properties is None:
            return _PLAIN
        marks = children(properties)
        own, style = _own_look(marks), value(marks.get("rStyle"))
        return own.over(self._character(style)) if style in self._written else own

    def _character(self, id_: str) -> Look:
        style = self.paragraph(id_)
        return style.look._replace(style=style.name)

    def _resolve(self, id_: str) -> None:
        """Resolve a style and those it is based on, the lowest first; those that go round in a circle are based on nothing."""
        chain: dict[str, Element] = {}
        while id_ in self._written and id_ not in self._resolved and id_ not in chain:
            chain[id_] = self._written[id_]
            id_ = value(child(chain[id_], "basedOn"))
        below = self._resolved.setdefault(id_, Style()) if id_ not in chain else Style()
        for one, style in reversed(chain.items()):
            below = self._resolved[one] = _own(style).over(below)


_PLAIN = Look()


def _own_look(properties: dict[str, Element]) -> Look:
    return Look(switched(properties.get("b")), _face(properties.get("rFonts")), hidden=switched(properties.get("vanish")))


def shape(properties: dict[str, Element], style: str = "") -> Shape:
    """Return what paragraph properties say of the paragraph; `style` is the id of the style they stand in."""
    align = properties.get("jc")
    return Shape(
        None if align is None else ALIGNMENTS.get(value(align), ""),
        _level(properties.get("outlineLvl")),
        switched(properties.get("pageBreakBefore")),
        _place(properties.get("numPr"), style),
    )


def _own(style: Element) -> Style:
    """Return what a style itself says; one that is named as a heading has its level."""
    name = value(child(style, "name"))
    own = shape(children(child(style, "pPr")), attribute(style, "styleId"))
    heading = _HEADING.fullmatch(name.strip())
    return Style(name, own.over(Shape(level=int(heading[1]))) if heading else own, _own_look(children(child(style, "rPr"))))


def _joined(own: ListPlace | None, below: ListPlace | None) -> ListPlace | None:
    """Return the place in a list, the list from below where only the level is said."""
    if own is None or below is None:
        return own or below
    return own if own.list else ListPlace(below.list, own.depth, below.style)


def _place(numbered: Element | None, style: str) -> ListPlace | None:
    if numbered is None:
        return None
    marks = children(numbered)
    return ListPlace(value(marks.get("numId")), number(value(marks.get("ilvl"))), style)


def _level(outline: Element | None) -> int | None:
    depth = number(value(outline))
    return None if depth is None else (depth + 1) % 10


def _face(fonts: Element | None) -> str | None:
    return None if fonts is None else attribute(fonts, "eastAsiaTheme") or attribute(fonts, "eastAsia") or None


def _default(style: Element) -> bool:
    return style.get(f"{W}default") in ("1", "true", "on")
