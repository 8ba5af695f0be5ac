"""Constants: a region's yearly phrases stand where the plan leaves them out, and only there."""

from __future__ import annotations

import pytest

from generator.regions.constants import resolve
from generator.source.reader import read
from generator.source.tree import Mapping, Value, at, key_at, plain

REGION = "name: 某县\nconstants: {mark: [县府, 县委], recipients: 各乡镇, signature: 县府, copies_to: 县人大, printed_by: 县府办}\n"


def _tree(text: str, file: str = "plan") -> Mapping:
    tree = read(text.encode(), file).tree

    assert tree is not None
    return tree


def _notice(text: str, region: str = REGION) -> Value:
    resolved = plain(resolve(_tree(text), _tree(region)))

    assert isinstance(resolved, dict)
    return resolved["notice"]


def test_a_notice_that_says_nothing_takes_every_constant() -> None:
    assert _notice("notice: {}") == {
        "mark": ["县府", "县委"],
        "recipients": "各乡镇",
        "signature": "县府",
        "imprint": {"copies_to": "县人大", "printed_by": "县府办"},
    }


@pytest.mark.parametrize("own", ["自己的", "none", "''"])
def test_what_the_plan_says_itself_stays(own: str) -> None:
    notice = _notice(f"notice: {{mark: {own}, imprint: {{printed_by: {own}}}}}")

    assert isinstance(notice, dict)
    assert notice["mark"] == own.strip("'")
    assert notice["imprint"] == {"printed_by": own.strip("'"), "copies_to": "县人大"}


def test_a_key_with_nothing_after_it_is_filled_in_its_place() -> None:
    assert _notice("notice: {mark: , number: 1号, imprint: }", "name: 某县\nconstants: {mark: 县府, copies_to: 县人大}") == {
        "mark": "县府",
        "number": "1号",
        "imprint": {"copies_to": "县人大"},
    }


@pytest.mark.parametrize("text", ["year: 2025", "notice: ", "notice: 甲"])
def test_a_plan_without_a_notice_takes_no_constants(text: str) -> None:
    tree = _tree(text)

    assert plain(resolve(tree, _tree("name: 某县"))) == {**_plain(tree), "region": {"name": "某县"}}
    assert [*_plain(resolve(tree, _tree(REGION)))] == [*_plain(tree), "region"]


def _plain(tree: Mapping) -> dict[str, Value]:
    data = plain(tree)

    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize(
    "constants", ["", "constants: ", "constants: 甲", "constants: {mark: }", "constants: {number: 1号}", "constants: []"]
)
def test_a_region_without_constants_puts_in_nothing(constants: str) -> None:
    assert _notice("notice: {date: 2025-03-13}", f"name: 某县\n{constants}\n") == {"date": "2025-03-13"}


def test_an_imprint_of_the_wrong_type_is_left_for_the_checker() -> None:
    notice = _notice("notice: {imprint: 甲}")

    assert isinstance(notice, dict)
    assert notice["imprint"] == "甲"


def test_the_region_stands_inline_in_place_of_its_files_name() -> None:
    resolved = resolve(_tree("region: region.yaml\nyear: 2025"), _tree("name: 某县"))

    assert plain(resolved) == {"region": {"name": "某县"}, "year": "2025"}


def test_what_is_put_in_keeps_its_place_in_the_regions_file() -> None:
    resolved = resolve(_tree("notice: {date: 2025-03-13}"), _tree(REGION, "region"))
    value, key = at(resolved, ("notice", "imprint", "printed_by")), key_at(resolved, ("notice", "recipients"))

    assert value is not None
    assert key is not None
    assert (value.span.file, value.span.line, key.span.file) == ("region", 2, "region")


def test_neither_tree_is_changed() -> None:
    plan, region = _tree("notice: {}"), _tree(REGION)
    resolve(plan, region)

    assert (plan, region) == (_tree("notice: {}"), _tree(REGION))
