"""Tables set in columns by blanks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.outline import Paragraph, Table
from generator.importers.text import aligned_rows
from tests.importers.made import lines, table, texts

HEAD = "类别  序号  工作任务  责任单位  完成时限"


def _cells(block: object) -> list[list[str]]:
    return [[cell.line for cell in row.cells] for row in block.rows] if isinstance(block, Table) else []


def test_cells_below_their_heads_are_rows_whatever_is_empty() -> None:
    told = [HEAD, "国土  1     造林      林业局    4月底", "      2     义务植树  绿化办", "合计  2项"]
    before, grid, after = aligned_rows.found([*lines("正文。", *told), Paragraph(9, "请抓好落实。")])

    assert _cells(grid) == [
        ["类别", "序号", "工作任务", "责任单位", "完成时限"],
        ["国土", "1", "造林", "林业局", "4月底"],
        ["", "2", "义务植树", "绿化办", ""],
        ["合计", "2项", "", "", ""],
    ]
    assert (texts([before, after]), grid.line) == (["正文。", "请抓好落实。"], 2)


def test_one_blank_stands_inside_a_cell_and_a_line_across_is_a_row() -> None:
    (grid,) = aligned_rows.found(lines("序号  工作任务      责任单位", "一、造林", "1     造 林 两万亩  林业局"))

    assert _cells(grid)[1:] == [["一、造林", "", ""], ["1", "造 林 两万亩", "林业局"]]


@pytest.mark.parametrize(
    "told",
    [
        (HEAD,),
        ("工作任务  责任单位", "造林      林业局"),
        ("甲    乙    责任单位", "造林  林地  林业局"),
        (HEAD, "国土  1     造林      林业局    4月底", "国土       2  植树      林业局    5月底"),
        (HEAD, "国土  1     造林      林业局    4月底", "            两万株"),
        (HEAD, "国土  1     造林      林业局    4月底", "国土  1  2  造林"),
        (HEAD, "国土" + " " * 10_000 + "1"),
    ],
)
def test_other_lines_stay_as_they_stand(told: tuple[str, ...]) -> None:
    assert texts(aligned_rows.found(lines(*told))) == [*told]


def test_rows_that_count_from_one_below_the_head_of_the_numbers_are_enough() -> None:
    told = ["序号  乡镇  大豆  玉米", "1     东乡  3.2   0.3", "2     西乡  2.8", "合计        6.0   0.3"]
    (grid,) = aligned_rows.found(lines(*told))

    assert _cells(grid)[2:] == [["2", "西乡", "2.8", ""], ["合计", "", "6.0", "0.3"]]


def test_a_line_behind_an_empty_one_ends_the_table() -> None:
    told = lines(HEAD, "国土  1     造林      林业局    4月底", "县林业局        2025年3月1日")
    grid, after = aligned_rows.found([*told[:2], replace(told[2], gap=True)])  # type: ignore[arg-type]

    assert (len(_cells(grid)), texts([after])) == (2, ["县林业局        2025年3月1日"])


def test_what_is_a_table_already_stays_one() -> None:
    grid = table("序号|名称|目标")

    assert aligned_rows.found([grid, *lines("1 甲 乙")]) == [grid, *lines("1 甲 乙")]
