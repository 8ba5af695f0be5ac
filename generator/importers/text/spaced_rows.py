"""Tables whose cells only blanks part, as copied from a PDF: a row a line, numbered from 1, each with as many cells as the head."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.importers.tables.columns import is_head, is_number_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.outline import Block

_HEADS = 3


def found(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks in which such tables are tables; one with a row of another length is left as it stands."""
    blocks = [*blocks]
    done: list[Block] = []
    place = 0
    while place < len(blocks):
        rows = _rows(blocks, place)
        done.append(Table(tuple(rows)) if rows else blocks[place])
        place += len(rows) or 1
    return done


def _rows(blocks: Sequence[Block], place: int) -> list[Row]:
    """Return the rows of the table that a block is the head of; none where it heads no table."""
    head = _words(blocks[place])
    if len(head) < _HEADS or not is_number_head(head[0]) or not all(map(is_head, head[1:-1])):
        return []
    rows = [_row(blocks[place], head)]
    for number, block in enumerate(islice(blocks, place + 1, None), start=1):
        words = _words(block)
        if words[:1] != [str(number)]:
            break
        if len(words) != len(head):
            return []
        rows.append(_row(block, words))
    return rows if len(rows) > 1 else []


def _words(block: Block) -> list[str]:
    return block.text.split() if isinstance(block, Paragraph) else []


def _row(block: Block, words: Sequence[str]) -> Row:
    return Row(block.line, tuple(Cell((word,)) for word in words))
