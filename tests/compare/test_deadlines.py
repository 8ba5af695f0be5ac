"""Deadlines: dates by which something is to be done are found, and told apart from dates that only stand in a sentence."""

from __future__ import annotations

import pytest

from generator.compare.deadlines import deadlines, earlier, without_deadlines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年6月底前完成", ["2026年6月底前"]),
        ("6月前、第三季度末", ["6月前", "第三季度末"]),
        ("2026年10月", ["2026年10月"]),
        ("2026年10月召开会议", []),
        ("《2026年6月底前清单》", []),
        ("长期", []),
    ],
)
def test_deadlines_are_found(text: str, expected: list[str]) -> None:
    assert expected == [found[0] for found in deadlines(text)]


@pytest.mark.parametrize(("old", "new", "expected"), [("6月底前", "5月底前", 1), ("6月前", "6月底前", -1), ("10月", "10月底", 0)])
def test_the_earlier_of_two_is_told(old: str, new: str, expected: int) -> None:
    one, other = deadlines(old)[0], deadlines(new)[0]

    assert expected == earlier(one, other, 0)


def test_what_is_left_has_no_deadline() -> None:
    assert without_deadlines("2026年6月底前完成《方案》编制") == "完成编制"
