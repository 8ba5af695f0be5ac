"""From a draft that came back to proposals: compared with the plan as it would have come back untouched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.content import ROOT, Content
from generator.compare.differ import compare
from generator.compare.matching import Pair
from generator.compare.paired import paired
from generator.importers.ledger import bare
from generator.opinions.cells import is_redrawn, merged, of_tables
from generator.opinions.printed import flat, named, printed
from generator.opinions.standing import misread, staying, without
from generator.opinions.texts import of_fields, without_shifts
from generator.opinions.things import of_things, passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.fields import Fields
    from generator.opinions.proposals import Proposal
    from generator.opinions.returned import Draft

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
    found = _proposals(one, other, _whole(new, other), still)
    if returned.outline.kind != "docx":
        found = (proposal for proposal in found if proposal.kind != "moved" or passes(proposal.thing, one, other))
    order = _order(one, other)
    return Compared(one, other, tuple(sorted(merged(found, old), key=lambda proposal: order[proposal.thing])))


def _proposals(old: Content, new: Content, whole: Content, still: frozenset[str]) -> Iterator[Proposal]:
    """Yield what is proposed; `whole` is the returned draft with all that what is new in it brings along."""
    changes = compare(old, new)
    yield from of_tables(old, new)
    for proposal in (*without_shifts([*of_fields(changes, old)], still), *of_things(changes, old, whole)):
        if not is_redrawn(proposal, old, new):
            yield proposal


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
    """Return a draft whose parts have titles as the plan's have: hardly any officer sets a title as the template does."""
    titled = {place.key for id_, place in old.places.items() if "title" in old.fields[id_]}
    fields = {id_: _split(own) if _wants_title(old, new, id_, titled) else own for id_, own in new.fields.items()}
    return Content(fields, new.rows)


def _wants_title(old: Content, new: Content, id_: str, titled: set[str]) -> bool:
    """Tell whether a part is one that had a title, or a new one of a kind that has."""
    if new.shapes[id_] != "node":
        return False
    return "title" in old.fields[id_] if id_ in old.fields else new.places[id_].key in titled


def _split(own: Fields) -> Fields:
    """Return a part with its first sentence as its title, where it has none and the sentence is short."""
    first, *others = flat(own.get("text")) or [""]
    title, stop, rest = first.partition("。")
    if "title" in own or not title or len(title) > _TITLE_AT_MOST or (stop and not rest):
        return own
    text = [part for part in (rest, *others) if part]
    return {"title": title, **{name: value for name, value in own.items() if name != "text"}, **({"text": [*text]} if text else {})}


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
