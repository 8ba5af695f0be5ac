"""Comparing: every kind of change in a little plan."""

from __future__ import annotations

import pytest

from generator.compare.changes import Change, Changes
from generator.compare.content import Place
from generator.compare.differ import compare, compose
from tests.compare.plans import PLAN, content, edited


def _changes(*replacements: tuple[str, str]) -> Changes:
    return compare(content(PLAN), content(edited(*replacements)))


def test_a_plan_and_itself_have_no_changes() -> None:
    assert _changes() == ()


def test_a_field_is_changed_with_all_its_paragraphs() -> None:
    (change,) = _changes(("第二段。", "另一段。"))

    old, new = ["第一段。", "第二段。", "第三段。"], ["第一段。", "另一段。", "第三段。"]
    assert change == Change(kind="changed", id="", path=(), field="preamble", old=list(old), new=list(new))


def test_a_field_that_comes_in_was_none() -> None:
    (change,) = _changes(("units: 县应急局", "units: 县应急局\n        deadline: 6月底"))

    path = ("sections", "duties", "tasks", "sectors")
    assert change == Change(kind="changed", id="sectors", path=path, field="deadline", old=None, new="6月底")


def test_a_key_below_a_mapping_is_a_field_of_its_owner() -> None:
    (change,) = _changes(("1号", "2号"))

    assert (change.id, change.field) == ("", "notice.number")


def test_an_added_thing_has_its_fields_and_what_stands_in_it_is_added_for_itself() -> None:
    section, task = _changes(
        ("  - {id: safeguards", "  - {id: extra, title: 专项, tasks: [{id: mines, title: 矿山}]}\n  - {id: safeguards")
    )

    assert (section.kind, section.new, section.new_place) == ("added", {"title": "专项"}, Place("", "sections", "duties"))
    assert (task.kind, task.new, task.new_place) == ("added", {"title": "矿山"}, Place("extra", "tasks"))


def test_a_removed_thing_has_its_fields_and_its_old_path() -> None:
    (change,) = _changes(("      - id: firms\n        title: 企业主体责任\n", ""))

    assert (change.kind, change.path) == ("removed", ("sections", "duties", "tasks", "firms"))
    assert (change.old, change.old_place) == ({"title": "企业主体责任"}, Place("duties", "tasks", "sectors"))


def test_of_a_new_order_the_fewest_moves_are_told() -> None:
    first, last = "tasks: [{id: a}, {id: b}, {id: c}, {id: d}]", "tasks: [{id: d}, {id: a}, {id: b}, {id: c}]"
    head = "format: 1\nyear: 2025\ntitle: 标题\n"
    (change,) = compare(content(head + first), content(head + last))

    assert (change.kind, change.id, change.old_place, change.new_place) == ("moved", "d", Place("", "tasks", "c"), Place("", "tasks"))


def test_numbers_that_follow_are_no_change() -> None:
    kinds = [
        change.kind
        for change in _changes(("      - {id: leaders, title: 领导责任, text: 每季度研究一次。}\n", ""), ("task: leaders, ", ""))
    ]

    assert kinds == ["changed", "removed"]


def test_another_role_is_a_move() -> None:
    (change,) = _changes(("points: [{id: funds", "tasks: [{id: funds"))

    assert (change.kind, change.old_place, change.new_place) == ("moved", Place("safeguards", "points"), Place("safeguards", "tasks"))


def test_what_moved_and_changed_gives_two_changes() -> None:
    changes = _changes(("      - id: firms\n        title: 企业主体责任\n", ""), ("points: [", "points: [{id: firms, title: 企业责任}, "))

    assert [(change.kind, change.id, change.field) for change in changes] == [("moved", "firms", ""), ("changed", "firms", "title")]


def test_labels_change_one_by_one_and_their_order_apart() -> None:
    (one,) = _changes(("goal: 2025年目标", "goal: 目标"))
    (order,) = _changes(("{goal: 2025年目标, units: 责任单位}", "{units: 责任单位, goal: 2025年目标}"))

    assert (one.field, one.new) == ("labels.goal", "目标")
    assert (order.field, order.new) == ("labels", ["units", "goal"])


def test_a_grid_changes_as_a_whole() -> None:
    head = "format: 1\nyear: 2025\ntitle: 标题\n"
    (change,) = compare(
        content(head + "tables: [{id: t, grid: {body: [[甲, ''], [1, 2]]}}]"),
        content(head + "tables: [{id: t, grid: {body: [[甲, ''], [1, 3]]}}]"),
    )

    assert (change.field, change.new) == ("grid.body", [["甲", ""], ["1", "3"]])


def test_two_changes_after_each_other_are_one() -> None:
    base, middle, last = content(PLAN), content(edited(("1号", "2号"))), content(edited(("1号", "3号"), ("县公安局", "县交通局")))

    assert compose(compare(base, middle), compare(middle, last), base) == compare(base, last)


@pytest.mark.parametrize("kind", ["sections", "items"])
def test_things_in_their_thousands_are_compared(kind: str) -> None:
    rows = [f"{{id: i{number}, {'title' if kind == 'sections' else 'name'}: 第{number}项}}" for number in range(3000)]
    head, tail = ("format: 1\nyear: 2025\ntitle: 标题\n" + where for where in ("sections: [", "tables: [{id: t, items: ["))
    start, end = (head, "]") if kind == "sections" else (tail, "]}]")
    changes = compare(content(start + ", ".join(rows) + end), content(start + ", ".join([rows[-1], *rows[:-1]]) + end))

    assert [(change.kind, change.id) for change in changes] == [("moved", "i2999")]
