"""What the Word template is filled with: the context's finished strings, and the figures that only Word asks for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from generator.render.arrange import DOCUMENT
from generator.render.context import named
from generator.render.phrases import SIGNATORY
from generator.render.widths import ems
from generator.render.word.grid import grid
from generator.render.word.parts import character, emu, mm, pt
from generator.render.word.stylesheet import mark_before, mark_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.render.blocks import Block, TableView
    from generator.render.context import Context, ImprintLines, Part
    from generator.render.layout import Layout
    from generator.render.style import Style
    from generator.render.word.grid import Grid

Values = dict[str, Any]
_THIN = 1  # mm
_GAP, _SLACK = 0.25, 0.05  # characters of a joint mark between its names and 文件, and what keeps a name from breaking


def values(context: Context, style: Style, layout: Layout) -> Values:
    """Return what the template may name: the fields of the context, with Word's figures beside them."""
    bookmarks = _bookmarks(context)
    joint = _joint(context, style)
    size = joint["size"] if joint else _mark_size(context.mark, style)
    parts = _parts(context, style, bookmarks, layout)
    return {
        **named(context),
        "blocks": _blocks(context.blocks, partial(grid, style=style, bookmarks=bookmarks, landscape=False), layout.cuts.get(0, 0)),
        "plan": parts.pop(0) if context.plan else None,
        "annexes": parts,
        "signed": signed(context.signature, context.date, style, context.seal_rows if context.seal else None),
        "imprint": _imprint(context.imprint, layout) if context.imprint else None,
        "ending": _ending(context, layout),
        "bookmarks": bookmarks,
        "joint": joint,
        "upward": _upward(context, style),
        "mark_size": round(size * 2),
        "mark_before": mark_before(style, size),
        "mark_line": mark_line(size),
    }


def _parts(context: Context, style: Style, bookmarks: dict[str, Markup], layout: Layout) -> list[Values]:
    """Return the documents behind the notice; `turned` tells which way the pages before them stood, "" where the same way."""
    parts = [*filter(None, (context.plan,)), *context.annexes]
    before = [False, *(part.landscape for part in parts)]
    return [_part(part, style, bookmarks, layout) | {"turned": _turned(was, part)} for was, part in zip(before, parts, strict=False)]


def _turned(landscape: bool, part: Part) -> str:  # noqa: FBT001 - the way the pages before it stood
    if landscape == part.landscape:
        return ""
    return "landscape" if landscape else "portrait"


def _part(part: Part, style: Style, bookmarks: dict[str, Markup], layout: Layout) -> Values:
    signature = signed(part.signature, part.date, style)
    tables = partial(grid, style=style, bookmarks=bookmarks, landscape=part.landscape)
    return {**named(part), "blocks": _blocks(part.blocks, tables, layout.cuts.get(part.place, 0)), "signed": signature}


def _blocks(blocks: tuple[Block, ...], tables: Callable[[TableView], Grid], cut: int) -> list[Values]:
    """Return the blocks of a document; the last one is cut in two where a page ends within it, so that what follows is not alone."""
    shown = [{**named(block), "cut": False, "table": tables(block.table) if block.table else None} for block in blocks]
    if cut:
        last = shown[-1]
        shown[-1:] = [last | {"cut": True, "text": last["text"][:cut]}, last | {"kind": "rest", "id": "", "text": last["text"][cut:]}]
    return shown


def _ending(context: Context, layout: Layout) -> Values:
    """Return how the file ends: the 版记 on a page of its own, behind a blank one, or no 版记 behind a landscape page."""
    last = context.annexes[-1:] or ()
    landscape = any(part.landscape for part in last)
    turned = context.imprint is not None and (landscape or layout.imprint != "same")
    apart = turned and layout.imprint == "apart"
    return {"turned": turned, "apart": apart, "landscape": landscape and not turned, "after_landscape": landscape}


def _bookmarks(context: Context) -> dict[str, Markup]:
    """Return a hidden bookmark for every id, by which the plan's parts are known again; "" for what has none."""
    ids = dict.fromkeys(filter(None, _ids(context)))
    return {"": Markup(), **{id_: _bookmark(place, id_) for place, id_ in enumerate(ids, start=1)}}


def _bookmark(place: int, id_: str) -> Markup:
    return Markup(f'<w:bookmarkStart w:id="{place}" w:name="_ht_{escape(id_)}"/><w:bookmarkEnd w:id="{place}"/>')  # noqa: S704 - escaped


def _ids(context: Context) -> Iterator[str]:
    yield from _block_ids(context.blocks)
    for part in filter(None, (context.plan, *context.annexes)):
        yield part.id
        yield from _block_ids(part.blocks)


def _block_ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        yield from (row.id for row in block.table.rows) if block.table else ()


