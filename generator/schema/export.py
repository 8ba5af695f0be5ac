"""The shapes as JSON Schema (draft 7, which editors know best), so that they complete and check while an officer types.

JSON Schema sees the values as YAML readers type them: where we mean text it accepts numbers and booleans too, and an empty
value (null) wherever a key may be left out. What it cannot say (a date in the calendar, an item's columns) only `check` does.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from generator.schema import shapes
from generator.schema.kinds import KINDS

FILES = ("plan", "region")
Json: TypeAlias = dict[str, Any]
_SAYS: Json = {"not": {"enum": [None, [], {}]}}
_TEXT = ("string", "number", "boolean")


def json_schema(file: str) -> Json:
    """Return the JSON Schema of a file: "plan" or "region". Raises KeyError for another."""
    top = _shape(file)
    used = _reachable(file, set())
    definitions = {name: _shape(name) for name in shapes.shapes() if name in used}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"hongtou {file}", **top, "definitions": definitions}


def _reachable(name: str, seen: set[str]) -> set[str]:
    """Return the names of the shapes below a shape, gathered in `seen`."""
    for rules in shapes.shapes()[name].values():
        for inner in set(_named(rules)) - seen:
            seen.add(inner)
            _reachable(inner, seen)
    return seen


def _named(rules: shapes.Rules) -> list[str]:
    inner = rules.get("schema")
    if isinstance(inner, str):
        return [] if "allow_unknown" in rules else [inner]  # a shape that allows more is written out where it stands
    return _named(shapes.resolved(inner)) if inner else []


def _shape(name: str, rules: shapes.Rules | None = None) -> Json:
    """Return the schema of a mapping; `rules` are those of the place it stands at, which may allow further keys."""
    fields = shapes.shapes()[name]
    schema: Json = {
        "type": "object",
        "properties": {key: {"description": shapes.word(name, key), **_value(of)} for key, of in fields.items()},
        "required": [key for key, of in fields.items() if of.get("required")],
        "additionalProperties": _value(rules["allow_unknown"]) if rules and "allow_unknown" in rules else False,
    }
    apart = [{"not": {"required": list(pair), "properties": dict.fromkeys(pair, _SAYS)}} for pair in _apart(fields)]
    return schema | ({"allOf": apart} if apart else {})


def _apart(fields: dict[str, shapes.Rules]) -> list[tuple[str, ...]]:
    """Return the pairs of keys that may not stand together."""
    pairs = {tuple(sorted((key, other))) for key, rules in fields.items() for other in _listed(rules.get("excludes", []))}
    return sorted(pairs)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - a cerberus constraint: one value or several
    return value if isinstance(value, list) else [value]


def _value(rules: shapes.Rules) -> Json:
    choices = [_typed(kind, rules) for kind in _listed(rules["type"])]
    if not rules.get("required"):
        choices.append({"type": "null"})
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


def _typed(kind: str, rules: shapes.Rules) -> Json:
    return {"text": _text, "list": _list, "dict": _mapping}[kind](rules)


def _text(rules: shapes.Rules) -> Json:
    if "allowed" in rules:
        return {"enum": [*rules["allowed"], *(int(value) for value in rules["allowed"] if value.isdigit())]}
    if "check_with" not in rules:
        return {"type": list(_TEXT), **({"minLength": 1} if rules.get("empty") is False else {})}
    kind = KINDS[rules["check_with"]]
    bounds = {"minimum": kind.least, "maximum": kind.most} if "integer" in kind.json_types else {}
    return {"type": list(kind.json_types), "pattern": f"^(?:{kind.pattern})$", **bounds}


def _list(rules: shapes.Rules) -> Json:
    if "schema" not in rules:
        return {"type": "array"}
    item = shapes.resolved(rules["schema"])
    least = {"minItems": 1} if rules.get("empty") is False else {}
    return {"type": "array", "items": _value({**item, "required": True}), **least}


def _mapping(rules: shapes.Rules) -> Json:
    inner = rules.get("schema")
    if inner is None and "valuesrules" not in rules:
        return {"type": "object"}
    if inner is None:
        names = {"propertyNames": {"pattern": f"^(?:{KINDS['id'].pattern})$"}} if "check_with" in rules["keysrules"] else {}
        return {"type": "object", **names, "additionalProperties": _value(rules["valuesrules"])}
    return _shape(inner, rules) if "allow_unknown" in rules else {"$ref": f"#/definitions/{inner}"}
