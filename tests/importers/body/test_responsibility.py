"""The sentence at the end of a task that names its units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.body.responsibility import PLACE, common_wording, is_charge, responsibility, responsibility_of
from generator.importers.ledger import bare

PARTS = st.lists(
    st.sampled_from(
        [
            "落实整治。",
            "（一）",
            "责任单位",
            "牵头",
            "：",
            ":",
            "县教委",
            "、",
            "（",
            "）",
            "(",
            ")",
            "【",
            "】",
            "负责",
            "。",
            " ",
            "　",
            "．",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "start", "units", "wording"),
    [
        ("推进。（责任单位：县教委、县公安局）", 3, "县教委、县公安局", "（责任单位：{units}）"),
        ("推进。(责任单位:县教委)", 3, "县教委", "(责任单位:{units})"),
        ("推进。【牵头单位：县教委；配合单位：县局】", 3, "县教委；配合单位：县局", "【牵头单位：{units}】"),
        ("推进〔责任部门：县教委〕。", 2, "县教委", "〔责任部门：{units}〕。"),
        ("推进（ 责任单位 ： 县教委 ） ", 2, "县教委", "（责任单位：{units}）"),
        ("推进（责任单位：县教委（县双拥办））", 2, "县教委（县双拥办）", "（责任单位：{units}）"),
        ("推进。（牵头单位及配合单位：县教委）", 3, "县教委", "（牵头单位及配合单位：{units}）"),
        ("推进（县教委负责）。", 2, "县教委", "（{units}负责）。"),
        ("推进（县教委负责 ）", 2, "县教委", "（{units}负责）"),
        ("推进（县教委牵头，县公安局配合）", 2, "县教委牵头，县公安局配合", "（{units}）"),
        ("责任单位：县教委。", 0, "县教委", "责任单位：{units}。"),
        ("　牵头单位： 县教委；配合单位：县局", 0, "县教委；配合单位：县局", "牵头单位：{units}"),
    ],
)
def test_a_sentence_is_its_units_and_how_it_words_them(text: str, start: int, units: str, wording: str) -> None:
    found = responsibility(text)

    assert found
    assert (found.start, found.units, found.wording) == (start, units, wording)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("推进。（责任单位：县局；完成时限：6月底）", 3),
        ("推进。（责任单位：县局　完成时限：6月底）", 3),
        ("推进。（责任领导：张三；责任单位：县局）", 3),
        ("推进。（牵头县领导：张三）", 3),
        ("推进。（完成时限：6月底，县局负责）", 3),
        ("责任单位及责任人：县局张三", 0),
        ("责任单位：县局。完成时限：6月底。", 0),
        ("　完成时限：6月底", 0),
        ("责任人：张三", 0),
    ],
)
def test_a_sentence_that_says_more_than_units_is_one_without_units(text: str, start: int) -> None:
    found = responsibility(text)

    assert found
    assert (found.start, found.units, found.wording) == (start, "", bare(text[start:]))
    assert found.under(found.wording) is None


@pytest.mark.parametrize(
    ("texts", "units"),
    [
        (["推进。", "责任人：张三", "责任单位：县局"], "县局"),
        (["推进。", "责任单位：县局", "完成时限：6月底"], ""),
        (["推进。", "牵头单位：县局", "配合单位：县教委"], ""),
        (["推进。", "责任人：张三", "（责任单位：县局）"], ""),
        (["推进。", "完成时限：6月底", "改造。（责任单位：县局）"], "县局"),
    ],
)
def test_of_several_lines_only_the_last_may_be_lifted_where_it_alone_names_units(texts: list[str], units: str) -> None:
    found = responsibility_of(texts)

    assert found
    assert found.units == units


def test_paragraphs_that_end_otherwise_have_no_sentence() -> None:
    assert responsibility_of([]) is None
    assert responsibility_of(["责任单位：县局", "推进。"]) is None


def test_a_sentence_is_all_of_its_text_or_not() -> None:
    assert is_charge("完成时限：6月底")
    assert not is_charge("推进。（责任单位：县局）")
    assert not is_charge("推进。")


@pytest.mark.parametrize(
    ("text", "wording", "units"),
    [
        ("推进。〔牵头单位：县局；责任单位：县教委〕", "〔{units}〕", "牵头单位：县局；责任单位：县教委"),
        ("推进。〔牵头单位：县局；责任单位：县教委〕", "〔牵头单位：{units}〕", "县局；责任单位：县教委"),
        ("牵头单位：县局；责任单位：县教委。", "{units}。", "牵头单位：县局；责任单位：县教委"),
        ("推进。（责任单位：县局）", "（{units}）", "责任单位：县局"),
        ("推进。（责任单位：县局）", "（牵头单位：{units}）", None),
    ],
)
def test_a_sentence_is_read_in_the_wording_of_the_plan_where_that_prints_it_again(text: str, wording: str, units: str | None) -> None:
    found = responsibility(text)

    assert found
    assert units == (reading.units if (reading := found.under(wording)) else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "推进整治。",
        "推进（一）",
        "推进（县教委负责",
        "推进县教委负责）",
        "推进。责任单位：县教委",
        "推进（由县教委负责。另行通知）",
        "责任单位：县教委。另行通知。",
        "责任单位：",
        "（责任单位：）",
        "推进（负责）",
        "推进（责任单位：县教委】",
    ],
)
def test_other_endings_are_none(text: str) -> None:
    assert responsibility(text) is None


@given(PARTS)
def test_what_stands_before_and_the_printed_wording_are_the_text(text: str) -> None:
    found = responsibility(text)

    assert found is None or bare(text[: found.start] + found.wording.replace(PLACE, found.units)) == bare(text)


def test_the_wording_that_most_have_is_the_common_one() -> None:
    found = [responsibility(text) for text in ("（责任单位：甲）", "（责任单位：乙）", "（丙负责）", "丁")]

    assert common_wording(found) == "（责任单位：{units}）"
    assert common_wording([None]) == ""
    assert common_wording(found, at_least=3) == ""


def test_a_sentence_without_units_has_no_part_in_the_common_wording() -> None:
    found = [responsibility(text) for text in ("责任人：甲", "责任人：乙", "责任单位：丙")]

    assert common_wording(found) == "责任单位：{units}"


def test_where_all_go_on_with_further_labels_the_wording_has_none() -> None:
    both = "（牵头单位：甲；配合单位：乙）"

    assert common_wording([responsibility(both), responsibility(both)]) == "（{units}）"
    assert common_wording([responsibility(both), responsibility("（牵头单位：甲）")]) == "（牵头单位：{units}）"
