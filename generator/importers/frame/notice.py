"""The notice of an imported plan: its elements as the plan holds them; the fixed phrases that printing adds are booked as derived."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph
from generator.importers.prose import in_order, listed, said
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.frame.parts import Ending, Frame
    from generator.importers.ledger import Ledger
    from generator.importers.prose import Drawn
    from generator.importers.scribe import Scribe
    from generator.source.tree import Value

_YEAR = re.compile(r"[\[【［(（〔﹝](\d{4})[\]】］)）〕﹞](?:第)?")
_COPIES = re.compile(r"[\[(]?(?P<word>抄送|分送|抄报|主送)[\])]?:")
_DATE_WORDS = re.compile("[年月日./-]")
_STOP = "。"
_PRINT_RUN = "印发份数，计划里没有放它的地方"


def notice_of(frame: Frame, scribe: Scribe) -> Drawn:
    """Return the notice that a frame holds, its keys in the schema's order."""
    own = frame.form != "direct"
    body = [block for block in frame.body if isinstance(block, Paragraph)]
    notice: Drawn = {
        "form": frame.form if frame.form != "attached" else "",
        **_head(frame, scribe),
        "title": title_of(frame.title, scribe) if own else "",
        "body": listed([scribe.paragraph(block) for block in body]) if own else "",
        **_ending(frame.ending, scribe),
        "imprint": _imprint(frame.imprint, scribe),
    }
    return in_order("notice", notice)


def title_of(lines: Iterable[Paragraph], scribe: Scribe) -> Value:
    """Return a title: its lines as printed, one alone as a text."""
    parts = [(line.line, part) for line in lines for part in (line.number + line.text).split("\n") if part.strip()]
    return listed([scribe.text(line, part) for line, part in parts])


# --- the head --------------------------------------------------------------------------------------------------------


def _head(frame: Frame, scribe: Scribe) -> Drawn:
    """Return the elements of the 版头 and the 主送机关."""
    lines: dict[str, list[Paragraph]] = {}
    for kind, line in frame.elements:
        lines.setdefault(kind, []).append(line)
    head: Drawn = {kind: "".join(map(scribe.paragraph, lines.get(kind, ()))) for kind in ("copy_number", "classification", "urgency")}
    head["mark"] = title_of(lines.get("mark", ()), scribe)
    head["number"] = "".join(_number(line, scribe) for line in lines.get("number", ()))
    signed = [line for line in lines.get("number", ()) if signs.signatories_in(line.text)]
    signed += lines.get("signatory", ())
    head["signatory"] = listed([name for line in signed for name in _names(line, scribe, first=line is signed[0])])
    head["recipients"] = "".join(_recipients(line, scribe) for line in lines.get("recipients", ()))
    return head


def _number(line: Paragraph, scribe: Scribe) -> str:
    """Return the number with 〔〕, whatever brackets it had (GB/T 9704 7.2.5), unless the marks are to stay."""
    text = signs.number_in(line.text) or bare(line.text)
    number = text if scribe.as_is else _YEAR.sub(r"〔\1〕", text)
    if number != text:
        scribe.ledger.mend(line.line, "发文字号的年份用六角括号", text, number)
    before, _, after = bare(line.text).partition(text)
    scribe.derive(line.line, "" if signs.signatories_in(line.text) else before + after)
    scribe.ledger.place(line.line, text)
    return number


def _names(line: Paragraph, scribe: Scribe, *, first: bool) -> list[str]:
    """Return the 签发人 of a line, with or without their label, which is printed once (GB/T 9704 7.2.6)."""
    labels = signs.SIGNATORY.findall(bare(line.text))
    for place, label in enumerate(labels):
        if first and place == 0:
            scribe.derive(line.line, label)
        else:
            scribe.ledger.set_aside(line.line, label, "“签发人”只印一次")
    return [scribe.ledger.place(line.line, name) for name in signs.signatories_in(line.text) or line.text.split()]


