"""Text is read as it is seen; fields, page breaks, hidden text, tracked changes and comments are told apart."""

from __future__ import annotations

from typing import Literal

import pytest

from generator.importers.from_docx import read
from generator.importers.outline import Aside, Paragraph, Told
from tests.importers.word_files import (
    HAND,
    bookmark,
    box,
    cell,
    deleted,
    inserted,
    level,
    lists,
    numbered,
    package,
    paragraph,
    paragraphs,
    remark,
    row,
    rows,
    run,
    style,
    styled,
    table,
    texts,
)

CHOICE = f'<mc:Choice Requires="wps">{box(paragraph("框里"), paragraph("两段"))}</mc:Choice>'


FALLBACK = f"<mc:Fallback>{box(paragraph('旧框'))}</mc:Fallback>"


RAISED, LOWERED = ('<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>')
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


MARK_DELETED, MARK_INSERTED = f"<w:rPr><w:del {HAND}/></w:rPr>", f"<w:rPr><w:ins {HAND}/></w:rPr>"


CHANGED = paragraph(
    "留", inserted("增"), deleted("删"), f"<w:moveFrom {HAND}>{run('去')}</w:moveFrom>", f"<w:moveTo {HAND}>{run('来')}</w:moveTo>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("甲", "乙"), ["甲乙"]),
        (paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>"), ["甲\t乙\n丙\n丁"]),
        (paragraph("5", "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "6"), ["5-6"]),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "3"), ["☑≥3"]),
        (paragraph('<w:r><w:sym w:font="Webdings" w:char="F021"/><w:sym w:char="坏"/></w:r>'), ["\uf021"]),
        (paragraph("3m", run("2", RAISED), "，10", run("-6", RAISED), "，CO", run("2", LOWERED), "减2%"), ["3m²，10⁻⁶，CO₂减2%"]),
        (paragraph("甲", run(" ", RAISED), run("注1", RAISED)), ["甲 注1"]),
        (paragraph("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>", "减2"), ["x³减2"]),
        (
            paragraph(
                "<w:r><w:ruby><w:rt><w:r><w:t>yún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ),
            ["云"],
        ),
        (paragraph(f"<w:hyperlink>{run('链')}</w:hyperlink><w:smartTag><w:smartTagPr/>{run('接')}</w:smartTag>"), ["链接"]),
        (paragraph(f"<w:customXml>{run('甲')}</w:customXml><w:sdt><w:sdtContent>{run('乙')}</w:sdtContent></w:sdt>"), ["甲乙"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>", ["控件"]),
        (f"<w:customXml>{paragraph('一')}<w:sdt><w:sdtContent>{paragraph('二')}</w:sdtContent></w:sdt></w:customXml>", ["一", "二"]),
        (
            paragraph("前", f"<w:r><mc:AlternateContent>{CHOICE}{FALLBACK}</mc:AlternateContent></w:r>") + paragraph("后"),
            ["前", "框里", "两段", "后"],
        ),
        (paragraph(f"<w:r><mc:AlternateContent><mc:Choice/>{FALLBACK}</mc:AlternateContent></w:r>"), ["旧框"]),
        (
            f"<mc:AlternateContent><mc:Choice>{paragraph('块')}</mc:Choice><mc:Fallback>{paragraph('旧')}</mc:Fallback></mc:AlternateContent>",
            ["块"],
        ),
        (paragraph(box(paragraph(box(paragraph("里层")), "外层"))), ["外层", "里层"]),
        (paragraph('<w:r><w:pict><v:shape><v:textpath string="某县人民政府文件"/></v:shape></w:pict></w:r>'), ["某县人民政府文件"]),
        (paragraph("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), ["x+1"]),
        (paragraph("<w:r><w:t> 甲\n乙 </w:t></w:r>"), ["甲 乙"]),
        (paragraph("甲<!-- 注 -->乙<?pi?>丙"), ["甲乙丙"]),
    ],
)
def test_text_is_read_as_it_is_seen(body: str, expected: list[str]) -> None:
    assert expected == texts(read(package(body)))


def test_of_a_field_the_result_is_text_and_the_instruction_is_not() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    instruction = "<w:r><w:instrText>PAGEREF 一 </w:instrText></w:r>"
    nested = paragraph("见", begin, instruction, begin, separate, "内", end, separate, "3", end, "页")

    assert texts(read(package(nested + paragraph("下段")))) == ["见3页", "下段"]
    assert texts(read(package(paragraph("第", f'<w:fldSimple w:instr="PAGE">{run("2")}</w:fldSimple>', "页")))) == ["第2页"]


def test_a_field_that_is_never_closed_swallows_no_other_paragraph() -> None:
    body = paragraph("甲", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph("乙")

    assert texts(read(package(body))) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("甲", PAGE_BREAK) + paragraph("乙"), [("甲", False), ("乙", True)]),
        (paragraph(PAGE_BREAK, "甲"), [("甲", True)]),
        (paragraph("甲", PAGE_BREAK, "乙") + paragraph("丙"), [("甲乙", False), ("丙", False)]),
        (paragraph("甲") + paragraph(PAGE_BREAK) + paragraph("乙"), [("甲", False), ("乙", True)]),
        (paragraph("甲") + paragraph("　", properties="<w:pageBreakBefore/>") + paragraph("乙"), [("甲", False), ("乙", True)]),
        (paragraph("甲") + paragraph("乙", properties=styled("New")), [("甲", False), ("乙", True)]),
        (paragraph("甲", properties="<w:sectPr/>") + paragraph("乙") + "<w:sectPr/>", [("甲", False), ("乙", True)]),
        (
            paragraph("甲", properties="<w:sectPr/>") + paragraph("乙") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
            [("甲", False), ("乙", False)],
        ),
    ],
)
def test_a_page_break_is_told_of_what_follows(body: str, expected: list[tuple[str, bool]]) -> None:
    outline = read(package(body, styles=style("New", "另页", "<w:pPr><w:pageBreakBefore/></w:pPr>")))

    assert expected == [(one.text, one.page_break) for one in paragraphs(outline)]


def test_hidden_text_is_set_aside() -> None:
    secret = style("S", "暗", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    body = paragraph(
        "甲", run("一", "<w:vanish/>"), run("二", '<w:rStyle w:val="S"/>'), run("乙", '<w:rStyle w:val="S"/><w:vanish w:val="0"/>')
    )
    outline = read(package(paragraph("首") + body, styles=secret))

    assert texts(outline) == ["首", "甲乙"]
    assert (Aside(2, "一二", "隐藏文字"),) == outline.asides


@pytest.mark.parametrize(("revisions", "expected"), [("accept", ["留增来"]), ("reject", ["留删去"])])
def test_tracked_changes_are_accepted_or_rejected_and_told_of_either_way(
    revisions: Literal["accept", "reject"], expected: list[str]
) -> None:
    outline = read(package(CHANGED), revisions)

    assert expected == texts(outline)
    assert (remark("inserted", "增"), remark("deleted", "删去"), remark("inserted", "来")) == paragraphs(outline)[0].remarks


def test_changes_that_touch_are_one_remark_and_others_are_not() -> None:
    outline = read(package(paragraph(inserted("2025"), inserted("年"), "前", inserted("月"))))

    assert (remark("inserted", "2025年"), remark("inserted", "月")) == paragraphs(outline)[0].remarks


def test_what_one_hand_inserted_and_another_deleted_is_in_neither_reading() -> None:
    body = package(paragraph("留", f"<w:ins {HAND}>{deleted('改')}</w:ins>"))

    assert ["留"] == texts(read(body)) == texts(read(body, "reject"))
    assert (remark("deleted", "改"), remark("inserted", "改")) == paragraphs(read(body))[0].remarks


@pytest.mark.parametrize(
    ("mark", "revisions", "expected"),
    [
        (MARK_DELETED, "accept", ["甲乙"]),
        (MARK_DELETED, "reject", ["甲", "乙"]),
        (MARK_INSERTED, "accept", ["甲", "乙"]),
        (MARK_INSERTED, "reject", ["甲乙"]),
    ],
)
def test_a_paragraph_end_that_is_tracked_away_joins_two(mark: str, revisions: Literal["accept", "reject"], expected: list[str]) -> None:
    body = paragraph("甲", properties=mark) + paragraph("乙", properties='<w:jc w:val="center"/>')
    outline = read(package(body), revisions)

    assert expected == texts(outline)
    assert paragraphs(outline)[-1].align == "centre"
    assert [one.text for one in paragraphs(outline)[0].remarks] == ["\n"]


def test_a_deleted_paragraph_leaves_its_remark_to_the_next_and_takes_its_id_away() -> None:
    gone = paragraph(bookmark("gone"), deleted("删去的段"), properties=numbered(1) + MARK_DELETED)
    body = gone + paragraph(bookmark("stays", 2), "留", properties=numbered(1))
    outline = read(package(body, numbering=lists(level(0, "decimal", "%1."))))

    expected = Paragraph(1, "留", number="1.", ids=("stays",), remarks=(remark("deleted", "删去的段\n"),))
    assert (expected,) == outline.blocks
    assert [(one.number, one.ids) for one in paragraphs(read(package(body, numbering=lists(level(0, "decimal", "%1."))), "reject"))] == [
        ("1.", ("gone",)),
        ("2.", ("stays",)),
    ]


def test_comments_are_remarks_where_they_begin() -> None:
    comments = "".join(f'<w:comment w:id="{n}" {HAND}>{paragraph(f"意见{n}")}{paragraph("再议")}</w:comment>' for n in (1, 2, 3))
    start, reference = '<w:commentRangeStart w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>'
    body = paragraph(start, "甲") + paragraph("乙", reference) + table(row(cell(paragraph("丙", reference.replace("1", "2")))))
    outline = read(package(body, comments=comments))

    assert [(remark("comment", "意见1\n再议"),), ()] == [one.remarks for one in paragraphs(outline)]
    assert [(remark("comment", "意见2\n再议"), remark("comment", "意见3\n再议"))] == [one.remarks for one in rows(outline)]


def test_what_is_set_above_or_below_the_line_and_cannot_stand_so_is_told_once() -> None:
    body = paragraph("甲") + paragraph("乙", run("注1", RAISED), run("注1", RAISED), run("a", LOWERED), run("2", RAISED))

    assert read(package(body)).told == (
        Told(2, "上标“注1”没有对应的字符，写成平常的字"),
        Told(2, "下标“a”没有对应的字符，写成平常的字"),
    )


def test_what_is_not_read_is_not_told() -> None:
    gone = paragraph("甲", f"<w:del {HAND}><w:r><w:rPr>{RAISED}</w:rPr><w:delText>注</w:delText></w:r></w:del>")

    assert read(package(gone)).told == ()
