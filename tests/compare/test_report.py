"""What is told of two plans: everything that changed, each thing once, at its place and in the order of reading."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from generator.compare import report_json, report_text
from generator.compare.changes import apply, from_json
from generator.compare.matching import Pair
from generator.compare.report_summary import SAME, loads, sentences, things, verdicts
from tests.compare.editions import told, told_of
from tests.compare.plans import PLAN
from tests.compare.scripts import PLANS, Script, edited, scripts
from tests.compare.test_laws import MANY

if TYPE_CHECKING:
    from generator.compare.report import Entry, Report
    from tests.strategies import Drawn


def _after(*edits: tuple[str, str]) -> Report:
    """Return what is told of the little plan and the same after replacements."""
    new = PLAN
    for old, text in edits:
        assert old in new
        new = new.replace(old, text, 1)
    return told(PLAN, new)


def _entry(report: Report, id_: str) -> Entry:
    return report.by_id[id_]


def _lines(report: Report) -> list[str]:
    return ["".join(stretch.text for stretch in line.stretches) for line in report_text.lines(report)]


# --- entries ---------------------------------------------------------------------------------------------------------


def test_of_equal_plans_nothing_is_told() -> None:
    report = told(PLAN, PLAN)

    assert report.entries == ()
    assert [*sentences(report)] == [SAME]


def test_being_counted_anew_is_no_change() -> None:
    report = _after(("      - {id: leaders", "      - {id: first, title: 新任务}\n      - {id: leaders"))

    assert [entry.id for entry in report.entries] == ["first"]


def test_a_changed_thing_knows_both_its_numbers_and_lines() -> None:
    report = _after(
        ("      - {id: leaders", "      - {id: first, title: 新任务}\n      - {id: leaders"), ("units: 县应急局", "units: 县公安局")
    )
    entry = _entry(report, "sectors")

    assert entry.old is not None
    assert entry.new is not None
    assert (entry.old.number, entry.new.number) == ("（二）", "（三）")
    assert (entry.old.span.line, entry.new.span.line) == (15, 16)
    assert "［修改］第一部分任务（二）→（三）　部门监管  [sectors]" in _lines(report)


def test_what_was_removed_stands_where_it_stood() -> None:
    leaders = "      - {id: leaders, title: 领导责任, text: 每季度研究一次。}\n"
    report = _after(
        ("preamble:", "label: 征求意见稿\npreamble:"),
        (leaders, ""),
        ("title: 部门监管", "title: 行业监管"),
        ("{id: lists, task: leaders", "{id: lists, name: 清单"),
    )

    assert [entry.id for entry in report.entries] == ["", "leaders", "sectors", "lists"]


def test_what_comes_with_a_section_stands_inside_it() -> None:
    report = _after(("annexes:", "  - {id: extra, title: 新部分, tasks: [{id: one, title: 甲}, {id: two, title: 乙}]}\nannexes:"))

    assert [entry.id for entry in report.entries] == ["extra"]
    assert [entry.id for entry in report.entries[0].inner] == ["one", "two"]


def test_what_moves_into_a_new_section_is_told_as_moved() -> None:
    firms = "      - id: firms\n        title: 企业主体责任\n"
    report = _after((firms, ""), ("annexes:", "  - {id: extra, title: 新部分, tasks: [{id: firms, title: 企业主体责任}]}\nannexes:"))

    assert [(entry.kind, entry.id) for entry in report.entries] == [("added", "extra"), ("moved", "firms")]
    assert "    由第一部分移到第三部分" in [f"    {line}" for line in _lines(report)]


def test_a_task_that_became_a_point_says_so() -> None:
    report = _after(("points: [{id: funds", "tasks: [{id: funds"))

    assert [entry.kind for entry in report.entries] == ["moved"]
    assert "由要点改为任务" in _lines(report)


def test_the_plans_own_texts_stand_before_and_behind_its_sections_as_they_are_read() -> None:
    report = _after(
        ("date: 2025-03-13", "date: 2025-03-14"),
        ("第二段", "第2段"),
        ("title: 强化履职", "title: 履职"),
        ("annexes:", "closing: 完。\nannexes:"),
    )

    assert [entry.title for entry in report.entries] == ["印发通知", "计划", "履职", "计划"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("date: 2025-03-13", "date: 2025-03-14", (4, 4)),
        ("  - 第三段。\n", "  - 第三段。\n  - 第四段。\n", (5, 5)),
        ("县公安局}", "县教委}", (29, 29)),
    ],
)
def test_a_field_knows_its_line_in_both_files(old: str, new: str, place: tuple[int, int]) -> None:
    (entry,) = _after((old, new)).entries
    one, other = entry.fields[0].spans()

    assert one is not None
    assert other is not None
    assert (one.line, other.line) == place


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("notice: {seal: true}", "notice: {seal: false}", "加盖印章：是 → 否"),
        ("status: draft", "status: final", "状态：草稿 → 定稿"),
        (
            "slides: {pages: [{title: 甲, tasks: [a]}]}",
            "slides: {pages: [{title: 甲, tasks: [b]}]}",
            "页面：标题：甲；任务：组织领导 → 标题：甲；任务：督促检查",
        ),
    ],
)
def test_what_is_written_in_english_is_told_in_chinese(old: str, new: str, line: str) -> None:
    plan = "format: 1\nyear: 2025\ntitle: 要点\ntasks: [{id: a, title: 组织领导}, {id: b, title: 督促检查}]\n"

    assert line in _lines(told(f"{plan}{old}\n", f"{plan}{new}\n"))


# --- pairs -----------------------------------------------------------------------------------------------------------


def test_a_pair_by_likeness_is_told_with_its_confidence_even_where_nothing_else_changed() -> None:
    report = _after(("id: firms", "id: qiye"))

    assert report.changes == ()
    assert [*sentences(report)] == ["标识：改变1项（firms→qiye），其余没有差别。"]
    assert "99%  企业主体责任 ↔ 企业主体责任  [firms ↔ qiye]" in _lines(report)


def test_a_changed_thing_under_another_id_says_so() -> None:
    report = _after(
        ("id: leaders, title: 领导责任, text: 每季度", "id: lingdao, title: 领导责任, text: 每月"), ("task: leaders", "task: lingdao")
    )
    entry = _entry(report, "leaders")

    assert entry.own_id == "lingdao"
    assert entry.confidence is not None
    assert 0.6 <= entry.confidence <= 1


def test_a_pair_that_is_given_is_no_guess() -> None:
    report = told(PLAN, PLAN.replace("id: firms", "id: qiye"), (Pair("firms", "qiye"),))

    assert report.changes == ()
    assert "按文字相似" not in "".join(_lines(report))


# --- the summary -----------------------------------------------------------------------------------------------------


def test_a_goal_that_gave_way_is_counted_and_said() -> None:
    report = _after(("事故下降5%", "事故下降3%"))

    assert verdicts(report) == {"loosened": 1}
    assert [*sentences(report)] == ["表中各项：修改1项。", "目标：放宽1处。"]
    assert "目标：由事故下降5%改为事故下降3%：放宽" in _lines(report)


def test_a_goal_in_the_text_of_a_task_is_judged() -> None:
    report = _after(("每季度研究一次", "每半年研究一次"))

    assert verdicts(report) == {"loosened": 1}


def test_a_text_that_comes_whole_is_no_changed_goal() -> None:
    report = _after(("title: 企业主体责任\n", "title: 企业主体责任\n        text: 整改率达到95%。\n"))

    assert verdicts(report) == {}


def test_whoever_stands_in_a_column_of_leads_is_told_as_leading_and_counted() -> None:
    with_lead = PLAN.replace("units: 县公安局", "lead: 县公安局")
    report = told(with_lead, with_lead.replace("lead: 县公安局", "lead: 县教委"))

    assert any("牵头单位由县公安局改为县教委" in line and "增加" not in line for line in _lines(report))
    assert loads(report) == {"县教委": 1, "县公安局": -1}


def test_units_are_counted_by_what_comes_to_them_and_leaves_them() -> None:
    report = _after(("units: 县公安局", "units: 县教委、县公安局"), ("units: 县安委办", "units: 县教委"))

    assert loads(report) == {"县教委": 2, "县安委办": -1}
    assert "责任单位：县教委增加2项，县安委办减少1项。" in [*sentences(report)]


def test_what_moved_and_changed_is_counted_as_both() -> None:
    firms = "      - id: firms\n        title: 企业主体责任\n"
    report = _after((firms, ""), ("points: [{", "points: [{id: firms, title: 企业责任}, {"))

    assert things(report) == {"points": {"changed": 1, "moved": 1}}


# --- fields ----------------------------------------------------------------------------------------------------------


def test_a_long_text_is_shown_around_its_change_only() -> None:
    start, end = "统筹发展和安全，压实各方责任，完善体制机制，", "加强监督检查，严格追责问责，营造良好氛围，确保取得实效。"
    report = told(PLAN.replace("第一段。", f"{start}每季度研究，{end}"), PLAN.replace("第一段。", f"{start}每月研究，{end}"))
    (line,) = [line for line in _lines(report) if line.startswith("导语")]

    assert line == "导语第1段：…压实各方责任，完善体制机制，每季度每月研究，加强监督检查，…"


def test_a_paragraph_more_is_told_as_one_paragraph() -> None:
    report = _after(("  - 第三段。\n", "  - 第三段。\n  - 第四段。\n"))

    assert "导语第4段：第四段。" in _lines(report)


def test_the_plans_of_two_regions_do_not_list_their_units() -> None:
    regions = [f"region: {{name: {name}, units: [{{id: police, name: {name}公安局}}]}}\n" for name in ("甲县", "乙县")]
    old, new = (PLAN.replace("year:", f"{region}year:") for region in regions)
    report = told(old, new)

    assert [line for line in _lines(report) if "公安局" in line] == []
    assert any(line.startswith("由甲县改为乙县") for line in _lines(report))


def test_a_unit_more_in_a_region_is_told_by_its_name_alone() -> None:
    regions = [
        "region: {name: 甲县, units: [{id: a, name: 甲局}]}\n",
        "region: {name: 甲县, units: [{id: a, name: 甲局}, {id: b, name: 乙局}]}\n",
    ]
    old, new = (PLAN.replace("year:", f"{region}year:") for region in regions)
    report = told(old, new)

    assert _lines(report)[-1] == "责任单位名录·b·名称：乙局"


# --- json ------------------------------------------------------------------------------------------------------------


def test_json_tells_the_verdict_and_the_places_of_both_sides() -> None:
    (change,) = report_json.as_data(_after(("事故下降5%", "事故下降3%")))["changes"]
    told_more = {
        key: change[key] for key in ("verdict", "number_old", "number_new", "place_new", "file_old", "line_old", "file_new", "line_new")
    }

    assert told_more == {
        "verdict": "loosened",
        "number_old": "2",
        "number_new": "2",
        "place_new": "附件一第一张表第2项",
        "file_old": "old.yaml",
        "line_old": 29,
        "file_new": "new.yaml",
        "line_new": 29,
    }


@MANY
@given(PLANS, scripts)
def test_every_change_is_told_once_and_json_leads_to_the_new_plan(plan: Drawn, script: Script) -> None:
    report = told_of(plan, edited(plan, script))
    data = json.loads(json.dumps(report_json.as_data(report)))
    ids = [entry.id for entry in report.all_entries if entry.id]

    assert sorted(ids) == sorted({change.id for change in report.changes} - {""})
    assert {key for key in report.fields if key[0] == ""} == {("", change.field) for change in report.changes if not change.id}
    assert apply(from_json(data["changes"]), report.old.content) == report.new.content
    assert len(_lines(report)) > 3


@MANY
@given(PLANS, PLANS)
def test_any_two_plans_can_be_told_apart(one: Drawn, two: Drawn) -> None:
    report = told_of(one, two)

    assert apply(report.changes, report.old.content) == report.new.content
    assert len(_lines(report)) > 3
