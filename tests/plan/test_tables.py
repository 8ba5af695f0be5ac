"""Tables: how columns are headed, and what a cell shows."""

from __future__ import annotations

import pytest

from generator.plan.builder import build
from generator.plan.model import Annex, Item, Plan, Table
from generator.plan.tables import HEADS, USUAL, Cells, columns_of
from generator.schema import shapes
from generator.source.reader import read


def _plan(text: str) -> Plan:
    tree = read(text.encode()).tree

    assert tree is not None
    return build(tree)


def _heads(table: str, labels: str = "{}") -> list[tuple[str, str]]:
    annex = _plan(f"annexes: [{{id: x, labels: {labels}, tables: [{table}]}}]").annexes[0]
    return [(column.id, column.head) for column in columns_of(annex.tables[0], annex)]


def test_a_table_that_names_no_columns_has_the_usual_ones() -> None:
    assert _heads("{id: t}") == [("number", "序号"), ("name", "名称"), ("goal", "目标"), ("units", "责任单位"), ("note", "备注")]
    assert columns_of(Table(id="t")) == columns_of(Table(id="t"), Annex(id="x"))


def test_named_columns_stand_in_the_order_written() -> None:
    assert _heads("{id: t, columns: {scope: 范围, name: 举措}}") == [("scope", "范围"), ("name", "举措")]


@pytest.mark.parametrize(
    ("table", "labels", "head"),
    [
        ("{id: t}", "{}", "目标"),
        ("{id: t}", "{goal: 附件所称}", "附件所称"),
        ("{id: t, labels: {goal: 本表所称}}", "{goal: 附件所称}", "本表所称"),
        ("{id: t, columns: {goal: 列名}}", "{goal: 附件所称}", "列名"),
        ("{id: t, columns: {goal: 列名}, labels: {goal: 本表所称}}", "{}", "本表所称"),
        ("{id: t, labels: {goal: }}", "{}", "目标"),
        ("{id: t}", "{goal: }", "目标"),
    ],
)
def test_the_nearest_word_for_a_column_heads_it(table: str, labels: str, head: str) -> None:
    assert dict(_heads(table, labels))["goal"] == head


def test_every_usual_column_has_a_head_and_a_place_in_an_item() -> None:
    assert set(USUAL) < set(HEADS)
    assert set(HEADS) < set(shapes.shapes()["item"])


PLAN = """
sections: [{id: s, title: 部分, tasks: [{id: a, title: 强化责任。}, {id: b, text: 没有标题}]}]
annexes: [{id: x, title: 表, points: [{id: inner, title: 附件内}]}]
"""


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Item(id="i", task="a"), ("强化责任",)),
        (Item(id="i", task="s"), ("部分",)),
        (Item(id="i", task="a", cells=(("name", ("自己的",)),)), ("自己的",)),
        (Item(id="i", task="b"), ()),
        (Item(id="i", task="nobody"), ()),
        (Item(id="i", task="inner"), ()),
        (Item(id="i"), ()),
    ],
)
def test_a_name_not_written_is_the_title_of_the_task(item: Item, name: tuple[str, ...]) -> None:
    assert Cells(_plan(PLAN)).of(item, "name") == name


def test_only_the_name_is_taken_from_the_task() -> None:
    item = Item(id="i", task="a", cells=(("goal", ("0", "年底前")),))
    cells = Cells(_plan(PLAN))

    assert [cells.of(item, column) for column in ("goal", "units", "scope")] == [("0", "年底前"), (), ()]
