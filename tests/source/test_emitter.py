"""The form of the house, and that it reads as what was written."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.edits import EditError
from generator.source.emitter import dump, emit, inline, scalar
from generator.source.encoding import FORBIDDEN
from generator.source.reader import read
from generator.source.tree import Value, plain

LONG = "各乡镇人民政府、街道办事处要切实加强组织领导，层层压实责任，" * 3


@pytest.mark.parametrize(
    "text", ["一般文字，有标点。", "007", "yes", "2025-03-13", "a#b", "1:30", "—— 题", "〔2025〕1号", "责任单位：县安委会", "《规划》"]
)
def test_text_is_plain_where_that_is_safe(text: str) -> None:
    assert text == scalar(text)


INDICATORS = ["- 甲", "#甲", "@甲", "%", "[甲]", "{甲}", "&甲", "*甲", "!甲", "|", ">", "?", ":", '"甲"', "`甲`", ",甲"]
WORDS = ["", "~", "null", "Null", "NULL", "<<", "=", "---", "..."]
INNER = ["a: b", "甲:", "甲 #乙", " 甲", "甲 ", "\u3000甲", "甲\t乙", "key：值"]


@pytest.mark.parametrize("text", [*INDICATORS, *WORDS, *INNER])
def test_text_is_in_single_quotes_where_yaml_needs_them(text: str) -> None:
    assert f"'{text}'" == scalar(text)


def test_an_apostrophe_is_doubled_only_within_quotes() -> None:
    assert [scalar("it's"), scalar("'x")] == ["it's", "'''x'"]


def test_double_quotes_stand_only_where_single_ones_cannot() -> None:
    assert scalar('"一"\n二\\\t\r') == '"\\"一\\"\\n二\\\\\\t\\r"'


def test_more_is_quoted_within_brackets() -> None:
    assert inline(["a, b", "8:00", "x]", None, "", {"k": "甲", "l: m": []}]) == "['a, b', '8:00', 'x]', null, '', {k: 甲, 'l: m': []}]"


def test_a_tree_is_written_in_block_style() -> None:
    value: Value = {
        "title": ["一", None, {"id": "a", "units": [["x", "y"], {}, []]}],
        "empty": None,
        "text": "第一段\n\n第二段",
        "long": LONG,
        "items": [LONG, {"text": LONG}],
        "a: b": "~",
    }
    expected = f"""
        title:
          - 一
          -
          - id: a
            units:
              - - x
                - y
              - {{}}
              - []
        empty:
        text: |-
          第一段

          第二段
        long: |-
          {LONG}
        items:
          - |-
            {LONG}
          - text: |-
              {LONG}
        'a: b': '~'
        """

    assert dedent(expected).lstrip("\n") == dump(value)


@pytest.mark.parametrize(
    "text", [" 一\n二", "一\n二 ", "一\n二\n", "一\n  \n二", "\n一", "\n\n", "一 \n二", "一\r\n二", f"{LONG} ", "\t一\n二"]
)
def test_lines_that_would_not_be_seen_are_quoted(text: str) -> None:
    assert emit(text)[1] in "'\""
    assert read(dump({"k": text}).encode()).tree


def test_an_empty_tree_is_a_pair_of_braces() -> None:
    assert [dump({}), dump([]), dump(None)] == ["{}\n", "[]\n", ""]


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\ud800"])
def test_forbidden_characters_are_refused(character: str) -> None:
    for text in (f"甲{character}乙", f"甲\n{character}乙", LONG + character + "乙"):
        with pytest.raises(EditError, match=f"U\\+{ord(character):04X}"):
            dump({"k": text})


def test_a_key_longer_than_yaml_reads_is_refused() -> None:
    with pytest.raises(EditError, match="键太长"):
        dump({"长" * 1001: "x"})


characters = st.characters(exclude_categories=["Cs"]).filter(lambda character: not FORBIDDEN.match(character))
texts = (
    st.text(characters, max_size=80)
    | st.text(st.sampled_from(" \n\t\r#:-'\"\\,[]{}?&*!|>%@`~=<.：甲ab0"), max_size=8)
    | st.lists(st.sampled_from(["一", "", " ", "  二", "三 ", "# 四", "- 五", "k：六", "\t"])).map("\n".join)
)
keys = texts.filter(lambda key: bool(key) and not key.startswith(("\u00a0", "\u3000")))  # other keys are refused in reading
values: st.SearchStrategy[Value] = st.recursive(
    st.none() | texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(keys, values, max_size=5))
def test_what_is_dumped_reads_as_it_was(value: dict[str, Value]) -> None:
    document = read(dump(value).encode())

    assert document.tree
    assert value == plain(document.tree)
    assert [problem for problem in document.problems if problem.code != "merge-key"] == []


@given(values)
def test_what_is_written_on_one_line_reads_as_it_was(value: Value) -> None:
    written = inline({"k": value})
    document = read(written.encode())

    assert document.tree
    assert "\n" not in written
    assert plain(document.tree) == {"k": value}
