"""Widths of a table's columns from what stands in them: short words on one line, the rest so that the table is low."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, permutations, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from generator.render.blocks import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.render.blocks import Row, TableView
    from generator.render.style import Style

_HAIR = 0.22  # mm, lest a word that just fits breaks
_NUMBER_FLOOR, _FLOOR = 2.0, 2.3  # ems of text; the first holds 序号 on one line
_SHORT = 8  # ems; a column whose cells are all as short keeps each on one line
_LONG_FLOOR = 4  # ems; narrower, a long text is a thread
_LONG_SHARE = 0.4  # of the table at least for the long columns, where short ones ask for much
_GRAIN = 8  # widths are eighths of a mm, which floats add up without error
_MOVES = (8, 4, 2, 1)  # ems tried at a time from one column to another
_ROUNDS = 40  # moves made at most with each of them, a bound on time only
_HALF_WIDTH = re.compile(r"[ -~]")
_SEAM = re.compile(r"(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])")
_AIR, _WIDER = 0.25, 0.06  # ems
_WORD = re.compile(r"[!-~]+年?")  # 2025年 and ISO9001 stay whole


class Type(NamedTuple):
    """What the text of a table measures in mm: a character, and what a cell keeps free at its sides together."""

    em: float
    free: float


def type_of(style: Style) -> Type:
    """Return what the text of a style's tables measures, a hair on the safe side."""
    table = style["table"]
    return Type(table["text"]["size"] * 25.4 / 72, 2 * table["cell"]["across"] + table["rule"]["thickness"] + _HAIR)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its cells' paragraphs in ems, the least width it may have, and the width it asks for (mm)."""

    cells: tuple[tuple[float, ...], ...]
    floor: float
    need: float
    long: bool

    @property
    def amount(self) -> float:
        return sum(map(sum, self.cells))

    def lines(self, room: float) -> list[int]:
        """Return how many lines each cell takes where one holds `room` ems."""
        return [sum([math.ceil(size / room) for size in cell]) for cell in self.cells]


def ems(text: str) -> float:
    """Return the width of a text in ems: a full-width character is one, a half-width one a half, a quarter lies between the two."""
    return len(text) - len(_HALF_WIDTH.findall(text)) / 2 + len(_SEAM.findall(text)) * _AIR


def _at_most(text: str) -> float:
    """Return the width of a text in ems in faces whose letters and digits are wider than half."""
    return ems(text) + len(_HALF_WIDTH.findall(text)) * _WIDER


def fits(text: Sequence[str], width: float, type_: Type) -> bool:
    """Tell whether every paragraph of a cell stands on one line in a width in mm."""
    return all(ems(paragraph) * type_.em + type_.free <= width for paragraph in text)


@lru_cache(maxsize=256)  # the documents of one plan ask for the same tables
def column_widths(table: TableView, total: float, type_: Type) -> tuple[float, ...]:
    """Return the width of each column in mm, together exactly `total`.

    序号 is wide enough for its two characters, any other column for a few more; where `total` cannot hold that, all are narrowed alike.
    """
    columns = [_column(cells, column_id, type_) for cells, column_id in _cells_by_column(table)]
    if not columns:
        return ()
    return _exact(_whole(columns, _levelled(columns, _shared(columns, total), type_), type_.em), total)


def _cells_by_column(table: TableView) -> list[tuple[tuple[Cell | None, ...], str]]:
    """Return the cells of each column, None where a cell is merged or missing, with the column's id."""
    rows = [_own_cells(row) for row in (*table.head, *table.rows) if not row.across]
    columns: list[tuple[Cell | None, ...]] = list(zip_longest(*rows)) or [() for _ in table.columns]
    ids = [*table.columns, *("" for _ in columns)]
    return list(zip(columns, ids, strict=False))


def _own_cells(row: Row) -> list[Cell | None]:
    """Return the cells that stand in one column: a merged one, or one that others are merged with, says nothing of it."""
    following = (*row.cells[1:], Cell())
    return [None if cell.merged or after.merged == "before" else cell for cell, after in zip(row.cells, following, strict=False)]


