"""Deadlines: the dates in a sentence by which something is to be done, and which of two is the earlier one."""

from __future__ import annotations

import re

_DEADLINE = re.compile(
    r"""(?P<alone>^(?=\s*(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*$))?(?:(?P<year>\d{4})\s*年)?\s*
    (?: (?P<month>\d{1,2})\s*月\s*
          (?: (?P<day>\d{1,2})\s*日(?=[之以]?前) | (?P<part>上旬|中旬|下旬|[底末初]) | (?=[之以]?前) | (?(alone)(?=\s*$)|(?!)) )
      | 第?(?P<quarter>[一二三四1-4])季度[末底]?
      | (?P<half>上半年|年中) | (?<=年)[底末] | 年[底末] )
    (?:[之以]?前)?""",
    re.VERBOSE,
)
_DOCUMENTS = re.compile("《[^》]*》|〔[^〕]*〕[0-9]*号?")
_PARTS = {None: 0, "初": 5, "上旬": 10, "中旬": 20}  # the day that is meant; 6月前 is before its first
_QUARTERS = {name: 3 * (place % 4 + 1) for place, name in enumerate("一二三四1234")}


def deadlines(text: str) -> list[re.Match[str]]:
    """Return the deadlines of a sentence in order, those in names of documents left out; a bare month is one if it is all."""
    return [*_DEADLINE.finditer(_DOCUMENTS.sub("", text))]


def without_deadlines(text: str) -> str:
    """Return a sentence without its deadlines and names of documents."""
    return _DEADLINE.sub("", _DOCUMENTS.sub("", text))


def earlier(old: re.Match[str], new: re.Match[str], years: int) -> int:
    """Return 1 when the new deadline is the earlier one, -1 when it is the later; a year that one does not name is the other's."""
    one, other = _date(old), _date(new)
    if old["year"] and new["year"]:
        one, other = (int(old["year"]) + years, *one), (int(new["year"]), *other)
    return (other < one) - (other > one)


def _date(found: re.Match[str]) -> tuple[int, ...]:
    if found["quarter"]:
        return _QUARTERS[found["quarter"]], 31
    if found["month"]:
        return int(found["month"]), int(found["day"] or (31 if found["alone"] is not None else _PARTS.get(found["part"], 31)))
    return (6, 31) if found["half"] else (12, 31)
