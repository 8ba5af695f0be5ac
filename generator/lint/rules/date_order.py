"""A notice is signed, then printed, then published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan
    from generator.problems import Path


def _check(examined: Examined) -> Iterator[Finding]:
    signed = examined.plan.notice.date if examined.plan.notice else ""
    for path, word, day in _later(examined.plan):
        if signed and day and day < signed:
            yield found(path, word=word, day=day, signed=signed)


def _later(plan: Plan) -> Iterator[tuple[Path, str, str]]:
    imprint = plan.notice.imprint if plan.notice else None
    if imprint:
        yield ("notice", "imprint", "printed_on"), "印发日期", imprint.printed_on
    if plan.web:
        yield ("web", "published_on"), "发布日期", plan.web.published_on


RULE = Rule(
    code="date-order",
    title="日期先后合理",
    severity="warning",
    message="{word} {day} 早于成文日期 {signed}",
    tip="公文先成文，再印发、发布，请核对两个日期。",
    check=_check,
    good="notice: {recipients: 各乡镇, date: 2025-03-13, imprint: {printed_on: 2025-03-17}}",
    bad=("notice: {recipients: 各乡镇, date: 2025-03-13, imprint: {printed_on: 2025-03-12}}",),
)
