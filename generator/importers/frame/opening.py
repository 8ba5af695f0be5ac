"""The head of a notice: 版头, title and 主送机关 (GB/T 9704-2012 7.2, 7.3.1, 7.3.2), among what a web page puts around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import Frame, is_kind, kind_of
from generator.importers.frame.titles import TITLE_LINE, is_closed, is_label, title_lines
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Block

_NEAR_THE_EDGE = 40  # blocks at the beginning of a document among which its head is looked for
_RECIPIENTS = 400  # characters
_ADDRESSED = ("各", "单位", "政府", "委", "局", "部门", "公司", "办", "院", "校", "处")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NUMBER_BEHIND = re.compile(r"[（(]([^（()）]*号)[）)]$")


def without_head(blocks: list[Block], frame: Frame, ledger: Ledger) -> list[Block]:
    """Take off what stands before the text; what a page puts around the title is set aside."""
    recipients = _recipients_at(blocks)
    end = recipients if recipients is not None else _head_end(blocks)
    zone = [block for block in blocks[:end] if isinstance(block, Paragraph)]
    _take_title([line for line in zone if not _take_element(line, frame, ledger)], frame, ledger)
    rest = [block for block in blocks[:end] if not isinstance(block, Paragraph)]
    addressed = blocks[recipients : recipients + 1] if recipients is not None else []
    frame.elements += [("recipients", line) for line in addressed if isinstance(line, Paragraph)]
    return rest + blocks[end + len(addressed) :]


# --- recipients ------------------------------------------------------------------------------------------------------


def _recipients_at(blocks: list[Block]) -> int | None:
    for place, block in enumerate(blocks[:_NEAR_THE_EDGE]):
        if not isinstance(block, Paragraph):
            continue
        if is_kind(block, "recipients", _addresses(block.text)):
            return place
        if not kind_of(block) and (head_of(block.text) or signs.plain(block.text).endswith("。")):
            return None
    return None


def _addresses(text: str) -> bool:
    plain = signs.plain(text)
    short = len(plain) <= _RECIPIENTS and "。" not in plain and not _is_of_page(plain)
    short = short and not any(word in plain for word in signs.words()["sentences"])
    return plain.endswith(":") and short and any(name in plain for name in _ADDRESSED)


def _head_end(blocks: list[Block]) -> int:
    """Return where the text begins in a document without 主送机关: behind its title, elements above and below it."""
    end = _elements_end(blocks, 0)
    return _elements_end(blocks, end + len(title_lines(blocks[end:])))


def _elements_end(blocks: list[Block], start: int) -> int:
    while start < min(len(blocks), _NEAR_THE_EDGE) and _element_of(blocks[start]):
        start += 1
    return start


# --- elements --------------------------------------------------------------------------------------------------------

_ELEMENTS = {"copy_number", "classification", "urgency", "mark", "number", "signatory", "title_date"}


def _element_of(block: Block) -> str:
    """Return which element of the 版头 a line is, or the date in brackets below a title; "" where it is none."""
    if not isinstance(block, Paragraph):
        return ""
    if kind := kind_of(block):
        return kind if kind in _ELEMENTS else ""
    text, plain = block.text, signs.plain(block.text)
    known = {
        "copy_number": signs.is_copy_number(text),
        "classification": signs.is_classification(text),
        "urgency": signs.is_word(text, "urgencies"),
        "number": bool(signs.number_in(text)),
        "signatory": bool(signs.signatories_in(text)) and plain.startswith("签发人"),
        "title_date": plain[:1] == "(" and plain[-1:] == ")" and "年" in plain and bool(signs.date_of(plain[1:-1])),
        "mark": plain.endswith("文件") and "《" not in plain and len(plain) <= TITLE_LINE,
    }
    return next((kind for kind, sure in known.items() if sure), "")


def _take_element(line: Paragraph, frame: Frame, ledger: Ledger) -> bool:
    """Tell whether a line is an element of the head; one that says the same again is set aside."""
    kind = _element_of(line) or _goes_on(line, frame)
    said = [other for other_kind, other in frame.elements if other_kind == kind == "number" and bare(other.text) == bare(line.text)]
    if said:
        ledger.set_aside(line.line, line.text, "发文字号重复")
    elif kind:
        frame.elements.append((kind, line))
    return bool(kind)


def _goes_on(line: Paragraph, frame: Frame) -> str:
    """Return "signatory" for a line that is nothing but a further name below the 签发人."""
    last = frame.elements[-1] if frame.elements else None
    names = line.text.split()
    signed = last is not None and (last[0] == "signatory" or bool(signs.signatories_in(last[1].text)))
    return "signatory" if signed and names and all(map(_NAME.fullmatch, names)) else ""


# --- the title -------------------------------------------------------------------------------------------------------


def _take_title(lines: Sequence[Paragraph], frame: Frame, ledger: Ledger) -> None:
    """Find the lines of the title; other lines around it are its page's."""
    frame.states = [line for line in lines if is_label(line)]
    lines = _without_joint_mark([line for line in lines if not is_label(line) and not _is_ornament(line, ledger)], frame)
    if any(map(kind_of, lines)):
        frame.title = [*lines]
        return
    last = next((place for place in range(len(lines) - 1, -1, -1) if is_closed([lines[place]])), None)
    start, end = _span(lines, last) if last is not None else (0, len(lines))
    frame.title = [line for line in lines[start:end] if last is not None or not _is_of_page(signs.plain(line.text))]
    _take_number_behind(frame)
    title = "".join(bare(line.text) for line in frame.title)
    for line in lines:
        if not any(line.line == kept.line for kept in frame.title):
            ledger.set_aside(line.line, line.text, _why(bare(line.text), title))


def _is_ornament(line: Paragraph, ledger: Ledger) -> bool:
    """Tell whether a line has no letter and no digit; it is set aside."""
    ornament = not any(character.isalnum() for character in line.text)
    if ornament:
        ledger.set_aside(line.line, line.text, "没有文字的一行")
    return ornament


def _span(lines: Sequence[Paragraph], last: int) -> tuple[int, int]:
    """Return the lines of the title that ends on a line: back to one that closes a title or is the page's."""
    start = last
    while start > 0 and not is_closed([lines[start - 1]]) and not _is_of_page(signs.plain(lines[start - 1].text)):
        start -= 1
    whole = "".join(bare(line.text) for line in lines[start:last])
    return (last if whole and whole in bare(lines[last].text) else start), last + 1


def _is_of_page(plain: str) -> bool:
    return any(word in plain for word in signs.words()["page_words"])


def _why(text: str, title: str) -> str:
    return "与标题重复" if text in title or title in text else "标题前后的网页文字"


def _take_number_behind(frame: Frame) -> None:
    """Take the 发文字号 off the end of a title that has it in brackets."""
    line = frame.title[-1] if frame.title else None
    found = _NUMBER_BEHIND.search(line.text.rstrip()) if line else None
    if line and found and signs.number_in(found[1]):
        frame.title[-1] = replace(line, text=line.text[: found.start()])
        frame.elements.append(("number", replace(line, text=found[0])))


def _without_joint_mark(lines: list[Paragraph], frame: Frame) -> list[Paragraph]:
    """Move the names of bodies that stand above a mark's last line from the title to the mark (GB/T 9704 7.2.4)."""
    mark = next((line for kind, line in frame.elements if kind == "mark" and not kind_of(line)), None)
    names = [line for line in lines if mark and line.line < mark.line and signs.is_organ(line.text)]
    frame.elements[:0] = [("mark", line) for line in names]
    return [line for line in lines if line not in names]
