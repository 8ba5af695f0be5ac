"""What each face of a style prints of a notice: its characters, so that what a face lacks is told of that face only."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.render.context import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.render.blocks import Block, TableView
    from generator.render.context import Context, Part
    from generator.render.style import Style

_Dressed: TypeAlias = "tuple[dict[str, Any], Iterable[str]]"
"""A figure of the style with the strings that it dresses."""


def characters(finished: Context, style: Style) -> Mapping[str, set[str]]:
    """Return the characters that each face prints, by the face's key in the style; faces that print nothing are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for figure, strings in _notice(finished, style):
        found[figure["face"]].update(*strings)
    return {face: printed for face, printed in found.items() if printed}


def _notice(finished: Context, style: Style) -> Iterator[_Dressed]:
    head, text = style["head"], style["text"]
    label, _, names = finished.signatory.partition("：")
    yield from ((head[key], [getattr(finished, key)]) for key in ("copy_number", "classification", "urgency"))
    yield head["mark"], finished.mark
    yield head["number"], (finished.number, label)
    yield head["signatory"], [names]
    yield text["title"], finished.title
    yield text["label"], [finished.label]
    yield text["recipients"], [finished.recipients]
    yield text["body"], (*finished.signature, finished.date)
    yield text["annex_note"], (*finished.annex_note, *finished.plan_annex_note)
    yield text["note"], [finished.note]
    yield from _blocks(finished.blocks, style)
    for part in filter(None, (finished.plan, *finished.annexes)):
        yield from _part(part, style)
    yield style["imprint"]["text"], named(finished.imprint).values() if finished.imprint else ()
    yield style["page_number"], ["0123456789—"]


def _part(part: Part, style: Style) -> Iterator[_Dressed]:
    text = style["text"]
    yield text["annex_label"], [part.label]
    yield text["title"], part.title
    yield text["label"], [part.sublabel]
    yield text["recipients"], [part.recipients]
    yield text["body"], (*part.signature, part.date)
    yield from _blocks(part.blocks, style)


def _blocks(blocks: Iterable[Block], style: Style) -> Iterator[_Dressed]:
    levels = style["text"]["levels"]
    for block in blocks:
        yield levels[min(block.depth, len(levels) - 1)], (block.number, block.title)
        yield style["text"]["body"], [block.text]
        if block.table:
            yield from _table(block.table, style)


def _table(view: TableView, style: Style) -> Iterator[_Dressed]:
    text, head = style["table"]["text"], style["table"]["head"]
    yield style["text"]["levels"][0], [view.title]
    yield text, (view.measure, *view.notes)
    yield from ((head, cell.text) for row in view.head for cell in row.cells)
    yield from ((head if row.across else text, cell.text) for row in view.rows for cell in row.cells)
