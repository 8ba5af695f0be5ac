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

from generator.errors import RefusedError
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
_LONGEST_MARK = 20  # characters: a longer line is smaller than the title
_MM = 25.4 / 72
_NO_TEXT = "版头、标题和主送机关占满了第 1 页，首页没有正文。请精简标题或主送机关。"
_ALONE = "署名和日期单独占了一页。请精简标题或主送机关，或把正文多写几行（GB/T 9704 7.3.5.5）。"


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a notice.

    `opening` is the page on which the text begins, `end` the one on which it ends; `alone` when the notice's signature stands on a
    page without any of its text (GB/T 9704 7.3.5.5); `room` the mm below its end there, `landscape`
    when that page is turned, `needed` the mm of the 版记. `cuts` tells of a document of the file, by its place, after how many
    characters of its last paragraph a page ends that would else leave signature and date alone (GB/T 9704 7.3.5.5).
    """

    opening: int
    alone: bool
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
    """Return a notice whose first page shows text and whose signature is not alone (GB/T 9704 7.3.3, 7.3.5.5).

    Else the mark of a joint notice gets smaller, then the recipients go to the 版记 (7.2.4, 7.3.2); what gave way is said.

    Raises UserError when the template is at fault, RefusedError when a page cannot hold the 版记.
    """
    best = _settled(finished, plan, look, faces, shelf)
    for variant, said in () if _is_well(best, look) else _variants(finished, moved=best.layout.opening > 1):
        other = replace(_settled(variant, plan, look, faces, shelf), gave_way=(said,))
        if _is_well(other, look):
            return other
        best = other if other.layout.opening < best.layout.opening and _holds_imprint(other, look) else best
    if not _holds_imprint(best, look):
        raise RefusedError("版记比一页还高，排不下", "请精简抄送机关；--to txt 仍可生成文字稿。")
    unwell = ((_NO_TEXT,) if best.layout.opening > 1 else ()) + ((_ALONE,) if best.layout.alone else ())
    return replace(best, gave_way=(*best.gave_way, *unwell))


def _is_well(notice: Settled, look: Look) -> bool:
    return notice.layout.opening == 1 and not notice.layout.alone and _holds_imprint(notice, look)


def _holds_imprint(notice: Settled, look: Look) -> bool:
    return notice.layout.needed <= float(look.style["page"]["text_area"]["height"])


def _variants(finished: Context, *, moved: bool) -> Iterator[tuple[Context, str]]:
    """Yield what may give way, the least first; recipients are `moved` only so that page 1 shows text."""
    for height in _MARK_HEIGHTS if finished.joint else ():
        yield replace(finished, mark_height=height), "发文机关标志已缩小，以便首页显示正文、署名不单独占一页（GB/T 9704 7.2.4、7.3.5.5）。"
    if finished.recipients and moved:
        below = with_recipients_below(finished)
        yield below, "主送机关过长，已移到版记，以便首页显示正文（GB/T 9704 7.3.2）。"


def _settled(finished: Context, plan: Plan, look: Look, faces: tuple[Face, ...], shelf: typst.Fonts) -> Settled:
    sheet = Sheet(finished, look, faces, plan)
    return Settled(finished, sheet, _layout(sheet.told("layout", shelf)))


def _layout(told: dict[str, Any]) -> Layout:
    behind = told["imprint"] - told["end"]
    place: ImprintPlace = "same" if behind <= 0 else "next" if behind == 1 else "apart"
    cuts = {cut["place"]: cut["characters"] for cut in told["cuts"]}
    return Layout(told["opening"], told["alone"], told["end"], told["room"], told["landscape"], told["needed"], place, cuts)


def notes(notice: Settled) -> tuple[str, ...]:
    """Return what an officer must know of the pages, whichever document they are of."""
    long = max((len(line) for line in notice.finished.mark), default=0) > _LONGEST_MARK
    shrunk = ("发文机关标志太长，字很小。请用规范化简称，或写成列表分行（GB/T 9704 7.2.4）。",) if long else ()
    wished = notice.finished.imprint_page == "same" and notice.finished.imprint and notice.layout.imprint != "same"
    elsewhere = ("正文末页放不下版记，imprint_page: same 没有照办，版记另起一页。",) if wished else ()
    return (*notice.gave_way, *shrunk, *elsewhere)


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
