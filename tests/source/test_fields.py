"""Fields: a mapping's keys read as the type asked for, and empty where they are not of it."""

from __future__ import annotations

import pytest

from generator.source.fields import Fields, lines
from generator.source.reader import read
from generator.source.tree import at

TEXT = """\
text: '  甲　'
block: |
  　　第一段。

    第二段。
list: [一, '', 二, [三], {四: 五}, ]
mapping: {a: 甲, b: }
empty:
quoted: ''
flag: true
number: '007'
rows: [{id: a}, 文字, {id: b}]
"""


@pytest.fixture
def fields() -> Fields:
    return Fields(read(TEXT.encode()).tree, ("root",))


def test_a_text_is_one_line_without_the_blanks_around_it(fields: Fields) -> None:
    assert [fields.text(key) for key in ("text", "block", "empty", "list", "mapping", "nothing")] == [
        "甲",
        "第一段。第二段。",
        "",
        "",
        "",
        "",
    ]


def test_what_is_written_keeps_its_blanks(fields: Fields) -> None:
    assert [fields.written(key) for key in ("text", "empty", "list", "nothing")] == ["  甲　", "", "", ""]


def test_paragraphs_are_the_lines_of_a_text_or_the_items_of_a_list(fields: Fields) -> None:
    assert fields.prose("block") == ("第一段。", "第二段。")
    assert fields.prose("list") == ("一", "二")
    assert [fields.prose(key) for key in ("empty", "quoted", "mapping", "nothing")] == [()] * 4


@pytest.mark.parametrize(
    ("text", "flag"), [("true", True), ("false", False), ("True", True), ("yes", None), ("''", None), ("[true]", None)]
)
def test_a_flag_is_true_or_false_or_neither(text: str, flag: bool | None) -> None:  # noqa: FBT001 - a row of the table
    assert Fields(read(f"a: {text}".encode()).tree).flag("a") is flag


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", 5), ("007", 7), ("' 12 '", 12), ("-1", None), ("1.0", None), ("５", None), ("五", None), ("''", None), ("[5]", None)],
)
def test_a_number_is_written_in_arabic_digits(text: str, number: int | None) -> None:
    assert Fields(read(f"a: {text}".encode()).tree).number("a") == number


def test_a_number_of_any_length_fails_nobody() -> None:
    assert Fields(read(f"a: {'9' * 5000}".encode()).tree).number("a") != 0


def test_only_what_something_is_written_under_is_there(fields: Fields) -> None:
    assert [key in fields for key in ("text", "quoted", "list", "empty", "nothing")] == [True, True, True, False, False]


def test_keys_come_in_the_order_written(fields: Fields) -> None:
    assert fields.keys[:3] == ("text", "block", "list")
    assert Fields(None).keys == ()


def test_pairs_leave_out_keys_with_nothing_after_them(fields: Fields) -> None:
    assert fields.pairs("mapping") == (("a", "甲"),)
    assert fields.pairs("list") == ()


def test_the_mappings_of_a_list_know_their_path(fields: Fields) -> None:
    rows = [*fields.each("rows")]

    assert [(row.path, row.text("id")) for row in rows] == [(("root", "rows", 0), "a"), (("root", "rows", 2), "b")]
    assert [[*fields.each(key)] for key in ("text", "nothing")] == [[], []]


def test_the_mapping_under_a_key_knows_its_path_even_where_there_is_none(fields: Fields) -> None:
    assert fields.fields("mapping").path == ("root", "mapping")
    assert (fields.fields("text").path, fields.fields("text").keys) == (("root", "text"), ())


def test_lines_of_what_is_no_text_are_none(fields: Fields) -> None:
    assert fields.node is not None
    assert [lines(None), lines(fields.node), lines(at(fields.node, ("empty",)))] == [(), (), ()]
