"""The rows of a grid are equally long, and merged cells have something to merge with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import tables_of
from generator.plan.tables import LEFT, SAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Grid
    from generator.problems import Path


def _check(examined: Examined) -> Iterator[Finding]:
    for table in tables_of(examined.plan):
        if table.grid:
            yield from _faults(table.grid, (*table.path, "grid"))


def _faults(grid: Grid, path: Path) -> Iterator[Finding]:
    width = len((grid.head or grid.body or ((),))[0])
    for part, rows in (("head", grid.head), ("body", grid.body)):
        for index, row in enumerate(rows):
            if len(row) != width:
                yield found((*path, part, index), fault=f"这一行有 {len(row)} 格，第一行有 {width} 格")
            if row and row[0] == LEFT:
                yield found((*path, part, index, 0), fault="left 左边没有格")
        if rows and SAME in rows[0]:
            yield found((*path, part, 0, rows[0].index(SAME)), fault="same 上面没有格")


RULE = Rule(
    code="grid-shape",
    title="自由表格各行对齐",
    severity="error",
    blocking=True,
    message="表格的格子对不齐：{fault}",
    tip="各行的格数要相同；与上一行合并写 same，与左边合并写 left，空格子写 ''。",
    check=_check,
    good="annexes: [{id: x, title: 表, tables: [{id: t, grid: {head: [[省, 数]], body: [[甲, 1], [same, 2]]}}]}]",
    bad=(
        "tables: [{id: t, grid: {head: [[省, 数]], body: [[甲], [same, '2']]}}]",
        "tables: [{id: t, grid: {body: [[left, 数]]}}]",
        "tables: [{id: t, grid: {body: [[甲, same]]}}]",
    ),
)
