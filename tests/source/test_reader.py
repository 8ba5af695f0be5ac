"""Reading: where every value stands, that no type is guessed, and what is refused at which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UserError
from generator.problems import wording
from generator.source.encoding import FORBIDDEN
from generator.source.lines import Lines
from generator.source.reader import load, read
from generator.source.syntax import DEPTH_AT_MOST
from generator.source.tree import Mapping, Scalar, Sequence, Value, at, key_at, plain, walk

if TYPE_CHECKING:
    from pathlib import Path as File

    from generator.problems import Path, Span
    from generator.source.tree import Document

WORDS = "a¦b: ¦甲¦乙：¦title: ¦- ¦? ¦: ¦:¦[¦]¦{¦}¦,¦'¦\"¦\\¦\\x41¦\\q¦|¦>-¦|2+¦~¦null¦0¦007¦@¦`¦%¦“¦。¦\U0001f600"
LINES = "\n¦\n  ¦\n    ¦\r\n¦\t¦ ¦ #¦# ¦#x¦&x ¦*x¦!¦!!str ¦!e!¦<<: ¦---\n¦...\n¦%YAML 1.2\n¦a: 1\n¦b: [1, 2]\n¦c: >\n  甲\n  乙\n"
FRAGMENTS = [*WORDS.split("¦"), *LINES.split("¦"), *"\ufeff\x00\x85\u2028"]


def _value(text: str) -> Value:
    """Return what the one key of a text holds."""
    tree = read(f"a: {text}\n".encode()).tree

    assert tree is not None
    return plain(tree.entries[0].value)


def _span(document: Document, *path: str | int) -> Span:
    node = at(document.tree, path) if document.tree else None

    assert node is not None
    return node.span


def _written(document: Document, *path: str | int) -> str:
    """Return the stretch of the text that a value's span covers."""
    span = _span(document, *path)
    return document.text[span.start : span.end]


def _told(text: str) -> list[tuple[str, int, int]]:
    """Return the code, line and column of every problem."""
    problems = read(text.encode()).problems
    return [(problem.code, problem.span.line, problem.span.column) for problem in problems if problem.span]


@pytest.mark.parametrize(
    ("written", "style", "text"),
    [
        ("甲乙", "plain", "甲乙"),
        ("甲\n   乙", "plain", "甲乙"),
        ("'it''s'", "single", "it's"),
        ('"甲\\t乙"', "double", "甲\t乙"),
        ('"甲\n   乙"', "double", "甲乙"),
        ("|-\n  甲\n  乙", "literal", "甲\n乙"),
        ("|\n  甲\n  乙", "literal", "甲\n乙\n"),
        ("|2-\n    甲", "literal", "  甲"),
        (">-\n  甲\n  乙", "folded", "甲乙"),
    ],
)
def test_a_scalar_of_any_style_keeps_its_stretch_of_the_file(written: str, style: str, text: str) -> None:
    document = read(f"a: {written}\nb: 1\n".encode(), "plan.yaml")
    node = at(document.tree, ("a",)) if document.tree else None

    assert isinstance(node, Scalar)
    assert (node.style, node.text, _written(document, "a")) == (style, text, written)
    assert (node.span.line, node.span.column, node.span.file) == (1, 4, "plan.yaml")


@pytest.mark.parametrize(
    ("path", "line", "column", "written"),
    [
        ((), 1, 1, ""),
        (("a",), 1, 4, "{b: [x, 'y']}"),
        (("a", "b"), 1, 8, "[x, 'y']"),
        (("a", "b", 1), 1, 12, "'y'"),
        (("c",), 3, 3, "- d: 1\n    e: 2\n  -"),
        (("c", 0), 3, 5, "d: 1\n    e: 2"),
        (("c", 0, "e"), 4, 8, "2"),
        (("c", 1), 5, 4, ""),
    ],
)
def test_a_collection_reaches_to_its_bracket_or_to_its_last_value(path: Path, line: int, column: int, written: str) -> None:
    document = read(b"a: {b: [x, 'y']}\nc:\n  - d: 1\n    e: 2\n  -\n")
    span = _span(document, *path)

    assert (span.line, span.column) == (line, column)
    assert _written(document, *path) == (written if path else document.text.rstrip("\n"))


