"""The region of an imported plan, written inline: its name and level from who signs, and the units the plan names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.ids import Ids
from generator.importers.ledger import bare
from generator.regions.units import Named, Registry, read_units, wide_brackets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.frame.parts import Frame
    from generator.importers.ledger import Ledger
    from generator.source.tree import Value

_PLACE = re.compile(
    r"(?:中国共产党|中共)?(?:(?P<above>[\u4e00-\u9fff]{2,6}?(?:省|自治区|市))(?!委)(?=.{2,6}?(?:市|州|盟|区|县|旗)))?(?P<name>[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|盟|区|县|旗|镇|乡|街道))"
)
_BEFORE = re.compile(r"^(?:【[^】]*】)?(?:\d{4}年度?)?")
_ABOUT = re.compile(r"关于|\d{4}(?:年|—|-)")
_UNKNOWN = "本单位"


def region_of(names: Iterable[str], units: Iterable[str], ids: Ids) -> dict[str, Value]:
    """Return the region: `names` are texts that begin with a place, the likeliest first; `units` printed sentences of units."""
    told = [*names]
    found = next((found for name in told if (found := _place(name))), None)
    name = found["name"] if found else next(filter(None, map(_organ, told)), _UNKNOWN)
    region: dict[str, Value] = {"name": name}
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


def tell_region(frame: Frame, ledger: Ledger) -> None:
    """Tell that a region is guessed: nobody signs, so that its name is told by a title or not at all."""
    signed = [bare(line.text) for line in (*frame.ending.signature, *(line for kind, line in frame.elements if kind == "mark"))]
    titles = [*frame.title, *frame.plan.title]
    name = region_of([*signed, *(bare(line.text) for line in titles)], (), Ids())["name"]
    if name == _UNKNOWN:
        ledger.guess(1, f"没有找到发文机关或者地名，地区暂用“{_UNKNOWN}”", 0.1)
    elif name != region_of(signed, (), Ids())["name"]:
        ledger.guess(titles[0].line, f"地区“{name}”取自标题", 0.7)


def _place(text: str) -> re.Match[str] | None:
    """Return the place that a text begins with, None where it begins with none: 老旧小区 and 关于加强城市 are no places."""
    found = _PLACE.match(_BEFORE.sub("", text))
    return found if found and not _is_common(found["name"]) else None


def _is_common(name: str) -> bool:
    words: dict[str, list[str]] = signs.words()["no_places"]
    at_edges = name.startswith(tuple(words["beginnings"])) or name.endswith(tuple(words["endings"]))
    return at_edges or any(word in name for word in words["parts"])


def _organ(text: str) -> str:
    """Return the organ that a text is or, before 关于 or a year, begins with; "" for none."""
    name = _ABOUT.split(text)[0].removesuffix("文件")
    return name if signs.is_organ(name) else ""


def _level(name: str) -> str:
    if name in signs.words()["municipalities"]:
        return "municipality"
    levels: dict[str, str] = signs.words()["levels"]
    return next((level for ending, level in levels.items() if name.endswith(ending)), "")


def _named(sentence: str) -> list[tuple[str, bool]]:
    parts = read_units(sentence, Registry((), ()))
    return [(wide_brackets(part.text.strip()), part.kind == "group") for part in parts if isinstance(part, Named) and part.text.strip()]
