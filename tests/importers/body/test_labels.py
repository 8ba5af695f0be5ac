"""The labels of a task's charge."""

from __future__ import annotations

import pytest

from generator.importers.body.labels import is_label, label_at, label_before


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("责任单位：县局", True),
        ("牵头责任单位:县局", True),
        ("市级配合单位：县局", True),
        ("牵头单位及配合单位：县局", True),
        ("责任单位（第一个为牵头单位）：县局", True),
        ("牵头：县局", True),
        ("责任单位及责任人：县局张三", False),
        ("责任单位和完成时限：县局6月底", False),
        ("牵头县领导：张三", False),
        ("责任人 ：张三", False),
        ("完成时限：6月底", False),
    ],
)
def test_a_label_says_whether_units_stand_behind_it(text: str, units: bool) -> None:  # noqa: FBT001 - a table of cases
    label = label_at(text)

    assert label
    assert (label.start, label.units) == (0, units)
    assert text[: label.end].rstrip().endswith(("：", ":"))


@pytest.mark.parametrize("text", ["", "县局：", "责任单位", "单位：万元", "工作要求：抓好", "明确责任单位：县局"])
def test_other_beginnings_are_none(text: str) -> None:
    assert label_at(text) is None


def test_a_label_may_stand_right_behind_another_word() -> None:
    text = "县局完成时限：6月底，电话：1"

    assert (found := label_before(text, 6))
    assert text[found.start : found.end] == "完成时限："
    assert label_before(text, text.rindex("：")) is None


def test_a_label_is_known_with_its_colon_and_without() -> None:
    assert is_label("责任单位")
    assert is_label("完成时限：")
    assert not is_label("工作要求：")
