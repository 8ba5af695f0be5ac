"""Where things stand after a merge: each in one row, every row in an order both sides find themselves in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.content import ROOT
from generator.compare.decisions import PLACE, THING
from generator.compare.fields import grouped
from generator.compare.keys import keys
from generator.compare.order import longest_common
from generator.compare.sides import Sides, picked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compare.content import Content, Row
    from generator.compare.fields import Fields


def rows(sides: Sides, things: dict[str, Fields]) -> dict[Row, tuple[str, ...]]:
    """Return the rows in which the things of a merge stand.

    What they put where ours has no room for it goes back to our place, or out of `things`, with a decision; what they
    removed although ours stands in it comes back to them.
    """
    standing = _Standing(sides, things)
    while standing.mend():
        pass
    members: dict[Row, set[str]] = {}
    for id_, row in standing.row_of.items():
        members.setdefault(row, set()).add(id_)
    return {row: _woven(sides, row, ids) for row, ids in members.items()}


class _Standing:
    """The row of every thing, mended until each stands in something that stands."""

    def __init__(self, sides: Sides, things: dict[str, Fields]) -> None:
        self.sides, self.things = sides, things
        self.row_of = {id_: _row(sides, id_) for id_ in things if id_ != ROOT}

    def mend(self) -> bool:
        """Find things new places where they cannot stand, and tell whether there were any."""
        homeless = [id_ for id_, (parent, _) in self.row_of.items() if parent not in self.things]
        homeless = homeless or self._crowded() or list(self._circling())
        for id_ in homeless:
            self._rehouse(id_)
        return bool(homeless)

    def _rehouse(self, id_: str) -> None:
        ours = self.sides.ours.places.get(id_)
        if ours is None:
            self.sides.leave_open(id_, THING)
            del self.things[id_], self.row_of[id_]
        elif ours.row != self.row_of[id_]:
            self.sides.leave_open(id_, PLACE)
            self.row_of[id_] = ours.row
        elif ours.parent not in self.things:
            self.sides.leave_open(ours.parent, THING)
            self.things[ours.parent] = dict(self.sides.ours.fields[ours.parent])
            self.row_of[ours.parent] = self.sides.ours.places[ours.parent].row

    def _crowded(self) -> list[str]:
        """Return what they put beside a key of ours that must stand alone: points beside tasks, items beside a grid."""
        written: dict[str, set[str]] = {id_: set(grouped(own)) for id_, own in self.things.items()}
        for parent, key in self.row_of.values():
            written[parent].add(key)
        foreign = {(id_, key) for id_, names in written.items() for key in names if self._is_crowded(id_, key, names)}
        for id_, key in foreign:
            self._drop_fields(id_, key)
        return [id_ for id_, row in self.row_of.items() if row in foreign]

    def _is_crowded(self, id_: str, key: str, names: set[str]) -> bool:
        ours = self.sides.ours
        held = keys(self._shape(id_)).get(key)
        apart = names & set(held.apart) if held else set()
        return bool(apart) and not _says(ours, id_, key) and any(_says(ours, id_, other) for other in apart)

    def _shape(self, id_: str) -> str:
        return self.sides.ours.shapes.get(id_) or self.sides.theirs.shapes[id_]

    def _drop_fields(self, id_: str, key: str) -> None:
        for name in [name for name in self.things[id_] if name.partition(".")[0] == key]:
            self.sides.leave_open(id_, name)
            del self.things[id_][name]

    def _circling(self) -> Iterator[str]:
        """Yield, of every circle of things that stand in each other, one that they put there."""
        seen: set[str] = {ROOT}
        for id_ in self.row_of:
            way: dict[str, None] = {}
            step = id_
            while step not in seen and step not in way:
                way[step] = None
                step = self.row_of[step][0]
            if step in way:
                circle = [one for one in list(way)[list(way).index(step) :] if one in self.sides.ours.places]
                yield next(one for one in circle if self.sides.ours.places[one].row != self.row_of[one])
            seen.update(way)


def _says(content: Content, id_: str, key: str) -> bool:
    return (id_, key) in content.rows or key in grouped(content.fields.get(id_, {}))


def _row(sides: Sides, id_: str) -> Row:
    """Return the row that a thing stands in: that of the side that moved it, ours where both did."""
    base, ours, theirs = (side.places.get(id_) for side in (sides.base, sides.ours, sides.theirs))
    if ours is None or theirs is None or ours.row == theirs.row:
        return (ours or theirs or sides.base.places[id_]).row
    if sides.is_disputed(id_, PLACE):
        return ours.row  # _woven leaves it open
    if base and theirs.row == base.row and id_ not in sides.moved_by_them:
        return ours.row
    if base and ours.row == base.row and id_ not in sides.moved_by_us:
        return theirs.row
    sides.leave_open(id_, PLACE)
    return ours.row


def _woven(sides: Sides, row: Row, members: set[str]) -> tuple[str, ...]:
    """Return a row in order: what both sides have in the same order, and in each gap what ours has there, then theirs."""
    ours, theirs = ([id_ for id_ in side.rows.get(row, ()) if id_ in members] for side in (sides.ours, sides.theirs))
    held = {id_ for id_ in ours if sides.is_disputed(id_, PLACE)}
    for id_ in held:
        sides.leave_open(id_, PLACE)
    agreed = longest_common([id_ for id_ in ours if id_ not in held], theirs)
    before = [_anchors(side.rows.get(row, ()), agreed) for side in (sides.base, sides.ours, sides.theirs)]
    disputed = set(ours) & set(theirs) - set(agreed) - held
    from_them = (set(theirs) - set(ours)) | {id_ for id_ in disputed if _is_theirs(sides, id_, [anchors.get(id_) for anchors in before])}
    gaps: dict[str, list[str]] = {anchor: [anchor] for anchor in (ROOT, *agreed)}
    for anchors, ids in ((before[1], set(ours) - from_them), (before[2], from_them)):
        for id_ in [id_ for id_ in anchors if id_ in ids and id_ not in gaps]:
            gaps[anchors[id_]].append(id_)
    return tuple(id_ for gap in gaps.values() for id_ in gap if id_ != ROOT)


def _anchors(ids: Iterable[str], agreed: list[str]) -> dict[str, str]:
    """Return, for each thing of a row, the last agreed one that it stands behind."""
    settled, last, found = set(agreed), ROOT, {}
    for id_ in ids:
        found[id_] = last
        last = id_ if id_ in settled else last
    return found


def _is_theirs(sides: Sides, id_: str, before: list[str | None]) -> bool:
    """Tell whether a thing stands where they put it, left to ours with a decision where both moved it."""
    base, ours, theirs = before
    one = picked(base, ours, theirs)
    if one is None:
        sides.leave_open(id_, PLACE)
    return one == (theirs,) != (ours,)
