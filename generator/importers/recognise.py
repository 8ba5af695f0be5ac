"""From the outline of a document to the tree of a plan: mended, framed, told apart, written; every character booked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers import mend
from generator.importers.body import counting, roles
from generator.importers.body.knots import take_charges, tied, walk
from generator.importers.body.nodes import Writer, run_in_of, wording_of
from generator.importers.explained import explanation, slides
from generator.importers.frame.annexes import annexes_of
from generator.importers.frame.framed import framed
from generator.importers.frame.notice import notice_of, title_of
from generator.importers.frame.parts import Frame
from generator.importers.frame.region import region_of
from generator.importers.frame.units import units_said
from generator.importers.frame.web import web_of
from generator.importers.frame.years import year_of
from generator.importers.ids import Ids
from generator.importers.ledger import Ledger, bare
from generator.importers.lost import refuse_lost_tables
from generator.importers.outline import Paragraph
from generator.importers.prose import in_order
from generator.importers.remarks import tell_remarks
from generator.importers.report import shares
from generator.importers.scribe import Scribe
from generator.importers.tables.pages import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.body.knots import Knot
    from generator.importers.outline import Block, Outline
    from generator.importers.prose import Drawn
    from generator.source.tree import Value

_NAMED = re.compile(r"[《〈]([^《〈〉》]{4,60})[〉》]")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A plan's tree as plain data, and the book of where the source's characters went."""

    tree: Drawn
    ledger: Ledger


def recognise(outline: Outline, name: str, *, as_is: bool = False) -> Recognised:
    """Return the plan that an outline holds; `name` stands for a title where it has none. With `as_is` no mark is set to full width."""
    ledger = Ledger()
    for aside in outline.asides:
        ledger.set_aside(aside.line, aside.text, aside.why)
    for told in outline.told:
        ledger.mend(told.line, told.what)
    tell_remarks(outline, ledger)
    blocks = mended(outline, ledger, as_is=as_is)
    scribe, ids = Scribe(ledger, as_is), Ids()
    other = slides.recognised(blocks, scribe, ids, name) or explanation.recognised(blocks, scribe, ids, name)
    frame = Frame() if other else framed(blocks, ledger)
    recogniser = Recogniser(scribe, frame, name, ids, says_merges=outline.kind in {"docx", "html"})
    tree = recogniser.without_notice(other, outline) if other else recogniser.tree(outline)
    for note in outline.notes:
        ledger.leave(note.line, note.text, "脚注或尾注，计划里没有放它的地方")
    return Recognised(tree, ledger)


def sign(found: Recognised, file: str, digest: str, characters: int) -> None:
    """Write into the tree what found no place, and which document it was made of."""
    ledger = found.ledger
    if ledger.unplaced:
        found.tree["unplaced"] = [{"line": str(entry.line), "text": entry.text, "why": entry.why} for entry in ledger.unplaced]
    placed = str(shares(ledger, characters).placed)
    found.tree["source"] = {"file": file, "digest": digest, "characters": str(characters), "placed": placed}


def mended(outline: Outline, ledger: Ledger, *, as_is: bool) -> list[Block]:
    """Return a document's blocks without what copying did to them."""
    once = mend.once(mend.parted(outline.blocks), ledger)
    whole = mend.whole(joined(once, ledger), ledger, wrapped=outline.kind in {"txt", "md"})
    refuse_lost_tables(whole)
    return whole if as_is else mend.widen(whole, ledger)


@dataclass(slots=True)
class Recogniser:
    """Writes the plan of one framed document."""

    scribe: Scribe
    frame: Frame
    name: str
    ids: Ids = field(default_factory=Ids)
    names: dict[str, str] = field(default_factory=dict)
    says_merges: bool = False

    def tree(self, outline: Outline) -> Drawn:
        """Return the plan's tree."""
        frame = self.frame
        tree: Drawn = {"format": "1", "status": "draft"}
        tree["title"] = self._title(frame)
        tree["label"] = self._label(frame)
        notice = notice_of(frame, self.scribe)
        tree["web"] = web_of(outline.box, notice, self.scribe.ledger)
        tree["notice"] = in_order("notice", notice)
        tree |= self._body(frame.plan.blocks)
        tree["annexes"] = annexes_of(frame, self)
        tree["year"] = year_of(tree, self.scribe.ledger)
        tree["region"] = self._region(tree)
        return in_order("plan", tree)

    def without_notice(self, drawn: Drawn, outline: Outline) -> Drawn:
        """Return the tree of a plan that another document than its notice tells of; what a page's box says of a notice stays in it."""
        notice: Drawn = {}
        web = web_of(outline.box, notice, self.scribe.ledger)
        other = web.get("other")
        labels = {"number": "发文字号", "date": "成文日期"}
        own: Drawn = {label: notice[key] for key, label in labels.items() if key in notice}
        web |= {"other": {**(other if isinstance(other, dict) else {}), **own}} if own else {}
        tree: Drawn = {"format": "1", "status": "draft", "notice": {}, "web": web, **drawn}
        tree["year"] = year_of(tree, self.scribe.ledger)
        return in_order("plan", tree)

    def _title(self, frame: Frame) -> Value:
        lines = frame.plan.title or (frame.title if frame.form == "direct" else [])
        if frame.plan.label:
            self.scribe.derive(frame.plan.label.line, frame.plan.label.text)
        if lines:
            return title_of(lines, self.scribe)
        carried = "".join(bare(line.text) for line in (*frame.title, *(block for block in frame.body if isinstance(block, Paragraph))))
        if named := _NAMED.search(carried):
            self.scribe.ledger.guess(1, f"计划没有自己的标题，取通知里的“{named[1]}”", 0.6)
            return named[1]
        self.scribe.ledger.guess(1, f"没有找到标题，暂用“{self.name}”", 0.2)
        return self.name

    def _label(self, frame: Frame) -> str:
        """Return the state that the draft says it is in; a second label that says the same is printed by the program."""
        labels = [*frame.plan.states, *frame.states]
        texts = [bare(line.text) for line in labels]
        for line, text in zip(labels, texts, strict=True):
            self.scribe.derive(line.line, text[0] + text[-1])
            if line is labels[0]:
                self.scribe.ledger.place(line.line, text[1:-1])
            elif text == texts[0]:
                self.scribe.derive(line.line, text[1:-1])
            else:
                self.scribe.ledger.leave(line.line, text[1:-1], "稿本标注有两个，计划只能写一个")
        return texts[0][1:-1] if texts else ""

    def _body(self, blocks: Sequence[Block]) -> Drawn:
        """Return the plan's own text with its numbering."""
        found = tied(blocks, self.scribe.ledger)
        roles.assign(found.knots, counting.running_keys(found.knots), self.scribe.ledger)
        take_charges(found.knots)
        return self.writer(found.knots, wording_of(found.knots)).document(found)

    def writer(self, knots: Sequence[Knot], wording: str = "", names: dict[str, str] | None = None) -> Writer:
        """Return the writer of a document with these parts; titles that it writes go into `names`, by default the plan's."""
        titles = self.names if names is None else names
        run_in = run_in_of([*walk(knots)])
        return Writer(self.scribe, self.ids, titles, counting.counted(knots), wording, run_in, self.says_merges)

    def _region(self, tree: Drawn) -> Value:
        frame = self.frame
        lines = [*frame.ending.signature, *(line for kind, line in frame.elements if kind == "mark"), *frame.title, *frame.plan.title]
        names = [bare(line.text) for line in lines]
        return region_of(names, units_said(tree), Ids())
