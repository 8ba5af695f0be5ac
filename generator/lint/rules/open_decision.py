"""What two sides of a merge wanted otherwise is decided before anything goes out."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from generator.compare.decisions import PLACE, recorded
from generator.compare.edition import Edition
from generator.compare.fields import UnfitError
from generator.compare.lines import decision_line
from generator.lint.rule import Examined, Finding, Rule, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.decisions import Decision

_DONE = "，定下之后把这一条从 decisions 里删去。"
_MOVED = f"现在放在 ours（我方）的位置；要用 theirs（对方）的就把它移过去{_DONE}"
_GONE = f"正文里现在没有（我方已删去）；要保留的，照 theirs（对方）的写法补回正文{_DONE}"
_KEPT = f"正文里现在保留着（我方没有删去）；要照对方删去的，就从正文里删去{_DONE}"


def _check(examined: Examined) -> Iterator[Finding]:
    if not examined.plan.decisions:
        return
    with suppress(UnfitError):  # an id that stands twice is told by its own rule, and nobody knows what is decided on
        plan = Edition.of("", examined.tree)
        for written, decision in zip(examined.plan.decisions, recorded(plan.content), strict=True):
            yield found(written.path, line=decision_line(decision, plan), tip=_tip(decision))


def _tip(decision: Decision) -> str:
    """Return what to do where a side moved or deleted something, "" where both wrote something."""
    if decision.field == PLACE:
        return _MOVED
    return _GONE if decision.ours is None else _KEPT if decision.theirs is None else ""


RULE = Rule(
    code="open-decision",
    title="合并时的分歧已取舍",
    severity="warning",
    message="合并时两边改法不同，尚未取舍：{line}",
    tip=f"正文里现在是 ours（我方）的写法；要用 theirs（对方）的就改正文{_DONE}",
    check=_check,
    good="preamble: 导语。",
    bad=(
        "decisions: [{field: preamble, base: 旧, ours: 甲, theirs: 乙}]",
        "decisions: [{id: leaders, path: sections/main/tasks/leaders, ours: {title: 标题}}]",
    ),
)
