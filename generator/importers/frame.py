"""The frame of an official document: which of its blocks are the notice, which the plan, which the annexes and the imprint.

The elements stand in the order of GB/T 9704-2012 7.2-7.4. Files that `build` wrote say by their styles what each is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from generator.importers import signs
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

_NEAR_THE_EDGE = 40  # blocks at either end of a document among which its frame is looked for
_TITLE_LINES = 6
_TITLE_LINE = 45  # characters
_RECIPIENTS = 400  # characters
_LAYOUT_ROWS, _LAYOUT_COLUMNS = 6, 3  # of a table that only places an element on the page

Form = Literal["attached", "annex", "direct"]


@dataclass(slots=True)
class Part:
    """A document in the document: its label, title lines, the state it says it is in, its blocks."""

    label: Paragraph | None = None
    title: list[Paragraph] = field(default_factory=list)
    sublabel: Paragraph | None = None
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Ending:
    """What closes a notice: names, date, note, each of them or none."""

    signature: list[Paragraph] = field(default_factory=list)
    date: Paragraph | None = None
    note: Paragraph | None = None


@dataclass(slots=True)
class Frame:
    """The parts of a document; what it does not have is empty. `elements` are lines of the head by their key in the notice."""

    form: Form = "direct"
    elements: list[tuple[str, Paragraph]] = field(default_factory=list)
    title: list[Paragraph] = field(default_factory=list)
    sublabel: Paragraph | None = None
    body: list[Block] = field(default_factory=list)
    ending: Ending = field(default_factory=Ending)
    plan: Part = field(default_factory=Part)
    annex_note: list[Paragraph] = field(default_factory=list)
    annexes: list[Part] = field(default_factory=list)
    imprint: list[Paragraph] = field(default_factory=list)


def framed(blocks: Sequence[Block]) -> Frame:
    """Return the frame of a document's blocks; every block is in one place of it."""
    frame = Frame()
    rest = _without_imprint(_unframed(blocks), frame)
    rest = _without_annexes(rest, frame)
    rest = _without_head(rest, frame)
    rest = _without_annex_note(rest, frame)
    _divide(rest, frame)
    return frame


def kind_of(block: Block) -> str:
    """Return what the style of a file that `build` wrote says a paragraph is, "" where it says nothing."""
    return signs.words()["styles"].get(block.style, "") if isinstance(block, Paragraph) else ""


def _is(block: Block, kind: str, sign: bool) -> bool:  # noqa: FBT001 - what its words say, where no style says anything
    own = kind_of(block)
    return own == kind if own else sign


def _text(blocks: Sequence[Block], place: int) -> str:
    block = blocks[place] if 0 <= place < len(blocks) else None
    return block.number + block.text if isinstance(block, Paragraph) else ""


# --- layout tables ---------------------------------------------------------------------------------------------------


