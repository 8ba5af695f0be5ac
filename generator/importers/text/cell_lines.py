"""Tables copied from the web with one cell a line: a bar ends every cell, more bars stand for cells left out by merging."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING, TypeAlias

from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.importers.tables.columns import is_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.importers.outline import Block

_ENDED = re.compile(r"[^|]*\|{1,20}")
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]+\s*、|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十百]+[章节部条]|附\s*[件表]|表\s*\d)"
)
_CONTINUED = 8  # lines of one cell at most
_COLUMNS = 20
_PAIR = 2  # first cells by which a head is known again
_DIGITS = 4
_TABLE = 4  # cells at least
_HEADS = 3  # that begin a table at least
_LOOKED_AT = 400  # cells from which the number of columns is told
_SPLITS = 50  # tables parted by text between them, in one stretch
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


_Rows: TypeAlias = "list[list[_Cell]]"


def found(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, those paragraphs that are cells of such tables replaced by the tables."""
    waiting = list(blocks)
    place = 0
    while place < len(waiting):
        if not _ends_a_cell(waiting[place]):
            yield waiting[place]
            place += 1
            continue
        cells, place = _stretch(waiting, place)
        yield from _tables(cells)


def _ends_a_cell(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.endswith("|") and _ENDED.fullmatch(block.text) is not None


def _stretch(blocks: Sequence[Block], start: int) -> tuple[list[_Cell], int]:
    """Return the cells from a place on, and the place behind them: where text follows, or a head that comes again."""
    cells: list[_Cell] = []
    place = start
    while lines := _next_lines(blocks, place):
        following = _next_lines(blocks, place + len(lines))
        if len(cells) > _PAIR and following and [_bare(lines), _bare(following)] == [cell.text for cell in cells[:_PAIR]]:
            break
        cells.append(_cell(lines))
        place += len(lines)
    return cells, place


def _next_lines(blocks: Sequence[Block], start: int) -> list[Paragraph]:
    """Return the lines of the next cell, up to the bar that ends it; none when other text comes before one."""
    lines: list[Paragraph] = []
    for block in blocks[start : start + _CONTINUED]:
        if not isinstance(block, Paragraph):
            return []
        lines.append(block)
        if _ends_a_cell(block):
            return lines
        if block.gap or block.page_break or _HEADING.match(block.text):
            return []
    return []


def _bare(lines: Sequence[Paragraph]) -> str:
    return lines[-1].text.rstrip("|").strip()


def _cell(lines: list[Paragraph]) -> _Cell:
    text = lines[-1].text
    before = (line.text.strip() for line in lines[:-1])
    return _Cell(tuple(lines), text.count("|"), (*before, text.rstrip("|").strip()))


def _tables(cells: list[_Cell]) -> Iterator[Block]:
    """Yield the tables of a stretch of cells, and the text that stands between them."""
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
    return max(likely, key=lambda count: likely[count], default=0) if len(looked_at) >= _TABLE else 0


def _evenness(cells: list[_Cell], columns: int) -> float:
    """Return how well the cells stand in so many columns: rows end where bars say, count on, and columns hold the like."""
    rows = _rows(cells, columns)
    head = sum(bool(cell.text) and cell.bars == 1 for cell in rows[0]) / columns
    even = sum(sum(cell.bars for cell in row) == columns and _ends_evenly(row) for row in rows[:-1]) / max(1, len(rows) - 1)
    return (columns in _heads(cells)) + 2 * head + 2 * even + _numbered(rows) / max(1, len(rows) - 1) + _likeness(rows[1:])


def _heads(cells: list[_Cell]) -> set[float]:
    """Return how many columns there are by the heads that the cells begin with; where some span columns, they stand in two rows."""
    heads = [*takewhile(lambda cell: is_head(cell.text), cells)]
    bars = sum(cell.bars for cell in heads)
    return {bars, bars / 2 if len(heads) < bars else bars} if len(heads) >= _HEADS else set()


def _ends_evenly(row: list[_Cell]) -> bool:
    """Tell whether bars are filled in at the row's end only, and a cell stands at its beginning."""
    return bool(row[0].text) and all(cell.bars == 1 for cell in row[:-1])


def _numbered(rows: _Rows) -> int:
    """Return how many rows count on from the row before."""
    firsts = [row[0].texts[-1] for row in rows]
    numbers = [int(text) if text.isdecimal() and len(text) <= _DIGITS else 0 for text in firsts]
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
