"""Ids that items and slides name are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import tables_of, walk
from generator.schema.likeness import nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan
    from generator.problems import Path


def _check(examined: Examined) -> Iterator[Finding]:
    known = {node.id for node in walk(examined.plan.children)}
    for path, id_ in _named(examined.plan):
        if id_ and id_ not in known:
            yield found(path, id=id_, tip=suggestion(nearest(id_, known)))


def _named(plan: Plan) -> Iterator[tuple[Path, str]]:
    for table in tables_of(plan):
        yield from (((*item.path, "task"), item.task) for item in table.items)
    for page in plan.slides.pages if plan.slides else ():
        yield (*page.path, "section"), page.section
        yield from (((*page.path, "tasks", index), task) for index, task in enumerate(page.tasks))


RULE = Rule(
    code="dead-id",
    title="所指的任务存在",
    severity="error",
    blocking=True,
    message="没有标识为“{id}”的任务或部分",
    tip="请核对标识；任务删去后，指向它的表项和图解页面也要改。",
    check=_check,
    good="tasks: [{id: a, title: 甲}]\nslides: {pages: [{title: 页, tasks: [a]}]}",
    bad=(
        "tasks: [{id: a, title: 甲}]\nslides: {pages: [{title: 页, tasks: [b]}]}",
        "sections: [{id: a, title: 甲}]\nslides: {pages: [{title: 页, section: b}]}",
        "tasks: [{id: a, title: 甲}]\ntables: [{id: t, items: [{id: i, task: b}]}]",
    ),
)