def _column(cells: Sequence[Cell | None], column_id: str, type_: Type) -> _Column:
    texts = [cell.text if cell else () for cell in cells]
    sizes = tuple(tuple(ems(paragraph) for paragraph in text) for text in texts)
    least = _NUMBER_FLOOR if column_id == "number" or ("序号",) in texts[:1] else _FLOOR
    floor = _grained(least, type_)
    paragraphs = [*chain.from_iterable(texts)]
    short = all(ems(paragraph) <= _SHORT for paragraph in paragraphs)
    words = paragraphs if short else [word for paragraph in paragraphs for word in _WORD.findall(paragraph)]
    widest = max(map(_at_most, words), default=0.0)
    need = _grained(widest if short else min(max(_LONG_FLOOR, widest), _SHORT), type_)
    return _Column(sizes, floor, max(floor, need), not short)


def _grained(ems_: float, type_: Type) -> float:
    """Return the width in mm, in eighths, of a column that holds so many ems."""
    return math.ceil((ems_ * type_.em + type_.free) * _GRAIN) / _GRAIN


def _shared(columns: list[_Column], total: float) -> list[float]:
    """Return first widths: what each column asks for, and what is left by the square root of the amount of text."""
    widths = _narrowed(columns, total)
    weights = [math.sqrt(column.amount) if column.long else 0.0 for column in columns]
    if not any(weights):
        weights = widths
    left, weight = total - sum(widths), sum(weights)
    return [width + left * part / weight for width, part in zip(widths, weights, strict=True)]


def _narrowed(columns: list[_Column], total: float) -> list[float]:
    """Return what the columns ask for, or less: short ones together leave a share of the table to the long ones."""
    floors = [column.floor for column in columns]
    long = sum(column.need for column in columns if column.long)
    short = sum(column.need for column in columns if not column.long)
    room = total - max(long, total * _LONG_SHARE) if long else total
    scale = min(1.0, room / short) if short else 1.0
    widths = [max(column.floor, column.need * (1.0 if column.long else scale)) for column in columns]
    if sum(widths) <= total:
        return widths
    return floors if sum(floors) <= total else [floor * total / sum(floors) for floor in floors]


def _levelled(columns: list[_Column], widths: list[float], type_: Type) -> list[float]:
    """Return the widths after moving ems between the long columns for as long as the table gets lower."""
    long = [place for place, column in enumerate(columns) if column.long]
    lines = [cache(column.lines) for column in columns]  # a move changes two columns only, and often to a width tried before
    height = _height(lines, widths, type_)
    for step in _MOVES:
        for _ in range(_ROUNDS):
            lowest, best = min(
                ((_height(lines, moved, type_), moved) for moved in _moves(columns, widths, long, step * type_.em)),
                default=(height, widths),
            )
            if lowest >= height:
                break
            height, widths = lowest, best
    return widths


def _moves(columns: list[_Column], widths: list[float], long: list[int], step: float) -> Iterator[list[float]]:
    """Yield the widths with `step` moved from one long column to another."""
    for giver, taker in permutations(long, 2):
        if widths[giver] - step >= columns[giver].need:
            moved = [*widths]
            moved[giver] -= step
            moved[taker] += step
            yield moved


def _height(lines: Sequence[Callable[[float], list[int]]], widths: list[float], type_: Type) -> int:
    """Return the number of lines of the whole table; `lines` counts those of each column's cells by its room in ems."""
    counted = [of(max(1.0, (width - type_.free) // type_.em)) for of, width in zip(lines, widths, strict=True)]
    return sum(map(max, zip(*counted, strict=True)))


def _whole(columns: list[_Column], widths: list[float], em: float) -> list[float]:
    """Return the widths with long columns that hold whole characters, as every engine fills them alike; each gets part of the rest."""
    over = {place: (widths[place] - column.need) % em for place, column in enumerate(columns) if column.long}
    whole, rest = divmod(sum(over.values()), em)
    widened = sorted(over, key=lambda place: over[place], reverse=True)[: int(whole)]
    return [
        width if place not in over else width - over[place] + em * (place in widened) + rest / len(over)
        for place, width in enumerate(widths)
    ]


def _exact(widths: list[float], total: float) -> tuple[float, ...]:
    """Return the widths in eighths of a mm, the widest taking what is left over."""
    grained = [math.floor(width * _GRAIN + 1e-6) / _GRAIN for width in widths]
    widest = grained.index(max(grained))
    grained[widest] = total - (sum(grained) - grained[widest])
    return tuple(grained)
