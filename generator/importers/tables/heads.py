"""Which rows of a table are its head."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from generator.importers.ledger import bare
from generator.importers.outline import Cell
from generator.importers.tables.columns import is_listed, is_number_head, known_roles, looks, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Row, Table

_FEW = 2
_FIGURE = re.compile(r"[-+]?\d[\d.,]*[%‰]?")
_SHORT = 16  # characters of a head
_MOST = 4  # rows of a head over figures
_WIDTH = 3  # columns from which such a head is told
_LOOKED_AT = 50  # rows of figures


def head_rows(table: Table) -> int:
    """Return how many rows from the first are the head: those the source says, one that reads like heads, words over figures.

    A row whose cells are merged with the head above them belongs to it.
    """
    said = sum(1 for _ in takewhile(lambda row: row.head, table.rows))
    if not said and not _reads_like_heads(table.rows[0]):
        return 0 if table.ragged else _over_figures(table.rows)
    rest = table.rows[said or 1 :]
    return (said or 1) + sum(1 for _ in takewhile(_hangs_on, rest))


def spread(table: Table) -> Table:
    """Return a table whose source cannot say what is merged with the cells of a head of two rows as such; others as they stand.

    The first row has empty cells behind those that span columns, the second has texts under these and nothing elsewhere.
    """
    first, *below = table.rows
    if not below or table.ragged or any(cell.merged for row in table.rows for cell in row.cells) or not _reads_like_heads(first):
        return table
    second, *rest = below
    places = [place for place, cell in enumerate(second.cells) if bare(cell.line)]
    if places != _spanned(first) or not _is_words(second):
        return table
    above = tuple(cell if bare(cell.line) else Cell(merged="before") for cell in first.cells)
    under = tuple(cell if bare(cell.line) else Cell(merged="above") for cell in second.cells)
    return replace(table, rows=(replace(first, cells=above), replace(second, cells=under), *rest))


def _spanned(row: Row) -> list[int]:
    """Return the places of the cells that are empty or stand before one that is, none where the row begins with an empty one."""
    full = [bool(bare(cell.line)) for cell in row.cells]
    return [place for place, here in enumerate(full) if not here or not all(full[place + 1 : place + 2])] if full[0] else []


def _hangs_on(row: Row) -> bool:
    return not row.ids and any(cell.merged == "above" for cell in row.cells)


def _reads_like_heads(row: Row) -> bool:
    if row.ids:
        return False
    texts = [cell.line for cell in row.cells if not cell.merged]
    known = sum(map(is_listed, texts))
    return (known >= _FEW and 2 * known >= len(row.cells) and any(map(known_roles, texts))) or is_number_head(texts[0] if texts else "")


def _over_figures(rows: Sequence[Row]) -> int:
    """Return how many rows of short words stand over columns of figures, each further one under cells that span columns."""
    words = [*takewhile(_is_words, islice(rows, _MOST))]
    if not words or any(not cell.merged and not bare(cell.line) for cell in words[0].cells[1:]):
        return 0
    hung = takewhile(lambda pair: _spans(pair[0]) or _hangs_on(pair[1]), pairwise(words))
    head = 1 + sum(1 for _ in hung)
    body = rows[head : head + _LOOKED_AT]
    return head if len(body) >= (_FEW if head == 1 else 1) and _are_figures(body) else 0


def _is_words(row: Row) -> bool:
    texts = [cell.line for cell in row.cells if bare(cell.line)]
    return not row.ids and len(row.cells) >= _WIDTH and bool(texts) and all(map(_is_word, texts))


def _is_word(text: str) -> bool:
    return len(bare(text)) <= _SHORT and not _FIGURE.fullmatch(same(text)) and looks(text) != "sentence"


def _spans(row: Row) -> bool:
    return any(cell.merged == "before" for cell in row.cells)


def _are_figures(body: Sequence[Row]) -> bool:
    """Tell whether at least half of the columns behind the first hold figures for the most part."""
    columns = [*zip(*(row.cells[1:] for row in body), strict=False)]
    return 0 < len(columns) <= 2 * sum(map(_holds_figures, columns))


def _holds_figures(column: Sequence[Cell]) -> bool:
    texts = [same(cell.line) for cell in column if bare(cell.line)]
    return bool(texts) and 3 * sum(bool(_FIGURE.fullmatch(text)) for text in texts) >= 2 * len(texts)
