"""A notice is signed in its year, then printed, then published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan
    from generator.problems import Path


_YEAR_OF_NUMBER = re.compile(r"〔([0-9]{4})〕")


def _check(examined: Examined) -> Iterator[Finding]:
    plan, notice = examined.plan, examined.plan.notice
    if notice is None or not notice.date:
        return
    for path, word, day in _later(plan):
        if day and day < notice.date:
            yield found(path, fault=f"{word} {day} 早于成文日期 {notice.date}")
    year = int(notice.date[:4])
    if abs(year - plan.year) > 1:
        yield found(("notice", "date"), fault=f"成文日期 {notice.date} 与计划年度 {plan.year} 相差一年以上")
    numbered = _YEAR_OF_NUMBER.search(notice.number)
    if numbered and int(numbered[1]) != year:
        yield found(("notice", "number"), fault=f"发文字号的年份〔{numbered[1]}〕与成文日期 {notice.date} 不是同一年")


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
    message="{fault}",
    tip="公文先成文，再印发、发布，发文字号用成文当年的年份；请核对。",
    check=_check,
    good="notice: {recipients: 各乡镇, number: 某府发〔2025〕1号, date: 2025-03-13, imprint: {printed_on: 2025-03-17}}",
    bad=(
        "notice: {recipients: 各乡镇, date: 2025-03-13, imprint: {printed_on: 2025-03-12}}",
        "notice: {recipients: 各乡镇, date: 2025-03-13}\nweb: {published_on: 2025-03-12}",
        "notice: {recipients: 各乡镇, date: 2015-03-13}",
        "notice: {recipients: 各乡镇, number: 某府发〔2024〕1号, date: 2025-03-13}",
    ),
)
