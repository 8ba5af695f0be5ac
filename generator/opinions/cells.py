"""What proposals say of tables, told as one: a cell printed merged for several items, a table that became another kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.opinions.printed import flat
from generator.opinions.proposals import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compare.content import Content
    from generator.compare.fields import Fields


# --- tables of another kind ------------------------------------------------------------------------------------------

_GRID = "grid.body"
_COLUMNS_OLD, _COLUMNS_NEW = "原来的表头和各列", "另外的表头和各列"


def of_tables(old: Content, new: Content) -> Iterator[Proposal]:
    """Yield a proposal for every table whose head or columns changed so that it is no table of the same kind any more."""
    for id_ in _redrawn(old, new):
        yield Proposal(kind="changed", things=(id_,), role="tables", field=_GRID, old=_COLUMNS_OLD, new=_COLUMNS_NEW)


def is_redrawn(proposal: Proposal, old: Content, new: Content) -> bool:
    """Tell whether a proposal only says in detail that a table is of another kind."""
    redrawn = _redrawn(old, new)
    within = proposal.parent if proposal.role == "items" else proposal.thing
    return within in redrawn and (proposal.role == "items" or proposal.field.startswith("grid."))


def _redrawn(old: Content, new: Content) -> set[str]:
    tables = (id_ for id_, place in old.places.items() if place.key == "tables" and id_ in new.fields)
    return {id_ for id_ in tables if _columns(old.fields[id_]) != _columns(new.fields[id_])}


def _columns(own: Fields) -> set[str]:
    """Return what tells of which kind a table is: that it is a grid, or its own columns."""
    return {name for name in own if name == _GRID or name.startswith("columns.")}


def merged(found: Iterable[Proposal], old: Content) -> Iterator[Proposal]:
    """Yield proposals, one for all the items under which a cell is printed merged."""
    groups: dict[object, list[Proposal]] = {}
    for one in found:
        of_cell = one.kind == "changed" and one.role == "items"
        groups.setdefault((one.field, one.old, one.new, _first_of_cell(one, old)) if of_cell else id(one), []).append(one)
    for group in groups.values():
        yield replace(group[0], things=tuple(dict.fromkeys(one.thing for one in group)))


def _first_of_cell(proposal: Proposal, old: Content) -> str:
    """Return the id of the item in whose row a cell begins."""
    id_ = proposal.thing
    while proposal.field in flat(old.fields[id_].get("join")) and old.places[id_].after:
        id_ = old.places[id_].after
    return id_
