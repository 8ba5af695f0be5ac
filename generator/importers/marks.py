"""Numbers at the head of a paragraph: 一、（一） 1. （1） ① 第一章 1.1, in any width and with stray blanks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from generator.importers.widths import narrow
from generator.plan.values import read_chinese_number

_CHINESE = "[零一二三四五六七八九十百]{1,5}"
_WORDS = "编|部分|篇|章|节|条|款"
_DEEPEST = 6  # numerals of a number such as 1.1.1
_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_ENCLOSED = (("⑴", "⒇"), ("⒈", "⒛"), ("①", "㊿"))  # the last from which to which code point the others lie within
_BULLETS = re.compile(r"[●○■□◆◇▲△★☆•·]\s*")
_SHAPES = re.compile(
    rf"""\s*(?:
      [(]\s*(?P<bracketed>{_CHINESE}|\d{{1,3}})\s*[)]\s*[、.,]?
    | 第\s*(?P<worded>{_CHINESE}|\d{{1,3}})\s*(?:{_WORDS})(?=[\s:、,.]|[^\s的和及])\s*[、.:,]?
    | (?P<chinese>{_CHINESE})\s*(?:[、)]|\.(?!\d))\s*
    | (?P<chinese_comma>{_CHINESE})\s*,(?=\S)
    | (?P<decimal>\d{{1,3}}(?:\.\d{{1,3}}){{1,{_DEEPEST - 1}}})(?:\s+|\.(?!\d)|(?=[^\d\s.,:;)%‰亿万元个倍米公℃年月日]))
    | (?P<digits>\d{{1,3}})\s*(?:[、)]|\.(?!\s*\d)|\.(?=\s*\d{{4}}年))\s*
    | (?P<circled>[{_CIRCLED}])\s*[、.]?
    | (?P<enclosed>[⑴-⒇⒈-⒛])
    )""",
    re.VERBOSE,
)
_SPACED = re.compile(rf"\s*(?P<spaced>{_CHINESE}|\d{{1,2}})\s+(?=[^\s\d年月日])")
_FULL_WIDTH = re.compile("[０-９]")


@dataclass(frozen=True, slots=True)
class Head:
    """A number at the head of a paragraph.

    `first` is the first number of its kind as printed (（一）, 1．, 第一条), `key` the same whatever its width, `values` its
    numerals, more than one in 1.1; `printed` the number as it stands, without blanks; the text goes on at `end`.
    """

    first: str
    key: str
    values: tuple[int, ...]
    printed: str
    end: int

    @property
    def value(self) -> int:
        """Return the number itself."""
        return self.values[-1]


def head_of(text: str, *, spaced: bool = False) -> Head | None:
    """Return the number that a paragraph begins with, None where it begins with none.

    With `spaced` a numeral that only a blank sets apart is one too.
    """
    plain = narrow(text)
    found = _SHAPES.match(plain) or (_SPACED.match(plain) if spaced else None)
    if found is None or found.lastgroup is None:
        return None
    numeral = found[found.lastgroup]
    values = _values(numeral)
    if not values or not values[-1]:
        return None
    printed = re.sub(r"\s", "", text[: found.end()])
    start = re.sub(r"\s", "", plain[: found.start(found.lastgroup)])
    own = printed[len(start) : len(start) + len(numeral)]
    first = printed[: len(start)] + _first(own) + printed[len(start) + len(numeral) :]
    return Head(first, _key(first), values, printed, found.end())


def head_alone(number: str) -> Head | None:
    """Return the number that a text is, without what it stands before: an automatic one, 1 or 1.1 or 第一章; None for none."""
    return head_of(f"{number}　题", spaced=True)


def bullet_end(text: str) -> int:
    """Return where the text goes on behind a bullet, 0 where it begins with none."""
    found = _BULLETS.match(text)
    return found.end() if found else 0


def _key(first: str) -> str:
    """Return what numbers of one row share: 1. and 1、 are told apart by a hasty hand only, 1) is another kind."""
    key = narrow(first).rstrip(",、.: ")
    return key + "." if key == "1" else key


def _values(numeral: str) -> tuple[int, ...] | None:
    if "." in numeral:
        return tuple(map(int, numeral.split(".")))
    if numeral.isascii() and numeral.isdigit():
        return (int(numeral),)
    value = read_chinese_number(numeral)
    if value is None and not numeral.isdecimal():
        value = _enclosed(numeral)
    return None if value is None else (value,)


def _enclosed(numeral: str) -> int | None:
    value = unicodedata.numeric(numeral, None) if len(numeral) == 1 else None
    return None if value is None else int(value)


def _first(own: str) -> str:
    """Return the first numeral of the kind of one."""
    if "." in narrow(own):
        return re.sub(r"\d+", "1", narrow(own))
    if _FULL_WIDTH.match(own):
        return "１"
    if own.isdecimal():
        return "1"
    return next((first for first, last in _ENCLOSED if first <= own <= last), "一")
