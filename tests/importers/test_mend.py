"""What copying did to a document is undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers import mend
from generator.importers.ledger import Ledger, Mended, bare
from generator.importers.outline import Paragraph, Remark, Table
from tests.importers.made import HEAD, lines, table, texts

SENTENCE = "全县各级各部门各单位要压紧压实安全生产和消防工作责任"
PIECES = st.text(st.sampled_from("责任落实一、1.（）《》“”，。： \u3000"), min_size=1, max_size=30)


def _whole(*told: str, wrapped: bool = False) -> list[str]:
    return texts(mend.whole(lines(*told), Ledger(), wrapped=wrapped))


# --- marks -----------------------------------------------------------------------------------------------------------


def test_marks_of_paragraphs_and_cells_are_widened_and_told() -> None:
    ledger = Ledger()
    paragraph, grid = mend.widen([*lines("强化,落实;"), table("1|甲,乙", line=2)], ledger)

    assert texts([paragraph]) == ["强化，落实；"]
    assert isinstance(grid, Table)
    assert grid.rows[0].cells[1].text == ("甲，乙",)
    assert ledger.mended == [Mended(1, "半角标点改为全角", ",;", "，；"), Mended(2, "半角标点改为全角", ",", "，")]


# --- a text stored twice ---------------------------------------------------------------------------------------------


def _once(*told: str) -> tuple[list[str], list[str]]:
    ledger = Ledger()
    kept = texts(mend.once(lines(*told), ledger))
    return kept, [entry.text for entry in ledger.aside]


def test_the_second_copy_is_set_aside_also_where_its_end_is_missing() -> None:
    assert _once(*"甲乙丙丁戊己", *"甲乙丙丁戊己") == ([*"甲乙丙丁戊己"], [*"甲乙丙丁戊己"])
    assert _once(*"甲乙丙丁戊己", *"甲乙丙丁戊") == ([*"甲乙丙丁戊己"], [*"甲乙丙丁戊"])


@pytest.mark.parametrize(
    "told", ["", "甲", "甲乙丙丁戊甲乙丙丁戊", "甲乙丙丁戊己甲乙丙丁", "甲乙丙丁戊己甲乙丙丁戊庚", "甲乙丙丁戊己甲乙丙丁戊己庚"]
)
def test_a_short_or_other_repetition_is_none(told: str) -> None:
    assert _once(*told) == ([*told], [])


def test_a_table_in_the_copy_is_set_aside_row_by_row() -> None:
    ledger = Ledger()
    half = [*lines(*"甲乙丙丁戊"), table(HEAD, "1|甲|||")]
    kept = mend.once([*half, *half], ledger)

    assert kept == half
    assert [entry.text for entry in ledger.aside][5:] == [HEAD.replace("|", ""), "1甲"]


# --- broken paragraphs -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "told",
    [
        (f"{SENTENCE}，落实", "措施。"),
        ("1.", "强化责任。"),
        ("第一章", "总则"),
        (f"《关于进一步{SENTENCE}的", "通知》"),
        (f"{SENTENCE}，认真", "落实措施，", "严格考核。"),
        (f"{SENTENCE}。（责任单位：", "县局、县教委）"),
        ("落实。〔责任科室:", "财务科〕"),
        ("各县教育局，市直各学校，局机关各", "科室："),
        ("县委办，县政府办、", "县教委："),
    ],
)
def test_a_sentence_that_goes_on_is_one_paragraph(told: tuple[str, ...]) -> None:
    assert _whole(*told) == ["".join(told)]


@pytest.mark.parametrize(
    "told",
    [
        (f"{SENTENCE}，压实责任。", "落实措施。"),
        (f"{SENTENCE}，压实责任：", "落实措施。"),
        ("压实责任", "落实措施。"),
        (f"{SENTENCE}，落实", "　　措施。"),
        (f"{SENTENCE}，落实", "二、措施"),
        (f"{SENTENCE}，落实", "● 措施"),
        (f"{SENTENCE}，落实", "附件：清单"),
        (f"{SENTENCE}，落实", "抄送：县委办公室"),
        (f"{SENTENCE}，落实", "2025年3月1日"),
        (f"{SENTENCE}，落实", "青临县人民政府", "2025年3月1日"),
        ("1.", "一、强化责任"),
        ("《关于强化", "责任》"),
        ("压实责任，落实", "措施。"),
        ("落实（责任）。责任单位：", "县局"),
        ("来源【字号：", "大"),
        ("各级各单位各", "科室："),
    ],
)
def test_what_ends_and_what_begins_something_is_not_joined(told: tuple[str, ...]) -> None:
    assert _whole(*told) == [*told]


@pytest.mark.parametrize(
    "after",
    [
        Paragraph(2, "措施。", number="1."),
        Paragraph(2, "措施。", align="right"),
        Paragraph(2, "措施。", level=1),
        Paragraph(2, "措施。", bold=2),
        Paragraph(2, "措施。", ids=("a",)),
    ],
)
def test_a_paragraph_that_looks_like_its_own_is_not_joined(after: Paragraph) -> None:
    blocks = [*lines(f"{SENTENCE}，落实"), after]

    assert mend.whole(blocks, Ledger(), wrapped=False) == blocks


def test_a_table_between_parts_a_sentence() -> None:
    blocks = [*lines(f"{SENTENCE}，落实"), table("1|甲", line=2), Paragraph(3, "措施。")]

    assert mend.whole(blocks, Ledger(), wrapped=False) == blocks


def test_what_was_joined_is_told_and_keeps_its_remarks() -> None:
    ledger = Ledger()
    first, second = Remark("comment", "甲", "一"), Remark("comment", "乙", "二")
    blocks = [Paragraph(4, f"{SENTENCE}，认真落实 ", remarks=(first,)), Paragraph(5, " 各项", remarks=(second,)), Paragraph(6, "措施。")]

    assert mend.whole(blocks, ledger, wrapped=False) == [Paragraph(4, f"{SENTENCE}，认真落实各项措施。", remarks=(first, second))]
    assert ledger.joined == {5: 4, 6: 4}
    assert ledger.mended == [
        Mended(5, "断开的段落接回上一段", f"{SENTENCE}，认真落实"[-8:], "各项"),
        Mended(6, "断开的段落接回上一段", " 各项", "措施。"),
    ]


def test_a_file_that_build_wrote_is_whole() -> None:
    blocks = [Paragraph(1, f"{SENTENCE}，落实", style="公文正文"), Paragraph(2, "措施。", style="公文正文")]

    assert mend.whole(blocks, Ledger(), wrapped=True) == blocks


LINE = f"{SENTENCE}和部门监管责任"
WRAPPED = ("关于印发要点的通知", *[LINE, LINE, f"{LINE[:9]}。"] * 4)


def test_lines_of_one_length_are_broken_there() -> None:
    assert mend.line_width(lines(*WRAPPED)) == len(LINE)
    assert _whole(*WRAPPED, wrapped=True) == ["关于印发要点的通知", *[f"{LINE}{LINE}{LINE[:9]}。"] * 4]


@pytest.mark.parametrize("title", ["全县各级各部门要压紧压实安全生产责任", f"{LINE[:-4]}工作要点"])
def test_a_full_line_that_may_be_one_of_a_title_is_not_put_onto(title: str) -> None:
    broken = [f"{title[:6]}，{title[7:]}"] * 9

    assert _whole(title, *broken, wrapped=True)[0] == title


@pytest.mark.parametrize(
    "told",
    [
        (),
        (SENTENCE,) * 7,
        (f"{SENTENCE}。",) * 9,
        (*(SENTENCE,) * 9, SENTENCE * 4),
        ("强化责任",) * 20,
        tuple(SENTENCE + "一" * length for length in range(30)),
    ],
)
def test_whole_paragraphs_have_no_width(told: tuple[str, ...]) -> None:
    assert mend.line_width(lines(*told)) == 0


def test_half_width_characters_count_half() -> None:
    assert mend.line_width(lines(*["2025" * 10] * 9)) == 20


@given(st.lists(PIECES, max_size=12), st.booleans())
def test_mending_keeps_every_character_in_its_order(told: list[str], wrapped: bool) -> None:  # noqa: FBT001 - drawn
    ledger = Ledger()
    whole = mend.whole(lines(*told), ledger, wrapped=wrapped)

    assert bare("".join(texts(whole))) == bare("".join(told))
    assert len(whole) + len(ledger.joined) == len(told)
