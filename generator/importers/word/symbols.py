"""The characters of Word's symbol faces, and those set above or below the line: which code points they have of their own."""

from __future__ import annotations

from functools import cache

from generator.data import load
from generator.importers.word.markup import Element, attribute

BULLET = "●"
_PRIVATE = range(0xF000, 0xF100)
_SHIFTED = {
    "superscript": str.maketrans("0123456789+-−－", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻"),
    "subscript": str.maketrans("0123456789+-−－", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋"),
}


def character(sym: Element) -> str:
    """Return the character of a w:sym; its own private code point where it is not known, for it must not be lost."""
    code = attribute(sym, "char")
    try:
        point = int(code, 16)
        return _known().get((attribute(sym, "font"), point & 0xFF), chr(point)) if point else ""
    except (ValueError, OverflowError):
        return ""


def bullet(text: str, face: str) -> str:
    """Return a bullet as it is printed; one in a symbol face that is not known is a dot."""
    symbolic = face in _faces()
    return "".join(_known().get((face, ord(sign) & 0xFF), BULLET) if symbolic or ord(sign) in _PRIVATE else sign for sign in text)


def shifted(text: str, shift: str) -> str | None:
    """Return a text set above or below the line in characters that stand there by themselves, None where one has no such."""
    signs = _SHIFTED.get(shift)
    if signs is None or not text.strip():
        return text
    return text.translate(signs) if all(ord(sign) in signs for sign in text.strip()) else None


@cache
def _known() -> dict[tuple[str, int], str]:
    faces = load(__package__, "symbols.yaml")
    return {(face, int(code, 16)): sign for face, signs in faces.items() for code, sign in signs.items()}


@cache
def _faces() -> frozenset[str]:
    return frozenset(face for face, _ in _known())
