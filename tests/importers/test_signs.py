"""By what the elements of an official document are known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers import signs
from generator.importers.ledger import bare
from generator.plan.numbering import chinese


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025年3月13日", "2025-03-13"),
        (" ２０２５ 年 ３ 月 １３ 日 ", "2025-03-13"),
        ("二〇二五年三月十三日", "2025-03-13"),
        ("二○二五年十二月三十一日", "2025-12-31"),
        ("一九九六年五月十三日", "1996-05-13"),
        ("2025.3.13", "2025-03-13"),
        ("2025-03-13", "2025-03-13"),
        ("2025/3/13", "2025-03-13"),
        ("2024年2月29日", "2024-02-29"),
        ("2025年2月29日", ""),
        ("2025年4月31日", ""),
        ("2025年13月1日", ""),
        ("2025年0月1日", ""),
        ("1025年1月1日", ""),
        ("2025年3月", ""),
        ("2025年3月13日印发", ""),
        ("", ""),
    ],
)
def test_a_line_that_is_nothing_but_a_day_of_the_calendar_is_a_date(text: str, iso: str) -> None:
    assert signs.date_of(text) == iso


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_digits_and_in_chinese(day: date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in f"{day:%Y}")
    worded = f"{year}年{chinese(day.month)}月{chinese(day.day)}日"

    assert signs.date_of(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()
    assert signs.date_of(worded) == day.isoformat()


def test_of_the_dates_in_a_text_the_last_that_exists_is_found() -> None:
    found = signs.date_in("县政府 2025年1月2日、2025年3月4日印发，2025年2月30日")

    assert found
    assert (found.iso, found.start, found.end) == ("2025-03-04", 13, 22)
    assert signs.date_in("今年三月") is None


@pytest.mark.parametrize(("text", "expected"), [("2025年　月　日", True), ("2025年×月×日", True), ("年月日", False), ("2025年", False)])
def test_a_date_that_is_to_be_filled_in_is_known(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert signs.is_blank_date(text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("青临府发〔2025〕1号", "青临府发〔2025〕1号"),
        (" 青临府发 ［2025］ 第 1 号 ", "青临府发［2025］第1号"),
        ("（青临府办发〔2025〕12号）", "青临府办发〔2025〕12号"),
        ("青临府文〔2025〕3号　签发人：张三", "青临府文〔2025〕3号"),
        ("青临府发(2025)×号", "青临府发(2025)×号"),
        ("根据青临府发〔2025〕1号文件要求", ""),
        ("〔2025〕1号", ""),
        ("青临府发2025年1号", ""),
    ],
)
def test_a_number_is_read_where_it_is_the_line(text: str, number: str) -> None:
    assert signs.number_in(text) == number


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("签发人：张三", ("张三",)),
        ("签发人：张三　李四", ("张三", "李四")),
        ("签发人 张三、李四", ("张三", "李四")),
        ("签发人：", ()),
        ("签发人：王  刚", ("王刚",)),
        ("签发人：张宏伟  李  娜", ("张宏伟", "李娜")),
        ("签发人：王 刚 李 娜", ("王刚", "李娜")),
        ("签发人：王　小　明", ("王小明",)),
        ("签发人：欧阳　明　李四", ("欧阳明", "李四")),
        ("签发：刘  阳", ("刘阳",)),
        ("张三", ()),
    ],
)
def test_the_names_behind_their_label_are_read(text: str, names: tuple[str, ...]) -> None:
    assert signs.signatories_in(text) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青临县人民政府", True),
        ("中 共 青 临 县 委", True),
        ("青临县教育局　青临县公安局", True),
        ("青临县人民政府，青临县教育局", False),
        ("强化责任", False),
        (f"{'甲' * 30}局", False),
        ("", False),
    ],
)
def test_a_line_of_names_of_bodies_is_known_by_their_endings(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert signs.is_organ(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [("附件", ""), ("附 件 2", "2"), ("附件：", ""), ("附表1", "1"), ("附件：分工表", None), ("附录说明", None), ("附", None)],
)
def test_a_label_of_an_annex_is_a_line_of_its_own(text: str, place: str | None) -> None:
    assert signs.annex_label(text) == place


@pytest.mark.parametrize(
    ("text", "rest"), [("附件：分工表", "分工表"), ("附件 2：分工表", "分工表"), ("附：分工表", "分工表"), ("附件：", None)]
)
def test_an_annex_note_goes_on_behind_its_colon(text: str, rest: str | None) -> None:
    start = signs.annex_note_start(text)

    assert (bare(text)[start:] if start else None) == rest


@pytest.mark.parametrize(
    ("text", "label"),
    [("（征求意见稿）", "征求意见稿"), ("(第二稿)", "第二稿"), ("（试行）", "试行"), ("征求意见稿", ""), ("（此件公开发布）", "")],
)
def test_a_label_of_a_draft_stands_in_brackets(text: str, label: str) -> None:
    assert signs.label_of(text) == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [("抄送：县委办公室", True), ("［抄送］：县委", True), ("分送:县委", True), ("抄送县委", False), ("已抄送：", False)],
)
def test_a_line_begins_with_a_word_and_a_colon(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert signs.starts_with(text, "copies") == expected


def test_the_small_elements_of_the_head_are_known() -> None:
    assert signs.is_copy_number("000001")
    assert not signs.is_copy_number("00001")
    assert signs.is_classification("机密★1年")
    assert not signs.is_classification("机密文件")
    assert signs.is_word("特 急", "urgencies")
    assert not signs.is_word("特急件", "urgencies")


@pytest.mark.parametrize("text", ["附件", "附件：分工表", "抄送：县委", "公开方式：主动公开"])
def test_some_lines_never_go_on_from_the_line_before(text: str) -> None:
    assert signs.opens_element(text)


@pytest.mark.parametrize("name", ["第三中学", "县一小", "青临中学", "县第一小学", "青临县幼儿园"])
def test_schools_are_organs(name: str) -> None:
    assert signs.is_organ(name)


@pytest.mark.parametrize(("text", "place"), [("附录A", "A"), ("附录 B", "B"), ("附录Ａ", None)])
def test_an_appendix_is_counted_in_letters(text: str, place: str | None) -> None:
    assert signs.annex_label(text) == place


@pytest.mark.parametrize(("text", "expected"), [("单位：万元", True), ("（单位：人）", True), ("责任单位：县局", False)])
def test_a_measure_says_what_a_table_counts_in(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert signs.is_measure(text) == expected


def test_a_line_that_says_about_what_is_no_organ() -> None:
    assert not signs.is_organ("青临县人民政府关于加强中小学")


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        ("青临县教育局　青临县公安局", ("青临县教育局", "青临县公安局")),
        ("青 临 县 人 民 政 府", ("青临县人民政府",)),
        ("青临县林业局（代章）", ("青临县林业局（代章）",)),
        ("县长  林　青", ("县长　林青",)),
        ("代理县长 林青", ("代理县长　林青",)),
        ("县长", ()),
        ("县长 林青 张三", ()),
        ("组长 林青", ()),
        ("强化责任", ()),
        ("", ()),
    ],
)
def test_bodies_and_officers_sign(text: str, signers: tuple[str, ...]) -> None:
    assert signs.signers_in(text) == signers


@pytest.mark.parametrize(("text", "expected"), [("（代章）", True), ("（县人社局代章）", True), ("代章", False), ("（此件公开）", False)])
def test_whose_seal_stands_for_anothers_is_said_in_brackets(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert signs.is_seal_note(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("第6号", True), ("2025年第3号", True), ("〔2025〕第 3 号", True), ("第十二号", True), ("第6号令", False)]
)
def test_an_order_is_numbered_without_letters(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert signs.is_order_number(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "numbered"),
    [
        ("附件1　分工表", "分工表", True),
        ("附 件 2：分工表", "分工表", True),
        ("附件 分工表", "分工表", False),
        ("附件 1", "", False),
        ("附件：", "", False),
        ("附件分工表", "", False),
    ],
)
def test_a_title_stands_apart_from_its_label(text: str, title: str, numbered: bool) -> None:  # noqa: FBT001 - a table of cases
    start = signs.annex_title_start(text)

    assert (text[start:] if start else "") == title
    assert signs.is_numbered_label(text) == numbered


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [("抄送：县委", "抄送", "县委"), ("抄 报: 县委", "抄报", " 县委"), ("【抄送】：县委", "抄送", "县委"), ("抄送县委", "", "抄送县委")],
)
def test_the_word_before_a_colon_and_what_follows_are_told_apart(text: str, word: str, rest: str) -> None:
    found, start = signs.labelled(text, "copies")

    assert (found, text[start:]) == (word, rest)
