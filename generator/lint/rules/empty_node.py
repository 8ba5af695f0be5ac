"""Every numbered place says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of, tables_of
from generator.plan.tables import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan, Table
    from generator.plan.tables import Cells


def _check(examined: Examined) -> Iterator[Finding]:
    yield from _documents(examined.plan)
    for node in nodes_of(examined.plan):
        if not (node.title or node.text):
            yield found(node.path, what="标题和正文，只会印出编号")
    for table in tables_of(examined.plan):
        if not (table.items or table.grid):
            yield found(table.path, what="表项，只会印出表头")
        elif any(column.id == "name" for column in columns_of(table)):
            yield from _nameless(table, examined.cells)


def _documents(plan: Plan) -> Iterator[Finding]:
    if plan.notice and not (plan.preamble or plan.tables or plan.children or plan.closing):
        yield found(plan.notice.path, what="要点的正文，只会印出通知")
    for annex in plan.annexes:
        if not (annex.absent or annex.preamble or annex.tables or annex.children or annex.closing):
            yield found(annex.path, what="附件的正文，只会印出标题")
        untitled = [table for table in annex.tables if not table.title]
        yield from (found(table.path, what="表题，几张表时只会印出编号") for table in untitled if len(annex.tables) > 1)


def _nameless(table: Table, cells: Cells) -> Iterator[Finding]:
    for item in table.items:
        dead = item.task and not cells.knows(item.task)  # told by the rule dead-id
        if not (item.heading or dead or cells.of(item, "name")):
            yield found(item.path, what="名称（name），对应的任务也没有标题")


RULE = Rule(
    code="empty-node",
    title="条目和表格有内容",
    severity="warning",
    message="这里没有{what}",
    tip="请填上内容，或删去这一处。",
    check=_check,
    good="tasks: [{id: a, title: 甲}]\ntables: [{id: t, items: [{id: i, task: a}]}]",
    bad=(
        "tasks: [{id: a}]",
        "notice: {recipients: 各乡镇}",
        "annexes: [{id: x, title: 表}]",
        "annexes: [{id: x, title: 表, tables: [{id: t, title: 甲, items: [{id: a, name: 甲}]}, {id: u, items: [{id: b, name: 乙}]}]}]",
        "tables: [{id: t, title: 表}]",
        "tables: [{id: t, items: [{id: a, goal: 目标}]}]",
        "tasks: [{id: k, text: 没有标题。}]\ntables: [{id: t, items: [{id: a, task: k}]}]",
    ),
)
