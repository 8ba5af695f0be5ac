"""Blanks in running text: those that stand inside words are told from those that set things apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers.body.labels import label_at
from generator.importers.marks import bullet_end, head_of
from generator.importers.punctuation import tight

if TYPE_CHECKING:
    from collections.abc import Iterable

APART = "　"
"""The one blank by which things that stand side by side are set apart."""

_BLANKS = re.compile(r"\s+")
_BEHIND = "，。、；：！？…—（〈《“‘〔【,.;:!?(["  # marks behind which nothing has to be set apart
_BEFORE = "，。、；：！？…—）〉》”’〕】（〔【,.;:!?)](["
_COLON = re.compile("[：:]")
_THING = r"(?:[\u3400-\u9fff]|\d+)"  # what may stand alone in a word whose characters are spread
_EDGE = r"[^\u3400-\u9fffA-Za-z0-9]"
_SINGLE_BEFORE = re.compile(rf"(?:^|{_EDGE}){_THING}$")
_SINGLE_BEHIND = re.compile(rf"{_THING}(?=$|{_EDGE})")
_NEAR = 8  # characters that are looked at before a blank
_WIDTHS = {"\t": 4, "\u3000": 2}
_WIDE = 2


@dataclass(frozen=True, slots=True)
class Blank:
    """A stretch of blanks inside a text, and what stands there when stray ones are gone."""

    start: int
    end: int
    left: str


def blanks_in(text: str, *, apart: bool) -> list[Blank]:
    """Return the blanks inside a text that has none around it, with what is left of each; with `apart` some set things apart.

    Stray is one in a word (责 任), also a wide one in a name of two characters or between the characters of a word (刘  涛,
    组　长). Two and more, a tab and 　 between things stay as one 　, and so does any before a further label: 完成时限：….
    """
    head = head_of(text)
    begins = max(head.end if head else 0, bullet_end(text)) if apart else len(text)
    found = [*_BLANKS.finditer(text)]
    around = zip(found, [None, *found], [*found[1:], None], strict=False)
    return [
        Blank(*blank.span(), _left(blank, before, behind) if blank.start() > begins else _tight(blank)) for blank, before, behind in around
    ]


def replaced(text: str, blanks: Iterable[Blank], start: int = 0, end: int | None = None) -> str:
    """Return a stretch of a text with what is left of its blanks in their places."""
    pieces, end = [], len(text) if end is None else end
    for blank in blanks:
        if start <= blank.start and blank.end <= end:
            pieces += [text[start : blank.start], blank.left]
            start = blank.end
    return "".join([*pieces, text[start:end]])


def _left(blank: re.Match[str], before: re.Match[str] | None, behind: re.Match[str] | None) -> str:
    """Return what is left of a blank; `before` and `behind` are those next to it."""
    text, (start, end) = blank.string, blank.span()
    if "\n" in blank[0] or text[start - 1] in _BEHIND or text[end] in _BEFORE:
        return _tight(blank)
    labelled = _COLON.search(text, 0, start) and label_at(text, end)
    apart = _width(blank) >= _WIDE and not _inside_word(blank, before, behind)
    if not (labelled or apart):
        return _tight(blank)
    beside = text[start - 1] + text[end]
    return " " if beside.isascii() and not beside.isdigit() else APART


def _tight(blank: re.Match[str]) -> str:
    return tight(blank.string[blank.start() - 1 : blank.end() + 1])[1:-1]


def _inside_word(blank: re.Match[str], before: re.Match[str] | None, behind: re.Match[str] | None) -> bool:
    """Tell whether a blank parts the characters of one word: not where they stand nearer to others (刘  涛    王  明)."""
    nearer = (near for near in (before, behind) if near and _width(near) < _width(blank))
    return _parts_characters(blank) and not any(map(_parts_characters, nearer))


def _parts_characters(blank: re.Match[str]) -> bool:
    """Tell whether single characters, or one and a number, stand on both sides of a blank."""
    text, (start, end) = blank.string, blank.span()
    before = _SINGLE_BEFORE.search(text[max(start - _NEAR, 0) : start])
    numbers = (text[start - 1] + text[end]).isdecimal()
    return bool(before and _SINGLE_BEHIND.match(text, end)) and not numbers


def _width(blank: re.Match[str]) -> int:
    """Return how wide a blank is, in half-width ones."""
    return sum(_WIDTHS.get(character, 1) for character in blank[0])
