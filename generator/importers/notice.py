"""The notice of an imported plan: its elements as the plan holds them, the fixed phrases that printing adds booked as derived."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.ledger import bare
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.nodes import Drawn
    from generator.importers.outline import Paragraph
    from generator.importers.parts import Frame
    from generator.importers.scribe import Scribe
    from generator.source.tree import Value

_COPIES = re.compile(r"[\[(]?(?:抄送|分送|抄报|主送)[\])]?:")
_LABEL = re.compile(r"[^:]{2,8}:")
_CLOSED = "。"


def notice_of(frame: Frame, scribe: Scribe) -> Drawn:
    """Return the notice that a frame holds, its keys in the schema's order."""
    notice: Drawn = {"form": frame.form} if frame.form != "attached" else {}
    for key, write in _WRITERS.items():
        lines = [line for kind, line in frame.elements if kind == key]
        if lines:
            write(lines, notice, scribe)
    if frame.form != "direct" and frame.title:
        notice["title"] = title_of(frame.title, scribe)
    if frame.form != "direct" and frame.body:
        from generator.importers.outline import Paragraph as P  # noqa: PLC0415

        body = [scribe.paragraph(block) for block in frame.body if isinstance(block, P)]
        notice["body"] = body[0] if len(body) == 1 else [*body]
    notice |= ending_of(frame, scribe)
    if frame.imprint:
        notice["imprint"] = imprint_of(frame.imprint, scribe)
    return ordered(notice)


_ORDER = (
    "form",
    "copy_number",
    "classification",
    "urgency",
    "mark",
    "number",
    "signatory",
    "title",
    "recipients",
    "body",
    "signature",
    "seal",
    "date",
    "note",
    "imprint",
)


def ordered(notice: Drawn) -> Drawn:
    """Return a notice with its keys in the schema's order."""
    return {key: notice[key] for key in _ORDER if key in notice}


def title_of(lines: Sequence[Paragraph], scribe: Scribe) -> Value:
    """Return a title: its lines as printed, one alone as a text."""
    parts = [part for line in lines for part in (line.number + line.text).split("\n") if part.strip()]
    places = [line.line for line in lines for part in (line.number + line.text).split("\n") if part.strip()]
    written = [scribe.text(place, part) for place, part in zip(places, parts, strict=True)]
    return written[0] if len(written) == 1 else [*written]


# --- the head --------------------------------------------------------------------------------------------------------


def _plain(key: str, lines: Sequence[Paragraph], notice: Drawn, scribe: Scribe) -> None:
    notice[key] = "".join(scribe.paragraph(line) for line in lines)


def _mark(lines: Sequence[Paragraph], notice: Drawn, scribe: Scribe) -> None:
    written = [scribe.text(line.line, part) for line in lines for part in line.text.split("\n") if part.strip()]
    notice["mark"] = written[0] if len(written) == 1 else [*written]


def _number(lines: Sequence[Paragraph], notice: Drawn, scribe: Scribe) -> None:
    """Write the number with 〔〕, whatever brackets it had (GB/T 9704 7.2.5), and the 签发人 on its line."""
    line = lines[0]
    text = signs.number_in(line.text)
    around = bare(line.text).partition(text)
    scribe.derive(line.line, "" if signs.signatories_in(line.text) else around[0] + around[2])
    number = re.sub(r"[\[【［(（〔﹝](\d{4})[\]】］)）〕﹞](?:第)?", r"〔\1〕", text)
    if number != text:
        scribe.ledger.mend(line.line, "发文字号的年份用六角括号", text, number)
    scribe.ledger.place(line.line, text)
    notice["number"] = number
    names = signs.signatories_in(line.text)
    if names:
        _signatory([line], notice, scribe)


def _signatory(lines: Sequence[Paragraph], notice: Drawn, scribe: Scribe) -> None:
    names: list[Value] = []
    for line in lines:
        scribe.derive(line.line, "签发人：" if "签发人：" in bare(line.text) else "签发人")
        names += [scribe.ledger.place(line.line, name) for name in signs.signatories_in(line.text)]
    notice["signatory"] = names[0] if len(names) == 1 else names


def _recipients(lines: Sequence[Paragraph], notice: Drawn, scribe: Scribe) -> None:
    line = lines[0]
    text = line.text.rstrip()
    notice["recipients"] = scribe.text(line.line, text[:-1])
    scribe.derive(line.line, text[-1:])


def _writer(key: str):  # noqa: ANN202
    return lambda lines, notice, scribe: _plain(key, lines, notice, scribe)


_WRITERS = {
    "copy_number": _writer("copy_number"),
    "classification": _writer("classification"),
    "urgency": _writer("urgency"),
    "mark": _mark,
    "number": _number,
    "signatory": _signatory,
    "recipients": _recipients,
}


# --- the ending ------------------------------------------------------------------------------------------------------


def ending_of(frame: Frame, scribe: Scribe) -> Drawn:
    """Return signature, date and note."""
    found: Drawn = {}
    names = [(line.line, name) for line in frame.ending.signature for name in line.text.split()]
    if frame.ending.date:
        line = frame.ending.date
        dated = signs.date_in(line.text)
        assert dated
        text = bare(line.text)
        if before := text[: dated.start]:
            names.append((line.line, before))
        found["date"] = dated.iso
        scribe.ledger.place(line.line, text[dated.start : dated.end])
    if names:
        written = [scribe.text(line, name) for line, name in names]
        found["signature"] = written[0] if len(written) == 1 else [*written]
    if frame.ending.note:
        line = frame.ending.note
        inner = bare(line.text)
        scribe.derive(line.line, inner[0] + inner[-1])
        found["note"] = scribe.ledger.place(line.line, inner[1:-1])
    return found


def imprint_of(lines: Sequence[Paragraph], scribe: Scribe) -> Drawn:
    """Return the 版记: 抄送, 印发机关 and 印发日期; what else stands there is its disclosure line."""
    imprint: Drawn = {}
    for line in lines:
        text = bare(line.text)
        if copies := _COPIES.match(narrow(text)):
            _copies(line, text, copies.end(), imprint, scribe)
        elif signs.date_in(text):
            _printed(line, text, imprint, scribe)
        elif signs.is_organ(text):
            imprint["printed_by"] = scribe.text(line.line, text)
        else:
            imprint["disclosure"] = scribe.text(line.line, text)
    return {key: imprint[key] for key in ("copies_to", "printed_by", "printed_on", "disclosure") if key in imprint}


def _copies(line: Paragraph, text: str, start: int, imprint: Drawn, scribe: Scribe) -> None:
    end = len(text) - text.endswith(_CLOSED)
    scribe.derive(line.line, text[:start] + text[end:])
    copies = scribe.ledger.place(line.line, text[start:end])
    imprint["copies_to"] = f"{imprint['copies_to']}。{copies}" if "copies_to" in imprint else copies


def _printed(line: Paragraph, text: str, imprint: Drawn, scribe: Scribe) -> None:
    dated = signs.date_in(text)
    assert dated
    if before := text[: dated.start]:
        imprint["printed_by"] = scribe.ledger.place(line.line, before)
    imprint["printed_on"] = dated.iso
    scribe.ledger.place(line.line, text[dated.start : dated.end])
    scribe.derive(line.line, text[dated.end :])
