"""What holds for any two plans and any three: the laws of changes and of merging, over generated plans and edit scripts."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, event, given, settings

from generator.compare.changes import apply, from_json, inverse, to_json
from generator.compare.content import ROOT, build, plain
from generator.compare.decisions import PLACE, THING, record, recorded
from generator.compare.differ import compare, compose
from generator.compare.keys import sorted_keys
from generator.compare.merge import Merged, merge
from generator.compare.patch import edits
from generator.plan import builder
from generator.source import tree, writer
from generator.source.emitter import dump
from generator.source.reader import read
from tests.compare.scripts import PLANS, Script, content_of, edited, meetings, scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.changes import Change, Changes
    from generator.compare.content import Content
    from generator.source.tree import Document, Mapping
    from tests.strategies import Drawn

MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _document(plan: Drawn) -> Document:
    return read(dump(plan).encode())


def _tree(document: Document) -> Mapping:
    assert document.tree is not None
    return document.tree


@MANY
@given(PLANS)
def test_a_content_makes_the_plan_it_was_taken_from(plan: Drawn) -> None:
    again = plain(build(plan))

    assert build(again) == build(plan)
    assert builder.build(_tree(_document(again))) == builder.build(_tree(_document(_cells_in_order(plan))))


def _cells_in_order(value: Drawn) -> Drawn:
    """Return a plan with the cells of its items as the schema orders them: a table's columns say in which order they are printed."""
    for table in (table for owner in _owners(value) for table in owner.get("tables", [])):
        table["items"] = [{key: item[key] for key in sorted_keys("item", item)} for item in table.get("items", [])]
    return value


def _owners(value: Drawn) -> Iterator[Drawn]:
    yield value
    for key in ("sections", "tasks", "points", "annexes"):
        for thing in value.get(key, []):
            yield from _owners(thing)


@MANY
@given(PLANS, PLANS)
def test_changes_lead_from_any_plan_to_any_other_and_back(one: Drawn, two: Drawn) -> None:
    old, new = content_of(one), content_of(two)
    changes = compare(old, new)

    assert apply(changes, old) == new
    assert apply(inverse(changes), new) == old


@MANY
@given(PLANS, scripts)
def test_changes_lead_to_the_edited_plan_and_back(plan: Drawn, script: Script) -> None:
    old, new = content_of(plan), content_of(edited(plan, script))
    changes = compare(old, new)

    assert compare(old, old) == ()
    assert apply(changes, old) == new
    assert apply(changes[::-1], old) == new
    assert apply(inverse(changes), new) == old
    assert inverse(inverse(changes)) == changes


@MANY
@given(PLANS, scripts)
def test_changes_survive_json(plan: Drawn, script: Script) -> None:
    changes = compare(content_of(plan), content_of(edited(plan, script)))

    assert from_json(json.loads(json.dumps(to_json(changes)))) == changes


@MANY
@given(PLANS, scripts, scripts)
def test_changes_after_each_other_are_one(plan: Drawn, first: Script, second: Script) -> None:
    base, middle = content_of(plan), content_of(edited(plan, first))
    last = content_of(edited(edited(plan, first), second, "y"))
    one, two = compare(base, middle), compare(middle, last)

    assert apply(compose(one, two, base), base) == last
    assert compose(one, inverse(one), base) == ()


@MANY
@given(PLANS, scripts)
def test_edits_bring_the_file_to_what_the_changes_say(plan: Drawn, script: Script) -> None:
    document = _document(plan)
    old, new = content_of(plan), content_of(edited(plan, script))
    text = writer.write(document, edits(compare(old, new), _tree(document)))

    assert build(tree.plain(_tree(read(text.encode())))) == new


@MANY
@given(PLANS, scripts)
def test_an_edit_of_one_side_or_the_same_of_both_is_taken_as_it_is(plan: Drawn, script: Script) -> None:
    base, side = content_of(plan), content_of(edited(plan, script))

    assert merge(base, side, base) == Merged(side, ())
    assert merge(base, base, side) == Merged(side, ())
    assert merge(base, side, side) == Merged(side, ())


