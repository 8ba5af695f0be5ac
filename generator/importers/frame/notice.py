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
_DATE_WORDS = re.compile("[年月日./-]")
_FILE = "文件"  # what a mark ends in
_STOP, _COPIES = "。", "抄送"
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
    head["mark"] = _mark(lines.get("mark", ()), scribe)
    head["number"] = "".join(_number(line, scribe) for line in lines.get("number", ()))
    signed = [line for line in lines.get("number", ()) if signs.signatories_in(line.text)]
    signed += lines.get("signatory", ())
    head["signatory"] = listed([name for line in signed for name in _names(line, scribe, first=line is signed[0])])
    head["recipients"] = "".join(_recipients(line, scribe) for line in lines.get("recipients", ()))
    return head


def _mark(lines: Sequence[Paragraph], scribe: Scribe) -> Value:
    """Return the mark: its names, 文件 behind the last wherever it stood beside them (GB/T 9704 7.2.4), 公告 or 令 behind its name."""
    parts = [(line.line, part) for line in lines for part in line.text.split("\n") if part.strip()]
    texts = [scribe.text(line, part) for line, part in parts]
    names: list[str] = []
    for text in texts:
        if names and text in signs.words()["mark_kinds"]:
            names[-1] += text
        elif text != _FILE or len(texts) == 1:
            names.append(text)
    if len(texts) > 1 and any(text.endswith(_FILE) for text in texts):
        names = [name.removesuffix(_FILE) for name in names]
        names[-1] += _FILE
    if names != texts:
        scribe.ledger.mend(parts[0][0], "发文机关标志按规范排列", "／".join(texts), "／".join(names))
    return listed(names)


def _number(line: Paragraph, scribe: Scribe) -> str:
    """Return the number with 〔〕, whatever brackets it had (GB/T 9704 7.2.5), unless the marks are to stay."""
    text = signs.number_in(line.text) or bare(line.text)
    number = text if scribe.as_is or signs.is_order_number(text) else _YEAR.sub(r"〔\1〕", text)
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
    names = signs.signatories_in(line.text) or signs.people_in(line.text)
    return [_named(line, name, scribe) for name in names]


def _named(line: Paragraph, name: str, scribe: Scribe) -> str:
    """Return the name of a person or a body; blanks that spread it out are told."""
    if name not in line.text:
        scribe.ledger.mend(line.line, "去掉名称里的空格", line.text.strip(), name)
    return scribe.ledger.place(line.line, name)


def _recipients(line: Paragraph, scribe: Scribe) -> str:
    text = line.text.rstrip()
    colon = text[-1:] in {":", "："}
    scribe.derive(line.line, text[-1:] if colon else "")
    return scribe.text(line.line, text[:-1] if colon else text)


# --- the ending ------------------------------------------------------------------------------------------------------


def _ending(ending: Ending, scribe: Scribe) -> Drawn:
    """Return signature, date and note."""
    signature = [_named(line, name, scribe) for line in ending.signature for name in signs.signers_in(line.text) or line.text.split()]
    before, iso = _dated(ending.date, scribe) if ending.date else ("", "")
    if ending.date and before:
        signature += [_named(ending.date, name, scribe) for name in signs.signers_in(before) or (before,)]
    note = _note(ending.note, scribe) if ending.note else ""
    return {"signature": listed(signature), "date": iso, "note": note}


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
    return _first(line.text, found.start), found.iso


def _first(text: str, count: int) -> str:
    """Return the first so many characters of a text that are no blanks, with the blanks between them."""
    places = [place for place, character in enumerate(text) if not character.isspace()]
    return text[places[0] : places[count - 1] + 1] if count else ""


def place_date(line: int, written: str, ledger: Ledger) -> None:
    """Book a date: its figures stand in the plan, 年, 月 and 日 are printed."""
    ledger.derive(line, "".join(_DATE_WORDS.findall(written)))
    ledger.place(line, _DATE_WORDS.sub("", written))


def _note(line: Paragraph, scribe: Scribe) -> str:
    text = line.text.strip()
    bracketed = text[:1] in {"（", "("} and text[-1:] in {"）", ")"}
    scribe.derive(line.line, text[0] + text[-1] if bracketed else "")
    return scribe.text(line.line, text[1:-1] if bracketed else text)


# --- the imprint -----------------------------------------------------------------------------------------------------


def _imprint(lines: Sequence[Paragraph], scribe: Scribe) -> Drawn:
    """Return the 版记: 抄送, 印发机关 and 印发日期; what else stands there is its disclosure line."""
    copies: list[str] = []
    printers: list[str] = []
    disclosures: list[str] = []
    iso = ""
    for line in lines:
        text = bare(line.text)
        if signs.starts_with(line.text, "copies"):
            copies.append(_copies(line, scribe))
        elif signs.PRINT_RUN.fullmatch(narrow(text)):
            scribe.ledger.set_aside(line.line, text, _PRINT_RUN)
        elif signs.date_in(text):
            before, iso = _dated(line, scribe)
            printers += [scribe.text(line.line, before)] if before else []
        else:
            (printers if signs.is_organ(text) else disclosures).append(scribe.text(line.line, text))
    return said({"copies_to": _STOP.join(copies), "printed_by": "".join(printers), "printed_on": iso, "disclosure": "".join(disclosures)})


def _copies(line: Paragraph, scribe: Scribe) -> str:
    """Return whom copies go to; another word than 抄送, which alone is printed, is told."""
    word, start = signs.labelled(line.text, "copies")
    if word != _COPIES:
        scribe.ledger.mend(line.line, f"版记里的{word}改写为{_COPIES}", word, _COPIES)
    said = line.text[start:].rstrip()
    scribe.derive(line.line, line.text[:start] + _STOP * said.endswith(_STOP))
    return scribe.text(line.line, said.removesuffix(_STOP))
