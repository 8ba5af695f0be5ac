"""Changes as edits of the officer's file: what stays where it is is not touched, what moves is moved as it is written.

Written anew, without its comments, is only what no edit can carry: what comes to stand in something new, under a key that was
not there, or comes out of something that is removed. The writer refuses to move a commented thing into brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from generator.compare import content
from generator.compare.changes import apply
from generator.compare.content import ROOT
from generator.compare.fields import grouped, known, lines, value
from generator.compare.keys import keys, rows, sorted_keys
from generator.compare.order import hunks, longest_common
from generator.source.edits import Insert, Move, Remove, Set
from generator.source.tree import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.changes import Changes
    from generator.compare.content import Content, Row
    from generator.compare.fields import Fields
    from generator.problems import Path
    from generator.source.edits import Edit
    from generator.source.tree import Mapping, Value


def edits(changes: Changes, tree: Mapping) -> list[Edit]:
    """Return the edits that make changes in the file a tree was read from.

    Raises UnfitError when the tree is no valid plan, MisfitError when the changes were not found in it.
    """
    written = cast("Fields", plain(tree))
    old = content.build(written)
    return list(_Patch(old, apply(changes, old), written).edits())


class _Patch:
    """The way from one content to another in a file: which things stay themselves, and which lists carry which rows."""

    def __init__(self, old: Content, new: Content, written: Fields) -> None:
        self.old, self.new = old, new
        self.paths: dict[str, Path] = {}
        self.written: dict[str, Fields] = {}
        self._locate(ROOT, (), written)
        self.carriers = dict(self._carriers())
        self.becoming = {old: new for new, old in self.carriers.items()}
        self.kept = self._kept()

    def _locate(self, id_: str, path: Path, written: Fields) -> None:
        self.paths[id_], self.written[id_] = path, written
        for key in rows(self.old.shapes[id_]):
            for index, inner in enumerate(self.old.rows.get((id_, key), ())):
                self._locate(inner, (*path, key, index), cast("list[Fields]", written[key])[index])

    def _carriers(self) -> Iterator[tuple[Row, Row]]:
        """Yield each row with the row as written whose list becomes it: its own, or one that takes another key as a whole."""
        for row, ids in self.new.rows.items():
            parent, key = row
            if row in self.old.rows:
                yield row, row
            elif parent in self.written and key not in self.written[parent]:
                left = [old for old in self.old.rows if old[0] == parent and old not in self.new.rows and self._alike(old, row)]
                yield from ((row, old) for old in left[:1] if set(ids) & set(self.old.rows[old]))

    def _alike(self, one: Row, other: Row) -> bool:
        held = keys(self.old.shapes[one[0]])
        return other[1] in held and held[one[1]].shape == held[other[1]].shape

    def _kept(self) -> set[str]:
        """Return the ids of what stays itself: its owner before and after stays too, and a list is there to take it."""
        kept = {id_ for id_ in self.old.fields if id_ in self.new.fields and self.old.shapes[id_] == self.new.shapes[id_]}
        while lost := {id_ for id_ in kept - {ROOT} if not self._can_stay(id_, kept)}:
            kept -= lost
        return kept

    def _can_stay(self, id_: str, kept: set[str]) -> bool:
        new = self.new.places[id_]
        return new.parent in kept and self.old.places[id_].parent in kept and new.row in self.carriers

    def edits(self) -> Iterator[Edit]:
        """Yield the edits of every thing that stays, in the order written."""
        for id_ in self.old.walk():
            if id_ in self.kept:
                shape = self.old.shapes[id_]
                yield from _fields(self.paths[id_], self.written[id_], shape, (self.old.fields[id_], self.new.fields[id_]))
                for key in rows(shape):
                    yield from self._leaving((id_, key))
                for key in rows(shape):
                    yield from self._coming((id_, key))

    def _leaving(self, row: Row) -> Iterator[Edit]:
        """Yield what takes things out of a list for good, or the list itself."""
        ids = self.old.rows.get(row, ())
        target = self.becoming.get(row)
        path = (*self.paths[row[0]], row[1])
        if ids and target is None and not self.kept.intersection(ids):
            yield Remove(path)
            return
        if target and target != row:
            yield Move(path, (*path[:-1], target[1]))
        yield from (Remove(self.paths[id_]) for id_ in ids if id_ not in self.kept)

    def _coming(self, row: Row) -> Iterator[Edit]:
        """Yield what brings things into a row, in order."""
        ids = self.new.rows.get(row, ())
        if row in self.carriers:
            carrier = self.carriers[row]
            path, before = (*self.paths[carrier[0]], carrier[1]), self.old.rows[carrier]
            place = {id_: index for index, id_ in enumerate(before)}
            staying = set(longest_common([id_ for id_ in before if id_ in self.kept], ids))
            index = 0
            for id_ in ids:
                if id_ in staying:
                    index = place[id_] + 1
                elif id_ in self.kept:
                    yield Move(self.paths[id_], (*path, index))
                else:
                    yield Insert((*path, index), self._anew(id_))
        elif ids:
            parent, key = row
            yield _put(self.paths[parent], self.written[parent], self.old.shapes[parent], key, [self._anew(id_) for id_ in ids])

    def _anew(self, id_: str) -> Value:
        return content.plain(self.new, id_, self.new.shapes[id_])


def _fields(path: Path, written: Fields, shape: str, fields: tuple[Fields, Fields]) -> Iterator[Edit]:
    """Yield what makes the new fields of a mapping of the old."""
    old, new = (grouped(own) for own in fields)
    for name in sorted_keys(shape, {**old, **new}):
        before, after = old.get(name, {}), new.get(name, {})
        if before != after:
            yield from _field(path, written, shape, name, (before, after)) if after else [Remove((*path, name))]


def _field(path: Path, written: Fields, shape: str, name: str, fields: tuple[Fields, Fields]) -> Iterator[Edit]:
    """Yield what changes a field: inside it where that is enough, else as a whole."""
    (before, after), held, now, place = fields, known(shape, name), written.get(name), (*path, name)
    if held.kind == "mapping" and isinstance(now, dict) and before and "" not in {**before, **after}:
        yield from _fields(place, now, held.shape, fields)
    elif held.kind == "pairs" and before.get("") == after.get(""):
        yield from (Set((*place, key), text) for key, text in after.items() if before[key] != text)
    elif held.kind in {"prose", "records"} and isinstance(now, list) and _one_by_one(now, before.get("")):
        yield from _parts(place, now, cast("list[Value]", after[""]))
    else:
        yield _put(path, written, shape, name, value(held, after))


def _one_by_one(written: list[Value], parts: Value) -> bool:
    """Tell whether every item of a list as written is one part of a field."""
    return [lines(item) if isinstance(item, str) else [item] for item in written] == [[part] for part in cast("list[Value]", parts or [])]


def _parts(path: Path, old: list[Value], new: list[Value]) -> Iterator[Edit]:
    said = [lines(item)[0] if isinstance(item, str) else item for item in old]
    for start, end, parts in hunks(said, new):
        yield from (Set((*path, index), part) for index, part in zip(range(start, end), parts, strict=False))
        yield from (Remove((*path, index)) for index in range(start + len(parts), end))
        yield from (Insert((*path, end), part) for part in parts[end - start :])


def _put(path: Path, written: Fields, shape: str, name: str, new: Value) -> Edit:
    """Return what writes a value under a key, a new key in its place by the schema."""
    if name in written:
        return Set((*path, name), new)
    order = sorted_keys(shape, [*written, name])
    place = order.index(name)
    return Insert((*path, name), new, after=order[place - 1] if place else None)
