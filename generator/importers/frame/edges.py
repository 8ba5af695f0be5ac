"""The edges of a document: layout tables taken apart, the imprint, the annex note and the annexes (GB/T 9704-2012 7.3.4, 7.3.7, 7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import Frame, Part, is_kind, kind_of, text_at
from generator.importers.frame.titles import TITLE_LINE, may_title, without_title
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

_NEAR_THE_EDGE = 40  # blocks at the end of a document among which its imprint is looked for
_LAYOUT_ROWS, _LAYOUT_COLUMNS = 6, 3  # of a table that only places an element on the page


# --- layout tables ---------------------------------------------------------------------------------------------------


def unframed(blocks: Sequence[Block]) -> list[Block]:
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


def without_imprint(blocks: list[Block], frame: Frame) -> list[Block]:
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
    return signs.is_organ(text_at(blocks, place)) and _prints(text_at(blocks, place + 1)) and not kind_of(blocks[place])


def _prints(text: str) -> bool:
    """Tell whether a line says when it was printed, and perhaps by whom."""
    plain, found = signs.plain(text), signs.date_in(text)
    return bool(found and plain[found.end :] in {"印发", "印", "印制"} and len(plain) <= TITLE_LINE)


# --- the annexes -----------------------------------------------------------------------------------------------------


def without_annexes(blocks: list[Block], frame: Frame) -> list[Block]:
    """Take the annexes off the end, each with its label and title (GB/T 9704 7.3.7)."""
    starts = [place for place in range(1, len(blocks)) if _begins_annex(blocks, place)]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        label = blocks[start]
        part = Part(label=label if isinstance(label, Paragraph) else None)
        part.blocks = without_title(blocks[start + 1 : end], part)
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
    """Tell whether 附件： on a line of its own heads a list of titles: 1.…, 2.… ."""
    head = head_of(text_at(blocks, place + 1))
    return signs.plain(text_at(blocks, place)).endswith(":") and head is not None and head.value == 1


def without_annex_note(blocks: list[Block], frame: Frame) -> list[Block]:
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
    text = text_at(blocks, place)
    return is_kind(blocks[place], "annex_note", bool(signs.annex_note_start(text)) or (signs.annex_label(text) is not None and place > 0))


def _goes_on_noting(blocks: list[Block], start: int, place: int) -> bool:
    """Tell whether a line still belongs to the annex note: it counts on, says 附件2：, or ends a title that was too long for its line."""
    if kind := kind_of(blocks[place]):
        return kind == "annex_note"
    text = text_at(blocks, place)
    if not text or signs.date_of(text) or signs.is_organ(text):
        return False
    head = head_of(text)
    if head is not None:
        numbered = head_of(bare(text_at(blocks, start))[signs.annex_note_start(text_at(blocks, start)) :])
        return head.key.startswith("1") and (
            place - start > 1 or numbered is not None or signs.annex_label(text_at(blocks, start)) is not None
        )
    return bool(signs.annex_note_start(text)) or (may_title(blocks[place]) and place - start == 1 and len(bare(text)) < TITLE_LINE)
