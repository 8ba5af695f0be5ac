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
SIGNATORY = re.compile(r"签发(?:人[:：]?|[:：])")
"""The label of the 签发人 (GB/T 9704 7.2.6)."""

PRINT_RUN = re.compile(r"\(?共印\d+份\)?[.]?")
"""How many copies were printed, in the narrow form of a text without blanks."""

_ANNEX = r"附\s*(?:件|表|录|图)"
_PLACE = r"(?P<place>[一二三四五六七八九十\d]{1,3}|[A-Z])?"
_ANNEX_LABEL = re.compile(rf"{_ANNEX}{_PLACE}[:.]?")
_ANNEX_NOTE = re.compile(rf"(?:{_ANNEX}|附){_PLACE}:(?=.)")
_ANNEX_TITLED = re.compile(rf"\s*{_ANNEX}\s*{_PLACE}(?:\s*:|(?=\s))\s*(?=\S)")
_ORDER_NUMBER = re.compile(r"\(?(?:[\[(〔]?\d{4}[\])〕]?年?)?第[一二三四五六七八九十百\d]{1,4}号\)?")
_DRAFT = re.compile(r".{0,6}稿")
_SEAL_FOR = re.compile(r"[（(][^（()）]{0,30}代章[)）]$")
_COPY_NUMBER = re.compile(r"\d{6}")
_EARLIEST, _MONTHS = 1900, 12  # the year of a document, and a year's months
_THREE = 3  # characters of a name that stand apart one by one
_WORD_AT_MOST, _OFFICE_AT_MOST, _PERSON_AT_MOST = 30, 8, 4  # characters of the names of an organ, an office and a person


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


def is_order_number(text: str) -> bool:
    """Tell whether a line is the number of an order or a proclamation: 第6号, 2024年第3号 (GB/T 9704 10.2)."""
    return bool(_ORDER_NUMBER.fullmatch(plain(text)))


def signatories_in(text: str) -> tuple[str, ...]:
    """Return the names behind 签发人：, () where a line has none."""
    found = SIGNATORY.search(text)
    return people_in(SIGNATORY.sub(" ", text[found.end() :])) if found else ()


def people_in(text: str) -> tuple[str, ...]:
    """Return the names of people that stand apart by blanks: 王　刚 is one name, spread to the width of three characters."""
    parts = re.split(r"[\s、]+", text.strip())
    if len(parts) == _THREE and all(len(part) == 1 for part in parts):
        return ("".join(parts),)
    names: list[str] = []
    lone = False
    for part in parts:
        goes_on = lone or (len(part) == 1 and names[-1:] and names[-1] in words()["double_surnames"])
        if goes_on:
            names[-1] += part
        else:
            names.append(part)
        lone = len(part) == 1 and not goes_on
    return tuple(filter(None, names))


def is_organ(text: str) -> bool:
    """Tell whether a line is the name of an organ, or several names apart by blanks."""
    names = organs_in(text)
    return bool(names) and all(
        len(name) <= _WORD_AT_MOST and name.endswith(tuple(words()["organ_endings"])) and not re.search("[，。；：,;:]|关于", name)
        for name in names
    )


def organs_in(text: str) -> tuple[str, ...]:
    """Return the parts of a line that blanks set apart; one that is spread out, 中 共 青 临 县 委, is whole."""
    parts = text.split()
    return ("".join(parts),) if all(len(part) == 1 for part in parts) and parts else tuple(parts)


def signers_in(text: str) -> tuple[str, ...]:
    """Return who signs on a line: bodies, a body with 代章 in brackets behind it, or an officer, 县长　张三; () for nobody."""
    if officer := _officer(text):
        return (officer,)
    return organs_in(text) if is_organ(_SEAL_FOR.sub("", text.strip())) else ()


def is_seal_note(text: str) -> bool:
    """Tell whether a line says, in brackets below a signature, whose seal stands for another's: （代章）."""
    return bool(_SEAL_FOR.fullmatch(bare(text)))


def _officer(text: str) -> str:
    """Return the office and the name, one blank between, of who signs an order (GB/T 9704 10.2); "" for anything else."""
    office, *name = text.split() or [""]
    person, *others = people_in(" ".join(name)) or ("",)
    held = office.endswith(tuple(words()["offices"])) and len(office) <= _OFFICE_AT_MOST
    return f"{office}　{person}" if held and 1 < len(person) <= _PERSON_AT_MOST and not others else ""


def annex_label(text: str) -> str | None:
    """Return the number of a line that is nothing but 附件 with or without a number, "" for none; None when it is no such line."""
    found = _ANNEX_LABEL.fullmatch(plain(text))
    return (found["place"] or "") if found else None


def annex_note_start(text: str) -> int:
    """Return where, in a text without blanks, the titles begin that stand behind 附件：, 0 where a line is no annex note."""
    found = _ANNEX_NOTE.match(plain(text))
    return found.end() if found else 0


def annex_title_start(text: str) -> int:
    """Return where on a line the title begins that a colon or blanks set apart from its label, 附件1　分工表; 0 for none."""
    found = _ANNEX_TITLED.match(narrow(text))
    return found.end() if found and annex_label(text) is None else 0


def is_numbered_label(text: str) -> bool:
    """Tell whether the label that sets a title apart on its line has a number: 附件1　分工表."""
    found = _ANNEX_TITLED.match(narrow(text))
    return bool(found and found["place"])


def is_measure(text: str) -> bool:
    """Tell whether a line says what a table counts in: 单位：万元, in brackets or not."""
    return plain(text).lstrip("(").startswith(("单位:", "计量单位:"))


def label_of(text: str) -> str:
    """Return the words of a line in brackets that says what state a draft is in, "" where it is none."""
    line = bare(text)
    state = line.strip("（）()")
    named = _DRAFT.fullmatch(state) or state in words()["draft_states"] or state in words()["states_in_force"]
    return state if line[:1] in "（(" and line[-1:] in "）)" and named else ""


def starts_with(text: str, key: str) -> bool:
    """Tell whether a line begins with a word of that key and a colon."""
    return bool(labelled(text, key)[0])


def labelled(text: str, key: str) -> tuple[str, int]:
    """Return the word of that key that a line begins with before a colon, and where in the line what it says begins; "" and 0 for none."""
    found = re.match(rf"\s*[\[(【]?\s*({_any_of(key)})\s*[\])】]?\s*:", narrow(text))
    return (bare(found[1]), found.end()) if found else ("", 0)


@cache
def _any_of(key: str) -> str:
    """Return a pattern of the words of a key, blanks in them or not."""
    return "|".join(r"\s*".join(word) for word in words()[key])


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
