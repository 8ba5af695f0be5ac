"""Which numbers at the head of paragraphs are those of headings, and how deep each stands: told by how they count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.importers.marks import Head

_AUTOMATIC = 0.8  # how sure it is that an automatic number begins a heading, where it does not count on
_GAP = 3  # numbers that a text with cuts may have lost between two headings
_RANKS = ("第一编", "第一部分", "第一篇", "第一章", "第一节", "一", "第一条", "(一)", "1.", "(1)", "①")
"""The usual order of kinds, outermost first (GB/T 9704-2012 7.3.3, 立法 for 编章节条)."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A heading's depth from 0, and how sure it is that this is one."""

    depth: int
    confidence: float = 1.0


@dataclass(slots=True)
class _Level:
    key: str
    last: tuple[int, ...]


@dataclass(slots=True)
class Nesting:
    """Counts along through one document. `seen` are the numbers of each kind that occur in it at all."""

    seen: dict[str, set[int]]
    order: list[str] = field(default_factory=list)
    stack: list[_Level] = field(default_factory=list)
    reached: dict[str, int] = field(default_factory=dict)

    @classmethod
    def over(cls, heads: Iterable[Head]) -> Nesting:
        """Return a count that has not begun, of a document whose paragraphs begin with these numbers."""
        seen: defaultdict[str, set[int]] = defaultdict(set)
        for head in heads:
            seen[head.key].add(head.value)
        return cls(dict(seen))

    def accept(self, head: Head, *, automatic: bool = False) -> Accepted | None:
        """Return the depth of a number, None where it does not count on from those before it and so is none.

        An `automatic` number is one whatever it counts on from.
        """
        place = next((place for place, level in enumerate(self.stack) if level.key == head.key), None)
        confidence = self._opens(head) if place is None else self._goes_on(self.stack[place], head)
        confidence = confidence or automatic * _AUTOMATIC
        if not confidence:
            return None
        if place is None:
            place = self._open_place(head.key)
        self.stack[place:] = [_Level(head.key, head.values)]
        self.reached[head.key] = head.value
        return Accepted(place, confidence)

    def _goes_on(self, level: _Level, head: Head) -> float:
        """Return how sure it is that a number is the next of its row."""
        if head.values[:-1] != level.last[:-1]:
            return 1.0 if head.value == 1 and self._under(head) else 0.0
        step = head.value - level.last[-1]
        if step == 1:
            return 1.0
        if head.value == 1:
            return 0.5
        return 0.6 if 0 <= step <= _GAP else 0.0

    def _opens(self, head: Head) -> float:
        """Return how sure it is that a number begins a row, or goes on with one that runs through the document."""
        if not self._under(head):
            return 0.0
        if head.value == 1:
            return 1.0 if self._fits(head.key) else 0.0
        step = head.value - self.reached.get(head.key, -_GAP)
        if step == 1:
            return 1.0
        if 0 < step <= _GAP:
            return 0.6
        return 0.5 if not self.stack and {head.value - 1, head.value + 1} & self.seen[head.key] else 0.0

    def _under(self, head: Head) -> bool:
        """Tell whether 2.3 stands in part 2: its first numerals are those of the parts above, or 1 where there is none."""
        keys = [level.key for level in self.stack]
        above = self.stack[: keys.index(head.key)] if head.key in keys else self.stack
        numbers = (1,) * len(head.values) + tuple(level.last[-1] for level in above)
        return head.values[:-1] == numbers[len(numbers) - len(head.values) + 1 :]

    def _fits(self, key: str) -> bool:
        """Tell whether a row may begin here: before the first 一、 of a document a lesser kind is part of the text."""
        greater = [other for other in _RANKS[: _rank(key)] if len(self.seen.get(other, ())) > 1 and 1 in self.seen[other]]
        return key in self.order or not greater or any(other in self.order for other in greater)

    def _open_place(self, key: str) -> int:
        """Return the depth at which a row of a kind begins: where it stood before, else below what is open and greater."""
        if key in self.order:
            known = self.order.index(key)
            return next((place for place, level in enumerate(self.stack) if self.order.index(level.key) >= known), len(self.stack))
        place = len(self.stack)
        while place and _rank(key) < _rank(self.stack[place - 1].key) and len(self.seen[key]) > 1:
            place -= 1
        after = self.order.index(self.stack[place - 1].key) + 1 if place else 0
        self.order.insert(after, key)
        return place


def _rank(key: str) -> int:
    return _RANKS.index(key) if key in _RANKS else len(_RANKS)


def accepted(heads: Sequence[Head | None], automatic: Sequence[bool]) -> Iterator[Accepted | None]:
    """Yield for each paragraph's number whether it is that of a heading, and how deep; `automatic` tells which Word or a page made."""
    nesting = Nesting.over(head for head in heads if head)
    return (nesting.accept(head, automatic=made) if head else None for head, made in zip(heads, automatic, strict=True))
