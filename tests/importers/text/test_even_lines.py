"""Tables that a word processor wrote as bare lines."""

from __future__ import annotations

import pytest

from generator.importers.outline import Paragraph, Table
from generator.importers.text import even_lines
from tests.importers.made import lines, texts

HEADS = ("序号", "名称", "责任单位")


def _cells(block: object) -> list[list[str]]:
    return [[cell.line for cell in row.cells] for row in block.rows] if isinstance(block, Table) else []


def test_every_row_has_as_many_lines_as_there_are_heads() -> None:
    before, grid, after = even_lines.found(lines("正文。", *HEADS, "1", "甲", "县局", "2", "乙", "县委", "完。"))

    assert _cells(grid) == [[*HEADS], ["1", "甲", "县局"], ["2", "乙", "县委"]]
    assert (texts([before, after]), grid.line) == (["正文。", "完。"], 2)


def test_an_empty_line_is_an_empty_cell() -> None:
    blocks = [block for block in lines(*HEADS, "1", "甲", "空", "2", "空", "县委") if block != Paragraph(block.line, "空")]
    (grid,) = even_lines.found(blocks)

    assert _cells(grid)[1:] == [["1", "甲", ""], ["2", "", "县委"]]


def test_a_column_may_stand_before_the_numbers() -> None:
    told = ["类别", *HEADS, "政务", "1", "甲", "县局", "市场", "2", "乙", "县委"]
    before, grid = even_lines.found(lines("制定本表。", *told))

    assert _cells(grid) == [["类别", *HEADS], ["政务", "1", "甲", "县局"], ["市场", "2", "乙", "县委"]]
    assert (texts([before]), grid.line) == (["制定本表。"], 2)


def test_numbers_may_count_below_numbers_and_a_page_may_repeat_the_head() -> None:
    told = [*HEADS, "1", "甲", "县局", "1.1", "乙", "县委", *HEADS, "1.2", "丙", "县委", "2", "丁", "县局"]
    (grid,) = even_lines.found(lines(*told))

    assert [row[0] for row in _cells(grid)] == ["序号", "1", "1.1", "序号", "1.2", "2"]


@pytest.mark.parametrize(
    "rest",
    [
        ("续", "补", "乙", "2", "丙", "县委"),
        ("续", "3", "乙", "县委"),
        ("续", "1.1", "丙"),
    ],
)
def test_a_row_that_a_number_shows_to_be_uneven_leaves_all_as_it_stands(rest: tuple[str, ...]) -> None:
    told = [*HEADS, "1", "甲", "县局", *rest]

    assert texts(even_lines.found(lines(*told))) == told


def test_a_head_with_other_rows_below_is_another_table() -> None:
    told = [*HEADS, "1", "甲", "县局"]

    assert texts(even_lines.found(lines(*told, *told))) == ["表 2 行", "表 2 行"]
    assert texts(even_lines.found(lines(*told, *HEADS, "续", "丙", "县委"))) == ["表 2 行", *HEADS, "续", "丙", "县委"]


def test_a_title_that_reads_like_a_head_is_none_where_all_heads_are_there() -> None:
    assert texts(even_lines.found(lines("主要指标", *HEADS, "1", "甲", "县局"))) == ["主要指标", "表 2 行"]


def test_rows_that_count_on_need_no_known_heads_and_a_sum_ends_them() -> None:
    told = ["序号", "乡镇", "大豆", "1", "东乡", "3.2", "2", "西乡", "2.8", "合计", "两乡", "6.0"]
    grid, after = even_lines.found(lines(*told, "完。"))

    assert (_cells(grid)[-1], texts([after])) == (["合计", "两乡", "6.0"], ["完。"])


def test_rows_that_are_not_even_stay_as_they_stand() -> None:
    told = [*HEADS, "1", "甲", "县局", "县委", "2", "乙", "县委"]

    assert texts(even_lines.found(lines(*told))) == told


def test_a_head_needs_three_columns_and_a_first_row() -> None:
    for told in (["序号", "名称", "1", "甲"], [*HEADS, "甲", "县局"], [*HEADS], ["序号", "强化，落实。", "严格，考核。", "1", "甲", "乙"]):
        assert texts(even_lines.found(lines(*told))) == told
