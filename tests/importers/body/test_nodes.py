"""Numbered parts as nodes of the plan."""

from __future__ import annotations

from typing import Any

import pytest

from generator.importers.body.knots import tied
from generator.importers.body.nodes import run_in_of, wording_of
from generator.importers.ledger import Ledger
from tests.importers.made import lines
from tests.importers.told import titles, told

HEAD = "青临县2025年工作要点\n"


def _tree(*text: str) -> dict[str, Any]:
    return told(HEAD + "\n".join(text)).tree


def _tasks(*text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _tree("一、甲", *text)["sections"][0]["tasks"]
    return found


def test_a_whole_text_is_preamble_parts_and_closing() -> None:
    tree = _tree("为落实责任，制定要点。", "一、甲", "1.乙。落实。", "2.丙。落实。", "3.丁。落实。", "请认真落实。")

    assert (tree["preamble"], tree["closing"]) == ("为落实责任，制定要点。", "请认真落实。")
    assert titles(tree["sections"][0]["tasks"]) == ["乙", "丙", "丁"]
    assert tree["numbering"] == ["一、", "1."]


def test_a_task_is_its_title_and_the_paragraphs_behind_it() -> None:
    (first, second) = _tasks("1.乙。落实。", "其中：严格。", "2.丙。通报。")

    assert first == {"id": "yi", "title": "乙", "text": ["落实。", "其中：严格。"]}
    assert second == {"id": "bing", "title": "丙", "text": "通报。"}


def test_units_are_taken_off_where_the_usual_wording_names_them() -> None:
    tree = _tree("一、甲", "1.乙。落实。（责任单位：县教委）", "2.丙。落实。（责任单位：县局）", "3.丁。落实。（县委负责）", "4.戊。")

    assert tree["units_print"] == "（责任单位：{units}）"
    assert [task.get("units") for task in tree["sections"][0]["tasks"]] == ["县教委", "县局", None, None]
    assert tree["sections"][0]["tasks"][2]["text"] == "落实。（县委负责）"


def test_a_wording_that_one_task_has_is_its_text() -> None:
    tree = _tree("一、甲", "1.乙。落实。（责任单位：县教委）", "2.丙。落实。")

    assert "units_print" not in tree
    assert tree["sections"][0]["tasks"][0]["text"] == "落实。（责任单位：县教委）"


def test_what_says_more_than_units_stays_in_the_text_and_is_told() -> None:
    found = told(f"{HEAD}一、甲\n1.乙。落实。（责任单位：县教委；完成时限：6月底）\n2.丙。落实。（责任单位：县局；完成时限：7月底）")

    assert "units_print" not in found.tree
    assert [task["text"] for task in found.tree["sections"][0]["tasks"]] == [
        "落实。（责任单位：县教委；完成时限：6月底）",
        "落实。（责任单位：县局；完成时限：7月底）",
    ]
    assert [found.guesses[line][:9] for line in (3, 4)] == ["这里不只写责任单位"] * 2


def test_lines_of_their_own_are_lifted_only_where_the_units_stand_last() -> None:
    tree = _tree(
        "一、甲",
        "1.乙。落实。",
        "责任人：张三",
        "责任单位：县局",
        "2.丙。落实。",
        "责任单位：县委",
        "3.丁。落实。",
        "责任单位：县局",
        "完成时限：6月",
    )

    assert tree["units_print"] == "责任单位：{units}"
    assert [(task["text"], task.get("units")) for task in tree["sections"][0]["tasks"]] == [
        (["落实。", "责任人：张三"], "县局"),
        ("落实。", "县委"),
        (["落实。", "责任单位：县局", "完成时限：6月"], None),
    ]


def test_units_with_labels_of_their_own_are_printed_with_them() -> None:
    tree = _tree("一、甲", "1.乙。落实。〔牵头单位：县局；责任单位：县委〕", "2.丙。落实。〔牵头单位：县教委；责任单位：县局〕")

    assert tree["units_print"] == "〔{units}〕"
    assert [task["units"] for task in tree["sections"][0]["tasks"]] == [
        "牵头单位：县局；责任单位：县委",
        "牵头单位：县教委；责任单位：县局",
    ]


def test_a_sentence_that_is_printed_at_another_place_of_its_paragraph_is_told() -> None:
    own = told(f"{HEAD}一、甲\n1.乙。落实。\n（责任单位：县教委）\n2.丙。落实。（责任单位：县局）")
    behind = told(f"{HEAD}一、甲\n1.乙。责任单位：县教委\n2.丙。落实。\n责任单位：县局")

    assert [(mended.line, mended.what) for mended in own.ledger.mended] == [(4, "另起一行的责任单位印在上一段末尾")]
    assert [(mended.line, mended.what) for mended in behind.ledger.mended] == [(3, "接在段末的责任单位另起一行印")]


def test_sentences_behind_the_parts_below_follow_them() -> None:
    tree = _tree("一、甲", "1.乙", "（1）落实，推进。", "（2）巩固，提升。", "责任人：张三", "完成时限：6月", "2.丙。落实。")

    assert tree["sections"][0]["tasks"][0]["after"] == ["责任人：张三", "完成时限：6月"]


def test_a_sentence_that_names_nobody_stays_in_the_text() -> None:
    tree = _tree("一、甲", "1.乙。落实。（责任单位：县教委）", "2.丙。落实。（责任单位：县局）", "3.丁。落实。（责任单位：）")

    assert tree["sections"][0]["tasks"][2]["text"] == "落实。（责任单位：）"


def test_numbers_that_do_not_follow_stand_by_hand() -> None:
    assert [task.get("number") for task in _tasks("1.乙。落实。", "3.丙。落实。", "4.丁。落实。", "4.戊。落实。")] == [None, "3", None, "4"]


def test_a_row_of_another_kind_has_marks_of_its_own() -> None:
    tree = _tree("一、甲", "（一）乙", "1.丙", "（二）丁", "1.戊", "二、己", "1.庚", "2.辛")

    assert "numbering" not in tree
    assert [section.get("numbering") for section in tree["sections"]] == [None, ["1."]]


def test_a_title_alone_on_its_line_over_a_tasks_text_is_told_for_the_depth() -> None:
    tree = _tree("一、甲", "（一）乙", "落实。", "（二）丙", "通报。")

    assert tree["numbering"] == ["一、", {"number": "（一）", "run_in": "false"}]
    assert [task.get("run_in") for task in tree["sections"][0]["tasks"]] == [None, None]


def test_one_that_differs_says_so_itself() -> None:
    assert [task.get("run_in") for task in _tasks("1.乙。落实。", "2.丙", "通报。", "3.丁。落实。")] == [None, "false", None]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        (("1.甲。（责任单位：乙）", "2.丙。（责任单位：丁）", "3.戊。（己负责）"), "（责任单位：{units}）"),
        (("1.甲。（责任单位：乙）", "2.丙。落实。"), ""),
        (("1.甲。", "2.丙。"), ""),
    ],
)
def test_the_wording_is_the_one_that_at_least_two_leaves_have(text: tuple[str, ...], wording: str) -> None:
    assert wording_of(tied(lines(*text), Ledger()).knots) == wording


def test_depths_at_which_all_titles_are_against_their_custom_are_known() -> None:
    knots = tied(lines("1.甲。落实。", "2.乙。落实。"), Ledger()).knots
    for knot in knots:
        knot.role = "section"

    assert run_in_of(knots) == {0: True}
    assert run_in_of([]) == {}
