"""A plan as git shows it: read alone, without the region beside it; behind the printed notice stands what no notice prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.plan import builder
from generator.plan.model import nodes_of
from generator.regions import constants
from generator.source import reader
from generator.source.tree import Mapping, child

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Node, Paragraphs, Plan

_REQUIRED = frozenset({"format", "year", "title"})
_STATUS = {"sample": "示范文本", "draft": "草稿", "final": "定稿"}
_HEADING = "【不印在通知里的】"


def understood(data: bytes) -> Plan | None:
    """Return the plan that a file's bytes say, with its region where that stands inline.

    None when they are no plan, or have a slip that keeps them from being read.
    """
    document = reader.read(data)
    tree = document.tree
    if tree is None or any(problem.blocking for problem in document.problems) or not tree.by_name.keys() >= _REQUIRED:
        return None
    region = child(tree, "region")
    return builder.build(constants.resolve(tree, region) if isinstance(region, Mapping) else tree)


def beside(plan: Plan) -> str:
    """Return, a line each, what a plan says besides the text of its notice: units and deadlines, summaries, explanation, slides."""
    lines = (
        f"状态：{_STATUS.get(plan.status, plan.status)}",
        *_of_nodes(plan),
        *_of_explanation(plan),
        *_of_slides(plan),
        *_unplaced(plan),
    )
    return "".join(f"{line}\n" for line in ("", _HEADING, *lines))


def _of_nodes(plan: Plan) -> Iterator[str]:
    for node in nodes_of(plan):
        for word, texts in _unprinted(node, units_printed=bool(plan.units_print)):
            yield from _said(f"{node.title or node.id}·{word}", texts)


def _unprinted(node: Node, *, units_printed: bool) -> Iterator[tuple[str, Paragraphs]]:
    if not units_printed:
        yield "责任单位", (node.units,)
    yield from (("完成时限", (node.deadline,)), ("责任领导", (node.leader,)), ("摘要", node.summary))
    if node.brief:
        yield "图解", (node.brief.title, *node.brief.text)


def _of_explanation(plan: Plan) -> Iterator[str]:
    if explanation := plan.explanation:
        yield from _said("政策解读", explanation.title)
        yield from _said("解读·背景", explanation.background)
        yield from _said("解读·意义", explanation.significance)
        yield from _said("解读·导语", explanation.lead)


def _of_slides(plan: Plan) -> Iterator[str]:
    if slides := plan.slides:
        titles = {node.id: node.title for node in nodes_of(plan)}
        yield from _said("图解", slides.title)
        for page in slides.pages:
            yield from _said("图解页", (page.title, *(titles.get(task, task) for task in (page.section, *page.tasks))))


def _unplaced(plan: Plan) -> Iterator[str]:
    yield from _said("未归位的文字", tuple(unplaced.text for unplaced in plan.unplaced))


def _said(word: str, texts: Paragraphs) -> Iterator[str]:
    return (f"{word}：{text}" for text in texts if text)
