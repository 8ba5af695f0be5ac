"""What changed in the texts of a draft, as proposals: a paragraph, a line or a cell each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.content import ROOT
from generator.compare.fields import kind_of
from generator.compare.pieces import paragraph_pairs
from generator.importers.ledger import bare
from generator.opinions.printed import TITLES, alike, flat
from generator.opinions.proposals import NOTHING, Near, Proposal
from generator.opinions.things import at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compare.changes import Change, Changes
    from generator.compare.content import Content
    from generator.source.tree import Value


def of_fields(changes: Changes, old: Content) -> Iterator[Proposal]:
    """Yield a proposal for every text that differs."""
    for change in changes:
        if change.kind == "changed" and kind_of(old.shapes[change.id], change.field) not in {"keyed", "pairs", "records"}:
            for old_text, new_text, near in _texts(change):
                lines = tuple(flat(change.new)) if _is_title(change) else ()
                found = Proposal(
                    kind="changed", things=(change.id,), field=change.field, old=old_text, new=new_text, lines=lines, near=near
                )
                yield found if change.id == ROOT else at(old.places[change.id], found)


def _is_title(change: Change) -> bool:
    return change.field in TITLES


def _texts(change: Change) -> Iterator[tuple[str, str, Near]]:
    """Yield the paragraphs that differ: the old text, the new one, and what stands around one that is new."""
    old, new = flat(change.old), flat(change.new)
    if _is_title(change):
        old, new = (["".join(side)] if side else [] for side in (old, new))
    pairs = _one_to_one(change.old, change.new, old, new) or paragraph_pairs(old, new)
    known = {other: old[one] for one, other in pairs if one is not None and other is not None}
    for one, other in pairs:
        was, comes = ("" if one is None else old[one], "" if other is None else new[other])
        if not alike(was, comes):
            yield was, comes, NOTHING if one is not None or other is None else _around(other, known)


def _one_to_one(before: Value, after: Value, old: Sequence[str], new: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the cells of a grid, or two single lines, side by side; nothing where paragraphs are to be paired."""
    same = bool(_widths(before)) and _widths(before) == _widths(after)
    return tuple((place, place) for place in range(len(old))) if same or len(old) == len(new) == 1 else ()


def _widths(rows: Value) -> list[int]:
    """Return how many cells each row of a grid has, nothing of what is none."""
    return [len(row) for row in rows if isinstance(row, list)] if isinstance(rows, list) else []


def _around(place: int, known: dict[int, str]) -> Near:
    """Return the old paragraphs around a new one, the nearest first; `known` are those that stayed, by their new places."""
    before = [known[other] for other in sorted(known, reverse=True) if other < place]
    return Near(tuple(before[:1]), tuple(known[other] for other in sorted(known) if other > place)[:1])


def without_shifts(found: Sequence[Proposal], still: frozenset[str]) -> Iterator[Proposal]:
    """Yield proposals but for those that only tell how recognition took a paragraph, which stands where it stood, for another's."""
    changed = [one for one in found if one.kind == "changed"]
    gone, come = {bare(one.old) for one in changed if not one.new}, {bare(one.new) for one in changed if not one.old}
    for one in found:
        new, old = bare(one.new), bare(one.old)
        comes_in = one.kind == "changed" and not old and new in still and new in gone
        goes_out = one.kind == "changed" and not new and old in still and old in come
        if not comes_in and not goes_out:
            yield one
