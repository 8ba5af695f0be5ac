"""By what the elements of an official document are known: dates, numbers, marks, organs, labels (GB/T 9704-2012 clause 7)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator import data
from generator.importers.ledger import bare
from generator.importers.widths import narrow
from generator.plan.values import read_chinese_number

_CHINESE_YEAR = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_YEAR = r"(?P<year>\d{4}|[一二][0-9〇○零Ｏ一二三四五六七八九]{3})"
_DATE = re.compile(_YEAR + r"年(?P<month>[\d一二三四五六七八九十]{1,3})月(?P<day>[\d一二三四五六七八九十]{1,3})日")
_BLANK_DATE = re.compile(r"\d{4}年[×xX_○\d]{0,2}月[×xX_○\d]{0,2}日")
_POINTED = re.compile(r"(?P<year>(?:19|20)\d{2})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})")
_NUMBER = re.compile(r"[\u4e00-\u9fffA-Za-z()]{1,24}?[\[(〔]\d{4}[\])〕](?:第)?[\d×xX]{1,5}号")
SIGNATORY = re.compile(r"签发人[:：]?")
"""The label of the 签发人 (GB/T 9704 7.2.6)."""

PRINT_RUN = re.compile(r"\(?共印\d+份\)?[.]?")
"""How many copies were printed, in the narrow form of a text without blanks."""

_ANNEX_LABEL = re.compile(r"附(?:件|表|录|图)(?P<place>[一二三四五六七八九十\d]{1,3}|[A-Z])?[:.]?")
_ANNEX_NOTE = re.compile(r"附件?(?P<place>[一二三四五六七八九十\d]{1,3})?[:](?=.)")
_LABEL = re.compile(r"\(?(征求意见稿|送审稿|讨论稿|草案|试行|暂行|代拟稿|示范文本|修订稿|报批稿|.{0,6}稿)\)?")
_COPY_NUMBER = re.compile(r"\d{6}")
_EARLIEST, _MONTHS = 1900, 12  # the year of a document, and a year's months
_WORD_AT_MOST = 30  # characters of an organ's name


@cache
def words() -> dict[str, Any]:
    """Return the words of words.yaml by their keys."""
    return data.load(__package__, "words.yaml")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: in ISO form, and where it stands in the text without blanks."""

    iso: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text without blanks, its signs half-width."""
    return narrow(bare(text))


def date_in(text: str) -> Dated | None:
    """Return the last date in a text, None where there is none that a calendar knows."""
    line = plain(text)
    if iso := date_of(line):
        return Dated(iso, 0, len(line))
    dates = ((_iso(found), found) for found in reversed(list(_DATE.finditer(line))))
    return next((Dated(iso, *found.span()) for iso, found in dates if iso), None)


def date_of(text: str) -> str:
    """Return the ISO date of a text that is nothing else, also 2025.3.13 and 2025-03-13; "" otherwise."""
    found = _DATE.fullmatch(plain(text)) or _POINTED.fullmatch(plain(text))
    return _iso(found) if found else ""


def is_blank_date(text: str) -> bool:
    """Tell whether a line is a date that is still to be filled in: 2025年　月　日, 2025年×月×日."""
    return bool(_BLANK_DATE.fullmatch(plain(text)))


def _iso(found: re.Match[str]) -> str:
    year = int(found["year"].translate(_CHINESE_YEAR))
    month, day = (int(part) if part.isdecimal() else read_chinese_number(part) or 0 for part in (found["month"], found["day"]))
    known = year >= _EARLIEST and 0 < month <= _MONTHS and 0 < day <= monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}" if known else ""


def number_in(text: str) -> str:
    """Return the 发文字号 that a line is, alone or before the 签发人, without blanks and as it stands; "" where it is none."""
    line = bare(text)
    bracketed = line[:1] in "（(" and line[-1:] in "）)"
    line = line[1:-1] if bracketed else line
    found = _NUMBER.match(narrow(line))
    rest = narrow(line)[found.end() :] if found else ""
    return line[: found.end()] if found and (not rest or SIGNATORY.match(rest)) else ""


def signatories_in(text: str) -> tuple[str, ...]:
    """Return the names behind 签发人：, () where a line has none."""
    found = SIGNATORY.search(text)
    names = SIGNATORY.sub(" ", text[found.end() :]) if found else ""
    return tuple(filter(None, re.split(r"[\s、]+", names)))


def is_organ(text: str) -> bool:
    """Tell whether a line is the name of an organ, or several names apart by blanks."""
    names = text.split()
    return bool(names) and all(
        len(name) <= _WORD_AT_MOST and name.endswith(tuple(words()["organ_endings"])) and not re.search("[，。；：,;:]|关于", name)
        for name in names
    )


def annex_label(text: str) -> str | None:
    """Return the number of a line that is nothing but 附件 with or without a number, "" for none; None when it is no such line."""
    found = _ANNEX_LABEL.fullmatch(plain(text))
    return (found["place"] or "") if found else None


def annex_note_start(text: str) -> int:
    """Return where, in a text without blanks, the titles begin that stand behind 附件：, 0 where a line is no annex note."""
    found = _ANNEX_NOTE.match(plain(text))
    return found.end() if found else 0


def is_measure(text: str) -> bool:
    """Tell whether a line says what a table counts in: 单位：万元, in brackets or not."""
    return plain(text).lstrip("(").startswith(("单位:", "计量单位:"))


def label_of(text: str) -> str:
    """Return the words of a line in brackets that says what state a draft is in, "" where it is none."""
    line = bare(text)
    return line.strip("（）()") if line[:1] in "（(" and _LABEL.fullmatch(narrow(line)) else ""


def starts_with(text: str, key: str) -> bool:
    """Tell whether a line begins with a word of that key and a colon."""
    line = plain(text).lstrip("[(【")
    return any(line.startswith(word) and line[len(word) :].lstrip("]")[:1] == ":" for word in words()[key])


def is_word(text: str, key: str) -> bool:
    """Tell whether a line is one of the words of a key."""
    return bare(text) in words()[key]


def is_copy_number(text: str) -> bool:
    """Tell whether a line is a 份号 (GB/T 9704 7.2.1)."""
    return bool(_COPY_NUMBER.fullmatch(plain(text)))


def is_classification(text: str) -> bool:
    """Tell whether a line is a 密级 with or without its term (GB/T 9704 7.2.2)."""
    return any(re.fullmatch(rf"{word}(?:★.*)?", plain(text)) for word in words()["classifications"])


def opens_element(text: str) -> bool:
    """Tell whether a line begins an element that never goes on from the line before."""
    return annex_label(text) is not None or annex_note_start(text) > 0 or starts_with(text, "copies") or starts_with(text, "disclosures")
