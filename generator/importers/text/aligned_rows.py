"""Tables set in columns by blanks: every cell begins below its head, and two blanks at least stand before it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import islice, takewhile
from typing import TYPE_CHECKING, TypeAlias

from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.importers.tables.columns import is_head, is_number_head, known_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.outline import Block

_HEADS, _HEADS_AT_MOST = 3, 20
_ROLES = 2
_LONGEST = 10_000  # characters of a row
_NEAR = 2  # columns of half-width characters that a cell may begin beside its head
_CELL = re.compile(r"\S+(?: \S+)*")
_INDENT = 4  # half-width characters before a paragraph at most

_Places: TypeAlias = "list[tuple[int, str]]"


def found(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which such tables are tables; one with a line of cells that do not stand below the heads is left as it stands."""
    blocks = [*blocks]
    done: list[Block] = []
    place = 0
    while place < len(blocks):
        rows = _rows(blocks, place)
        end = place + max(len(rows), 1)
        whole = len(rows) > 1 and not any(map(_goes_on, blocks[end : end + 1]))
        done += [Table(tuple(rows))] if whole else blocks[place:end]
        place = end
    return done


def _rows(blocks: Sequence[Block], place: int) -> list[Row]:
    """Return the head that a block is, and the rows below it; none where it is no head."""
    head = _cells(blocks[place])
    texts, starts = [text for _, text in head], [start for start, _ in head]
    if not _HEADS <= len(head) <= _HEADS_AT_MOST or not (_is_head(texts) or _counts(texts, blocks[place + 1 : place + 2])):
        return []
    below = (_under(_cells(block), starts) for block in islice(blocks, place + 1, None))
    whole = [texts, *takewhile(bool, below)]
    while len(whole) > 1 and sum(map(bool, whole[-1])) == 1:
        whole.pop()  # text that follows
    return [_row(block, cells) for block, cells in zip(blocks[place:], whole, strict=False)]


def _counts(texts: Sequence[str], below: Sequence[Block]) -> bool:
    """Tell whether the first head is that of the numbers and the first row below bears the first of them."""
    return is_number_head(texts[0]) and any(text == "1" for block in below for _, text in _cells(block)[:1])


def _goes_on(block: Block) -> bool:
    """Tell whether a line is one of cells, or the rest of one, all the same."""
    cells = _cells(block)
    return isinstance(block, Paragraph) and not block.gap and (len(cells) > 1 or any(start > _INDENT for start, _ in cells))


def _is_head(texts: Sequence[str]) -> bool:
    """Tell whether texts are the heads of columns: most of them are known, and two have a role."""
    heads = sum(map(is_head, texts))
    return 2 * heads > len(texts) and sum(bool(known_roles(text)) for text in texts) >= _ROLES


def _under(cells: _Places, starts: Sequence[int]) -> list[str]:
    """Return the texts by column, none where a cell stands below no head of its own, or alone and not below the first."""
    row = [""] * len(starts)
    for start, text in cells:
        column = bisect_right(starts, start + _NEAR) - 1
        if column < 0 or abs(start - starts[column]) > _NEAR or row[column]:
            return []
        row[column] = text
    return row if len(cells) > 1 or (cells and row[0]) else []


def _cells(block: Block) -> _Places:
    """Return the cells of a line, each with the column of half-width characters that it begins in."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return []
    cells: _Places = []
    start = column = 0
    for found in _CELL.finditer(text := block.text.expandtabs()):
        column += _width(text[start : found.start()])
        cells.append((column, found[0]))
        column, start = column + _width(found[0]), found.end()
    return cells


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _row(block: Block, texts: Sequence[str]) -> Row:
    return Row(block.line, tuple(Cell((text,)) if text else Cell() for text in texts))
