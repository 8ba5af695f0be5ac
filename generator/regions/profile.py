"""A region as an object: its name and level, its units and groups, its words, and what its notices repeat every year."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.regions.units import Registry, UnitEntry

if TYPE_CHECKING:
    from generator.source.fields import Fields


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """What a region file says. `terms` pair the words of two regions by their ids (全市 ↔ 全县)."""

    name: str = ""
    level: str = ""
    parent: str = ""
    number_prefix: str = ""
    registry: Registry = field(default_factory=lambda: Registry((), ()))
    terms: tuple[tuple[str, str], ...] = ()


def build(fields: Fields) -> Region:
    """Return the region that a region file's tree, or the mapping under `region:` of a plan, describes."""
    return Region(
        name=fields.text("name"),
        level=fields.text("level"),
        parent=fields.text("parent"),
        number_prefix=fields.text("number_prefix"),
        registry=Registry(_entries(fields, "units"), _entries(fields, "groups")),
        terms=fields.pairs("terms"),
    )


def _entries(fields: Fields, key: str) -> tuple[UnitEntry, ...]:
    return tuple(UnitEntry(entry.text("id"), entry.text("name"), entry.prose("aliases")) for entry in fields.each(key))