def test_keys_keep_their_place_too() -> None:
    document = read("a:\n  '键': 1\n".encode())
    key = key_at(document.tree, ("a", "键")) if document.tree else None

    assert key is not None
    assert (key.style, key.text, key.span.line, key.span.column) == ("single", "键", 2, 3)
    assert document.text[key.span.start : key.span.end] == "'键'"


def test_lines_that_end_in_crlf_count_once() -> None:
    document = read("a: 甲\r\nb:\r\n  - 乙\r\n".encode())

    assert (_span(document, "b", 0).line, _span(document, "b", 0).column) == (3, 5)
    assert _written(document, "b", 0) == "乙"
    assert document.lines == ["a: 甲", "b:", "  - 乙", ""]


def test_a_byte_order_mark_moves_nothing() -> None:
    marked, bare = read(b"\xef\xbb\xbfa: \xe7\x94\xb2\n"), read(b"a: \xe7\x94\xb2\n")

    assert (marked.bom, bare.bom) == (True, False)
    assert (marked.text, marked.tree) == (bare.text, bare.tree)
    assert marked.digest != bare.digest


def test_a_character_beyond_the_basic_plane_counts_as_one() -> None:
    document = read("a: [𠮷😀, 乙]\n".encode())

    assert (_span(document, "a", 1).column, _span(document, "a", 1).start) == (9, 8)
    assert _written(document, "a", 1) == "乙"


def test_a_lone_carriage_return_ends_a_line_for_texts_and_for_problems_alike() -> None:
    document = read("a: 甲\r  乙\rb: x #y\r".encode())

    assert document.tree is not None
    assert plain(document.tree) == {"a": "甲乙", "b": "x"}
    assert [(problem.code, problem.span.line) for problem in document.problems if problem.span] == [("lost-comment", 3)]


@pytest.mark.parametrize(
    "text", ["0", "007", "1:30", "yes", "No", "on", "10.0", "1e3", "0x1F", "2025-03-13", "true", "1_000", ".5", "+1", "="]
)
def test_no_type_is_ever_guessed(text: str) -> None:
    assert _value(text) == text


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL", "", "# only a comment"])
def test_what_yaml_calls_null_is_nothing_written(text: str) -> None:
    assert _value(text) is None


@pytest.mark.parametrize(
    ("written", "text"), [("''", ""), ('""', ""), ("'~'", "~"), ('"null"', "null"), ("nULL", "nULL"), ("|-\n  null", "null")]
)
def test_what_is_quoted_or_in_a_block_is_text(written: str, text: str) -> None:
    assert _value(written) == text


