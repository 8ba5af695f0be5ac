"""A unit's id and its names stand for one unit of the region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.regions.units import wide_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan
    from generator.problems import Path


def _check(examined: Examined) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, word in _words(examined.plan):
        if wide_brackets(word) in seen:
            yield found(path, word=word)
        seen.add(wide_brackets(word))


def _words(plan: Plan) -> Iterator[tuple[Path, str]]:
    registry = plan.region.registry if plan.region else None
    for key, entries in (("units", registry.units), ("groups", registry.groups)) if registry else ():
        for index, entry in enumerate(entries):
            path: Path = ("region", key, index)
            yield (*path, "id"), entry.id
            yield (*path, "name"), entry.name
            yield from (((*path, "aliases", place), alias) for place, alias in enumerate(entry.aliases))


RULE = Rule(
    code="duplicate-unit",
    title="责任单位名录不重复",
    severity="error",
    blocking=True,
    message="责任单位名录里“{word}”出现两次",
    tip="标识、名称和别称在名录里只能属于一个单位，请合并或改名。",
    check=_check,
    good="region: {name: 某县, units: [{id: a, name: 县甲局}, {id: b, name: 县乙局}]}",
    bad=("region: {name: 某县, units: [{id: a, name: 县甲局}, {id: b, name: 县甲局}]}",),
)
