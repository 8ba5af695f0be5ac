"""Tables whose cells only blanks or commas part, as copied from a PDF or a sheet: numbered rows of as many cells as the head."""

from __future__ import annotations

import csv
import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.importers.tables.columns import is_head, is_number_head, is_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.outline import Block

_HEADS = 3
_LONGEST = 10_000  # characters of a row
_PARTED = re.compile(r"\s*[^\s,，]{1,4}\s*([,，])")


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
    comma = _comma(blocks[place])
    head = _cells(blocks[place], comma)
    if len(head) < _HEADS or not is_number_head(head[0]) or not all(map(is_head, head[1:-1])):
        return []
    rows = [_row(blocks[place], head)]
    for number, block in enumerate(islice(blocks, place + 1, None), start=1):
        cells = _cells(block, comma)
        if not _counts_on(cells, number, comma):
            return [] if comma and _is_numbered(cells) else _two(rows)
        if len(cells) != len(head):
            return []
        rows.append(_row(block, cells))
    return _two(rows)


def _counts_on(cells: Sequence[str], number: int, comma: str) -> bool:
    """Tell whether cells are the row of a number; between commas the sum of all rows, which bears none, is one too."""
    return cells[:1] == [str(number)] or bool(comma and cells and is_sum(cells[0]))


def _is_numbered(cells: Sequence[str]) -> bool:
    return len(cells) >= _HEADS and cells[0].isdecimal()


def _two(rows: list[Row]) -> list[Row]:
    return rows if len(rows) > 1 else []


def _comma(block: Block) -> str:
    """Return the comma behind the first cell of a line, "" where there is none."""
    found = _PARTED.match(block.text) if isinstance(block, Paragraph) else None
    return found[1] if found else ""


def _cells(block: Block, comma: str) -> list[str]:
    """Return the cells of a line, parted by a comma, where that is given, else by blanks."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return []
    parts = next(csv.reader([block.text], delimiter=comma)) if comma else block.text.split()
    return [part.strip() for part in parts]


def _row(block: Block, cells: Sequence[str]) -> Row:
    return Row(block.line, tuple(Cell((cell,) if cell else ()) for cell in cells))
