"""What comes, goes and moves in a draft, as proposals: each whole thing one, with all that stands in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.compare.differ import moved
from generator.compare.keys import rows
from generator.opinions.proposals import Grown, Near, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.changes import Changes
    from generator.compare.content import Content, Place


def of_things(changes: Changes, old: Content, new: Content) -> Iterator[Proposal]:
    """Yield a proposal for everything that came, went or moved, in the order of the changes."""
    come, gone = ({change.id for change in changes if change.kind == kind} for kind in ("added", "removed"))
    for change in changes:
        if change.kind == "moved":
            was, near = old.places[change.id], _beside(new, old, change.id)
            origin = (was.parent, was.key, *_beside(old, new, change.id).before[:1])
            yield at(new.places[change.id], Proposal(kind="moved", things=(change.id,), near=near, origin=origin))
        elif change.id in come and new.places[change.id].parent not in come:
            branch, near = tuple(_branch(change.id, new, come)), _beside(new, old, change.id)
            yield at(new.places[change.id], Proposal(kind="added", things=(change.id,), branch=branch, near=near))
        elif change.id in gone and old.places[change.id].parent not in gone:
            branch = tuple(_branch(change.id, old, gone))
            yield at(old.places[change.id], Proposal(kind="removed", things=(change.id,), branch=branch))


def at(place: Place, proposal: Proposal) -> Proposal:
    """Return a proposal about what stands, or comes to stand, at a place."""
    return replace(proposal, role=place.key, parent=place.parent)


def _branch(id_: str, side: Content, ids: set[str]) -> Iterator[Grown]:
    """Yield a thing with those that come or go inside it."""
    yield Grown(id_, side.places[id_], side.fields[id_])
    for key in rows(side.shapes[id_]):
        for inner in side.rows.get((id_, key), ()):
            if inner in ids:
                yield from _branch(inner, side, ids)


def _beside(new: Content, old: Content, id_: str) -> Near:
    """Return the things around one in its row that the plan has too and that stay where they are, the nearest first."""
    row = new.rows[new.places[id_].row]
    place = row.index(id_)
    settled = old.fields.keys() - moved(old, new)
    before, behind = row[:place][::-1], row[place + 1 :]
    return Near(tuple(one for one in before if one in settled), tuple(one for one in behind if one in settled))


def passes(id_: str, old: Content, new: Content) -> bool:
    """Tell whether a thing has come past another one, and does not only stand at another depth, which texts and pages hardly tell."""
    before, behind = (set(takewhile(lambda other: other != id_, side.walk())) for side in (old, new))
    return before & new.fields.keys() != behind & old.fields.keys()
