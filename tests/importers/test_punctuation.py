"""Marks set to full width, stray blanks taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.ledger import bare
from generator.importers.punctuation import tight, widened
from generator.importers.widths import narrow

MIXED = st.text(st.sampled_from('中文，。（）()"“”,.:;!?/aB1 \u3000\n'), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("强化责任,严格考核;通报:甲!乙?", "强化责任，严格考核；通报：甲！乙？"),
        ("强化责任 , 严格", "强化责任 ， 严格"),
        ("10:30召开", "10:30召开"),
        ("1,000万元", "1,000万元"),
        ("第1,2项", "第1,2项"),
        ("见http://a.cn", "见http://a.cn"),
        ("网址:http://a.cn", "网址：http://a.cn"),
        ("plan, not 计划", "plan, not 计划"),
        ("ISO 9001, GB", "ISO 9001, GB"),
        ("强化(试行)", "强化（试行）"),
        ("强化(GB)", "强化（GB）"),
        ("f(x) 与 g(x)", "f(x) 与 g(x)"),
        ("(a(甲)b)", "（a（甲）b）"),
        ("甲)乙", "甲）乙"),
        ("（甲)", "（甲）"),
        ('"三个"责任', "“三个”责任"),
        ('"三个责任', '"三个责任'),
        ('"ab"与"cd"', "“ab”与“cd”"),
        ('"ab" "甲"', '"ab" “甲”'),
        ("plain, text (only)", "plain, text (only)"),
        ("", ""),
    ],
)
def test_a_half_width_mark_is_widened_where_it_stands_beside_chinese(text: str, expected: str) -> None:
    assert widened(text) == expected


@given(st.text() | MIXED)
def test_widening_changes_widths_only(text: str) -> None:
    wide = widened(text)

    assert len(wide) == len(text)
    assert narrow(wide).replace("“", '"').replace("”", '"') == narrow(text).replace("“", '"').replace("”", '"')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 强化 责任　落实 ", "强化责任落实"),
        ("2025 年 3 月", "2025年3月"),
        ("推广 5G 应用", "推广5G应用"),
        ("GB/T 9704 标准", "GB/T 9704标准"),
        ("Web  Office", "Web Office"),
        ("12 345", "12345"),
        ("甲\n乙", "甲乙"),
        (" 　", ""),
    ],
)
def test_blanks_go_except_between_latin_words(text: str, expected: str) -> None:
    assert tight(text) == expected


@given(st.text() | MIXED)
def test_no_character_but_blanks_is_lost_and_tight_stays_tight(text: str) -> None:
    made = tight(text)

    assert bare(made) == bare(text)
    assert tight(made) == made
