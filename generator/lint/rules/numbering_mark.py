"""Every mark of a numbering holds a numeral to count with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Body


def _check(examined: Examined) -> Iterator[Finding]:
    owners: tuple[Body, ...] = (examined.plan, *examined.plan.annexes, *nodes_of(examined.plan))
    for owner in owners:
        for index, mark in enumerate(owner.numbering):
            if not mark.readable:
                yield found((*owner.path, "numbering", index), mark=mark.first)


RULE = Rule(
    code="numbering-mark",
    title="编号样式可以计数",
    severity="error",
    blocking=True,
    message="编号样式“{mark}”里没有可以计数的数字",
    tip="请写出这一层的第一个编号，如 一、　（一）　1.　（1）　①　第一章　第一条；不编号写 none。",
    check=_check,
    good="numbering: [第一章, 第一条]",
    bad=("numbering: [壹、]", "numbering: [10.]", "numbering: [第十一条]", "numbering: [Part]"),
)