def test_a_top_written_as_json_reads_alike() -> None:
    assert read(b'{"a": [1, "x"], "b": null}').tree is not None
    assert read(b'{"a": [1, "x"], "b": null}').problems == ()


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\na: 2", "duplicate-key", 2, 1),
        ("a: {b: 1, 'b': 2}", "duplicate-key", 1, 11),
        ("- a: 1\n  a: 2", "duplicate-key", 2, 3),
        ("a: !甲 1", "tag", 1, 5),
        ("a: !!str 1", "tag", 1, 4),
        ("!x a: 1", "tag", 1, 1),
        ("a: !x {b: 1}", "tag", 1, 4),
        ("a: &x 1", "anchor", 1, 4),
        ("&x a: 1", "anchor", 1, 1),
        ("a: &x [b]", "anchor", 1, 4),
        ("a: *x", "alias", 1, 4),
        ("a:\n  - *x", "alias", 2, 5),
        ("<<: {b: 1}", "merge-key", 1, 1),
        ("? [a]\n: 1", "complex-key", 1, 3),
        ("? {a: b}\n: 1", "complex-key", 1, 3),
        ("a: {[b]: c}", "complex-key", 1, 5),
        ("~: 1", "complex-key", 1, 1),
        ("a: 1\n---\nb: 2", "several-documents", 2, 1),
        ("---\n---\na: 1", "several-documents", 2, 1),
        ("- a", "list-at-top", 1, 1),
        ("[a]", "list-at-top", 1, 1),
        ("- a #b", "list-at-top", 1, 1),
        ("a", "scalar-at-top", 1, 1),
        ("a #b", "scalar-at-top", 1, 1),
        ("''", "scalar-at-top", 1, 1),
        ("---\n", "empty-file", 1, 1),
        ("~", "empty-file", 1, 1),
        ("a: [b", "unclosed-bracket", 1, 4),
        ("a: [b, {c: d]", "unclosed-bracket", 1, 8),
        ("a: 'b\nc: d", "unclosed-quote", 1, 4),
        ('a: "b\n---\n', "unclosed-quote", 1, 4),
        ('a: "\\甲"', "bad-escape", 1, 5),
        ('a: "\\xZZ"', "bad-escape", 1, 7),
        ("a: `b", "reserved-character", 1, 4),
        ("a: b: c", "colon-in-text", 1, 5),
        ("a: 1\nb\nc: 2", "missing-colon", 2, 1),
        ("a:\n  b: 1\n c: 2", "bad-indentation", 3, 2),
        ("a: - b", "bad-indentation", 1, 4),
        ("a:\n\tb: 1", "tab-indent", 2, 1),
        ("a: x\n\t\nb: y", "tab-indent", 2, 1),
        ("a:\n\t\n  b: y", "tab-indent", 2, 1),
        ("a: [\n\tb]", "tab-indent", 2, 1),
        ("a: b\u0007", "control-character", 1, 5),
        ("a: 1\nb: \u0085", "control-character", 2, 4),
        ("a: 1\n\ufeffb: 2", "control-character", 2, 1),
    ],
)
def test_what_is_refused_is_told_with_its_place(text: str, code: str, line: int, column: int) -> None:
    assert (code, line, column) in _told(text)
    assert wording(code).blocking


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b #c", (1, 6)),
        ("a: 'b'\t#c", (1, 8)),
        ("a: [b, c] #d", (1, 11)),
        ("a: [b #c\n  ]", (1, 7)),
        ("a: {b: c #d\n  }", (1, 10)),
    ],
)
def test_a_value_that_a_comment_cuts_short_is_warned_of(text: str, place: tuple[int, int]) -> None:
    assert _told(text) == [("lost-comment", *place)]
    assert not wording("lost-comment").blocking


