"""What a change means: goals tightened or loosened, units that lead, come in or drop out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from generator import data
from generator.compare.aims import is_hedged, names, read_aims
from generator.compare.deadlines import deadlines, earlier, without_deadlines
from generator.compare.matching import assign
from generator.regions.units import Joint, Named, read_units, wide_brackets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.plan.values import Goal
    from generator.regions.units import Part, Registry

VerdictKind = Literal["tightened", "loosened", "measure", "base", "new", "dropped"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a goal, and a Chinese sentence that says so.

    `kind` None: a value changed, and nothing tells whether that is stricter. Of several goals each has its own in `parts`,
    and the whole is as grave as the gravest of them: loosened before dropped, measure, base, tightened and new.
    """

    kind: VerdictKind | None
    sentence: str
    parts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitChanges:
    """Who leads now and before, where a sentence marks who leads, and who came in or dropped out; names as printed.

    `sentence` says so in Chinese; it is "" when nothing changed.
    """

    lead_before: tuple[str, ...] = ()
    lead_after: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    sentence: str = ""


def goal_verdict(old: str, new: str, *, about: str = "", years: int = 0) -> Verdict | None:
    """Return what became of a printed goal, None when no figure and no deadline of it changed.

    `about` is what the goal is of, where it does not say so itself (the name of a table's item). `years` lie between the
    two plans: a deadline that moved by as many is the same.
    """
    if not old.strip() or not new.strip():
        return _whole(old.strip(_MARKS), new.strip(_MARKS))
    found = (*_figures(old, new, about), *_deadlines(old, new, years)) or (*_numbers(old, new, years),)
    if len(found) < 2:  # noqa: PLR2004 - one is its own whole
        return found[0] if found else None
    gravest = min((part.kind for part in found), key=_GRAVITY.index)
    return Verdict(gravest, "；".join(part.sentence for part in found), found)


def lead_changes(old: str, new: str, registry: Registry) -> UnitChanges:
    """Return what became of the units of a cell in which all lead; the sentence says who leads and nothing twice."""
    had, has = (_names(read_units(text, registry)) for text in (old, new))
    changes = _unit_changes(had, has, had, has)
    return replace(changes, sentence="；".join(_leads_told(changes)))


def unit_changes(old: str, new: str, registry: Registry) -> UnitChanges:
    """Return what became of the units of a printed sentence; their order tells nothing where nobody is marked as leading."""
    before, after = read_units(old, registry), read_units(new, registry)
    changes = _unit_changes(_names(before), _names(after), _leads(before), _leads(after))
    return replace(changes, sentence="；".join(_units_told(changes)))


# --- goals -----------------------------------------------------------------------------------------------------------

_MARKS = " \t\u3000\r\n。；，、;,：:（）()"
_GRAVITY: tuple[VerdictKind | None, ...] = ("loosened", "dropped", "measure", "base", None, "tightened", "new")
_ALIKE = 0.5
"""The likeness from which two goals are of one thing in other words."""


@cache
def _words() -> dict[str, Any]:
    return data.load("generator.compare", "words.yaml")


def _whole(old: str, new: str) -> Verdict | None:
    if old == new:
        return None
    return Verdict("dropped", f"取消目标：{old}") if old else Verdict("new", f"新增目标：{new}")


def _changed(kind: VerdictKind | None, old: str, new: str) -> Verdict:
    told = _words()["verdicts"][kind or "unknown"]
    return Verdict(kind, f"由{_said(old)}改为{_said(new)}：{told}")


def _said(text: str) -> str:
    """Return a clause without the marks around it, but with the bracket that closes one in it."""
    said = text.strip(_MARKS)
    return f"{said}）" if said.count("（") > said.count("）") else said


