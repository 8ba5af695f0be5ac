"""The numbering of a plan from the numbers of its source: marks by depth, which of them run through, which numbers stand by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers.body.knots import rows_of
from generator.importers.marks import head_alone
from generator.plan.numbering import DEFAULT_MARKS, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.importers.body.knots import Knot
    from generator.importers.ledger import Ledger
    from generator.source.tree import Value

NONE = "none"


@dataclass(frozen=True, slots=True)
class Counted:
    """How the numbers of a text count: kinds that run through it, rows that begin anew all the same, numbers by hand.

    Rows are known by the identity of their first part, numbers by that of their part.
    """

    running: frozenset[str] = frozenset()
    anew: frozenset[int] = frozenset()
    by_hand: Mapping[int, int] = field(default_factory=dict)


def counted(knots: Sequence[Knot]) -> Counted:
    """Return how the numbers of a text's parts count."""
    running = running_keys(knots)
    return Counted(running, begin_anew(knots, running), by_hand(knots, running))


def running_keys(knots: Sequence[Knot]) -> frozenset[str]:
    """Return the kinds of number that go on from one part to the next instead of beginning anew."""
    last: dict[str, int] = {}
    steps: Counter[str] = Counter()
    for row in rows_of(knots):
        heads = [knot.head for knot in row if knot.head]
        if heads and heads[0].key in last:
            steps[heads[0].key] += 1 if heads[0].value == last[heads[0].key] + 1 else -1
        if heads:
            last[heads[0].key] = heads[-1].value
    return frozenset(key for key, balance in steps.items() if balance > 0)


def marks(knots: Sequence[Knot], running: frozenset[str]) -> list[Value]:
    """Return the first numbers of a text and of what is below it, level by level: of each the one that most of its rows have."""
    found: list[Value] = []
    level = [knots] if knots else []
    while level:
        firsts = Counter(_first(row) for row in level)
        found.append(_mark(firsts.most_common(1)[0][0], running))
        level = [knot.children for row in level for knot in row if knot.children]
    return found


def unlike(knots: Sequence[Knot], marks_here: Sequence[Value], place: int = 0) -> bool:
    """Tell whether a row needs marks of its own, since those that hold here print another kind of number."""
    first = _first(knots)
    usual = DEFAULT_MARKS[min(place, len(DEFAULT_MARKS) - 1)].first
    here = marks_here[0] if marks_here else usual
    there = here["number"] if isinstance(here, dict) else here
    return _key(first) != _key(str(there))


def without_usual(found: Sequence[Value]) -> list[Value]:
    """Return marks without those at the end that a plan has anyway."""
    kept = [*found]
    while kept and kept[-1] == DEFAULT_MARKS[min(len(kept), len(DEFAULT_MARKS)) - 1].first:
        kept.pop()
    return kept


def tell_unlike(knots: Sequence[Knot], marks_here: Sequence[Value], ledger: Ledger) -> None:
    """Tell the ledger of numbers that are printed in another way than they stand: 2、 among 1. and 3."""
    here = marks_here[0] if marks_here else ""
    there = str(here["number"] if isinstance(here, dict) else here)
    for knot in knots:
        if there and knot.head and knot.head.first != there:
            ledger.mend(knot.paragraph.line, "编号写法统一", knot.head.printed, Mark(there).print(knot.head.values))


def _first(row: Sequence[Knot]) -> str:
    return Counter(knot.head.first if knot.head else NONE for knot in row).most_common(1)[0][0]


def _mark(first: str, running: frozenset[str]) -> Value:
    return {"number": first, "running": "true"} if _key(first) in running else first


def _key(first: str) -> str:
    head = head_alone(first)
    return head.key if head else first


def begin_anew(knots: Sequence[Knot], running: frozenset[str]) -> frozenset[int]:
    """Return, by the identity of their first part, the rows that begin at 1 although their kind of number runs through."""
    seen: set[str] = set()
    found: set[int] = set()
    for row in rows_of(knots):
        head = row[0].head
        if head and head.key in running:
            if head.value == 1 and head.key in seen:
                found.add(id(row[0]))
            seen.add(head.key)
    return frozenset(found)


def by_hand(knots: Sequence[Knot], running: frozenset[str]) -> dict[int, int]:
    """Return, by the identity of a part, the numbers that do not follow from counting."""
    anew = begin_anew(knots, running)
    reached: dict[str, int] = {}
    found: dict[int, int] = {}
    for row in rows_of(knots):
        key = row[0].head.key if row[0].head else ""
        through = key in running and id(row[0]) not in anew
        last = reached.get(key, 0) if through else 0
        for knot in row:
            last += 1
            if knot.head and knot.head.value != last:
                last = found[id(knot)] = knot.head.value
        if through:
            reached[key] = last
    return found
