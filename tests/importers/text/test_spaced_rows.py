"""Tables whose cells only blanks part."""

from __future__ import annotations

import pytest

from generator.importers.outline import Table
from generator.importers.text import spaced_rows
from tests.importers.made import lines, table, texts


def test_numbered_rows_of_as_many_words_as_the_head_are_a_table() -> None:
    before, grid, after = spaced_rows.found(lines("正文。", "序号 名称　责任单位", "1 甲 县局", "2  乙 县委", "完。"))

    assert isinstance(grid, Table)
    assert [[cell.line for cell in row.cells] for row in grid.rows] == [
        ["序号", "名称", "责任单位"],
        ["1", "甲", "县局"],
        ["2", "乙", "县委"],
    ]
    assert [row.line for row in grid.rows] == [2, 3, 4]
    assert texts([before, after]) == ["正文。", "完。"]


@pytest.mark.parametrize(
    "told",
    [
        ("序号 名称 责任单位",),
        ("序号 名称", "1 甲"),
        ("名称 目标 责任单位", "1 甲 县局"),
        ("序号 强化，落实 责任单位", "1 甲 县局"),
        ("序号 名称 责任单位", "1 甲 乙 县局"),
        ("序号 名称 责任单位", "1 甲 县局", "2 乙"),
        ("序号 名称 责任单位", "2 甲 县局"),
    ],
)
def test_other_lines_stay_as_they_stand(told: tuple[str, ...]) -> None:
    assert texts(spaced_rows.found(lines(*told))) == [*told]


def _cells(block: object) -> list[list[str]]:
    return [[cell.line for cell in row.cells] for row in block.rows] if isinstance(block, Table) else []


@pytest.mark.parametrize(
    "told",
    [
        ("序号,任务,时限", '1,"清扫,保洁",6月', "2,亮化,"),
        ("序号，任务，时限", '1，"清扫，保洁"，6月', "2，亮化，"),
    ],
)
def test_numbered_rows_between_commas_are_a_table_as_a_sheet_writes_it(told: tuple[str, ...]) -> None:
    (grid,) = spaced_rows.found(lines(*told))

    assert [[cell.replace(",", "，") for cell in row] for row in _cells(grid)] == [
        ["序号", "任务", "时限"],
        ["1", "清扫，保洁", "6月"],
        ["2", "亮化", ""],
    ]


def test_a_sum_ends_rows_between_commas() -> None:
    grid, after = spaced_rows.found(lines("序号,任务,盏数", "1,亮化,9", "合计,,9", "2月底前报送"))

    assert (_cells(grid)[-1], texts([after])) == (["合计", "", "9"], ["2月底前报送"])


@pytest.mark.parametrize("last", ["3,亮化,9月", "2,亮化,路灯,9月", "2,亮化"])
def test_rows_between_commas_that_do_not_count_on_or_fit_are_left_as_they_stand(last: str) -> None:
    told = ["序号,任务,时限", "1,清扫,6月", last]

    assert texts(spaced_rows.found(lines(*told))) == told


def test_a_line_longer_than_any_row_is_none() -> None:
    told = ["序号,任务,时限", "1,清扫," + "月" * 200_000]

    assert texts(spaced_rows.found(lines(*told))) == told


def test_what_is_a_table_already_stays_one() -> None:
    grid = table("序号|名称|目标")

    assert spaced_rows.found([grid, *lines("1 甲 乙")]) == [grid, *lines("1 甲 乙")]
