"""A Word file becomes an outline: text in reading order, numbers as printed, tracked changes, ids, looks, tables, furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from generator.importers.from_docx import read
from generator.importers.outline import Aside, Outline, Paragraph, Remark, Row, Table
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
    row,
    run,
    style,
    styled,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

CHOICE = f'<mc:Choice Requires="wps">{box(paragraph("框里"), paragraph("两段"))}</mc:Choice>'
FALLBACK = f"<mc:Fallback>{box(paragraph('旧框'))}</mc:Fallback>"
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
MARK_DELETED, MARK_INSERTED = f"<w:rPr><w:del {HAND}/></w:rPr>", f"<w:rPr><w:ins {HAND}/></w:rPr>"
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def paragraphs(outline: Outline) -> list[Paragraph]:
    return [block for block in outline.blocks if isinstance(block, Paragraph)]


def texts(outline: Outline) -> list[str]:
    return [block.text for block in paragraphs(outline)]


def rows(outline: Outline) -> list[Row]:
    return [one for block in outline.blocks if isinstance(block, Table) for one in block.rows]


def printed(outline: Outline) -> list[list[str]]:
    """Return a row a line, a cell merged with the one above as ^, with the one before as <."""
    signs = {"": "", "above": "^", "before": "<"}
    return [[signs[one.merged] or "/".join(one.text) for one in line.cells] for line in rows(outline)]


def numbers(body: Iterable[str], **parts: str) -> list[str]:
    return [block.number for block in paragraphs(read(package("".join(body), **parts)))]


def remark(kind: Literal["inserted", "deleted", "comment"], text: str) -> Remark:
    return Remark(kind, "李某", text, "2025-01-02T03:04:00Z")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("甲", "乙"), ["甲乙"]),
        (paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>"), ["甲\t乙\n丙\n丁"]),
        (paragraph("5", "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "6"), ["5-6"]),
        (paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "3"), ["☑≥3"]),
        (paragraph('<w:r><w:sym w:font="Webdings" w:char="F021"/><w:sym w:char="坏"/></w:r>'), ["\uf021"]),
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


def test_an_empty_paragraph_is_no_block_but_a_gap() -> None:
    body = paragraph("甲") + paragraph("　 ") + paragraph() + paragraph("乙") + paragraph("丙")

    assert [(one.line, one.gap) for one in paragraphs(read(package(body)))] == [(1, False), (2, True), (3, False)]


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


def test_a_paragraph_tells_the_name_alignment_and_level_of_its_style() -> None:
    styles = (
        style("a", "标题 1")
        + style("b", "大标题", '<w:pPr><w:jc w:val="center"/></w:pPr>', based="a")
        + style("c", "Heading 2", '<w:pPr><w:jc w:val="end"/></w:pPr>')
        + style("d", "三级", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', based="c")
        + style("x", "绕", based="y")
        + style("y", "回", based="x")
    )
    body = "".join(paragraph("甲", properties=styled(id_)) for id_ in "abcdx") + paragraph(
        "乙", properties='<w:jc w:val="left"/>' + styled("b")
    )
    outline = read(package(body, styles=styles))

    expected = [
        ("标题 1", "", 1),
        ("大标题", "centre", 1),
        ("Heading 2", "right", 2),
        ("三级", "right", 3),
        ("绕", "", 0),
        ("大标题", "", 1),
    ]
    assert expected == [(one.style, one.align, one.level) for one in paragraphs(outline)]


BOLD, FACE, CHARACTER = "<w:b/>", '<w:rFonts w:eastAsia="楷体"/>', '<w:rStyle w:val="K"/>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((run("一、题。", BOLD), run("文")), 4),
        ((run("一、", BOLD), run("题。", BOLD), run("文")), 4),
        ((run("（一）题。", FACE), run("文")), 5),
        ((run("（一）题。", CHARACTER), run("文")), 5),
        ((run("（一）", BOLD + FACE), run("题。", FACE), run("文文文文")), 5),
        ((run("　　"), run("题。", BOLD), run("文")), 4),
        ((run("全段", BOLD),), 0),
        ((run("全段", BOLD), run("　")), 0),
        ((run("文"), run("重", BOLD), run("文")), 0),
        ((run("题。", BOLD), run("文文文"), run("重", BOLD), run("文")), 2),
        ((run("责任单位："), run("县应急管理局", BOLD)), 0),
        ((run("题", BOLD), run("文", '<w:b w:val="0"/>')), 1),
        ((), 0),
    ],
)
def test_bold_counts_the_characters_set_apart_at_the_beginning(runs: tuple[str, ...], expected: int) -> None:
    outline = read(package(paragraph("甲") + paragraph(*runs), styles=style("K", "题内", FACE, kind="character")))

    assert expected == (paragraphs(outline)[1:] or paragraphs(outline))[0].bold


def test_a_paragraph_that_was_cut_at_a_page_end_is_one() -> None:
    styles = style("B", "公文正文") + style("R", "公文正文（转页）") + style("T", "题")
    first = paragraph(bookmark("a"), run("（一）题。", BOLD), run("前半"), properties=styled("B"))
    rest = paragraph("后半。", properties=styled("R"))
    outline = read(package(first + rest + paragraph("题", properties=styled("T")) + rest, styles=styles))

    assert texts(outline) == ["（一）题。前半后半。", "题", "后半。"]
    assert [(one.line, one.bold, one.ids) for one in paragraphs(outline)] == [(1, 5, ("a",)), (2, 0, ()), (3, 0, ())]


def test_numbers_are_counted_level_by_level() -> None:
    numbering = lists(
        level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "（%2）") + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
    )
    depths = [0, 1, 1, 2, 2, 0, 1, 2]

    expected = ["一、", "（一）", "（二）", "1.2.1", "1.2.2", "二、", "（一）", "2.1.1"]
    assert expected == numbers((paragraph("甲", properties=numbered(1, depth)) for depth in depths), numbering=numbering)


@pytest.mark.parametrize(
    ("format_", "pattern", "expected"),
    [
        ("decimal", "%1．", ["1．", "2．", "12．"]),
        ("chineseCounting", "第%1条", ["第一条", "第二条", "第十二条"]),
        ("japaneseCounting", "（%1）", ["（一）", "（二）", "（十二）"]),
        ("ideographDigital", "%1", ["一", "二", "一二"]),
        ("taiwaneseCountingThousand", "%1", ["一", "二", "十二"]),
        ("decimalFullWidth", "%1", ["１", "２", "１２"]),
        ("decimalEnclosedCircle", "%1", ["①", "②", "⑫"]),
        ("decimalEnclosedCircleChinese", "%1", ["①", "②", "⑫"]),
        ("upperLetter", "%1.", ["A.", "B.", "L."]),
        ("lowerLetter", "%1)", ["a)", "b)", "l)"]),
        ("upperRoman", "%1", ["I", "II", "XII"]),
        ("lowerRoman", "%1", ["i", "ii", "xii"]),
        ("chineseLegalSimplified", "%1", ["壹", "贰", "壹拾贰"]),
        ("ideographTraditional", "%1", ["甲", "乙", "乙"]),
        ("decimalZero", "%1", ["01", "02", "12"]),
        ("none", "%1", ["", "", ""]),
        ("bullet", "•", ["•", "•", "•"]),
        ("bullet", "\uf0b7", ["●", "●", "●"]),
        ("bullet", "\uf075", ["●", "●", "●"]),
        ("noFormatOfWord", "%1", ["1", "2", "12"]),
    ],
)
def test_numbers_are_printed_in_every_format(format_: str, pattern: str, expected: list[str]) -> None:
    found = numbers([paragraph("甲", properties=numbered(1)) for _ in range(12)], numbering=lists(level(0, format_, pattern)))

    assert expected == [found[0], found[1], found[11]]


def test_a_letter_of_a_symbol_face_is_the_bullet_it_looks_like() -> None:
    wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    definitions = [f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>{wingdings}</w:lvl>' for sign in "lnZ"]

    assert numbers((paragraph("甲", properties=numbered(n)) for n in (1, 2, 3)), numbering=lists(*definitions)) == ["●", "■", "●"]


def test_lists_of_one_definition_count_together_until_one_says_where_it_starts() -> None:
    nums = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        f'<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1")}</w:lvlOverride></w:num>'
    )
    body = [paragraph("甲", properties=numbered(n)) for n in (1, 1, 2, 3, 3, 1, 4, 9, 0)]

    assert numbers(body, numbering=lists(level(0, "decimal", "%1."), nums=nums)) == ["1.", "2.", "3.", "5.", "6.", "7.", "VIII", "", ""]


def test_a_level_may_start_late_and_never_restart() -> None:
    numbering = lists(
        level(0, "decimal", "%1.", start=3)
        + level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>')
        + level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>')
    )
    body = [paragraph("甲", properties=numbered(1, depth)) for depth in (0, 1, 2, 1, 2, 0, 1, 2)]

    assert numbers(body, numbering=numbering) == ["3.", "第1条", "1", "第2条", "2", "4.", "第3条", "1"]


def test_a_style_brings_its_number_and_a_paragraph_may_refuse_it() -> None:
    styles = (
        style("One", "一级", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("Two", "二级", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based="One")
        + style("Three", "三级", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    )
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2.") + level(2, "decimal", "（%3）", '<w:pStyle w:val="Three"/>')
    body = [
        paragraph("甲", properties=styled("One")),
        paragraph("甲", properties=styled("Two")),
        paragraph("甲", properties=styled("Three")),
        paragraph("甲", properties=styled("One") + numbered(0)),
        paragraph("甲", properties=styled("One") + '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
    ]

    assert numbers(body, styles=styles, numbering=lists(levels)) == ["一、", "1.", "（1）", "", "2."]


def test_a_definition_may_point_to_that_of_a_list_style() -> None:
    numbering = lists('<w:numStyleLink w:val="L"/>', f'<w:styleLink w:val="L"/>{level(0, "decimal", "%1)")}')

    assert numbers([paragraph("甲", properties=numbered(1)), paragraph("乙", properties=numbered(2))], numbering=numbering) == ["1)", "2)"]


def test_a_number_in_a_cell_is_part_of_its_text() -> None:
    numbering = lists(level(0, "decimal", "%1"), level(0, "decimal", "（%1）"))
    body = table(
        row(cell(paragraph(properties=numbered(1))), cell(paragraph("甲", properties=numbered(1)), paragraph("乙", properties=numbered(2))))
    )

    assert printed(read(package(body, numbering=numbering))) == [["1", "2 甲/（1）乙"]]


CHANGED = paragraph(
    "留", inserted("增"), deleted("删"), f"<w:moveFrom {HAND}>{run('去')}</w:moveFrom>", f"<w:moveTo {HAND}>{run('来')}</w:moveTo>"
)


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


def test_remarks_behind_the_last_text_stay_with_it() -> None:
    outline = read(package(paragraph("留") + paragraph(deleted("删"))))

    assert (Paragraph(1, "留", remarks=(remark("deleted", "删"),)),) == outline.blocks


@pytest.mark.parametrize(
    ("tag", "revisions", "expected"),
    [
        ("del", "accept", [["1"], ["3"]]),
        ("del", "reject", [["1"], ["2"], ["3"]]),
        ("ins", "accept", [["1"], ["2"], ["3"]]),
        ("ins", "reject", [["1"], ["3"]]),
    ],
)
def test_rows_are_inserted_and_deleted_whole(tag: str, revisions: Literal["accept", "reject"], expected: list[list[str]]) -> None:
    numbering = lists(level(0, "decimal", "%1"))
    count = cell(paragraph(properties=numbered(1)))
    change = row(bookmark("gone") + cell("甲"), "乙", properties=f"<w:{tag} {HAND}/>")
    outline = read(package(table(row("1"), change, row("3")), numbering=numbering) if count else b"", revisions)

    assert expected == [[line[0].replace("甲", "2")] for line in printed(outline)]
    assert [remark("deleted" if tag == "del" else "inserted", "甲 | 乙")] == [one for line in rows(outline) for one in line.remarks]
    assert len(expected) - 2 == len([id_ for line in rows(outline) for id_ in line.ids])
    assert list(range(1, len(expected) + 1)) == [line.line for line in rows(outline)]


def test_comments_are_remarks_where_they_begin() -> None:
    comments = "".join(f'<w:comment w:id="{n}" {HAND}>{paragraph(f"意见{n}")}{paragraph("再议")}</w:comment>' for n in (1, 2, 3))
    start, reference = '<w:commentRangeStart w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>'
    body = paragraph(start, "甲") + paragraph("乙", reference) + table(row(cell(paragraph("丙", reference.replace("1", "2")))))
    outline = read(package(body, comments=comments))

    assert [(remark("comment", "意见1\n再议"),), ()] == [one.remarks for one in paragraphs(outline)]
    assert [(remark("comment", "意见2\n再议"), remark("comment", "意见3\n再议"))] == [one.remarks for one in rows(outline)]


def test_ids_stay_with_paragraphs_rows_and_tables() -> None:
    body = (
        paragraph(bookmark("task", 1), "甲")
        + paragraph(bookmark("blank", 2))
        + paragraph(
            '<w:bookmarkStart w:id="3" w:name="_ht_title"/>', "表题", '<w:bookmarkEnd w:id="3"/><w:bookmarkStart w:id="9" w:name="自己的"/>'
        )
        + bookmark("split", 4)
        + table(row(f"<w:tc>{bookmark('one', 5)}{paragraph('1')}</w:tc>", "甲"), row(cell(), cell(paragraph(bookmark("two", 6), "乙"))))
        + paragraph("末")
    )
    outline = read(package(body))

    assert [one.ids for one in paragraphs(outline)] == [("task",), ("blank", "title"), ()]
    assert [one.ids for one in outline.blocks if isinstance(one, Table)] == [("split",)]
    assert [one.ids for one in rows(outline)] == [("one",), ("two",)]


def test_ids_that_libreoffice_put_into_the_row_before_are_those_of_their_row() -> None:
    into = cell(paragraph("备注", '<w:bookmarkStart w:id="1" w:name="_ht_one"/>'))
    doubled = cell(paragraph('<w:bookmarkStart w:id="2" w:name="_ht_two"/>', bookmark("two", 3)))
    body = table(
        row("序号", into),
        row(cell(paragraph('<w:bookmarkEnd w:id="1"/>', "1")), doubled),
        row(cell(paragraph(bookmark("two", 4), "2")), "乙"),
    )

    assert [one.ids for one in rows(read(package(body)))] == [(), ("one",), ("two",)]


SPAN = '<w:gridSpan w:val="2"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (table(row("甲", "乙"), row(cell("丙", "丁"), cell())), [["甲", "乙"], ["丙/丁", ""]]),
        (table(row(cell("甲", properties=SPAN), "乙"), row("1", "2", "3")), [["甲", "<", "乙"], ["1", "2", "3"]]),
        (
            table(row(cell("甲", properties=RESTART), "1"), row(cell(properties=CONTINUE), "2"), row("乙", "3")),
            [["甲", "1"], ["^", "2"], ["乙", "3"]],
        ),
        (table(row("甲", "1"), row(cell("无头", properties=CONTINUE), "2")), [["甲", "1"], ["无头", "2"]]),
        (
            table(row(cell("块", properties=SPAN + RESTART), "1"), row(cell(properties=SPAN + CONTINUE), "2"), row("甲", "乙", "3")),
            [["块", "<", "1"], ["^", "<", "2"], ["甲", "乙", "3"]],
        ),
        (
            table(row("1", "2", "3"), row("中", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'), row("短")),
            [["1", "2", "3"], ["", "中", ""], ["短", "", ""]],
        ),
        (table(row(cell("甲", properties=SPAN), "1"), row(cell("乙", properties=SPAN), "2")), [["甲", "1"], ["乙", "2"]]),
        (
            table(
                row(cell("甲", properties='<w:hMerge w:val="restart"/>'), cell(properties='<w:hMerge w:val="continue"/>')), row("1", "2")
            ),
            [["甲", "<"], ["1", "2"]],
        ),
        (table(row(cell("外", table(row("内", "表"), row("二")), "后"))), [["外/内/表/二/后"]]),
        (table(row(cell(paragraph("框外", box(paragraph("框里")))))), [["框外/框里"]]),
        (
            table(
                f"<w:sdt><w:sdtContent>{row('甲')}</w:sdtContent></w:sdt>",
                f"<w:tr><w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt></w:tr>",
            ),
            [["甲"], ["乙"]],
        ),
    ],
)
def test_every_row_has_a_cell_for_every_column(body: str, expected: list[list[str]]) -> None:
    assert expected == printed(read(package(body)))


def test_a_row_says_that_it_is_a_head_and_a_covered_cell_hides_its_text() -> None:
    body = table(row(cell("甲", properties=RESTART), properties="<w:tblHeader/>"), row(cell("遮住", properties=CONTINUE)))
    outline = read(package(paragraph("首") + body + paragraph("末")))

    assert [(one.line, one.head) for one in rows(outline)] == [(2, True), (3, False)]
    assert [one.line for one in paragraphs(outline)] == [1, 4]
    assert (Aside(3, "遮住", "合并单元格遮住的文字"),) == outline.asides


def test_a_table_without_rows_is_none() -> None:
    assert read(package(table())).blocks == ()


def test_headers_and_footers_are_set_aside_once_each() -> None:
    page = paragraph("— ", f'<w:fldSimple w:instr="PAGE">{run("1")}</w:fldSimple>', " —")
    outline = read(package(paragraph("甲"), header=paragraph("内部资料"), footer=page, footer2=page, footer3=paragraph()))

    assert (Aside(2, "内部资料", "页眉"), Aside(3, "— 1 —", "页脚")) == outline.asides


def test_notes_stand_behind_the_text_without_their_separators() -> None:
    foot = f'<w:footnote w:type="separator" w:id="0">{paragraph("线")}</w:footnote><w:footnote w:id="2">{paragraph("脚注")}</w:footnote>'
    end = f'<w:endnote w:id="2">{paragraph("尾注")}{paragraph("二")}</w:endnote>'
    outline = read(package(paragraph("甲", '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=foot, endnotes=end))

    assert texts(outline) == ["甲"]
    assert (Paragraph(2, "脚注"), Paragraph(3, "尾注"), Paragraph(4, "二")) == outline.notes
