"""Ids stay with what they name."""

from __future__ import annotations

from generator.importers.from_docx import read
from generator.importers.outline import Table
from tests.importers.word_files import bookmark, cell, package, paragraph, paragraphs, row, rows, table


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
