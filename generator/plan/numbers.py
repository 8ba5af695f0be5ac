"""The printed number of every node, table and item of a plan, by its path."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.plan.numbering import Counter, Mark
from generator.source.fields import whole

if TYPE_CHECKING:
    from generator.plan.model import Annex, Node, Plan, Table
    from generator.problems import Path


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers as printed, "" where none is; and, for nodes, whether the title runs in with the text."""

    printed: dict[Path, str] = field(default_factory=dict)
    counted: dict[Path, int] = field(default_factory=dict)
    run_in: dict[Path, bool] = field(default_factory=dict)

    def of(self, path: Path) -> str:
        """Return the printed number of what stands at a path, "" where it bears none."""
        return self.printed.get(path, "")


def number(plan: Plan) -> Numbers:
    """Return the numbers of a plan: the plan's own text is one document, every annex another."""
    numbers = Numbers()
    for table in plan.tables:
        _number_items(numbers, table)
    _number_nodes(numbers, plan.children, Counter(plan.numbering), 0, ())
    for annex in plan.annexes:
        _number_annex(numbers, annex)
    return numbers


def _number_annex(numbers: Numbers, annex: Annex) -> None:
    """Count an annex: several tables bear its first mark, and its nodes go on from them; a single table bears none."""
    counter = Counter(annex.numbering)
    numbered = len(annex.tables) if len(annex.tables) > 1 else 0
    for table, place in zip(annex.tables, counter.count(0, [None] * numbered), strict=False):
        numbers.printed[table.path] = counter.mark(0).print((place,))
    for table in annex.tables:
        _number_items(numbers, table)
    _number_nodes(numbers, annex.children, counter, 0, (), after=numbered)


def _number_nodes(  # noqa: PLR0913 - the counter, the depth and the ancestors are what counting is
    numbers: Numbers, nodes: tuple[Node, ...], counter: Counter, depth: int, above: tuple[int, ...], *, after: int = 0
) -> None:
    mark = counter.mark(depth)
    for node, place in zip(nodes, counter.count(depth, [node.number for node in nodes], after=after), strict=True):
        numbers.printed[node.path] = mark.print((*above, place))
        numbers.counted[node.path] = place
        numbers.run_in[node.path] = _runs_in(node, mark)
        for table in node.tables:
            _number_items(numbers, table)
        own = Counter(node.numbering, counter.reached) if node.numbering else counter
        _number_nodes(numbers, node.children, own, 0 if node.numbering else depth + 1, (*above, place))


def _runs_in(node: Node, mark: Mark) -> bool:
    if node.run_in is not None:
        return node.run_in
    return mark.run_in if mark.run_in is not None else node.role != "section"


def _number_items(numbers: Numbers, table: Table) -> None:
    """Count the lines of a table from 1; rows across bear no number, and counting goes on from one set by hand."""
    last = 0
    for item in table.items:
        if item.heading:
            continue
        by_hand = whole(item.number)
        last = last + 1 if by_hand is None else by_hand
        numbers.printed[item.path] = item.number or str(last)
        numbers.counted[item.path] = last
