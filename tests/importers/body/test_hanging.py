"""Which lines around a table belong to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.body.hanging import hanging
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table, texts

GRID = table("1|甲")


def test_a_short_line_above_is_the_title_and_the_measure_stands_between() -> None:
    found = hanging([*lines("各乡镇情况如下。", "人员编制表", "单位：人"), GRID])
    (hung,) = found.tables

    assert texts(found.texts) == ["各乡镇情况如下。"]
    assert (hung.title, hung.measure) == (Paragraph(2, "人员编制表"), Paragraph(3, "单位：人"))


@pytest.mark.parametrize("line", ["各乡镇情况如下。", "情况如下：", "一、人员编制", "责" * 41])
def test_a_sentence_or_a_number_is_no_title(line: str) -> None:
    found = hanging([*lines(line), GRID])

    assert (texts(found.texts), found.tables[0].title) == ([line], None)


def test_where_titles_are_not_asked_for_the_line_is_text() -> None:
    assert texts(hanging([*lines("人员编制表"), GRID], titled=False).texts) == ["人员编制表"]


def test_notes_below_the_last_table_are_its_own_and_the_rest_stands_behind() -> None:
    found = hanging([GRID, *lines("注：含街道。", "说明：另报。", "请认真落实。", "注：此处不算。")])

    assert texts(found.tables[0].notes) == ["注：含街道。", "说明：另报。"]
    assert texts(found.after) == ["请认真落实。", "注：此处不算。"]


def test_what_stands_between_two_tables_is_a_note_of_the_first() -> None:
    found = hanging([GRID, *lines("另有安排。", "第二张表"), GRID])

    assert texts(found.tables[0].notes) == ["另有安排。"]
    assert found.tables[1].title == Paragraph(2, "第二张表")


def test_the_styles_of_a_file_that_build_wrote_say_it_themselves() -> None:
    title, measure, note = (Paragraph(1, "很长的一句话。", style=style) for style in ("表题", "计量单位", "表注"))
    (hung,) = hanging([title, measure, GRID, note]).tables

    assert (hung.title, hung.measure, hung.notes) == (title, measure, [note])


def test_what_a_table_bears_itself_is_not_looked_for_above() -> None:
    title, measure = Paragraph(2, "人员编制表"), Paragraph(3, "单位：人")
    found = hanging([*lines("各乡镇情况"), replace(GRID, title=title, measure=measure)], titled=False)
    (hung,) = found.tables

    assert (texts(found.texts), hung.title, hung.measure) == (["各乡镇情况"], title, measure)


def test_paragraphs_without_a_table_are_texts() -> None:
    found = hanging(lines("甲。", "注：乙。"))

    assert (texts(found.texts), found.tables, found.after) == (["甲。", "注：乙。"], [], [])
