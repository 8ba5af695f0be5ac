"""Decisions: where two sides want different things, both and what they come from are kept until somebody decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from generator.compare.content import ROOT, Content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.fields import Fields
    from generator.source.tree import Value

KEY = "decisions"
"""The key of a plan under which its open decisions stand."""

THING = ""
"""The field of a decision on a thing as a whole: there or not; its values are the thing's own fields."""

PLACE = "(place)"
"""The field of a decision on where a thing stands; its values are {parent, key, after}."""

_VALUES = ("base", "ours", "theirs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An open decision on a field of a thing (the id "": of the plan itself); None where a side does not have it."""

    id: str
    path: tuple[str, ...]
    field: str
    base: Value = None
    ours: Value = None
    theirs: Value = None


def record(content: Content, decisions: Iterable[Decision]) -> Content:
    """Return a content with decisions written behind those it already keeps; one that it keeps is not written again."""
    kept = cast("list[Value]", content.fields[ROOT].get(KEY, []))
    new = [row for decision in decisions if (row := _written(decision)) not in kept]
    if not new:
        return content
    root = {**content.fields[ROOT], KEY: [*kept, *new]}
    return Content({**content.fields, ROOT: root}, content.rows)


def recorded(content: Content) -> tuple[Decision, ...]:
    """Return the open decisions that a content keeps."""
    return tuple(_read(cast("Fields", row)) for row in cast("list[Value]", content.fields[ROOT].get(KEY, [])))


def _written(decision: Decision) -> Value:
    """Return a decision as it stands in a plan: what it does not say is left out."""
    named: Fields = {"id": decision.id, "path": "/".join(decision.path), "field": decision.field}
    values: Fields = {name: getattr(decision, name) for name in _VALUES}
    said: Fields = {name: value for name, value in named.items() if value}
    return {**said, **{name: value for name, value in values.items() if value is not None}}


def _read(row: Fields) -> Decision:
    names = {name: str(row.get(name) or "") for name in ("id", "path", "field")}
    path = tuple(filter(None, names["path"].split("/")))
    return Decision(id=names["id"], path=path, field=names["field"], base=row.get("base"), ours=row.get("ours"), theirs=row.get("theirs"))
