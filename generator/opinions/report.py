"""Opinions as the data that json knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.opinions.conflicts import conflicts

if TYPE_CHECKING:
    from generator.opinions.collected import Collected
    from generator.opinions.proposals import Opinion


def as_data(collected: Collected) -> dict[str, object]:
    """Return the plan, its opinions one by one, and how many there are of each state."""
    states = {opinion.id: _state(opinion) for opinion in collected.opinions}
    names = ("open", "by_hand", "adopted", "comment")
    return {
        "plan": collected.checked.loaded.file,
        "opinions": [_record(opinion, states[opinion.id]) for opinion in collected.opinions],
        "conflicts": [[one.id, other.id] for one, other in conflicts(collected.open)],
        "counts": {name: sum(state == name for state in states.values()) for name in names},
    }


def _state(opinion: Opinion) -> str:
    if opinion.proposal is None:
        return "comment"
    if opinion.done:
        return "adopted"
    return "by_hand" if opinion.hindrance else "open"


def _record(opinion: Opinion, state: str) -> dict[str, object]:
    proposal, put = opinion.proposal, opinion.hindrance
    return {
        "id": opinion.id,
        "kind": proposal.kind if proposal else "comment",
        "things": [*proposal.things] if proposal else [],
        "field": proposal.field if proposal else "",
        "old": proposal.old if proposal else "",
        "new": proposal.new if proposal else "",
        "units": [*opinion.units],
        "files": [*opinion.files],
        "place": opinion.place,
        "sentence": opinion.sentence,
        "state": state,
        "why": put.why if put else "",
        "tip": put.remedy if put else "",
        "remarks": [{"kind": remark.kind, "author": remark.author, "date": remark.date, "text": remark.text} for remark in opinion.remarks],
    }
