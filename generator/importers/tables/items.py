"""The rows of a table as items of the plan: their ids, numbers, tasks, cells and what is printed merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.ledger import bare
from generator.importers.tables.columns import is_sum
from generator.importers.tables.gaps import is_across
from generator.importers.tables.numbers import follows, is_chinese
from generator.importers.tables.pages import pieces_of
from generator.source.fields import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.importers.ids import Ids
    from generator.importers.ledger import Ledger
    from generator.importers.outline import Cell, Row
    from generator.plan.tables import Column
    from generator.source.tree import Value

_FIRST = ("task", "number", "name")


class Items:
    """Makes the items of one table, row after row."""

    def __init__(self, ledger: Ledger, columns: Sequence[Column], taken: Ids, names: Mapping[str, str]) -> None:
        """Begin a table; `names` are the ids of tasks by their titles."""
        self._ledger = ledger
        self._columns = columns
        self._taken = taken
        self._tasks = {_plain(title): task for title, task in names.items()}
        self._last = 0
        self._written: dict[bool, str] = {}
        self._above: dict[str, Value] = {}

    def of(self, rows: Sequence[Row]) -> Iterator[Value]:
        """Yield an item for every row, none of them empty or shorter than the columns."""
        kept = [self._taken.keep(row.ids[0]) if row.ids else "" for row in rows]  # before others take theirs
        for row, own in zip(rows, kept, strict=True):
            id_ = own or self._taken.make(self._called(row), "item")
            yield self._heading(row, id_) if is_across(row) else self._item(row, id_)

    def _called(self, row: Row) -> str:
        """Return what an item is called after: its own name, else its goal, else the first of its texts."""
        if is_across(row):
            return row.cells[0].line
        texts = {column.id: cell.line for column, cell in zip(self._columns, row.cells, strict=True) if not cell.merged}
        number = texts.pop("number", "")
        return next(filter(bare, (texts.get("name", ""), texts.get("goal", ""), *texts.values())), number)

    def _heading(self, row: Row, id_: str) -> Value:
        return {"id": id_, "heading": "".join(self._placed(row, row.cells[0]))}

    def _item(self, row: Row, id_: str) -> Value:
        said: dict[str, Value] = {}
        join: list[Value] = []
        for column, cell in zip(self._columns, row.cells, strict=True):
            if cell.merged:
                join.append(column.id)
                said |= self._said_above(column.id)
            else:
                said |= self._said(row, column.id, cell)
        self._above = dict(said)
        first = {key: said.pop(key) for key in _FIRST if key in said}
        return {"id": id_, **first, **({"join": join} if join else {}), **said}

    def _said_above(self, column: str) -> dict[str, Value]:
        keys = ("task", "name") if column == "name" else (column,)
        return {key: self._above[key] for key in keys if key in self._above}

    def _said(self, row: Row, column: str, cell: Cell) -> dict[str, Value]:
        if column == "number":
            return self._number(row, cell)
        if column == "name" and len(cell.text) == 1 and (task := self._tasks.get(_plain(cell.line))):
            self._derive(row, cell)
            return {"task": task}
        texts = self._placed(row, cell)
        return {column: texts[0] if len(texts) == 1 else [*texts]} if texts else {}

    def _number(self, row: Row, cell: Cell) -> dict[str, Value]:
        """Return nothing where a number is the next one, else the number as one set by hand, from which counting goes on.

        合计 in the place of a number is one set by hand that nobody takes for a wrong one, and so is 1.1 behind 1 or （1）.
        """
        text = bare(cell.line)
        before = self._written.get(is_chinese(text), "")
        self._last += 1
        self._written[is_chinese(text)] = text
        if text == str(self._last):
            self._derive(row, cell)
            return {}
        if not is_sum(text) and not is_sum(row.cells[0].line) and not follows(text, before):
            self._ledger.guess(row.line, f"序号“{text}”不是顺着数的{self._last}，照原样写出", 0.8)
        self._last = whole(text) or self._last
        self._placed(row, cell)
        return {"number": text}

    def _placed(self, row: Row, cell: Cell) -> list[str]:
        """Return the paragraphs of a cell, which stand in the plan; a line broken by hand ends one."""
        for line, text in pieces_of(row, cell):
            self._ledger.place(line, text)
        lines = (line.strip() for text in cell.text for line in text.split("\n"))
        return [line for line in lines if line]

    def _derive(self, row: Row, cell: Cell) -> None:
        for line, text in pieces_of(row, cell):
            self._ledger.derive(line, text)


def _plain(title: str) -> str:
    return bare(title).rstrip("。")
