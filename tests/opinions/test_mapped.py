"""Where a proposal belongs in the plan's file, and what is said where only an officer can put it there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.opinions.adoption import adopt
from generator.opinions.collected import collect
from generator.opinions.mapped import rewritten
from generator.source import reader
from tests.opinions.rounds import PLAN, Round, removed, row, run, typed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("每月检查1次。", "每月检查1次。", "每月检查2次。", "每月检查2次。"),
        ("每月 检查1次。", "每月检查1次。", "", ""),
        ("每月检查1次。", "（一）检查。每月检查1次。（县局负责）", "（一）检查。每月检查2次。（县局负责）", "每月检查2次。"),
        ("每月检查1次。", "每月检查1次。（县局负责）", "每月检查1次。（市局负责）", None),
        ("全年检查，每月检查1次以上。", "每月检查1次", "每月检查2次", "全年检查，每月检查2次以上。"),
        ("每月检查1次。", "每季度演练1次。", "每季度演练2次。", None),
    ],
)
def test_a_text_is_changed_where_it_is_what_was_printed_or_a_part_of_it(text: str, old: str, new: str, expected: str | None) -> None:
    assert rewritten(text, old, new) == expected


def _hindered(begun: Round, path: Path) -> list[tuple[str, str, str]]:
    opinions = collect([path], begun.plan).opinions
    return [(one.place, one.hindrance.why, one.hindrance.remedy) for one in opinions if one.hindrance]


def test_a_constant_of_the_region_is_to_be_changed_in_its_file(tmp_path: Path) -> None:
    plan = PLAN.replace("region: {name: 青岭县, level: county,", "region: region.yaml #").replace(
        "  recipients: 各乡镇人民政府，县政府各部门\n", ""
    )
    region = "format: 1\nname: 青岭县\nlevel: county\nconstants: {recipients: 各乡镇人民政府，县政府各部门}\n"
    (tmp_path / "region.yaml").write_text(region, encoding="utf-8")
    begun = Round.begun(tmp_path, plan)

    assert _hindered(begun, begun.returned("县政府办", typed("各乡镇人民政府，", "各镇人民政府，"))) == [
        (
            "印发通知·主送机关",
            f"这是地区文件 {tmp_path / 'region.yaml'} 里的常用文字，各年的计划共用",
            "请在地区文件里改，或在计划里另写。",
        )
    ]


def test_a_name_that_comes_from_a_task_is_to_be_changed_by_hand(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)

    def in_table(document: Any) -> None:  # noqa: ANN401 - python-docx's document
        run(row(document, "每季度研究1次"), "强化领导责任").text = "领导责任"

    assert _hindered(begun, begun.returned("县应急局", in_table)) == [
        (
            "附件一第一张表第1项“强化领导责任”的名称",
            "这个名称取自任务 leaders 的标题",
            "要一起改，请改任务的标题；只改表里的，请在这一项里写 name。",
        )
    ]


def test_a_place_that_changed_since_the_plan_went_out_is_told(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"), typed("改造12公里", "改造15公里"), removed("整治道路交通"))
    sent = tmp_path / "sent.yaml"
    sent.write_text(PLAN, encoding="utf-8")
    begun.plan.write_text(PLAN.replace("不少于4次", "不少于5次").replace("100%", "98%"), encoding="utf-8")
    opinions = collect([path], begun.plan, (sent, reader.load)).open

    assert [(one.place, one.hindrance.why if one.hindrance else "") for one in opinions] == [
        ("第一部分任务（一）“强化领导责任”的正文", "计划里这一处后来已经改过，来稿说的是改之前的文字"),
        ("第二部分任务（一）“整治道路交通”", "计划里这一项后来已经改过"),
        ("附件一第一张表第4项“管网改造”的目标", ""),
    ]


def test_what_the_plan_says_already_is_not_open(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"), removed("整治道路交通"), removed("高危行业企业"))
    sent = tmp_path / "sent.yaml"
    sent.write_text(PLAN, encoding="utf-8")
    first = collect([path], begun.plan)
    adopt(first, first.open)
    again = collect([path], begun.plan, (sent, reader.load))

    assert [one.done for one in again.opinions] == [True, True, True]
    assert again.open == ()


def test_a_text_printed_with_others_is_found_in_its_own_key(tmp_path: Path) -> None:
    text = PLAN.replace("preamble:", "units_print: （责任单位：{units}）\npreamble:").replace(
        "不少于12公里。\n", "不少于12公里。\n        units: 县住房城乡建设委\n"
    )
    begun = Round.begun(tmp_path, text)
    first = collect([begun.returned("县住建委", typed("县住房城乡建设委", "县城市管理局"))], begun.plan)
    adopt(first, first.open)

    assert begun.text == text.replace("县住房城乡建设委", "县城市管理局")


def test_a_paragraph_behind_the_parts_is_found_where_the_plan_keeps_it(tmp_path: Path) -> None:
    text = PLAN.replace("  - id: sectors\n", "    after: 以上责任逐级压实到村到户。\n  - id: sectors\n")
    begun = Round.begun(tmp_path, text)
    first = collect([begun.returned("县应急局", typed("逐级压实到村", "逐级压实到组"))], begun.plan)
    adopt(first, first.open)

    assert [one.place for one in first.opinions] == ["第一部分“压实安全责任”的下级条目之后的文字"]
    assert begun.text == text.replace("到村到户", "到组到户")
