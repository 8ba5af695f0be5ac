"""The strings of a notice in the order in which they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.phrases import SIGNATORY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.render.blocks import Block, TableView
    from generator.render.context import Context, Part


def sentences(finished: Context) -> Iterator[str]:
    """Yield every string that the Word file prints, in its order."""
    yield from (finished.copy_number, finished.classification, finished.urgency, *finished.mark)
    signatories = [("" if place else SIGNATORY) + row for place, row in enumerate(finished.signatory_rows)]
    yield from (*signatories[:-1], finished.number, *signatories[-1:])
    yield from (*finished.title, finished.label, finished.recipients, *_lines(finished.blocks), *finished.annex_note)
    yield from (*finished.signature, finished.date, finished.note)
    yield from _part(finished.plan) if finished.plan else ()
    yield from finished.plan_annex_note
    for annex in finished.annexes:
        yield from _part(annex)
    if finished.imprint:
        yield from (
            finished.imprint.disclosure,
            finished.imprint.recipients,
            finished.imprint.copies_to,
            finished.imprint.printed_by,
            finished.imprint.printed_on,
        )


def _part(part: Part) -> Iterator[str]:
    yield from (part.label, *part.title, part.sublabel, part.recipients, *_lines(part.blocks), *part.signature, part.date)


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _cells(block.table) if block.table else (block.line,)


def _cells(table: TableView) -> Iterator[str]:
    yield from (table.title, table.measure)
    for row in (*table.head, *table.rows):
        yield from (text for cell in row.cells if not cell.merged for text in cell.text)
    yield from table.notes
