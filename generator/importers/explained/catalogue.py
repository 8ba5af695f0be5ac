"""Where the parts of a slide deck begin: at Part 1, PART ONE, 第一部分, or at a title that its catalogue has announced."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.data import load
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.widths import narrow
from generator.plan.values import read_chinese_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Paragraph

_LATIN = r"(?:part|chapter|section)[.\s]*(?P<latin>\d{1,2}|[a-z]+)"
_CHINESE = r"第\s*(?P<chinese>[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:部分|篇章|篇|章)"
_DIVIDER = re.compile(rf"\s*(?:{_LATIN}|{_CHINESE})[\s:、.]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,2}[\s.、/]*")
_PAGE = re.compile(r"[.…·\s]*\d*$")
_PARTS_AT_LEAST = 2


@cache
def words() -> dict[str, Any]:
    """Return the words of slides.yaml by their keys."""
    return load(__package__, "slides.yaml")


def is_contents(text: str) -> bool:
    """Tell whether a line heads the catalogue."""
    return narrow(bare(text)).lower() in words()["contents"]


def divider_end(text: str) -> int:
    """Return where a line goes on behind Part 1 or 第一部分, 0 where it does not begin a part."""
    found = _DIVIDER.match(narrow(text))
    return found.end() if found and _number(found) else 0


def _number(found: re.Match[str]) -> int:
    said = found["latin"] or found["chinese"]
    if said.isdecimal():
        return int(said)
    return int(words()["ordinals"].get(said.lower(), 0)) if found["latin"] else read_chinese_number(said) or 0


def starts(lines: Sequence[Paragraph], contents: int | None) -> list[int]:
    """Return where the parts begin, [] where there are no parts; `contents` is where the catalogue does."""
    runs: list[list[int]] = []
    for place, line in enumerate(lines):
        found = _DIVIDER.match(narrow(line.text))
        number = _number(found) if found else 0
        if number == 1:
            runs.append([place])
        elif number and runs and number == len(runs[-1]) + 1:
            runs[-1].append(place)
    last = runs[-1] if runs else []
    if len(last) >= _PARTS_AT_LEAST:
        return last
    return [] if contents is None else _repeated(lines, contents + 1)


def _repeated(lines: Sequence[Paragraph], first: int) -> list[int]:
    """Return where lines below a catalogue say its entries again, in their order."""
    titles = [entry_of(line.text) for line in lines[first:]]
    again = next((place for place, title in enumerate(titles) if title and title in titles[:place]), None)
    entries = list(dict.fromkeys(filter(None, titles[:again]))) if again is not None else []
    places: list[int] = []
    for place, title in enumerate(titles[again:], first + (again or 0)):
        if title in entries:
            entries = entries[entries.index(title) + 1 :]
            places.append(place)
    return places if len(places) >= _PARTS_AT_LEAST else []


def entry_of(text: str) -> str:
    """Return an entry of a catalogue without its number and page, "" for a line that has only these."""
    line = narrow(text).strip()
    if is_contents(line):
        return ""
    line = line[divider_end(line) :]
    head, digits = head_of(line), _DIGITS.match(line)
    line = line[head.end if head else digits.end() if digits else 0 :]
    return _PAGE.sub("", bare(line))


def title_lines(lines: Sequence[Paragraph], entries: Sequence[str]) -> int:
    """Return how many of the first lines are a part's title: those that together say an entry of the catalogue, else one."""
    said = ""
    for count, line in enumerate(lines, 1):
        said += bare(line.text) if said else entry_of(line.text)
        if narrow(said) in entries:
            return count
        if not any(entry.startswith(narrow(said)) for entry in entries):
            break
    return min(1, len(lines))


def close(places: Sequence[int]) -> bool:
    """Tell whether parts follow each other line by line, as the entries of a catalogue do."""
    return all(after - before == 1 for before, after in pairwise(places))
