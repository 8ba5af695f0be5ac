"""The shapes: every name in them leads somewhere, every key has its word, and every path finds its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.plan.model import ROLES
from generator.regions.constants import PLACES
from generator.schema import shapes
from generator.schema.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL = [(shape, key, rules) for shape, keys in shapes.shapes().items() for key, rules in keys.items()]


def _inside(rules: shapes.Rules) -> Iterator[shapes.Rules]:
    """Yield rules and all rules written within them."""
    yield rules
    for name in ("schema", "keysrules", "valuesrules", "allow_unknown"):
        inner = rules.get(name)
        if isinstance(inner, dict):
            yield from _inside(inner)


def test_there_are_shapes() -> None:
    assert len(shapes.shapes()) > 15
    assert len(ALL) > 100


def test_rules_name_only_shapes_kinds_and_keys_that_exist() -> None:
    every = [(shape, rules) for shape, _, written in ALL for rules in _inside(written)]
    named = [rules["schema"] for _, rules in every if isinstance(rules.get("schema"), str)]
    kinds = [rules["check_with"] for _, rules in every if "check_with" in rules]
    excluded = [
        (shape, key)
        for shape, rules in every
        for key in ([rules["excludes"]] if isinstance(rules.get("excludes"), str) else rules.get("excludes", []))
    ]

    assert set(named) < {*shapes.shapes(), *shapes.rule_sets()}
    assert set(kinds) == set(KINDS)
    assert {("node", "tasks"), ("table", "grid")} < set(excluded)
    assert [pair for pair in excluded if pair[1] not in shapes.shapes()[pair[0]]] == []


def test_what_excludes_a_key_is_excluded_by_it() -> None:
    pairs = {(shape, key, other) for shape, key, rules in ALL for other in _listed(rules.get("excludes", []))}

    assert {(shape, other, key) for shape, key, other in pairs} == pairs


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@pytest.mark.parametrize(("shape", "key"), [(shape, key) for shape, key, _ in ALL])
def test_every_key_has_a_chinese_word(shape: str, key: str) -> None:
    assert not shapes.word(shape, key).isascii()


def test_a_word_of_one_shape_wins_over_the_general_one() -> None:
    assert shapes.word("notice", "note") != shapes.word("item", "note")
    assert shapes.word("plan", "no_such_key") == "no_such_key"


def test_a_node_may_hold_what_the_plan_may_hold_below_it() -> None:
    assert [shapes.shapes()["plan"][key] for key in ROLES] == [shapes.shapes()["node"][key] for key in ROLES]


def test_every_constant_of_a_region_has_its_place_in_a_plan() -> None:
    assert PLACES.keys() == shapes.shapes()["constants"].keys()
    for key, (*above, last) in PLACES.items():
        shape = shapes.shapes()[shapes.shape_at("plan", tuple(above)) or ""]

        assert shape[str(last)]["type"] == shapes.shapes()["constants"][key]["type"]


@pytest.mark.parametrize(
    ("shape", "path", "found"),
    [
        ("plan", (), "plan"),
        ("plan", ("notice",), "notice"),
        ("plan", ("notice", "imprint"), "imprint"),
        ("plan", ("sections", 0, "tasks", 1), "node"),
        ("plan", ("sections", 0, "tasks", 1, "brief"), "brief"),
        ("plan", ("annexes", 0, "tables", 2, "items", 3), "item"),
        ("plan", ("annexes", 0, "tables", 2, "grid"), "grid"),
        ("plan", ("numbering", 1), "mark"),
        ("plan", ("sections", 0, "numbering", 0), "mark"),
        ("plan", ("region", "units", 0), "unit"),
        ("region", ("constants",), "constants"),
        ("plan", ("web", "other"), None),
        ("plan", ("title", 0), None),
        ("plan", ("nothing", 0, "nowhere"), None),
    ],
)
def test_a_path_leads_to_the_shape_of_its_mapping(shape: str, path: tuple[str | int, ...], found: str | None) -> None:
    assert shapes.shape_at(shape, path) == found


def test_rules_may_be_named_or_written_out() -> None:
    assert shapes.resolved("flag") == {"type": "text", "check_with": "flag"}
    assert shapes.resolved({"type": "text"}) == {"type": "text"}


@pytest.mark.parametrize(
    ("path", "holds"),
    [
        (("preamble",), True),
        (("notice", "body"), True),
        (("annexes", 0, "tables", 0, "items", 0, "units"), True),
        (("sections", 0, "tasks", 1, "units"), False),
        (("units",), False),
        (("annexes", 0, "tables", 0, "grid", "body"), False),
        (("constants", "mark"), True),
    ],
)
def test_a_key_holds_paragraphs_where_its_shape_says_so(path: tuple[str | int, ...], holds: bool) -> None:  # noqa: FBT001 - a row of the table
    assert shapes.holds_paragraphs(path) is holds
