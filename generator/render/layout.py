"""Where the notice breaks into pages: what the first page shows, where the text ends, on which page the 版记 stands.

Word lays out its own pages, so a .docx has to know beforehand. The notice is set once in a face that has measures and no shapes:
every character as wide as in the official faces, whatever fonts the machine has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import typst

from generator.render.context import with_recipients_below
from generator.render.fonts import Face
from generator.render.typeset import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.plan.model import Plan
    from generator.render.context import Context
    from generator.render.style import Look

ImprintPlace: TypeAlias = Literal["same", "next", "apart"]
"""The page of the 版记: that on which the text ends, the next one, or the next but one behind a blank page."""

_METRICS = Path(__file__).parent / "metrics"
_FAMILY = "Hongtou Metrics"
_MARK_HEIGHTS = (70, 55, 40)  # mm, tried where page 1 shows no text
_UNSURE, _UNSURE_A_PAGE = 2, 0.3  # lines: so much differently may Word break a text, and so much more with every page
_MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a notice.

    `opening` is the page on which the text begins, `end` the one on which it ends; `room` the mm below its end there, `landscape`
    when that page is turned, `needed` the mm of the 版记. `cuts` tells of a document of the file, by its place, after how many
    characters of its last paragraph a page ends that would else leave signature and date alone (GB/T 9704 7.3.5.5).
    """

    opening: int
    end: int
    room: float
    landscape: bool
    needed: float
    imprint: ImprintPlace
    cuts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """A notice whose first page shows text, with its sheet and its layout, and what had to give way for that."""

    finished: Context
    sheet: Sheet
    layout: Layout
    gave_way: tuple[str, ...] = ()


def measured(finished: Context, plan: Plan, look: Look) -> Settled:
    """Return a notice settled in the face that has measures only."""
    faces = tuple(Face(role, str(figure["name"]), (_FAMILY,), 400, "official") for role, figure in look.style["faces"].items())
    return settled(finished, plan, look, faces, _shelf())


def settled(finished: Context, plan: Plan, look: Look, faces: tuple[Face, ...], shelf: typst.Fonts) -> Settled:
    """Return a notice whose first page shows text: else the mark gets smaller, then the recipients go to the 版记 (7.2.4, 7.3.2).

    Raises UserError when the template is at fault.
    """
    first = _settled(finished, plan, look, faces, shelf)
    if first.layout.opening == 1:
        return first
    for variant, said in _variants(finished):
        other = _settled(variant, plan, look, faces, shelf)
        if other.layout.opening == 1:
            return replace(other, gave_way=(said,))
    return replace(first, gave_way=("版头、标题和主送机关占满了第 1 页，首页没有正文。请精简标题或主送机关。",))


def _variants(finished: Context) -> Iterator[tuple[Context, str]]:
    for height in _MARK_HEIGHTS if finished.joint else ():
        yield replace(finished, mark_height=height), "发文机关标志已缩小，以便首页显示正文（GB/T 9704 7.2.4）。"
    if finished.recipients:
        below = with_recipients_below(finished)
        yield below, "主送机关过长，已移到版记，以便首页显示正文（GB/T 9704 7.3.2）。"


def _settled(finished: Context, plan: Plan, look: Look, faces: tuple[Face, ...], shelf: typst.Fonts) -> Settled:
    sheet = Sheet(finished, look, faces, plan)
    return Settled(finished, sheet, _layout(sheet.told("layout", shelf)))


def _layout(told: dict[str, Any]) -> Layout:
    behind = told["imprint"] - told["end"]
    place: ImprintPlace = "same" if behind <= 0 else "next" if behind == 1 else "apart"
    cuts = {cut["place"]: cut["characters"] for cut in told["cuts"]}
    return Layout(told["opening"], told["end"], told["room"], told["landscape"], told["needed"], place, cuts)


def unsure(layout: Layout, look: Look) -> bool:
    """Tell whether a few lines more or less of text, as Word may break it, would want the 版记 elsewhere."""
    page = look.style["page"]
    slack, height = (_UNSURE + _UNSURE_A_PAGE * layout.end) * page["grid"]["line"] * _MM, page["text_area"]["height"]
    if layout.landscape or not layout.needed:
        return False
    return len({_wanted(layout, layout.room + shift, height) for shift in (-slack, 0, slack)}) > 1


def _wanted(layout: Layout, room: float, height: float) -> ImprintPlace:
    """Return where the 版记 would stand, had the text ended with that room below it on its last page."""
    turned = -1 if room >= height else int(room < 0)
    if (layout.end + turned) % 2:
        return "next"
    return "same" if room + turned * height > layout.needed else "apart"


@cache
def _shelf() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_METRICS])
