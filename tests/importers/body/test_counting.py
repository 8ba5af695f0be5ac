"""The numbering of a plan from the numbers of its source."""

from __future__ import annotations

from collections import Counter as Counts
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.body import counting
from generator.importers.body.knots import Knot, tied, walk
from generator.importers.ledger import Ledger
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph
from generator.plan.numbering import Counter, Mark
from tests.importers.made import lines

if TYPE_CHECKING:
    from generator.source.tree import Value


def _knots(numbers: str) -> list[Knot]:
    return tied(lines(*(f"{number}　标题" for number in numbers.split())), Ledger()).knots


def _row(first: str, values: list[int]) -> list[Knot]:
    printed = (Mark(first).print((value,)) for value in values)
    return [Knot(Paragraph(line, text), head_of(f"{text}标题"), 0) for line, text in enumerate(printed, 1)]


@pytest.mark.parametrize(
    ("numbers", "keys"),
    [
        ("一、 1. 2. 二、 3. 4.", {"1."}),
        ("一、 1. 2. 二、 1. 2.", set()),
        ("第一章 第一条 第二章 第二条 第三章 第三条", {"第一条"}),
        ("一、 1. 二、 2. 三、 1. 四、 1.", set()),
        ("一、 二、", set()),
        ("", set()),
    ],
)
def test_a_kind_runs_through_where_most_of_its_rows_go_on(numbers: str, keys: set[str]) -> None:
    assert counting.running_keys(_knots(numbers)) == keys


def test_the_marks_are_the_first_numbers_level_by_level() -> None:
    knots = _knots("一、 1． （1） 2． 二、 3． 三、 4．")

    assert counting.marks(knots, counting.running_keys(knots)) == ["一、", {"number": "1．", "running": "true"}, "（1）"]
    assert counting.marks([], frozenset()) == []


def test_a_row_without_numbers_has_none() -> None:
    assert counting.marks([Knot(Paragraph(1, "标题"), None, 0)], frozenset()) == ["none"]


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        (["一、", "（一）", "1."], []),
        (["一、", "1."], ["一、", "1."]),
        (["第一章", "（一）"], ["第一章"]),
        (["一、", "（一）", {"number": "1.", "running": "true"}], ["一、", "（一）", {"number": "1.", "running": "true"}]),
        ([], []),
    ],
)
def test_marks_that_a_plan_has_anyway_are_not_written(marks: list[Value], kept: list[Value]) -> None:
    assert counting.without_usual(marks) == kept


@pytest.mark.parametrize(
    ("numbers", "marks", "place", "expected"),
    [
        ("（一） （二）", ["（一）"], 1, False),
        ("(一) (二)", ["（一）"], 1, False),
        ("1. 2.", ["（一）"], 1, True),
        ("1. 2.", [{"number": "1．", "running": "true"}], 1, False),
        ("1. 2.", [], 2, False),
        ("1. 2.", [], 1, True),
        ("① ②", [], 9, False),
    ],
)
def test_a_row_of_another_kind_needs_marks_of_its_own(numbers: str, marks: list[Value], place: int, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert counting.unlike(_knots(numbers), marks, place) == expected


def test_numbers_that_are_printed_in_another_way_are_told() -> None:
    ledger = Ledger()
    counting.tell_unlike(_knots("1. 2、 3."), ["1."], ledger)

    assert [(one.line, one.old, one.new) for one in ledger.mended] == [(2, "2、", "2.")]


@given(st.sampled_from(["一、", "（一）", "1.", "（1）", "第一条"]), st.lists(st.integers(1, 120), max_size=12))
def test_counting_with_the_numbers_set_by_hand_prints_any_row_again(first: str, values: list[int]) -> None:
    row = _row(first, values)
    by_hand = counting.by_hand(row, frozenset())

    assert Counter().count(0, [by_hand.get(id(knot)) for knot in row]) == values


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=4), max_size=5), st.booleans())
def test_rows_that_run_through_or_begin_anew_are_printed_again(rows: list[list[int]], runs: bool) -> None:  # noqa: FBT001 - drawn
    parents = _row("一、", [*range(1, len(rows) + 1)])
    for parent, values in zip(parents, rows, strict=True):
        parent.children = _row("1.", values)
    running = frozenset({"1."} if runs else ())
    by_hand, anew = counting.by_hand(parents, running), counting.begin_anew(parents, running)

    counter = Counter((Mark("一、"), Mark("1.", running=runs)))
    counters = [Counter((Mark("一、"), Mark("1."))) if id(parent.children[0]) in anew else counter for parent in parents]
    printed = [one.count(1, [by_hand.get(id(knot)) for knot in parent.children]) for one, parent in zip(counters, parents, strict=True)]

    assert printed == rows


def test_a_row_that_counts_on_has_no_number_by_hand() -> None:
    knots = _knots("一、 1. 2. 二、 3. 5. 6.")
    by_hand = counting.by_hand(knots, counting.running_keys(knots))

    assert Counts(by_hand.get(id(knot)) for knot in walk(knots)) == {None: 6, 5: 1}