def _figures(old: str, new: str, about: str) -> Iterator[Verdict]:
    before, after = list(read_aims(old)), list(read_aims(new))
    paired = assign({row: _likely(goal, after) for row, goal in enumerate(before)})
    for row, goal in enumerate(before):
        if row not in paired:
            yield _alone(goal, _unread(new, old)) or Verdict("dropped", f"取消目标：{_said(goal.text)}")
        elif (kind := _compared(_Figure.of(goal, about), _Figure.of(after[paired[row]], about))) != "same":
            yield _changed(kind, goal.text, after[paired[row]].text)
    for goal in (goal for place, goal in enumerate(after) if place not in paired.values()):
        yield _alone(goal, _unread(old, new), come=True) or Verdict("new", f"新增目标：{_said(goal.text)}")


def _alone(goal: Goal, clauses: list[str], *, come: bool = False) -> Verdict | None:
    """Return that a goal is told in another way where the other side has a clause like it whose number is not understood."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only goals that changed need it

    alike = max(clauses, key=lambda clause: ratio(clause, goal.text), default="")
    if ratio(alike, goal.text) < 100 * _ALIKE:
        return None
    return _changed(None, alike, goal.text) if come else _changed(None, goal.text, alike)


def _likely(goal: Goal, others: list[Goal]) -> dict[int, float]:
    """Return how likely a goal is of the same thing as each other: by its indicator, between likes by measure and value."""
    scores = {place: _likeness(goal, other) for place, other in enumerate(others)}
    return {place: score for place, score in scores.items() if score >= _ALIKE}


def _likeness(one: Goal, other: Goal) -> float:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only goals that changed need it

    named = ratio(one.indicator, other.indicator) / 100 if one.indicator and other.indicator else 0.6
    if one.indicator == other.indicator:
        named = 1.0
    return 0.85 * named + 0.1 * (one.measure == other.measure) + 0.04 * (one.value == other.value) + 0.01 * (one.text == other.text)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A goal's figure in the smallest measure of its family, a year's worth of it where it recurs."""

    goal: Goal
    about: str
    family: str
    least: Decimal
    most: Decimal

    @classmethod
    def of(cls, goal: Goal, about: str) -> _Figure:
        family, factor = _family(goal.measure)
        factor *= _times(goal.indicator)
        least = (goal.value or Decimal(0)) * factor
        most = least if goal.upper is None else goal.upper * factor
        return cls(goal, goal.indicator or about, family, least, most)

    @property
    def sense(self) -> int:
        """Return 1 where more is stricter, -1 where less is, 0 where the figure does not bind its value."""
        return _SENSES.get(self.goal.operator, 0)


_SENSES = {"at_least": 1, "above": 1, "rise": 1, "fall": 1, "at_most": -1, "below": -1}
_STRICT = {"above", "below"}
_SCALES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8}


def _family(measure: str) -> tuple[str, Decimal]:
    """Return what a measure is counted in at the smallest, and how many of that it is: 万元 is 10,000 元."""
    scale, unit = _split(measure)
    for family, units in _words()["measures_alike"].items():
        if unit in units:
            return family, Decimal(scale * units[unit])
    return unit, Decimal(scale)


def _split(measure: str) -> tuple[int, str]:
    scale = 1
    while measure[:1] in _SCALES and measure and measure != "百分点":
        scale, measure = scale * _SCALES[measure[0]], measure[1:]
    return scale, measure


def _times(indicator: str) -> int:
    times: dict[str, int] = _words()["times_a_year"]
    return next((number for word, number in times.items() if word in indicator), 1)


def _compared(old: _Figure, new: _Figure) -> VerdictKind | Literal["same"] | None:
    bases = {old.goal.base_year, new.goal.base_year} - {None}
    if old.family != new.family and old.goal.measure and new.goal.measure:
        return "measure"
    if {old.goal.operator, new.goal.operator} == {"fall", "rise"}:
        return "loosened"
    if len(bases) > 1:
        return "base"
    moved = _moved(old, new)
    if moved is None:
        return None
    if moved:
        return "tightened" if moved > 0 else "loosened"
    return "base" if old.goal.base_year != new.goal.base_year else _restated(old, new)


def _restated(old: _Figure, new: _Figure) -> Literal["same"] | None:
    """Return whether a value that stayed still binds as it did, None when it does of about as much or of fewer things."""
    return None if is_hedged(old.goal) != is_hedged(new.goal) or _names_fewer(old.goal, new.goal) else "same"


