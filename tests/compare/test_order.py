"""Orders: the longest common one, and edits of one row by two sides."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.order import longest_common, merged

rows = st.lists(st.sampled_from("abcdefg"), unique=True, max_size=7)
parts = st.lists(st.sampled_from("abcd"), max_size=6)


@given(rows, rows)
def test_no_common_order_is_longer(one: list[str], other: list[str]) -> None:
    found = longest_common(one, other)
    longest = max(len(some) for size in range(len(one) + 1) for some in combinations(one, size) if _runs_in(some, other))

    assert len(found) == longest
    assert _runs_in(tuple(found), one)
    assert _runs_in(tuple(found), other)


def _runs_in(some: tuple[str, ...], row: list[str]) -> bool:
    left = iter(row)
    return all(name in left for name in some)


@given(parts, parts)
def test_one_sided_and_equal_edits_are_taken(base: list[str], side: list[str]) -> None:
    assert merged([*base], [*side], [*base]) == side
    assert merged([*base], [*base], [*side]) == side
    assert merged([*base], [*side], [*side]) == side


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("xbcd", "abcy", "xbcy"),
        ("acd", "abcyd", "acyd"),
        ("axbcd", "aybcd", "axybcd"),
        ("axcd", "aycd", None),
        ("ad", "abxcd", None),
        ("xycd", "abcz", "xycz"),
        ("axcd", "axcdy", "axcdy"),
    ],
)
def test_two_edits_come_together_unless_they_meet(ours: str, theirs: str, expected: str | None) -> None:
    assert merged([*"abcd"], [*ours], [*theirs]) == (None if expected is None else [*expected])


def test_what_both_insert_stands_once_for_each_time_that_one_of_them_says_it() -> None:
    assert merged(["甲"], ["零", "甲"], ["零", "零", "甲"]) == ["零", "零", "甲"]
    assert merged(["甲"], ["零", "一", "甲"], ["零", "二", "甲"]) == ["零", "一", "二", "甲"]
