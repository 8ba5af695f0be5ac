"""A plan's outline: its parts with their printed numbers and its counts, as data and as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.plan.model import tables_of, tasks_of
from generator.plan.numbering import spaced
from generator.plan.numbers import Numbers, number
from generator.plan.tables import Cells
from generator.problems import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Annex, Body, Item, Node, Plan, Role, Table

_STATUS = {"sample": "示范文本", "draft": "草稿", "final": "定稿"}


def counts(plan: Plan) -> dict[str, int]:
    """Return how many sections (top level), tasks (role task only), tables and numbered items a plan has."""
    tables = list(tables_of(plan))
    return {
        "sections": sum(node.role == "section" for node in plan.children),
        "tasks": len(list(tasks_of(plan))),
        "tables": len(tables),
        "items": sum(not item.heading for table in tables for item in table.items),
    }


def as_data(plan: Plan) -> dict[str, Any]:
    """Return the outline as the json of the command's contract."""
    numbers, cells = number(plan), Cells(plan)
    return {
        "title": plan.full_title,
        "counts": counts(plan),
        **_rows(plan.children, numbers, cells),
        **_own_tables(plan, numbers, cells),
        "annexes": [_annex(annex, numbers, cells) for annex in plan.annexes],
    }


def _rows(nodes: tuple[Node, ...], numbers: Numbers, cells: Cells) -> dict[str, Any]:
    roles: tuple[tuple[str, Role], ...] = (("sections", "section"), ("tasks", "task"), ("points", "point"))
    return {key: [_node(node, numbers, cells) for node in nodes if node.role == role] for key, role in roles}


def _node(node: Node, numbers: Numbers, cells: Cells) -> dict[str, Any]:
    record: dict[str, Any] = {"id": node.id, "number": numbers.of(node.path), "title": node.title}
    if node.role == "task":
        record["units"] = node.units
    if node.role == "section" or node.children:
        record |= _rows(node.children, numbers, cells)
    return record | _own_tables(node, numbers, cells)


def _own_tables(body: Body, numbers: Numbers, cells: Cells) -> dict[str, Any]:
    return {"tables": [_table(table, numbers, cells) for table in body.tables]} if body.tables else {}


def _annex(annex: Annex, numbers: Numbers, cells: Cells) -> dict[str, Any]:
    return {
        "id": annex.id,
        "title": "".join(annex.title),
        "tables": [_table(table, numbers, cells) for table in annex.tables],
        **_rows(annex.children, numbers, cells),
    }


def _table(table: Table, numbers: Numbers, cells: Cells) -> dict[str, Any]:
    items = [_item(item, numbers, cells) for item in table.items]
    return {"id": table.id, "number": numbers.of(table.path), "title": table.title, "items": items}


def _item(item: Item, numbers: Numbers, cells: Cells) -> dict[str, Any]:
    texts = {column: "\n".join(cells.of(item, column)) for column in ("name", "goal", "units")}
    record = {"id": item.id, "number": numbers.of(item.path), **texts, "join": [*item.join]}
    return record | ({"heading": item.heading} if item.heading else {})


def as_lines(plan: Plan) -> Iterator[str]:
    """Yield the outline as lines for people, each level further in, ids behind the titles."""
    numbers = number(plan)
    said = counts(plan)
    yield plan.full_title
    yield (
        f"{plan.year}年　{_STATUS[plan.status]}　{said['sections']} 个部分，{said['tasks']} 项任务，"
        f"{said['tables']} 张表，{said['items']} 项"
    )
    for table in plan.tables:
        yield _table_line(table, numbers)
    yield from _node_lines(plan.children, numbers, 0)
    for annex in plan.annexes:
        yield ""
        yield f"附件　{''.join(annex.title)}  [{annex.id}]{'（未随文附上）' if annex.absent else ''}"
        for table in annex.tables:
            yield _table_line(table, numbers)
        yield from _node_lines(annex.children, numbers, 1)


def _node_lines(nodes: tuple[Node, ...], numbers: Numbers, depth: int) -> Iterator[str]:
    for node in nodes:
        if not depth:
            yield ""
        said = node.title or shortened("".join(node.text[:1]), 24)
        units = f"　{node.units}" if node.units else ""
        yield f"{'  ' * depth}{spaced(numbers.of(node.path))}{said}  [{node.id}]{units}"
        for table in node.tables:
            yield "  " * depth + _table_line(table, numbers)
        yield from _node_lines(node.children, numbers, depth + 1)


def _table_line(table: Table, numbers: Numbers) -> str:
    size = f"{len(table.grid.body)} 行" if table.grid else f"{sum(not item.heading for item in table.items)} 项"
    return f"  {numbers.of(table.path)}{table.title or '（无表题）'}（{size}）  [{table.id}]"
