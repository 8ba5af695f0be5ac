"""What two sides of a merge wanted otherwise is decided before anything goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found

if TYPE_CHECKING:
    from collections.abc import Iterator


def _check(examined: Examined) -> Iterator[Finding]:
    for decision in examined.plan.decisions:
        yield found(decision.path, thing=f"“{decision.id}”" if decision.id else "计划", field=_words(decision.field))


def _words(field: str) -> str:
    return f"的“{field}”" if field else ""


RULE = Rule(
    code="open-decision",
    title="合并时的分歧已取舍",
    severity="warning",
    message="合并时两边对{thing}{field}改法不同，尚未取舍",
    tip="正文里现在是 ours（我方）的写法；要用 theirs（对方）的就改正文，定下之后把这一条从 decisions 里删去。",
    check=_check,
    good="preamble: 导语。",
    bad=(
        "decisions: [{field: preamble, base: 旧, ours: 甲, theirs: 乙}]",
        "decisions: [{id: leaders, path: sections/main/tasks/leaders, ours: {title: 标题}}]",
    ),
)
