"""What copying did to a document is undone before it is read: half-width marks, paragraphs broken by a page, a text stored twice."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING

from generator.importers.body.labels import label_before
from generator.importers.frame.parts import kind_of
from generator.importers.frame.titles import is_closed
from generator.importers.ledger import bare
from generator.importers.marks import bullet_end, head_of
from generator.importers.outline import Paragraph, Table
from generator.importers.punctuation import widened
from generator.importers.signs import date_of, is_organ, opens_element
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Block, Row

_ENDINGS = tuple("。！？；：…”’》）】」.!?;:)")
_SENTENCE_ENDS = tuple("。！？；：")
_UNFINISHED = ("各", "、", "和", "与", "及")  # no line of running text ends so
_BRACKETS = {"(", "["}
_NARROWEST, _WIDEST = 16, 60  # characters of a line that a page or a mail programme breaks
_SAME = 2
_TITLE_LINE = 23  # characters of a title's line on a page, and a bit
_LINES_AT_LEAST, _SHARE = 8, 0.4
_SHOWN = 8  # characters on either side of a break that is mended
_INDENT = re.compile(r"[ \u00a0]{2,}|\u3000|\t")
_TWICE_AT_LEAST, _NEARLY = 6, 0.8  # paragraphs that a text stored twice has, and the share of them that its copy has


# --- marks -----------------------------------------------------------------------------------------------------------


def widen(blocks: Iterable[Block], ledger: Ledger) -> list[Block]:
    """Return blocks with full-width marks where Chinese asks for them; each line that changed is told."""
    return [_wide_table(block, ledger) if isinstance(block, Table) else _wide_paragraph(block, ledger) for block in blocks]


def _wide_paragraph(paragraph: Paragraph, ledger: Ledger) -> Paragraph:
    return replace(paragraph, text=_wide(paragraph.line, paragraph.text, ledger))


def _wide_table(table: Table, ledger: Ledger) -> Table:
    title, measure = (_wide_paragraph(line, ledger) if line else None for line in (table.title, table.measure))
    return replace(table, rows=tuple(_wide_row(row, ledger) for row in table.rows), title=title, measure=measure)


def _wide_row(row: Row, ledger: Ledger) -> Row:
    cells = (replace(cell, text=tuple(_wide(row.line, text, ledger) for text in cell.text)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _wide(line: int, text: str, ledger: Ledger) -> str:
    wide = widened(text)
    if wide != text:
        ledger.mend(line, "半角标点改为全角", *_differences(text, wide))
    return wide


def _differences(old: str, new: str) -> tuple[str, str]:
    """Return the marks that changed, as they were and as they are."""
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    return "".join(one for one, _ in changed), "".join(other for _, other in changed)


# --- line breaks in a paragraph -------------------------------------------------------------------------------------------


def parted(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with the lines of a paragraph as paragraphs of their own, as they are printed; a built title keeps its lines."""
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and "\n" in block.text.strip() and not kind_of(block):
            done += _lines(block)
        else:
            done.append(block)
    return done


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph; what is known of its beginning is known of the first one."""
    first, *others = (line for line in paragraph.text.split("\n") if line.strip())
    yield replace(paragraph, text=first, bold=min(paragraph.bold, len(first)))
    for line in others:
        yield Paragraph(paragraph.line, line, style=paragraph.style, align=paragraph.align)


# --- a text stored twice ---------------------------------------------------------------------------------------------


def once(blocks: list[Block], ledger: Ledger) -> list[Block]:
    """Return blocks without the second copy of a text that a page holds twice; the copy is set aside."""
    texts = [_said(block) for block in blocks]
    halves = range(max(_TWICE_AT_LEAST, ceil(len(texts) / 2)), int(len(texts) / (1 + _NEARLY)) + 1)
    for start in halves:
        if texts[start] == texts[0] and texts[start:] == texts[: len(texts) - start]:
            for block in blocks[start:]:
                _set_aside(block, ledger)
            ledger.mend(_line(blocks[start]), "全文存了两遍，第二遍搁置")
            return blocks[:start]
    return blocks


def _said(block: Block) -> str:
    if isinstance(block, Table):
        return "|".join(bare(cell.line) for row in block.rows for cell in row.cells)
    return bare(block.text)


def _set_aside(block: Block, ledger: Ledger) -> None:
    if isinstance(block, Table):
        for row in block.rows:
            ledger.set_aside(row.line, "".join(cell.line for cell in row.cells), "与前文重复")
    else:
        ledger.set_aside(block.line, block.number + block.text, "与前文重复")


def _line(block: Block) -> int:
    return block.line


# --- broken paragraphs -----------------------------------------------------------------------------------------------


def whole(blocks: Sequence[Block], ledger: Ledger, *, wrapped: bool) -> list[Block]:
    """Return blocks with the paragraphs put together that a page has broken; `wrapped` when lines may be broken at a fixed length.

    The paragraphs of a file that `build` wrote are whole.
    """
    if any(map(kind_of, blocks)):
        return [*blocks]
    width = line_width(blocks) if wrapped else 0
    done: list[Table | _Run] = []
    for block, next_ in zip_longest(blocks, blocks[1:]):
        run = done[-1] if done else None
        if isinstance(run, _Run) and isinstance(block, Paragraph) and _broken(run, block, next_, width):
            run.take(block, ledger)
        else:
            done.append(block if isinstance(block, Table) else _Run.of(block))
    return [one.paragraph if isinstance(one, _Run) else one for one in done]


@dataclass(slots=True)
class _Run:
    """A paragraph that lines are put onto; what is asked of it is known line by line, since a whole text may be one.

    `runs` when it is running text so far, `opened` are the quotations and names begun in it and not ended.
    """

    first: Paragraph
    lines: list[Paragraph]
    length: int
    runs: bool
    opened: set[str]

    @classmethod
    def of(cls, line: Paragraph) -> _Run:
        """Return the paragraph that begins with a line."""
        return cls(line, [line], _length(line.text), _runs(line.text), _opened(line.text, set()))

    @property
    def last(self) -> Paragraph:
        """Return the line that ends it, as it stands in the source."""
        return self.lines[-1]

    @property
    def paragraph(self) -> Paragraph:
        """Return the whole."""
        if len(self.lines) == 1:
            return self.first
        text = self.first.text.rstrip() + "".join(line.text.strip() for line in self.lines[1:-1]) + self.last.text.lstrip()
        return replace(self.first, text=text, remarks=tuple(remark for line in self.lines for remark in line.remarks))

    def take(self, line: Paragraph, ledger: Ledger) -> None:
        """Put a line onto it."""
        ledger.mend(line.line, "断开的段落接回上一段", self.last.text.rstrip()[-_SHOWN:], line.text.lstrip()[:_SHOWN])
        if line.gap:
            ledger.guess(line.line, "与上一段之间隔着空行，看来是一段话被换页断开，已接上", 0.85)
        ledger.join(line.line, self.first.line)
        self.lines.append(line)
        self.length += _length(line.text)
        self.runs = self.runs or _has(line.text, _sentence_marks(self.first.text))
        self.opened = _opened(line.text, self.opened)


def line_width(blocks: Iterable[Block]) -> int:
    """Return the width in characters at which a text's lines were broken, 0 where paragraphs are whole."""
    lines = [block.text.rstrip() for block in blocks if isinstance(block, Paragraph)]
    lengths = Counter(map(_length, lines))
    total = sum(count for length, count in lengths.items() if length >= _NARROWEST)
    if total < _LINES_AT_LEAST or max(lengths) > _WIDEST:
        return 0
    width = max(lengths, key=lambda length: (sum(lengths[near] for near in range(length - _SAME, length + 1)), length))
    full = [line for line in lines if abs(_length(line) - width) <= _SAME]
    cut = sum(not line.endswith(_ENDINGS) for line in full)
    return width if width >= _NARROWEST and len(full) >= total * _SHARE and cut * 2 >= len(full) else 0


