"""Adopted opinions in the plan's file: just these, all or none, everything else as it was written."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import RefusedError
from generator.opinions import record
from generator.opinions.adoption import adopt
from generator.opinions.collected import collect
from tests.opinions.rounds import PLAN, Round, added, added_row, moved, removed, removed_row, typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITS: dict[str, Callable[[Any], None]] = {
    "text": typed("不少于4次", "不少于6次"),
    "title": typed("整治城镇燃气", "整治燃气"),
    "section": typed("压实安全责任", "夯实安全责任"),
    "gone": removed("高危行业企业"),
    "come": added("中介机构要如实评价。", "每月带队检查1次"),
    "task": removed("整治道路交通"),
    "cell": typed("改造12公里", "改造15公里"),
    "row": removed_row("企业自查"),
    "closing": typed("按季度报", "按月报"),
}


def _changed(old: str, new: str) -> list[str]:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def _adopted(begun: Round, *edits: Callable[[Any], None]) -> list[str]:
    """Return the lines of the plan that change when all is adopted that a draft proposes."""
    before = begun.text
    collected = collect([begun.returned("县应急局", *edits)], begun.plan)
    adopt(collected, collected.open)
    return _changed(before, begun.text)


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (
            "text",
            [
                "-        text: 党政主要负责人每季度至少研究1次安全生产工作，带队开展检查不少于4次。",
                "+        text: 党政主要负责人每季度至少研究1次安全生产工作，带队开展检查不少于6次。",
            ],
        ),
        ("title", ["-        title: 整治城镇燃气", "+        title: 整治燃气"]),
        ("gone", ["-          - 高危行业企业要配齐专职安全员。  # 人社局已核"]),
        ("come", ["+          - 中介机构要如实评价。"]),
        ("row", ["-          - {id: i_firms, name: 企业自查, goal: 每月检查1次, units: 县应急局}"]),
        (
            "cell",
            [
                "-          - {id: i_gas, name: 管网改造, goal: 改造12公里, units: 县住建局}",
                "+          - {id: i_gas, name: 管网改造, goal: 改造15公里, units: 县住建局}",
            ],
        ),
        (
            "closing",
            [
                "-closing: 各乡镇、各部门要把落实情况按季度报县安委会办公室。",
                "+closing: 各乡镇、各部门要把落实情况按月报县安委会办公室。",
            ],
        ),
    ],
)
def test_only_the_lines_of_the_opinion_change(tmp_path: Path, edit: str, lines: list[str]) -> None:
    assert _adopted(Round.begun(tmp_path), EDITS[edit]) == lines


def test_a_new_row_comes_with_the_cells_of_the_draft(tmp_path: Path) -> None:
    lines = _adopted(Round.begun(tmp_path), added_row(["5", "应急演练", "演练2次", "县应急局", ""], "管网改造"))

    assert [line.strip("+ ") for line in lines] == ["- id: ying_ji_yan_lian", "name: 应急演练", "goal: 演练2次", "units: 县应急局"]


def test_a_new_task_comes_behind_the_one_it_follows(tmp_path: Path) -> None:
    lines = _adopted(Round.begun(tmp_path), added("（三）深化警示教育。每半年组织1次警示教育。", "高危行业企业"))

    assert [line.strip("+ ") for line in lines[1:]] == ["title: 深化警示教育", "text: 每半年组织1次警示教育。"]


def test_a_new_section_comes_with_its_tasks(tmp_path: Path) -> None:
    edits = (added("三、夯实工作保障", "老旧燃气"), added("（一）加强经费投入。足额安排专项资金。", "三、夯实工作保障"))
    lines = _adopted(Round.begun(tmp_path), *edits)

    assert [line.strip("+ ") for line in lines if "id:" not in line] == [
        "title: 夯实工作保障",
        "tasks:",
        "title: 加强经费投入",
        "text: 足额安排专项资金。",
    ]


def test_a_moved_task_is_moved_as_it_is_written(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    lines = _adopted(begun, moved("强化领导责任", "整治道路交通"))

    assert sorted(line[1:] for line in lines if line[0] == "-") == sorted(line[1:] for line in lines if line[0] == "+")
    assert [begun.text.index(f"id: {id_}") for id_ in ("firms", "roads", "leaders", "gas")] == sorted(
        begun.text.index(f"id: {id_}") for id_ in ("firms", "roads", "leaders", "gas")
    )


def test_items_keep_the_name_of_a_task_that_goes(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    _adopted(begun, removed("强化领导责任"))

    assert "          - {id: i_leaders, name: 强化领导责任, goal: 每季度研究1次, units: 县应急局}\n" in begun.text


def test_bytes_elsewhere_stay_with_windows_line_ends_too(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    begun.plan.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    collected = collect([begun.returned("县应急局", EDITS["text"])], begun.plan)
    adopt(collected, collected.open)

    expected = PLAN.replace("不少于4次", "不少于6次").replace("\n", "\r\n").encode()
    assert begun.plan.read_bytes() == b"\xef\xbb\xbf" + expected


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(sorted(EDITS)), min_size=1))
def test_what_is_adopted_is_proposed_no_more(tmp_path: Path, names: set[str]) -> None:
    record.path_of(tmp_path / "2025.yaml").unlink(missing_ok=True)
    begun = Round.begun(tmp_path)
    path = begun.returned("县应急局", *(EDITS[name] for name in sorted(names)))
    collected = collect([path], begun.plan)
    adopt(collected, collected.open)

    assert collected.open
    assert collect([path], begun.plan).open == ()


def test_two_units_that_change_different_paragraphs_both_get_their_way(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    files = [
        begun.returned("县应急局", typed("每月带队检查1次", "每月带队检查2次")),
        begun.returned("县人社局", typed("专职安全员", "注册安全工程师")),
    ]
    collected = collect(files, begun.plan)
    adopt(collected, collected.open)

    assert "          - 企业主要负责人每月带队检查2次。\n          - 高危行业企业要配齐注册安全工程师。  # 人社局已核\n" in begun.text


def test_two_units_that_want_different_texts_in_one_place_are_refused(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    files = [begun.returned(unit, typed("不少于4次", f"不少于{count}次")) for unit, count in (("县应急局", 6), ("县公安局", 8))]
    collected = collect(files, begun.plan)

    with pytest.raises(RefusedError, match="对同一处的改法不同：第一部分任务（一）“强化领导责任”的正文"):
        adopt(collected, collected.open)
    assert begun.text == PLAN


def test_a_task_that_one_unit_edits_and_another_removes_is_refused(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    files = [begun.returned("县应急局", typed("12公里。", "15公里。")), begun.returned("县住建局", removed("整治城镇燃气"))]
    collected = collect(files, begun.plan)

    with pytest.raises(RefusedError, match="对同一处的改法不同"):
        adopt(collected, collected.open)
    assert begun.text == PLAN


def test_a_plan_that_would_have_errors_afterwards_is_refused(tmp_path: Path) -> None:
    slides = PLAN + "slides: {title: 图解, pages: [{section: sectors, title: 整治, tasks: [gas]}]}\n"
    begun = Round.begun(tmp_path, slides)
    collected = collect([begun.returned("县住建局", removed("整治城镇燃气"))], begun.plan)

    with pytest.raises(RefusedError, match="采用这些意见会使计划有错"):
        adopt(collected, collected.open)
    assert begun.text == slides


def test_a_draft_from_before_does_not_take_back_what_was_adopted(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    early = begun.returned("县应急局", EDITS["text"], EDITS["title"], EDITS["row"], EDITS["come"], moved("强化领导责任", "整治道路交通"))
    late = begun.returned("县公安局", EDITS["cell"])
    first = collect([early], begun.plan)
    adopt(first, first.open)
    second = collect([late], begun.plan)

    assert [one.sentence for one in second.open] == ["将“改造12公里”改为“改造15公里”"]
    assert {one.id for one in second.stale} <= {id_ for entry in record.read(begun.plan) for id_ in entry.undo}
    assert len(second.stale) == len(first.open)


def test_what_was_adopted_can_be_taken_back_by_its_id(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    before = begun.returned("县公安局")
    first = collect([begun.returned("县应急局", EDITS["text"])], begun.plan)
    adopt(first, first.open)
    back = collect([before], begun.plan)
    adopt(back, back.stale)

    assert begun.text == PLAN
    assert [entry.id for entry in record.read(begun.plan)] == [back.stale[0].id]
