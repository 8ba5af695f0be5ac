"""The labels of a task's charge: 责任单位：, 牵头领导：, 完成时限：, and which of them stand before units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.data import load


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its colon in a text: from where to where, and whether units stand behind it."""

    start: int
    end: int
    units: bool


def label_at(text: str, start: int = 0) -> Label | None:
    """Return the label that a text has at a place, None where it has none there."""
    found = _label().match(text, start)
    return _read(found) if found else None


def label_before(text: str, end: int) -> Label | None:
    """Return the label whose colon is at a place, None where another word stands before it."""
    found = next((found for found in _label().finditer(text, 0, end + 1) if found.end() > end), None)
    return _read(found) if found else None


def is_label(word: str) -> bool:
    """Tell whether a word is such a label, with its colon or without."""
    return _label().fullmatch(word.rstrip("：:") + "：") is not None


def _read(found: re.Match[str]) -> Label:
    others = (*_words()["persons"], *_words()["others"])
    mixed = any(word in (found["more"] or "") for word in others)
    return Label(found.start(), found.end(), bool(found["units"]) and not mixed)


@cache
def _words() -> dict[str, list[str]]:
    return load(__package__, "labels.yaml")


@cache
def _label() -> re.Pattern[str]:
    levels, heads, bodies, alone, persons, others = map("|".join, _words().values())
    units = rf"(?:(?:{levels})级?)?(?:{heads}){{1,2}}(?:{bodies})|{alone}"
    more = r"[及和与、][^：:，。；]{1,8}|（[^（）]{1,20}）"
    return re.compile(rf"(?:(?P<units>{units})|(?:{heads})(?:(?:{levels})级?)?(?:{persons})|{others})(?P<more>{more})?\s*[：:]\s*")
