"""Numbered parts as nodes of the plan: titles, text, tables, units, numbers by hand, each text booked where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.importers.body import counting
from generator.importers.body.hanging import hanging
from generator.importers.body.knots import said_by, walk
from generator.importers.body.responsibility import BRACKETS, PLACE, Responsibility, common_wording, responsibility_of
from generator.importers.outline import Paragraph
from generator.importers.prose import flag, listed, said
from generator.importers.tables.table import recognised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.importers.body.hanging import Hanging, Hung
    from generator.importers.body.knots import Knot, Tied
    from generator.importers.ids import Ids
    from generator.importers.prose import Drawn
    from generator.importers.scribe import Scribe
    from generator.source.tree import Value

KEYS = {"section": "sections", "task": "tasks", "point": "points"}
NONE = "none"
_UNITS_AT_LEAST = 2


@dataclass(slots=True)
class Writer:
    """Writes the nodes of one document. `names` are the ids of tasks by title, `wording` is how units are printed after a task."""

    scribe: Scribe
    ids: Ids
    names: dict[str, str]
    counted: counting.Counted = field(default_factory=counting.Counted)
    wording: str = ""
    run_in: Mapping[int, bool] = field(default_factory=dict)
    says_merges: bool = False

    def document(self, found: Tied) -> Drawn:
        """Return a whole text: numbering, preamble, tables, nodes, closing; its keys in the schema's order."""
        marks = counting.marks(found.knots, self.counted.running)
        lead = hanging(found.lead)
        written: Drawn = {"numbering": counting.without_usual(self._numbering(marks)), "units_print": self.wording}
        written["preamble"] = self.prose(lead.texts)
        if lead.tables and found.knots:
            lead.tables[-1].notes += lead.after
        written["tables"] = self.tables(lead.tables)
        written |= self.rows(found.knots, marks)
        written["closing"] = self.prose([*([] if found.knots else lead.after), *found.closing])
        return said(written)

    def rows(self, knots: Sequence[Knot], marks: Sequence[Value]) -> Drawn:
        """Return what holds a row of parts: the key of their role with the nodes. `marks` are those that hold here, the row's first."""
        if not knots:
            return {}
        counting.tell_unlike(knots, marks, self.scribe.ledger)
        return {KEYS[knots[0].role]: [self.node(knot, marks[1:]) for knot in knots]}

    def node(self, knot: Knot, marks: Sequence[Value]) -> Drawn:
        """Return one part with all that is below it, its keys in the schema's order."""
        node: Drawn = {"id": self._id(knot)}
        hung = hanging(knot.blocks, titled=False)
        self._number(knot, node)
        texts = self._opening(knot, hung.texts, node)
        anew = bool(knot.children) and id(knot.children[0]) in self.counted.anew
        own = knot.children and (anew or counting.unlike(knot.children, marks, knot.depth + 1))
        below = counting.marks(knot.children, frozenset() if anew else self.counted.running) if own else marks
        if own:
            node["numbering"] = self._numbering(below, knot.depth + 1)
        self._text(knot, hung, node, texts)
        node["tables"] = self.tables(hung.tables)
        node |= self.rows(knot.children, below)
        charges = knot.charges[:-1] if node["units"] else knot.charges
        node["after"] = self.prose([*hung.after, *charges])
        return said(node)

    def tables(self, hung: Sequence[Hung]) -> Value:
        """Return tables of the plan with their titles, measures and notes."""
        return [self._table(one) for one in hung]

    def prose(self, paragraphs: Sequence[Paragraph]) -> Value:
        """Return paragraphs as the plan holds them."""
        return listed([self.scribe.paragraph(paragraph) for paragraph in paragraphs if paragraph.text.strip()])

    def _table(self, hung: Hung) -> Drawn:
        title = self.scribe.paragraph(hung.title) if hung.title else ""
        measure = self.scribe.paragraph(hung.measure) if hung.measure else ""
        written = recognised(hung.table, self.scribe.ledger, title=title, names=self.names, taken=self.ids, says_merges=self.says_merges)
        ids = hung.table.ids or (hung.title.ids if hung.title else hung.table.rows[0].ids)
        id_ = self.ids.keep(ids[-1]) if ids else self.ids.make(title, "table")
        return said({"id": id_, "title": title, "measure": measure, **written, "notes": self.prose(hung.notes)})

    def titled(self, knot: Knot) -> Drawn:
        """Return the table of a part that is nothing but a numbered title over a table."""
        hung = hanging(knot.blocks, titled=False)
        paragraph = knot.paragraph
        self.scribe.derive(paragraph.line, paragraph.number or paragraph.text[: knot.start])
        hung.tables[0].title = replace(paragraph, text=knot.title, number="")
        hung.tables[0].notes += hung.after
        return self._table(hung.tables[0])

    def _numbering(self, marks: Sequence[Value], depth: int = 0) -> list[Value]:
        """Return marks from a depth on, with the depths at which titles stand against the custom of their roles."""
        found = [*marks]
        for place, way in ((there - depth, way) for there, way in sorted(self.run_in.items()) if there >= depth):
            mark = found[place] if place < len(found) else NONE
            found[place : place + 1] = [{**(mark if isinstance(mark, dict) else {"number": mark}), "run_in": flag(way)}]
        return found

    def _id(self, knot: Knot) -> str:
        if knot.paragraph.ids:
            return self.ids.keep(knot.paragraph.ids[-1])
        return self.ids.make(knot.title or knot.rest, knot.role)

    def _number(self, knot: Knot, node: Drawn) -> None:
        paragraph = knot.paragraph
        self.scribe.derive(paragraph.line, paragraph.number or paragraph.text[: knot.start])
        if id(knot) in self.counted.by_hand:
            node["number"] = str(self.counted.by_hand[id(knot)])

    def _opening(self, knot: Knot, own: Sequence[Paragraph], node: Drawn) -> list[tuple[int, str]]:
        """Write the title; return the texts that follow, each with its line."""
        line = knot.paragraph.line
        texts = [(paragraph.line, paragraph.number + paragraph.text) for paragraph in own]
        if knot.rest.strip():
            texts.insert(0, (line, knot.rest))
        if knot.title.strip():
            raw = knot.title.rstrip()
            stop = "。" if knot.runs_in and raw.endswith("。") else ""
            title = node["title"] = self.scribe.prose(line, raw.removesuffix(stop))
            self.scribe.derive(line, stop)
            self.names.setdefault(title.rstrip("。"), str(node["id"]))
            if texts and knot.runs_in != self.run_in.get(knot.depth, knot.role != "section"):
                node["run_in"] = flag(knot.runs_in)
        return texts

    def _text(self, knot: Knot, hung: Hanging, node: Drawn, texts: list[tuple[int, str]]) -> None:
        last = [(charge.line, charge.text) for charge in knot.charges] or texts
        units = self._units(last) if knot.role != "section" and not hung.tables and (knot.charges or not knot.children) else ""
        if units and not knot.charges and not texts[-1][1]:
            self._tell_place(knot, texts[-1][0])
        node["text"] = listed([self.scribe.prose(line, text) for line, text in texts if text.strip()])
        node["units"] = units

    def _units(self, texts: list[tuple[int, str]]) -> str:
        """Take the responsibility sentence off the last text and return its units, "" where it stays in the text."""
        found = responsibility_of([text for _, text in texts])
        if found is None or not (self.wording or not found.units):
            return ""
        line, text = texts[-1]
        lifted = found.under(self.wording)
        if lifted is None:
            self.scribe.ledger.guess(line, self._why_kept(found), 0.8)
            return ""
        self.scribe.derive(line, lifted.wording.replace(PLACE, ""))
        texts[-1] = (line, text[: found.start])
        return self.scribe.prose(line, lifted.units)

    def _tell_place(self, knot: Knot, line: int) -> None:
        """Tell where a sentence stood otherwise than it is printed: what is in brackets runs on, what is not has a line of its own."""
        own, runs_on = line != knot.paragraph.line, self.wording.startswith(BRACKETS)
        if own and runs_on:
            self.scribe.ledger.mend(line, "另起一行的责任单位印在上一段末尾")
        elif not own and not runs_on:
            self.scribe.ledger.mend(line, "接在段末的责任单位另起一行印")

    def _why_kept(self, found: Responsibility) -> str:
        if not found.units:
            return "这里不只写责任单位（还有责任人、完成时限等，或分几行写），程序只能照原样印责任单位，整句留在正文里"
        return f"责任单位的写法与多数任务的“{self.wording.replace(PLACE, '…')}”不同，留在正文里"


def wording_of(knots: Sequence[Knot]) -> str:
    """Return how most leaves that say who is responsible word it, "" where hardly any says it."""
    return common_wording(map(said_by, walk(knots)), at_least=_UNITS_AT_LEAST)


def run_in_of(knots: Sequence[Knot]) -> dict[int, bool]:
    """Return the depths at which all titles with text run in, or none does, against the custom of their roles."""
    found: dict[int, set[tuple[bool, bool]]] = {}
    for knot in knots:
        if knot.title.strip() and (knot.rest.strip() or any(isinstance(block, Paragraph) for block in knot.blocks)):
            found.setdefault(knot.depth, set()).add((knot.runs_in, knot.role != "section"))
    alike = {depth: next(iter(ways)) for depth, ways in found.items() if len(ways) == 1}
    return {depth: runs_in for depth, (runs_in, custom) in alike.items() if runs_in != custom}
