"""Which rows of a table are its head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.tables.heads import head_rows, spread
from tests.importers.made import HEAD, row, table


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEAD, "1|甲|0|县教委|"), 1),
        (("序号|甲|乙", "1|2|3"), 1),
        (("任务|责任单位|甲", "一|二|三"), 1),
        (("甲|乙|丙", "1|2|3"), 0),
        (("1|明确责任单位|完成工作任务|县教委|", "2|乙|丙|丁|"), 0),
        (("序号|名称|年度|<", "^|^|上半年|下半年", "1|甲|0|0"), 2),
    ],
)
def test_the_head_is_known_by_its_texts_and_by_what_is_merged_with_it(rows: tuple[str, ...], expected: int) -> None:
    assert head_rows(table(*rows)) == expected


def test_the_head_is_what_the_source_says() -> None:
    free = table("甲|乙", "丙|丁", "1|2")
    said = replace(free, rows=(*(replace(one, head=True) for one in free.rows[:2]), free.rows[2]))

    assert head_rows(said) == 2


def test_a_line_of_the_plan_is_no_head() -> None:
    assert head_rows(replace(table(HEAD), rows=(row(HEAD, ids=("measures_head",)),))) == 0


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("村|户数|人数", "东村|120|400", "西村|80|1,260"), 1),
        (("|户数|人数", "东村|120|", "西村|—|260", "南村|90|300"), 1),
        (("村|户|<|人|<", "^|总数|增长|总数|增长", "东村|120|3.5%|400|-2%"), 2),
        (("村|户|<", "^|总数|增长", "^|（户）|（‰）", "东村|120|3.5"), 3),
        (("村|位置|户数", "东村|山南|不详", "西村|山北|80", "南村|河边|90", "北村|河口|70"), 1),
        (("村|位置|户数", "东村|山南|不详", "西村|山北|80"), 0),
        (("村|户|<|人|<", "|总数|增长|总数|增长", "东村|120|3.5%|400|-2%"), 2),
        (("村|位置|户数", "东村|120|400"), 0),
        (("村|户数", "东村|120", "西村|80"), 0),
        (("村||人数", "东村|120|400", "西村|80|260"), 0),
        (("各村户数情况，截至去年底。|户数|人数", "东村|120|400", "西村|80|260"), 0),
        (("东村|120|400", "西村|80|260"), 0),
    ],
)
def test_short_words_over_columns_of_figures_are_a_head(rows: tuple[str, ...], expected: int) -> None:
    assert head_rows(table(*rows)) == expected


def test_a_head_of_two_rows_whose_cells_are_empty_for_being_merged_is_known() -> None:
    found = spread(table("序号|任务|责任单位||备注", "||牵头|配合|", "1|修路|县交通局||"))

    assert found == table("序号|任务|责任单位|<|备注", "^|^|牵头|配合|^", "1|修路|县交通局||")


@pytest.mark.parametrize(
    "rows",
    [
        ("序号|任务|责任单位||备注", "||牵头|配合|省级", "1|修路|县交通局||"),
        ("序号|任务|责任单位||备注", "|||配合|", "1|修路|县交通局||"),
        ("序号|任务|责任单位||备注", "||牵头。|配合。|", "1|修路|县交通局||"),
        ("序号|任务|责任单位|备注", "1|修路|县交通局|"),
        ("序号|任务|责任单位|<|备注", "||牵头|配合|"),
        ("序号|任务|责任单位||备注",),
    ],
)
def test_other_rows_with_empty_cells_stay_as_they_stand(rows: tuple[str, ...]) -> None:
    assert spread(table(*rows)) == table(*rows)


def test_where_cells_are_left_out_figures_say_nothing() -> None:
    assert head_rows(table("村|户数|人数", "东村|120|400", "西村|80|260", ragged=True)) == 0
