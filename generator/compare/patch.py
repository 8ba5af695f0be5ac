"""Changes as edits of the officer's file: what stays where it is is not touched, what moves is moved as it is written.

A field is changed inside, item by item; a block text is one item, and stays one.
Written anew, without its comments, is only what no edit can carry: what comes to stand in something new, under a key that was
not there, or comes out of something that is removed. The writer refuses to move a commented thing into brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from generator.compare import content
from generator.compare.changes import apply
from generator.compare.content import ROOT
from generator.compare.fields import grouped, identified, known, lines, nested, value
from generator.compare.keys import keys, rows, sorted_keys
from generator.compare.order import Hunk, hunks, longest_common
from generator.source.edits import Insert, Move, Remove, Set
from generator.source.tree import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.compare.changes import Changes
    from generator.compare.content import Content, Row
    from generator.compare.fields import Fields
    from generator.compare.keys import Key, Kind
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
    (before, after), held, place = fields, known(shape, name), (*path, name)
    inside = _INSIDE.get(held.kind)
    found = inside(place, written.get(name), held, (before, after)) if inside and before else None
    yield from [_put(path, written, shape, name, value(held, after))] if found is None else found


def _in_mapping(place: Path, now: Value, held: Key, fields: tuple[Fields, Fields]) -> Iterator[Edit] | None:
    is_open = isinstance(now, dict) and not any("" in side for side in fields)
    return _fields(place, cast("Fields", now), held.shape, fields) if is_open else None


def _in_pairs(place: Path, now: Value, _: Key, fields: tuple[Fields, Fields]) -> Iterator[Edit] | None:
    """Return what changes texts by free keys, None where those that stay come to stand in another order."""
    before, after = fields
    old, new = (side.get("") for side in fields)
    if not isinstance(old, list) or not isinstance(new, list) or not isinstance(now, dict) or [*now] != old:
        return None
    return _pairs(place, before, after) if [key for key in old if key in new] == [key for key in new if key in old] else None


def _pairs(place: Path, before: Fields, after: Fields) -> Iterator[Edit]:
    old, new = (cast("list[str]", side[""]) for side in (before, after))
    yield from (Remove((*place, key)) for key in old if key not in new)
    last = None
    for key in new:
        if key not in old:
            yield Insert((*place, key), after[key], after=last)
        elif before[key] != after[key]:
            yield Set((*place, key), after[key])
        last = key if key in old else last


def _in_things(place: Path, now: Value, held: Key, fields: tuple[Fields, Fields]) -> Iterator[Edit] | None:
    return _things(place, now, held, fields) if isinstance(now, list) and isinstance(fields[1].get(""), list) else None


def _things(place: Path, now: list[Value], held: Key, fields: tuple[Fields, Fields]) -> Iterator[Edit]:
    """Yield what changes a list of things with ids inside a field: each thing for itself."""
    at = {id_: index for index, (id_, _) in enumerate(identified(str(place[-1]), now))}
    was, are = ({id_: _own(side, id_) for id_ in cast("list[str]", side[""])} for side in fields)
    staying, index = set(longest_common([*at], [*are])), 0
    yield from (Remove((*place, at[id_])) for id_ in at if id_ not in are)
    for id_, own in are.items():
        if id_ not in at:
            yield Insert((*place, index), {"id": id_, **nested(held.shape, own)})
            continue
        yield from _fields((*place, at[id_]), cast("Fields", now[at[id_]]), held.shape, (was[id_], own))
        if id_ in staying:
            index = at[id_] + 1
        else:
            yield Move((*place, at[id_]), (*place, index))


def _own(fields: Fields, id_: str) -> Fields:
    return {name.partition(".")[2]: value for name, value in fields.items() if name.startswith(f"{id_}.")}


def _in_prose(place: Path, now: Value, _: Key, fields: tuple[Fields, Fields]) -> Iterator[Edit] | None:
    """Return what changes paragraphs: one by one in a list of them, all of a block text, which stays one."""
    old, new = (cast("list[Value]", side[""]) for side in fields)
    if isinstance(now, list):
        return _parts(place, now, new) if _one_by_one(now, old) else None
    return iter([Set(place, _retold(now, old, new))]) if isinstance(now, str) and len(old) > 1 else None


def _retold(text: str, old: list[Value], new: list[Value]) -> str:
    """Return a block text with new lines, the blank ones between those that stay kept."""
    written = text.strip().splitlines()
    at = [index for index, line in enumerate(written) if line.strip()] + [len(written)]
    for start, end, parts in reversed([*hunks(old, new)]):
        written[at[start] : at[end - 1] + 1 if end > start else at[start]] = cast("list[str]", parts)
    return "\n".join(written)


def _in_list(place: Path, now: Value, _: Key, fields: tuple[Fields, Fields]) -> Iterator[Edit] | None:
    return _reworked(place, now, fields[1][""]) if isinstance(now, list) else None


_INSIDE: dict[Kind, Callable[[Path, Value, Key, tuple[Fields, Fields]], Iterator[Edit] | None]] = {
    "mapping": _in_mapping,
    "pairs": _in_pairs,
    "keyed": _in_things,
    "prose": _in_prose,
    "records": _in_list,
    "whole": _in_list,
}
"""How a field is changed inside, by its kind; what it gives is None where the field can only be written as a whole."""


def _one_by_one(written: list[Value], parts: list[Value]) -> bool:
    """Tell whether every item of a list as written is one part of a field."""
    return [lines(cast("str", item or "")) for item in written] == [[part] for part in parts]


def _parts(path: Path, old: list[Value], new: list[Value]) -> Iterator[Edit]:
    for start, end, parts in hunks([lines(cast("str", item))[0] for item in old], new):
        yield from _exchanged(path, old[start:end], Hunk(start, end, parts))


def _exchanged(path: Path, old: list[Value], hunk: Hunk) -> Iterator[Edit]:
    """Yield what puts the parts of a hunk in place of the old ones, those that both have one by one."""
    both = min(len(old), len(hunk.parts))
    for step in range(both):
        yield from _reworked((*path, hunk.start + step), old[step], hunk.parts[step])
    yield from (Remove((*path, index)) for index in range(hunk.start + both, hunk.end))
    yield from (Insert((*path, hunk.end), part) for part in hunk.parts[both:])


def _reworked(path: Path, old: Value, new: Value) -> Iterator[Edit]:
    """Yield what makes one value of another, as deep inside as they are alike."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        yield from _rekeyed(path, old, new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        for hunk in hunks(old, new):
            yield from _exchanged(path, old[hunk.start : hunk.end], hunk)
    else:
        yield Set(path, new)


def _rekeyed(path: Path, old: Fields, new: Fields) -> Iterator[Edit]:
    yield from (Remove((*path, key)) for key in old if key not in new)
    for key, inner in new.items():
        if key not in old:
            yield Insert((*path, key), inner)
        elif old[key] != inner:
            yield from _reworked((*path, key), old[key], inner)


def _put(path: Path, written: Fields, shape: str, name: str, new: Value) -> Edit:
    """Return what writes a value under a key, a new key in its place by the schema."""
    if name in written:
        return Set((*path, name), new)
    order = sorted_keys(shape, [*written, name])
    place = order.index(name)
    return Insert((*path, name), new, after=order[place - 1] if place else None)
