"""A notice has the elements that its form asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.schema import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELEMENTS = ("title", "number", "signature", "date")


def _check(examined: Examined) -> Iterator[Finding]:
    notice = examined.plan.notice
    if notice is None:
        return
    direct = notice.form == "direct"  # then the plan's title heads the notice
    missing = [key for key in _ELEMENTS if not getattr(notice, key) and not (direct and key == "title")]
    if missing:
        yield found(("notice",), words="、".join(f"{shapes.word('notice', key)}（{key}）" for key in missing))


RULE = Rule(
    code="missing-element",
    title="定稿的公文要素齐全",
    severity="note",
    final="error",
    message="通知没有{words}",
    tip="草稿可以先空着，不会印出来；定稿前请补上。",
    check=_check,
    good="notice: {title: 通知, number: 某府发〔2025〕1号, recipients: 各乡镇, signature: 某县人民政府, date: 2025-03-13}",
    bad=("notice: {title: 通知, recipients: 各乡镇, signature: 某县人民政府, date: 2025-03-13}",),
)
