"""Layout tables: those that only place a red head, a signature or an imprint on the page are taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.edges import prints
from generator.importers.frame.parts import text_at
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

_ROWS, _COLUMNS = 6, 3  # of a table that only places an element on the page


def unframed(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the tables taken apart that only place a red head, a signature or an imprint on the page."""
    done: list[Block] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Table) and (_only_places(block) or _is_signature(block, text_at(blocks, place + 1))):
            done += [Paragraph(row.line, text) for row in block.rows for cell in row.cells for text in cell.text]
        else:
            done.append(block)
    return done


def _only_places(table: Table) -> bool:
    texts = _texts(table)
    width = max(len(row.cells) for row in table.rows)
    placed = any(signs.number_in(text) or signs.starts_with(text, "copies") or prints(text) for text in texts) or _is_mark(texts)
    return width == 1 or (_is_small(table) and placed)


def _is_mark(texts: list[str]) -> bool:
    """Tell whether a table is nothing but 文件 beside the names of bodies (GB/T 9704 7.2.4)."""
    names = [text for text in texts if bare(text) != "文件"]
    return len(texts) - len(names) == 1 and bool(names) and all(map(signs.is_organ, names))


def _is_signature(table: Table, below: str) -> bool:
    """Tell whether a table holds the names of bodies and a date, and nothing else; the date may stand below."""
    names = [text for text in _texts(table) if not signs.date_of(text)]
    dated = len(names) < len(_texts(table)) or bool(signs.date_of(below))
    return dated and _is_small(table) and bool(names) and all(map(signs.is_organ, names))


def _texts(table: Table) -> list[str]:
    return [text for row in table.rows for cell in row.cells for text in cell.text if text.strip()]


def _is_small(table: Table) -> bool:
    return len(table.rows) <= _ROWS and max(len(row.cells) for row in table.rows) <= _COLUMNS
