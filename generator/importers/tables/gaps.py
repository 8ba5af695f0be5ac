"""Cells that a source leaves out or empty because they are printed merged: which they are, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, TypeAlias

from generator.importers.ledger import bare
from generator.importers.outline import Cell, Row
from generator.importers.tables.columns import is_sum, looks
from generator.plan.tables import HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.importers.ledger import Ledger

Roles: TypeAlias = "Sequence[str]"

ABOVE, BEFORE = Cell(merged="above"), Cell(merged="before")

# How ill a cell of some looks stands in a column, and how ill it is that a column's cell is missing. Only their order of size
# matters: a number stands nowhere else, a name is what is merged first, units after it, a goal hardly ever.
_STANDS = {
    "number": {"units": 9.0, "sentence": 9.0, "words": 9.0},
    "name": {"units": 2.0, "sentence": 3.0, "number": 1.0},
    "goal": {"units": 3.0, "words": 0.5},
    "units": {"number": 4.0, "sentence": 4.0, "words": 2.5},
    "note": {"units": 2.0, "sentence": 1.0, "words": 1.0, "number": 1.0},
}
_STANDS |= {"lead": _STANDS["units"], "support": _STANDS["units"]}
_LACKS = {"number": 9.0, "name": 1.0, "units": 1.5, "support": 1.0, "lead": 1.5, "goal": 3.0, "note": 0.0}
_SHARED = {"name", "goal", "units", "lead", "support", "leader"}
_ELSEWHERE, _LACKING, _NOTHING_ABOVE, _ALONE = 0.5, 1.0, 9.0, 1.0
_SURE = 2.0
_FEW = 2
_SHORT = 40
_MANY = 2000


def placed(rows: Sequence[Row], roles: Roles, ledger: Ledger) -> tuple[Row, ...]:
    """Return the rows of a table whose source leaves merged cells out, with a cell for every column.

    What is left out is merged with the cell above, only a note is empty. Of the ways to lay a row's cells under the columns
    the one is taken where they look best; it is told as a guess when another is nearly as good.
    """
    done: list[Row] = []
    for row in rows:
        below = bool(done) and not is_across(done[-1])
        laid = _across(row, roles, ledger) or _laid(row, roles, ledger, below=below)
        done.append(_joined(laid, roles, ledger) if below else laid)
    return tuple(done)


def is_across(row: Row) -> bool:
    """Tell whether the first cell of a row goes across the table."""
    return len(row.cells) > 1 and not row.cells[0].merged and all(cell.merged == "before" for cell in row.cells[1:])


def merged(rows: Sequence[Row], roles: Roles, ledger: Ledger) -> tuple[Row, ...]:
    """Return the rows of a table whose source cannot say what is merged, with cells that are empty for being merged as such.

    An empty name under a named row is: every line has a name. Empty units and goals are only with it: a line of its own may
    have none, but lines of one name share what is not said again.
    """
    done: list[Row] = []
    for row in rows:
        above = done[-1] if done and not is_across(done[-1]) else None
        done.append(_across(row, roles, ledger) or (_joined(row, roles, ledger) if above else row))
    return tuple(done)


def _across(row: Row, roles: Roles, ledger: Ledger) -> Row | None:
    """Return a row across, where one text stands alone in a row and it is no number, nor a sentence under other columns."""
    texts = [cell for cell in row.cells if bare(cell.line)]
    if len(texts) != 1 or row.cells[0] is not texts[0] or len(roles) < _FEW or looks(texts[0].line) == "number":
        return None
    if roles[0] != "number" and (looks(texts[0].line) == "sentence" or len(texts[0].line) > _SHORT):
        return None
    ledger.guess(row.line, "只有一格有字的一行横贯全表", 0.8)
    return replace(row, cells=(texts[0], *(BEFORE for _ in roles[1:])))


def _joined(row: Row, roles: Roles, ledger: Ledger) -> Row:
    if len(row.cells) != len(roles):
        return row
    empty = {role for role, cell in zip(roles, row.cells, strict=True) if not cell.merged and not bare(cell.line)}
    if is_sum(row.cells[0].line) or "name" not in empty or not empty.isdisjoint({"number"}) or empty >= {*roles} - {"number"}:
        return row
    gone = empty & _SHARED
    _tell(ledger, row, gone, 0.85 if gone == {"name"} else 0.65)
    cells = (ABOVE if role in gone else cell for role, cell in zip(roles, row.cells, strict=True))
    return replace(row, cells=tuple(cells))


def _laid(row: Row, roles: Roles, ledger: Ledger, *, below: bool) -> Row:
    """Return a row with its cells under the columns where they look best."""
    cells = _cells(row)
    ways = sorted(_ways(cells, roles, below=below))
    if not ways:
        return row
    (ill, way), *others = ways
    here = dict(zip(way, cells, strict=True))
    lacking = [
        Cell() if not below or (cells and is_sum(cells[0].line)) or _may_be_empty(row, roles, way, index) else ABOVE
        for index in range(len(roles))
    ]
    whole = tuple(here.get(index, cell) for index, cell in enumerate(lacking))
    gone = {role for role, cell in zip(roles, whole, strict=True) if cell is ABOVE}
    if others and others[0][0] - ill < _SURE:
        _tell(ledger, row, gone, 0.5 + (others[0][0] - ill) / (2 * _SURE))
    return replace(row, cells=whole)


def _cells(row: Row) -> list[Cell]:
    """Return a row's cells without the empty ones it ends in: sources fill rows up with them."""
    filled = [index for index, cell in enumerate(row.cells, 1) if bare(cell.line)]
    return [*row.cells[: max(filled, default=0)]]


def _may_be_empty(row: Row, roles: Roles, way: tuple[int, ...], index: int) -> bool:
    """Tell whether a missing cell is empty: a note, or one that the source does not leave out of a row with all its others."""
    complete = len(row.cells) == len(roles) and way == tuple(range(len(way)))
    return roles[index] in {"note", "number"} or complete


def _ways(cells: list[Cell], roles: Roles, *, below: bool) -> Iterator[tuple[float, tuple[int, ...]]]:
    """Yield every way to lay cells under columns in order, with how ill it looks."""
    if comb(len(roles), len(cells)) > _MANY:
        return
    kinds = ["number" if is_sum(cell.line) else looks(cell.line) for cell in cells]
    for way in combinations(range(len(roles)), len(cells)):
        stands = sum(_stands(roles[index], kind) for index, kind in zip(way, kinds, strict=True))
        missing = {role for index, role in enumerate(roles) if index not in way}
        alone = _ALONE if "units" in missing and "name" not in missing else 0.0
        yield stands + alone + sum(_lacks(role, below=below) for role in missing), way


def _stands(role: str, kind: str) -> float:
    return _STANDS.get(role, {}).get(kind, 0.0 if role in _STANDS else _ELSEWHERE)


def _lacks(role: str, *, below: bool) -> float:
    return _LACKS.get(role, _LACKING) + (_NOTHING_ABOVE if role == "name" and not below else 0.0)


def _tell(ledger: Ledger, row: Row, gone: set[str], confidence: float) -> None:
    names = "、".join(HEADS.get(role, role) for role in sorted(gone, key=[*HEADS, *gone].index))
    ledger.guess(row.line, f"没有写的格（{names}）与上一行合并" if names else "没有写的格是空的", confidence)
