"""The outline: what is counted, and how the parts are shown as data and as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.plan.builder import build
from generator.plan.outline import as_data, as_lines, counts
from generator.source.reader import read

if TYPE_CHECKING:
    from generator.plan.model import Plan

HEAD = "year: 2025\ntitle: [某县2025年, 工作要点]\n"


def _plan(text: str) -> Plan:
    tree = read((HEAD + text).encode()).tree

    assert tree is not None
    return build(tree)


def _lines(text: str) -> list[str]:
    return [*as_lines(_plan(text))][2:]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", (0, 0, 0, 0)),
        ("tasks: [{id: a}, {id: b}]", (0, 2, 0, 0)),
        ("sections: [{id: a, sections: [{id: b, tasks: [{id: c}]}]}, {id: d, points: [{id: e}]}]", (2, 1, 0, 0)),
        ("tasks: [{id: a, tasks: [{id: b}]}]", (0, 2, 0, 0)),
        ("annexes: [{id: x, sections: [{id: a}], tasks: [{id: b}]}]", (0, 0, 0, 0)),
        (
            "tables: [{id: t, items: [{id: a}, {id: h, heading: 甲}]}]\nannexes: [{id: x, tables: [{id: u, grid: {body: [[甲]]}}]}]",
            (0, 0, 2, 1),
        ),
    ],
)
def test_only_top_sections_own_tasks_and_numbered_items_are_counted(text: str, counted: tuple[int, ...]) -> None:
    assert tuple(counts(_plan(text)).values()) == counted
    assert list(counts(_plan(text))) == ["sections", "tasks", "tables", "items"]


def test_a_section_is_shown_with_all_its_lists_and_a_task_with_its_units() -> None:
    shown = as_data(_plan("sections: [{id: a, title: 甲, tasks: [{id: b, title: 乙, units: 县甲局}]}]"))

    assert shown["title"] == "某县2025年工作要点"
    assert (shown["tasks"], shown["points"], shown["annexes"]) == ([], [], [])
    assert shown["sections"] == [
        {
            "id": "a",
            "number": "一、",
            "title": "甲",
            "sections": [],
            "tasks": [{"id": "b", "number": "（一）", "title": "乙", "units": "县甲局"}],
            "points": [],
        }
    ]


def test_an_item_is_shown_with_the_name_of_its_task() -> None:
    text = """
tasks: [{id: a, title: 甲。}]
annexes: [{id: x, title: [表, 一], tables: [{id: t, items: [{id: i, task: a, goal: [0, 1], join: [name]}]}]}]
"""
    annex = as_data(_plan(text))["annexes"][0]

    assert annex["title"] == "表一"
    assert annex["tables"][0]["items"] == [{"id": "i", "number": "1", "name": "甲", "goal": "0\n1", "units": "", "join": ["name"]}]


def test_a_row_across_is_shown_with_its_heading_and_no_number() -> None:
    annex = as_data(_plan("annexes: [{id: x, tables: [{id: t, items: [{id: h, heading: 甲}]}]}]"))["annexes"][0]

    assert (annex["tables"][0]["items"][0]["number"], annex["tables"][0]["items"][0]["heading"]) == ("", "甲")


@pytest.mark.parametrize(("status", "word"), [("sample", "示范文本"), ("draft", "草稿"), ("final", "定稿")])
def test_the_second_line_says_year_status_and_counts(status: str, word: str) -> None:
    first, second = as_lines(_plan(f"status: {status}"))

    assert first == "某县2025年工作要点"
    assert second == f"2025年　{word}　0 个部分，0 项任务，0 张表，0 项"


def test_deeper_nodes_stand_further_in_with_their_ids_and_units() -> None:
    assert _lines("sections: [{id: a, title: 甲, tasks: [{id: b, title: 乙, units: 县甲局}]}]") == [
        "",
        "一、甲  [a]",
        "  （一）乙  [b]　县甲局",
    ]


def test_a_long_paragraph_without_a_title_is_cut_short() -> None:
    assert _lines(f"tasks: [{{id: a, text: {'甲' * 30}}}]") == ["", f"一、{'甲' * 24}…  [a]"]


def test_a_short_paragraph_without_a_title_is_shown_whole() -> None:
    assert _lines("tasks: [{id: a, text: 年底前完成。}]") == ["", "一、年底前完成。  [a]"]


def test_a_node_that_says_nothing_shows_its_id() -> None:
    assert _lines("tasks: [{id: a}]") == ["", "一、  [a]"]


def test_tables_are_shown_with_their_size() -> None:
    text = (
        "annexes: [{id: x, title: 表, absent: true, tables: [{id: t, title: 甲, items: [{id: a}]}, {id: u, grid: {body: [[乙], [丙]]}}]}]"
    )

    assert _lines(text) == ["", "附件　表  [x]（未随文附上）", "  一、甲（1 项）  [t]", "  二、（无表题）（2 行）  [u]"]
