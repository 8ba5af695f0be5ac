"""The numbered parts of a text while they are told apart: heading, text, tables and what is below, before they have roles and ids."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.importers.body.labels import is_label
from generator.importers.body.nesting import Accepted, accepted
from generator.importers.body.responsibility import Responsibility, is_charge, responsibility_of
from generator.importers.marks import Head, head_alone, head_of
from generator.importers.outline import Paragraph
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Block

_TITLE = 40  # characters of a title that runs in
_COMMAS = 2  # that such a title may have
_CLOSED = 16  # characters of a title on a line of its own that ends in a full stop
_LINE = 60  # characters of a title on a line of its own
_ALIKE = 2  # parts that show what the last one of their kind should look like
_LEVEL = re.compile(r"(\d)级标题")


@dataclass(slots=True)
class Knot:
    """A numbered part: its paragraph with the number and perhaps a title, the blocks without a number that follow it.

    `title_end` is a place in the paragraph's text: behind the number, up to it, stands the title. `charges` are the
    paragraphs that say, behind the parts below it, who is responsible for the whole.
    """

    paragraph: Paragraph
    head: Head | None
    depth: int
    title_end: int = 0
    blocks: list[Block] = field(default_factory=list)
    children: list[Knot] = field(default_factory=list)
    charges: list[Paragraph] = field(default_factory=list)
    role: str = ""

    @property
    def start(self) -> int:
        """Return where, in its paragraph's text, the number ends."""
        return self.head.end if self.head and not self.paragraph.number else 0

    @property
    def title(self) -> str:
        """Return the title as it stands."""
        return self.paragraph.text[self.start : self.title_end]

    @property
    def rest(self) -> str:
        """Return the text that runs on behind the title."""
        return self.paragraph.text[max(self.title_end, self.start) :]

    @property
    def runs_in(self) -> bool:
        """Tell whether text follows the title on its line."""
        return bool(self.title and self.rest.strip())


@dataclass(slots=True)
class Tied:
    """A text taken apart: blocks before the first number, the numbered parts, paragraphs that close the whole."""

    lead: list[Block] = field(default_factory=list)
    knots: list[Knot] = field(default_factory=list)
    closing: list[Paragraph] = field(default_factory=list)


def tied(blocks: Sequence[Block], ledger: Ledger) -> Tied:
    """Return a text's numbered parts, nested; what is unsure is told to the ledger."""
    found, spaced = Tied(), _is_decimal(blocks)
    path: list[Knot] = []
    for block, depth in zip(blocks, _depths(blocks, ledger), strict=True):
        if depth is None or not isinstance(block, Paragraph):
            (path[-1].blocks if path else found.lead).append(block)
            continue
        knot = Knot(block, _head(block, spaced=spaced), depth)
        del path[depth:]
        knot.depth = len(path)
        (path[-1].children if path else found.knots).append(knot)
        path.append(knot)
    _tell_titles(found.knots)
    found.closing = [] if _is_dressed(blocks) else _closing(found.knots, ledger)
    return found


def take_charges(knots: Sequence[Knot]) -> None:
    """Let parts take over the sentences that stand alone behind the last one below, where no other part of its kind has any.

    The lowest parts come first: what is that of a task is not that of its section.
    """
    _take_charges(knots, {_kind(one) for row in rows_of(knots) for one in row[:-1] if _says_charge(one)})


def _take_charges(knots: Iterable[Knot], charged: set[tuple[int, str]]) -> None:
    for knot in knots:
        _take_charges(knot.children, charged)
        last = knot.children[-1] if len(knot.children) > 1 else None
        if (
            last
            and not last.children
            and not last.charges
            and _kind(last) not in charged
            and not any(map(_says_charge, knot.children[:-1]))
        ):
            knot.charges = _charges(last)
            del last.blocks[len(last.blocks) - len(knot.charges) :]


def _charges(knot: Knot) -> list[Paragraph]:
    """Return the paragraphs at the end of a part that are nothing but responsibility sentences."""
    behind = [*takewhile(_is_charge, reversed(knot.blocks))]
    return [block for block in reversed(behind) if isinstance(block, Paragraph)]


def _says_charge(knot: Knot) -> bool:
    """Tell whether a part says who is responsible for it."""
    return bool(knot.charges) or _said(knot) is not None


