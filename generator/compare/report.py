"""What is told of two plans: every change with its place in both, in the new plan's reading order, ready to be shown in any form.

What was removed stands where it stood. What a whole added or removed section holds stands inside its entry. Pieces and verdicts
are worked out when somebody asks for them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from generator.compare.content import ROOT
from generator.compare.differ import compare
from generator.compare.fields import grouped
from generator.compare.keys import keys, rows
from generator.compare.report_fields import FieldChange, Judge, word_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compare.changes import Change, Changes, Kind
    from generator.compare.content import Content
    from generator.compare.edition import Edition, Standing
    from generator.compare.matching import Pair
    from generator.compare.paired import Paired
    from generator.source.tree import Value

PLAN = "计划"
"""The part under which the plan's own texts stand, as its title and preamble do."""


@dataclass(frozen=True)
class Entry:
    """What became of a thing, or of a part of the plan's own (印发通知: then `id` and `role` are "").

    `role` is the key it stands under (tasks, items); a moved one may have changed too. `old` and `new` are None where it is
    not. `own_id` is the new plan's own id for it; `confidence` is given where only likeness says that the two are one.
    `inner` are the things that were added or removed with it.
    """

    kind: Kind
    id: str
    role: str
    title: str
    old: Standing | None = None
    new: Standing | None = None
    fields: tuple[FieldChange, ...] = ()
    inner: tuple[Entry, ...] = ()
    own_id: str = ""
    confidence: float | None = None

    @property
    def here(self) -> Standing | None:
        """Return where it stands in the new plan, of what was removed where it stood."""
        return self.new or self.old

    def walk(self) -> Iterator[Entry]:
        """Yield the entry and all that stand inside it."""
        yield self
        for entry in self.inner:
            yield from entry.walk()


