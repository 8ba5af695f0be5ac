"""Every numbered place says something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def _check(examined: Examined) -> Iterator[Finding]:
    for node in nodes_of(examined.plan):
        if not (node.title or node.text):
            yield found(node.path, what="标题和正文，只会印出编号")
    for table in tables_of(examined.plan):
        if not (table.items or table.grid):
            yield found(table.path, what="表项，只会印出表头")


RULE = Rule(
    code="empty-node",
    title="条目和表格有内容",
    severity="warning",
    message="这里没有{what}",
    tip="请填上内容，或删去这一处。",
    check=_check,
    good="tasks: [{id: a, title: 甲}]",
    bad="tasks: [{id: a}]",
)
