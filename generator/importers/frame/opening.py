"""The head of a notice: 版头, title and 主送机关 (GB/T 9704-2012 7.2, 7.3.1, 7.3.2), among what a web page puts around them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.mark import is_file_mark, mark_of
from generator.importers.frame.parts import Frame, is_kind, kind_of, text_at
from generator.importers.frame.titles import is_closed, is_label, is_of_page, title_lines
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Block

_NEAR_THE_EDGE = 40  # blocks at the beginning of a document among which its head is looked for
_RECIPIENTS = 400  # characters
_ADDRESSED = ("各", "单位", "政府", "委", "局", "部门", "公司", "办", "院", "校", "处")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SHOWN = 8  # characters on either side of a break that is mended
_NUMBER_BEHIND = re.compile(r"[（(]([^（()）]*号)[）)]$")


def without_head(blocks: list[Block], frame: Frame, ledger: Ledger) -> list[Block]:
    """Take off what stands before the text; what a page puts around the title is set aside."""
    mark = mark_of(blocks[:_NEAR_THE_EDGE])
    addressed = _recipients_at(blocks)
    end = addressed.start if addressed else _head_end(blocks, mark)
    zone = [block for block in blocks[:end] if isinstance(block, Paragraph)]
    near = zip([None, *zone], zone, strict=False)
    _take_title([line for above, line in near if not _take_element(line, above, mark, frame, ledger)], frame, ledger)
    rest = [block for block in blocks[:end] if not isinstance(block, Paragraph)]
    if said := [block for block in blocks[end : end + len(addressed)] if isinstance(block, Paragraph)]:
        frame.elements.append(("recipients", _one_line(said, ledger)))
    return rest + blocks[end + len(addressed) :]


# --- recipients ------------------------------------------------------------------------------------------------------


def _recipients_at(blocks: list[Block]) -> range:
    """Return the places of the 主送机关, which may be broken over lines, an empty range where there are none."""
    for place, block in enumerate(blocks[:_NEAR_THE_EDGE]):
        if not isinstance(block, Paragraph):
            continue
        start = _list_start(blocks, place)
        if is_kind(block, "recipients", _addresses("".join(text_at(blocks, at) for at in range(start, place + 1)))):
            return range(start, place + 1)
        if not kind_of(block) and (head_of(block.text) or signs.plain(block.text).endswith("。")):
            break
    return range(0)


def _list_start(blocks: list[Block], end: int) -> int:
    """Return where a list of bodies begins that goes on to a line."""
    start = end
    while start > 0 and _lists(blocks[start - 1]):
        start -= 1
    return start


def _lists(block: Block) -> bool:
    """Tell whether a line names bodies one after the other and does not end: 各县区教育局，局机关各."""
    if not isinstance(block, Paragraph) or kind_of(block) or is_of_page(block.text):
        return False
    plain = signs.plain(block.text)
    named = sum(any(name in part for name in _ADDRESSED) for part in plain.split(","))
    titled = "关于" in plain or is_closed([block]) or signs.is_organ(block.text)
    return named > 1 and not plain.endswith((":", "。")) and not titled


def _one_line(lines: Sequence[Paragraph], ledger: Ledger) -> Paragraph:
    """Return the 主送机关 put together from their lines."""
    first, *others = lines
    for line in others:
        ledger.join(line.line, first.line)
        ledger.mend(line.line, "主送机关接回上一行", first.text.strip()[-_SHOWN:], line.text.strip()[:_SHOWN])
    return replace(first, text="".join(line.text.strip() for line in lines)) if others else first


def _addresses(text: str) -> bool:
    plain = signs.plain(text)
    short = len(plain) <= _RECIPIENTS and "。" not in plain and not is_of_page(plain)
    short = short and not any(word in plain for word in signs.words()["sentences"])
    return plain.endswith(":") and short and any(name in plain for name in _ADDRESSED)


def _head_end(blocks: list[Block], mark: Mapping[Paragraph, str]) -> int:
    """Return where the text begins in a document without 主送机关: behind its title, elements above and below it."""
    end = _elements_end(blocks, 0, mark)
    return _elements_end(blocks, end + len(title_lines(blocks[end:])), mark)


def _elements_end(blocks: list[Block], start: int, mark: Mapping[Paragraph, str]) -> int:
    while start < min(len(blocks), _NEAR_THE_EDGE) and _element_of(blocks[start], mark):
        start += 1
    return start


# --- elements --------------------------------------------------------------------------------------------------------

_ELEMENTS = {"copy_number", "classification", "urgency", "mark", "number", "signatory", "title_date"}


def _element_of(block: Block, mark: Mapping[Paragraph, str]) -> str:
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
        "signatory": bool(signs.signatories_in(text)) and plain.startswith("签发"),
        "title_date": plain[:1] == "(" and plain[-1:] == ")" and "年" in plain and bool(signs.date_of(plain[1:-1])),
        "mark": is_file_mark(text),
    }
    return mark.get(block) or next((kind for kind, sure in known.items() if sure), "")


def _take_element(line: Paragraph, above: Paragraph | None, mark: Mapping[Paragraph, str], frame: Frame, ledger: Ledger) -> bool:
    """Tell whether a line is an element of the head; one that says the same again is set aside."""
    kind = _element_of(line, mark) or _goes_on(line, above, frame)
    said = [other for other_kind, other in frame.elements if other_kind == kind == "number" and bare(other.text) == bare(line.text)]
    if said:
        ledger.set_aside(line.line, line.text, "发文字号重复")
    elif kind:
        frame.elements.append((kind, line))
    return bool(kind)


def _goes_on(line: Paragraph, above: Paragraph | None, frame: Frame) -> str:
    """Return "signatory" for a line that is nothing but a further name right below the 签发人."""
    last = frame.elements[-1] if frame.elements else None
    names = signs.people_in(line.text)
    signed = last is not None and last[1] is above and (last[0] == "signatory" or bool(signs.signatories_in(last[1].text)))
    return "signatory" if signed and names and all(map(_NAME.fullmatch, names)) else ""


# --- the title -------------------------------------------------------------------------------------------------------


def _take_title(lines: Sequence[Paragraph], frame: Frame, ledger: Ledger) -> None:
    """Find the lines of the title; other lines around it are its page's."""
    frame.states = [line for line in lines if is_label(line)]
    lines = [line for line in lines if not is_label(line) and not _is_ornament(line, ledger)]
    if any(map(kind_of, lines)):
        frame.title = [*lines]
        return
    last = next((place for place in range(len(lines) - 1, -1, -1) if is_closed([lines[place]])), None)
    start, end = _span(lines, last) if last is not None else (0, len(lines))
    frame.title = [line for line in lines[start:end] if last is not None or not is_of_page(line.text)]
    _take_number_behind(frame)
    title = "".join(bare(line.text) for line in frame.title)
    for line in lines:
        if not any(line.line == kept.line for kept in frame.title):
            _put_aside(line, title, ledger)


