"""The annexes of an imported plan: their titles against the annex note, tables under numbered titles, texts in nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.body import counting, roles
from generator.importers.body.knots import tied
from generator.importers.body.nodes import NONE
from generator.importers.frame.notice import title_of
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table
from generator.importers.prose import in_order, said, title_said
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.body.knots import Knot, Tied
    from generator.importers.body.nodes import Writer
    from generator.importers.frame.parts import Frame, Part
    from generator.importers.prose import Drawn
    from generator.importers.recognise import Recogniser
    from generator.importers.scribe import Scribe
    from generator.source.tree import Value


@dataclass(frozen=True, slots=True)
class Noted:
    """A title in the annex note."""

    line: int
    title: str


def annexes_of(frame: Frame, recogniser: Recogniser) -> list[Value]:
    """Return the annexes that a document holds, and those that its annex note alone names."""
    annexes: list[Value] = [_annex(part, recogniser) for part in frame.annexes]
    own = ["".join(bare(line.text) for line in frame.plan.title)] if frame.form == "annex" else []
    titles = [*own, *map(title_said, annexes)]
    noted = _noted(frame.annex_note, recogniser.scribe)
    for place, note in enumerate(noted):
        if any(narrow(title) == narrow(note.title) for title in titles):
            recogniser.scribe.derive(note.line, note.title)
        elif len(noted) <= len(titles):
            _tell_unlike(note, titles[place], recogniser.scribe)
        else:
            annexes.insert(place - len(own), _absent(note, recogniser))
    return annexes


# --- the annex note --------------------------------------------------------------------------------------------------


def _noted(lines: Iterable[Paragraph], scribe: Scribe) -> list[Noted]:
    """Return the titles of the annex note; 附件： and the numbers before them are derived, a label that no title follows is set aside."""
    found: list[Noted] = []
    labels: list[tuple[int, str]] = []
    for line in lines:
        text = bare(line.number + line.text)
        start = signs.annex_note_start(text) or (len(text) if signs.annex_label(text) is not None else 0)
        head = head_of(text[start:])
        goes_on = bool(found) and not start and not head
        start += head.end if head else 0
        labels.append((line.line, text[:start]))
        if goes_on:
            scribe.ledger.join(line.line, found[-1].line)
            found[-1] = Noted(found[-1].line, found[-1].title + text)
        elif text[start:]:
            found.append(Noted(line.line, text[start:]))
    last = found[-1].line if found else 0
    for at, label in labels:
        if at <= last:
            scribe.derive(at, label)
        elif label:
            scribe.ledger.set_aside(at, label, "没有名称的附件序号")
    return found


def _tell_unlike(note: Noted, title: str, scribe: Scribe) -> None:
    scribe.ledger.mend(note.line, "附件说明与附件标题不同，按附件标题印", note.title, title)
    scribe.ledger.set_aside(note.line, note.title, "附件说明里的附件名称，与附件标题不同")


def _absent(note: Noted, recogniser: Recogniser) -> Drawn:
    """Return the annex that only the annex note names."""
    title = recogniser.scribe.ledger.place(note.line, note.title)
    return {"id": recogniser.ids.make(title, "annex"), "title": title, "absent": "true"}


# --- one annex -------------------------------------------------------------------------------------------------------


def _annex(part: Part, recogniser: Recogniser) -> Drawn:
    """Return an annex of the file: its title, and its tables or its text in nodes."""
    annex = _named(part, recogniser)
    found = tied(part.blocks, recogniser.scribe.ledger)
    roles.assign_points(found.knots)
    writer = recogniser.writer(found.knots, names=dict(recogniser.names))
    if found.knots and all(map(_is_table, found.knots)):
        return annex | _of_tables(found, writer)
    written = writer.document(found)
    tables = written.get("tables")
    if isinstance(tables, list) and len(tables) > 1 and not found.knots:
        written["numbering"] = [NONE]
    written.pop("units_print", None)
    return in_order("annex", annex | written)


def _named(part: Part, recogniser: Recogniser) -> Drawn:
    """Return the id and the title of an annex."""
    label, scribe, ids = part.label, recogniser.scribe, recogniser.ids
    if label:
        scribe.derive(label.line, label.text)
    title = title_of(sorted([*part.title, *part.states], key=lambda line: line.line) if part.title else [], scribe)
    if not title:
        title = "附件"
        scribe.ledger.guess(label.line if label else 1, "附件没有标题，暂用“附件”", 0.2)
    given = label.ids if label else ()
    return {"id": ids.keep(given[-1]) if given else ids.make(title_said({"title": title}), "annex"), "title": title}


def _is_table(knot: Knot) -> bool:
    """Tell whether a part is nothing but a numbered title over one table."""
    tables = sum(isinstance(block, Table) for block in knot.blocks)
    return tables == 1 and isinstance(knot.blocks[0], Table) and not knot.children and not knot.rest.strip()


def _of_tables(found: Tied, writer: Writer) -> Drawn:
    """Return an annex that is nothing but tables under numbered titles."""
    lead: Sequence[Paragraph] = [block for block in found.lead if isinstance(block, Paragraph)]
    marks = counting.without_usual(counting.marks(found.knots, frozenset()))
    return said({"preamble": writer.prose(lead), "numbering": marks, "tables": [writer.titled(knot) for knot in found.knots]})
