"""The columns of a table and the cells of its items: what each column is called, what each line shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.plan.model import walk

if TYPE_CHECKING:
    from generator.plan.model import Annex, Item, Paragraphs, Plan, Table

HEADS = {
    "number": "序号",
    "name": "名称",
    "goal": "目标",
    "units": "责任单位",
    "lead": "牵头单位",
    "support": "配合单位",
    "deadline": "完成时限",
    "leader": "责任领导",
    "note": "备注",
}
"""The usual head of every column whose id has a role."""

USUAL = ("number", "name", "goal", "units", "note")
"""The columns of a table that names none."""

SAME, LEFT = "same", "left"
"""A cell of a grid that merges with the one above, or with the one before it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id, which may carry a role, and its head as printed."""

    id: str
    head: str


def columns_of(table: Table, annex: Annex | None = None) -> tuple[Column, ...]:
    """Return a table's columns in order; what the table itself says of a head wins over its annex, and that over the usual."""
    heads = {**HEADS, **dict(annex.labels if annex else ()), **dict(table.columns), **dict(table.labels)}
    return tuple(Column(id_, heads[id_]) for id_ in dict(table.columns) or USUAL)


class Cells:
    """Reads the cells of a plan's items; a name that is not written is the title of the item's task."""

    def __init__(self, plan: Plan) -> None:
        """Remember the titles of the plan's nodes."""
        self._titles = {node.id: node.title.rstrip("。") for node in walk(plan.children)}

    def knows(self, task: str) -> bool:
        """Tell whether there is a node of this id for an item to take its name from."""
        return task in self._titles

    def of(self, item: Item, column: str) -> Paragraphs:
        """Return the paragraphs of an item's cell, empty where it has none."""
        written = dict(item.cells).get(column, ())
        if column == "name" and not written and item.task:
            title = self._titles.get(item.task, "")
            return (title,) if title else ()
        return written
