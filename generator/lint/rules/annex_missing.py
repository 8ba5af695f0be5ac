"""An annex that the text names is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Annex, Paragraphs, Plan
    from generator.problems import Path

_NUMERAL = "[0-9０-９一二三四五六七八九十]"
_NAMED = re.compile(
    rf"(?<![》号])附件\s*({_NUMERAL}{{1,2}}(?:\s*[、,，至—\-]\s*{_NUMERAL}{{1,2}})*)(?![项条个年月])"
    rf"|(?:见|按照|按|详见|参照|依据|填写|填报)(?:本通知|本要点)?附件(?!\s*{_NUMERAL})"
)
_CHINESE = "零一二三四五六七八九十"


def _check(examined: Examined) -> Iterator[Finding]:
    plan = examined.plan
    there = len([annex for annex in plan.annexes if not annex.label]) + bool(plan.notice and plan.notice.form == "annex")
    for path, text in _texts(plan):
        for match in _NAMED.finditer("".join(text)):
            if _last(match[1] or "1") > there:
                yield found(path, annex=match[0].lstrip("详见按照参依据填写报"), there=there)


def _last(numbers: str) -> int:
    """Return the greatest number of a list: 1、2 or 1至3 or 三."""
    return max(_CHINESE.index(one) if one in _CHINESE else int(one) for one in re.findall(r"[0-9０-９]+|[一二三四五六七八九十]", numbers))


def _texts(plan: Plan) -> Iterator[tuple[Path, Paragraphs]]:
    if plan.notice:
        yield (*plan.notice.path, "body"), plan.notice.body
    documents: tuple[Plan | Annex, ...] = (plan, *plan.annexes)
    for document in documents:
        yield (*document.path, "preamble"), document.preamble
        yield (*document.path, "closing"), document.closing
    for node in nodes_of(plan):
        yield (*node.path, "title"), (node.title,)
        yield (*node.path, "text"), node.text
        yield (*node.path, "after"), node.after
    for table in tables_of(plan):
        yield (*table.path, "notes"), table.notes
        yield from (((*item.path, column), text) for item in table.items for column, text in item.cells)


RULE = Rule(
    code="annex-missing",
    title="正文提到的附件存在",
    severity="warning",
    message="正文提到“{annex}”，计划里只有 {there} 个附件",
    tip="请在 annexes 里补上；不随文印发的附件写 absent: true。",
    check=_check,
    good="preamble: 分工见附件。《某府发〔2025〕1号》附件2另有规定。\nannexes: [{id: x, title: 分工表, absent: true}]",
    bad=(
        "preamble: 分工见附件。",
        "preamble: 附件1、2一并执行。\nannexes: [{id: x, title: 分工表, absent: true}]",
        "tasks: [{id: a, title: 甲, text: 附件三所列事项。}]",
        "tables: [{id: t, items: [{id: a, name: 甲, note: 见附件2}]}]\nannexes: [{id: x, title: 表, absent: true}]",
    ),
)
