"""What a region's notices repeat every year, put into a plan's tree where the plan leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.source.tree import Entry, Mapping, Scalar, child, is_empty

if TYPE_CHECKING:
    from generator.problems import Path, Span
    from generator.source.tree import Node

PLACES: dict[str, Path] = {
    "mark": ("notice", "mark"),
    "recipients": ("notice", "recipients"),
    "signature": ("notice", "signature"),
    "copies_to": ("notice", "imprint", "copies_to"),
    "printed_by": ("notice", "imprint", "printed_by"),
}
"""Where each constant of a region stands in a plan."""


def resolve(plan: Mapping, region: Mapping) -> Mapping:
    """Return the plan's tree with its region inline and the region's constants where the plan has none of its own.

    A plan without a notice takes no constants. What is put in keeps its place in the region's file.
    """
    resolved = _put(plan, ("region",), region)
    constants = child(region, "constants")
    if not isinstance(child(plan, "notice"), Mapping) or not isinstance(constants, Mapping):
        return resolved
    for entry in constants.entries:
        if entry.name in PLACES and not is_empty(entry.value):
            resolved = _fill(resolved, PLACES[entry.name], entry.value)
    return resolved


def _fill(tree: Mapping, path: Path, value: Node) -> Mapping:
    """Return the tree with a value at a path, unless something is written there already."""
    first, *rest = path
    inner = child(tree, first)
    if not rest:
        return tree if inner is not None and not is_empty(inner) else _put(tree, path, value)
    if inner is None or is_empty(inner):
        inner = Mapping(value.span, (), flow=False)
    return _put(tree, (first,), _fill(inner, tuple(rest), value)) if isinstance(inner, Mapping) else tree


def _put(tree: Mapping, path: Path, value: Node) -> Mapping:
    """Return the mapping with the value of one key replaced, or added at the end."""
    name = str(path[0])
    kept = tuple(Entry(entry.key, value) if entry.name == name else entry for entry in tree.entries)
    if child(tree, name) is None:
        kept = (*kept, Entry(_key(name, value.span), value))
    return Mapping(tree.span, kept, tree.flow)


def _key(name: str, span: Span) -> Scalar:
    return Scalar(span, name, "plain")
