"""What stands in a table's frame or right above it and is none of its rows: a title across it, the measure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table
from generator.importers.tables.heads import head_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.outline import Block, Row

_NUMBERED = re.compile(r"续?表[0-9一二三四五六七八九十]{1,3}(?:[-.][0-9]{1,2})?[:、]?[^。;]{2,40}")
_MEASURE = re.compile(r"\(?(?:计量)?单位:[^。;]{1,12}\)?")
_TITLE = 40  # characters
_ACROSS = 3  # rows above the head at most: a label, a title, the measure


def is_measure(line: Paragraph) -> bool:
    """Tell whether a line says in what a table counts: 单位：万元."""
    return bool(_MEASURE.fullmatch(signs.plain(line.text))) or line.style == "计量单位"


def captioned(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with the title and the measure that tables have across their first rows, or right above, taken into them.

    Where a label or a number stands above the table, which wants a title behind it, the rows across become lines below that.
    """
    done: list[Block] = []
    for block in blocks:
        done += _captioned(block, done) if isinstance(block, Table) else [block]
    return done


def _captioned(block: Table, above: list[Block]) -> list[Block]:
    """Return a table with its captions, behind the lines that are none; measure and numbered title are taken off what is above."""
    table, lines = _peeled(block)
    measures = [line for line in lines if is_measure(line)][:1] or _measure_above(table, above)
    titles = [line for line in lines if line not in measures]
    free: list[Block] = []
    if len(titles) > 1 or (titles and _asks_for_title(titles[0], above)):
        free, titles = [*titles], []
    titles = titles or _numbered_above(table, above)
    return [*free, replace(table, title=next(iter(titles), None), measure=next(iter(measures), None))]


def _measure_above(table: Table, above: list[Block]) -> list[Paragraph]:
    last = above[-1] if above else None
    if _width(table) == 1 or not isinstance(last, Paragraph) or not is_measure(last):
        return []
    above.pop()
    return [last]


def _numbered_above(table: Table, above: list[Block]) -> list[Paragraph]:
    """Return the title 表1 … right above a table, unless what stands above that has no other title."""
    last = above[-1] if above else None
    if _width(table) == 1 or not isinstance(last, Paragraph) or not _NUMBERED.fullmatch(signs.plain(last.text)):
        return []
    if len(above) > 1 and _wants_title(above[-2]):
        return []
    above.pop()
    return [last]


def _wants_title(line: Block) -> bool:
    """Tell whether a line is a label or a numbered title, and no sentence."""
    if not isinstance(line, Paragraph) or signs.plain(line.text).endswith("。"):
        return False
    return signs.annex_label(line.text) is not None or bool(head_of(line.number + line.text))


def _peeled(table: Table) -> tuple[Table, list[Paragraph]]:
    """Return a table without the rows across it above its head, and these as lines."""
    lines: list[Paragraph] = []
    for row in table.rows[:_ACROSS]:
        if not _is_caption(row):
            break
        lines.append(_line(row))
    rest = replace(table, rows=table.rows[len(lines) :])
    if not lines or table.ids or not rest.rows or not head_rows(rest):
        return table, []
    return rest, lines


def _is_caption(row: Row) -> bool:
    """Tell whether the only text of a row is short and neither a sentence nor numbered."""
    texts = [cell.line for cell in row.cells if bare(cell.line)]
    if len(texts) != 1 or row.ids or len(row.cells) == 1:
        return False
    return len(bare(texts[0])) <= _TITLE and not signs.plain(texts[0]).endswith(("。", ";")) and head_of(texts[0]) is None


def _line(row: Row) -> Paragraph:
    return Paragraph(row.line, "".join(cell.line for cell in row.cells).replace("\n", ""), remarks=row.remarks)


def _asks_for_title(title: Paragraph, above: list[Block]) -> bool:
    """Tell whether a title in a table's frame is that of what is labelled above it, or in the frame itself."""
    last = above[-1] if above else None
    label = signs.annex_label(title.text) is not None
    return label or (isinstance(last, Paragraph) and (signs.annex_label(last.text) is not None or bool(head_of(last.number + last.text))))


def _width(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)
