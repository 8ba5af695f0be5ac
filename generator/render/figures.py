"""What a style file may say: the keys of the built-in gbt9704.yaml, each with a value of the same kind."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from generator.schema.likeness import nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAY_BE_NEGATIVE = frozenset({"tracking"})
_MAY_BE_NOTHING = frozenset({"indent", "blank_before", "below", "date_right", "name_right", "date_left_of_name", "below_text_area_top"})
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_SOURCE = "clause"  # says where a figure comes from, and is none
_WHOLE = frozenset({"blank_before", "lines", "characters"})
_LEAST_BELOW_NUMBER = 5.0  # mm of the bottom margin that the page number leaves free
_MM = 25.4 / 72
_TOLERANCE = 0.05  # mm: figures are written with two decimals


def faults(written: dict[str, Any], known: dict[str, Any], above: str = "") -> Iterator[str]:
    """Yield in words what is wrong with what a file says: a key that is not `known`, a value of another kind or out of range."""
    for key, value in written.items():
        if key in known:
            yield from _value(value, known[key], f"{above}{key}")
        else:
            likely = suggestion(nearest(str(key), known))
            yield f"{above}{key} 不认识，{likely or '这里可以写 ' + '、'.join(known)}"


def gaps(style: dict[str, Any], known: dict[str, Any]) -> Iterator[str]:
    """Yield in words what a style as a whole lacks: a figure, a face that a text names, a page that adds up."""
    missing = [*_missing(style, known)]
    yield from missing
    if not missing:
        yield from _faceless(style, style["faces"])
        yield from _sums(style["page"])
        yield from _grid(style)


def _value(value: object, known: object, place: str) -> Iterator[str]:
    match known:
        case dict():
            yield from faults(value, known, f"{place}.") if isinstance(value, dict) else (f"{place} 应当是“键: 内容”",)
        case list():
            yield from _rows(value, known[0], place)
        case str():
            yield from _text(value, place)
        case _:
            yield from _number(value, place)


def _rows(value: object, known: dict[str, Any], place: str) -> Iterator[str]:
    """Yield what is wrong with a list, which replaces the one below it: each entry has to be whole."""
    if not isinstance(value, list) or not value:
        yield f"{place} 应当是列表"
        return
    for number, row in enumerate(value, start=1):
        yield from _value(row, known, f"{place} 第 {number} 项")
        yield from _missing(row, known, f"{place} 第 {number} 项.") if isinstance(row, dict) else ()


def _text(value: object, place: str) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip():
        yield f"{place} 应当是文字，数字请加引号"
    elif place.endswith(".colour") and not _COLOUR.fullmatch(value):
        yield f"{place} 应当是六位颜色码，如 FF0000"


def _number(value: object, place: str) -> Iterator[str]:
    key = place.rpartition(".")[2]
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        yield f"{place} 应当是数字，不带单位"
    elif key not in _MAY_BE_NEGATIVE and value < 0:
        yield f"{place} 不能小于 0"
    elif key not in _MAY_BE_NEGATIVE | _MAY_BE_NOTHING and value == 0:
        yield f"{place} 应当大于 0"
    elif key in _WHOLE and value != int(value):
        yield f"{place} 应当是整数"


def _missing(style: dict[str, Any], known: dict[str, Any], above: str = "") -> Iterator[str]:
    for key, value in known.items():
        if key not in style and key != _SOURCE:
            yield f"缺少 {above}{key}"
        elif isinstance(value, dict):
            yield from _missing(style[key], value, f"{above}{key}.")


def _faceless(figure: object, faces: dict[str, Any], place: str = "") -> Iterator[str]:
    """Yield every text whose face is none of the style's."""
    inner = figure.items() if isinstance(figure, dict) else enumerate(figure, start=1) if isinstance(figure, list) else ()
    for key, value in inner:
        if key == "face" and value not in faces:
            yield f"{place}face 只能写 {'、'.join(faces)}"
        yield from _faceless(value, faces, f"{place}{key}.")


def _sums(page: dict[str, Any]) -> Iterator[str]:
    """Yield where margins and text area are not the paper together."""
    for side, near, far in (("width", "left", "right"), ("height", "top", "bottom")):
        sum_ = page["margins"][near] + page["text_area"][side] + page["margins"][far]
        if abs(sum_ - page["paper"][side]) > _TOLERANCE:
            paper = page["paper"][side]
            yield f"page.margins 的 {near}、{far} 加 page.text_area 的 {side} 是 {sum_:g}，应当等于纸的 {paper:g}"


def _grid(style: dict[str, Any]) -> Iterator[str]:
    """Yield where the figures that follow from others say something else: lines and characters, the red line, the page number."""
    page, area = style["page"], style["page"]["text_area"]
    lines = area["height"] / (page["grid"]["line"] * _MM)
    characters = area["width"] / ((style["text"]["body"]["size"] + page["grid"]["tracking"]) * _MM)
    for key, counted in (("lines", lines), ("characters", characters)):
        if page["grid"][key] != int(counted + _TOLERANCE):
            yield f"page.grid.{key} 写的是 {page['grid'][key]}，按版心和字号、行距应当是 {int(counted + _TOLERANCE)}"
    if abs(style["head"]["red_line"]["width"] - area["width"]) > _TOLERANCE:
        yield f"head.red_line.width 应当与版心等宽，即 {area['width']:g}"
    lowest = page["margins"]["bottom"] - _LEAST_BELOW_NUMBER
    if style["page_number"]["below_text_area"] > lowest:
        yield f"page_number.below_text_area 不能大于 {lowest:g}，否则页码落到纸外"