def _said(knot: Knot) -> Responsibility | None:
    """Return the responsibility sentence that a part ends in, before those below it."""
    behind = takewhile(lambda block: isinstance(block, Paragraph), reversed(knot.blocks))
    texts = [block.text for block in behind if isinstance(block, Paragraph)][::-1]
    return responsibility_of(texts if len(texts) < len(knot.blocks) else [knot.rest, *texts])


def said_by(knot: Knot) -> Responsibility | None:
    """Return the sentence that says who is responsible for a part, None where none does."""
    if knot.charges:
        return responsibility_of([charge.text for charge in knot.charges])
    return None if knot.children else _said(knot)


def _closing(knots: Sequence[Knot], ledger: Ledger) -> list[Paragraph]:
    """Take off the paragraphs behind the last part that close the whole: where no other part of its kind has such."""
    leaves = [knot for knot in walk(knots) if not knot.children]
    last = leaves[-1] if leaves else None
    if last is None or not last.head or not (last.rest.strip() or any(map(_is_charge, last.blocks))):
        return []
    same = [knot for knot in leaves[:-1] if knot.head and knot.head.key == last.head.key]
    alike = same if len(same) >= _ALIKE else leaves[:-1]
    behind = _behind(last)
    shown = len(alike) >= _ALIKE or len(behind) < len(last.blocks)
    closing = [block for block in behind if isinstance(block, Paragraph)]
    if not closing or closing != behind or not shown or any(map(_behind, alike)):
        return []
    del last.blocks[-len(closing) :]
    ledger.guess(closing[0].line, "最后一条之后的段落作为结尾", 0.6)
    return closing


def _behind(knot: Knot) -> list[Block]:
    """Return what stands behind a part, and behind the last sentence that says who is responsible for it or for the part above."""
    behind = [*takewhile(lambda block: not _is_charge(block), reversed(knot.blocks))]
    return behind[::-1]


def _is_charge(block: Block) -> bool:
    """Tell whether a block is nothing but a responsibility sentence."""
    return isinstance(block, Paragraph) and is_charge(block.text)


def rows_of(knots: Sequence[Knot]) -> Iterator[Sequence[Knot]]:
    """Yield the rows of siblings at every depth, in the order in which they are counted."""
    if knots:
        yield knots
    for knot in knots:
        yield from rows_of(knot.children)


def walk(knots: Iterable[Knot]) -> Iterator[Knot]:
    """Yield parts at every depth, each before those below it."""
    for knot in knots:
        yield knot
        yield from walk(knot.children)


# --- depths ----------------------------------------------------------------------------------------------------------


def _depths(blocks: Sequence[Block], ledger: Ledger) -> Iterator[int | None]:
    """Yield the depth of every block that is a heading's, None for others."""
    if _is_dressed(blocks):
        return _dressed_depths(blocks)
    return _counted_depths(blocks, ledger)


def _counted_depths(blocks: Sequence[Block], ledger: Ledger) -> Iterator[int | None]:
    spaced = _is_decimal(blocks)
    heads = [_head(block, spaced=spaced) if isinstance(block, Paragraph) else None for block in blocks]
    automatic = [isinstance(block, Paragraph) and bool(block.number) for block in blocks]
    for block, head, sure in zip(blocks, heads, accepted(heads, automatic), strict=True):
        if head:
            _tell(block, head, sure, ledger)
        yield sure.depth if sure else None


def _head(block: Paragraph, *, spaced: bool = False) -> Head | None:
    return head_alone(block.number) if block.number else head_of(block.text, spaced=spaced)


def _is_decimal(blocks: Sequence[Block]) -> bool:
    """Tell whether a text counts 1 and 1.1, so that a numeral set apart by a blank is a number."""
    heads = (_head(block) for block in blocks if isinstance(block, Paragraph))
    return any(head is not None and len(head.values) > 1 for head in heads)


def _tell(block: Block, head: Head, sure: Accepted | None, ledger: Ledger) -> None:
    if sure is None:
        ledger.guess(block.line, f"“{head.printed}”接不上前面的编号，当作正文", 0.7)
    elif sure.confidence < 1:
        ledger.guess(block.line, f"“{head.printed}”不是前一个编号的下一个，仍当作标题编号", sure.confidence)


def _is_dressed(blocks: Sequence[Block]) -> bool:
    """Tell whether a text is out of a file that `build` wrote: its parts bear ids, and their styles tell their depths."""
    return any(isinstance(block, Paragraph) and block.ids and (_LEVEL.match(block.style) or _LEVEL.match(block.face)) for block in blocks)