@dataclass(frozen=True, slots=True)
class SignedRow:
    """A line of a signature: its text with its right indent; or names over seals, each behind a tab to its centre. All in twips."""

    text: str
    right: int = 0
    before: int = 0
    stops: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: its rows of names, the date and its right indent in twips."""

    rows: tuple[SignedRow, ...]
    date: str
    date_right: int
    sealed: bool


def signed(names: tuple[str, ...], date: str, style: Style, seal_rows: tuple[tuple[str, ...], ...] | None = None) -> Signed:
    """Return names and date set after the rule for a sealed or an unsealed notice (GB/T 9704 7.3.5.1, 7.3.5.2)."""
    if seal_rows is None:
        return _unsealed(names, date, style)
    right = style["signature"]["sealed"]["date_right"] * character(style)
    centre = right + _width(date, style) // 2
    if len(names) > 1:
        return Signed(_over_seals(seal_rows, centre, style), date, right, sealed=True)
    rows = tuple(SignedRow(name, max(0, centre - _width(name, style) // 2)) for name in names)
    return Signed(rows, date, right, sealed=True)


def _over_seals(rows: tuple[tuple[str, ...], ...], centre: int, style: Style) -> tuple[SignedRow, ...]:
    """Return rows of names, each centred over its seal; the last one's centre is that of the date."""
    area = mm(style["page"]["text_area"]["width"])
    seal = mm(style["signature"]["sealed"]["seal_pitch"])
    pitch = seal if len(rows[0]) > 2 else area - 2 * centre  # noqa: PLR2004 - two seals stand at both sides, three by each other
    below = seal - pt(style["page"]["grid"]["line"])
    return tuple(_over_seals_row(row, (area, centre, pitch), below if place else 0, style) for place, row in enumerate(rows))


def _over_seals_row(row: tuple[str, ...], places: tuple[int, int, int], before: int, style: Style) -> SignedRow:
    area, centre, pitch = places
    from_right = range(len(row) - 1, -1, -1)
    stops = tuple(area - max(centre + place * pitch, _width(name, style) // 2) for place, name in zip(from_right, row, strict=True))
    return SignedRow("".join(f"\t{name}" for name in row), 0, before, stops)


def _unsealed(names: tuple[str, ...], date: str, style: Style) -> Signed:
    em, dated = character(style), _width(date, style)
    rule = style["signature"]["unsealed"]
    right, step = rule["name_right"] * em, rule["date_left_of_name"] * em
    widest = max((_width(name, style) for name in names), default=0)
    if dated > widest and names:
        rows = tuple(SignedRow(name, right + step + dated - _width(name, style)) for name in names)
        return Signed(rows, date, right, sealed=False)
    rows = tuple(SignedRow(name, right + widest - _width(name, style)) for name in names)
    return Signed(rows, date, max(0, right + widest - step - dated) if names else right, sealed=False)


def _width(text: str, style: Style) -> int:
    """Return the width of a body text in twips, its tracking included."""
    return pt(style["text"]["body"]["size"] * ems(text)) + pt(style["page"]["grid"]["tracking"]) * len(text)


def _upward(context: Context, style: Style) -> list[Values]:
    """Return the rows of the 签发人 with the number on the last one; names stand under the first row's first (GB/T 9704 7.2.5–7.2.6)."""
    rows, em, line = context.signatory_rows, character(style), pt(style["page"]["grid"]["line"])
    names = mm(style["page"]["text_area"]["width"]) - em - max((_width(row, style) for row in rows), default=0)
    above = style["head"]["number"]["blank_before"] * line
    return [
        {
            "label": "" if place else SIGNATORY,
            "names": row,
            "stop": names - (0 if place else _width(SIGNATORY, style)),
            "before": 0 if place else above,
            "last": place == len(rows) - 1,
        }
        for place, row in enumerate(rows)
    ]


def _joint(context: Context, style: Style) -> Values | None:
    """Return the mark of a joint notice with 文件 beside the names (GB/T 9704 7.2.4); None for any other."""
    names = context.joint
    if not names:
        return None
    longest = len(max(names, key=len)) + _GAP + len(DOCUMENT) + 2 * _SLACK
    size = min(_fitting(longest, style), math.floor(mm(context.mark_height) / len(names) / mark_line(1)))
    columns = (pt(size * (max(map(len, names)) + _SLACK)), pt(size * (_GAP + len(DOCUMENT) + _SLACK)))
    cells = [{"width": column, "span": 1, "merge": ""} for column in columns]
    return {
        "names": names,
        "document": DOCUMENT,
        "size": size,
        "columns": columns,
        "width": sum(columns),
        "left": cells[0],
        "right": cells[1],
    }


def _mark_size(mark: tuple[str, ...], style: Style) -> float:
    """Return the size of the mark in pt: as large as its longest line allows, at most the style's."""
    return _fitting(max(map(len, mark), default=1), style)


def _fitting(ems: float, style: Style) -> float:
    """Return the size in pt, in halves, at which so many characters of the mark are as wide as the text at most."""
    width = mm(style["page"]["text_area"]["width"]) / 20 / ems
    return min(float(style["head"]["mark"]["size"]), math.floor(width * 2) / 2)


def _imprint(imprint: ImprintLines, layout: Layout) -> Values:
    """Return the lines of the 版记 with the height of their box in EMU, which ends in a thin line below the last rule."""
    return {**named(imprint), "height": emu(layout.needed + _THIN)}
