"""The checker: what each fault is called, where it is told, and what is suggested instead."""

from __future__ import annotations

import pytest
from cerberus import SchemaError
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Path, Problem, wording
from generator.schema import shapes
from generator.schema.checker import check, validator
from generator.schema.likeness import nearest
from generator.source.reader import read

HEAD = "format: 1\nyear: 2025\ntitle: 甲\n"
REGION = "name: 某县\n"
VALUES = [
    "''",
    "~",
    "甲",
    "1",
    "a",
    "[]",
    "{}",
    "[甲]",
    "[[甲]]",
    "[{id: a}]",
    "[{id: a, text: {b: c}}]",
    "{id: 甲, number: 0}",
    "2025-13-01",
    "{甲: [乙]}",
]


@pytest.mark.parametrize("shape", shapes.shapes())
def test_every_shape_is_made_of_rules_that_cerberus_knows(shape: str) -> None:
    assert validator(shapes.shapes()[shape]).schema is not None


def test_a_rule_that_cerberus_does_not_know_is_refused() -> None:
    with pytest.raises(SchemaError):
        validator({"key": {"tpye": "text"}})


def _found(text: str, shape: str = "plan") -> tuple[Problem, ...]:
    tree = read(text.encode()).tree

    assert tree is not None
    return check(tree, shape)


def _told(text: str, shape: str = "plan") -> list[tuple[str, Path]]:
    return [(problem.code, problem.path) for problem in _found(text, shape)]


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("notice: {imprint: {printedby: 甲}}", "unknown-key", ("notice", "imprint", "printedby")),
        ("sections: [{id: a, tasks: [{id: b, texts: 甲}]}]", "unknown-key", ("sections", 0, "tasks", 0, "texts")),
        ("region: {name: 甲, level: county, unit: []}", "unknown-key", ("region", "unit")),
        ("numbering: [{first: 一、, number: 一、}]", "unknown-key", ("numbering", 0, "first")),
        ("region: {level: county}", "missing-key", ("region",)),
        ("numbering: [{running: true}]", "missing-key", ("numbering", 0)),
        ("annexes: [{id: x, title: 甲, tables: [{id: t, grid: {}}]}]", "missing-key", ("annexes", 0, "tables", 0, "grid")),
        ("annexes: [{id: x, title: }]", "missing-key", ("annexes", 0, "title")),
        ("region: [甲]", "wrong-type", ("region",)),
        ("numbering: 一、", "wrong-type", ("numbering",)),
        ("numbering: [[一、]]", "wrong-type", ("numbering", 0)),
        ("preamble: [[甲]]", "wrong-type", ("preamble", 0)),
        ("annexes: [甲]", "wrong-type", ("annexes", 0)),
        ("annexes: [{id: x, title: 甲, labels: {goal: [甲]}}]", "wrong-type", ("annexes", 0, "labels", "goal")),
        ("tables: [{id: t, grid: {body: [甲]}}]", "wrong-type", ("tables", 0, "grid", "body", 0)),
        ("tables: [{id: t, items: [{id: a, join: name}]}]", "wrong-type", ("tables", 0, "items", 0, "join")),
        ("web: {other: [甲]}", "wrong-type", ("web", "other")),
        ("slides: {pages: [{tasks: a}]}", "wrong-type", ("slides", "pages", 0, "tasks")),
        ("preamble: {甲: 乙}", "colon-made-mapping", ("preamble",)),
        ("tables: [{id: t, items: [{id: a, goal: [{甲: 乙}]}]}]", "colon-made-mapping", ("tables", 0, "items", 0, "goal", 0)),
        ("tables: [{id: t, grid: {body: [[{甲: 乙}]]}}]", "colon-made-mapping", ("tables", 0, "grid", "body", 0, 0)),
        ("closing: [甲, ~]", "empty-value", ("closing", 1)),
        ("sections: [~]", "empty-value", ("sections", 0)),
        ("tables: [{id: t, grid: {body: [[~]]}}]", "empty-value", ("tables", 0, "grid", "body", 0, 0)),
        ("region: {name: 甲, level: 县}", "unallowed-value", ("region", "level")),
        ("notice: {imprint_page: first}", "unallowed-value", ("notice", "imprint_page")),
        ("sections: [{id: a, points: [{id: b}], tasks: [{id: c}]}]", "excluded-key", ("sections", 0, "tasks")),
        ("annexes: [{id: x, title: 甲, tasks: [{id: b}], sections: [{id: c}]}]", "excluded-key", ("annexes", 0, "sections")),
        ("tables: [{id: t, grid: {body: [[甲]]}, items: [{id: a}]}]", "excluded-key", ("tables", 0, "items")),
        ("annexes: [{id: x, title: 甲, labels: {Goal: 甲}}]", "bad-id", ("annexes", 0, "labels", "Goal")),
        ("tables: [{id: t, columns: {目标: 甲}}]", "bad-id", ("tables", 0, "columns", "目标")),
        ("slides: {pages: [{section: 甲, tasks: [a]}]}", "bad-id", ("slides", "pages", 0, "section")),
        ("slides: {pages: [{tasks: [a, B]}]}", "bad-id", ("slides", "pages", 0, "tasks", 1)),
        ("region: {name: 甲, terms: {全: 全县}}", "bad-id", ("region", "terms", "全")),
        ("sections: [{id: a, number: '0'}]", "bad-whole-number", ("sections", 0, "number")),
        ("numbering: [{number: 一、, running: 是}]", "bad-flag", ("numbering", 0, "running")),
        ("web: {published_on: 2025年3月1日}", "bad-date", ("web", "published_on")),
        ("annexes: [{id: x, title: 甲, date: 2025-02-29}]", "bad-date", ("annexes", 0, "date")),
    ],
)
def test_a_fault_is_told_at_its_path(text: str, code: str, path: Path) -> None:
    assert _told(HEAD + text) == [(code, path)]


