"""Aims: the goals of a sentence as a verdict needs them, with those understood that are hedged, shared out or mean none at all."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from generator import data
from generator.plan.values import Goal, read_goals

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEDGE = re.compile(r"左右|上下|大约|基本(?=实现|完成|达到|做到|建成|消除)|(?<!节)[约近](?=\s*[0-9])")
_SHARED_OUT = re.compile(r"(?P<names>.+?)(?P<base>同比|环比|[较比]\d{4}年)?分别(?P<verb>[^0-9、和]*?)(?P<figures>[0-9].*)")
_AND = re.compile("[、和及与]")
_LEAD_IN = r"(?:确保|力争|努力|坚决|全年|全县|全区|实现|做到|\s)*"
_MARKS = " \t\u3000\r\n。；，、;,：:！!（）()"


def read_aims(text: str) -> tuple[Goal, ...]:
    """Return the figures of a printed sentence in order, each with the words it is told by.

    Beside what is read of any goal, 6%左右 is read as 6 %, 起数、人数分别下降10%、5% as two goals, and 不发生事故, 零死亡,
    杜绝 and 无 as none at all: at most 0.
    """
    return tuple(aim for goal in read_goals(text) for aim in _understood(goal))


def is_hedged(goal: Goal) -> bool:
    """Return whether a goal's figure is only about what is meant (6%左右)."""
    return bool(_HEDGE.search(goal.text))


def names(goal: Goal) -> frozenset[str]:
    """Return what a goal's figure is of, one by one: 起数和人数 is two."""
    return frozenset(filter(None, _AND.split(goal.indicator)))


def _understood(goal: Goal) -> Iterator[Goal]:
    if goal.kind == "figure":
        yield goal
    elif shared := _SHARED_OUT.fullmatch(goal.text.strip(_MARKS)):
        yield from _each(shared)
    elif found := _none(goal.text.strip(_MARKS)):
        yield replace(goal, kind="figure", indicator=found, operator="at_most", value=Decimal(0))
    elif is_hedged(goal):
        plain = (aim for aim in read_goals(_HEDGE.sub("", goal.text)) if aim.kind == "figure")
        yield from (replace(aim, text=goal.text) for aim in plain)


def _each(shared: re.Match[str]) -> Iterator[Goal]:
    """Yield a goal for each name and its figure, nothing where there are more of one than of the other."""
    named, figures = _AND.split(shared["names"]), _AND.split(shared["figures"])
    if len(named) != len(figures):
        return
    for name, figure in zip(named, figures, strict=True):
        verb = shared["verb"] if figure[:1].isdigit() else ""
        yield from read_aims(f"{name}{shared['base'] or ''}{verb}{figure}")


def _none(said: str) -> str:
    """Return what there is to be none of, "" where a clause does not say so or speaks of a number beside it."""
    found = None if re.search("[0-9]", said) else _none_at_all().fullmatch(said)
    return next(filter(None, found.groups()), "") if found else ""


@cache
def _none_at_all() -> re.Pattern[str]:
    """Return what finds that something must not be: by its verb, or by 杜绝, 零 and 无 before what is unwanted (not 无障碍)."""
    bad = "|".join(data.load("generator.compare", "words.yaml")["less"].split())
    return re.compile(
        rf"{_LEAD_IN}(?:(?:不得?再?|未|没有)(?:发生|出现)(.+)|(?:杜绝|零|无)(.*(?:{bad}))(?:发生|出现)?|(.+?)零(?:发生|增长))"
    )
