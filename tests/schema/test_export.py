"""The JSON Schema: valid itself, at one with the checker about every plan, and silent only where it cannot speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pytest
from jsonschema import Draft7Validator

from generator.lint import runner
from generator.plan.builder import build
from generator.plan.numbers import number
from generator.schema import shapes
from generator.schema.checker import check
from generator.schema.export import FILES, json_schema
from generator.source.reader import read
from generator.source.tree import Mapping, Node, Scalar, Sequence
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

Typed: TypeAlias = "str | int | float | bool | list[Typed] | dict[str, Typed] | None"

HEAD = "format: 1\nyear: 2025\ntitle: 甲\n"
PLANS = sorted([*(ROOT / "plans").glob("*/20??.yaml"), *(ROOT / "tests/cases/notice").glob("*.yaml")])
REGIONS = sorted((ROOT / "plans").glob("*/region.yaml"))
INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
FLAGS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}


def _typed(node: Node) -> Typed:
    """Return a tree as an editor sees it: plain scalars typed by the core schema of YAML 1.2."""
    if isinstance(node, Mapping):
        return {entry.name: _typed(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [_typed(item) for item in node.items]
    return _typed_scalar(node) if node.style == "plain" else node.text


def _typed_scalar(scalar: Scalar) -> Typed:
    text = scalar.text
    if text is None or text in FLAGS:
        return FLAGS[text] if text else None
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else text


def _tree(text: str) -> Mapping:
    document = read(text.encode())

    assert document.tree is not None
    assert not any(problem.blocking for problem in document.problems)
    return document.tree


def _accepted(text: str, file: str = "plan") -> bool:
    return Draft7Validator(json_schema(file)).is_valid(_typed(_tree(text)))


@pytest.mark.parametrize("file", FILES)
def test_the_schema_of_a_file_is_a_valid_one(file: str) -> None:
    schema = json_schema(file)
    Draft7Validator.check_schema(schema)

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert set(re.findall(r"'#/definitions/(\w+)'", str(schema))) <= set(schema["definitions"])


def test_there_is_no_schema_of_another_file() -> None:
    with pytest.raises(KeyError):
        json_schema("recipe")


def test_there_are_plans_and_regions_to_validate() -> None:
    assert len(PLANS) >= 10
    assert len(REGIONS) >= 2


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_plan_that_builds_validates(path: Path) -> None:
    errors = Draft7Validator(json_schema("plan")).iter_errors(_typed(_tree(path.read_text(encoding="utf-8"))))

    assert [(error.json_path, error.message[:80]) for error in errors] == []


@pytest.mark.parametrize("path", REGIONS, ids=lambda path: path.parent.name)
def test_every_region_validates(path: Path) -> None:
    errors = Draft7Validator(json_schema("region")).iter_errors(_typed(_tree(path.read_text(encoding="utf-8"))))

    assert [(error.json_path, error.message[:80]) for error in errors] == []


@pytest.mark.parametrize(
    "text",
    [
        "label: 2025",
        "label: 98.5",
        "label: true",
        "preamble: [1, 2.0, false]",
        "label:",
        "preamble: ~",
        "notice: {number: , imprint: , mark: 1}",
        "notice: {seal: true}",
        "notice: {seal: 'true', date: 2025-03-13, copy_number: '000017'}",
        "status: final",
        "sections: [{id: a, number: 5, run_in: false}]",
        "sections:\ntasks: [{id: a}]",
        "numbering: [一、, 1, {number: 1.1, running: true}]",
        "annexes: [{id: x, title: 2025, labels: {goal: 1}}]",
        "annexes: [{id: x, title: 甲, tables: [{id: t, items: [{id: a, goal: 0, number: 21, scope: 1.5, 城区: true}]}]}]",
        "tables: [{id: t, grid: {head: [[省, 1996]], body: [[same, 0.5], [left, true]]}}]",
        "web: {index: 1150, other: {编号: 7}}",
        "region: region.yaml",
        "region: {name: 甲, format: 1, terms: {whole: 1}}",
        "source: {characters: 14335, digest: 12}",
    ],
)
def test_what_the_checker_lets_pass_validates(text: str) -> None:
    assert check(_tree(HEAD + text), "plan") == ()
    assert _accepted(HEAD + text)


@pytest.mark.parametrize("title", ["2025", "98.5", "true", "[2025, 工作要点]"])
def test_a_title_may_be_a_number_to_an_editor(title: str) -> None:
    text = f"format: 1\nyear: 2025\ntitle: {title}\n"

    assert check(_tree(text), "plan") == ()
    assert _accepted(text)


@pytest.mark.parametrize(
    "text",
    [
        "year: 2025\ntitle: 甲",
        "format: 1\ntitle: 甲",
        "format: 1\nyear: 2025",
        "format: 1\nyear: 2025\ntitle:",
        "format: 1\nyear: 2025\ntitle: {甲: 乙}",
        "format: 1\nyear: 二〇二五\ntitle: 甲",
        "format: 1\nyear: 25\ntitle: 甲",
        "format: 2\nyear: 2025\ntitle: 甲",
        HEAD + "标题: 乙",
        HEAD + "notice: {marks: 乙}",
        HEAD + "notice: 甲",
        HEAD + "notice: [甲]",
        HEAD + "notice: {recipients: [甲]}",
        HEAD + "notice: {seal: 是}",
        HEAD + "notice: {form: 附后}",
        HEAD + "notice: {date: 2025年3月13日}",
        HEAD + "notice: {date: 2025-13-01}",
        HEAD + "notice: {copy_number: '17'}",
        HEAD + "notice: {imprint: {printed_on: 3月}}",
        HEAD + "status: 草稿",
        HEAD + "preamble: {甲: 乙}",
        HEAD + "preamble: [[甲]]",
        HEAD + "preamble: [甲, ~]",
        HEAD + "units_print: （责任单位）",
        HEAD + "sections: 甲",
        HEAD + "sections: [{title: 甲}]",
        HEAD + "sections: [{id: 甲}]",
        HEAD + "sections: [{id: 1}]",
        HEAD + "sections: [~]",
        HEAD + "sections: [{id: a, number: 五}]",
        HEAD + "sections: [{id: a, number: 0}]",
        HEAD + "sections: [{id: a}]\ntasks: [{id: b}]",
        HEAD + "sections: [{id: a, tasks: [{id: b}], points: [{id: c}]}]",
        HEAD + "sections: [{id: a, tasks: [{id: b, points: [{id: c, texts: 甲}]}]}]",
        HEAD + "numbering: [[一、]]",
        HEAD + "numbering: [{running: true}]",
        HEAD + "annexes: [{id: x}]",
        HEAD + "annexes: [{id: x, title: 甲, labels: {目标: 乙}}]",
        HEAD + "tables: [{id: t, items: [{id: a}], grid: {body: [[甲]]}}]",
        HEAD + "tables: [{id: t, grid: {head: []}}]",
        HEAD + "tables: [{id: t, grid: {body: [甲]}}]",
        HEAD + "tables: [{id: t, columns: [甲]}]",
        HEAD + "tables: [{id: t, items: [{id: a, scope: {甲: 乙}}]}]",
        HEAD + "tables: [{id: t, items: [{id: a, join: name}]}]",
        HEAD + "region: {level: county}",
        HEAD + "region: {name: 甲, units: [{id: a}]}",
        HEAD + "slides: {pages: [{tasks: [甲]}]}",
        HEAD + "unplaced: [{line: 3}]",
    ],
)
def test_a_broken_plan_is_refused_by_checker_and_schema_alike(text: str) -> None:
    assert check(_tree(text), "plan") != ()
    assert not _accepted(text)


@pytest.mark.parametrize(
    "text", ["level: county", "name: 甲\nlevel: 县", "name: 甲\nunits: [{name: 乙}]", "name: 甲\nterms: {全: 全县}", "name: 甲\nyear: 2025"]
)
def test_a_broken_region_is_refused_by_checker_and_schema_alike(text: str) -> None:
    assert check(_tree(text), "region") != ()
    assert not _accepted(text, "region")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("notice: {recipients: 甲, date: 2025-02-30}", "bad-date"),
        ("notice: {recipients: 甲, copy_number: 17}", "bad-copy-number"),
        ("sections: [{id: a, title: 甲}, {id: a, title: 乙}]", "duplicate-id"),
        ("slides: {pages: [{title: 甲, tasks: [a]}]}", "dead-id"),
        ("tables: [{id: t, items: [{id: a, name: 甲, gaol: 乙}]}]", "unknown-column"),
        ("tables: [{id: t, items: [{id: a, name: 甲}, {id: b, name: 乙, join: [name]}]}]", "joined-cell"),
        ("tables: [{id: t, grid: {body: [[甲, 乙], [丙]]}}]", "grid-shape"),
        ("numbering: [壹、]", "numbering-mark"),
        ("notice: {form: direct, recipients: 甲, body: 乙}", "never-printed"),
        ("region: {name: 甲, units: [{id: a, name: 乙}, {id: b, name: 乙}]}", "duplicate-unit"),
    ],
)
def test_what_the_schema_cannot_say_only_the_checker_and_the_rules_refuse(text: str, code: str) -> None:
    tree = _tree(HEAD + text)
    plan = build(tree)
    problems = check(tree, "plan") or runner.run(tree, plan, number(plan))

    assert _accepted(HEAD + text)
    assert [problem.code for problem in problems if problem.blocking] == [code]


def test_every_key_is_described_in_chinese() -> None:
    schema = json_schema("plan")
    described = {**schema["properties"], **{key: of for name in schema["definitions"].values() for key, of in name["properties"].items()}}

    assert set(shapes.shapes()["plan"]) < set(described)
    assert [key for key, of in described.items() if of["description"].isascii()] == []
