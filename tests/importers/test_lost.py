"""Tables whose cells have run together are refused."""

from __future__ import annotations

import pytest

from generator.errors import RefusedError
from generator.importers.lost import refuse_lost_tables
from tests.importers.made import HEAD, lines, table


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (("正文。", "序号", "名称", "责任单位"), 4),
        (("名称", "目标", "序号"), 3),
        (("正文。", "序号重点任务责任单位"), 2),
        (("正文。", "任务类别", "主要任务", "责任单位", "完成时限"), 5),
        (("正文。", "重点任务  具体措施　责任单位\t完成时限"), 2),
        (("重点任务  具体措施  责任单位  完成时限类别  事项",), 1),
        (("类别  序号  工作任务  责任单位",), 1),
        (("序号名称目标责任单位备注",), 1),
    ],
)
def test_a_head_without_its_cells_is_refused_with_its_line(texts: tuple[str, ...], line: int) -> None:
    with pytest.raises(RefusedError, match=f"^第 {line} 行是表头"):
        refuse_lost_tables(lines(*texts))


@pytest.mark.parametrize(
    "text",
    [
        "序号，任务，时限",
        "序号,任务,时限1,清扫路面。,6月2,亮化,9月",
        "序号，任务，措施，地点1，清扫，洒水，全县",
        "任务，责任单位，完成时限清扫，县城管局，6月",
    ],
)
def test_a_head_between_commas_is_refused_with_the_rows_that_ran_into_it(text: str) -> None:
    with pytest.raises(RefusedError, match=r"^第 2 行是用逗号分格的表头"):
        refuse_lost_tables(lines("进度表", text))


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("任务，措施，责任单位都要落实到人。",),
        ("序号，名称，其他各栏由乡镇填写。",),
        ("名称", "目标", "责任单位"),
        ("序号", "名称", "强化责任。", "责任单位", "备注"),
        ("序号", "强化责任。", "名称", "目标", "备注"),
        ("按序号报送，由责任单位负责",),
        ("序号 | 名称 | 责任单位 |",),
        ("总体目标", "主要任务", "工作措施", "工作要求"),
        ("主要任务  责任单位",),
    ],
)
def test_a_few_words_of_a_head_are_no_table(texts: tuple[str, ...]) -> None:
    refuse_lost_tables(lines(*texts))


def test_a_table_with_cells_is_none_that_is_lost() -> None:
    refuse_lost_tables([*lines("序号", "名称"), table(HEAD), *lines("备注")])