@MANY
@given(PLANS, scripts, scripts)
def test_edits_of_different_places_come_together_in_whatever_order(plan: Drawn, one: Script, two: Script) -> None:
    base, ours, theirs = content_of(plan), content_of(edited(plan, one, "x")), content_of(edited(plan, two, "y"))
    own, other = compare(base, ours), compare(base, theirs)
    assume(_apart(own, other))
    event(f"edits of both sides: {bool(own and other)}")

    assert merge(base, ours, theirs) == Merged(apply(own, theirs), ())
    assert merge(base, theirs, ours) == Merged(apply(other, ours), ())
    assert apply(own, theirs) == apply(other, ours)


def _apart(one: Changes, other: Changes) -> bool:
    """Tell whether two sets of changes touch no field and no row in common, and nothing that the other side removes."""
    meet = _touched(one) & _touched(other) or _removed(one) & _named(other) or _named(one) & _removed(other)
    return not meet and not (_travels(one) and _travels(other))


def _touched(changes: Changes) -> set[tuple[str, str]]:
    """Return the fields that changes touch, and the things whose rows they touch: a grid stands where a row of items would."""
    fields = {(change.id, change.field.split(".")[0]) for change in changes if change.kind == "changed"}
    owners = {place.parent for change in changes for place in (change.old_place, change.new_place) if place}
    return fields | {(id_, "row") for id_ in owners | {id_ for id_, name in fields if name == "grid"}}


def _removed(changes: Changes) -> set[str]:
    return {change.id for change in changes if change.kind == "removed"}


def _named(changes: Changes) -> set[str]:
    """Return what must be there for changes to be made: the things themselves and what is above them."""
    return {step for change in changes for step in (change.id, *change.path[1::2])}


def _travels(changes: Changes) -> bool:
    return any(change.old_place and change.new_place and change.old_place.row != change.new_place.row for change in changes)


@MANY
@given(PLANS, meetings)
def test_no_edit_of_either_side_is_lost(plan: Drawn, both: tuple[Script, Script]) -> None:
    one, two = both
    base, ours, theirs = content_of(plan), content_of(edited(plan, one, "x")), content_of(edited(plan, two, "y"))
    merged = merge(base, ours, theirs)
    event(f"decisions: {bool(merged.decisions)}")

    assert [change for change in compare(base, ours) if not _kept(change, merged)] == []
    assert [change for change in compare(base, theirs) if not _kept(change, merged)] == []


def _kept(change: Change, merged: Merged) -> bool:
    """Tell whether a change is in what was merged or in an open decision."""
    content, open_ = merged.content, {(decision.id, decision.field) for decision in merged.decisions}
    if (change.id, THING) in open_ or (change.id, change.field) in open_:
        return True
    if change.kind == "removed":
        return change.id not in content.fields
    if change.kind == "moved":
        return (change.id, PLACE) in open_ or _stands(change, content)
    if change.kind == "added":
        fields = content.fields.get(change.id, {})
        return isinstance(change.new, dict) and all(
            fields.get(name) == new or (change.id, name) in open_ for name, new in change.new.items()
        )
    return _says(change, content)


def _stands(change: Change, content: Content) -> bool:
    return bool(change.new_place and change.id in content.places and content.places[change.id].row == change.new_place.row)


def _says(change: Change, content: Content) -> bool:
    """Tell whether a field has its new value, or at least each part that came in and none that went out."""
    now = content.fields[change.id].get(change.field)
    if now == change.new:
        return True
    old, new, found = (Counter(map(str, value)) if isinstance(value, list) else Counter() for value in (change.old, change.new, now))
    return (new - old) <= found and isinstance(now, list)


@MANY
@given(PLANS, meetings)
def test_a_merge_with_its_decisions_is_written_into_our_file(plan: Drawn, both: tuple[Script, Script]) -> None:
    one, two = both
    ours, theirs = edited(plan, one, "x"), edited(plan, two, "y")
    merged = merge(content_of(plan), content_of(ours), content_of(theirs))
    wanted = record(merged.content, merged.decisions)
    document = _document(ours)
    text = writer.write(document, edits(compare(content_of(ours), wanted), _tree(document)))

    written = build(tree.plain(_tree(read(text.encode()))))
    assert written == wanted
    assert recorded(written) == merged.decisions
    assert written.fields[ROOT].keys() - {"decisions"} == merged.content.fields[ROOT].keys()
