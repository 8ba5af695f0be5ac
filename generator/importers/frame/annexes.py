"""The annexes of an imported plan: their titles against the annex note, tables under numbered titles, texts in nodes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.body import counting, roles
from generator.importers.body.knots import tied
from generator.importers.body.nodes import NONE
from generator.importers.frame import labels
from generator.importers.frame.labels import Held
from generator.importers.frame.notice import title_of
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table
from generator.importers.prose import in_order, listed, said, title_said
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.body.knots import Knot, Tied
    from generator.importers.body.nodes import Writer
    from generator.importers.frame.parts import Frame, Part
    from generator.importers.ledger import Ledger
    from generator.importers.prose import Drawn
    from generator.importers.recognise import Recogniser
    from generator.importers.scribe import Scribe
    from generator.source.tree import Value


_SHOWN = 8  # characters on either side of a break that is mended
_NO_TITLE = "附件"
_FILE = re.compile(rf"\.(?:{'|'.join(signs.words()['files'])})$", re.IGNORECASE)


@dataclass(slots=True)
class Noted:
    """A title in the annex note, and what stands before it, 附件： and its number, line by line."""

    line: int
    title: str
    before: list[tuple[int, str]]


def annexes_of(frame: Frame, recogniser: Recogniser) -> list[Value]:
    """Return the annexes that a document holds, and those that its annex note alone names."""
    ledger = recogniser.scribe.ledger
    own = [Held({"title": "".join(bare(line.text) for line in frame.plan.title)})] if frame.form == "annex" else []
    held = [*own, *(Held(_annex(part, recogniser), part.label, _said_before(part)) for part in frame.annexes)]
    _take_note(_noted(frame.annex_note, ledger), held, recogniser)
    labels.book(held, ledger)
    if own and frame.plan.label:
        labels.tell_first(held, frame.plan.label, ledger)
    return [in_order("annex", one.annex) for one in held[len(own) :]]


def _said_before(part: Part) -> list[tuple[int, str]]:
    return [(line.line, bare(line.text)) for line in part.noted]


# --- the annex note --------------------------------------------------------------------------------------------------


def _take_note(noted: Sequence[Noted], held: list[Held], recogniser: Recogniser) -> None:
    """Tell which annex each title of the note names; one that the file does not hold is put in at its place."""
    ledger, there = recogniser.scribe.ledger, [*held]
    for place, note in enumerate(noted):
        named = next((one for one in there if narrow(title_said(one.annex)) == narrow(note.title)), None)
        if named:
            ledger.derive(note.line, note.title)
        elif len(noted) <= len(there):
            named = there[place]
            _tell_unlike(note, title_said(named.annex), recogniser.scribe)
        else:
            named = Held(_absent(note, recogniser))
            held.insert(place, named)
        named.noted += note.before


def _noted(lines: Iterable[Paragraph], ledger: Ledger) -> list[Noted]:
    """Return the titles of the annex note; a label that no title follows is set aside."""
    found: list[Noted] = []
    before: list[tuple[int, str]] = []
    for line in lines:
        text = bare(line.number + line.text)
        start = _title_start(text)
        if found and not start:
            _read_on(found[-1], line, text, ledger)
            continue
        before += [(line.line, text[:start])] if start else []
        if text[start:]:
            found.append(Noted(line.line, text[start:], before))
            before = []
    for at, label in before:
        ledger.set_aside(at, label, "没有名称的附件序号")
    for note in found:
        _take_file_ending(note, ledger)
    return found


def _take_file_ending(note: Noted, ledger: Ledger) -> None:
    """Take the ending of the file that a page links, 分工表.xlsx, off a title."""
    if ending := _FILE.search(note.title):
        ledger.set_aside(note.line, ending[0], "附件下载文件的后缀")
        note.title = note.title[: ending.start()]


def _title_start(text: str) -> int:
    """Return where the title begins on a line of the annex note, behind 附件： and a number."""
    start = signs.annex_note_start(text) or (len(text) if signs.annex_label(text) is not None else 0)
    head = head_of(text[start:])
    return start + (head.end if head else 0)


def _read_on(note: Noted, line: Paragraph, text: str, ledger: Ledger) -> None:
    """Put a line onto the title that it goes on with."""
    ledger.join(line.line, note.line)
    ledger.mend(line.line, "附件名称接回上一行", note.title[-_SHOWN:], text[:_SHOWN])
    note.title += text


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
    title = title_of(sorted([*part.title, *part.states], key=lambda line: line.line), scribe)
    if not part.title:
        title = listed([_NO_TITLE, *(bare(line.text) for line in part.states)])
        scribe.ledger.guess(label.line if label else 1, f"附件没有标题，暂用“{_NO_TITLE}”", 0.2)
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
