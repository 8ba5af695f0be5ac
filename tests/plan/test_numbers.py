"""The numbers of a plan: nodes, tables and items, each document counted for itself."""

from __future__ import annotations

from generator.plan.builder import build
from generator.plan.numbers import Numbers, number
from generator.source.reader import read


def _numbers(text: str) -> Numbers:
    tree = read(text.encode()).tree

    assert tree is not None
    return number(build(tree))


def _printed(text: str) -> dict[str, str]:
    """Return the printed numbers by their paths, put short: sections.0.tasks.1 is s0t1."""
    return {
        "".join(step[0] if isinstance(step, str) else str(step) for step in path): said for path, said in _numbers(text).printed.items()
    }


def test_depths_count_by_the_usual_marks() -> None:
    text = "sections: [{id: a, tasks: [{id: b, points: [{id: c, points: [{id: d, points: [{id: e, points: [{id: f}]}]}]}]}]}]"

    assert [*_printed(text).values()] == ["一、", "（一）", "1.", "（1）", "①", "①"]


def test_a_node_with_marks_of_its_own_counts_what_is_below_it_apart() -> None:
    text = """
    numbering: [1., {number: （一）, running: true}]
    sections:
      - {id: a, points: [{id: b}, {id: c}]}
      - {id: d, numbering: [A.], points: [{id: e, points: [{id: f}]}]}
      - {id: g, points: [{id: h}]}
    """

    assert [*_printed(text).values()] == ["1.", "（一）", "（二）", "2.", "A.", "（一）", "3.", "（三）"]


def test_decimal_numbers_follow_a_number_set_by_hand_above() -> None:
    text = """
    numbering: [1, '1.1']
    sections:
      - {id: a, number: 4, points: [{id: b}, {id: c, number: 7}, {id: d}]}
      - {id: e, points: [{id: f}]}
    """

    assert [*_printed(text).values()] == ["4", "4.1", "4.7", "4.8", "5", "5.1"]


def test_every_annex_is_counted_for_itself() -> None:
    text = """
    tasks: [{id: a}, {id: b}]
    annexes: [{id: x, points: [{id: c}]}, {id: y, numbering: [第一条], points: [{id: d}, {id: e}]}]
    """

    assert [*_printed(text).values()] == ["一、", "二、", "一、", "第一条", "第二条"]


def test_several_tables_of_an_annex_bear_its_first_mark_and_its_nodes_go_on_from_them() -> None:
    text = "annexes: [{id: x, numbering: [1.], tables: [{id: t}, {id: u}], sections: [{id: a, tables: [{id: v}, {id: w}]}, {id: b}]}]"

    assert _printed(text) == {"a0t0": "1.", "a0t1": "2.", "a0s0": "3.", "a0s1": "4."}


def test_a_single_table_bears_no_number() -> None:
    assert _printed("{annexes: [{id: x, tables: [{id: t}], sections: [{id: a}]}]}") == {"a0s0": "一、"}
    assert _printed("{tables: [{id: t}, {id: u}], sections: [{id: a}]}") == {"s0": "一、"}


def test_items_count_from_one_in_every_table_and_rows_across_bear_no_number() -> None:
    text = """
    tables: [{id: t, items: [{id: a}, {id: h, heading: 甲}, {id: b}]}]
    sections: [{id: s, tables: [{id: u, items: [{id: c}]}]}]
    """

    assert _printed(text) == {"t0i0": "1", "t0i2": "2", "s0": "一、", "s0t0i0": "1"}


def test_items_go_on_from_a_number_set_by_hand_and_print_it_as_written() -> None:
    text = "{tables: [{id: t, items: [{id: a, number: 21}, {id: b}, {id: c, number: 3-1}, {id: d}, {id: e, number: ５}, {id: f}]}]}"

    assert [*_printed(text).values()] == ["21", "22", "3-1", "24", "５", "6"]


def test_a_number_set_by_hand_of_any_length_fails_nobody() -> None:
    printed = _printed(f"{{tables: [{{id: t, items: [{{id: a, number: {'9' * 5000}}}]}}]}}")

    assert printed == {"t0i0": "9" * 5000}


def test_titles_run_in_by_role_unless_the_mark_or_the_node_says_otherwise() -> None:
    text = """
    numbering: [一、, （一）, {number: 1., run_in: false}]
    sections:
      - {id: a}
      - {id: b, run_in: true}
      - {id: c, tasks: [{id: d}, {id: e, run_in: false}, {id: f, points: [{id: g}, {id: h, run_in: true}]}]}
    """
    run_in = _numbers(text).run_in

    assert [*run_in.values()] == [False, True, False, True, False, True, False, True]


def test_what_bears_no_number_prints_none() -> None:
    numbers = _numbers("{numbering: [none], points: [{id: a}]}")

    assert (numbers.of(("points", 0)), numbers.of(("preamble",))) == ("", "")
    assert numbers.counted == {("points", 0): 1}
