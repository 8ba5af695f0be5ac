"""Three-way merge: the edits of both sides in one content; where they want different things, ours stays and a decision is left.

An edit is one of a field (of a paragraph, where a field has several), of a thing's place, or of its being there at all. To take
out a decision is an edit of what it was about, whatever that says then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.compare import content, order, standing
from generator.compare.content import ROOT, Content
from generator.compare.decisions import KEY, THING
from generator.compare.fields import kind_of
from generator.compare.sides import Sides, picked

if TYPE_CHECKING:
    from generator.compare.decisions import Decision
    from generator.compare.fields import Fields
    from generator.compare.keys import Kind
    from generator.source.tree import Value

_PARTS: set[Kind] = {"prose", "records", "pairs", "keyed"}
"""Fields that are rows of parts: paragraphs, records, or the order of what has names of its own."""


@dataclass(frozen=True)
class Merged:
    """What a merge gives: the content, with ours wherever a decision is open, and the open decisions."""

    content: Content
    decisions: tuple[Decision, ...]


def merge(base: Content, ours: Content, theirs: Content) -> Merged:
    """Return the edits that ours and theirs made to the base together; every edit is in the content or in a decision."""
    sides = Sides(base, ours, theirs)
    names = dict.fromkeys([*ours.walk(), *theirs.walk()])
    things = {id_: _fields(sides, id_) for id_ in names if _stays(sides, id_)}
    rows = standing.rows(sides, things)
    merged = content.build(content.plain(Content(things, rows)))  # an order names what it orders again
    return Merged(merged, sides.decisions())


def _stays(sides: Sides, id_: str) -> bool:
    """Tell whether a thing that one side has is kept: not when the other removed it and it was not edited since."""
    if id_ in sides.ours.fields and id_ in sides.theirs.fields:
        return True
    is_ours = id_ in sides.ours.fields
    if id_ not in sides.base.fields:
        return _is_added(sides, id_) or is_ours
    edited = sides.edited_by_us(id_) if is_ours else sides.edited_by_them(id_)
    if edited:
        sides.leave_open(id_, THING)
    return edited and is_ours


def _is_added(sides: Sides, id_: str) -> bool:
    """Tell whether a thing is simply new, and not one whose removal the other side confirmed."""
    if is_disputed := sides.is_disputed(id_, THING):
        sides.leave_open(id_, THING)
    return not is_disputed


def _fields(sides: Sides, id_: str) -> Fields:
    base, ours, theirs = (side.fields.get(id_) for side in (sides.base, sides.ours, sides.theirs))
    if ours is None or theirs is None:
        return dict(ours or theirs or {})
    if sides.ours.shapes[id_] != sides.theirs.shapes[id_]:  # the same id for a task and for a table
        sides.leave_open(id_, THING)
        return dict(ours)
    was = base or {}
    values = {name: _value(sides, id_, name, (was.get(name), ours.get(name), theirs.get(name))) for name in {**ours, **theirs}}
    return {name: value for name, value in values.items() if value is not None}


def _value(sides: Sides, id_: str, name: str, values: tuple[Value, Value, Value]) -> Value:
    if (id_, name) == (ROOT, KEY):
        return _undecided(*(cast("list[Value]", value or []) for value in values)) or None
    is_disputed = sides.is_disputed(id_, name)
    if not is_disputed and (one := picked(*values)):
        return one[0]
    joined = None if is_disputed else _joined(kind_of(sides.ours.shapes[id_], name), values)
    if joined is None:
        sides.leave_open(id_, name)
        return values[1]
    return joined or None


def _undecided(base: list[Value], ours: list[Value], theirs: list[Value]) -> list[Value]:
    """Return the decisions that no side has settled, and those that one side came by."""
    return [
        *(row for row in ours if row in theirs or row not in base),
        *(row for row in theirs if row not in ours and row not in base),
    ]


def _joined(kind: Kind, values: tuple[Value, Value, Value]) -> Value:
    """Return a field with both edits part by part, None where it has no parts or both edit the same ones."""
    rows = values if kind == "prose" else [value or [] for value in values]
    if kind not in _PARTS or not all(isinstance(row, list) for row in rows):
        return None
    base, ours, theirs = cast("list[list[Value]]", rows)
    return order.merged(base, ours, theirs)
