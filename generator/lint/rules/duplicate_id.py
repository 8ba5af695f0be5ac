"""Ids stand for one place each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lint.rule import Examined, Finding, Rule, found
from generator.plan.model import nodes_of, tables_of
from generator.plan.places import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan
    from generator.problems import Path


def _check(examined: Examined) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, id_ in _ids(examined.plan):
        if id_ and id_ in first:
            yield found((*path, "id"), id=id_, first=words(first[id_], examined.numbers))
        first.setdefault(id_, path)


def _ids(plan: Plan) -> Iterator[tuple[Path, str]]:
    for node in nodes_of(plan):
        yield node.path, node.id
    for annex in plan.annexes:
        yield annex.path, annex.id
    for table in tables_of(plan):
        yield table.path, table.id
        for item in table.items:
            yield item.path, item.id


RULE = Rule(
    code="duplicate-id",
    title="标识不重复",
    severity="error",
    blocking=True,
    message="标识“{id}”已由{first}使用",
    tip="部分、任务、要点、附件、表和项的标识在全文中各不相同，请改一个，如 {id}_2。",
    check=_check,
    good="sections: [{id: a, title: 甲}, {id: b, title: 乙}]",
    bad=("sections: [{id: a, title: 甲}, {id: a, title: 乙}]",),
)
