"""Stray blanks and those that set things apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.blanks import blanks_in, replaced
from generator.importers.ledger import bare
from generator.importers.punctuation import tight

MIXED = st.text(st.sampled_from("刘涛局长组：:。，（）A1 \u3000\t\n"), max_size=40).map(str.strip)


def _left(text: str) -> str:
    return replaced(text, blanks_in(text, apart=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组  长：刘  涛　　局党组书记、局长", "组长：刘涛　局党组书记、局长"),
        ("何  丽        副县长", "何丽　副县长"),
        ("刘  涛    王  明", "刘涛　王明"),
        ("副镇长 罗  岚", "副镇长罗岚"),
        ("成　员：县局、县教委", "成员：县局、县教委"),
        ("实 施 方 案", "实施方案"),
        ("姓名\t职务\t手机", "姓名　职务　手机"),
        ("牵头领导：李  强  责任单位：县局，各乡镇  完成时间：全年", "牵头领导：李强　责任单位：县局，各乡镇　完成时间：全年"),
        ("责任单位：县局 完成时限：6月底", "责任单位：县局　完成时限：6月底"),
        ("联系人：孙明　　联系电话：0000-1111", "联系人：孙明　联系电话：0000-1111"),
        ("李强（局长）　　王明（副局长）", "李强（局长）　王明（副局长）"),
        ("城东区  31", "城东区　31"),
        ("12  345", "12　345"),
        ("Web  Office", "Web Office"),
    ],
)
def test_a_blank_between_things_stays_as_one(text: str, expected: str) -> None:
    assert _left(text) == expected
    assert _left(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "压实 安全生产 责任",
        "2025 年 3 月",
        "2025  年  3  月",
        "落实。　　（责任单位：县局）",
        "推进，  落实",
        "县局  、县教委",
        "（一）　强化责任",
        "●　强化责任",
        "1.  强化责任",
        "明确 责任单位：县局",
        "总要求是：坚持 稳中求进：落实",
        "甲\n　　乙",
    ],
)
def test_a_blank_in_a_word_beside_a_mark_and_behind_a_number_goes(text: str) -> None:
    assert _left(text) == bare(text)


def test_in_an_element_none_sets_apart() -> None:
    text = "县政府　　文件  A  B"

    assert replaced(text, blanks_in(text, apart=False)) == tight(text)


@given(MIXED)
def test_no_character_but_blanks_is_lost(text: str) -> None:
    assert bare(_left(text)) == bare(text)
