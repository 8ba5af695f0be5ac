"""Where a proposal belongs in the plan as it is written today, or why only an officer can put it there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.compare.content import ROOT, Place
from generator.compare.fields import kind_of
from generator.importers.ledger import bare
from generator.opinions.printed import TITLES, alike, flat
from generator.opinions.proposals import Put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.content import Content
    from generator.opinions.proposals import Proposal

_TEXTS = frozenset({"text", "prose"})
_PART = 6  # characters from which a text is found again inside a longer one

_CHANGED = "计划里这一处后来已经改过，来稿说的是改之前的文字"
_GONE = "计划里已经没有这一项"
_BY_HAND = "请对照来稿，直接在计划文件里改。"


@dataclass(frozen=True, slots=True)
class Target:
    """The plan that proposals are put into: as its file says it, with its region's constants, and as it was sent out."""

    plan: Content
    whole: Content
    sent: Content
    region: str = ""

    def puts(self, proposal: Proposal) -> tuple[Put, ...]:
        """Return where a proposal goes, a place for every thing it is about."""
        if proposal.kind == "changed":
            return tuple(self._text(proposal, thing) for thing in proposal.things)
        if proposal.kind == "removed":
            return (self._removed(proposal),)
        return (self._placed(proposal),)

    # --- texts ---

    def _text(self, proposal: Proposal, thing: str) -> Put:
        if thing not in self.plan.fields:
            return Put(thing, why=_GONE, remedy=_BY_HAND)
        if proposal.field.startswith(("labels.", "columns.")):
            return Put(thing, proposal.field, why="这是表头", remedy="请在计划里改这张表（或附件）的 labels 或 columns。")
        if not proposal.old:
            return self._new_text(proposal, thing)
        for places in self._tiers(proposal, thing):
            found = [put for place in places if (put := self._rewritten(proposal, *place))]
            if len(found) == 1:
                return found[0]
        return Put(thing, proposal.field, done=True) if self._is_said(proposal, thing) else self._reason(proposal, thing)

    def _is_said(self, proposal: Proposal, thing: str) -> bool:
        """Tell whether the plan has come to say the new text, or to do without the old one, and nothing else in its place."""
        now, before = self._said(thing, proposal.field), flat(self.sent.fields.get(thing, {}).get(proposal.field))
        if proposal.new:
            return any(alike(text, proposal.new) for text in now)
        return len(now) < len(before) and set(now) <= set(before)

    def _tiers(self, proposal: Proposal, thing: str) -> Iterator[Iterator[tuple[str, str]]]:
        """Yield the fields to look in: the one meant, the others of its thing, then those of the whole plan that say just this."""
        own = self.plan.fields[thing]
        yield iter([(thing, proposal.field)] if proposal.field in own else [])
        yield ((thing, name) for name in own if name != proposal.field and thing != ROOT)
        if proposal.role != "items" and proposal.field not in TITLES:
            yield (
                (id_, name)
                for id_, fields in self.plan.fields.items()
                for name, value in fields.items()
                if name.partition(".")[0] not in _UNPRINTED and any(alike(text, proposal.old) for text in flat(value))
            )

    def _said(self, thing: str, field: str) -> list[str]:
        texts = flat(self.plan.fields[thing].get(field))
        return ["".join(texts)] if field in TITLES else texts

    def _rewritten(self, proposal: Proposal, thing: str, field: str) -> Put | None:
        """Return the one paragraph of a field that holds the old text, with the new one; None where none or several do."""
        kind = kind_of(self.plan.shapes[thing], field)
        texts = self._said(thing, field) if kind in _TEXTS or field.startswith("grid.") else []
        found = [(index, new) for index, text in enumerate(texts) if (new := rewritten(text, proposal.old, proposal.new)) is not None]
        if len(found) != 1:
            return None
        return Put(thing, field, found[0][0], texts[found[0][0]], found[0][1])

    def _new_text(self, proposal: Proposal, thing: str) -> Put:
        """Return where a new paragraph goes: behind or before the one it stands beside, or into a field that says nothing yet."""
        if kind_of(self.plan.shapes[thing], proposal.field) not in _TEXTS:
            return Put(thing, proposal.field, why="表的行列变了", remedy=_BY_HAND)
        texts = self._said(thing, proposal.field)
        if any(alike(text, proposal.new) for text in texts):
            return Put(thing, proposal.field, done=True)
        for beside, step in ((proposal.near.before, 1), (proposal.near.behind, 0)):
            for text in beside:
                places = [index for index, one in enumerate(texts) if rewritten(one, text, "") is not None]
                if len(places) == 1:
                    return Put(thing, proposal.field, places[0] + step, None, proposal.new)
        if texts or proposal.near != ((), ()):
            return Put(thing, proposal.field, why=_CHANGED, remedy=_BY_HAND)
        return Put(thing, proposal.field, 0, None, proposal.new)

    def _reason(self, proposal: Proposal, thing: str) -> Put:
        """Return why a text is not in the plan's own file."""
        told = Put(thing, proposal.field, why=_CHANGED, remedy=_BY_HAND)
        own = self.plan.fields[thing]
        if proposal.field == "label" and "label" not in own:
            return replace(told, why="标题下的标注由计划的 status 印出", remedy="请在计划里改 status 或写 label。")
        if proposal.field == "name" and own.get("task") and "name" not in own:
            why = f"这个名称取自任务 {own['task']} 的标题"
            return replace(told, why=why, remedy="要一起改，请改任务的标题；只改表里的，请在这一项里写 name。")
        if thing == ROOT and proposal.field in self.whole.fields[ROOT] and proposal.field not in own:
            why = f"这是地区文件{self.region and f' {self.region} '}里的常用文字，各年的计划共用"
            return replace(told, why=why, remedy="请在地区文件里改，或在计划里另写。")
        if self.plan == self.sent or own == self.sent.fields.get(thing):
            return replace(told, why="印出的文字与计划里的写法对不上")
        return told

    # --- things ---

    def _removed(self, proposal: Proposal) -> Put:
        thing = proposal.thing
        if thing not in self.plan.fields:
            return Put(thing, done=True)
        if any(self.plan.fields.get(grown.id) != self.sent.fields.get(grown.id) for grown in proposal.branch):
            return Put(thing, why="计划里这一项后来已经改过", remedy="确要删去，请直接在计划文件里删。")
        return Put(thing, place=self.plan.places[thing])

    def _placed(self, proposal: Proposal) -> Put:
        """Return the row a thing comes to stand in: behind or before what it stands beside in the draft, else first in its parent."""
        thing = proposal.thing
        if proposal.kind == "moved" and thing not in self.plan.fields:
            return Put(thing, why=_GONE, remedy=_BY_HAND)
        if proposal.kind == "added" and self._has_already(proposal):
            return Put(thing, done=True)
        place = self._place(proposal)
        if place is None:
            remedy = "请先采用新增上一级的意见，再导入一次；或直接在计划文件里改。"
            return Put(thing, why="它旁边的各项和它所在的一项都不在计划里", remedy=remedy)
        if proposal.kind == "moved" and self.plan.places[thing] == place:
            return Put(thing, done=True)
        return Put(thing, place=place)

    def _place(self, proposal: Proposal) -> Place | None:
        for id_ in proposal.near.before:
            if id_ in self.plan.places and (place := self.plan.places[id_]).key == proposal.role:
                return Place(place.parent, place.key, id_)
        for id_ in proposal.near.behind:
            if id_ in self.plan.places and (place := self.plan.places[id_]).key == proposal.role:
                return place
        return Place(proposal.parent, proposal.role) if proposal.parent in self.plan.fields else None

    def _has_already(self, proposal: Proposal) -> bool:
        """Tell whether the plan has come to have what is to be added, under whatever id."""
        wanted = _words(proposal.branch[0].fields)
        come = [id_ for id_, place in self.plan.places.items() if place.key == proposal.role and id_ not in self.sent.fields]
        return any(_words(self.plan.fields[id_]) == wanted for id_ in come)


_UNPRINTED = frozenset({"region", "source", "unplaced", "summary", "brief", "slides", "explanation", "web", "decisions", "year", "status"})


def _words(fields: object) -> str:
    values = fields.items() if isinstance(fields, dict) else ()
    return bare("".join(text for name, value in sorted(values) if name not in {"task", "join", "number", "run_in"} for text in flat(value)))


def rewritten(text: str, old: str, new: str) -> str | None:
    """Return a text of the plan with what was printed of it changed; None where it does not hold what was printed, or more changed.

    What is printed may be the text, the text between other words (a title before it, units behind it), or a part of it.
    """
    if alike(text, old):
        return new
    if text and old.count(text) == 1 and len(text) >= _PART:
        before, behind = old.split(text)
        inside = new.startswith(before) and new.endswith(behind) and len(new) >= len(before) + len(behind)
        return new[len(before) : len(new) - len(behind)] if inside else None
    return text.replace(old, new) if len(old) >= _PART and text.count(old) == 1 else None