@pytest.mark.parametrize(
    "text",
    [
        "notice: {date: , mark: [], imprint: {}}",
        "sections: []",
        "sections:\ntasks: [{id: a}]",
        "tables: [{id: t, items: [{id: a, scope: 全县, 城区: 是}]}]",
        "web: {other: {统一编号: 甲}}",
        "units_print: 由{units}负责",
        "preamble: ''",
        "region: region.yaml",
        "numbering: [none, {number: '1.1', run_in: true}]",
        "tables: [{id: t, grid: {body: [['', 0, same]]}}]",
    ],
)
def test_what_the_format_allows_passes(text: str) -> None:
    assert _told(HEAD + text) == []


def test_every_fault_is_told_at_once() -> None:
    codes = [code for code, _ in _told("format: 2\nyears: 2025\nsections: [{id: A, title: [甲]}]\n")]

    assert sorted(codes) == ["bad-id", "missing-key", "missing-key", "unallowed-value", "unknown-key", "wrong-type"]


def test_a_key_behind_the_one_it_may_not_stand_with_is_told_once() -> None:
    found = _found(HEAD + "points: [{id: a}]\ntasks: [{id: b}]\nsections: [{id: c}]\n")

    assert sorted(problem.path for problem in found) == [("sections",), ("tasks",)]
    assert [problem.at_key for problem in found] == [True, True]


@pytest.mark.parametrize("text", ["taks:", "标题:", "notice: {marks: }"])
def test_an_unknown_key_is_told_even_with_nothing_after_it(text: str) -> None:
    assert [code for code, _ in _told(HEAD + text)] == ["unknown-key"]


@pytest.mark.parametrize(("title", "code"), [("''", "empty-value"), ("[]", "empty-value"), ("", "missing-key"), ("~", "missing-key")])
def test_a_plan_without_a_word_of_title_is_told(title: str, code: str) -> None:
    assert [found for found, _ in _told(f"format: 1\nyear: 2025\ntitle: {title}\n")] == [code]


@pytest.mark.parametrize(
    ("text", "tip"),
    [
        ("secitons: 甲", "是不是“sections”？"),
        ("notice: {recipient: 甲}", "是不是“recipients”？"),
        ("导语: 甲", "是不是“preamble”？"),
        ("notice: {成文日期: 甲}", "是不是“date”？"),
        ("status: Final", "是不是“final”？"),
    ],
)
def test_the_likeliest_word_is_suggested(text: str, tip: str) -> None:
    assert _found(HEAD + text)[0].tip.startswith(tip)


def test_all_words_are_listed_where_none_is_likely() -> None:
    assert _found(HEAD + "notice: {xyzzyx: 甲}")[0].tip.startswith("这里可以写：form、copy_number、")
    assert _found(HEAD + "notice: {form: 甲}")[0].tip == "可以写：attached、annex、direct。"


@pytest.mark.parametrize(("written", "known", "word"), [("taks", ["tasks", "title"], "tasks"), ("zzz", ["tasks"], None), ("a", [], None)])
def test_the_nearest_word_is_a_likely_one_or_none(written: str, known: list[str], word: str | None) -> None:
    assert nearest(written, known) == word


def test_a_long_value_is_shortened_in_the_message() -> None:
    assert len(_found(HEAD + f"notice: {{date: {'甲' * 500}}}")[0].message) < 60


def test_keys_refused_in_reading_are_not_told_again() -> None:
    assert _told(HEAD + "<<: {a: 1}\n? [a]\n: 甲") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (REGION, []),
        (
            REGION
            + "format: 1\nlevel: county\nunits: [{id: a, name: 甲, aliases: [乙]}]\nterms: {whole: 全县}\nconstants: {mark: [甲, 乙]}",
            [],
        ),
        ("level: county", [("missing-key", ())]),
        (REGION + "units: [{id: a}]", [("missing-key", ("units", 0))]),
        (REGION + "constants: {number: 甲}", [("unknown-key", ("constants", "number"))]),
        (REGION + "constants: {recipients: [甲]}", [("wrong-type", ("constants", "recipients"))]),
        (REGION + "year: 2025", [("unknown-key", ("year",))]),
    ],
)
def test_a_region_has_a_shape_of_its_own(text: str, told: list[tuple[str, Path]]) -> None:
    assert _told(text, "region") == told


@given(st.dictionaries(st.sampled_from([*shapes.shapes()["plan"], "甲"]), st.sampled_from(VALUES), max_size=6))
def test_no_tree_whatever_raises_and_every_code_has_words(data: dict[str, str]) -> None:
    text = "{" + ", ".join(f"{key}: {value}" for key, value in data.items()) + "}"

    assert all(wording(problem.code).blocking and problem.tip for problem in _found(text))
