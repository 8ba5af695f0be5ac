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


def test_what_is_a_table_already_stays_one() -> None:
    grid = table("序号|名称|目标")

    assert spaced_rows.found([grid, *lines("1 甲 乙")]) == [grid, *lines("1 甲 乙")]
