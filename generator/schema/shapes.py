"""The shapes of the files, loaded once: which keys stand where, by which rules, under which Chinese words."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, TypeAlias

import yaml

Rules: TypeAlias = dict[str, Any]
"""The cerberus rules of one value: {type: text, required: true, …}."""


@cache
def _file(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


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


@cache
def paragraph_keys() -> frozenset[str]:
    """Return the keys that hold paragraphs wherever they stand: a text, or a list of texts."""
    prose = rule_sets()["prose"]["type"]
    rules_of = [(key, rules["type"] in (prose, "text")) for shape in shapes().values() for key, rules in shape.items()]
    return frozenset(key for key, _ in rules_of) - {key for key, holds_text in rules_of if not holds_text}


def shape_at(shape: str, path: tuple[str | int, ...]) -> str | None:
    """Return the name of the shape of the mapping at a path below a shape, None where no shape is named."""
    name: str | None = shape
    rules: Rules = {"schema": shape}
    for step in path:
        rules = _below(rules, step)
        name = rules["schema"] if isinstance(rules.get("schema"), str) else None
    return name


def _below(rules: Rules, step: str | int) -> Rules:
    inner = rules.get("schema", {})
    if isinstance(step, int):
        return rules if isinstance(inner, str) else resolved(inner)
    return shapes().get(inner, {}).get(step, {}) if isinstance(inner, str) else {}
