"""Tables copied from the web with one cell a line: a bar ends every cell, more bars stand for cells left out by merging."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TYPE_CHECKING, TypeAlias

from generator.importers.outline import Cell, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.importers.outline import Block

_ENDED = re.compile(r"([^|]*)(\|+)")
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]+\s*、|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十百]+[章节部条]|附\s*[件表]|表\s*\d)")
_CONTINUED = 8  # lines of one cell at most
_COLUMNS = 20
_LOOKED_AT = 400  # cells from which the number of columns is told
_SPLITS = 200  # tables parted by text between them, in one stretch
_LONG = 12


@dataclass(frozen=True, slots=True)
class _Cell:
    """A written cell: its lines, how many bars end it, and what of each line belongs to it."""

    lines: tuple[Paragraph, ...]
    bars: int
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.texts)


@dataclass(slots=True)
class _Stretch:
    """Cells that follow each other, and lines without a bar that wait for the cell they belong to."""

    cells: list[_Cell] = field(default_factory=list)
    waiting: list[Paragraph] = field(default_factory=list)

    def add(self, line: Paragraph) -> None:
        """Add the cells that a line ends; what stands behind its last bar waits for the next."""
        for found in _ENDED.finditer(line.text):
            lines = (*self.waiting, line)
            texts = (*(waiting.text.strip() for waiting in self.waiting), found[1].strip())
            self.cells.append(_Cell(lines, len(found[2]), texts))
            self.waiting.clear()

    def repeats_its_head(self, line: str, following: str) -> bool:
        """Tell whether two lines are the first two cells of the stretch again."""
        return len(self.cells) > 2 and [cell.text for cell in self.cells[:2]] == [_bare(line), _bare(following)]


_Rows: TypeAlias = "list[list[_Cell]]"


def _bare(text: str) -> str:
    return text.strip().rstrip("|").strip()


def _ends_a_cell(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.endswith("|") and block.text.count("|") <= _COLUMNS


def found(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, those paragraphs that are cells of such tables replaced by the tables."""
    waiting = list(blocks)
    place = 0
    while place < len(waiting):
        if not _ends_a_cell(waiting[place]):
            yield waiting[place]
            place += 1
            continue
        stretch, place = _stretch(waiting, place)
        yield from _tables(stretch)


def _stretch(blocks: Sequence[Block], start: int) -> tuple[_Stretch, int]:
    """Return the cells from a place on, and the place behind them."""
    stretch, place = _Stretch(), start
    while place < len(blocks):
        cell = _next_cell(blocks, place)
        if cell is None or (place > start and _begins_another(stretch, blocks, cell)):
            break
        for line in blocks[place:cell]:
            stretch.waiting.append(line)  # type: ignore[arg-type] # _next_cell passes over paragraphs only
        stretch.add(blocks[cell])  # type: ignore[arg-type]
        place = cell + 1
    return stretch, place


def _next_cell(blocks: Sequence[Block], start: int) -> int | None:
    """Return the place of the next line that ends a cell, when only lines of the same cell stand before it."""
    for place in range(start, min(start + _CONTINUED, len(blocks))):
        block = blocks[place]
        if _ends_a_cell(block):
            return place
        if not isinstance(block, Paragraph) or block.gap or block.page_break or _HEADING.match(block.text):
            return None
    return None


def _begins_another(stretch: _Stretch, blocks: Sequence[Block], cell: int) -> bool:
    texts = [block.text for block in blocks[cell : cell + 2] if isinstance(block, Paragraph)]
    return len(texts) == 2 and stretch.repeats_its_head(*texts)


