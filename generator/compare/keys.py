"""What a key holds, as the schema tells it: a text, paragraphs, a mapping, or a list of things with ids."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from generator.schema import shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.schema.shapes import Rules

Kind = Literal["text", "prose", "whole", "records", "pairs", "mapping", "keyed"]


@dataclass(frozen=True, slots=True)
class Key:
    """What stands under a key.

    text one line · prose paragraphs · pairs texts by free keys, in order · mapping keys of a `shape` · keyed mappings of a
    `shape` that have ids · records mappings without · whole any other list. `or_text` when a mere text may stand there too;
    `check` names the kind of text.
    """

    kind: Kind
    or_text: bool
    shape: str
    check: str
    apart: tuple[str, ...]


def key(shape: str, name: str) -> Key | None:
    """Return what a key of a shape holds, None when the shape knows no such key."""
    return keys(shape).get(name) or _others(shape)


@cache
def keys(shape: str) -> dict[str, Key]:
    """Return the keys of a shape in the schema's order."""
    return {name: _key(rules) for name, rules in shapes.shapes()[shape].items()}


@cache
def rows(shape: str) -> tuple[str, ...]:
    """Return the keys of a shape under which things with ids stand, in the schema's order."""
    return tuple(name for name, held in keys(shape).items() if held.kind == "keyed")


def sorted_keys(shape: str, names: Iterable[str]) -> list[str]:
    """Return names of keys in the schema's order, those it does not name behind, as they came."""
    given = dict.fromkeys(names)
    known = [name for name in keys(shape) if name in given]
    return [*known, *(name for name in given if name not in keys(shape))]


@cache
def _others(shape: str) -> Key | None:
    """Return what the keys hold that a shape does not name, None where it allows no others."""
    every = (inner for fields in shapes.shapes().values() for rules in fields.values() for inner in _inside(rules))
    allowing = (rules["allow_unknown"] for rules in every if rules.get("schema") == shape and "allow_unknown" in rules)
    return next((_key(rules) for rules in allowing), None)


def _inside(rules: Rules) -> Iterator[Rules]:
    yield rules
    inner = rules.get("schema")
    if isinstance(inner, dict):
        yield from _inside(inner)


def _key(rules: Rules) -> Key:
    types, inner = _listed(rules["type"]), rules.get("schema", {})
    items = shapes.resolved(inner) if "list" in types else {}
    shape = inner if isinstance(inner, str) and "dict" in types else items.get("schema", "")
    return Key(
        kind=_kind(types, rules, items),
        or_text="text" in types,
        shape=shape if isinstance(shape, str) else "",
        check=rules.get("check_with", ""),
        apart=tuple(_listed(rules.get("excludes", []))),
    )


def _kind(types: list[str], rules: Rules, items: Rules) -> Kind:
    if "dict" in types:
        return "pairs" if "valuesrules" in rules else "mapping"
    if "list" not in types:
        return "text"
    if items["type"] == "text":
        return "prose"
    if items["type"] != "dict":
        return "whole"
    return "keyed" if shapes.shapes()[items["schema"]].get("id", {}).get("required") else "records"


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
