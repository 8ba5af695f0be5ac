"""The columns of a table by their heads, and what the text of a cell looks like."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from generator.data import load
from generator.importers.ids import Ids
from generator.importers.ledger import bare
from generator.plan.tables import HEADS, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHARGES = frozenset({"units", "lead", "support"})
"""The roles of columns that say who does what."""

_ASIDE = re.compile(r"\([^()]*\)|^(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年度?(?=.)")
_BLANK = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|^\s+|\s+$")
_SENTENCE = re.compile(r"[。；;！？!?]|[，,].{20}")
_BETWEEN = re.compile(r"[、，,；;]|以及|及其")
_ITEM_KEYS = ("id", "task", "join", "heading")
_AND = re.compile(r"[及和与、/]")
_HEAD_AT_MOST = 16
_LONG = 4
_END, _SHORT = 2, 6
_REMEMBERED = 1000  # heads: a document repeats its own


def columns_of(heads: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns under heads: their role as id where they have one, else pinyin of the head; heads without stray blanks."""
    ids = Ids((*HEADS, *_ITEM_KEYS))
    named = zip(roles_of(heads), heads, strict=True)
    return tuple(Column(role or ids.make(head, "column"), _BLANK.sub("", head)) for role, head in named)


def roles_of(heads: Sequence[str]) -> tuple[str, ...]:
    """Return the role of every head, "" where it has none; no role is given twice.

    Where a table charges somebody with its lines, more is known of the heads that are not listed.
    """
    roles: list[str] = []
    for head in heads:
        roles.append(next((role for role in _fitting(head) if role not in roles), ""))
    for place, head in enumerate(heads if CHARGES & {*roles} else ()):
        roles[place] = roles[place] or next((role for role in _by_its_end(head) if role not in roles), "")
    return tuple(roles)


def _fitting(head: str) -> list[str]:
    """Return the roles that a head may have by its words, else by how it ends: 市级责任单位."""
    stem = _stem(head)
    ends = ((role, [end for end in heads if len(end) >= _LONG]) for role, heads in _lists()["roles"].items())
    return known_roles(head) or [role for role, heads in ends if stem.endswith(tuple(heads))]


def _by_its_end(head: str) -> list[str]:
    """Return the roles that a short head has by its last word, unless it is listed as one without a role."""
    stem = _stem(head)
    if not _END < len(stem) <= _SHORT or stem in _lists()["others"]:
        return []
    return [role for role, ends in _lists()["ends"].items() if stem.endswith(tuple(ends))]


@lru_cache(_REMEMBERED)
def known_roles(head: str) -> list[str]:
    """Return the roles of a head that is listed, itself or the first of its words: 责任单位及责任人."""
    stem = _stem(head)
    return [role for role, heads in _lists()["roles"].items() if stem in heads or _AND.split(stem)[0] in heads]


def _stem(head: str) -> str:
    return _ASIDE.sub("", same(head))


def is_head(text: str) -> bool:
    """Tell whether a text is the head of a column, with a role or without."""
    if len(same(text)) > _HEAD_AT_MOST:
        return False
    return bool(_fitting(text) or _by_its_end(text)) or _stem(text) in _lists()["others"]


def is_listed(text: str) -> bool:
    """Tell whether a text is word for word a head that is listed, with a role or without."""
    return bool(known_roles(text)) or _stem(text) in _lists()["others"]


def is_number_head(text: str) -> bool:
    """Tell whether a text is the head of the column of numbers."""
    return same(text) in _lists()["roles"]["number"]


def is_sum(text: str) -> bool:
    """Tell whether a text stands in place of a number before the sum of the rows above."""
    return same(text) in _lists()["sums"]


def same(text: str) -> str:
    """Return a text as it is compared: without blanks, width and look-alikes set aside."""
    return bare(unicodedata.normalize("NFKC", text))


def looks(text: str) -> str:
    """Return what the text of a cell looks like: number, units, sentence or words; "" for none."""
    plain = same(text)
    if not plain:
        return ""
    if plain.isdecimal():
        return "number"
    if _looks_units(plain):
        return "units"
    return "sentence" if _SENTENCE.search(plain) else "words"


def _looks_units(plain: str) -> bool:
    """Tell whether most of what a text enumerates ends as the names of bodies do."""
    if plain[-1] in "。;!?":
        return False
    names = [name for name in _names(plain) if name]
    ends = tuple(_lists()["units"])
    return bool(names) and 2 * sum(name.endswith(ends) for name in names) > len(names)


def _names(plain: str) -> Iterator[str]:
    for name in _BETWEEN.split(_ASIDE.sub("", plain)):
        yield re.sub(r"等(?:有关)?$", "", name)


@cache
def _lists() -> dict[str, Any]:
    return load(__package__, "columns.yaml")
