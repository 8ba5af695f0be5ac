"""A table has a cell for every column of every row; rows may be tracked, cells merged, tables nested."""

from __future__ import annotations

from typing import Literal

import pytest

from generator.importers.from_docx import read
from generator.importers.outline import Aside, Told
from generator.importers.word.blocks import NESTED
from tests.importers.word_files import (
    HAND,
    bookmark,
    box,
    cell,
    level,
    lists,
    numbered,
    package,
    paragraph,
    paragraphs,
    printed,
    remark,
    row,
    rows,
    table,
)

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


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
        (table(row(cell("外", table(row("内", "表"), row("二")), "后"))), [["外/内｜表/二/后"]]),
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


def test_what_was_merged_with_a_deleted_row_begins_anew() -> None:
    gone = row(cell("甲", properties=RESTART), "1", properties=f"<w:del {HAND}/>")
    body = package(table(row(cell("首", properties=RESTART), "0"), gone, row(cell(properties=CONTINUE), "2")))

    assert printed(read(body)) == [["首", "0"], ["", "2"]]
    assert printed(read(body, "reject")) == [["首", "0"], ["甲", "1"], ["^", "2"]]


def test_a_table_in_a_cell_is_told_on_the_line_of_its_row() -> None:
    framed, inner = table(row(cell("框", "中"))), table(row("内", "表"), row("", ""), row(cell("跨", properties=SPAN)), row("三", ""))
    outline = read(package(paragraph("上") + table(row("甲", "乙"), row(cell("丙", inner), cell(framed)))))

    assert printed(outline)[1] == ["丙/内｜表/跨/三｜", "框/中"]
    assert outline.told == (Told(3, NESTED),)


def test_a_row_says_that_it_is_a_head_and_a_covered_cell_hides_its_text() -> None:
    body = table(row(cell("甲", properties=RESTART), properties="<w:tblHeader/>"), row(cell("遮住", properties=CONTINUE)))
    outline = read(package(paragraph("首") + body + paragraph("末")))

    assert [(one.line, one.head) for one in rows(outline)] == [(2, True), (3, False)]
    assert [one.line for one in paragraphs(outline)] == [1, 4]
    assert (Aside(3, "遮住", "合并单元格遮住的文字"),) == outline.asides


def test_a_table_without_rows_is_none() -> None:
    assert read(package(table())).blocks == ()


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
