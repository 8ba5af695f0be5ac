"""Automatic numbers, counted paragraph by paragraph as Word counts them (ISO 29500-1 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers.word import symbols
from generator.importers.word.markup import W, attribute, child, children, number, switched, value
from generator.importers.word.numerals import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.word.markup import Element

DEPTHS = 9
_LONGEST = 64  # characters of a number's pattern
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its format and pattern (第%1条), where it starts, and after which levels it starts anew."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    face: str = ""
    style: str = ""

    def restarts_after(self, depth: int) -> bool:
        """Tell whether a number at a higher level, counted from 0, lets this one start anew."""
        return self.restart is None or depth < self.restart


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs name: the definition it counts with, its levels, and where it itself starts them."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def start(self, depth: int) -> int:
        """Return the first number of a level."""
        return self.starts.get(depth, self.level(depth).start)

    def level(self, depth: int) -> Level:
        """Return a level; one that is not defined prints nothing."""
        return self.levels.get(depth, Level())

    def depth_of(self, style: str) -> int:
        """Return the level that a paragraph style stands for; the first where none is tied to it."""
        return next((depth for depth, level in self.levels.items() if level.style and level.style == style), 0)


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has come; lists of one definition count together."""

    lists: dict[str, List] = field(default_factory=dict)
    reached: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, list_id: str, depth: int | None, style: str = "") -> str:
        """Count a paragraph at a level (None: that of its style) and return its number as printed; "" without a list."""
        found = self.lists.get(list_id)
        if found is None:
            return ""
        depth = found.depth_of(style) if depth is None else min(max(depth, 0), DEPTHS - 1)
        reached = self.reached.setdefault(found.definition, [None] * DEPTHS)
        self._count(reached, found, list_id, depth)
        return _printed(found, reached, depth)

    def _count(self, reached: list[int | None], found: List, list_id: str, depth: int) -> None:
        before = reached[depth]
        anew = depth in found.starts and (list_id, depth) not in self.begun
        self.begun.add((list_id, depth))
        reached[depth] = found.start(depth) if before is None or anew else before + 1
        for deeper in range(depth + 1, DEPTHS):
            if found.level(deeper).restarts_after(depth):
                reached[deeper] = None


def numbering(root: Element | None) -> Numbering:
    """Return the lists of a numbering part; none without one."""
    if root is None:
        return Numbering()
    definitions = {attribute(one, "abstractNumId"): one for one in root.iterchildren(f"{W}abstractNum")}
    linked = {value(child(one, "styleLink")): id_ for id_, one in definitions.items() if child(one, "styleLink") is not None}
    levels = {id_: dict(_levels(one)) for id_, one in definitions.items()}
    links = {id_: linked.get(value(child(one, "numStyleLink")), id_) for id_, one in definitions.items()}
    lists: dict[str, List] = {}
    for one in root.iterchildren(f"{W}num"):
        named = value(child(one, "abstractNumId"))
        definition = links.get(named, named)
        lists[attribute(one, "numId")] = _list(one, definition, levels.get(definition, {}))
    return Numbering(lists)


def _list(num: Element, definition: str, levels: dict[int, Level]) -> List:
    starts: dict[int, int] = {}
    own = dict(levels)
    for override in num.iterchildren(f"{W}lvlOverride"):
        depth = number(attribute(override, "ilvl"))
        start = number(value(child(override, "startOverride")))
        own.update(_levels(override))
        if depth is not None and start is not None:
            starts[depth] = start
    return List(definition, own, starts)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for one in parent.iterchildren(f"{W}lvl"):
        depth = number(attribute(one, "ilvl"))
        if depth is not None:
            yield depth, _level(one)


def _level(lvl: Element) -> Level:
    """Return a level; of alternative formats the last is the one that every version of Word knows."""
    formats = [value(one) for one in lvl.iter(f"{W}numFmt")]
    marks = children(lvl)
    fonts = children(marks.get("rPr")).get("rFonts")
    start = number(value(marks.get("start")))
    return Level(
        formats[-1] if formats else "decimal",
        value(marks.get("lvlText"))[:_LONGEST],
        0 if start is None else start,
        number(value(marks.get("lvlRestart"))),
        bool(switched(marks.get("isLgl"))),
        "" if fonts is None else attribute(fonts, "ascii"),
        value(marks.get("pStyle")),
    )


def _printed(found: List, reached: list[int | None], depth: int) -> str:
    level = found.level(depth)
    if level.format == "bullet":
        return symbols.bullet(level.pattern, level.face)

    def numeral(place: re.Match[str]) -> str:
        of = int(place[1]) - 1
        count = reached[of]
        return printed(found.start(of) if count is None else count, "decimal" if level.legal else found.level(of).format)

    return _PLACE.sub(numeral, level.pattern)
