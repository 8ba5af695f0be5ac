"""Changes: made in the content they were found in, refused in another; their form in json."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare.changes import MisfitError, apply, from_json, inverse, to_json
from generator.compare.differ import compare
from tests.compare.plans import PLAN, content, edited

CHANGES = compare(
    content(PLAN),
    content(
        edited(
            ("1号", "2号"),
            ("      - id: firms\n        title: 企业主体责任\n", ""),
            ("points: [", "points: [{id: leaders, title: 领导责任, text: 每季度研究一次。}, {id: new}, "),
            ("      - {id: leaders, title: 领导责任, text: 每季度研究一次。}\n", ""),
        )
    ),
)


def test_there_is_one_of_every_kind() -> None:
    assert {change.kind for change in CHANGES} == {"added", "removed", "changed", "moved"}


def test_the_way_back_of_the_way_back_is_the_way() -> None:
    assert inverse(inverse(CHANGES)) == CHANGES


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.kind)
def test_a_change_is_refused_in_a_plan_it_was_not_found_in(change: object) -> None:
    other = content("format: 1\nyear: 2025\ntitle: 标题\ntasks: [{id: new}]")

    with pytest.raises(MisfitError, match="对不上这份计划"):
        apply(tuple(one for one in CHANGES if one == change), other)


def test_what_is_removed_must_be_empty() -> None:
    (change,) = (change for change in compare(content(PLAN), content(edited(("id: safeguards", "id: other")))) if change.id == "safeguards")

    with pytest.raises(MisfitError, match="safeguards"):
        apply((change,), content(PLAN))


def test_something_added_stands_behind_what_is_there() -> None:
    (change,) = (change for change in CHANGES if change.kind == "added")
    assert change.new_place is not None
    astray = replace(change, new_place=replace(change.new_place, after="nowhere"))

    with pytest.raises(MisfitError, match="new"):
        apply((astray,), content(PLAN))


def test_json_names_every_part_of_a_change() -> None:
    moved = next(row for row in to_json(CHANGES) if row["kind"] == "moved")

    assert moved == {
        "kind": "moved",
        "id": "leaders",
        "path": ["sections", "safeguards", "points", "leaders"],
        "field": "",
        "old": None,
        "new": None,
        "old_place": {"parent": "duties", "key": "tasks", "after": ""},
        "new_place": {"parent": "safeguards", "key": "points", "after": ""},
    }


def test_json_may_say_more() -> None:
    assert from_json([row | {"verdict": None, "line": 3} for row in to_json(CHANGES)]) == CHANGES