def _length(text: str) -> int:
    """Return the length of a line in characters, half-width ones counting half; blanks at its head belong to it."""
    return ceil(sum(0.5 if character.isascii() else 1 for character in text.rstrip()))


def _broken(before: _Run, after: Paragraph, next_: Block | None, width: int) -> bool:
    """Tell whether a paragraph goes on in the next one."""
    first, end = before.first, before.last.text.rstrip()
    if first.number or after.number or after.align or first.align or after.level or after.ids or after.bold:
        return False
    if _is_lone_number(before) and not head_of(after.text):
        return True
    if _opens(after) or _signs(after, next_) or date_of(after.text) or date_of(before.first.text):
        return False
    if _is_unfinished(before, end):
        return True
    if width and not after.gap and _length(end) >= width - _SAME:
        return not _is_title_line(before) and not end.endswith(_SENTENCE_ENDS)
    return not end.endswith(_ENDINGS) and before.length > _TITLE_LINE and (before.runs or bool(before.opened))


def _is_unfinished(run: _Run, end: str) -> bool:
    """Tell whether nothing ends as a text does: in a label in an open bracket (（责任单位：), in 各 or 、 behind a comma."""
    labelled = bool(run.opened & _BRACKETS) and end.endswith(("：", ":")) and label_before(end, len(end) - 1) is not None
    return labelled or (run.runs and end.endswith(_UNFINISHED))


def _opened(text: str, before: set[str]) -> set[str]:
    """Return the marks of quotations and names that are begun and not ended behind a text; `before` are those that were before it."""
    plain = narrow(text)
    places = {opening: (plain.rfind(opening), plain.rfind(closing)) for opening, closing in ("《》", "“”", "()", "[]")}
    return {opening for opening, (begun, ended) in places.items() if begun > ended or (begun == ended and opening in before)}


def _opens(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins something: an indent, a number, a bullet, 附件, 抄送."""
    text = paragraph.text
    return bool(_INDENT.match(text) or head_of(text) or bullet_end(text) or opens_element(text))


def _signs(paragraph: Paragraph, next_: Block | None) -> bool:
    """Tell whether a paragraph is a signature: an organ's name over a date."""
    below = next_.text if isinstance(next_, Paragraph) else ""
    return is_organ(paragraph.text) and (next_ is None or bool(date_of(below)) or is_organ(below))


def _is_lone_number(run: _Run) -> bool:
    """Tell whether a paragraph is nothing but a number, whose title went to the next line."""
    text = run.first.text
    head = head_of(text + "　") if len(run.lines) == 1 else None
    return head is not None and not text[head.end :].strip()


def _is_title_line(run: _Run) -> bool:
    """Tell whether a full line may be one of a title: no running text, and either as short as titles are set or ending as they do."""
    return not run.runs and not head_of(run.first.text) and (run.length <= _TITLE_LINE or is_closed([run.last]))


def _runs(text: str) -> bool:
    """Tell whether a text is running text: it has a mark of a sentence, behind a number a full stop."""
    head = head_of(text)
    return _has(text[head.end if head else 0 :], _sentence_marks(text))


def _sentence_marks(text: str) -> str:
    return "。!?;" if head_of(text) else ",;。!?"


def _has(text: str, marks: str) -> bool:
    plain = narrow(text)
    return any(mark in plain for mark in marks)
