"""Styles tell name, alignment and level along what they are based on."""

from __future__ import annotations

from generator.importers.from_docx import read
from tests.importers.word_files import package, paragraph, paragraphs, style, styled


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
