"""Marks set to full width where Chinese asks for it, one character for one; blanks taken out of names and words."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_BRACKETS = {"(": "（", ")": "）"}
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff，。、；：！？（）《》〈〉“”‘’【】〔〕％…—]")
_BLANKS = re.compile(r"[\s\u3000]+")
_LATIN = re.compile(r"[A-Za-z0-9.,;:!?'\"()&/_-]")
_LETTER = re.compile(r"[A-Za-z]")
_NEAR = 4  # blanks that may stand between a mark and its neighbour


def widened(text: str) -> str:
    """Return a text whose half-width marks beside Chinese are full-width; those inside numbers, times and Latin stay."""
    if text.isascii() or not any(mark in text for mark in ',;:!?()"'):
        return text
    characters = list(text)
    for place, character in enumerate(text):
        if character in _WIDE and _beside_chinese(text, place):
            characters[place] = _WIDE[character]
    for place in _wide_brackets(text):
        characters[place] = _BRACKETS[text[place]]
    for place, quote in _quotes(text):
        characters[place] = quote
    return "".join(characters)


def tight(text: str) -> str:
    """Return a text without the blanks around and inside it; between Latin words one stays."""
    return _BLANKS.sub(_kept_blank, text.strip())


def _kept_blank(blank: re.Match[str]) -> str:
    before, after = blank.string[blank.start() - 1], blank.string[blank.end()]
    latin = _LATIN.match(before) and _LATIN.match(after) and (_LETTER.match(before) or _LETTER.match(after))
    return " " if latin else ""


def _beside_chinese(text: str, place: int) -> bool:
    before, after = text[max(place - _NEAR, 0) : place].rstrip()[-1:], text[place + 1 : place + 1 + _NEAR].lstrip()[:1]
    if before.isdigit() and after.isdigit():
        return False
    return bool(_CHINESE.match(before) or _CHINESE.match(after)) and not (before.isascii() and after in {"/", "\\"})


def _wide_brackets(text: str) -> set[int]:
    """Return the places of half-width brackets that hold, or stand beside, Chinese; of a pair both or none."""
    chinese = [found.start() for found in _CHINESE.finditer(text)]
    wide: set[int] = set()
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in "(（":
            opened.append(place)
        elif character in ")）":
            pair = (opened.pop(), place) if opened else (place, place)
            if _any_between(chinese, pair[0] - 1, place + 2):
                wide |= set(pair)
    wide |= {place for place in opened if _any_between(chinese, place - 1, place + 2)}
    return {place for place in wide if text[place] in _BRACKETS}


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of some places, which are in order, is in a stretch."""
    nearest = bisect_left(places, start)
    return nearest < len(places) and places[nearest] < end


def _quotes(text: str) -> list[tuple[int, str]]:
    """Return the places of straight quotes with the curved ones that belong there: only pairs that hold Chinese."""
    places = [place for place, character in enumerate(text) if character == '"']
    pairs = list(pairwise(places))[::2] if len(places) % 2 == 0 else []
    return [
        (place, quote)
        for start, end in pairs
        if _CHINESE.search(text, max(start - 1, 0), end + 2)
        for place, quote in ((start, "“"), (end, "”"))
    ]
