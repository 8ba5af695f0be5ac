"""Automatic numbers are counted and printed as Word does."""

from __future__ import annotations

import pytest

from generator.importers.from_docx import read
from tests.importers.word_files import cell, level, lists, numbered, numbers, package, paragraph, printed, row, style, styled, table


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
    bullets = [("Wingdings", "l"), ("Wingdings", "n"), ("Wingdings", "Z"), ("Courier New", "o"), ("宋体", "-")]
    definitions = [level(0, "bullet", sign, f'<w:rPr><w:rFonts w:ascii="{face}"/></w:rPr>') for face, sign in bullets]
    body = [paragraph("甲", properties=numbered(place)) for place in range(1, 6)]

    assert numbers(body, numbering=lists(*definitions)) == ["●", "■", "●", "○", "-"]


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
