"""Aims: figures that are hedged, shared out or mean none at all are read like any other."""

from __future__ import annotations

import pytest

from generator.compare.aims import is_hedged, names, read_aims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("覆盖率达到95%", [("覆盖率", "equal", 95)]),
        ("不发生较大事故", [("较大事故", "at_most", 0)]),
        ("确保零死亡", [("死亡", "at_most", 0)]),
        ("火灾零发生", [("火灾", "at_most", 0)]),
        ("无障碍设施全面建成", []),
        ("失业率控制在6%左右", [("失业率", "at_most", 6)]),
        ("起数、人数分别下降10%、5%", [("起数", "fall", 10), ("人数", "fall", 5)]),
        ("起数、人数、损失分别下降10%、5%", []),
    ],
)
def test_aims_are_read(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert expected == [(aim.indicator, str(aim.operator), int(aim.value or 0)) for aim in read_aims(text)]


def test_a_hedged_aim_keeps_its_words() -> None:
    (aim,) = read_aims("增长6%左右")

    assert aim.text == "增长6%左右"
    assert is_hedged(aim)


def test_an_aim_of_two_things_names_both() -> None:
    (aim,) = read_aims("起数和人数下降10%")

    assert names(aim) == {"起数", "人数"}
