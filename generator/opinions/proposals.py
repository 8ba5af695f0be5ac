"""What a returned draft asks for: proposals as values, known by an id that is the same whichever unit makes them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.opinions.printed import UNSAID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.content import Place
    from generator.compare.fields import Fields
    from generator.importers.outline import Remark

Kind = Literal["changed", "added", "removed", "moved"]

_DIGITS = 6


class Near(NamedTuple):
    """What stands before and behind, the nearest first: ids of things, or the paragraphs of a text."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


NOTHING = Near()


class Grown(NamedTuple):
    """A thing that comes or goes with a proposal: its id, its place and its own fields."""

    id: str
    place: Place
    fields: Fields


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One change that is proposed; `things` are ids of the plan ("": the plan itself), several where cells are printed merged.

    changed: a paragraph or line of `field`; `old` "" when it comes new, `new` "" when it goes; `lines` are those of a title.
    added, removed: the `branch` from the outermost thing on. moved: with all that stands in it. `near` tells where to, `origin`
    whence: the parent, the key, and what it stood behind.
    """

    kind: Kind
    things: tuple[str, ...]
    role: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    lines: tuple[str, ...] = ()
    near: Near = NOTHING
    parent: str = ""
    branch: tuple[Grown, ...] = ()
    origin: tuple[str, ...] = ()

    @property
    def thing(self) -> str:
        """Return the id of the first thing."""
        return self.things[0]

    @cached_property
    def id(self) -> str:
        """Return six hex digits of what is proposed, whoever does and whatever ids new things bear."""
        return digest(self.kind, *self._target, self.field, self.old, self.new)

    @property
    def _target(self) -> tuple[object, ...]:
        if self.kind == "added":
            return self.parent, self.role, told(self.branch)
        return self.thing, self.role, [self.parent, *self.near.before[:1]] if self.kind == "moved" else []

    def undo(self, thing: str) -> str:
        """Return the id that its opposite will have, which a draft from before its adoption seems to propose; the thing bears this id."""
        if self.kind == "changed":
            return replace(self, old=self.new, new=self.old).id
        if self.kind == "added":
            return replace(self, kind="removed", things=(thing,)).id
        if self.kind == "removed":
            return replace(self, kind="added").id
        parent, role, *before = self.origin
        return replace(self, parent=parent, role=role, near=Near(tuple(before))).id


def told(branch: Iterable[Grown]) -> object:
    """Return what a reader sees of things that come or go together."""
    return [sorted((name, value) for name, value in grown.fields.items() if name not in UNSAID | {"task"}) for grown in branch]


def digest(*said: object) -> str:
    """Return six hex digits of what is said."""
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Put:
    """Where a proposal belongs in the plan as it is: a field's paragraph by its index (the length: behind the last), or a row.

    `text` is what is to stand there. `why` says why it cannot be put there, `remedy` what to do; `done` when it is there already.
    """

    thing: str = ""
    field: str = ""
    index: int = 0
    old: str | None = None
    text: str = ""
    place: Place | None = None
    why: str = ""
    remedy: str = ""
    done: bool = False


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """A proposal or a comment as it is told: who made it, its place and what it says in words; where it goes in the plan.

    `marked` is the text with what goes and what comes between marks. `remarks` are the tracked changes it was made by, or the
    comment itself. A comment has no proposal. It is stale when it only takes back what was adopted: its draft is from before.
    """

    id: str
    units: tuple[str, ...]
    place: str
    sentence: str
    marked: str = ""
    proposal: Proposal | None = None
    puts: tuple[Put, ...] = ()
    remarks: tuple[Remark, ...] = ()
    files: tuple[str, ...] = ()
    stale: bool = False

    @property
    def done(self) -> bool:
        """Tell whether the plan says it already."""
        return bool(self.puts) and all(put.done for put in self.puts)

    @property
    def hindrance(self) -> Put | None:
        """Return why the program cannot put it into the plan, None where it can."""
        return next((put for put in self.puts if put.why), None)

    @property
    def is_open(self) -> bool:
        """Tell whether it asks for something that the plan does not say yet."""
        return self.proposal is not None and not self.done and not self.stale

    def joined(self, other: Opinion) -> Opinion:
        """Return the same opinion of the units, files and remarks of both."""
        return replace(
            self,
            units=tuple(dict.fromkeys((*self.units, *other.units))),
            files=tuple(dict.fromkeys((*self.files, *other.files))),
            remarks=(*self.remarks, *(remark for remark in other.remarks if remark not in self.remarks)),
        )
