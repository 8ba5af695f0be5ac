"""Kinds: which texts are ids, years, dates and flags, at the edges."""

from __future__ import annotations

import pytest

from generator.problems import wording
from generator.schema.kinds import KINDS, fits


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("id", "a"),
        ("id", "a" * 36),
        ("id", "a_1"),
        ("year", "1900"),
        ("year", "2199"),
        ("whole", "1"),
        ("whole", "9999999"),
        ("flag", "true"),
        ("flag", "false"),
        ("date", "2024-02-29"),
        ("date", "2025-12-31"),
        ("copy_number", "000001"),
        ("units_print", "{units}"),
        ("units_print", "（责任单位：{units}）"),
    ],
)
def test_a_text_is_of_its_kind(kind: str, text: str) -> None:
    assert fits(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("id", ""),
        ("id", "a" * 37),
        ("id", "_a"),
        ("id", "1a"),
        ("id", "a-b"),
        ("id", "A"),
        ("id", "甲"),
        ("id", "a\n"),
        ("year", "1899"),
        ("year", "2200"),
        ("year", "25"),
        ("year", "２０２５"),
        ("year", "2025年"),
        ("whole", "0"),
        ("whole", "01"),
        ("whole", "-1"),
        ("whole", "1.0"),
        ("whole", "10000000"),
        ("whole", "٣"),
        ("flag", "tRue"),
        ("flag", "yes"),
        ("flag", "1"),
        ("date", "2025-02-29"),
        ("date", "1900-02-29"),
        ("date", "2025-04-31"),
        ("date", "2025-00-10"),
        ("date", "2025-3-13"),
        ("date", "2025/03/13"),
        ("date", "20250313"),
        ("date", "0000-01-01"),
        ("date", "2025-03-13 10:00"),
        ("copy_number", "17"),
        ("copy_number", "0000001"),
        ("units_print", ""),
        ("units_print", "units"),
        ("units_print", "{ units }"),
        ("units_print", "{units}{units}"),
        ("units_print", "{units}{"),
    ],
)
def test_a_text_is_not_of_a_kind_it_only_resembles(kind: str, text: str) -> None:
    assert not fits(kind, text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_words_for_what_is_not_of_it(kind: str) -> None:
    problem = wording(KINDS[kind].code).problem({"value": "甲"})

    assert problem.blocking
    assert problem.tip
