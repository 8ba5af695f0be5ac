"""Edits on plain data, and edits that cannot be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.source.edits import EditError, Insert, Move, Remove, Set, apply

if TYPE_CHECKING:
    from generator.source.edits import Edit
    from generator.source.tree import Value

TREE: Value = {"title": "旧", "tasks": ["a", "b", {"id": "c", "units": ["x"]}], "notice": {"date": None}}


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([], ["a", "b", "c"]),
        ([Insert((0,), "x"), Insert((3,), "y"), Insert((3,), "z")], ["x", "a", "b", "c", "y", "z"]),
        ([Remove((0,)), Insert((0,), "x"), Set((1,), "y")], ["x", "y", "c"]),
        ([Move((0,), (3,)), Move((2,), (0,))], ["c", "b", "a"]),
        ([Move((1,), (1,)), Move((2,), (3,))], ["a", "b", "c"]),
    ],
)
def test_paths_speak_of_the_list_as_it_was_read(edits: list[Edit], expected: list[Value]) -> None:
    assert expected == apply(["a", "b", "c"], edits)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Set(("c",), "3"), Set(("a",), None)], [("a", None), ("b", "2"), ("c", "3")]),
        ([Insert(("c",), "3", after="a"), Remove(("b",))], [("a", "1"), ("c", "3")]),
        ([Move(("a",), ("c",))], [("c", "1"), ("b", "2")]),
    ],
)
def test_keys_keep_their_order(edits: list[Edit], expected: list[tuple[str, Value]]) -> None:
    after = apply({"a": "1", "b": "2"}, edits)

    assert isinstance(after, dict)
    assert expected == list(after.items())


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        (Set(("tasks", 2, "unit", "name"), "x"), ["“tasks › 第3项 › unit › name”", "“tasks › 第3项”"]),
        (Set(("tasks", 3), "x"), ["“tasks › 第4项”", "“tasks”"]),
        (Remove(("note",)), ["“note”", "文件最外层"]),
        (Insert(("tasks", 5), "x"), ["“tasks › 第6项”", "“tasks”"]),
        (Insert(("tasks", "x"), "x"), ["“tasks › x”", "“tasks”"]),
        (Insert(("notice", "x"), "x", after="y"), ["“notice › y”", "“notice”"]),
        (Insert(("notice", "date"), "x"), ["“notice › date”"]),
        (Move(("notice", "date"), ("title",)), ["“title”"]),
        (Move(("notice", "date"), ("tasks", 0)), ["“notice › date”", "“tasks › 第1项”"]),
        (Set((), {}), ["文件"]),
    ],
)
def test_a_place_that_is_not_there_is_refused_with_the_nearest_that_is(edit: Edit, named: list[str]) -> None:
    with pytest.raises(EditError) as refusal:
        apply(TREE, [edit])

    assert [words for words in named if words not in refusal.value.message] == []
    assert refusal.value.tip


@pytest.mark.parametrize(
    ("edits", "named"),
    [
        ([Set(("title",), "x"), Remove(("title",))], ["“title”"]),
        ([Remove(("tasks", 2)), Set(("tasks", 2, "id"), "x")], ["“tasks › 第3项”", "“tasks › 第3项 › id”"]),
        ([Insert(("tasks", 2, "units", 0), "x"), Remove(("tasks",))], ["“tasks › 第3项 › units › 第1项”", "“tasks”"]),
        ([Move(("tasks", 2, "units", 0), ("tasks", 0)), Remove(("tasks", 2))], ["“tasks › 第3项 › units › 第1项”", "“tasks › 第3项”"]),
        ([Move(("tasks", 0), ("tasks", 2, "units", 0)), Set(("tasks", 2), "x")], ["“tasks › 第3项”"]),
        ([Insert(("x",), "1"), Set(("x",), "2")], ["“x”"]),
        ([Move(("notice",), ("x",)), Insert(("x",), "2")], ["“x”"]),
        ([Move(("tasks", 0), ("tasks", 2)), Move(("tasks", 0), ("tasks", 3))], ["“tasks › 第1项”"]),
        ([Move(("tasks", 2), ("tasks", 2, "units", 0))], ["“tasks › 第3项”", "“tasks › 第3项 › units › 第1项”"]),
    ],
)
def test_edits_that_cannot_stand_together_are_refused(edits: list[Edit], named: list[str]) -> None:
    with pytest.raises(EditError, match="同时") as refusal:
        apply(TREE, edits)

    assert [words for words in named if words not in refusal.value.message] == []


def test_two_moves_cannot_chase_each_other() -> None:
    tree: Value = {"a": [["x"]], "b": [["y"]]}
    with pytest.raises(EditError, match="同时"):
        apply(tree, [Move(("a", 0), ("b", 0, 0)), Move(("b", 0), ("a", 0, 0))])


def test_what_is_inside_something_moved_can_be_edited_and_leave() -> None:
    edits: list[Edit] = [Move(("tasks", 2), ("tasks", 0)), Set(("tasks", 2, "id"), "d"), Move(("tasks", 2, "units", 0), ("tasks", 3))]

    assert apply(TREE, edits) == {"title": "旧", "tasks": [{"id": "d", "units": []}, "a", "b", "x"], "notice": {"date": None}}