def _tables(stretch: _Stretch) -> Iterator[Block]:
    """Yield the tables of a stretch of cells, and the text that stands between them."""
    cells = stretch.cells
    for _ in range(_SPLITS):
        columns = _columns(cells)
        rows = _rows(cells, columns) if columns else []
        numbered = columns > 0 and _numbered(rows) * 2 > len(rows)
        end = next((place for place, row in enumerate(rows) if place and numbered and len(row[0].lines) > 1), len(rows))
        yield from _table(rows[:end]) if columns else _lines(cells)
        if end == len(rows):
            return
        before = rows[end][0]
        yield from before.lines[:-1]
        cells = cells[sum(map(len, rows[:end])) :]
        cells[0] = _Cell(before.lines[-1:], before.bars, before.texts[-1:])
    yield from _lines(cells)


def _lines(cells: Iterable[_Cell]) -> Iterator[Block]:
    yield from dict.fromkeys(line for cell in cells for line in cell.lines)


def _table(rows: _Rows) -> Iterator[Block]:
    yield Table(tuple(_row(row) for row in rows), ragged=True)


def _row(cells: list[_Cell]) -> Row:
    """Return a row of its written cells: empty ones at its end are bars that were filled in."""
    written = max((place for place, cell in enumerate(cells, 1) if cell.text), default=1)
    return Row(cells[0].lines[0].line, tuple(Cell(tuple(filter(None, cell.texts))) for cell in cells[:written]))



def _rows(cells: Iterable[_Cell], columns: int) -> _Rows:
    """Return the cells in rows of as many bars as there are columns."""
    rows: _Rows = [[]]
    bars = 0
    for cell in cells:
        if bars >= columns:
            rows.append([])
            bars = 0
        rows[-1].append(cell)
        bars += cell.bars
    return rows


def _columns(cells: Sequence[_Cell]) -> int:
    """Return the number of columns that lets most rows begin evenly, the lower of equals; 0 when the cells are no table."""
    looked_at = list(islice(cells, _LOOKED_AT))
    bars = sum(cell.bars for cell in looked_at)
    likely = {count: _evenness(looked_at, count) for count in range(2, min(_COLUMNS, bars // 2 + 1) + 1)}
    return max(likely, key=lambda count: likely[count], default=0) if len(looked_at) > 3 else 0


def _evenness(cells: list[_Cell], columns: int) -> float:
    """Return how well the cells stand in so many columns: rows end where bars say, count on, and columns hold the like."""
    rows = _rows(cells, columns)
    head = sum(bool(cell.text) and cell.bars == 1 for cell in rows[0]) / columns
    even = sum(sum(cell.bars for cell in row) == columns and _ends_evenly(row) for row in rows[:-1]) / max(1, len(rows) - 1)
    return 2 * head + 2 * even + _numbered(rows) / max(1, len(rows) - 1) + _likeness(rows[1:])


def _ends_evenly(row: list[_Cell]) -> bool:
    """Tell whether bars are filled in at the row's end only, and a cell stands at its beginning."""
    return bool(row[0].text) and all(cell.bars == 1 for cell in row[:-1])


def _numbered(rows: _Rows) -> int:
    """Return how many rows count on from the row before."""
    firsts = [row[0].texts[-1] for row in rows]
    numbers = [int(text) if text.isdecimal() and len(text) < 5 else 0 for text in firsts]
    return sum(before + 1 == number for before, number in pairwise(numbers))


def _likeness(rows: _Rows) -> float:
    """Return how far the cells of a column are of one kind: numbers, short, long, or empty."""
    whole = [[_kind(cell.text) for cell in row] for row in rows]
    columns = [Counter(kinds) for kinds in _turned(whole)]
    cells = sum(column.total() - 1 for column in columns)
    return sum(max(column.values()) - 1 for column in columns) / cells if cells else 0.0


def _turned(rows: list[list[str]]) -> Iterator[list[str]]:
    """Yield the columns of the rows that are whole."""
    width = max(map(len, rows), default=0)
    whole = [row for row in rows if len(row) == width]
    for place in range(width):
        yield [row[place] for row in whole]


def _kind(text: str) -> str:
    if text.isdecimal():
        return "number"
    return ("long" if len(text) > _LONG else "short") if text else "empty"
