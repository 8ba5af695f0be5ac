"""Names beside 文件, names over seals."""

from __future__ import annotations

import pytest

from generator.render.arrange import joint_names, seal_rows


def test_the_names_of_a_joint_mark_stand_without_their_kind_of_document() -> None:
    assert joint_names(("某市林业局", "某市应急管理局文件")) == ("某市林业局", "某市应急管理局")


@pytest.mark.parametrize("mark", [(), ("某县人民政府文件",), ("某县人民政府", "工作要点")])
def test_any_other_mark_is_none(mark: tuple[str, ...]) -> None:
    assert joint_names(mark) == ()


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (7, [3, 3, 1])])
def test_seals_stand_three_in_a_row_and_four_of_them_two_by_two(count: int, rows: list[int]) -> None:
    assert [len(row) for row in seal_rows(("某县水利局",) * count)] == rows


def test_long_names_leave_room_for_two_seals_in_a_row() -> None:
    assert [len(row) for row in seal_rows(("某某自治县应急管理局",) * 3)] == [2, 1]
