"""The names and values of WordprocessingML that every part of the reader asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
VAL = f"{W}val"

_NUMBER = re.compile(r"-?\d{1,9}")
_OFF = frozenset({"0", "false", "off", "none"})


def name(tag: object) -> str:
    """Return the local name of a tag."""
    return str(tag).rpartition("}")[2]


def child(element: Element, local: str) -> Element | None:
    """Return the first child of a name in Word's namespace."""
    return next(element.iterchildren(W + local), None)


def children(element: Element | None) -> dict[str, Element]:
    """Return the children of a properties element by local name; the last of a name counts."""
    return {} if element is None else {name(one.tag): one for one in element}


def value(element: Element | None) -> str:
    """Return the w:val of an element; "" without one."""
    return "" if element is None else element.get(VAL, "")


def number(text: str | None) -> int | None:
    """Return a whole number of at most nine digits; None for anything else."""
    return int(text) if text and _NUMBER.fullmatch(text) else None


def switched(element: Element | None) -> bool | None:
    """Return whether an on/off property is on; None when it is not there."""
    return None if element is None else element.get(VAL, "") not in _OFF


def attribute(element: Element, local: str) -> str:
    """Return an attribute in Word's namespace."""
    found: str = element.get(W + local, "")
    return found


def branch(alternatives: Element) -> Iterator[Element]:
    """Yield what stands in the branch of an mc:AlternateContent that is read: a choice that holds text, else the fallback."""
    fallback: list[Element] = []
    for one in alternatives:
        if one.tag == f"{MC}Fallback":
            fallback = [*one]
        elif any(text.text for text in one.iter(f"{W}t", f"{M}t", f"{W}delText")):
            yield from one
            return
    yield from fallback
