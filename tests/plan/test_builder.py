"""Building: every key of the shapes finds its place in the plan, and nothing written wrongly makes it fail."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan import model
from generator.plan.builder import build
from generator.plan.numbering import Mark
from generator.plan.numbers import number
from generator.plan.outline import as_data
from generator.regions.profile import Region
from generator.regions.units import Registry, UnitEntry
from generator.schema import shapes
from generator.source.reader import read

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def _plan(text: str) -> model.Plan:
    tree = read(text.encode()).tree

    assert tree is not None
    return build(tree)


def test_an_empty_plan_is_a_draft_of_no_year() -> None:
    assert _plan("{}") == model.Plan(year=0)


@pytest.mark.parametrize(
    ("shape", "built", "renamed"),
    [
        ("plan", model.Plan, {"format": None, "sections": "children", "tasks": "children", "points": "children"}),
        ("notice", model.Notice, {}),
        ("imprint", model.Imprint, {}),
        ("web", model.Web, {}),
        ("node", model.Node, {"sections": "children", "tasks": "children", "points": "children"}),
        ("mark", Mark, {"number": "first"}),
        ("brief", model.Brief, {}),
        ("annex", model.Annex, {"sections": "children", "tasks": "children", "points": "children"}),
        ("table", model.Table, {}),
        ("grid", model.Grid, {}),
        ("explanation", model.Explanation, {}),
        ("slides", model.Slides, {}),
        ("page", model.Page, {}),
        ("unplaced", model.Unplaced, {}),
        ("source", model.Origin, {}),
    ],
)
def test_every_key_of_a_shape_has_its_field(shape: str, built: type[DataclassInstance], renamed: dict[str, str | None]) -> None:
    names = {name for key in shapes.shapes()[shape] if (name := renamed.get(key, key))}

    assert {field.name for field in fields(built)} - {"path", "role"} == names


def test_the_parts_of_a_plan_are_read_as_what_they_are() -> None:
    plan = _plan("""
    year: 2025
    status: final
    label: 征求意见稿
    title: [上, 下]
    units_print: （{units}）
    numbering: [一、, {number: 1.1, running: true, run_in: false}]
    preamble: |
      第一段。

      第二段。
    closing: 完。
    unplaced: [{line: 12, text: 散, why: 无处}]
    source: {file: a.txt, digest: d, characters: 20, placed: 19}
    """)

    assert (plan.year, plan.status, plan.label, plan.full_title, plan.units_print) == (2025, "final", "征求意见稿", "上下", "（{units}）")
    assert plan.numbering == (Mark("一、"), Mark("1.1", running=True, run_in=False))
    assert (plan.preamble, plan.closing) == (("第一段。", "第二段。"), ("完。",))
    assert plan.unplaced == (model.Unplaced(line=12, text="散", why="无处"),)
    assert plan.source == model.Origin(file="a.txt", digest="d", characters=20, placed=19)


def test_a_node_knows_its_role_from_the_key_above_it() -> None:
    plan = _plan("{sections: [{id: a, tasks: [{id: b, points: [{id: c}]}]}]}")

    assert [(node.id, node.role) for node in model.walk(plan.children)] == [("a", "section"), ("b", "task"), ("c", "point")]


def test_of_several_role_keys_the_first_in_the_models_order_is_read() -> None:
    assert [node.id for node in _plan("{points: [{id: p}], sections: [{id: s}], tasks: [{id: t}]}").children] == ["s"]
    assert [node.id for node in _plan("{sections: , points: [{id: p}]}").children] == ["p"]


def test_an_empty_list_of_nodes_hides_none_of_another_role() -> None:
    assert [node.id for node in _plan("{sections: [], tasks: [{id: t}]}").children] == ["t"]


def test_everything_placed_keeps_its_path() -> None:
    plan = _plan("{notice: {imprint: {}}, annexes: [{}, {id: x, tables: [{id: t, items: [{id: i}]}]}], tasks: [甲, {id: b}]}")
    item = plan.annexes[1].tables[0].items[0]

    assert item.path == ("annexes", 1, "tables", 0, "items", 0)
    assert plan.children[0].path == ("tasks", 1)
    assert plan.notice is not None
    assert plan.notice.imprint == model.Imprint()
    assert plan.notice.imprint.path == ("notice", "imprint")


def test_paths_take_no_part_in_comparison() -> None:
    assert _plan("{tasks: [{id: a}]}").children == _plan("{tasks: [甲, {id: a}]}").children


def test_the_cells_of_an_item_are_what_is_written_beside_its_own_keys() -> None:
    text = "{tables: [{id: t, items: [{id: i, task: a, number: 3, goal: [一, 二], note: , scope: 全县, join: [units], heading: 标}]}]}"
    item = _plan(text).tables[0].items[0]

    assert item == model.Item(
        id="i", task="a", number="3", cells=(("goal", ("一", "二")), ("scope", ("全县",))), join=("units",), heading="标"
    )


def test_the_rows_of_a_grid_keep_their_empty_cells() -> None:
    grid = _plan("{tables: [{id: t, grid: {head: [[省, left]], body: [['', 0, same], 甲, [\"乙\\n丙\"]]}}]}").tables[0].grid

    assert grid == model.Grid(head=(("省", "left"),), body=(("", "0", "same"), ("乙\n丙",)))


def test_none_is_kept_as_written_for_it_is_rendering_that_leaves_it_out() -> None:
    notice = _plan("notice: {mark: none, recipients: none, imprint: {copies_to: none}}").notice

    assert notice == model.Notice(mark=("none",), recipients="none", imprint=model.Imprint(copies_to="none"))


def test_a_region_inline_is_built_with_its_units() -> None:
    region = _plan("region: {name: 某县, units: [{id: a, name: 县甲局, aliases: [甲局]}], terms: {whole: 全县}}").region

    assert region == Region(name="某县", registry=Registry((UnitEntry("a", "县甲局", ("甲局",)),), ()), terms=(("whole", "全县"),))


def test_what_is_not_written_is_not_there() -> None:
    plan = _plan("{notice: , web: , region: , slides: ~, explanation: ~, source: ~}")

    assert plan == model.Plan(year=0)


def test_tasks_of_annexes_are_not_the_plans_own() -> None:
    plan = _plan("{tasks: [{id: a, points: [{id: p}]}], annexes: [{id: x, tables: [{id: t}], tasks: [{id: b, tables: [{id: u}]}]}]}")

    assert [node.id for node in model.tasks_of(plan)] == ["a"]
    assert [node.id for node in model.nodes_of(plan)] == ["a", "p", "b"]
    assert [table.id for table in model.tables_of(plan)] == ["t", "u"]


def test_a_year_of_any_length_fails_nobody() -> None:
    assert _plan(f"year: {'9' * 5000}").title == ()


KEYS = sorted({key for shape in shapes.shapes().values() for key in shape})
TREES = st.recursive(
    st.sampled_from(["甲", "0", "a", "true", "none", "~", "''"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5).map(
            lambda data: f"{{{', '.join(f'{key}: {of}' for key, of in data.items())}}}"
        )
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=6))
def test_no_tree_whatever_fails_to_be_built_numbered_and_outlined(data: dict[str, str]) -> None:
    plan = _plan("{" + ", ".join(f"{key}: {of}" for key, of in data.items()) + "}")
    numbers = number(plan)

    assert numbers.counted.keys() >= {node.path for node in model.nodes_of(plan)}
    assert as_data(plan)["title"] == plan.full_title