@dataclass(frozen=True)
class Report:
    """Two plans, the changes that lead from one to the other, and what is told of them."""

    old: Edition
    new: Edition
    paired: Paired
    changes: Changes
    entries: tuple[Entry, ...]

    @property
    def renamed(self) -> tuple[Pair, ...]:
        """Return the pairs of what both plans have under different ids."""
        return tuple(pair for pair in self.paired.pairs if pair.new != pair.old)

    @cached_property
    def all_entries(self) -> tuple[Entry, ...]:
        """Return the entries with those inside them, in reading order."""
        return tuple(inner for entry in self.entries for inner in entry.walk())

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Return the entries of things by their ids."""
        return {entry.id: entry for entry in self.all_entries if entry.id != ROOT}

    @cached_property
    def fields(self) -> dict[tuple[str, str], FieldChange]:
        """Return the fields that changed by the ids of their things and their names."""
        return {(field.id, field.name): field for entry in self.all_entries for field in entry.fields}


def report(old: Edition, new: Edition, paired: Paired) -> Report:
    """Return what is to be told; `new` is under the ids of the old plan, as `paired` has it."""
    changes = compare(old.content, new.content)
    return Report(old, new, paired, changes, tuple(_Teller(old, new, paired, changes).entries()))


class _Teller:
    """Goes through both plans at once and tells what changed on the way."""

    def __init__(self, old: Edition, new: Edition, paired: Paired, changes: Changes) -> None:
        self.old, self.new, self.paired = old, new, paired
        self.judge = Judge.of(old, new)
        self.confidence = {pair.old: pair.confidence for pair in paired.guessed}
        self.changes: dict[str, list[Change]] = defaultdict(list)
        for change in changes:
            self.changes[change.id].append(change)
        self.differing = _with_owners(self.changes, old.content) | _with_owners(self.changes, new.content)

    def entries(self) -> Iterator[Entry]:
        """Yield the entries of the whole plan in the order of its keys: notice, preamble, sections, closing, annexes."""
        changed = grouped({change.field: change.field for change in self.changes.get(ROOT, ())})
        names = sorted({*changed, *rows("plan")}, key=[*keys("plan"), *changed].index)
        for is_row, part in groupby(names, key=rows("plan").__contains__):
            if is_row:
                yield from (entry for key in part for id_ in self._woven(ROOT, key) for entry in self._thing(id_))
            else:
                yield from self._own(part)

    def _own(self, names: Iterable[str]) -> Iterator[Entry]:
        """Yield an entry for each part of the plan's own fields."""
        by_name: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes[ROOT]:
            by_name[change.field.partition(".")[0]].append(change)
        for part, group in groupby(names, key=_part):
            found = [change for name in group for change in by_name[name]]
            yield Entry("changed", ROOT, "", part, fields=tuple(self._field(change) for change in found))

    def _field(self, change: Change) -> FieldChange:
        return FieldChange(self.judge, change.id, change.field, change.old, change.new)

    def _thing(self, id_: str) -> Iterator[Entry]:
        """Yield what is told of a thing and of what stands in it."""
        if id_ not in self.differing:
            return
        if id_ in self.changes and not self._comes_with_owner(id_):
            yield self._entry(id_)
        for inner in self._below(id_):
            yield from self._thing(inner)

    def _below(self, id_: str) -> Iterator[str]:
        shapes = (self.new if id_ in self.new.content.fields else self.old).content.shapes
        return (inner for key in rows(shapes[id_]) for inner in self._woven(id_, key))

    def _woven(self, id_: str, key: str) -> tuple[str, ...] | list[str]:
        """Return the ids of a row of the new plan, each removed one behind what it stood behind."""
        was, now = (side.content.rows.get((id_, key), ()) for side in (self.old, self.new))
        if not any(self._is_only_in(self.old.content, one) for one in was):
            return now
        behind: dict[str, list[str]] = defaultdict(list)
        anchor, staying = ROOT, set(now)
        for one in was:
            if one in staying:
                anchor = one
            elif self._is_only_in(self.old.content, one):
                behind[anchor].append(one)
        return [*behind[ROOT], *(one for here in now for one in (here, *behind[here]))]

    def _is_only_in(self, content: Content, id_: str) -> bool:
        other = self.new.content if content is self.old.content else self.old.content
        return id_ in content.fields and id_ not in other.fields

    def _comes_with_owner(self, id_: str) -> bool:
        """Tell whether a thing was added or removed with what it stands in."""
        for content in (self.old.content, self.new.content):
            if self._is_only_in(content, id_):
                parent = content.places[id_].parent
                return parent != ROOT and self._is_only_in(content, parent)
        return False

    def _entry(self, id_: str) -> Entry:
        found = self.changes[id_]
        there, here = id_ in self.old.content.fields, id_ in self.new.content.fields
        edition = self.new if here else self.old
        return Entry(
            kind=found[0].kind,
            id=id_,
            role=edition.content.places[id_].key,
            title=edition.title(id_),
            old=self.old.standing(id_) if there else None,
            new=self.new.standing(id_) if here else None,
            fields=tuple(self._fields(id_)),
            inner=() if there and here else tuple(self._inner(id_, edition.content)),
            own_id=self.paired.own_id(id_) if here else "",
            confidence=self.confidence.get(id_),
        )

    def _inner(self, id_: str, content: Content) -> Iterator[Entry]:
        below = (inner for key in rows(content.shapes[id_]) for inner in content.rows.get((id_, key), ()))
        return (self._entry(inner) for inner in below if self._is_only_in(content, inner))

    def _fields(self, id_: str) -> Iterator[FieldChange]:
        """Yield the fields that changed; of what was added or removed all it has."""
        for change in self.changes[id_]:
            if change.kind == "changed":
                yield self._field(change)
            elif change.kind == "added":
                yield from (FieldChange(self.judge, id_, name, None, value) for name, value in _said(change.new))
            elif change.kind == "removed":
                yield from (FieldChange(self.judge, id_, name, value, None) for name, value in _said(change.old))


def _with_owners(ids: Iterable[str], content: Content) -> set[str]:
    """Return ids with those of all that the things stand in, so that the rest is passed by."""
    found: set[str] = set()
    for id_ in ids:
        above = id_
        while above in content.places and above not in found:
            found.add(above)
            above = content.places[above].parent
    return found


def _said(fields: Value) -> Iterable[tuple[str, Value]]:
    return fields.items() if isinstance(fields, dict) else ()


def _part(name: str) -> str:
    """Return the part of the plan that a key of its own belongs to: the key's word where it holds further keys."""
    return word_of("plan", name) if keys("plan")[name].kind == "mapping" else PLAN
