"""Small shapes of a plan's plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.importers.prose import flag, listed, said, title_said

if TYPE_CHECKING:
    from generator.source.tree import Value


def test_one_paragraph_is_a_text_and_more_are_a_list() -> None:
    assert [listed(["甲"]), listed(["甲", "乙"]), listed([])] == ["甲", ["甲", "乙"], []]


def test_what_is_empty_is_not_said() -> None:
    assert said({"a": "", "b": [], "c": {}, "d": "0"}) == {"d": "0"}


@pytest.mark.parametrize(("value", "title"), [({"title": "甲"}, "甲"), ({"title": ["甲", "乙"]}, "甲乙"), ({}, ""), ("甲", "")])
def test_a_title_is_said_on_one_line(value: Value, title: str) -> None:
    assert title_said(value) == title


@pytest.mark.parametrize(("value", "word"), [(True, "true"), (False, "false")])
def test_a_flag_is_written_in_words(value: bool, word: str) -> None:  # noqa: FBT001 - a table of cases
    assert flag(value) == word
