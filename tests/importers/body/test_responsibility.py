"""The sentence at the end of a task that names its units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.body.responsibility import PLACE, common_wording, responsibility
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
