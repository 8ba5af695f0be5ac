"""The numbers of rows."""

from __future__ import annotations

import pytest

from generator.importers.tables.numbers import follows


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("", "1"),
        ("1", "2"),
        ("9", "10"),
        ("1", "1.1"),
        ("1.1", "1.2"),
        ("1.2", "2"),
        ("1.1", "1.1.1"),
        ("1.1.2", "1.2"),
        ("（1）", "（2）"),
        ("1.", "2."),
        ("一", "二"),
        ("（十）", "（十一）"),
    ],
)
def test_the_next_number_follows(before: str, text: str) -> None:
    assert follows(text, before)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("", "2"),
        ("1", "1"),
        ("1", "3"),
        ("1", "2.1"),
        ("1.1", "1.3"),
        ("1.2", "1"),
        ("1.1", "2.1"),
        ("1", "三"),
        ("1", ""),
        ("（1）", "（3）"),
        ("一", "三"),
        ("", "百百"),
    ],
)
def test_others_do_not(before: str, text: str) -> None:
    assert not follows(text, before)
