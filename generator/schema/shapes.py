"""The shapes of the files, loaded once: which keys stand where, by which rules, under which Chinese words."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from generator import data

Rules: TypeAlias = dict[str, Any]
"""The cerberus rules of one value: {type: text, required: true, …}."""


@cache
def _file(name: str) -> dict[str, Any]:
    return data.load("generator.schema", name)


@cache
def rule_sets() -> dict[str, Rules]:
    """Return the named rules that the shapes refer to."""
    return dict(_file("plan.yaml")["rules"])


@cache
def shapes() -> dict[str, dict[str, Rules]]:
    """Return every shape by name: its keys, each with its rules written out."""
    written = {**_file("plan.yaml")["shapes"], **_file("region.yaml")["shapes"]}
    return {name: {key: resolved(rules) for key, rules in shape.items()} for name, shape in written.items()}


def resolved(rules: Rules | str) -> Rules:
    """Return rules written out, where they may be the name of a rule set."""
    return rule_sets()[rules] if isinstance(rules, str) else rules


def word(shape: str, key: str) -> str:
    """Return the Chinese word of a key of a shape, the key itself where there is none."""
    words = _file("words.yaml")
    return str(words.get(f"{shape}.{key}", words.get(key, key)))


def shape_at(shape: str, path: tuple[str | int, ...]) -> str | None:
    """Return the name of the shape of the mapping at a path below a shape, None where no shape is named."""
    inner = _rules_at(shape, path).get("schema")
    return inner if isinstance(inner, str) else None


def holds_paragraphs(path: tuple[str | int, ...]) -> bool:
    """Tell whether the value at a path of a plan, or of a region's file, is text in paragraphs."""
    shape = "plan" if path[0] in shapes()["plan"] else "region"
    return bool(_rules_at(shape, path).get("type") == rule_sets()["prose"]["type"])


def _rules_at(shape: str, path: tuple[str | int, ...]) -> Rules:
    rules: Rules = {"schema": shape}
    for step in path:
        rules = _below(rules, step)
    return rules


def _below(rules: Rules, step: str | int) -> Rules:
    inner = rules.get("schema", {})
    if isinstance(step, int):
        return rules if isinstance(inner, str) else resolved(inner)
    return shapes().get(inner, {}).get(step, {}) if isinstance(inner, str) else {}
