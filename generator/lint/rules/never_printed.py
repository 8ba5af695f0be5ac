"""What is written is printed: nothing stands where its form leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Annex, Item


def _check(examined: Examined) -> Iterator[Finding]:
    plan = examined.plan
    if plan.notice and plan.notice.form == "direct" and plan.notice.body:
        yield found((*plan.notice.path, "body"), why="直接行文（form: direct）时，计划正文就是通知正文")
    for annex in plan.annexes:
        if annex.absent and _says_something(annex):
            yield found(annex.path, why="附件标为未随文附上（absent: true）")
    for table in tables_of(plan):
        if table.grid and (table.columns or table.labels):
            yield found(table.path, why="自由表格（grid）的表头写在 grid 的 head 里，columns 和 labels 不用")
        yield from (found(item.path, why=_ACROSS) for item in table.items if item.heading and _has_cells(item))


def _says_something(annex: Annex) -> bool:
    texts = (annex.preamble, annex.tables, annex.children, annex.closing, annex.recipients, annex.signature, annex.date)
    return any(texts)


def _has_cells(item: Item) -> bool:
    return bool(item.cells or item.task or item.number or item.join)


_ACROSS = "通栏小标题（heading）占满整行，同一行的其他内容不印"

RULE = Rule(
    code="never-printed",
    title="写下的内容都会印出",
    severity="error",
    blocking=True,
    message="这里写的内容印不出来：{why}",
    tip="请把内容移到会印出的地方，或改掉这个设置。",
    check=_check,
    good="notice: {form: direct, recipients: 各乡镇}\npreamble: 导语。\nannexes: [{id: x, title: 表, absent: true}]",
    bad=(
        "notice: {form: direct, recipients: 各乡镇, body: 现印发。}",
        "annexes: [{id: x, title: 表, absent: true, preamble: 说明。}]",
        "tables: [{id: t, labels: {goal: 目标值}, grid: {body: [[甲]]}}]",
        "tables: [{id: t, items: [{id: a, heading: 小标题, goal: 目标}]}]",
        "tables: [{id: t, items: [{id: a, heading: 小标题, number: 3}]}]",
    ),
)
