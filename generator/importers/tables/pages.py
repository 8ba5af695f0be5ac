"""Tables that page breaks cut up are put together again: head rows printed once more, rows printed on two pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.ledger import bare
from generator.importers.outline import Cell, Row, Table
from generator.importers.tables.captions import captioned
from generator.importers.tables.columns import same
from generator.importers.tables.heads import head_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Block, Paragraph

REPEATED, REPEATED_CAPTION = "换页重复的表头", "换页重复的表题、计量单位"
_CONTINUED = re.compile(r"\(?续表?\)?$")
_FEW = 2
_ENDS = tuple("。；;！？!?")


def joined(blocks: Sequence[Block], ledger: Ledger) -> tuple[Block, ...]:
    """Return the blocks with the pieces of every table as one, each head, title and measure once.

    A table is a further piece of the one right before it where it repeats the head and does not count from one again, or has
    no head, as many columns, and goes on counting.
    """
    return tuple(_tidied(group, ledger) if isinstance(group, list) else group for group in _groups(captioned(blocks)))


def _groups(blocks: Sequence[Block]) -> Iterator[Block | list[Table]]:
    """Yield paragraphs, and tables as lists of their pieces."""
    pieces: list[Table] = []
    for block in blocks:
        if pieces and not (isinstance(block, Table) and _goes_on(pieces, block)):
            yield pieces
            pieces = []
        if isinstance(block, Table):
            pieces.append(block)
        else:
            yield block
    if pieces:
        yield pieces


def _goes_on(pieces: list[Table], below: Table) -> bool:
    if below.ids or not _says_alike(pieces[0], below):
        return False
    rest = _below_head(below, _heads(pieces[0]))
    last = next((number for piece in reversed(pieces) for row in reversed(piece.rows) if (number := _number(row))), 0)
    first = next((number for row in rest if (number := _number(row))), 0)
    if len(rest) < len(below.rows):
        return not last or first != 1
    return not head_rows(below) and _width(pieces[0]) == _width(below) and 0 < last == first - 1


def _says_alike(first: Table, below: Table) -> bool:
    """Tell whether a table bears no other title and measure than the one it may be a piece of."""
    said = {_caption(line) for line in (below.title, below.measure) if line}
    return said <= {_caption(line) for line in (first.title, first.measure) if line}


def _caption(line: Paragraph) -> str:
    return _CONTINUED.sub("", signs.plain(line.text))


def _below_head(table: Table, heads: set[tuple[str, ...]]) -> tuple[Row, ...]:
    start = next((index for index, row in enumerate(table.rows) if _key(row) not in heads), len(table.rows))
    return table.rows[start:]


def _heads(table: Table) -> set[tuple[str, ...]]:
    """Return the texts of the head rows, those of a single cell left out: they say too little to be known again."""
    keys = (_key(row) for row in table.rows[: head_rows(table)])
    return {key for key in keys if sum(map(bool, key)) >= _FEW}


def _key(row: Row) -> tuple[str, ...]:
    return tuple(same(cell.line) for cell in row.cells)


def _width(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)


def _number(row: Row) -> int:
    text = same(row.cells[0].line) if row.cells else ""
    return int(text) if text.isascii() and text.isdecimal() else 0


def _tidied(pieces: list[Table], ledger: Ledger) -> Table:
    first = pieces[0]
    book = _Book(ledger, _heads(first), list(first.rows[: head_rows(first)]))
    for row in first.rows[len(book.rows) :]:
        book.add(row)
    for piece in pieces[1:]:
        book.broken = True
        book.drop_captions(piece)
        for row in piece.rows:
            book.add(row)
    return replace(first, rows=tuple(book.rows), ragged=any(piece.ragged for piece in pieces))


@dataclass(slots=True)
class _Book:
    """The rows of a table so far; `broken` when a page ended after the last of them."""

    ledger: Ledger
    heads: set[tuple[str, ...]]
    rows: list[Row]
    broken: bool = False
    loose: bool = False
    """Whether there are rows without a number in the middle of a page: then one at its top is nothing out of the way."""

    def add(self, row: Row) -> None:
        """Add a row: not if it is the head again, onto the last one if that was split."""
        if _key(row) in self.heads:
            self._drop(row)
            self.broken = True
            return
        if self.broken and not self.loose and _is_rest(self.rows[-1], row):
            self._glue(row)
        else:
            self.loose |= not self.broken and _unnumbered(row)
            self.rows.append(row)
        self.broken = False

    def drop_captions(self, piece: Table) -> None:
        """Set aside the title and the measure that a further piece repeats."""
        for line in (piece.title, piece.measure):
            if line:
                self.ledger.set_aside(line.line, line.text, REPEATED_CAPTION)
                self.ledger.mend(line.line, f"{REPEATED_CAPTION}已去掉", old=line.text)

    def _drop(self, head: Row) -> None:
        for cell in head.cells:
            for line, text in pieces_of(head, cell):
                self.ledger.set_aside(line, text, REPEATED)
        self.ledger.mend(head.line, f"{REPEATED}已去掉", old=" | ".join(cell.line for cell in head.cells))
        self._remember(head)

    def _glue(self, row: Row) -> None:
        last = self.rows[-1]
        cells = tuple(self._glued(last, row, above, below) for above, below in zip(last.cells, row.cells, strict=True))
        self.rows[-1] = replace(last, cells=cells)
        self._remember(row)
        whole = any(above.line.endswith(_ENDS) for above, below in zip(last.cells, row.cells, strict=True) if bare(below.line))
        self.ledger.guess(row.line, "没有序号的一行是上一页末行的续文", 0.6 if whole else 0.9)

    def _glued(self, last: Row, row: Row, above: Cell, below: Cell) -> Cell:
        if not bare(below.line):
            return above
        text = (*above.text[:-1], "".join(above.text[-1:]) + below.text[0], *below.text[1:])
        cell = Cell(text, pieces=(*pieces_of(last, above), *pieces_of(row, below)))
        self.ledger.mend(row.line, "换页拆开的一行已接上", old=f"{above.line} | {below.line}", new=cell.line)
        return cell

    def _remember(self, row: Row) -> None:
        """Keep what was remarked in a row that is no more."""
        last = self.rows[-1]
        self.rows[-1] = replace(last, ids=last.ids + row.ids, remarks=last.remarks + row.remarks)


def pieces_of(row: Row, cell: Cell) -> tuple[tuple[int, str], ...]:
    """Return the texts of a row's cell, each with the line it stands on."""
    return cell.pieces or tuple((row.line, text) for text in cell.text)


def _is_rest(last: Row, row: Row) -> bool:
    """Tell whether a row at the top of a page only goes on with the last of the page before: it has no number, nor cells of its own."""
    if not _unnumbered(row) or row.ids or last.head or len(row.cells) != len(last.cells) or not _number(last):
        return False
    filled = [above for above, below in zip(last.cells, row.cells, strict=True) if bare(below.line)]
    return not any(cell.merged for cell in (*filled, *row.cells))


def _unnumbered(row: Row) -> bool:
    """Tell whether a row says something, but nothing in its first cell."""
    return not any(cell.merged or bare(cell.line) for cell in row.cells[:1]) and any(bare(cell.line) for cell in row.cells)
