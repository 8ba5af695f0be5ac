"""A cell printed merged with the one above says the same as it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import tables_of
from generator.plan.tables import HEADS
from generator.problems import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Item
    from generator.plan.tables import Cells


def _check(examined: Examined) -> Iterator[Finding]:
    for table in tables_of(examined.plan):
        for above, item in pairwise((None, *table.items)):
            for index, column in enumerate(item.join if item else ()):
                if item and (fault := _fault(above, item, column, examined.cells)):
                    yield found((*item.path, "join", index), column=f"“{HEADS.get(column, column)}”（{column}）", fault=fault)


def _fault(above: Item | None, item: Item, column: str, cells: Cells) -> str:
    if column == "number":
        return "每一项各有序号"
    if above is None or above.heading:
        return "上面没有可以合并的格"
    mine, theirs = cells.of(item, column), cells.of(above, column)
    if column == "name" and above.task and not cells.knows(above.task):
        return ""  # told by the rule dead-id
    return "" if mine == theirs else f"本行是“{shortened(''.join(mine))}”，上一行是“{shortened(''.join(theirs))}”"


RULE = Rule(
    code="joined-cell",
    title="合并的格内容相同",
    severity="error",
    blocking=True,
    message="{column}这一格不能与上一行合并：{fault}",
    tip="合并印刷的格各行都要写出同样的内容；内容不同的，请从 join 里去掉这一列。",
    check=_check,
    good="annexes: [{id: x, title: 表, tables: [{id: t, items: [{id: a, name: 甲}, {id: b, name: 甲, join: [name]}]}]}]",
    bad=(
        "tables: [{id: t, items: [{id: a, name: 甲}, {id: b, name: 乙, join: [name]}]}]",
        "tables: [{id: t, items: [{id: a, name: 甲, join: [name]}]}]",
        "tables: [{id: t, items: [{id: a, heading: 甲}, {id: b, name: 甲, join: [name]}]}]",
        "tables: [{id: t, items: [{id: a, name: 甲}, {id: b, name: 甲, join: [number]}]}]",
    ),
)
