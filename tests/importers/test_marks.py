"""Numbers at the head of a paragraph, in every form and any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.marks import bullet_end, head_alone, head_of
from generator.plan.numbering import Mark, spaced

FORMS = {
    "一、": "一",
    "（一）": "(一)",
    "1.": "1.",
    "1．": "1.",
    "1、": "1.",
    "１．": "1.",
    "1)": "1)",
    "（1）": "(1)",
    "(1)": "(1)",
    "①": "①",
    "⑴": "⑴",
    "⒈": "⒈",
    "第一编": "第一编",
    "第一章": "第一章",
    "第一节": "第一节",
    "第一条": "第一条",
    "1.1": "1.1",
}
LAST = {"①": 50, "⑴": 20, "⒈": 20}


@pytest.mark.parametrize(("first", "key"), FORMS.items())
def test_the_first_number_of_a_kind_is_read_with_its_kind(first: str, key: str) -> None:
    head = head_of(f"{spaced(first)}强化责任")

    assert head
    assert (head.first, head.key, head.value) == (first, key, 1)


@given(st.sampled_from([*FORMS]), st.integers(1, 999))
def test_whatever_number_a_plan_prints_is_read_again(first: str, number: int) -> None:
    number = min(number, LAST.get(first, number))
    printed = Mark(first).print((number,))

    head = head_of(f"{spaced(printed)}强化责任")

    assert head
    assert (head.first, head.key, head.value, head.printed) == (first, FORMS[first], number, printed)


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("　　一 、强化", "一、", "强化"),
        ("（ 十 一 ）强化", None, ""),
        ("（ 一 ）强化", "（一）", "强化"),
        ("第 三 章　总则", "第三章", "总则"),
        ("（一)强化", "（一)", "强化"),
        ("（一）、强化", "（一）、", "强化"),
        ("(１)强化", "(１)", "强化"),
        ("一.强化", "一.", "强化"),
        ("一,强化", "一,", "强化"),
        ("1.2025年目标", "1.", "2025年目标"),
        ("1. 2025年目标", "1.", "2025年目标"),
        ("1.1.1强化", "1.1.1", "强化"),
        ("１．１　强化", "１．１", "强化"),
        ("第5条 强化", "第5条", "强化"),
        ("①、强化", "①、", "强化"),
    ],
)
def test_blanks_widths_and_doubled_marks_are_read_over(text: str, printed: str | None, rest: str) -> None:
    head = head_of(text)

    assert printed == (head.printed if head else None)
    assert rest == (text[head.end :].lstrip() if head else "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "　",
        "强化责任",
        "2025年目标",
        "2025.3.13",
        "1.5万亩耕地",
        "3.5%以上",
        "0.强化",
        "一是强化",
        "第一，强化",
        "第一批",
        "12 个乡镇",
        "1000、强化",
    ],
)
def test_a_figure_or_a_word_is_no_number_of_a_part(text: str) -> None:
    assert head_of(text) is None


def test_a_number_has_six_numerals_at_most() -> None:
    deepest = head_of("1.1.1.1.1.2 强化")

    assert deepest
    assert deepest.values == (1, 1, 1, 1, 1, 2)
    assert head_of("1.1.1.1.1.1.1 强化") is None


def test_enclosed_numbers_of_other_shapes_are_other_kinds() -> None:
    kinds = [head.key for head in map(head_of, ("②强化", "㉑强化", "㊱强化", "⑵强化", "⒉强化")) if head]

    assert kinds == ["①", "①", "①", "⑴", "⒈"]


@pytest.mark.parametrize(
    ("number", "key", "value"),
    [("1", "1.", 1), ("2.3", "1.1", 3), ("第三章", "第一章", 3), ("第5条", "第1条", 5), ("（二）", "(一)", 2), ("二", "一", 2)],
)
def test_an_automatic_number_is_read_by_itself(number: str, key: str, value: int) -> None:
    head = head_alone(number)

    assert head
    assert (head.key, head.value, head.printed) == (key, value, number)


@pytest.mark.parametrize("number", ["", "●", "A."])
def test_what_counts_nothing_is_no_automatic_number(number: str) -> None:
    assert head_alone(number) is None


@pytest.mark.parametrize(("text", "value"), [("二 强化责任", 2), ("12 强化责任", 12)])
def test_a_numeral_that_only_a_blank_sets_apart_is_one_where_it_is_asked_for(text: str, value: int) -> None:
    head = head_of(text, spaced=True)

    assert head_of(text) is None
    assert head
    assert head.value == value


@pytest.mark.parametrize("text", ["3 月底前", "2 日前", "3 5", "一"])
def test_a_numeral_before_a_month_is_none_even_then(text: str) -> None:
    assert head_of(text, spaced=True) is None


@pytest.mark.parametrize(("text", "rest"), [("● 强化", "强化"), ("•强化", "强化"), ("强化", "强化"), ("-强化", "-强化")])
def test_a_bullet_is_read_over(text: str, rest: str) -> None:
    assert text[bullet_end(text) :] == rest
