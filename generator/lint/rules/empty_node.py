"""Every numbered place says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of, tables_of
from generator.plan.tables import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def _check(examined: Examined) -> Iterator[Finding]:
    for node in nodes_of(examined.plan):
        if not (node.title or node.text):
            yield found(node.path, what="标题和正文，只会印出编号")
    for table in tables_of(examined.plan):
        if not (table.items or table.grid):
            yield found(table.path, what="表项，只会印出表头")
        names = any(column.id == "name" for column in columns_of(table))
        for item in table.items:
            dead = item.task and not examined.cells.knows(item.task)  # told by the rule dead-id
            if names and not item.heading and not dead and not examined.cells.of(item, "name"):
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
        "tables: [{id: t, title: 表}]",
        "tables: [{id: t, items: [{id: a, goal: 目标}]}]",
        "tasks: [{id: k, text: 没有标题。}]\ntables: [{id: t, items: [{id: a, task: k}]}]",
    ),
)
