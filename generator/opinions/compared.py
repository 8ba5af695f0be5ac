"""From a draft that came back to proposals: compared with the plan as it would have come back untouched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.compare.content import ROOT, Content
from generator.compare.differ import compare, moved
from generator.compare.fields import kind_of
from generator.compare.matching import Pair
from generator.compare.paired import paired
from generator.compare.pieces import paragraph_pairs
from generator.importers.ledger import bare
from generator.opinions.printed import TITLES, alike, flat, named, printed
from generator.opinions.proposals import NOTHING, Grown, Near, Proposal
from generator.opinions.standing import misread, staying, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.compare.changes import Change, Changes
    from generator.compare.fields import Fields
    from generator.opinions.returned import Draft
    from generator.source.tree import Value

_COUNTED = frozenset({"number", "numbering", "run_in", "task"})
_TITLE_AT_MOST = 25  # characters
_TELLING = 4  # characters by which a text is known again


@dataclass(frozen=True, slots=True)
class Compared:
    """Both drafts under the plan's ids, and what is proposed, in the reading order of the one that came back."""

    old: Content
    new: Content
    proposals: tuple[Proposal, ...]


def compared(plan: Content, untouched: Draft, returned: Draft) -> Compared:
    """Return what a returned draft proposes; things are known by ids, what lost or never had them by number and likeness."""
    still = staying(untouched.outline, returned.outline)
    old = paired(plan, untouched.content).content
    new = _titled(old, paired(old, returned.content, _astray(old, returned.content)).content)
    strays = misread(plan, old, still)
    old, new = without(old, strays), without(new, strays)
    one, other = named(printed(old), printed(new))
    changes = compare(one, other)
    found = (*_of_fields(changes, one, other), *_of_things(changes, one, _whole(new, other)))
    found = tuple(_without_shifts(found, still))
    found = (*_of_tables(one, other), *(proposal for proposal in found if not _is_redrawn(proposal, one, other)))
    if returned.outline.kind != "docx":
        found = tuple(proposal for proposal in found if proposal.kind != "moved" or _passes(proposal.thing, one, other))
    order = _order(one, other)
    return Compared(one, other, tuple(sorted(_merged(found, old), key=lambda proposal: order[proposal.thing])))


def _order(old: Content, new: Content) -> dict[str, int]:
    """Return the reading order of what either draft has; what is gone counts with what it stood behind."""
    order = {id_: place for place, id_ in enumerate(new.walk())}
    last = 0
    for id_ in old.walk():
        last = order.setdefault(id_, last)
    return order


def _whole(new: Content, seen: Content) -> Content:
    """Return a draft with what comes new in it as it was recognised, but for its numbers: a new table has columns."""
    return Content({id_: _uncounted(new.fields[id_]) | own for id_, own in seen.fields.items()}, new.rows)


def _uncounted(own: Fields) -> Fields:
    return {name: value for name, value in own.items() if name not in _COUNTED}


def _titled(old: Content, new: Content) -> Content:
    """Return a draft whose parts have titles where they had, or those beside them have: hardly any officer sets a title in bold."""
    asked = {id_ for id_ in new.places if new.shapes[id_] == "node" and _wants_title(old, new, id_)}
    return Content({id_: _split(own) if id_ in asked else own for id_, own in new.fields.items()}, new.rows)


def _wants_title(old: Content, new: Content, id_: str) -> bool:
    if id_ in old.fields:
        return "title" in old.fields[id_]
    return any("title" in old.fields.get(other, {}) for other in new.rows[new.places[id_].row])


def _split(own: Fields) -> Fields:
    """Return a part with its first sentence as its title, where it has none and the sentence is short."""
    title, stop, rest = (flat(own.get("text")) or [""])[0].partition("。")
    if "title" in own or not stop or not rest or len(title) > _TITLE_AT_MOST:
        return own
    return {"title": title, **own, "text": [rest, *flat(own["text"])[1:]]}


def _astray(old: Content, new: Content) -> tuple[Pair, ...]:
    """Return what stands in the returned draft word for word under another id: a new paragraph before it took its bookmark."""
    own, come = _wordings(old), _wordings(new)
    pairs = ((ids, come.get(words, [])) for words, ids in own.items())
    single = ((ids[0], others[0]) for ids, others in pairs if len(ids) == len(others) == 1)
    return tuple(Pair(one, other) for one, other in single if one != other and one in new.fields and other not in old.fields)


def _wordings(content: Content) -> dict[tuple[str, str], list[str]]:
    """Return the ids of things by their shape and words."""
    found: dict[tuple[str, str], list[str]] = {}
    for id_, own in printed(content).fields.items():
        words = "".join(text for name in sorted(own) if name != "task" for text in flat(own[name]))
        if id_ != ROOT and len(words) >= _TELLING:
            found.setdefault((content.shapes[id_], bare(words)), []).append(id_)
    return found


# --- fields ----------------------------------------------------------------------------------------------------------


def _of_fields(changes: Changes, old: Content, new: Content) -> Iterator[Proposal]:
    for change in changes:
        if change.kind == "changed" and kind_of(old.shapes[change.id], change.field) not in {"keyed", "pairs", "records"}:
            role = old.places[change.id].key if change.id != ROOT else ""
            for old_text, new_text, near in _texts(change):
                lines = tuple(flat(change.new)) if _is_title(change) else ()
                yield Proposal(
                    kind="changed",
                    things=(change.id,),
                    role=role,
                    field=change.field,
                    old=old_text,
                    new=new_text,
                    lines=lines,
                    near=near,
                    parent=new.places[change.id].parent if change.id != ROOT else "",
                )


