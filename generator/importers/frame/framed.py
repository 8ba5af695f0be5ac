"""The frame of an official document: which of its blocks are the notice, which the plan, which the annexes and the imprint.

The elements stand in the order of GB/T 9704-2012 7.2-7.4. Files that `build` wrote say by their styles what each is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.contents import without_contents
from generator.importers.frame.edges import without_annex_note, without_annexes, without_imprint
from generator.importers.frame.layout import unframed
from generator.importers.frame.opening import without_head
from generator.importers.frame.parts import Ending, Frame, is_kind, kind_of, text_at
from generator.importers.frame.region import tell_region
from generator.importers.frame.titles import settle_states, without_title
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Block


def framed(blocks: Sequence[Block], ledger: Ledger) -> Frame:
    """Return the frame of a document's blocks; every block is in one place of it."""
    frame = Frame()
    rest = without_contents(_without_label(unframed(blocks), ledger), ledger)
    rest = without_imprint(rest, frame)
    rest = without_annexes(rest, frame)
    rest = without_head(rest, frame, ledger)
    rest = without_annex_note(rest, frame)
    _divide(rest, frame)
    _seal(frame, ledger)
    _date(frame, ledger)
    settle_states(frame)
    tell_region(frame, ledger)
    return frame


def _without_label(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Set aside the label of an annex that was saved by itself: its document is the whole."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or kind_of(first) or signs.annex_label(first.text) is None:
        return blocks
    ledger.set_aside(first.line, first.text, "附件单独成文，附件序号不印")
    return blocks[1:]


def _divide(blocks: list[Block], frame: Frame) -> None:
    """Tell the carrying notice from the plan: what is signed before the first number is a notice that carries a plan."""
    begins = next((place for place in range(len(blocks)) if _numbers(blocks[place])), len(blocks))
    signed = next((place for place in range(len(blocks)) if _is_date_line(blocks, place)), None)
    if signed is None or signed > begins:
        frame.form = "direct"
        frame.plan.blocks = _without_ending(blocks, _last_signed(blocks), frame)
        return
    rest = _without_ending(blocks, signed, frame)
    names = signed - len(frame.ending.signature)
    frame.body, behind = rest[:names], rest[names:]
    if behind:
        frame.form = "attached"
        frame.plan.blocks = without_title(behind, frame.plan)
    elif frame.annexes and _carries(frame):
        frame.form, frame.plan = "annex", frame.annexes.pop(0)
    else:
        frame.form, frame.plan.blocks, frame.body = "direct", frame.body, []


def _seal(frame: Frame, ledger: Ledger) -> None:
    """Put what says whose seal stands for the signer's, （代章）, behind the name above it."""
    names: list[Paragraph] = []
    for line in frame.ending.signature:
        if names and signs.is_seal_note(line.text):
            ledger.join(line.line, names[-1].line)
            ledger.mend(line.line, "代章说明接在署名后", bare(line.text), bare(names[-1].text + line.text))
            names[-1] = replace(names[-1], text=names[-1].text.rstrip() + line.text.strip())
        else:
            names.append(line)
    frame.ending.signature = names


def _date(frame: Frame, ledger: Ledger) -> None:
    """Take the date in brackets below a title for the document's own where it is not signed with one; else it stays text."""
    dated = [line for kind, line in frame.elements if kind == "title_date"]
    frame.elements = [element for element in frame.elements if element[0] != "title_date"]
    for line in dated:
        text = bare(line.text)
        if frame.ending.date is None:
            frame.ending.date = replace(line, text=text[1:-1])
            ledger.mend(line.line, "标题下的日期印作成文日期", text, text[1:-1])
            ledger.set_aside(line.line, text[0] + text[-1], "标题下日期的括号")
        else:
            ledger.guess(line.line, f"标题下的日期{text}与成文日期都在，留作正文", 0.5)
            (frame.plan.blocks if frame.form == "direct" else frame.body).insert(0, line)


def _numbers(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(head_of(block.number + block.text)) and kind_of(block) in {"", "body"}


def _is_date_line(blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Paragraph):
        return False
    found = signs.date_in(block.text)
    plain = signs.plain(block.text)
    alone = bool(found and found.end == len(plain) and (found.start == 0 or signs.is_organ(plain[: found.start])))
    alone = (alone and (not plain[:1].isdigit() or "年" in plain or _is_name(blocks[place - 1]))) or signs.is_blank_date(block.text)
    return is_kind(block, "date", alone)


def _last_signed(blocks: list[Block]) -> int | None:
    return next((place for place in range(len(blocks) - 1, -1, -1) if _is_date_line(blocks, place)), None)


def _without_ending(blocks: list[Block], date: int | None, frame: Frame) -> list[Block]:
    """Take out a date with the names above and the note below it."""
    if date is None:
        return blocks
    start, end = date, date + 1
    while start > 0 and (_is_name(blocks[start - 1]) or _is_sealed(blocks, start - 1)):
        start -= 1
    end += end < len(blocks) and _is_note(blocks[end])
    names, dated, note = (_paragraphs(blocks[slice_]) for slice_ in (slice(start, date), slice(date, date + 1), slice(date + 1, end)))
    frame.ending = Ending(names, next(iter(dated), None), next(iter(note), None))
    return blocks[:start] + blocks[end:]


def _paragraphs(blocks: list[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _is_name(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_kind(block, "signature", bool(signs.signers_in(block.text)))


def _is_sealed(blocks: list[Block], place: int) -> bool:
    """Tell whether a line says whose seal stands for that of the name above it."""
    return place > 0 and signs.is_seal_note(text_at(blocks, place)) and _is_name(blocks[place - 1])


def _is_note(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    plain = signs.plain(block.text)
    named = any(word in plain for word in signs.words()["notes"])
    return is_kind(block, "note", plain[:1] == "(" and plain[-1:] == ")" and named)


def _carries(frame: Frame) -> bool:
    """Tell whether the first annex is the plan itself: the notice names it, or it is numbered as plans are."""
    title = "".join(bare(line.text) for line in frame.annexes[0].title)
    said = [*frame.title, *(block for block in frame.body if isinstance(block, Paragraph))]
    named = bool(title) and title in "".join(bare(line.text) for line in said)
    counted = sum(map(_numbers, frame.annexes[0].blocks))
    return named or (counted > 1 and title.endswith(tuple(signs.words()["plan_endings"])))
