"""Two contents under one set of ids: equal ids are one thing, what is left over is paired by likeness or as a file says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, cast

from generator.compare.content import ROOT, Content
from generator.compare.matching import THRESHOLD, Candidate, Pair, match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compare.fields import Fields
    from generator.source.tree import Value

Pairs: TypeAlias = tuple[Pair, ...]
_Parts: TypeAlias = tuple[list[Candidate], list[Candidate]]

SURE = 0.6
"""The confidence asked for in two versions of one plan, where a task that is gone and one that is new are mostly two."""

_KIN = 0.5
"""The share of the smaller plan's ids, items apart, that the other has too, from which both are versions of one plan."""

_ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Paired:
    """The new content under the old one's ids, all pairs, those that likeness made, and the new plan's own ids where they differ."""

    content: Content
    pairs: Pairs
    guessed: Pairs
    own_ids: dict[str, str]

    def own_id(self, id_: str) -> str:
        """Return the id that the new plan itself gives a thing."""
        return self.own_ids.get(id_, id_)


def paired(old: Content, new: Content, given: Iterable[Pair] = ()) -> Paired:
    """Return the new content under the ids of the old: `given` pairs first, then equal ids, then what is alike enough."""
    given = tuple(given)
    sure = _threshold(old, new)
    fixed = (*given, *_of_one_id(old, new, given))
    known = set(fixed)
    outline = _matched(_open_outline(old, new, fixed), fixed, sure)
    found = [pair for pair in _matched(_open_items(old, new, outline), outline, sure) if pair.new]
    order = {id_: place for place, id_ in enumerate(old.walk())}
    names = _names(old, new, found)
    own_ids = {name: id_ for id_, name in names.items() if name != id_}
    pairs = tuple(sorted(found, key=lambda pair: order[pair.old]))
    guessed = tuple(pair for pair in pairs if pair not in known)
    return Paired(_renamed(new, names) if own_ids else new, pairs, guessed, own_ids)


def candidates(content: Content, roles: Iterable[str] = ()) -> list[Candidate]:
    """Return the things of a content that may have a partner, in reading order; of some roles only where they are named."""
    wanted = set(roles)
    things = (id_ for id_ in content.walk() if id_ != ROOT)
    return [_candidate(content, id_) for id_ in things if not wanted or content.places[id_].key in wanted]


def title(content: Content, id_: str) -> str:
    """Return what a thing is called: its title or name, of an item without one that of its task."""
    own = content.fields[id_]
    said = own.get("title") or own.get("name") or own.get("heading")
    task = own.get("task")
    if not said and isinstance(task, str) and task in content.fields:
        return title(content, task).rstrip("。")
    return _joined(said)


def _candidate(content: Content, id_: str) -> Candidate:
    place = content.places[id_]
    below = (title(content, inner) for inner in content.rows.get((id_, _ITEMS), ()))
    text = "\n".join([*map(_joined, content.fields[id_].values()), *below])
    return Candidate(id_, place.key, title(content, id_), text, place.parent)


def _joined(value: Value) -> str:
    """Return all text of a value."""
    if isinstance(value, dict):
        return "\n".join(map(_joined, value.values()))
    return "".join(map(_joined, value)) if isinstance(value, list) else value or ""


# --- what is paired --------------------------------------------------------------------------------------------------


def _of_one_id(old: Content, new: Content, given: Pairs) -> Iterator[Pair]:
    taken, bound = {pair.old for pair in given}, {pair.new for pair in given}
    for id_ in old.walk():
        if id_ != ROOT and id_ not in taken and id_ not in bound and old.shapes[id_] == new.shapes.get(id_):
            yield Pair(id_, id_)


def _threshold(old: Content, new: Content) -> float:
    """Return what confidence is asked for: more where most ids are common, so that the plans are versions of one."""
    one, other = ({id_ for id_, place in content.places.items() if place.key != _ITEMS} for content in (old, new))
    return SURE if len(one & other) >= _KIN * min(len(one), len(other)) else THRESHOLD


def _matched(parts: _Parts, fixed: Pairs, threshold: float) -> Pairs:
    """Return the pairs so far with those that likeness makes of what they leave."""
    old, new = parts
    ids, taken = {part.id for part in old}, {pair.old for pair in fixed}
    found = match(old, new, fixed=[pair for pair in fixed if pair.old in ids], threshold=threshold)
    return (*fixed, *(pair for pair in found if pair.old not in taken))


def _open_outline(old: Content, new: Content, fixed: Pairs) -> _Parts:
    """Return all of the roles, items apart, in which both sides have some left: of all, rare words are told from common ones."""
    left, come = _left(old, new, fixed)
    roles = {old.places[id_].key for id_ in left} & {new.places[id_].key for id_ in come} - {_ITEMS}
    return (candidates(old, roles), candidates(new, roles)) if roles else ([], [])


def _open_items(old: Content, new: Content, fixed: Pairs) -> _Parts:
    """Return all items of the pairs of tables in which both sides have some left, the pair being their role."""
    left, come = ({content.places[id_].parent for id_ in ids} for content, ids in zip((old, new), _left(old, new, fixed), strict=True))
    pairs = [pair for pair in fixed if pair.old in left and pair.new in come]
    return [*_items(old, {pair.old: pair.old for pair in pairs})], [*_items(new, {pair.new or "": pair.old for pair in pairs})]


def _left(old: Content, new: Content, fixed: Pairs) -> tuple[set[str], set[str]]:
    return old.places.keys() - {pair.old for pair in fixed}, new.places.keys() - {pair.new for pair in fixed}


def _items(content: Content, tables: dict[str, str]) -> Iterator[Candidate]:
    for table, role in tables.items():
        yield from (replace(_candidate(content, id_), role=role) for id_ in content.rows.get((table, _ITEMS), ()))


# --- one set of ids --------------------------------------------------------------------------------------------------


def _names(old: Content, new: Content, pairs: Iterable[Pair]) -> dict[str, str]:
    """Return the id under which each thing of the new content goes; one that the old has for something else is made anew."""
    names = {pair.new: pair.old for pair in pairs if pair.new}
    used = old.fields.keys() | new.fields.keys()
    for id_ in new.places:
        if id_ not in names:
            names[id_] = _unused(id_, used) if id_ in old.fields else id_
    return names


def _unused(id_: str, used: set[str]) -> str:
    return next(name for count in range(2, len(used) + 3) if (name := f"{id_}_{count}") not in used)


def _renamed(content: Content, names: dict[str, str]) -> Content:
    """Return a content with its things, and what names them, under other ids."""
    fields = {names.get(id_, id_): _refer(own, names) for id_, own in content.fields.items()}
    rows = {(names.get(owner, owner), key): tuple(names[id_] for id_ in ids) for (owner, key), ids in content.rows.items()}
    return Content(fields, rows)


def _refer(own: Fields, names: dict[str, str]) -> Fields:
    """Return fields whose references, an item's task and what is on a slide, name things by their new ids."""
    referring = {name: own[name] for name in ("task", "slides.pages") if name in own}
    return own | {name: _replaced(value, names) for name, value in referring.items()}


def _replaced(value: Value, names: dict[str, str]) -> Value:
    if isinstance(value, list):
        return [_replaced(part, names) for part in value]
    if isinstance(value, dict):
        return {key: inner if key == "title" else _replaced(inner, names) for key, inner in value.items()}
    return names.get(cast("str", value), value)
