"""A plan as git shows it: read alone, without the region beside it; behind the printed notice stands what no notice prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.compare.content import ROOT
from generator.compare.edition import says_plan
from generator.compare.report_fields import VALUES, line_of, word_of
from generator.plan import builder
from generator.plan.model import nodes_of
from generator.regions import constants
from generator.source import reader
from generator.source.tree import Mapping, child, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Node, Paragraphs, Plan
    from generator.source.tree import Value

_HEADING = "【不印在通知里的】"
_AS_WRITTEN = ("year", "region", "source", "decisions")
_OF_NOTICE = ("form", "seal", "imprint_page")


class Understood(NamedTuple):
    """A plan, with its region where that stands inline, and the tree as it is written."""

    plan: Plan
    tree: Mapping


def understood(data: bytes) -> Understood | None:
    """Return the plan that a file's bytes say.

    None when they are no plan, or have a slip that keeps them from being read.
    """
    document = reader.read(data)
    tree = document.tree
    if tree is None or any(problem.blocking for problem in document.problems) or not says_plan(tree):
        return None
    region = child(tree, "region")
    return Understood(builder.build(constants.resolve(tree, region) if isinstance(region, Mapping) else tree), tree)


def beside(plan: Plan, tree: Mapping) -> str:
    """Return, a line each, what a plan says besides the text of its notice: units and deadlines, slides, region, open decisions."""
    lines = (
        f"状态：{VALUES.get(plan.status, plan.status)}",
        *_as_written(tree),
        *_of_annexes(plan),
        *_of_nodes(plan),
        *_of_explanation(plan),
        *_of_slides(plan),
        *_unplaced(plan),
    )
    return "".join(f"{line}\n" for line in ("", _HEADING, *lines))


def _as_written(tree: Mapping) -> Iterator[str]:
    """Yield what stands in the file as its keys say it."""
    notice = child(tree, "notice")
    yield from _keys(tree, "plan", _AS_WRITTEN)
    if isinstance(notice, Mapping):
        yield from (f"{word_of('plan', 'notice')}·{line}" for line in _keys(notice, "notice", _OF_NOTICE))


def _keys(held: Mapping, shape: str, names: tuple[str, ...]) -> Iterator[str]:
    written = (held.by_name[name] for name in names if name in held.by_name)
    return (line for entry in written for line in _told(word_of(shape, entry.name), plain(entry.value)))


def _told(word: str, value: Value) -> Iterator[str]:
    """Yield a value: of a mapping a line for each key, of a list one for each row."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _told(f"{word}·{word_of(ROOT, name)}", inner)
    else:
        rows = value if isinstance(value, list) else [value]
        told = (" ".join(line_of(row).splitlines()) for row in rows)
        yield from _said(word, tuple(VALUES.get(text, text) for text in told))


def _of_annexes(plan: Plan) -> Iterator[str]:
    return (f"{''.join(annex.title) or annex.id}·{word_of('annex', 'landscape')}：是" for annex in plan.annexes if annex.landscape)


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