def _put_aside(line: Paragraph, title: str, ledger: Ledger) -> None:
    """Set aside what says the title again or is its page's; what may be the document's own is left to the officer."""
    text = bare(line.text)
    if text in title or title in text:
        ledger.set_aside(line.line, line.text, "与标题重复")
    elif is_of_page(line.text):
        ledger.set_aside(line.line, line.text, "标题前后的网页文字")
    else:
        ledger.leave(line.line, line.text, "标题前后的文字，不知属于哪一部分")


def _is_ornament(line: Paragraph, ledger: Ledger) -> bool:
    """Tell whether a line has no letter and no digit; it is set aside."""
    ornament = not any(character.isalnum() for character in line.text)
    if ornament:
        ledger.set_aside(line.line, line.text, "没有文字的一行")
    return ornament


def _span(lines: Sequence[Paragraph], last: int) -> tuple[int, int]:
    """Return the lines of the title that ends on a line: back to one that closes a title or is the page's."""
    start = last
    while start > 0 and not is_closed(lines[start - 1 : start], lines[start].text) and not is_of_page(lines[start - 1].text):
        start -= 1
    whole = "".join(bare(line.text) for line in lines[start:last])
    return (last if whole and whole in bare(lines[last].text) else start), last + 1


def _take_number_behind(frame: Frame) -> None:
    """Take the 发文字号 off the end of a title that has it in brackets."""
    line = frame.title[-1] if frame.title else None
    found = _NUMBER_BEHIND.search(line.text.rstrip()) if line else None
    if line and found and signs.number_in(found[1]):
        frame.title[-1] = replace(line, text=line.text[: found.start()])
        frame.elements.append(("number", replace(line, text=found[0])))
