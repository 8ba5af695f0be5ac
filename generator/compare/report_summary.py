"""The changes in a few words and figures: what came and went, which goals gave way, which units have more to do and which less."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.compare.content import ROOT
from generator.compare.report_fields import GOALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.report import Entry, Report

ROLES = {
    "sections": ("部分", "个"),
    "tasks": ("任务", "项"),
    "points": ("要点", "项"),
    "annexes": ("附件", "个"),
    "tables": ("表", "张"),
    "items": ("表中各项", "项"),
}
"""The word and the measure word of what stands under each key."""

KINDS = {"added": "新增", "removed": "删除", "changed": "修改", "moved": "移动"}
VERDICTS = {
    "loosened": "放宽",
    "tightened": "收紧",
    "measure": "改变计量",
    "base": "改变基数",
    "new": "新增",
    "dropped": "取消",
}
SAME = "两份计划没有差别。"

_TOLD_AT_MOST = 8
_LOADED = ("tasks", "items")


def things(report: Report) -> dict[str, dict[str, int]]:
    """Return how many things of each role were added, removed, changed and moved; one may be both of the last two."""
    found = Counter((entry.role, kind) for entry in report.by_id.values() for kind in _kinds(entry))
    counted = {role: {kind: found[role, kind] for kind in KINDS if found[role, kind]} for role in ROLES}
    return {role: kinds for role, kinds in counted.items() if kinds}


def verdicts(report: Report) -> dict[str, int]:
    """Return how many goals and deadlines of what both plans have became stricter, gave way and so on."""
    both = (entry for entry in report.all_entries if entry.kind in {"changed", "moved"})
    judged = (field.verdict for entry in both for field in entry.fields if field.name in GOALS)
    found = Counter[str | None](verdict.kind for verdict in judged if verdict)
    return {kind: found[kind] for kind in VERDICTS if found[kind]}


def loads(report: Report) -> dict[str, int]:
    """Return by how many tasks and items each unit has more or fewer, the greatest differences first."""
    found, name_of = Counter[str](), _Names(report)
    for entry in report.by_id.values():
        if entry.role in _LOADED:
            found.update({name_of(unit) for field in entry.fields for unit in field.units.added})
            found.subtract({name_of(unit) for field in entry.fields for unit in field.units.dropped})
    return {name: count for name, count in sorted(found.items(), key=lambda load: -abs(load[1])) if count}


def sentences(report: Report) -> Iterator[str]:
    """Yield the summary, a sentence for every kind of thing, as 任务：新增2项，删除1项。 is one."""
    if not report.changes and not report.renamed:
        yield SAME
    own = [entry for entry in report.entries if entry.id == ROOT]
    for part in dict.fromkeys(entry.title for entry in own):
        yield f"{part}：修改{sum(len(entry.fields) for entry in own if entry.title == part)}处。"
    for role, kinds in things(report).items():
        word, measure = ROLES[role]
        yield f"{word}：{'，'.join(f'{KINDS[kind]}{count}{measure}' for kind, count in kinds.items())}。"
    if found := verdicts(report):
        yield f"目标：{'，'.join(f'{VERDICTS[kind]}{count}处' for kind, count in found.items())}。"
    if load := loads(report):
        told = [f"{name}{'增加' if count > 0 else '减少'}{abs(count)}项" for name, count in load.items()]
        more = f"等，共{len(told)}个单位有增减" if len(told) > _TOLD_AT_MOST else ""
        yield f"责任单位：{'，'.join(told[:_TOLD_AT_MOST])}{more}。"
    if report.renamed:
        yield _renamed(report)


def _renamed(report: Report) -> str:
    """Return how many ids changed and which, all that differs where nothing was told before."""
    told = [f"{pair.old}→{pair.new}" for pair in report.renamed]
    only = "" if report.changes else "，其余没有差别"
    more = "等" if len(told) > _TOLD_AT_MOST else ""
    return f"标识：改变{len(told)}项（{'，'.join(told[:_TOLD_AT_MOST])}{more}）{only}。"


def _kinds(entry: Entry) -> Iterator[str]:
    yield entry.kind
    if entry.kind == "moved" and entry.fields:
        yield "changed"


class _Names:
    """Gives every unit the one name that its region has for it."""

    def __init__(self, report: Report) -> None:
        self.registry = report.new.registry if report.new.registry.units else report.old.registry
        self.names = {entry.id: entry.name for entry in (*self.registry.groups, *self.registry.units)}

    def __call__(self, printed: str) -> str:
        known = self.registry.find(printed)
        return self.names[known[0]] if known else printed
