"""A Word file becomes an outline: lines, gaps, paragraphs that a page cut in two, furniture and notes."""

from __future__ import annotations

from generator.importers.from_docx import read
from generator.importers.outline import Aside, Paragraph
from tests.importers.word_files import bookmark, deleted, package, paragraph, paragraphs, remark, run, style, styled, texts


def test_an_empty_paragraph_is_no_block_but_a_gap() -> None:
    body = paragraph("甲") + paragraph("　 ") + paragraph() + paragraph("乙") + paragraph("丙")

    assert [(one.line, one.gap) for one in paragraphs(read(package(body)))] == [(1, False), (2, True), (3, False)]


def test_a_paragraph_that_was_cut_at_a_page_end_is_one() -> None:
    styles = style("B", "公文正文") + style("R", "公文正文（转页）") + style("T", "题")
    first = paragraph(bookmark("a"), run("（一）题。", "<w:b/>"), run("前半"), properties=styled("B"))
    rest = paragraph("后半。", properties=styled("R"))
    outline = read(package(first + rest + paragraph("题", properties=styled("T")) + rest, styles=styles))

    assert texts(outline) == ["（一）题。前半后半。", "题", "后半。"]
    assert [(one.line, one.bold, one.ids) for one in paragraphs(outline)] == [(1, 5, ("a",)), (2, 0, ()), (3, 0, ())]


def test_remarks_behind_the_last_text_stay_with_it() -> None:
    outline = read(package(paragraph("留") + paragraph(deleted("删"))))

    assert (Paragraph(1, "留", remarks=(remark("deleted", "删"),)),) == outline.blocks


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
