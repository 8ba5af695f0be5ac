"""The region of an imported plan, written inline: its name and level from who signs, and the units the plan names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.regions.units import Named, Registry, read_units, wide_brackets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.ids import Ids
    from generator.source.tree import Value

_PLACE = re.compile(
    r"(?:(?P<above>[\u4e00-\u9fff]{2,6}?(?:省|自治区|市))(?=.{2,6}?(?:市|州|盟|区|县|旗)))?(?P<name>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|盟|区|县|旗|镇|乡|街道))"
)


def region_of(names: Iterable[str], units: Iterable[str], ids: Ids) -> dict[str, Value]:
    """Return the region: `names` are texts that begin with a place, the likeliest first; `units` printed sentences of units."""
    found = next((found for name in names if (found := _PLACE.match(name))), None)
    organ = next((name for name in names if name), "")
    name = found["name"] if found else organ
    region: dict[str, Value] = {"name": name or "本单位"}
    if found and (level := _level(name)):
        region["level"] = level
    if found and found["above"]:
        region["parent"] = found["above"]
    named: dict[str, bool] = {}
    for name, group in (part for sentence in units for part in _named(sentence)):
        named.setdefault(name, group)
    for key, kind in (("units", False), ("groups", True)):
        entries: list[Value] = [{"id": ids.make(name, "unit"), "name": name} for name, group in named.items() if group == kind]
        if entries:
            region[key] = entries
    return region


def _level(name: str) -> str:
    if name in signs.words()["municipalities"]:
        return "municipality"
    levels: dict[str, str] = signs.words()["levels"]
    return next((level for ending, level in levels.items() if name.endswith(ending)), "")


def _named(sentence: str) -> list[tuple[str, bool]]:
    parts = read_units(sentence, Registry((), ()))
    return [(wide_brackets(part.text.strip()), part.kind == "group") for part in parts if isinstance(part, Named) and part.text.strip()]
