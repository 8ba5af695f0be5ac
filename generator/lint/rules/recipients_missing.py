"""A notice says to whom it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found

if TYPE_CHECKING:
    from collections.abc import Iterator


def _check(examined: Examined) -> Iterator[Finding]:
    notice = examined.plan.notice
    if notice and not notice.recipients:
        yield found(("notice",))


RULE = Rule(
    code="recipients-missing",
    title="通知有主送机关",
    severity="warning",
    message="通知没有主送机关（recipients）",
    tip="请写在 notice 的 recipients，或写进 region.yaml 的 constants。",
    check=_check,
    good="notice: {recipients: 各乡镇人民政府}",
    bad=("notice: {title: 通知}",),
)
