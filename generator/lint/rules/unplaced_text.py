"""Text that import could not place is settled before anything goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.problems import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator


def _check(examined: Examined) -> Iterator[Finding]:
    for unplaced in examined.plan.unplaced:
        yield found(unplaced.path, text=shortened(unplaced.text), why=f"（{unplaced.why}）" if unplaced.why else "")


RULE = Rule(
    code="unplaced-text",
    title="导入的文字都已归位",
    severity="warning",
    message="导入时没有归位的文字：“{text}”{why}",
    tip="请移到正文的相应位置；确实不要的，从 unplaced 里删去。",
    check=_check,
    good="preamble: 导语。",
    bad=("unplaced: [{line: 3, text: 散落的一句话。}]",),
)
