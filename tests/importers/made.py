"""Paragraphs and tables of an outline written in a line each, and the plan's tables as they are printed, for comparison."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from generator.importers.ledger import Ledger, bare
from generator.importers.outline import Cell, Paragraph, Row, Table
from generator.lint.runner import run
from generator.plan.builder import build
from generator.plan.numbers import number
from generator.plan.tables import Cells
from generator.render.blocks import Composer
from generator.schema.checker import check
from generator.source.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.importers.outline import Block
    from generator.source.tree import Mapping as Tree
    from generator.source.tree import Value

HEAD = "序号|名称|目标|责任单位|备注"
_MERGED = {"^": Cell(merged="above"), "<": Cell(merged="before")}


def lines(*texts: str) -> list[Block]:
    """Return paragraphs, each on a line of its own from 1."""
    return [Paragraph(line, text) for line, text in enumerate(texts, 1)]


def texts(blocks: Iterable[Block]) -> list[str]:
    """Return the texts of paragraphs, and of tables how many rows they have."""
    return [block.text if isinstance(block, Paragraph) else f"表 {len(block.rows)} 行" for block in blocks]


def cell(text: str) -> Cell:
    """Return a cell: `^` is merged with the one above, `<` with the one before, `/` stands between paragraphs."""
    return _MERGED.get(text) or Cell(tuple(filter(None, text.split("/"))))


def row(text: str, line: int = 1, ids: tuple[str, ...] = ()) -> Row:
    """Return a row of cells between bars."""
    return Row(line, tuple(cell(part) for part in text.split("|")), ids=ids)


def table(*rows: str, line: int = 1, ragged: bool = False) -> Table:
    """Return a table of rows, each on a line of its own."""
    return Table(tuple(row(text, line + index) for index, text in enumerate(rows)), ragged=ragged)


def source(blocks: Sequence[Block]) -> dict[int, Counter[str]]:
    """Return the characters of tables by line."""
    counts: dict[int, Counter[str]] = {}
    for one in (row for block in blocks if isinstance(block, Table) for row in block.rows):
        counts.setdefault(one.line, Counter()).update(bare("".join(cell.line for cell in one.cells if not cell.merged)))
    return {line: count for line, count in counts.items() if count}


def claims(ledger: Ledger) -> dict[int, Counter[str]]:
    """Return the claimed characters by line."""
    counts: dict[int, Counter[str]] = {}
    for entry in (*ledger.placed, *ledger.derived, *ledger.aside, *ledger.unplaced):
        counts.setdefault(entry.line, Counter()).update(bare(entry.text))
    return {line: count for line, count in counts.items() if count}


def _tree(recognised: Mapping[str, Value], tasks: Mapping[str, str] | None) -> Tree:
    nodes = [{"id": id_, "title": title, "text": "…"} for title, id_ in (tasks or {}).items()]
    plan = {"format": "1", "year": "2025", "title": "题", "tables": [{"id": "t", **recognised}], "tasks": nodes}
    document = read(json.dumps(plan, ensure_ascii=False).encode())

    assert document.tree is not None
    return document.tree


def faults(recognised: Mapping[str, Value], tasks: Mapping[str, str] | None = None) -> list[str]:
    """Return the codes of what keeps a plan with the table from being built."""
    tree = _tree(recognised, tasks)
    plan = build(tree)
    found = (*check(tree, "plan"), *run(tree, plan, number(plan)))
    return [problem.code for problem in found if problem.severity == "error"]


def printed(recognised: Mapping[str, Value], tasks: Mapping[str, str] | None = None) -> list[list[Any]]:
    """Return the rows of a plan's table as printed, head first: texts and marks as `cell` reads them."""
    plan = build(_tree(recognised, tasks))
    view = next(Composer(number(plan), Cells(plan)).tables(plan.tables)).table
    assert view is not None
    return [
        ["/".join(cell.text) if not cell.merged else "^" if cell.merged == "above" else "<" for cell in row.cells]
        + (["<"] * (len(view.columns) - 1) if row.across else [])
        for row in (*view.head, *view.rows)
    ]


def cells(rows: Sequence[str]) -> list[list[str]]:
    """Return rows as `printed` does."""
    return [text.split("|") for text in rows]
