"""What goes out says that it is final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIPS = {
    "sample": "示范文本只供参考，不能作为定稿印发；请用自己的计划文件。",
    "draft": "核对无误后把 status 改为 final，再按定稿检查和生成。",
}


def _check(examined: Examined) -> Iterator[Finding]:
    status = examined.plan.status
    if status != "final":
        yield found(("status",), status=status, tip=_TIPS[status])


RULE = Rule(
    code="not-final",
    title="定稿的状态是 final",
    severity=None,
    final="error",
    message="状态是 {status}，还不是定稿",
    tip="定稿写 status: final。",
    check=_check,
    good="status: final",
    bad=("status: draft",),
)
