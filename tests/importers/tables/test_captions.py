"""What stands in a table's frame or right above it and is none of its rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.outline import Block, Paragraph, Table
from generator.importers.tables.captions import captioned
from tests.importers.made import HEAD, lines, row, table, texts
from tests.importers.told import told

_ROWS = (HEAD, "1|修路|3公里|县住建局|")


def _only(*blocks: Block) -> Table:
    (found,) = captioned(blocks)
    assert isinstance(found, Table)
    return found


@pytest.mark.parametrize("first", ["道路分工表|<|<|<|<", "||道路分工表||"])
def test_a_title_across_the_first_row_is_the_tables(first: str) -> None:
    found = _only(table(first, *_ROWS))

    assert found == replace(table(*_ROWS, line=2), title=Paragraph(1, "道路分工表"))


def test_a_measure_across_a_row_is_the_tables_too() -> None:
    found = _only(table("道路分工表|<|<|<|<", "||||（单位：公里）", *_ROWS))

    assert (found.title, found.measure) == (Paragraph(1, "道路分工表"), Paragraph(2, "（单位：公里）"))
    assert len(found.rows) == 2


@pytest.mark.parametrize("text", ["单位：万元", "（单位：株）", "计量单位：人"])
def test_a_measure_right_above_belongs_to_the_table(text: str) -> None:
    title, found = captioned([*lines("道路分工表", text), table(*_ROWS)])

    assert title == Paragraph(1, "道路分工表")
    assert isinstance(found, Table)
    assert (found.title, found.measure) == (None, Paragraph(2, text))


@pytest.mark.parametrize("text", ["表1  道路分工", "表 3-2：道路分工", "表二　道路分工", "续表1  道路分工"])
def test_a_numbered_title_above_belongs_to_the_table_also_in_a_section(text: str) -> None:
    sentence, found = captioned([*lines("（一）修好农村公路。", text, "单位：公里"), table(*_ROWS)])

    assert sentence == Paragraph(1, "（一）修好农村公路。")
    assert isinstance(found, Table)
    assert (found.title, found.measure) == (Paragraph(2, text), Paragraph(3, "单位：公里"))


@pytest.mark.parametrize(
    ("above", "text"),
    [("附件1", "表1  道路分工"), ("一、道路", "表1  道路分工"), ("修好公路。", "表1列出各路，请落实。"), ("修好公路。", "表彰先进")],
)
def test_a_line_that_is_no_numbered_title_or_the_only_one_stays(above: str, text: str) -> None:
    assert texts(captioned([*lines(above, text), table(*_ROWS)])) == [above, text, "表 2 行"]


def test_rows_across_below_a_label_or_a_number_are_lines_of_their_own() -> None:
    grid = table("道路分工表|<|<|<|<", *_ROWS)

    assert texts(captioned([*lines("附件2"), grid])) == ["附件2", "道路分工表", "表 2 行"]
    assert texts(captioned([*lines("一、道路"), grid])) == ["一、道路", "道路分工表", "表 2 行"]
    assert texts(captioned([table("附件2||||", *(one for one in ("道路分工表||||", *_ROWS)))])) == ["附件2", "道路分工表", "表 2 行"]


@pytest.mark.parametrize(
    "grid",
    [
        table("一、道路|<|<|<|<", *_ROWS),
        table("各乡镇按下表落实。|<|<|<|<", *_ROWS),
        table("道" * 41 + "|<|<|<|<", *_ROWS),
        table("道路分工表|<|<", "修路|3公里|县住建局"),
        table("道路分工表|<|<"),
        table("道路分工表", "序号"),
        replace(table("道路分工表|<|<|<|<", *_ROWS), ids=("roads",)),
        replace(table(*_ROWS), rows=(row("道路|<|<|<|<", ids=("roads",)), *table(*_ROWS, line=2).rows)),
    ],
)
def test_other_rows_across_stay_in_the_table(grid: Table) -> None:
    assert [grid] == captioned([grid])


def test_a_frame_of_one_column_takes_nothing_from_above() -> None:
    blocks = [*lines("单位：万元"), table("县财政局")]

    assert blocks == captioned(blocks)


def test_a_measure_under_the_title_of_an_annex_is_none_of_its_lines() -> None:
    plan = "2025年林业工作要点\n一、植树\n（一）造林。造林一万亩。\n（二）抚育。抚育五千亩。\n"
    below = "附件\n造林任务表\n（单位：亩）\n序号 | 乡镇 | 任务 |\n1 | 东乡 | 6000 |\n2 | 西乡 | 4000 |\n合计 | | 10000 |\n"
    found = told(plan + below)
    (annex,) = found.tree["annexes"]
    (grid,) = annex["tables"]

    assert (annex["title"], grid["measure"], grid["items"][-1]["number"]) == ("造林任务表", "（单位：亩）", "合计")
    assert found.unplaced == []
