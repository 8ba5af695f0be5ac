"""Tracked changes and comments: who made a proposal and when, and what is asked without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.opinions.adoption import adopt
from generator.opinions.collected import collect
from tests.opinions.rounds import Round, commented, tracked, typed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_tracked_change_is_a_proposal_of_its_author(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    path = begun.returned("县交通局", tracked("30公里，", "45公里，", "王五", 2), typed("不少于4次", "不少于6次"))
    opinions = collect([path], begun.plan).opinions

    assert [(one.units, one.sentence) for one in opinions] == [
        (("县交通局",), "将“带队开展检查不少于4次”改为“带队开展检查不少于6次”"),
        (("王五",), "将“30公里”改为“45公里”"),
    ]
    assert [(remark.kind, remark.author, remark.date) for remark in opinions[1].remarks] == [
        ("deleted", "王五", "2025-02-02T09:00:00Z"),
        ("inserted", "王五", "2025-02-02T09:00:00Z"),
    ]


def test_a_comment_is_told_and_proposes_nothing(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    found = collect([begun.returned("县交通局", commented("临水临崖", "里程请与\n公路中心核", "赵六"))], begun.plan)

    assert [(one.units, one.place, one.sentence) for one in found.comments] == [
        (("赵六",), "第二部分任务（一）“整治道路交通”", "批注：里程请与 公路中心核")
    ]
    assert found.open == ()


def test_a_tracked_change_that_was_adopted_is_not_told_again(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    path = begun.returned("县交通局", tracked("30公里，", "45公里，", "王五"))
    found = collect([path], begun.plan)
    adopt(found, found.open)

    assert collect([path], begun.plan).opinions == ()


def test_a_deletion_on_the_track_leaves_nothing_behind(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    opinions = collect([begun.returned("县交通局", tracked("农村客运车辆", "", "王五"))], begun.plan).opinions

    assert [(one.units, one.sentence) for one in opinions] == [(("王五",), "删去“农村客运车辆”")]


def test_a_sentence_retyped_on_the_track_is_told_once(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    path = begun.returned("县交通局", tracked("每季度至少研究1次安全生产工作", "每季度至少专题研究1次安全生产工作", "王五"))
    opinions = collect([path], begun.plan).opinions

    assert [(one.units, one.sentence) for one in opinions] == [(("王五",), "在“…主要负责人每季度至少”后增加“专题”")]
