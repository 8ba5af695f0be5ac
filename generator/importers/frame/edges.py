"""The edges of a document: the imprint, the annex note and the annexes (GB/T 9704-2012 7.3.4, 7.3.7, 7.4)."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import Frame, Part, is_kind, kind_of, text_at
from generator.importers.frame.titles import TITLE_LINE, may_title, without_brackets, without_title
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.importers.outline import Block

_NEAR_THE_EDGE = 40  # blocks at the end of a document among which its imprint is looked for
_LONG = 15  # characters of a title that may be too long for its line


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
    text = block.text
    said = signs.starts_with(text, "copies") or signs.starts_with(text, "disclosures") or signs.is_word(text, "disclosed")
    return said or bool(signs.PRINT_RUN.fullmatch(signs.plain(text))) or prints(text)


def _is_printer(blocks: list[Block], place: int) -> bool:
    """Tell whether a line is the printing office over its date."""
    return signs.is_organ(text_at(blocks, place)) and prints(text_at(blocks, place + 1)) and not kind_of(blocks[place])


def prints(text: str) -> bool:
    """Tell whether a line says when the document was printed, and perhaps by whom."""
    plain, found = signs.plain(text), signs.date_in(text)
    behind = signs.PRINT_RUN.sub("", plain[found.end :]) if found else ""
    return behind in {"印发", "印", "印制"} and len(plain) <= TITLE_LINE


# --- the annexes -----------------------------------------------------------------------------------------------------


def without_annexes(blocks: list[Block], frame: Frame) -> list[Block]:
    """Take the annexes off the end, each with its label and title (GB/T 9704 7.3.7)."""
    named = _named_first(blocks)
    starts = [place for place in range(1, len(blocks)) if _begins_annex(blocks, place, named)]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        label, titled = _parted(blocks[start])
        part = Part(label=label)
        behind = blocks[start + 1 : end]
        if label and _heads_table(blocks, start):
            number, *titled = _numbered(behind.pop(0))
            part.noted, part.label = [label, number], None
        part.blocks = without_title([*titled, *behind], part)
        frame.annexes.append(part)
    return blocks[: starts[0]] if starts else blocks


def _parted(block: Block) -> tuple[Paragraph | None, list[Paragraph]]:
    """Return the label of an annex, and the title where it stands on the same line: 附件：分工表."""
    if not isinstance(block, Paragraph):
        return None, []
    start = 0 if kind_of(block) else signs.annex_title_start(block.text)
    return (replace(block, text=block.text[:start]), [Paragraph(block.line, block.text[start:])]) if start else (block, [])


def _numbered(block: Block) -> list[Paragraph]:
    """Return the number of a title as a line, and the title."""
    if not isinstance(block, Paragraph):
        return []
    text = block.number + block.text
    head = head_of(text)
    end = head.end if head else 0
    return [replace(block, text=text[:end], number=""), replace(block, text=text[end:], number="")]


def _begins_annex(blocks: list[Block], place: int, named: Mapping[str, int]) -> bool:
    block = blocks[place]
    if not isinstance(block, Paragraph) or place + 1 == len(blocks):
        return False
    if kind := kind_of(block):
        return kind == "annex_label"
    if signs.annex_label(block.text) is not None:
        return not (_heads_note(blocks, place) or _is_noted(blocks, place))
    start = signs.annex_title_start(block.text)
    noted = named.get(signs.plain(block.text[start:]), place) < place  # the annex note above names what a label on this line heads
    return start > 0 and (block.page_break or noted or _is_set_apart(blocks, place))


def _named_first(blocks: list[Block]) -> dict[str, int]:
    """Return the titles that lines of an annex note may name, each with the place of the first."""
    return {title: place for place in range(len(blocks) - 1, -1, -1) if (title := _note_title(text_at(blocks, place)))}


def _note_title(text: str) -> str:
    """Return the title that a line of an annex note may name, behind 附件： and its number."""
    start = signs.annex_note_start(text)
    title = signs.plain(text)[start:]
    head = head_of(title)
    return title[head.end :] if head else title if start else ""


def _is_set_apart(blocks: list[Block], place: int) -> bool:
    """Tell whether blanks alone set a title apart from its numbered label, 附件1　分工表, and a text is below: notes have a colon."""
    text, below = text_at(blocks, place), text_at(blocks, place + 1)
    if signs.annex_note_start(text) or not signs.is_numbered_label(text) or not _names_annex(text):
        return False
    return not (
        signs.annex_title_start(below)
        or signs.annex_label(below) is not None
        or _is_signature_at(blocks, place + 1)
        or signs.date_of(below)
    )


def _heads_note(blocks: list[Block], place: int) -> bool:
    """Tell whether 附件： on a line of its own heads titles, 1.…, 2.… : they read as such, or the notice is signed behind."""
    end = place + 1
    while end < len(blocks) and _is_counted(text_at(blocks, end), end - place):
        end += 1
    titles = [text_at(blocks, at) for at in range(place + 1, end)]
    if not titles or signs.plain(text_at(blocks, place)).endswith(":"):
        return bool(titles) and not _heads_table(blocks, place)
    labelled = bool(signs.annex_label(text_at(blocks, end)))
    return _is_alone(blocks[place]) and (labelled or _is_signature_at(blocks, end) or all(map(_names_annex, titles)))


def _heads_table(blocks: list[Block], place: int) -> bool:
    """Tell whether 附件： stands above one counted title, 1.分工表, that a table follows at once."""
    one = signs.plain(text_at(blocks, place)).endswith(":") and _is_counted(text_at(blocks, place + 1), 1)
    if not one or not isinstance(next(iter(blocks[place + 2 : place + 3]), None), Table):
        return False
    behind = takewhile(lambda text: signs.annex_label(text) is None, (text_at(blocks, at) for at in range(place + 2, len(blocks))))
    return not any(_is_counted(text, 1 + 1) for text in behind)


def _is_alone(block: Block) -> bool:
    """Tell whether a label is 附件 without a number, and no page begins with it."""
    return isinstance(block, Paragraph) and not block.page_break and signs.annex_label(block.text) == ""


def _is_counted(text: str, value: int) -> bool:
    head = head_of(text)
    return head is not None and head.value == value and head.key.startswith("1") and not signs.plain(text).endswith((".", "。", ";"))


def _names_annex(text: str) -> bool:
    """Tell whether a line ends as titles of annexes do; what is in brackets behind it counts as said."""
    return without_brackets(bare(text)).removesuffix("》").endswith(tuple(signs.words()["annex_endings"] + signs.words()["plan_endings"]))


def _is_noted(blocks: list[Block], place: int) -> bool:
    """Tell whether a label alone, or over one title, stands before a signature that the plan or nothing follows."""
    start = place + 1 if _is_signature_at(blocks, place + 1) else place + 2
    titled = start == place + 1 or may_title(blocks[place + 1])
    if not (titled and _is_alone(blocks[place]) and _is_signature_at(blocks, start)):
        return False
    dated = next(at for at in range(start, len(blocks)) if signs.date_of(text_at(blocks, at)))
    behind = blocks[dated + 1 : dated + 2]
    return all(may_title(block) or signs.annex_label(text_at(behind, 0)) for block in behind)


def _is_signature_at(blocks: list[Block], place: int) -> bool:
    """Tell whether names of bodies over a date stand at a place."""
    end = place
    while signs.signers_in(text_at(blocks, end)) or (end > place and signs.is_seal_note(text_at(blocks, end))):
        end += 1
    return end > place and bool(signs.date_of(text_at(blocks, end)))


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
    text, above = text_at(blocks, place), text_at(blocks, place - 1)
    if not text or signs.date_of(text) or signs.is_organ(text):
        return False
    head = head_of(text)
    if head is not None:
        first = bare(text_at(blocks, start))
        numbered = head_of(first[signs.annex_note_start(first) :])
        return head.key.startswith("1") and (place - start > 1 or numbered is not None or signs.annex_label(first) is not None)
    return bool(signs.annex_note_start(text)) or (may_title(blocks[place]) and _reads_on(above, text))


def _reads_on(above: str, text: str) -> bool:
    """Tell whether a line goes on with the title above it, which begins on its line, or is the title of a label alone."""
    title = bare(above)[signs.annex_note_start(above) :]
    begins = title != bare(above) or head_of(title) is not None
    if any(word in text for word in signs.words()["no_titles"]) or ":" in signs.plain(text):
        return False
    if signs.annex_label(above) is not None:
        return True
    whole = title.endswith(("）", ")", *signs.words()["closed_endings"]))
    return begins and not whole and (_names_annex(text) or (len(title) >= _LONG and not _names_annex(title)))
