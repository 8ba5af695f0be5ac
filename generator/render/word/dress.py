"""What the Word template is filled with: the context's finished strings, and the figures that only Word asks for."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.render.context import named
from generator.render.word.grid import Grid, grid
from generator.render.word.parts import character, emu, mm, pt
from generator.render.word.stylesheet import mark_before, mark_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.render.blocks import Block
    from generator.render.context import Context, ImprintLines, Part
    from generator.render.style import Style

Values = dict[str, Any]
_DOCUMENT = "文件"


def values(context: Context, style: Style) -> Values:
    """Return what the template may name: the fields of the context, with Word's figures beside them."""
    bookmarks = _bookmarks(context)
    joint = _joint(context.mark, style)
    size = joint["size"] if joint else _mark_size(context.mark, style)
    return {
        **named(context),
        "blocks": _blocks(context.blocks, style, bookmarks),
        "plan": _part(context.plan, style, bookmarks) if context.plan else None,
        "annexes": [_part(annex, style, bookmarks) for annex in context.annexes],
        "signed": signed(context.signature, context.date, style, seal=context.seal),
        "imprint": _imprint(context.imprint, style) if context.imprint else None,
        "bookmarks": bookmarks,
        "joint": joint,
        "mark_size": round(size * 2),
        "mark_before": mark_before(style, size),
        "mark_line": mark_line(size),
    }


def _part(part: Part, style: Style, bookmarks: dict[str, Markup]) -> Values:
    signature = signed(part.signature, part.date, style, seal=False)
    return {**named(part), "blocks": _blocks(part.blocks, style, bookmarks), "signed": signature}


def _blocks(blocks: Iterable[Block], style: Style, bookmarks: dict[str, Markup]) -> list[Values]:
    return [{**named(block), "table": _table(block, style, bookmarks)} for block in blocks]


def _table(block: Block, style: Style, bookmarks: dict[str, Markup]) -> Grid | None:
    return grid(block.table, style["page"]["text_area"]["width"], bookmarks) if block.table else None


def _bookmarks(context: Context) -> dict[str, Markup]:
    """Return a hidden bookmark for every id, by which the plan's parts are known again; "" for what has none."""
    ids = dict.fromkeys(filter(None, _ids(context)))
    mark = '<w:bookmarkStart w:id="{0}" w:name="_ht_{1}"/><w:bookmarkEnd w:id="{0}"/>'
    return {"": Markup(), **{id_: Markup(mark).format(place, id_) for place, id_ in enumerate(ids, start=1)}}  # noqa: S704 - ours


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
class Signed:
    """A signature: its names with their right indents, and the date's, in twips."""

    names: tuple[tuple[str, int], ...]
    date: str
    date_right: int


def signed(names: tuple[str, ...], date: str, style: Style, *, seal: bool) -> Signed:
    """Return names and date set after the rule for a sealed or an unsealed notice (GB/T 9704 7.3.5.1, 7.3.5.2)."""
    em, dated = character(style), _width(date, style)
    if seal:
        right = style["signature"]["sealed"]["date_right"] * em
        indents = [max(0, right + (dated - _width(name, style)) // 2) for name in names]
        return Signed(tuple(zip(names, indents, strict=True)), date, right)
    rule = style["signature"]["unsealed"]
    right, step = rule["name_right"] * em, rule["date_left_of_name"] * em
    named = max((_width(name, style) for name in names), default=0)
    if dated > named and names:
        return Signed(tuple((name, right + step + dated - _width(name, style)) for name in names), date, right)
    indents = [right + named - _width(name, style) for name in names]
    return Signed(tuple(zip(names, indents, strict=True)), date, max(0, right + named - step - dated) if names else right)


def _width(text: str, style: Style) -> int:
    """Return the width of a body text in twips; Latin letters and digits are half as wide as characters."""
    tracking, half = pt(style["page"]["grid"]["tracking"]), pt(style["text"]["body"]["size"]) // 2
    return sum(half * _columns(letter) + tracking for letter in text)


def _columns(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WFA" else 1


def _joint(mark: tuple[str, ...], style: Style) -> Values | None:
    """Return the mark of a joint notice with 文件 beside the names (GB/T 9704 7.2.4); None for any other."""
    if len(mark) < 2 or not mark[-1].endswith(_DOCUMENT):  # noqa: PLR2004 - two bodies
        return None
    names = (*mark[:-1], mark[-1].removesuffix(_DOCUMENT))
    size = _mark_size(tuple(f"{name}{_DOCUMENT}" for name in (*names, max(names, key=len) + "　")), style)
    width, beside = mm(style["page"]["text_area"]["width"]), pt(size * 2.5)
    columns = (width - beside, beside)
    cells = [{"width": column, "span": 1, "merge": ""} for column in columns]
    return {"names": names, "document": _DOCUMENT, "size": size, "columns": columns, "left": cells[0], "right": cells[1]}


def _mark_size(mark: tuple[str, ...], style: Style) -> float:
    """Return the size of the mark in pt: as large as its longest line allows, at most the style's."""
    longest = max((len(line) for line in mark), default=1)
    fitting = mm(style["page"]["text_area"]["width"]) / 20 / longest
    return min(float(style["head"]["mark"]["size"]), math.floor(fitting * 2) / 2)


def _imprint(imprint: ImprintLines, style: Style) -> Values:
    return {**named(imprint), "height": emu(_imprint_height(imprint, style))}


def _imprint_height(imprint: ImprintLines, style: Style) -> float:
    """Return the height of the 版记 in mm: its lines, and a thin one below them."""
    text = style["imprint"]["text"]
    room = mm(style["page"]["text_area"]["width"]) / 20 / text["size"] - 2 * text["indent"] - 3
    wrapped = sum(math.ceil(max(0, sum(map(_columns, line)) / 2 - 3) / room) for line in (imprint.disclosure, imprint.copies_to) if line)
    lines = wrapped + bool(imprint.printed_by or imprint.printed_on)
    return float((lines * style["page"]["grid"]["line"] + 3) * 25.4 / 72)
