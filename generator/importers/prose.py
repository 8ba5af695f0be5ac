"""Small shapes of a plan's plain data: paragraphs as a text or a list, what is empty left out, flags in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.compare.keys import sorted_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.source.tree import Value

Drawn: TypeAlias = "dict[str, Value]"
"""A mapping of the plan while it is written."""


def flag(value: bool) -> str:  # noqa: FBT001 - what is written
    """Return a flag as the plan writes it."""
    return "true" if value else "false"


def listed(texts: Sequence[str]) -> Value:
    """Return paragraphs, or the lines of a title, as the plan writes them: one alone as a text."""
    return texts[0] if len(texts) == 1 else [*texts]


def said(values: Drawn) -> Drawn:
    """Return what is not empty."""
    return {key: value for key, value in values.items() if value}


def in_order(shape: str, values: Drawn) -> Drawn:
    """Return what is not empty, its keys in the order of a shape of the schema."""
    return said({key: values[key] for key in sorted_keys(shape, values)})


def title_said(value: Value) -> str:
    """Return the title of a mapping of the plan on one line."""
    title = value.get("title") if isinstance(value, dict) else ""
    return "".join(map(str, title)) if isinstance(title, list) else str(title or "")
