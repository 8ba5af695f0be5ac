"""Folding: a text over several lines has a blank at the fold only where neither side is Chinese."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.source.folding import fold, is_chinese
from generator.source.reader import read
from generator.source.tree import Value, plain

LINES = st.lists(st.sampled_from(["甲", "乙。", "“丙”", "《丁》", "（1）", "2025", "abc", "5%", "戊 己", "a—"]), min_size=1, max_size=6)


def _read(written: str) -> Value:
    """Return what a text under one key reads as; later lines of it must be further in than the key."""
    document = read(f"a: {written}\n".encode())

    assert document.tree is not None
    assert document.problems == ()
    return plain(document.tree.entries[0].value)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("甲\n  乙", "甲乙"),
        ("甲，\n  乙", "甲，乙"),
        ("“甲”\n  “乙”", "“甲”“乙”"),
        ("2025\n  年", "2025年"),
        ("共\n  5项", "共5项"),
        ("甲—\n  乙", "甲—乙"),
        ("one\n  two", "one two"),
        ("甲  \n  乙", "甲乙"),
        ("甲\r\n  乙", "甲乙"),
        ("甲\n\n  乙", "甲\n乙"),
        ("甲\n\n\n  乙", "甲\n\n乙"),
        ("甲\n  - 乙", "甲- 乙"),
        ("'甲\n  ''乙'", "甲'乙"),
        ('"甲\\\n  乙"', "甲乙"),
        (">-\n  甲\n  乙", "甲乙"),
        (">-\n  one\n  two", "one two"),
        (">-  # 说明\n  甲\n  乙", "甲乙"),
        (">-\n  甲\n\n  乙", "甲\n乙"),
        ("|-\n  甲\n  乙", "甲\n乙"),
        ("--- 甲\n  乙", "--- 甲乙"),
        ("... 甲\n  乙", "... 甲乙"),
    ],
)
def test_a_fold_leaves_a_blank_only_between_what_is_not_chinese(written: str, text: str) -> None:
    assert _read(written) == text


def test_lines_further_in_keep_their_breaks() -> None:
    assert _read(">-\n  甲\n    乙\n  丙") == "甲\n  乙\n丙"


def test_a_list_in_brackets_folds_within_its_texts_only() -> None:
    assert _read("[甲\n  乙,\n  丙]") == ["甲乙", "丙"]


@pytest.mark.parametrize("character", "年，。《》（）“”‘’—…·ａ　가😀")
def test_wide_characters_and_chinese_marks_stand_without_blanks(character: str) -> None:
    assert is_chinese(character)


@pytest.mark.parametrize("character", "a5%-.)é ~Я")
def test_other_characters_do_not(character: str) -> None:
    assert not is_chinese(character)


def test_a_text_on_one_line_is_left_as_it_is() -> None:
    assert fold("甲 乙", "甲 乙", "plain") == "甲 乙"


@given(LINES)
def test_plain_quoted_and_folded_lines_read_alike(lines: list[str]) -> None:
    folded = "\n  ".join(lines)

    assert _read(f"'{folded}'") == _read(f'"{folded}"') == _read(f">-\n  {folded}") == _read(folded)


@given(LINES)
def test_only_blanks_are_left_out(lines: list[str]) -> None:
    folded = "\n  ".join(lines)
    as_yaml_has_it = yaml.load(folded, Loader=yaml.CBaseLoader)  # noqa: S506 - makes text of everything

    assert str(_read(folded)).replace(" ", "") == as_yaml_has_it.replace(" ", "")
