"""What changed between two contents: things by their ids, fields by their names, and the fewest moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.changes import Change, Changes, apply
from generator.compare.order import longest_common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.content import Content


def compare(old: Content, new: Content) -> Changes:
    """Return what leads from one content to another: in the new one's reading order, what was removed behind, in the old one's."""
    moves = moved(old, new)
    found = [change for id_ in new.walk() for change in _of(id_, old, new, is_moved=id_ in moves)]
    return (*found, *(_removed(id_, old) for id_ in old.walk() if id_ not in new.fields))


def compose(first: Changes, second: Changes, base: Content) -> Changes:
    """Return as one what two changes do after each other to `base`, which tells the order of what neither of them names.

    Raises MisfitError when they do not fit it.
    """
    return compare(base, apply(second, apply(first, base)))


def moved(old: Content, new: Content) -> set[str]:
    """Return the ids of what stands in another row or, fewest of all, behind others in its own."""
    both = new.places.keys() & old.places.keys()
    settled = {id_ for row, ids in new.rows.items() for id_ in longest_common(old.rows.get(row, ()), ids)}
    return both - settled


def _of(id_: str, old: Content, new: Content, *, is_moved: bool) -> Iterator[Change]:
    """Yield the changes of a thing that the new content has."""
    path = new.path(id_)
    if id_ not in old.fields:
        yield Change(kind="added", id=id_, path=path, new=dict(new.fields[id_]), new_place=new.places[id_])
        return
    if is_moved:
        yield Change(kind="moved", id=id_, path=path, old_place=old.places[id_], new_place=new.places[id_])
    before, after = old.fields[id_], new.fields[id_]
    for name in dict.fromkeys([*after, *before]):
        if before.get(name) != after.get(name):
            yield Change(kind="changed", id=id_, path=path, field=name, old=before.get(name), new=after.get(name))


def _removed(id_: str, old: Content) -> Change:
    return Change(kind="removed", id=id_, path=old.path(id_), old=dict(old.fields[id_]), old_place=old.places[id_])
