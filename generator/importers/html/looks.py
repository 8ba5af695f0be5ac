"""What an element of a page looks like: whether it is seen, how its text is set, how its list counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.plan.numbering import chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.outline import Align

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

_TEXTS = {"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "li", "dt", "dd", "blockquote", "address", "hr"}
_PARTS = {"html", "body", "div", "section", "article", "main", "header", "footer", "nav", "aside", "center", "form", "fieldset", "figure"}
_TABLES = {"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figcaption"}
BLOCKS = frozenset({*_TEXTS, *_PARTS, *_TABLES})
_CODE = {"head", "title", "script", "style", "noscript", "template", "xml"}
_EMBEDDED = {"iframe", "object", "svg", "math", "canvas", "audio", "video", "map", "select", "option", "textarea", "input"}
_UNSEEN = frozenset({*_CODE, *_EMBEDDED})
_ALIGNS: dict[str, Align] = {"center": "centre", "middle": "centre", "right": "right", "end": "right"}
_HEAVY = 600
_STYLE_AT_MOST = 2000


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set where it stands: what it inherits and what its own elements say."""

    bold: bool = False
    face: str = ""
    align: Align = ""
    level: int = 0
    kept: bool = False
    """Whether line ends are kept as written."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What of a style attribute matters here."""

    bold: bool | None
    face: str
    align: str
    hidden: bool
    page_break: bool
    number: bool
    list_type: str


@lru_cache(maxsize=4096)
def _style(text: str) -> _Style:
    entries = dict(_entries(text))
    weight = entries.get("font-weight", "")
    heavy = weight.startswith("bold") or (weight.isdecimal() and int(weight[:4]) >= _HEAVY)
    return _Style(
        bold=heavy if weight else None,
        face=entries.get("font-family", "").split(",")[0].strip(" \"'"),
        align=entries.get("text-align", ""),
        hidden=entries.get("display") == "none" or entries.get("visibility") == "hidden" or entries.get("mso-hide") == "all",
        page_break="always" in (entries.get("page-break-before"), entries.get("break-before")) or entries.get("break-before") == "page",
        number=entries.get("mso-list", "").lower() == "ignore",
        list_type=entries.get("list-style-type") or entries.get("list-style", ""),
    )


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for entry in text[:_STYLE_AT_MOST].split(";"):
        key, _, value = entry.partition(":")
        yield key.strip().lower(), re.sub(r"\s*!important", "", value).strip().lower()


def style_of(element: Element) -> _Style:
    """Return what an element's style attribute says."""
    return _style(element.get("style", ""))


def is_seen(element: Element) -> bool:
    """Tell whether an element is shown at all."""
    return isinstance(element.tag, str) and element.tag not in _UNSEEN and element.get("hidden") is None and not style_of(element).hidden


def look_of(element: Element, around: Look) -> Look:
    """Return how the text of an element looks that stands within `around`."""
    style, tag = style_of(element), element.tag
    bold = style.bold if style.bold is not None else around.bold or tag in {"b", "strong", "th"}
    face = style.face or (element.get("face", "").split(",")[0].strip(" \"'").lower() if tag == "font" else "") or around.face
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else around.level  # noqa: PLR2004 - h1
    return replace(around, bold=bold, face=face, align=_align(element, around), level=level, kept=around.kept or tag == "pre")


def _align(element: Element, around: Look) -> Align:
    said = style_of(element).align or element.get("align", "").lower() or ("center" if element.tag == "center" else "")
    if not said or element.tag not in BLOCKS or element.tag == "table":
        return around.align
    return _ALIGNS.get(said, "")


def number_of(kind: str, number: int) -> str:
    """Return the number of a list's entry as a browser prints it; nothing where the list does not count."""
    if kind in {"none", "disc", "circle", "square"}:
        return ""
    if "cjk" in kind or "chin" in kind or kind == "ideographic":
        return f"{chinese(number)}、" if number > 0 else f"{number}、"
    if kind in {"a", "A", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin"} and 0 < number <= 26:  # noqa: PLR2004
        return f"{chr(ord('A' if kind[0] in 'Au' else 'a') + number - 1)}."
    if kind in {"i", "I", "lower-roman", "upper-roman"} and 0 < number < 40:  # noqa: PLR2004
        roman = _roman(number)
        return f"{roman.upper() if kind[0] in 'Iu' else roman}."
    return f"{number:02d}." if kind == "decimal-leading-zero" else f"{number}."


def _roman(number: int) -> str:
    for value, text in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        if number >= value:
            return text + _roman(number - value)
    return ""
