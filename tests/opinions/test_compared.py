"""What a returned draft proposes: every edit that officers make in Word is told as the one thing it is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from generator.opinions.collected import collect
from tests.opinions import rounds
from tests.opinions.rounds import Round, added, added_row, moved, removed, removed_row, tracked, typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.opinions.proposals import Opinion

_TASK = "（三）深化警示教育。每半年组织1次警示教育。"


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., list[tuple[str, str]]]:
    """Return a function that tells place and sentence of what edits propose."""

    def run(*edits: Callable[[Any], None]) -> list[tuple[str, str]]:
        begun = Round.begun(tmp_path)
        return [(one.place, one.sentence) for one in collect([begun.returned("县应急局", *edits)], begun.plan).opinions]

    return run


def test_a_draft_that_comes_back_untouched_proposes_nothing(told: Callable[..., list[tuple[str, str]]]) -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("edit", "place", "sentence"),
    [
        (typed("不少于4次", "不少于6次"), "第一部分任务（一）“强化领导责任”的正文", "将“带队开展检查不少于4次”改为“带队开展检查不少于6次”"),
        (typed("，带队开展", "，坚持带队开展"), "第一部分任务（一）“强化领导责任”的正文", "在“…究1次安全生产工作，”后增加“坚持”"),
        (
            typed("老旧燃气管网", "燃气管网"),
            "第二部分任务（二）“整治城镇燃气”的正文",
            "将“老旧燃气管网改造不少于12公里。”改为“燃气管网改造不少于12公里。”",
        ),
        (typed("压实安全责任", "夯实安全责任"), "第一部分“压实安全责任”的标题", "将“压实安全责任”改为“夯实安全责任”"),
        (
            typed("各乡镇人民政府，", "各镇人民政府，"),
            "印发通知·主送机关",
            "将“各乡镇人民政府，县政府各部门”改为“各镇人民政府，县政府各部门”",
        ),
        (typed("2025年3月13日", "2025年3月20日"), "印发通知·成文日期", "将“2025年3月13日”改为“2025年3月20日”"),
        (typed("按季度报", "按月报"), "结语", "将“各部门要把落实情况按季度”改为“各部门要把落实情况按月”"),
        (removed("高危行业企业"), "第一部分任务（二）“落实企业责任”的正文", "删去“高危行业企业要配齐专职安全员。”"),
        (
            added("中介机构要如实评价。", "高危行业企业"),
            "第一部分任务（二）“落实企业责任”的正文",
            "在“高危行业企业要配齐专…”后增加一段“中介机构要如实评价。”",
        ),
        (removed("整治城镇燃气"), "第二部分任务（二）“整治城镇燃气”", "删去任务“整治城镇燃气”"),
        (
            added(_TASK, "高危行业企业"),
            "第一部分“压实安全责任”",
            "在第一部分任务（二）“落实企业责任”后增加任务“深化警示教育”：每半年组织1次警示教育。",
        ),
        (
            moved("强化领导责任", "整治道路交通"),
            "第一部分任务（一）“强化领导责任”",
            "将任务“强化领导责任”移到第二部分任务（一）“整治道路交通”后",
        ),
        (typed("建成30公里", "建成40公里"), "附件一第一张表第3项“护栏建设”的目标", "将“建成30公里”改为“建成40公里”"),
        (removed_row("企业自查"), "附件一第一张表第2项“企业自查”", "删去一项“企业自查”"),
        (
            added_row(["5", "应急演练", "演练2次", "县应急局", ""], "管网改造"),
            "附件一第一张表",
            "在附件一第一张表第4项“管网改造”后增加一项“应急演练”：演练2次；县应急局",
        ),
    ],
)
def test_every_edit_is_told_with_its_place(
    told: Callable[..., list[tuple[str, str]]], edit: Callable[[Any], None], place: str, sentence: str
) -> None:
    assert told(edit) == [(place, sentence)]


def test_a_title_that_its_items_bear_too_is_one_proposal(told: Callable[..., list[tuple[str, str]]]) -> None:
    both = told(*[typed("强化领导责任", "压实领导责任")] * 2)

    assert both == [("第一部分任务（一）“强化领导责任”的标题", "将“强化领导责任”改为“压实领导责任”")]


def test_the_closing_is_not_taken_for_the_text_of_the_task_before_it(told: Callable[..., list[tuple[str, str]]]) -> None:
    places = [place for place, _ in told(removed("高危行业企业"), removed("整治城镇燃气"))]

    assert places == ["第一部分任务（二）“落实企业责任”的正文", "第二部分任务（二）“整治城镇燃气”"]


def test_a_paragraph_typed_before_a_task_does_not_take_its_place(told: Callable[..., list[tuple[str, str]]]) -> None:
    def before(document: Any) -> None:  # noqa: ANN401 - Word leaves the bookmark with what was typed before it
        task = rounds.found(document, "整治道路交通")
        added("（一）深化警示教育。每半年组织1次警示教育。", "整治道路交通")(document)
        new = task.getnext()
        task.addprevious(new)
        typed("（二）整治城镇燃气", "（三）整治城镇燃气")(document)
        typed("（一）整治道路交通", "（二）整治道路交通")(document)
        for mark in [*task.iter()]:
            if mark.tag.endswith(("bookmarkStart", "bookmarkEnd")):
                new.insert(1, mark)

    assert told(before) == [
        ("第二部分“整治重点领域”", "在第二部分任务（一）“整治道路交通”前增加任务“深化警示教育”：每半年组织1次警示教育。")
    ]


def test_a_cell_printed_merged_is_one_proposal_for_all_its_items(tmp_path: Path) -> None:
    text = rounds.PLAN.replace("name: 企业自查, goal", "name: 企业自查, join: [units], goal")
    begun = Round.begun(tmp_path, text)
    opinions = collect([begun.returned("县应急局", typed("县应急局", "县应急管理局"))], begun.plan).open

    assert [(one.place, one.proposal.things) for one in opinions if one.proposal] == [
        ("附件一第一张表第1项“强化领导责任”的责任单位（连同下面合并的 1 项）", ("i_leaders", "i_firms"))
    ]


def test_bookmarks_that_are_lost_are_made_good_by_number_and_likeness(told: Callable[..., list[tuple[str, str]]]) -> None:
    edits = (typed("不少于4次", "不少于6次"), removed_row("企业自查"))

    assert told(*edits, rounds.without_bookmarks) == told(*edits)


def test_two_units_that_want_the_same_are_one_opinion_of_both(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    files = [begun.returned(unit, typed("不少于4次", "不少于6次")) for unit in ("县应急局", "县公安局")]

    assert [one.units for one in collect(files, begun.plan).opinions] == [("县应急局", "县公安局")]


def test_a_text_that_comes_back_is_compared_as_a_text(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    path = tmp_path / "县应急局.txt"
    path.write_text(begun.printed().replace("不少于4次", "不少于6次"), encoding="utf-8")

    assert _places(collect([path], begun.plan).opinions) == ["第一部分任务（一）“强化领导责任”的正文"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_draft_saved_by_libreoffice_proposes_the_same(tmp_path: Path) -> None:
    begun = Round.begun(tmp_path)
    edits = (typed("不少于4次", "不少于6次"), tracked("30公里", "45公里", "王五"), removed_row("企业自查"), removed("整治城镇燃气"))
    path = begun.returned("县应急局", *edits, rounds.commented("临水临崖", "里程请核", "赵六"))
    saved = rounds.saved_by_libreoffice(path)

    assert len(collect([path], begun.plan).opinions) == 5
    assert _told(collect([saved], begun.plan).opinions) == _told(collect([path], begun.plan).opinions)


def _places(opinions: tuple[Opinion, ...]) -> list[str]:
    return [one.place for one in opinions]


def _told(opinions: tuple[Opinion, ...]) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [(one.id, one.units, one.place, one.sentence) for one in opinions]
