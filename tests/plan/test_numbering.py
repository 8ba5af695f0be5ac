"""Numbering: every kind of mark printed from its first number, and counting that runs, restarts or is set by hand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.numbering import DEFAULT_MARKS, Counter, Mark, chinese, mark_at

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


def _spoken(number: int) -> str:
    """Return a Chinese numeral made the other way round: every place written out, then what nobody says struck out."""
    digits = "零一二三四五六七八九"
    text = "{}百{}十{}".format(*(digits[int(digit)] for digit in f"{number:03}"))
    text = re.sub("零[百十]", "零", text)
    return re.sub("^一十", "十", re.sub("零+", "零", text).strip("零"))


def test_chinese_numerals_up_to_999_are_as_spoken() -> None:
    assert [chinese(number) for number in range(1, 1000)] == [_spoken(number) for number in range(1, 1000)]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (999, "九百九十九"),
    ],
)
def test_chinese_numerals_at_the_turns(number: int, text: str) -> None:
    assert chinese(number) == text


def test_zero_set_by_hand_is_not_silently_dropped() -> None:
    assert Mark("（一）").print((0,)) == "（零）"


def test_beyond_999_a_number_is_printed_in_digits() -> None:
    assert chinese(1000) == "1000"


def test_circled_numbers_run_to_fifty_and_go_on_in_brackets() -> None:
    assert [Mark("①").print((number,)) for number in range(1, 51)] == list(CIRCLED)
    assert Mark("①").print((51,)) == "(51)"


@pytest.mark.parametrize(
    ("first", "number", "printed"),
    [
        ("一、", 12, "十二、"),
        ("（一）", 21, "（二十一）"),
        ("第一章", 10, "第十章"),
        ("第一条", 101, "第一百零一条"),
        ("1.", 30, "30."),
        ("1．", 9, "9．"),
        ("１．", 10, "１０．"),
        ("（1）", 2, "（2）"),
        ("1)", 3, "3)"),
        ("任务1：", 4, "任务4："),
        ("⑴", 20, "⒇"),
        ("⑴", 21, "(21)"),
        ("⒈", 20, "⒛"),
        ("⒈", 21, "(21)"),
        ("A.", 26, "Z."),
        ("A.", 27, "(27)."),
        ("a)", 2, "b)"),
        ("none", 5, ""),
    ],
)
def test_a_mark_prints_any_number_as_its_first(first: str, number: int, printed: str) -> None:
    assert Mark(first).print((number,)) == printed


@pytest.mark.parametrize("first", ["一、", "（一）", "1.", "（1）", "①", "⑴", "⒈", "A.", "a)", "１．", "第一条", "1.1", "1-1-1"])
def test_a_mark_prints_one_as_it_is_written(first: str) -> None:
    assert Mark(first).print((1,)) == first


@pytest.mark.parametrize(
    ("first", "numbers", "printed"),
    [
        ("1.1", (3, 2), "3.2"),
        ("1.1", (7, 3, 2), "3.2"),
        ("1.1.1", (4, 3, 2), "4.3.2"),
        ("1.1.1", (3, 2), "1.3.2"),
        ("一.1", (12, 5), "十二.5"),
        ("第一章第1节", (2, 3), "第二章第3节"),
        ("1", (9, 8, 7), "7"),
    ],
)
def test_a_mark_of_several_numerals_prints_the_ancestors_before_the_own(first: str, numbers: tuple[int, ...], printed: str) -> None:
    assert Mark(first).print(numbers) == printed


@pytest.mark.parametrize(
    ("first", "readable"), [("一、", True), ("none", True), ("壹、", False), ("", False), ("——", False), ("2.", False)]
)
def test_a_mark_is_readable_by_the_numeral_one_in_it(first: str, readable: bool) -> None:  # noqa: FBT001 - a row of the table
    assert Mark(first).readable is readable


def test_depths_without_a_readable_mark_of_their_own_have_the_usual_one() -> None:
    marks = (Mark("1."), Mark("壹、"))

    assert [mark_at(marks, depth).first for depth in range(7)] == ["1.", "（一）", "1.", "（1）", "①", "①", "①"]
    assert [mark_at((), depth) for depth in range(5)] == list(DEFAULT_MARKS)


def test_a_row_restarts_from_one() -> None:
    counter = Counter()

    assert counter.count(0, [None] * 3) == [1, 2, 3]
    assert counter.count(0, [None] * 2) == [1, 2]


def test_a_running_depth_goes_on_through_the_document() -> None:
    counter = Counter((Mark("一、"), Mark("（一）", running=True)))

    assert counter.count(1, [None] * 2) == [1, 2]
    assert counter.count(0, [None]) == [1]
    assert counter.count(1, [None] * 3) == [3, 4, 5]
    assert counter.count(1, []) == []
    assert counter.count(1, [None]) == [6]


def test_counting_goes_on_from_a_number_set_by_hand() -> None:
    assert Counter().count(0, [None, 5, None, 2, None]) == [1, 5, 6, 2, 3]


def test_a_running_depth_goes_on_from_a_number_set_by_hand_in_an_earlier_row() -> None:
    counter = Counter((Mark("一、", running=True),))
    counter.count(0, [4])

    assert counter.count(0, [None, None]) == [5, 6]


def test_a_row_may_go_on_after_what_stands_before_it() -> None:
    assert Counter().count(0, [None, None], after=2) == [3, 4]


def test_two_documents_count_apart() -> None:
    marks = (Mark("一、", running=True),)
    Counter(marks).count(0, [None] * 5)

    assert Counter(marks).count(0, [None]) == [1]


@given(st.lists(st.lists(st.none() | st.integers(1, 99), max_size=5), max_size=5))
def test_every_number_is_the_one_set_by_hand_or_one_more_than_the_last(rows: list[list[int | None]]) -> None:
    counter = Counter((Mark("一、", running=True),))
    counted = [number for row in rows for number in counter.count(0, row)]
    by_hand = [number for row in rows for number in row]

    assert counted == [hand or last + 1 for hand, last in zip(by_hand, [0, *counted], strict=False)]
