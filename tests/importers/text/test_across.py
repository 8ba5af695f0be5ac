"""Rows across a table of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.importers.text import across
from tests.importers.made import lines, table, texts

if TYPE_CHECKING:
    from generator.importers.outline import Block


def test_a_line_between_two_stretches_that_count_on_is_a_row_across() -> None:
    first, second, third = table("1|甲", line=1), table("2|乙", "3|丙", line=3), table("4|丁", line=6)
    blocks: list[Block] = [first, Paragraph(2, " 安全 "), second, Paragraph(5, "环保"), third, Paragraph(7, "落款")]

    whole, last = across.found(blocks)

    assert isinstance(whole, Table)
    assert [row.line for row in whole.rows] == [1, 2, 3, 4, 5, 6]
    assert whole.rows[1] == Row(2, (Cell(("安全",)), Cell(merged="before")))
    assert last == Paragraph(7, "落款")


def test_other_neighbours_stay_apart() -> None:
    first, second, wide = table("1|甲"), table("3|乙"), table("2|乙|丙")

    assert len(across.found([first, *lines("安全"), second])) == 3
    assert len(across.found([first, *lines("安全"), wide])) == 3
    assert len(across.found([first, *lines("安全" * 21), table("2|乙")])) == 3
    assert len(across.found([first, Paragraph(2, "安全", gap=True), table("2|乙")])) == 3
    assert len(across.found([first, *lines("安全", "环保"), table("2|乙")])) == 4
    assert len(across.found([first, table("2|乙")])) == 2


def test_the_number_may_stand_some_rows_above() -> None:
    assert texts(across.found([table("1|甲", "|乙"), *lines("安全"), table("2|丙")])) == ["表 4 行"]


def test_nothing_is_found_in_nothing() -> None:
    assert across.found([]) == []