@pytest.mark.parametrize("text", ["a: b # c", "a: b ##", "a: b#c", "a: 'b #c'", "a: |\n  b #c", "#a\nb: 1", "a: b #\n", "a: # b"])
def test_an_ordinary_comment_is_not(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize("text", ["a: |\n  x\n  \ty\n", "a: 'x\n  \ty'", "a:\tx\n", "a: x\t\n", "a: [x,\ty]"])
def test_a_tab_inside_or_beside_a_text_is_no_indentation(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: 1\ntitle：甲", (2, 6)), ("a:\n  - id：甲", (2, 7)), ("a: 甲\n  title：乙", (2, 8)), ("a: [b\ntitle：甲", (2, 6))],
)
def test_a_key_with_a_full_width_colon_is_told_at_the_colon(text: str, place: tuple[int, int]) -> None:
    assert ("wide-colon", *place) in _told(text)


@pytest.mark.parametrize("text", ["a: title：甲", "a: '\n  title：甲'", "a: |\n  title：甲", "a:\n  - 责任单位：甲", "a: [id：甲]"])
def test_a_full_width_colon_within_a_text_is_not(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\x7f", "\\N", "\\L", "\\P", "\\ufeff", "\\uffff"])
def test_an_escape_brings_in_no_character_that_is_refused_when_written(escape: str) -> None:
    document = read(f'a: "x{escape}y"'.encode())

    assert [problem.code for problem in document.problems] == ["control-character"]


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "{a: " * 200_000, "- " * 200_000, "? " * 200_000, "a: [" + "[" * 200_000 + "]" * 200_000 + "]"]
)
def test_a_text_of_any_depth_is_refused_while_it_is_still_shallow(text: str) -> None:
    assert [code for code, _, _ in _told(text)] == ["too-deep"]


def test_the_depth_allowed_is_allowed() -> None:
    at_most = "[" * DEPTH_AT_MOST + "]" * DEPTH_AT_MOST

    assert _told(f"a: {at_most}") == []
    assert _told(f"a: [{at_most}]") == [("too-deep", 1, 4 + DEPTH_AT_MOST)]


def test_quoted_angle_brackets_are_a_key_like_any_other() -> None:
    assert _told("a: {'<<': 1}") == []


def test_a_file_of_zeros_is_refused() -> None:
    assert read(bytes(60_000)).tree is None


def test_problems_of_a_text_that_reads_leave_the_tree_there() -> None:
    document = read(b"a: 1\na: &x 2\n")

    assert document.tree is not None
    assert [problem.code for problem in document.problems] == ["duplicate-key", "anchor"]


def test_a_file_is_loaded_under_its_own_name(tmp_path: File) -> None:
    path = tmp_path / "计划 一.yaml"
    path.write_bytes(b"a: b #c\n")
    document = load(path)

    assert document.file == str(path)
    assert {problem.span.file for problem in document.problems if problem.span} == {str(path)}


@pytest.mark.parametrize(
    ("name", "said"), [("none.yaml", "找不到文件"), ("", "这是文件夹"), ("a.yaml/b.yaml", "不是文件夹"), ("长" * 300, "文件名太长")]
)
def test_a_file_that_cannot_be_read_is_said_so_with_a_tip(name: str, said: str, tmp_path: File) -> None:
    (tmp_path / "a.yaml").touch()
    with pytest.raises(UserError, match=said) as raised:
        load(tmp_path / name)

    assert raised.value.tip


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    document = read(data)

    assert document.tree or document.problems
    assert all(problem.span and problem.span.line >= 1 and problem.span.column >= 1 for problem in document.problems)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_no_text_of_yaml_raises_and_every_problem_stands_inside_it(text: str) -> None:
    document = read(text.encode(), "x")

    assert document.tree or any(problem.blocking for problem in document.problems)
    for problem in document.problems:
        span = problem.span
        assert span is not None
        assert 0 <= span.start <= span.end <= len(document.text)
        assert 1 <= span.line <= len(document.lines)
        assert 1 <= span.column <= len(document.lines[span.line - 1]) + 2


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
def test_line_and_column_of_every_value_agree_with_its_offset(text: str) -> None:
    document = read(text.encode())
    written = [node for _, node in walk(document.tree) if node.span.end > node.span.start] if document.tree else []
    for node in written:
        expected = Lines(document.text).span(node.span.start, node.span.end)

        assert (expected.line, expected.column) == (node.span.line, node.span.column)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: not FORBIDDEN.search(text)))
def test_any_text_in_single_quotes_reads_as_itself(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"

    assert _value(quoted) == text


@given(
    st.recursive(
        st.sampled_from(["甲", "b", None]), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner), max_leaves=12
    )
)
def test_data_written_in_brackets_reads_as_itself(data: Value) -> None:
    assert _value(_flow(data)) == data


def _flow(data: Value) -> str:
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in data.items()) + "}"
    return "[" + ", ".join(map(_flow, data)) + "]" if isinstance(data, list) else data or "~"


def test_collections_know_whether_they_stand_in_brackets() -> None:
    tree = read(b"a: [1]\nb:\n  - 1\nc: {d: 1}\ne:\n  f: 1\n").tree

    assert tree is not None
    assert [entry.value.flow for entry in tree.entries if isinstance(entry.value, Mapping | Sequence)] == [True, False, True, False]