def _unframed(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the tables taken apart that only place a red head, a signature or an imprint on the page."""
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _only_places(block):
            done += [Paragraph(row.line, text) for row in block.rows for cell in row.cells for text in cell.text]
        else:
            done.append(block)
    return done


def _only_places(table: Table) -> bool:
    texts = [text for row in table.rows for cell in row.cells for text in cell.text]
    width = max(len(row.cells) for row in table.rows)
    small = len(table.rows) <= _LAYOUT_ROWS and width <= _LAYOUT_COLUMNS
    return width == 1 or (small and any(signs.number_in(text) or signs.starts_with(text, "copies") or _prints(text) for text in texts))


# --- the imprint -----------------------------------------------------------------------------------------------------


def _without_imprint(blocks: list[Block], frame: Frame) -> list[Block]:
    """Take the 版记 off the end (GB/T 9704 7.4): 抄送, 印发机关 and 印发日期."""
    first = max(len(blocks) - _NEAR_THE_EDGE, 0)
    end = next((place for place in range(len(blocks) - 1, first - 1, -1) if _is_imprint(blocks[place])), None)
    if end is None:
        return blocks
    start = end
    while start > first and (_is_imprint(blocks[start - 1]) or _is_printer(blocks, start - 1)):
        start -= 1
    frame.imprint = [block for block in blocks[start : end + 1] if isinstance(block, Paragraph)]
    return blocks[:start] + blocks[end + 1 :]


def _is_imprint(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    if kind := kind_of(block):
        return kind in {"copies", "printing"}
    return signs.starts_with(block.text, "copies") or signs.starts_with(block.text, "disclosures") or _prints(block.text)


def _is_printer(blocks: list[Block], place: int) -> bool:
    """Tell whether a line is the printing office over its date."""
    return signs.is_organ(_text(blocks, place)) and _prints(_text(blocks, place + 1)) and not kind_of(blocks[place])


def _prints(text: str) -> bool:
    """Tell whether a line says when it was printed, and perhaps by whom."""
    plain, found = signs.plain(text), signs.date_in(text)
    return bool(found and plain[found.end :] in {"印发", "印", "印制"} and len(plain) <= _TITLE_LINE)


# --- the annexes -----------------------------------------------------------------------------------------------------


def _without_annexes(blocks: list[Block], frame: Frame) -> list[Block]:
    starts = [place for place in range(1, len(blocks)) if _begins_annex(blocks, place)]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        label = blocks[start]
        part = Part(label=label if isinstance(label, Paragraph) else None)
        part.blocks = _without_title(blocks[start + 1 : end], part)
        frame.annexes.append(part)
    return blocks[: starts[0]] if starts else blocks


def _begins_annex(blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Paragraph) or place + 1 == len(blocks):
        return False
    if kind := kind_of(block):
        return kind == "annex_label"
    if signs.annex_label(block.text) is not None:
        return not _heads_note(blocks, place)
    return bool(signs.annex_note_start(block.text)) and block.page_break


def _heads_note(blocks: list[Block], place: int) -> bool:
    """Tell whether 附件： on a line of its own heads a list of titles, 1.… 2.…"""
    head = head_of(_text(blocks, place + 1))
    return signs.plain(_text(blocks, place)).endswith(":") and head is not None and head.value == 1


def _without_annex_note(blocks: list[Block], frame: Frame) -> list[Block]:
    """Take the 附件说明 out (GB/T 9704 7.3.4): 附件：… and the lines that go on counting."""
    start = next((place for place in range(len(blocks)) if _begins_note(blocks, place)), None)
    if start is None:
        return blocks
    end = start + 1
    while end < len(blocks) and _goes_on_noting(blocks, start, end):
        end += 1
    frame.annex_note = [block for block in blocks[start:end] if isinstance(block, Paragraph)]
    return blocks[:start] + blocks[end:]


def _begins_note(blocks: list[Block], place: int) -> bool:
    text = _text(blocks, place)
    return _is(blocks[place], "annex_note", bool(signs.annex_note_start(text)) or (signs.annex_label(text) is not None and place > 0))


def _goes_on_noting(blocks: list[Block], start: int, place: int) -> bool:
    """Tell whether a line still belongs to the annex note: it counts on, says 附件2：, or ends a title that was too long for its line."""
    if kind := kind_of(blocks[place]):
        return kind == "annex_note"
    text = _text(blocks, place)
    if not text or signs.date_of(text) or signs.is_organ(text):
        return False
    head = head_of(text)
    if head is not None:
        numbered = head_of(bare(_text(blocks, start))[signs.annex_note_start(_text(blocks, start)) :])
        return head.key.startswith("1") and (
            place - start > 1 or numbered is not None or signs.annex_label(_text(blocks, start)) is not None
        )
    return bool(signs.annex_note_start(text)) or (_may_title(blocks[place]) and place - start == 1 and len(bare(text)) < _TITLE_LINE)


# --- titles ----------------------------------------------------------------------------------------------------------


def _without_title(blocks: list[Block], part: Part) -> list[Block]:
    """Take the title's lines off the head of a document, and the state it says it is in."""
    lines = title_lines(blocks)
    part.title = [line for line in lines if not is_label(line)]
    part.sublabel = next(filter(is_label, lines), None)
    return blocks[len(lines) :]


def title_lines(blocks: Sequence[Block]) -> list[Paragraph]:
    """Return the first blocks that are the lines of a title, and a label below them."""
    lines: list[Paragraph] = []
    for block in takewhile(_may_title, blocks[:_TITLE_LINES]):
        if not isinstance(block, Paragraph) or (_is_closed(lines) and not is_label(block)):
            break
        lines.append(block)
    return lines


def is_label(block: Paragraph) -> bool:
    """Tell whether a line says what state a draft is in: （征求意见稿）."""
    return _is(block, "label", bool(signs.label_of(block.text)))


def _may_title(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    if kind := kind_of(block):
        return kind in {"title", "label"}
    plain = signs.plain(block.text)
    short = len(plain) <= _TITLE_LINE and not plain.endswith(("。", ":", ";", ","))
    sign = signs.is_organ(block.text) or signs.date_of(plain.strip("()"))
    return is_label(block) or bool(short and not block.number and head_of(block.text) is None and not sign)


def _is_closed(lines: list[Paragraph]) -> bool:
    """Tell whether the lines so far are a whole title."""
    said = "".join(bare(line.text) for line in lines)
    return bool(lines) and not kind_of(lines[-1]) and said.endswith(tuple(signs.words()["plan_endings"] + signs.words()["notice_endings"]))


# --- the head of the notice ------------------------------------------------------------------------------------------


def _without_head(blocks: list[Block], frame: Frame) -> list[Block]:
    """Take off what stands before the text: 版头, title and 主送机关."""
    recipients = _recipients_at(blocks)
    end = recipients if recipients is not None else _head_end(blocks)
    for block in blocks[:end]:
        if isinstance(block, Paragraph):
            _take_head(block, frame)
    _take_joint_mark(frame)
    if recipients is None:
        return blocks[end:]
    addressed = blocks[recipients]
    if isinstance(addressed, Paragraph):
        frame.elements.append(("recipients", addressed))
    return blocks[recipients + 1 :]


def _recipients_at(blocks: list[Block]) -> int | None:
    for place, block in enumerate(blocks[:_NEAR_THE_EDGE]):
        if not isinstance(block, Paragraph) or (head_of(block.text) and not kind_of(block)):
            return None
        if _is(block, "recipients", _addresses(block.text)):
            return place
        if not kind_of(block) and signs.plain(block.text).endswith("。"):
            return None
    return None


def _addresses(text: str) -> bool:
    plain = signs.plain(text)
    named = any(name in plain for name in ("各", "单位", "政府", "委", "局", "部门", "公司", "办", "院", "校", "处"))
    return plain.endswith(":") and len(plain) <= _RECIPIENTS and named and "。" not in plain


def _head_end(blocks: list[Block]) -> int:
    """Return where the text begins in a document without 主送机关: behind its title and the elements above that."""
    end = 0
    while end < min(len(blocks), _NEAR_THE_EDGE) and _element_of(blocks[end]):
        end += 1
    return end + len(title_lines(blocks[end:]))


_ELEMENTS = {"copy_number", "classification", "urgency", "mark", "number", "signatory"}


def _element_of(block: Block) -> str:
    """Return which element of the 版头 a line is, "" where it is none."""
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
        "mark": plain.endswith("文件") and "《" not in plain and len(plain) <= _TITLE_LINE,
    }
    return next((kind for kind, sure in known.items() if sure), "")


def _take_head(block: Paragraph, frame: Frame) -> None:
    if kind := _element_of(block):
        frame.elements.append((kind, block))
    elif is_label(block) and frame.title:
        frame.sublabel = block
    else:
        frame.title.append(block)


def _take_joint_mark(frame: Frame) -> None:
    """Move the names of bodies that stand above a mark's last line from the title to the mark (GB/T 9704 7.2.4)."""
    mark = next((line for kind, line in frame.elements if kind == "mark"), None)
    if mark is None or kind_of(mark):
        return
    names = [line for line in takewhile(lambda line: line.line < mark.line, frame.title) if signs.is_organ(line.text)]
    frame.title = [line for line in frame.title if line not in names]
    frame.elements[:0] = [("mark", line) for line in names]


# --- notice and plan -------------------------------------------------------------------------------------------------


def _divide(blocks: list[Block], frame: Frame) -> None:
    """Tell the carrying notice from the plan: what is signed before the first number is a notice that carries a plan."""
    begins = next((place for place in range(len(blocks)) if _numbers(blocks[place])), len(blocks))
    signed = next((place for place in range(len(blocks)) if _is_signed(blocks, place)), None)
    if signed is None or signed > begins:
        frame.form = "direct"
        frame.plan.blocks = _without_ending(blocks, _last_signed(blocks), frame)
        return
    rest = _without_ending(blocks, signed, frame)
    names = signed - len(frame.ending.signature)
    frame.body, behind = rest[:names], rest[names:]
    if behind:
        frame.form = "attached"
        frame.plan.blocks = _without_title(behind, frame.plan)
    elif frame.annexes and _carries(frame):
        frame.form, frame.plan = "annex", frame.annexes.pop(0)
    else:
        frame.form, frame.plan.blocks, frame.body = "direct", frame.body, []


def _numbers(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(head_of(block.number + block.text)) and kind_of(block) in {"", "body"}


def _is_signed(blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Paragraph):
        return False
    found = signs.date_in(block.text)
    plain = signs.plain(block.text)
    alone = bool(found and found.end == len(plain) and (found.start == 0 or signs.is_organ(plain[: found.start])))
    return _is(block, "date", alone)


def _last_signed(blocks: list[Block]) -> int | None:
    return next((place for place in range(len(blocks) - 1, -1, -1) if _is_signed(blocks, place)), None)


def _without_ending(blocks: list[Block], date: int | None, frame: Frame) -> list[Block]:
    """Take out a date with the names above and the note below it."""
    if date is None:
        return blocks
    start, end = date, date + 1
    while start > 0 and _is_name(blocks[start - 1]):
        start -= 1
    note = blocks[end] if end < len(blocks) and _is_note(blocks[end]) else None
    frame.ending = Ending([block for block in blocks[start:date] if isinstance(block, Paragraph)])
    frame.ending.date = blocks[date] if isinstance(blocks[date], Paragraph) else None
    frame.ending.note = note if isinstance(note, Paragraph) else None
    return blocks[:start] + blocks[end + (note is not None) :]


def _is_name(block: Block) -> bool:
    return isinstance(block, Paragraph) and _is(block, "signature", signs.is_organ(block.text))


def _is_note(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    plain = signs.plain(block.text)
    named = any(word in plain for word in signs.words()["notes"])
    return _is(block, "note", plain[:1] == "(" and plain[-1:] == ")" and named)


def _carries(frame: Frame) -> bool:
    """Tell whether the first annex is the plan itself: the notice names it, or it is numbered as plans are."""
    title = "".join(bare(line.text) for line in frame.annexes[0].title)
    notice = "".join(bare(line.text) for line in frame.title)
    named = bool(title) and (title in notice or notice.removesuffix("的通知").endswith(title))
    counted = sum(map(_numbers, frame.annexes[0].blocks))
    return named or (counted > 1 and title.endswith(tuple(signs.words()["plan_endings"])))
