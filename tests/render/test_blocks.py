"""Blocks: how titles, texts, tables and units follow each other."""

from __future__ import annotations

import pytest

from generator.plan.builder import build
from generator.plan.numbers import number
from generator.plan.tables import Cells
from generator.render.blocks import Block, Cell, Composer, Row, TableView, paragraphs
from generator.source.reader import read


def _blocks(text: str) -> list[Block]:
    tree = read(text.encode()).tree

    assert tree is not None
    plan = build(tree)
    composer = Composer(number(plan), Cells(plan), plan.units_print)
    return [*composer.tables(plan.tables), *composer.nodes(plan.children)]


def _lines(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.line) for block in _blocks(text)]


def _view(text: str) -> TableView:
    table = _blocks(text)[0].table

    assert table is not None
    return table


@pytest.mark.parametrize(
    ("node", "lines"),
    [
        ("title: 甲", [("heading", "一、甲")]),
        ("title: 甲, text: 乙。", [("run_in", "一、甲。乙。")]),
        ("title: 甲, text: [乙。, 丙。]", [("run_in", "一、甲。乙。"), ("paragraph", "丙。")]),
        ("title: 甲, run_in: false, text: 乙。", [("heading", "一、甲"), ("paragraph", "乙。")]),
        ("title: 甲, run_in: true", [("heading", "一、甲")]),
        ("text: 乙。", [("run_in", "一、乙。")]),
        ("text: 乙。, run_in: false", [("run_in", "一、乙。")]),
        ("after: 丙。", [("run_in", "一、"), ("paragraph", "丙。")]),
        ("title: 甲, points: [{id: b, text: 乙。}], after: 丙。", [("heading", "一、甲"), ("run_in", "（一）乙。"), ("paragraph", "丙。")]),
    ],
)
def test_the_title_of_a_task_runs_in_with_its_text(node: str, lines: list[tuple[str, str]]) -> None:
    assert _lines(f"tasks: [{{id: a, {node}}}]") == lines


def test_the_title_of_a_section_stands_alone() -> None:
    assert _lines("sections: [{id: a, title: 甲, text: 乙。}]") == [("heading", "一、甲"), ("paragraph", "乙。")]


def test_nodes_without_numbers_are_paragraphs_or_nothing() -> None:
    assert _lines("{numbering: [none], tasks: [{id: a, text: 甲。}, {id: b}, {id: c, title: 乙}]}") == [
        ("run_in", "甲。"),
        ("heading", "乙"),
    ]


def test_blocks_keep_their_depth_and_their_id() -> None:
    blocks = _blocks("{sections: [{id: a, title: 甲, text: 乙。, tasks: [{id: b, text: 丙。}]}]}")

    assert [(block.id, block.depth) for block in blocks] == [("a", 0), ("", 0), ("b", 1)]


@pytest.mark.parametrize(
    ("node", "lines"),
    [
        ("title: 甲, text: 乙。", ["一、甲。乙。【局】"]),
        ("title: 甲, text: [乙。, 丙。]", ["一、甲。乙。", "丙。【局】"]),
        ("title: 甲", ["一、甲。【局】"]),
        ("title: 甲, run_in: false", ["一、甲", "【局】"]),
        ("title: 甲, text: 乙。, after: 丁。", ["一、甲。乙。", "丁。【局】"]),
        ("text: 乙。, points: [{id: b, text: 丙。}]", ["一、乙。", "（一）丙。", "【局】"]),
        ("text: 乙。, points: [{id: b, text: 丙。}], after: 丁。", ["一、乙。", "（一）丙。", "丁。【局】"]),
        ("text: 乙。, points: [{id: b, text: 丙。, units: 处}]", ["一、乙。", "（一）丙。【处】", "【局】"]),
        ("text: 乙。, tables: [{id: t, items: [{id: i}]}]", ["一、乙。", "", "【局】"]),
    ],
)
def test_units_follow_the_last_words_of_their_node(node: str, lines: list[str]) -> None:
    text = f"{{units_print: 【{{units}}】, tasks: [{{id: a, units: 局, {node}}}]}}".replace("【{units}】", "'【{units}】'")

    assert [line for _, line in _lines(text)] == lines


def test_units_without_brackets_have_a_line_of_their_own() -> None:
    lines = [line for _, line in _lines("{units_print: '责任单位：{units}', tasks: [{id: a, title: 甲, text: 乙。, units: 局}]}")]

    assert lines == ["一、甲。乙。", "责任单位：局"]


def test_units_are_not_printed_unless_the_plan_says_how() -> None:
    assert _lines("tasks: [{id: a, text: 甲。, units: 县甲局}]") == [("run_in", "一、甲。")]


def test_a_table_shows_the_columns_it_names() -> None:
    view = _view(
        "tables: [{id: t, measure: 单位：人, notes: [注一, 注二], columns: {name: 举措, goal: 内容}, items: [{id: i, goal: [0, 1]}]}]"
    )

    assert (view.id, view.title, view.measure, view.notes) == ("t", "", "单位：人", ("注一", "注二"))
    assert view.columns == ("name", "goal")
    assert view.head == (Row((Cell(("举措",)), Cell(("内容",)))),)
    assert view.rows == (Row((Cell(), Cell(("0", "1"))), id="i"),)


def test_a_joined_cell_keeps_its_text_and_shows_none() -> None:
    view = _view("tables: [{id: t, columns: {name: 甲}, items: [{id: i, name: 乙}, {id: j, name: 乙, join: [name]}]}]")

    assert view.rows[1].cells == (Cell(("乙",), "above"),)
    assert view.rows[1].cells[0].line == ""


def test_a_row_across_is_one_cell() -> None:
    assert _view("tables: [{id: t, items: [{id: h, heading: 甲（共2项）}]}]").rows == (Row((Cell(("甲（共2项）",)),), across=True, id="h"),)


def test_a_grid_says_what_its_cells_merge_with() -> None:
    view = _view("tables: [{id: t, title: 表, grid: {head: [[省, left]], body: [[same, ''], [1, 2]]}}]")

    assert (view.title, view.columns) == ("表", ())
    assert view.head == (Row((Cell(("省",)), Cell(merged="before"))),)
    assert view.rows == (Row((Cell(merged="above"), Cell(("",)))), Row((Cell(("1",)), Cell(("2",)))))


def test_a_cell_of_a_grid_has_a_paragraph_for_every_line() -> None:
    view = _view('tables: [{id: t, grid: {body: [["区财政局\\n各镇街", 1]]}}]')

    assert view.rows == (Row((Cell(("区财政局", "各镇街")), Cell(("1",)))),)


def test_the_title_of_a_table_bears_its_number() -> None:
    tree = read(b"annexes: [{id: x, tables: [{id: t, title: a}, {id: u}]}]").tree

    assert tree is not None
    plan = build(tree)
    blocks = Composer(number(plan), Cells(plan)).tables(plan.annexes[0].tables, plan.annexes[0])
    assert [block.table.title for block in blocks if block.table] == ["一、a", "二、"]


def test_the_line_of_a_cell_joins_its_paragraphs() -> None:
    assert (Cell(("甲", "乙")).line, Cell(("甲",), "before").line, Cell().line) == ("甲 乙", "", "")


def test_every_paragraph_is_a_block() -> None:
    assert [*paragraphs(("甲", "乙"))] == [Block("paragraph", text="甲"), Block("paragraph", text="乙")]