def _is_title(change: Change) -> bool:
    return change.field in TITLES


def _texts(change: Change) -> Iterator[tuple[str, str, Near]]:
    """Yield the paragraphs that differ: the old text, the new one, and what stands around one that is new."""
    old, new = flat(change.old), flat(change.new)
    if _is_title(change):
        old, new = (["".join(side)] if side else [] for side in (old, new))
    pairs = _one_to_one(change.old, change.new, old, new) or paragraph_pairs(old, new)
    known = {other: old[one] for one, other in pairs if one is not None and other is not None}
    for one, other in pairs:
        was, comes = ("" if one is None else old[one], "" if other is None else new[other])
        if not alike(was, comes):
            yield was, comes, NOTHING if one is not None or other is None else _around(other, known)


def _one_to_one(before: Value, after: Value, old: Sequence[str], new: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the cells of a grid, or two single lines, side by side; nothing where paragraphs are to be paired."""
    same = bool(_widths(before)) and _widths(before) == _widths(after)
    return tuple((place, place) for place in range(len(old))) if same or len(old) == len(new) == 1 else ()


def _widths(rows: Value) -> list[int]:
    """Return how many cells each row of a grid has, nothing of what is none."""
    return [len(row) for row in rows if isinstance(row, list)] if isinstance(rows, list) else []


def _around(place: int, known: dict[int, str]) -> Near:
    """Return the old paragraphs around a new one, the nearest first; `known` are those that stayed, by their new places."""
    before = [known[other] for other in sorted(known, reverse=True) if other < place]
    return Near(tuple(before[:1]), tuple(known[other] for other in sorted(known) if other > place)[:1])


def _without_shifts(found: Sequence[Proposal], still: frozenset[str]) -> Iterator[Proposal]:
    """Yield proposals but for those that only tell how recognition took a paragraph, which stands where it stood, for another's."""
    changed = [one for one in found if one.kind == "changed"]
    gone, come = {bare(one.old) for one in changed if not one.new}, {bare(one.new) for one in changed if not one.old}
    for one in found:
        new, old = bare(one.new), bare(one.old)
        comes_in = one.kind == "changed" and not old and new in still and new in gone
        goes_out = one.kind == "changed" and not new and old in still and old in come
        if not comes_in and not goes_out:
            yield one


# --- things ----------------------------------------------------------------------------------------------------------


def _passes(id_: str, old: Content, new: Content) -> bool:
    """Tell whether a thing has come past another one, and does not only stand at another depth, which texts and pages hardly tell."""
    before, behind = (set(takewhile(lambda other: other != id_, side.walk())) for side in (old, new))
    return before & new.fields.keys() != behind & old.fields.keys()


def _of_things(changes: Changes, old: Content, new: Content) -> Iterator[Proposal]:
    for change in changes:
        side = old if change.kind == "removed" else new
        if change.kind in {"added", "removed"}:
            ids = {other.id for other in changes if other.kind == change.kind}
            place = side.places[change.id]
            if place.parent not in ids:
                inner = (id_ for id_ in side.walk(change.id, side.shapes[change.id]) if id_ in ids)
                branch = tuple(Grown(id_, side.places[id_], side.fields[id_]) for id_ in inner)
                near = _beside(new, old, change.id) if change.kind == "added" else NOTHING
                yield Proposal(kind=change.kind, things=(change.id,), role=place.key, parent=place.parent, branch=branch, near=near)
        elif change.kind == "moved":
            place = new.places[change.id]
            was = old.places[change.id]
            origin = (was.parent, was.key, *_beside(old, new, change.id).before[:1])
            near = _beside(new, old, change.id)
            yield Proposal(kind="moved", things=(change.id,), role=place.key, parent=place.parent, near=near, origin=origin)


def _beside(new: Content, old: Content, id_: str) -> Near:
    """Return the things around one in its row that the plan has too and that stay where they are, the nearest first."""
    row = new.rows[new.places[id_].row]
    place = row.index(id_)
    settled = old.fields.keys() - moved(old, new)
    before, behind = row[:place][::-1], row[place + 1 :]
    return Near(tuple(one for one in before if one in settled), tuple(one for one in behind if one in settled))


# --- tables of another kind ------------------------------------------------------------------------------------------

_GRID = "grid.body"
_COLUMNS_OLD, _COLUMNS_NEW = "原来的表头和各列", "另外的表头和各列"


def _of_tables(old: Content, new: Content) -> Iterator[Proposal]:
    """Yield a proposal for every table whose head or columns changed so that it is no table of the same kind any more."""
    for id_ in _redrawn(old, new):
        yield Proposal(kind="changed", things=(id_,), role="tables", field=_GRID, old=_COLUMNS_OLD, new=_COLUMNS_NEW)


def _is_redrawn(proposal: Proposal, old: Content, new: Content) -> bool:
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


# --- cells that are printed merged -----------------------------------------------------------------------------------


def _merged(found: Iterable[Proposal], old: Content) -> Iterator[Proposal]:
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
