"""Merging: what comes together by itself, and what is left to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.compare.content import ROOT
from generator.compare.decisions import PLACE, THING, Decision, record
from generator.compare.merge import Merged, merge
from tests.compare.plans import PLAN, content, edited

if TYPE_CHECKING:
    from generator.source.tree import Value

HEAD = "format: 1\nyear: 2025\ntitle: 标题\n"
FIRMS = "      - id: firms\n        title: 企业主体责任\n"
LEADERS = "      - {id: leaders, title: 领导责任, text: 每季度研究一次。}\n"

Replaced = tuple[str, str]


def _merged(ours: list[Replaced], theirs: list[Replaced]) -> Merged:
    return merge(content(PLAN), content(edited(*ours)), content(edited(*theirs)))


def _short(base: str, ours: str, theirs: str) -> Merged:
    return merge(content(HEAD + base), content(HEAD + ours), content(HEAD + theirs))


def _open(merged: Merged) -> list[tuple[str, str, Value, Value, Value]]:
    return [(one.id, one.field, one.base, one.ours, one.theirs) for one in merged.decisions]


def test_edits_of_different_fields_come_together() -> None:
    merged = _merged([("1号", "2号")], [("title: 部门监管", "title: 部门监管责任")])

    assert merged == Merged(content(edited(("1号", "2号"), ("title: 部门监管", "title: 部门监管责任"))), ())


def test_different_paragraphs_of_a_field_come_together_although_their_places_shift() -> None:
    merged = _merged([("  - 第一段。  # 去年的原话", "  - 开头。\n  - 第一段。")], [("第三段。", "末段。")])

    assert merged.content.fields[ROOT]["preamble"] == ["开头。", "第一段。", "第二段。", "末段。"]
    assert merged.decisions == ()


def test_paragraphs_that_both_add_at_one_place_are_both_kept_ours_first_and_the_same_one_once() -> None:
    merged = _short("preamble: [甲。, 乙。]", "preamble: [甲。, 我方。, 同样。, 乙。]", "preamble: [甲。, 同样。, 对方。, 乙。]")

    assert merged.content.fields[ROOT]["preamble"] == ["甲。", "我方。", "同样。", "对方。", "乙。"]


def test_the_same_paragraph_edited_differently_is_left_open_with_the_whole_field() -> None:
    merged = _short("preamble: [甲。, 乙。]", "preamble: [甲。, 我方。]", "preamble: [丙。, 对方。]")

    assert _open(merged) == [("", "preamble", ["甲。", "乙。"], ["甲。", "我方。"], ["丙。", "对方。"])]
    assert merged.content.fields[ROOT]["preamble"] == ["甲。", "我方。"]


def test_a_move_and_an_edit_of_the_same_thing_come_together() -> None:
    moved = [(FIRMS, ""), ("points: [", "points: [{id: firms, title: 企业主体责任}, ")]
    merged = _merged(moved, [("title: 企业主体责任", "title: 企业责任")])

    assert merged == Merged(content(edited((FIRMS, ""), ("points: [", "points: [{id: firms, title: 企业责任}, "))), ())


def test_the_same_addition_of_both_is_none_to_decide() -> None:
    added = [("points: [", "points: [{id: extra, title: 专项}, ")]

    assert _merged(added, added) == Merged(content(edited(*added)), ())


def test_things_that_both_add_at_one_place_are_both_kept_ours_first() -> None:
    merged = _short("tasks: [{id: a}, {id: b}]", "tasks: [{id: a}, {id: x}, {id: b}]", "tasks: [{id: a}, {id: y}, {id: b}]")

    assert merged.content.rows["", "tasks"] == ("a", "x", "y", "b")


def test_the_same_field_edited_differently_is_left_open() -> None:
    merged = _merged([("units: 县应急局", "units: 县公安局、县应急局")], [("units: 县应急局", "units: 县消防局")])

    path = ("sections", "duties", "tasks", "sectors")
    expected = Decision(id="sectors", path=path, field="units", base="县应急局", ours="县公安局、县应急局", theirs="县消防局")
    assert merged == Merged(content(edited(("units: 县应急局", "units: 县公安局、县应急局"))), (expected,))


def test_what_they_removed_and_we_edited_stays_and_is_left_open() -> None:
    merged = _merged([("title: 企业主体责任", "title: 企业责任")], [(FIRMS, "")])

    assert _open(merged) == [("firms", THING, {"title": "企业主体责任"}, {"title": "企业责任"}, None)]
    assert "firms" in merged.content.fields


def test_what_we_removed_and_they_edited_is_left_open() -> None:
    merged = _merged([(FIRMS, "")], [("title: 企业主体责任", "title: 企业责任")])

    assert _open(merged) == [("firms", THING, {"title": "企业主体责任"}, None, {"title": "企业责任"})]
    assert merged.content == content(edited((FIRMS, "")))


def test_a_thing_moved_to_two_places_stays_at_ours() -> None:
    merged = _short("tasks: [{id: a}, {id: b}, {id: c}]", "tasks: [{id: b}, {id: a}, {id: c}]", "tasks: [{id: b}, {id: c}, {id: a}]")

    assert [(one.id, one.field) for one in merged.decisions] == [("a", PLACE)]
    assert merged.content.rows["", "tasks"] == ("b", "a", "c")


def test_moves_of_different_things_come_together() -> None:
    row = "tasks: [{{id: {}}}, {{id: {}}}, {{id: {}}}, {{id: {}}}, {{id: {}}}]"
    merged = _short(row.format(*"abcde"), row.format(*"bcdae"), row.format(*"aebcd"))

    assert merged == Merged(content(HEAD + row.format(*"ebcda")), ())


def test_what_both_moved_alike_beside_another_move_is_none_to_decide() -> None:
    row = "tasks: [{{id: {}}}, {{id: {}}}, {{id: {}}}, {{id: {}}}]"
    merged = _short(row.format(*"abcd"), row.format(*"bacd"), row.format(*"dbac"))

    assert merged == Merged(content(HEAD + row.format(*"dbac")), ())


def test_a_new_order_there_and_a_new_owner_here_is_left_open() -> None:
    base = "sections: [{id: s, tasks: [{id: a}, {id: b}, {id: c}]}, {id: t, tasks: [{id: d}]}]"
    ours = "sections: [{id: s, tasks: [{id: a}, {id: b}]}, {id: t, tasks: [{id: d}, {id: c}]}]"
    theirs = "sections: [{id: s, tasks: [{id: c}, {id: a}, {id: b}]}, {id: t, tasks: [{id: d}]}]"
    merged = _short(base, ours, theirs)

    assert [(one.id, one.field) for one in merged.decisions] == [("c", PLACE)]
    assert merged.content == content(HEAD + ours)


def test_what_we_put_into_what_they_removed_keeps_it() -> None:
    merged = _short("sections: [{id: s}, {id: t}]", "sections: [{id: s, tasks: [{id: new}]}, {id: t}]", "sections: [{id: t}]")

    assert _open(merged) == [("s", THING, {}, {}, None)]
    assert merged.content.rows == {("", "sections"): ("s", "t"), ("s", "tasks"): ("new",)}


def test_what_they_put_into_what_we_removed_is_left_open() -> None:
    theirs = "sections: [{id: s, tasks: [{id: new, title: 甲, points: [{id: p, title: 乙}]}]}, {id: t}]"
    merged = _short("sections: [{id: s}, {id: t}]", "sections: [{id: t}]", theirs)

    assert _open(merged) == [("new", THING, None, None, {"title": "甲"}), ("p", THING, None, None, {"title": "乙"})]
    assert merged.content == content(HEAD + "sections: [{id: t}]")


def test_a_task_they_add_where_we_made_points_of_tasks_is_left_open() -> None:
    merged = _short("tasks: [{id: a}]", "points: [{id: a}]", "tasks: [{id: a}, {id: b, title: 乙}]")

    assert _open(merged) == [("b", THING, None, None, {"title": "乙"})]
    assert merged.content == content(HEAD + "points: [{id: a}]")


def test_a_grid_they_make_of_a_table_that_we_lengthen_is_left_open() -> None:
    items, longer = "tables: [{id: t, items: [{id: a, name: 甲}]}]", "tables: [{id: t, items: [{id: a, name: 甲}, {id: b, name: 乙}]}]"
    merged = _short(items, longer, "tables: [{id: t, grid: {body: [[甲]]}}]")

    assert _open(merged) == [("t", "grid.body", None, None, [["甲"]])]
    assert merged.content == content(HEAD + "tables: [{id: t, items: [{id: b, name: 乙}]}]")


def test_things_put_into_each_other_stay_where_ours_has_them() -> None:
    base, ours = "sections: [{id: a}, {id: b}]", "sections: [{id: b, sections: [{id: a}]}]"
    merged = _short(base, ours, "sections: [{id: a, sections: [{id: b}]}]")

    assert [(one.id, one.field) for one in merged.decisions] == [("b", PLACE)]
    assert merged.content == content(HEAD + ours)


def test_an_id_that_stands_for_a_task_here_and_a_table_there_is_left_open() -> None:
    merged = _short("", "tasks: [{id: a, text: 甲}]", "tables: [{id: a, title: 乙}]")

    assert _open(merged)[0] == ("a", THING, None, {"text": ["甲"]}, {"title": "乙"})
    assert merged.content == content(HEAD + "tasks: [{id: a, text: 甲}]")


def test_labels_that_both_add_are_both_kept() -> None:
    merged = _short("", "web: {other: {编号: 1}}", "web: {other: {来源: 2}}")

    assert merged == Merged(content(HEAD + "web: {other: {编号: 1, 来源: 2}}"), ())


@pytest.mark.parametrize(("ours", "theirs"), [("web: {other: {编号: 3, 来源: 2}}", "web: {other: {编号: 1}}")])
def test_a_label_edited_here_and_one_removed_there_come_together(ours: str, theirs: str) -> None:
    merged = _short("web: {other: {编号: 1, 来源: 2}}", ours, theirs)

    assert merged == Merged(content(HEAD + "web: {other: {编号: 3}}"), ())


def test_decisions_that_are_open_on_either_side_stay_open_and_what_one_settled_is_gone() -> None:
    base, ours = "decisions: [{field: label, base: 甲}, {field: closing, base: 乙}]", "decisions: [{field: closing, base: 乙}]"
    theirs = "decisions: [{field: label, base: 甲}, {field: closing, base: 乙}, {field: preamble, base: 丙}]"
    merged = _short(base, ours, theirs)

    assert merged == Merged(content(HEAD + "decisions: [{field: closing, base: 乙}, {field: preamble, base: 丙}]"), ())


SETTLED = "decisions: [{id: a, field: title, base: 乙, ours: 甲, theirs: 丙}]"


@pytest.mark.parametrize(
    ("ours", "theirs", "is_open"),
    [
        (("甲", ""), ("丙", ""), True),
        (("丙", ""), ("甲", ""), True),
        (("甲", ""), ("丙", SETTLED), True),
        (("丙", SETTLED), ("甲", ""), True),
        (("丙", ""), ("丙", ""), False),
        (("甲", ""), ("甲", SETTLED), False),
        (("丙", ""), ("甲", SETTLED), False),
        (("甲", SETTLED), ("丙", ""), False),
    ],
)
def test_a_decision_that_one_side_settled_is_open_again_when_the_other_says_otherwise(
    ours: tuple[str, str], theirs: tuple[str, str], *, is_open: bool
) -> None:
    base, mine, other = (f"tasks: [{{id: a, title: {title}}}]\n{rest}" for title, rest in (("甲", SETTLED), ours, theirs))
    merged = _short(base, mine, other)
    kept = ours[0] if is_open or ours[0] != "甲" else theirs[0]

    assert _open(merged) == ([("a", "title", "甲", ours[0], theirs[0])] if is_open else [])
    assert merged.content == content(f"{HEAD}tasks: [{{id: a, title: {kept}}}]")


REMOVED = "decisions: [{id: b, base: {title: 乙}, theirs: {title: 丙}}]"


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_removal_confirmed_here_and_taken_back_there_is_open_again(*, is_ours: bool) -> None:
    gone, back = "tasks: [{id: a}]", "tasks: [{id: a}, {id: b, title: 丙}]"
    ours, theirs = (back, gone) if is_ours else (gone, back)
    merged = _short(f"{gone}\n{REMOVED}", ours, theirs)

    assert [(one.id, one.field, one.base) for one in merged.decisions] == [("b", THING, None)]
    assert merged.content == content(HEAD + ours)


@pytest.mark.parametrize(("ours", "theirs"), [("丙", "甲"), ("甲", "丙")])
def test_what_was_opened_again_stays_so_with_ours_when_merged_once_more(ours: str, theirs: str) -> None:
    base, mine, other = (
        content(f"{HEAD}tasks: [{{id: a, title: {title}}}]\n{rest}") for title, rest in (("甲", SETTLED), (ours, ""), (theirs, ""))
    )
    first = merge(base, mine, other)
    once = record(first.content, first.decisions)
    again = merge(base, once, other)

    assert record(again.content, again.decisions) == once


def test_what_one_side_kept_by_decision_and_the_other_removed_is_open_again() -> None:
    kept = "tasks: [{id: a}, {id: b, title: 丙}]"
    merged = _short(f"{kept}\ndecisions: [{{id: b, base: {{title: 乙}}, ours: {{title: 丙}}}}]", kept, "tasks: [{id: a}]")

    assert [(one.id, one.field) for one in merged.decisions] == [("b", THING)]
    assert merged.content == content(HEAD + kept)


def test_a_place_confirmed_here_and_changed_there_is_open_again() -> None:
    ours = "tasks: [{id: a}, {id: b}, {id: c}]"
    merged = _short(f"{ours}\ndecisions: [{{id: a, field: (place)}}]", ours, "tasks: [{id: b}, {id: c}, {id: a}]")

    assert [(one.id, one.field) for one in merged.decisions] == [("a", PLACE)]
    assert merged.content == content(HEAD + ours)


def test_a_place_confirmed_here_and_put_under_another_there_is_open_again() -> None:
    ours = "sections: [{id: s, tasks: [{id: a}, {id: b}]}, {id: t, tasks: [{id: c}]}]"
    theirs = "sections: [{id: s, tasks: [{id: b}]}, {id: t, tasks: [{id: c}, {id: a}]}]"
    merged = _short(f"{ours}\ndecisions: [{{id: a, field: (place)}}]", ours, theirs)

    assert [(one.id, one.field) for one in merged.decisions] == [("a", PLACE)]
    assert merged.content == content(HEAD + ours)


def test_decisions_settled_here_and_there_are_all_settled() -> None:
    rows = ["{field: label, base: 甲}", "{field: closing, base: 乙}", "{field: preamble, base: 丙}"]
    merged = _short(f"decisions: [{', '.join(rows)}]", f"decisions: [{', '.join(rows[1:])}]", f"decisions: [{rows[2]}]")

    assert merged == Merged(content(f"{HEAD}decisions: [{rows[2]}]"), ())