def _recipients(line: Paragraph, scribe: Scribe) -> str:
    text = line.text.rstrip()
    colon = text[-1:] in {":", "："}
    scribe.derive(line.line, text[-1:] if colon else "")
    return scribe.text(line.line, text[:-1] if colon else text)


# --- the ending ------------------------------------------------------------------------------------------------------


def _ending(ending: Ending, scribe: Scribe) -> Drawn:
    """Return signature, date and note."""
    names = [(line.line, name) for line in ending.signature for name in line.text.split()]
    before, iso = _dated(ending.date, scribe) if ending.date else ("", "")
    if ending.date and before:
        names.append((ending.date.line, before))
    note = _note(ending.note, scribe) if ending.note else ""
    return {"signature": listed([scribe.text(line, name) for line, name in names]), "date": iso, "note": note}


def _dated(line: Paragraph, scribe: Scribe) -> tuple[str, str]:
    """Return what stands before a date on its line, and the date in ISO form; another way of writing it is told."""
    text, found = bare(line.text), signs.date_in(line.text)
    if found is None:
        scribe.ledger.set_aside(line.line, text, "成文日期没有填好，请补在 notice 的 date")
        return "", ""
    written = text[found.start : found.end]
    year, month, day = (str(int(part)) for part in found.iso.split("-"))
    printed = f"{year}年{month}月{day}日"
    if narrow(written) != printed:
        scribe.ledger.mend(line.line, "日期改用阿拉伯数字的规范写法", written, printed)
    place_date(line.line, written, scribe.ledger)
    behind = text[found.end :]
    if run := signs.PRINT_RUN.search(narrow(behind)):
        scribe.ledger.set_aside(line.line, behind[run.start() :], _PRINT_RUN)
        behind = behind[: run.start()]
    scribe.derive(line.line, behind)
    return text[: found.start], found.iso


def place_date(line: int, written: str, ledger: Ledger) -> None:
    """Book a date: its figures stand in the plan, 年, 月 and 日 are printed."""
    ledger.derive(line, "".join(_DATE_WORDS.findall(written)))
    ledger.place(line, _DATE_WORDS.sub("", written))


def _note(line: Paragraph, scribe: Scribe) -> str:
    text = bare(line.text)
    bracketed = text[:1] in "（(" and text[-1:] in "）)"
    scribe.derive(line.line, text[0] + text[-1] if bracketed else "")
    return scribe.ledger.place(line.line, text[1:-1] if bracketed else text)


# --- the imprint -----------------------------------------------------------------------------------------------------


def _imprint(lines: Sequence[Paragraph], scribe: Scribe) -> Drawn:
    """Return the 版记: 抄送, 印发机关 and 印发日期; what else stands there is its disclosure line."""
    copies: list[str] = []
    printers: list[str] = []
    disclosures: list[str] = []
    iso = ""
    for line in lines:
        text = bare(line.text)
        if _COPIES.match(narrow(text)):
            copies.append(_copies(line, text, scribe))
        elif signs.PRINT_RUN.fullmatch(narrow(text)):
            scribe.ledger.set_aside(line.line, text, _PRINT_RUN)
        elif signs.date_in(text):
            before, iso = _dated(line, scribe)
            printers += [scribe.ledger.place(line.line, before)] if before else []
        else:
            (printers if signs.is_organ(text) else disclosures).append(scribe.text(line.line, text))
    return said({"copies_to": _STOP.join(copies), "printed_by": "".join(printers), "printed_on": iso, "disclosure": "".join(disclosures)})


def _copies(line: Paragraph, text: str, scribe: Scribe) -> str:
    found = _COPIES.match(narrow(text))
    start, end = found.end() if found else 0, len(text) - text.endswith(_STOP)
    if found and found["word"] != "抄送":
        scribe.ledger.mend(line.line, "版记里的分送改写为抄送", found["word"], "抄送")
    scribe.derive(line.line, text[:start] + text[end:])
    return scribe.ledger.place(line.line, text[start:end])
