"""Numbers are counted; one set by hand goes stale when something is added above it, one in the text is printed twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Node

_IN_TEXT = re.compile(
    r"第[一二三四五六七八九十百]+[编章节条](?=[ 　])|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9０-９]+[）)]"
    r"|[0-9０-９]+[.．、](?![0-9０-９])|[①-⑳]"
)


def _check(examined: Examined) -> Iterator[Finding]:
    for node in nodes_of(examined.plan):
        if node.number is not None:
            yield found((*node.path, "number"), number=node.number)
        elif examined.numbers.of(node.path):
            yield from _in_text(node)
    for table in tables_of(examined.plan):
        for item in table.items:
            if item.number:
                yield found((*item.path, "number"), number=item.number)


def _in_text(node: Node) -> Iterator[Finding]:
    """Yield a number that begins the title, or the text where that begins the node."""
    key, text = ("title", node.title) if node.title else ("text", "".join(node.text[:1]))
    if match := _IN_TEXT.match(text):
        yield found((*node.path, key), number=match[0], tip="编号由程序按顺序生成，会和这里的重复；请从文字里删去。")


RULE = Rule(
    code="number-by-hand",
    title="编号由程序生成",
    severity="warning",
    message="序号“{number}”是手工写的",
    tip="编号由程序按顺序生成，通常不必写；节选文件确需保留原编号的可以不改。",
    check=_check,
    good="tasks: [{id: a, title: 一是强基础}, {id: b, text: 1.5公里以内。}]\nnumbering: [一、]",
    bad=(
        "tasks: [{id: a, title: 甲, number: 5}]",
        "tables: [{id: t, items: [{id: a, name: 甲, number: 5}]}]",
        "tasks: [{id: a, title: 一、强基础}]",
        "tasks: [{id: a, text: 1. 强基础。}]",
    ),
)
