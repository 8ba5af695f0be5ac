"""Orders and rows of parts: what keeps its order, and how two edits of one row come together."""

from __future__ import annotations

import json
from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.source.tree import Value


def longest_common(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the most names that stand in the same order in both rows; each row names a thing once."""
    place = {name: index for index, name in enumerate(other)}
    common = [name for name in one if name in place]
    ends: list[int] = []  # the smallest place at which a chain of each length ends
    lengths = [_lengthen(ends, place[name]) for name in common]
    chain: list[str] = []
    for name, length in zip(reversed(common), reversed(lengths), strict=True):
        if length == len(ends) - len(chain) and (not chain or place[name] < place[chain[-1]]):
            chain.append(name)
    return chain[::-1]


def _lengthen(ends: list[int], place: int) -> int:
    """Note that a chain ends at a place, and return its length."""
    shorter = bisect_left(ends, place)
    ends[shorter : shorter + 1] = [place]
    return shorter + 1


class Hunk(NamedTuple):
    """Parts `start` to `end` of the old row, and what stands there instead."""

    start: int
    end: int
    parts: list[Value]


def hunks(old: list[Value], new: list[Value]) -> Iterator[Hunk]:
    """Yield what makes the new row of the old; parts that give way to as many others do so one by one."""
    matcher = SequenceMatcher(None, _hashable(old), _hashable(new), autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "replace" and end - start == last - first:
            yield from (Hunk(start + step, start + step + 1, [new[first + step]]) for step in range(end - start))
        elif tag != "equal":
            yield Hunk(start, end, new[first:last])


def _hashable(parts: list[Value]) -> list[str]:
    return [json.dumps(part) for part in parts]


def merged(base: list[Value], ours: list[Value], theirs: list[Value]) -> list[Value] | None:
    """Return the row with both edits, None where they touch the same parts; of what both insert at one place ours is first."""
    own, other = list(hunks(base, ours)), list(hunks(base, theirs))
    other = [_unsaid(hunk, own) for hunk in other if hunk not in own]
    if any(_meet(one, two) for one in own for two in other):
        return None
    result, done = [], 0
    for start, end, parts in sorted([*own, *other], key=lambda hunk: (hunk.start, hunk.end)):
        result += [*base[done:start], *parts]
        done = end
    return result + base[done:]


def _unsaid(hunk: Hunk, others: list[Hunk]) -> Hunk:
    """Return an insertion without the parts that another inserts at the same place, each as often as that one does."""
    said = [part for other in others if other.start == other.end == hunk.start == hunk.end for part in other.parts]
    left = []
    for part in hunk.parts:
        if part in said:
            said.remove(part)
        else:
            left.append(part)
    return hunk._replace(parts=left)


def _meet(one: Hunk, two: Hunk) -> bool:
    """Tell whether two hunks take the same parts, or one inserts amid what the other takes."""
    return one.start < two.end and two.start < one.end
