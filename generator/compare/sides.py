"""The two sides of a merge and what they come from, with what they leave to be decided."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from generator.compare.decisions import PLACE, THING, Decision, recorded
from generator.compare.differ import moved

if TYPE_CHECKING:
    from generator.compare.content import Content
    from generator.compare.fields import Fields
    from generator.source.tree import Value

_Any = TypeVar("_Any")


@dataclass(frozen=True)
class Sides:
    """Ours, theirs and the base of both; `open` gathers the decisions, one for each field of a thing."""

    base: Content
    ours: Content
    theirs: Content
    open: dict[tuple[str, str], Decision] = field(default_factory=dict)

    @cached_property
    def moved_by_us(self) -> set[str]:
        """Return the ids of what we moved."""
        return moved(self.base, self.ours)

    @cached_property
    def moved_by_them(self) -> set[str]:
        """Return the ids of what they moved."""
        return moved(self.base, self.theirs)

    @cached_property
    def settled_by_us(self) -> set[tuple[str, str]]:
        """Return the places whose decision was open and that we settled, by taking it out."""
        return _settled(self.base, self.ours)

    @cached_property
    def settled_by_them(self) -> set[tuple[str, str]]:
        """Return the places whose decision was open and that they settled, by taking it out."""
        return _settled(self.base, self.theirs)

    def edited_by_us(self, id_: str) -> bool:
        """Tell whether we changed a thing itself, moved it or settled what was open in it."""
        return id_ in self.moved_by_us or self.ours.fields[id_] != self.base.fields[id_] or _names(self.settled_by_us, id_)

    def edited_by_them(self, id_: str) -> bool:
        """Tell whether they changed a thing itself, moved it or settled what was open in it."""
        return id_ in self.moved_by_them or self.theirs.fields[id_] != self.base.fields[id_] or _names(self.settled_by_them, id_)

    def is_disputed(self, id_: str, name: str) -> bool:
        """Tell whether one side settled a decision, even if on what the base says, and the other said something else since."""
        base, ours, theirs = (_said(content, id_, name) for content in (self.base, self.ours, self.theirs))
        against_us = (id_, name) in self.settled_by_us and theirs != base
        against_them = (id_, name) in self.settled_by_them and ours != base
        return ours != theirs and (against_us or against_them)

    def leave_open(self, id_: str, name: str) -> None:
        """Note that a field of a thing, the thing itself (THING) or its place (PLACE) must be decided."""
        said = self.ours if id_ in self.ours.fields else self.theirs
        base, ours, theirs = (_at(content, id_, name) for content in (self.base, self.ours, self.theirs))
        self.open[id_, name] = Decision(id=id_, path=said.path(id_), field=name, base=base, ours=ours, theirs=theirs)

    def decisions(self) -> tuple[Decision, ...]:
        """Return what is to be decided, in reading order, what only they have behind."""
        order = {id_: place for place, id_ in enumerate(dict.fromkeys([*self.ours.walk(), *self.theirs.walk()]))}
        return tuple(sorted(self.open.values(), key=lambda decision: order[decision.id]))


def _at(content: Content, id_: str, name: str) -> Value:
    own = content.fields.get(id_)
    if own is None or name == THING:
        return cast("Value", own)
    return cast("Fields", asdict(content.places[id_])) if name == PLACE else own.get(name)


def _said(content: Content, id_: str, name: str) -> Value | bool:
    return id_ in content.fields if name == THING else _at(content, id_, name)


def _settled(base: Content, side: Content) -> set[tuple[str, str]]:
    """Return the places of decisions that a side does not keep any more; one that was opened again in their place is another."""
    kept = recorded(side)
    return {(decision.id, decision.field) for decision in recorded(base) if decision not in kept}


def _names(places: set[tuple[str, str]], id_: str) -> bool:
    return any(named == id_ for named, _ in places)


def picked(base: _Any, ours: _Any, theirs: _Any) -> tuple[_Any] | None:
    """Return the one value that an edit of one side, or the same edit of both, leads to; None when the edits differ."""
    if theirs in (base, ours):
        return (ours,)
    return (theirs,) if ours == base else None