def _dressed_depths(blocks: Sequence[Block]) -> Iterator[int | None]:
    """Yield the depths of a file that `build` wrote: what bears an id is a part, and its style says how deep it stands.

    A part that was put in by hand has no id: it is known by counting on from the one before, like all its kind.
    """
    known = [_dressed_depth(block) if isinstance(block, Paragraph) and block.ids else None for block in blocks]
    heads = [_head(block) if isinstance(block, Paragraph) else None for block in blocks]
    kinds = {head.key: depth for head, depth in zip(heads, known, strict=True) if head and depth is not None}
    last: dict[str, int] = {}
    for head, depth, following in zip(heads, known, _following(heads, known), strict=True):
        put_in = head and head.key in kinds and head.value == last.get(head.key, 0) + 1 != following
        found = kinds[head.key] if head and depth is None and put_in else depth
        if head and found is not None:
            last = {key: value for key, value in last.items() if kinds.get(key, 0) <= found} | {head.key: head.value}
        yield found


def _following(heads: Sequence[Head | None], known: Sequence[int | None]) -> list[int]:
    """Return for each number the next one of its kind that bears an id, 0 for none."""
    found: list[int] = []
    behind: dict[str, int] = {}
    for head, depth in zip(reversed(heads), reversed(known), strict=True):
        found.append(behind.get(head.key, 0) if head else 0)
        if head and depth is not None:
            behind[head.key] = head.value
    return found[::-1]


def _dressed_depth(block: Paragraph) -> int:
    found = _LEVEL.match(block.style) or _LEVEL.match(block.face)
    return int(found[1]) - 1 if found else 0


# --- titles ----------------------------------------------------------------------------------------------------------


def _tell_titles(knots: Sequence[Knot]) -> None:
    """Tell the titles of all parts, those of a row alike: where most of them have none, none has; a lone one goes by its kind."""
    ends = {id(knot): _title_end(knot) for knot in walk(knots)}
    kinds: dict[tuple[int, str], list[Knot]] = {}
    for knot in walk(knots):
        kinds.setdefault(_kind(knot), []).append(knot)
    titled = {kind: _most(alike, ends) for kind, alike in kinds.items()}
    for row in rows_of(knots):
        told = _most(row, ends) if len(row) > 1 else titled[_kind(row[0])]
        for knot in row:
            knot.title_end = ends[id(knot)] if told or knot.paragraph.bold or knot.paragraph.ids else 0


def _kind(knot: Knot) -> tuple[int, str]:
    return knot.depth, knot.head.key if knot.head else ""


def _most(row: Sequence[Knot], ends: Mapping[int, int]) -> bool:
    """Tell whether most parts of a row have a title; where just half have, a sentence on its own line is none beside bare sentences."""
    titled = [knot for knot in row if ends[id(knot)]]
    bare_ones = any(not knot.blocks and not knot.children for knot in row if not ends[id(knot)])
    sentences = bare_ones and any(
        knot.paragraph.text.rstrip().endswith("。") and ends[id(knot)] == len(knot.paragraph.text) for knot in titled
    )
    return len(titled) * 2 > len(row) or (len(titled) * 2 == len(row) and not sentences)


def _title_end(knot: Knot) -> int:
    """Return where a part's title ends in its paragraph, 0 where it has none."""
    paragraph, start = knot.paragraph, knot.start
    if _LEVEL.match(paragraph.style):
        return len(paragraph.text)
    if _LEVEL.match(paragraph.face):
        return paragraph.bold
    if paragraph.bold > start:
        return paragraph.bold
    plain = narrow(paragraph.text)
    marks = [place for mark in "。:" if (place := plain.find(mark, start)) >= 0]
    end = min(marks, default=-1) + 1
    if not end or not plain[end:].strip():
        return _own_line_end(knot, plain)
    title = plain[start:end]
    short = len(title) <= _TITLE and title.count(",") <= _COMMAS and ";" not in title
    if len(title) > _CLOSED and is_charge(paragraph.text[end:]):
        return 0
    return end if short and (title[-1] != ":" or "," not in title) and not is_label(title) else 0


def _own_line_end(knot: Knot, plain: str) -> int:
    """Return the end of a title that has its line to itself."""
    title = plain[knot.start :].strip()
    heads = bool(knot.children) or not all(map(_is_charge, knot.blocks))
    short = 0 < len(title) <= _LINE and ";" not in title
    plain_end = title[-1:] not in {"。", ":", ",", "、"}
    return len(plain) if short and (plain_end or (heads and len(title) <= _CLOSED)) else 0
