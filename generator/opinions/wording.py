"""Opinions in the words that an officer writes into a sheet: where, and what is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.compare.content import ROOT
from generator.compare.lines import name
from generator.compare.pieces import pieces
from generator.compare.report_fields import FieldChange, Judge
from generator.compare.report_summary import ROLES
from generator.opinions.printed import UNSAID, flat
from generator.problems import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.content import Content
    from generator.compare.edition import Edition
    from generator.compare.pieces import Piece
    from generator.importers.outline import Remark
    from generator.opinions.proposals import Proposal, Put

_ISO = re.compile(r"(\d{4})-0?(\d{1,2})-0?(\d{1,2})")
_CONTEXT = 10  # characters of what stays that say where something comes in
_FEW = 4  # characters below which a changed stretch is told with what stands before it
_CHANGES = 5  # more of them are told as the whole text
_SHORT = 20  # characters up to which both texts are told whole
_SHOWN = 60
_TRACKED = {"inserted": "修订，增加", "deleted": "修订，删去"}


@dataclass(frozen=True)
class Wording:
    """The words of opinions on a plan; `old` and `new` are the drafts as they were compared."""

    plan: Edition
    old: Content
    new: Content

    @cached_property
    def judge(self) -> Judge:
        """Return what knows the names of fields and units."""
        return Judge.of(self.plan, self.plan)

    # --- where ---

    def place(self, proposal: Proposal, put: Put) -> str:
        """Return where in the plan a proposal belongs, with the title that stands there; a text where it is put."""
        if proposal.kind == "changed":
            return self._of_field(put.thing, put.field or proposal.field) + self._also(proposal)
        known = proposal.parent if proposal.kind == "added" else proposal.thing
        return self.thing(known)

    def thing(self, id_: str) -> str:
        """Return the place and title of a thing, the nearest one above it that the plan has."""
        while id_ not in self.plan.content.fields:
            id_ = self.new.places[id_].parent if id_ in self.new.places else ROOT
        return name(self.plan, id_) or "全文"

    def _of_field(self, thing: str, field: str) -> str:
        if thing not in self.plan.content.fields:
            return self.thing(thing)
        words = "·".join(FieldChange(self.judge, thing, field, None, None).words)
        return f"{name(self.plan, thing)}的{words}" if thing != ROOT else words

    def _also(self, proposal: Proposal) -> str:
        more = len(proposal.things) - 1
        return f"（连同下面合并的 {more} 项）" if more else ""

    # --- what ---

    def sentence(self, proposal: Proposal) -> str:
        """Return what a proposal asks for."""
        return _SENTENCES[proposal.kind](self, proposal)

    def marked(self, proposal: Proposal) -> str:
        """Return a changed text with what goes and what comes between marks, "" where the sentence says it all."""
        if proposal.kind != "changed" or not proposal.old or not proposal.new:
            return ""
        found = self._pieces(proposal)
        return "".join(map(_mark, found)) if any(piece.kind == "same" for piece in found) else ""

    def _pieces(self, proposal: Proposal) -> tuple[Piece, ...]:
        return pieces(_dated(proposal.old), _dated(proposal.new), self.judge.names)

    def changed(self, proposal: Proposal) -> str:
        """Return the sentence of a changed text."""
        old, new = proposal.old, proposal.new
        if not old:
            behind = f"在“{shortened(proposal.near.before[0], _CONTEXT)}”后" if proposal.near.before else ""
            return f"{behind}增加{'一段' if behind else ''}“{new}”"
        if not new:
            return f"删去“{old}”"
        told = [*_told(self._pieces(proposal))]
        if len(told) >= _CHANGES or max(len(old), len(new)) <= _SHORT:
            return f"将“{_dated(old)}”改为“{_dated(new)}”"
        return "；".join(told)

    def added(self, proposal: Proposal) -> str:
        """Return the sentence of something new, with its text."""
        title = self.title(proposal)
        said = [text for grown in proposal.branch for text in _said(grown.fields, self.new)]
        body = _listed([text for text in said if text != title])
        return f"{self._where(proposal)}增加{_role(proposal)}{_quoted(title)}{f'：{body}' if body else ''}"

    def removed(self, proposal: Proposal) -> str:
        """Return the sentence of something that is to go."""
        inner = len(proposal.branch) - 1
        return f"删去{_role(proposal)}{_quoted(self.title(proposal))}{f'（连同其中 {inner} 项）' if inner else ''}"

    def moved(self, proposal: Proposal) -> str:
        """Return the sentence of something that is to stand elsewhere."""
        where = self._where(proposal).removeprefix("在") or f"{self.thing(proposal.parent)}最前"
        return f"将{_role(proposal)}{_quoted(self.title(proposal))}移到{where}"

    def title(self, proposal: Proposal) -> str:
        """Return what the thing of a proposal is called, or how its text begins."""
        side = self.old if proposal.thing in self.old.fields else self.new
        own = proposal.branch[0].fields if proposal.branch else side.fields[proposal.thing]
        said = own.get("title") or own.get("name") or own.get("heading") or own.get("text") or own.get("goal")
        if not said and proposal.thing in self.plan.content.fields:
            return self.plan.title(proposal.thing)
        return shortened("".join(flat(said)), _SHOWN)

    def _where(self, proposal: Proposal) -> str:
        for beside, word in ((proposal.near.before, "后"), (proposal.near.behind, "前")):
            for id_ in beside[:1]:
                return f"在{self.thing(id_)}{word}"
        return ""


_SENTENCES = {"changed": Wording.changed, "added": Wording.added, "removed": Wording.removed, "moved": Wording.moved}


def remark(noted: Remark) -> str:
    """Return a comment, or a tracked change that makes no proposal, in words."""
    if noted.kind == "comment":
        return f"批注：{' '.join(noted.text.split())}"
    return f"{_TRACKED[noted.kind]}“{noted.text.strip()}”"


def _listed(texts: list[str]) -> str:
    """Return texts one behind the other, closed as the last one is."""
    stop = "。" if texts and texts[-1].endswith("。") else ""
    return "；".join(text.rstrip("。；") for text in texts) + stop


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def _role(proposal: Proposal) -> str:
    return "一项" if proposal.role == "items" else ROLES.get(proposal.role, ("",))[0]


def _said(fields: object, new: Content) -> list[str]:
    own = fields if isinstance(fields, dict) else {}
    texts = [text for name, value in own.items() if name not in UNSAID | {"task"} for text in flat(value)]
    task = own.get("task")
    return ["".join(flat(new.fields[task].get("title"))), *texts] if isinstance(task, str) and task in new.fields else texts


def _dated(text: str) -> str:
    found = _ISO.fullmatch(text)
    return f"{found[1]}年{found[2]}月{found[3]}日" if found else text


def _mark(piece: Piece) -> str:
    return {"same": "{}", "removed": "［删：{}］", "added": "［增：{}］"}[piece.kind].format(piece.text)


def _told(found: tuple[Piece, ...]) -> Iterator[str]:
    """Yield every change inside a text: what gives way to what, what goes, what comes behind what."""
    stays, gone = "", ""
    for place, piece in enumerate(found):
        if piece.kind == "same":
            stays = piece.text
        elif piece.kind == "removed":
            gone = piece.text
            if found[place + 1 : place + 2] and found[place + 1].kind == "added":
                continue
            yield f"删去“{gone}”"
            gone = ""
        else:
            yield _exchanged(stays, gone, piece.text) if gone else _come(stays, piece.text)
            gone = ""


def _exchanged(stays: str, gone: str, come: str) -> str:
    lead = re.split("[，。；、：]", stays)[-1][-_CONTEXT:] if len(gone) < _FEW else ""
    return f"将“{lead}{gone}”改为“{lead}{come}”"


def _come(stays: str, come: str) -> str:
    if not stays:
        return f"在开头增加“{come}”"
    return f"在“{'…' if len(stays) > _CONTEXT else ''}{stays[-_CONTEXT:]}”后增加“{come}”"