def _names_fewer(one: Goal, other: Goal) -> bool:
    """Return whether a goal binds only some of what the other does: 起数和人数, and 起数 alone."""
    mine, its = names(one), names(other)
    return bool(mine and its) and (mine < its or its < mine)


def _moved(old: _Figure, new: _Figure) -> int | None:
    """Return 1 for stricter, -1 for less strict, 0 for as before, None when nothing tells."""
    if old.sense * new.sense < 0 or _is_change(old) != _is_change(new) or _by_change(old) != _by_change(new):
        return None
    if (old.least, old.most) == (new.least, new.most):
        return (new.goal.operator in _STRICT) - (old.goal.operator in _STRICT)
    if "range" in {old.goal.operator, new.goal.operator} and (found := _ranged(old, new)):
        return found
    sense = old.sense or new.sense or _wanted(old) or _wanted(new)
    if not sense or _is_double(old) or _is_double(new):
        return None
    one, other = (old.least, new.least) if sense > 0 else (old.most, new.most)
    return sense * ((other > one) - (other < one))


def _is_change(figure: _Figure) -> bool:
    return figure.goal.operator in {"fall", "rise"}


def _ranged(old: _Figure, new: _Figure) -> int:
    """Return what became of a range: of a change more is stricter, of all else less room."""
    if _by_change(old) > 0:
        lower, upper = new.least - old.least, new.most - old.most
        return (min(lower, upper) >= 0) - (max(lower, upper) <= 0)
    return _nested(old, new)


def _nested(old: _Figure, new: _Figure) -> int:
    """Return 1 when the new range lies inside the old one, -1 when around it."""
    inside = old.least <= new.least and new.most <= old.most
    around = new.least <= old.least and old.most <= new.most
    return inside - around


@cache
def _tellers() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """Return what finds words that tell which way is stricter, those that say less is, and what finds deeds."""
    less, more, deeds = (_words()[key].split() for key in ("less", "more", "deeds"))
    listed = sorted((*less, *more), key=len, reverse=True)
    return re.compile("|".join(listed)), frozenset(less), re.compile(f"(?<!未)(?:{'|'.join(deeds)})")


def _wanted(figure: _Figure) -> int:
    """Return 1 where more of the indicator is wanted, -1 where less is, 0 when its words do not tell."""
    if change := _by_change(figure):
        return change
    words, less, deeds = _tellers()
    found = words.findall(figure.about)
    if found and (not deeds.search(figure.about) or found[-1].endswith("率")):
        return -1 if found[-1] in less else 1
    return 1 if deeds.search(figure.about) or _times(figure.about) > 1 else 0


@cache
def _change_words() -> re.Pattern[str]:
    listed = "|".join(_words()["changes"].split())
    return re.compile(f"(?:{listed})(?!.*(?:且|并|后|基础|情况))")  # 事故下降且死亡人数 speaks of a number of deaths


_TO = re.compile(r"(?<![0-9%‰达])[至到]\s*[0-9]|控制在")


def _by_change(figure: _Figure) -> int:
    """Return 1 where a figure says by how much something changes, -1 where it says to what it falls, 0 where neither."""
    found = _change_words().search(figure.about)
    if not found:
        return 0
    if not _TO.search(figure.goal.text):
        return 1
    return -1 if found[0] in _words()["falls"].split() else 0


def _is_double(figure: _Figure) -> bool:
    """Return whether a bare 5起 below 减少事故 may be what is left as well as what is cut; a share is what is cut."""
    bare = not figure.goal.indicator and not figure.sense and figure.family not in {"千分比", "百分点"}
    return bare and bool(_change_words().search(figure.about))


# --- numbers that nothing tells the sense of -------------------------------------------------------------------------

_NUMBER = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s*年|[0-9]+(?:\.[0-9]+)?\s*(?:[百千万亿]*\w|[%‰])?"
    r"|[零一二两三四五六七八九十百千]+(?=[百千万亿]?(?:起|人|次|场|处|家|个百分点|天|小时|元|成|倍|例|件))"
)


