"""Ids made from Chinese headings: pinyin without tones, short, each once."""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from generator.data import load
from generator.schema.kinds import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 36
_WORDS = re.compile(r"[a-z0-9]+|[㐀-鿿]+")


class Ids:
    """Makes ids that no other thing of the plan has."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        """Begin with ids that are not to be given."""
        self._taken = set(reserved)
        self._reached: dict[str, int] = {}

    def make(self, text: str, fallback: str) -> str:
        """Return a new id that reads like the text, or like the fallback where the text has nothing to read."""
        return self._new(_syllables(text) or [fallback])

    def keep(self, id_: str) -> str:
        """Return the id given; a new one like it where it is already taken or is not one."""
        if fits("id", id_) and id_ not in self._taken:
            self._taken.add(id_)
            return id_
        return self.make(id_, "item")

    def _new(self, syllables: list[str]) -> str:
        whole = _cut(syllables, _LONGEST)
        for number in count(self._reached.get(whole, 1)):
            tail = f"_{number}" if number > 1 else ""
            id_ = _cut(syllables, _LONGEST - len(tail)) + tail
            if id_ not in self._taken:
                break
        self._reached[whole] = number
        self._taken.add(id_)
        return id_


def _cut(syllables: list[str], room: int) -> str:
    """Return as many syllables as there is room for, and of a first one that is too long its beginning."""
    lengths = (sum(map(len, syllables[:number])) + number - 1 for number in count(1))
    fitting = sum(length <= room for length, _ in zip(lengths, syllables, strict=False))
    return "_".join(syllables[: max(fitting, 1)])[:room]


def _syllables(text: str) -> list[str]:
    """Return the syllables, words and numbers of a text's beginning; an id does not begin with a number."""
    found = [syllable for word in _WORDS.findall(text[: 2 * _LONGEST].lower()) for syllable in _read(word)]
    first = next((index for index, syllable in enumerate(found) if syllable[0].isalpha()), len(found))
    return found[first:]


def _read(word: str) -> Iterator[str]:
    if word.isascii():
        yield word
        return
    for part in _readings().split(word):
        known = _words().get(part)
        yield from known.split() if known else _pinyin(part)


def _pinyin(text: str) -> Iterator[str]:
    # The dictionary of phrases costs four times the dictionary of characters; ids.yaml has the phrases that plans use.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - not before there is something to read

    return (syllable for syllable in lazy_pinyin(text, errors="ignore") if re.fullmatch("[a-z]+", syllable))


@cache
def _words() -> dict[str, str]:
    words: dict[str, str] = load(__package__, "ids.yaml")["readings"]
    return words


@cache
def _readings() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(sorted(_words(), key=len, reverse=True))})")
