"""What is written is printed: nothing stands where its form leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan


def _check(examined: Examined) -> Iterator[Finding]:
    plan = examined.plan
    if plan.notice and plan.notice.form == "direct" and plan.notice.body:
        yield found(("notice", "body"), why="直接行文（form: direct）时，计划正文就是通知正文")
    yield from _absent(plan)
    for table in tables_of(plan):
        for item in table.items:
            if item.heading and item.cells:
                yield found(item.path, why="通栏小标题（heading）占满整行，同一行的其他格不印")


def _absent(plan: Plan) -> Iterator[Finding]:
    for annex in plan.annexes:
        if annex.absent and (annex.preamble or annex.tables or annex.children or annex.closing):
            yield found(annex.path, why="附件标为未随文附上（absent: true）")


RULE = Rule(
    code="never-printed",
    title="写下的内容都会印出",
    severity="error",
    blocking=True,
    message="这里写的内容印不出来：{why}",
    tip="请把内容移到会印出的地方，或改掉这个设置。",
    check=_check,
    good="notice: {form: direct, recipients: 各乡镇}\npreamble: 导语。",
    bad="notice: {form: direct, recipients: 各乡镇, body: 现印发。}",
)
