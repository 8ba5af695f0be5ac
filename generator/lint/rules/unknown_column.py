"""Items, labels and joins speak of columns that the table has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import tables_of
from generator.plan.tables import HEADS, columns_of
from generator.schema.likeness import nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Table
    from generator.problems import Path


def _check(examined: Examined) -> Iterator[Finding]:
    for annex in examined.plan.annexes:
        known = [*HEADS, *(key for table in annex.tables for key, _ in table.columns)]
        yield from _unknown((((*annex.path, "labels", key), key) for key, _ in annex.labels), known)
    for table in tables_of(examined.plan):
        if not table.grid:
            yield from _unknown(_named(table), [column.id for column in columns_of(table)])


def _named(table: Table) -> Iterator[tuple[Path, str]]:
    yield from (((*table.path, "labels", key), key) for key, _ in table.labels)
    for item in table.items:
        yield from (((*item.path, key), key) for key, _ in item.cells)
        yield from (((*item.path, "join", index), column) for index, column in enumerate(item.join))


def _unknown(named: Iterator[tuple[Path, str]], known: list[str]) -> Iterator[Finding]:
    for path, column in named:
        if column not in known:
            tip = suggestion(nearest(column, known)) or f"这张表的列是：{'、'.join(known)}。"
            yield found(path, column=column, tip=tip)


RULE = Rule(
    code="unknown-column",
    title="表项只用本表的列",
    severity="error",
    blocking=True,
    message="这张表没有“{column}”列",
    tip="请核对列名，或在表的 columns 里加上这一列。",
    check=_check,
    good="annexes: [{id: x, title: 表, tables: [{id: t, items: [{id: a, name: 甲, goal: '0'}]}]}]",
    bad=(
        "tables: [{id: t, items: [{id: a, name: 甲, gaol: '0'}]}]",
        "tables: [{id: t, labels: {gaol: 目标值}, items: [{id: a, name: 甲}]}]",
        "tables: [{id: t, items: [{id: a, name: 甲}, {id: b, name: 甲, join: [nmae]}]}]",
        "annexes: [{id: x, title: 表, labels: {gaol: 目标值}}]",
    ),
)
