"""Changes as values: what they are, what a content is after them, the way back, and their form in json."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from generator.compare.content import ROOT, Content, Place
from generator.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.content import Row
    from generator.compare.fields import Fields
    from generator.source.tree import Value

Kind = Literal["added", "removed", "changed", "moved"]
_OPPOSITE: dict[Kind, Kind] = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one thing, named by its id ("": the plan itself).

    added, removed: `new` or `old` are the thing's own fields; what stands in it is added or removed for itself.
    changed: the value of `field` was `old` and is `new`, None where it is not written.
    moved: from `old_place` to `new_place`, with all that stands in it.
    `path` leads to the thing in the new plan, to a removed one in the old.
    """

    kind: Kind
    id: str
    path: tuple[str, ...]
    field: str = ""
    old: Value = None
    new: Value = None
    old_place: Place | None = None
    new_place: Place | None = None


Changes: TypeAlias = tuple[Change, ...]


class MisfitError(UserError):
    """Changes are to be made in a plan that they were not found in."""

    def __init__(self, id_: str) -> None:
        """Name the thing at which it showed."""
        super().__init__(f"这些改动对不上这份计划：{id_ or '计划本身'}", "请用比较时的那一份计划。")


def apply(changes: Changes, content: Content) -> Content:
    """Return a content after changes, in whatever order they come. Raises MisfitError when they were not found in it."""
    things = {id_: dict(own) for id_, own in content.fields.items()}
    for change in sorted(changes, key=lambda change: change.kind == "changed"):
        _apply(change, things)
    rows = _rows(changes, content)
    if astray := {parent for parent, _ in rows} - things.keys():
        raise MisfitError(min(astray))
    return Content(things, rows)


def _apply(change: Change, things: dict[str, Fields]) -> None:
    """Make a change in the fields of things."""
    own = things.get(change.id)
    if own is None:
        if change.kind != "added":
            raise MisfitError(change.id)
        things[change.id] = dict(cast("Fields", change.new))
    elif change.kind == "removed" and own == change.old:
        del things[change.id]
    elif change.kind == "changed" and own.get(change.field) == change.old:
        _put(own, change.field, change.new)
    elif change.kind != "moved":
        raise MisfitError(change.id)


def _put(own: Fields, field: str, value: Value) -> None:
    own.pop(field, None)
    if value is not None:
        own[field] = value


def _rows(changes: Changes, content: Content) -> dict[Row, tuple[str, ...]]:
    """Return the rows after what leaves them has left and what comes stands behind the thing it follows."""
    leaving = {change.id: change.old_place for change in changes if change.old_place}
    if astray := [id_ for id_, place in leaving.items() if content.places.get(id_) != place]:
        raise MisfitError(astray[0])
    following: dict[Row, dict[str, str]] = {}
    for change in changes:
        if change.new_place:
            following.setdefault(change.new_place.row, {})[change.new_place.after] = change.id
    rows = {row: [id_ for id_ in ids if id_ not in leaving] for row, ids in content.rows.items()}
    woven = {row: _woven(rows.get(row, []), following.get(row, {})) for row in {**rows, **following}}
    return {row: ids for row, ids in woven.items() if ids}


def _woven(staying: list[str], following: dict[str, str]) -> tuple[str, ...]:
    ids: list[str] = []
    for anchor in (ROOT, *staying):
        ids += [anchor] if anchor else []
        after = anchor
        while after in following:
            after = following[after]
            ids.append(after)
    if len(ids) != len(staying) + len(following):
        raise MisfitError(next(id_ for id_ in following.values() if id_ not in ids))
    return tuple(ids)


def inverse(changes: Changes) -> Changes:
    """Return the changes that lead back; their paths stay those of the way there."""
    return tuple(
        replace(
            change,
            kind=_OPPOSITE[change.kind],
            old=change.new,
            new=change.old,
            old_place=change.new_place,
            new_place=change.old_place,
        )
        for change in reversed(changes)
    )


def to_json(changes: Changes) -> list[dict[str, Any]]:
    """Return changes as the data that json knows: kind, id, path, field, old, new, old_place and new_place of each."""
    return [asdict(change) | {"path": list(change.path)} for change in changes]


def from_json(data: Iterable[dict[str, Any]]) -> Changes:
    """Return the changes of such data; what else stands in it (a verdict, a printed number) is passed over."""
    return tuple(_change(one) for one in data)


def _change(data: dict[str, Any]) -> Change:
    known = {field.name: data[field.name] for field in fields(Change) if field.name in data}
    places = {name: Place(**known[name]) for name in ("old_place", "new_place") if known.get(name)}
    return Change(**{**known, "path": tuple(data["path"]), **places})
