"""The annexes of an imported plan: their titles against the annex note, tables under numbered titles, texts in nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers import counting, roles, signs
from generator.importers.knots import tied
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.nodes import NONE, Writer
from generator.importers.notice import title_of
from generator.importers.outline import Paragraph, Table
from generator.importers.prose import said
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.knots import Knot, Tied
    from generator.importers.parts import Frame, Part
    from generator.importers.prose import Drawn
    from generator.importers.recognise import Recogniser
    from generator.source.tree import Value

_KEYS = ("preamble", "numbering", "tables", "sections", "tasks", "points", "closing")


def annexes_of(frame: Frame, recogniser: Recogniser) -> Drawn:
    """Return the annexes that a document holds, and those that its annex note alone names."""
    annexes: list[Value] = [_annex(part, recogniser) for part in frame.annexes]
    noted = _noted(frame.annex_note, recogniser)
    _compare(noted, annexes, frame, recogniser)
    return {"annexes": annexes} if annexes else {}


@dataclass(frozen=True, slots=True)
class Noted:
    """A title in the annex note."""

    line: int
    title: str


def _noted(lines: Sequence[Paragraph], recogniser: Recogniser) -> list[Noted]:
    """Return the titles of the annex note; 附件： and the numbers before them are derived."""
    found: list[Noted] = []
    for line in lines:
        text = bare(line.number + line.text)
        start = signs.annex_note_start(text) or (len(text) if signs.annex_label(text) is not None else 0)
        head = head_of(text[start:])
        start += head.end if head else 0
        recogniser.scribe.derive(line.line, text[:start])
        title = text[start:]
        if title and found and not head and not signs.annex_note_start(text):
            found[-1] = Noted(found[-1].line, found[-1].title + title)
            recogniser.scribe.ledger.join(line.line, found[-1].line)
        elif title:
            found.append(Noted(line.line, title))
    return found


def _compare(noted: Sequence[Noted], annexes: list[Value], frame: Frame, recogniser: Recogniser) -> None:
    """Hold the annex note against the titles: what both say is derived, what only the note says is an absent annex."""
    ledger = recogniser.scribe.ledger
    titles = [_said(annex) for annex in annexes]
    own = "".join(bare(line.text) for line in frame.plan.title) if frame.form == "annex" else ""
    for note in noted:
        key = narrow(note.title)
        same = [title for title in (own, *titles) if narrow(title) == key]
        if same:
            ledger.derive(note.line, note.title)
        elif len(noted) == len(annexes) + bool(own):
            title = (([own] if own else []) + titles)[noted.index(note)]
            ledger.mend(note.line, "附件说明与附件标题不同，按附件标题印", note.title, title)
            ledger.set_aside(note.line, note.title, "附件说明里的附件名称，与附件标题不同")
        else:
            place = noted.index(note) - bool(own)
            annexes.insert(
                place, {"id": recogniser.ids.make(note.title, "annex"), "title": ledger.place(note.line, note.title), "absent": "true"}
            )


def _said(annex: Value) -> str:
    title = annex.get("title") if isinstance(annex, dict) else ""
    return "".join(map(str, title)) if isinstance(title, list) else str(title or "")


def _annex(part: Part, recogniser: Recogniser) -> Drawn:
    scribe, ids = recogniser.scribe, recogniser.ids
    if part.label:
        scribe.derive(part.label.line, part.label.text)
    title = title_of(part.title, scribe) if part.title else "附件"
    given = part.label.ids if part.label else ()
    annex: Drawn = {"id": ids.keep(given[-1]) if given else ids.make(_said({"title": title}), "annex"), "title": title}
    found = tied(part.blocks, scribe.ledger)
    roles.assign_points(found.knots)
    writer = recogniser.writer(found.knots)
    if found.knots and all(map(_is_table, found.knots)):
        return annex | _of_tables(found, writer)
    written = writer.document(found)
    tables = written.get("tables")
    if isinstance(tables, list) and len(tables) > 1 and not found.knots:
        written["numbering"] = [NONE]
    return annex | {key: written[key] for key in _KEYS if key in written}


def _is_table(knot: Knot) -> bool:
    return len(knot.blocks) > 0 and isinstance(knot.blocks[0], Table) and not knot.children and not knot.rest.strip() and _one_table(knot)


def _one_table(knot: Knot) -> bool:
    return sum(isinstance(block, Table) for block in knot.blocks) == 1


def _of_tables(found: Tied, writer: Writer) -> Drawn:
    """Return an annex that is nothing but tables under numbered titles."""
    lead = [block for block in found.lead if isinstance(block, Paragraph)]
    marks = counting.without_usual(counting.marks(found.knots, frozenset()))
    return said({"preamble": writer.prose(lead), "numbering": marks, "tables": [writer.titled(knot) for knot in found.knots]})
