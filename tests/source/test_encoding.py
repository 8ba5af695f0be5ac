"""Encoding: which bytes are a text, and what is said of those that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Span
from generator.source.encoding import BYTES_AT_MOST, FORBIDDEN, decode, has_mark
from generator.source.lines import Lines


def _said(data: bytes) -> tuple[str, str, int, int]:
    """Return the code, message, line and column of the only problem."""
    text, problems = decode(data)
    span = problems[0].span

    assert (text, len(problems)) == ("", 1)
    assert span is not None
    return problems[0].code, problems[0].message, span.line, span.column


def test_a_byte_order_mark_is_taken_off_once() -> None:
    assert decode("\ufeff年度".encode()) == ("年度", ())
    assert [problem.code for problem in decode("\ufeff\ufeff年度".encode())[1]] == ["control-character"]


@pytest.mark.parametrize(("data", "marked"), [(b"\xef\xbb\xbf", True), (b"\xef\xbb", False), (b"", False), (b"a\xef\xbb\xbf", False)])
def test_a_byte_order_mark_stands_at_the_start(data: bytes, marked: bool) -> None:  # noqa: FBT001 - a row of the table
    assert has_mark(data) is marked


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        ("标题：甲".encode("gb18030"), "GBK"),
        ("年".encode("utf-16"), "UTF-16"),
        (b"\xfe\xff\x5e\x74", "UTF-16"),
        (b"a: \xff\xff", "编码不明"),
    ],
)
def test_what_is_not_utf8_is_guessed_at(data: bytes, guess: str) -> None:
    code, message, _, _ = _said(data)

    assert code == "not-utf8"
    assert guess in message


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_first_foreign_byte_is_told_by_line_and_column(mark: bytes) -> None:
    *_, line, column = _said(mark + "第一行\n年：".encode() + b"\xff")

    assert (line, column) == (2, 3)
    assert _said(mark + "年：".encode() + b"\xff")[2:] == (1, 3)


def test_a_file_too_large_is_refused_unread() -> None:
    assert _said(b"\xff" * (BYTES_AT_MOST + 1))[0] == "file-too-large"
    assert decode(b"a" * BYTES_AT_MOST)[1] == ()


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufeff", "\uffff"])
def test_a_control_character_is_named_at_its_place(character: str) -> None:
    text, problems = decode(f"a: 1\nb: {character}x".encode())

    assert text == f"a: 1\nb: {character}x"
    assert [problem.span for problem in problems] == [Span(8, 9, 2, 4)]
    assert f"U+{ord(character):04X}" in problems[0].message


@pytest.mark.parametrize("text", ["\t", "\r\n", "\u3000", "\u00a0", "\u200b", "\ue000", "\U0010fffd", "é"])
def test_blanks_and_rare_characters_are_let_in(text: str) -> None:
    assert decode(text.encode()) == (text, ())


def test_a_span_counts_lines_and_columns_from_one() -> None:
    assert Lines("").span(0, 0) == Span(0, 0, 1, 1)
    assert Lines("甲\r\n乙丙\n").span(4, 5) == Span(4, 5, 2, 2)
    assert Lines("甲\n").span(2, 2) == Span(2, 2, 2, 1)


@given(st.text().filter(lambda text: not FORBIDDEN.search(text)))
def test_any_other_text_comes_through_whole(text: str) -> None:
    assert decode(text.encode()) == (text, ())


@given(st.binary(max_size=100))
def test_whatever_is_refused_has_a_place(data: bytes) -> None:
    assert all(problem.span and problem.span.line >= 1 and problem.span.column >= 1 for problem in decode(data)[1])
