"""Numbers are counted; one set by hand goes stale when something is added above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def _check(examined: Examined) -> Iterator[Finding]:
    for node in nodes_of(examined.plan):
        if node.number is not None:
            yield found((*node.path, "number"), number=node.number)
    for table in tables_of(examined.plan):
        for item in table.items:
            if item.number:
                yield found((*item.path, "number"), number=item.number)


RULE = Rule(
    code="number-by-hand",
    title="编号由程序生成",
    severity="warning",
    message="序号“{number}”是手工写的",
    tip="编号由程序按顺序生成，通常不必写；节选文件确需保留原编号的可以不改。",
    check=_check,
    good="tasks: [{id: a, title: 甲}]",
    bad=("tasks: [{id: a, title: 甲, number: 5}]",),
)