def _numbers(old: str, new: str, years: int) -> Iterator[Verdict]:
    """Yield that the numbers of what is no aim changed; a year that moved with the plan is the same."""
    before, after = _unread(old, new), _unread(new, old)
    had, has = ([found for clause in side for found in _NUMBER.finditer(clause)] for side in (before, after))
    if len(had) != len(has) or not all(_same_number(*pair, years) for pair in zip(had, has, strict=True)):
        yield _changed(None, "，".join(before) or old, "，".join(after) or new)


def _unread(text: str, other: str) -> list[str]:
    """Return the clauses with a number that the other text does not have, without what is judged apart: aims and deadlines."""
    there = set(_clauses(other))
    return [clause for clause in _clauses(text) if clause not in there and _NUMBER.search(clause)]


def _clauses(text: str) -> list[str]:
    said = without_deadlines(text)
    for aim in read_aims(said):
        said = said.replace(aim.text, f"{aim.indicator}；")
    return [clause.strip(_MARKS) for clause in re.split("[。；，;\n]", said)]


def _same_number(one: re.Match[str], other: re.Match[str], years: int) -> bool:
    if one["year"] and other["year"]:
        return int(other["year"]) - int(one["year"]) in {0, years}
    return one[0] == other[0]


# --- deadlines -------------------------------------------------------------------------------------------------------

_STANDING = re.compile("(?:长期|持续|常年|常态化?)(?:坚持|推进|开展|实施)?")


def _deadlines(old: str, new: str, years: int) -> Iterator[Verdict]:
    before, after = (deadlines(text) for text in (old, new))
    if len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            if moved := earlier(one, other, years):
                yield _changed("tightened" if moved > 0 else "loosened", one[0], other[0])
    elif (before and after) or any(_STANDING.fullmatch(text.strip(_MARKS)) for text in (old, new)):
        yield _changed(None, *("、".join(found[0].strip() for found in side) or text for side, text in ((before, old), (after, new))))
    elif not before:
        yield Verdict("tightened", f"增加时限{'、'.join(found[0].strip() for found in after)}：{_words()['verdicts']['tightened']}")
    elif not after:
        yield Verdict("loosened", f"取消时限{'、'.join(found[0].strip() for found in before)}：{_words()['verdicts']['loosened']}")


# --- units -----------------------------------------------------------------------------------------------------------


def _key(part: Named) -> str:
    return part.id or wide_brackets(part.text)


def _names(parts: Iterable[Part]) -> dict[str, str]:
    return {_key(part): part.text for part in parts if isinstance(part, Named)}


def _leads(parts: Iterable[Part]) -> dict[str, str]:
    """Return who leads, nobody where no word says so: then the first one named is only the first."""
    parts = tuple(parts)
    marked = any(word in part.text for part in parts if isinstance(part, Joint) for word in _words()["lead_words"].split())
    return {_key(part): part.text for part in parts if isinstance(part, Named) and part.role == "lead"} if marked else {}


def _unit_changes(had: dict[str, str], has: dict[str, str], led: dict[str, str], leads: dict[str, str]) -> UnitChanges:
    same = led.keys() == leads.keys()
    return UnitChanges(
        lead_before=() if same else tuple(led.values()),
        lead_after=() if same else tuple(leads.values()),
        added=tuple(name for key, name in has.items() if key not in had),
        dropped=tuple(name for key, name in had.items() if key not in has),
    )


def _leads_told(changes: UnitChanges) -> Iterator[str]:
    before, after = "、".join(changes.lead_before), "、".join(changes.lead_after)
    if before and after:
        yield f"牵头单位由{before}改为{after}"
    elif before or after:
        yield f"明确由{after}牵头" if after else f"不再由{before}牵头"


def _units_told(changes: UnitChanges) -> Iterator[str]:
    yield from _leads_told(changes)
    if changes.added:
        yield f"增加{'、'.join(changes.added)}"
    if changes.dropped:
        yield f"减少{'、'.join(changes.dropped)}"
