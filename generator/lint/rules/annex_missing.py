"""An annex that the text names is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Paragraphs, Plan
    from generator.problems import Path

_NAMED = re.compile(r"(?:见|按照|按|详见|参照|填写|填报)(?:本通知|本要点)?附件\s*([0-9０-９]{0,2})|[（(]附件\s*([0-9０-９]{1,2})[）)]")


def _check(examined: Examined) -> Iterator[Finding]:
    plan = examined.plan
    there = len([annex for annex in plan.annexes if not annex.label]) + bool(plan.notice and plan.notice.form == "annex")
    for path, text in _texts(plan):
        for match in _NAMED.finditer("".join(text)):
            place = int(match[1] or match[2] or 1)
            if place > there:
                yield found(path, annex=f"附件{match[1] or match[2] or ''}", there=there)


def _texts(plan: Plan) -> Iterator[tuple[Path, Paragraphs]]:
    if plan.notice:
        yield (*plan.notice.path, "body"), plan.notice.body
    yield ("preamble",), plan.preamble
    for node in walk(plan.children):
        yield (*node.path, "text"), node.text
        yield (*node.path, "after"), node.after
    yield ("closing",), plan.closing


RULE = Rule(
    code="annex-missing",
    title="正文提到的附件存在",
    severity="warning",
    message="正文提到“{annex}”，计划里只有 {there} 个附件",
    tip="请在 annexes 里补上；不随文印发的附件写 absent: true。",
    check=_check,
    good="preamble: 分工见附件。\nannexes: [{id: x, title: 分工表, absent: true}]",
    bad=("preamble: 分工见附件。",),
)
