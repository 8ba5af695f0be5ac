"""The one table of figures that a page is measured by: what the style says, and how it is found on the pages, in mm and pt."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.dressed import LOOK
from tests.page.sheets import MM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.render.context import Context
    from tests.page.sheets import Line, Sheet

STYLE = LOOK.style
PAGE, TEXT, HEAD, SIGNATURE, IMPRINT, NUMBER = (STYLE[key] for key in ("page", "text", "head", "signature", "imprint", "page_number"))
LEFT, TOP = PAGE["margins"]["left"], PAGE["margins"]["top"]
RIGHT, BOTTOM = LEFT + PAGE["text_area"]["width"], TOP + PAGE["text_area"]["height"]
LINE = PAGE["grid"]["line"] * MM
CHARACTER = (TEXT["body"]["size"] + PAGE["grid"]["tracking"]) * MM
ABOVE = 0.8  # of a line: what stands above the baseline
_FULL = PAGE["grid"]["characters"]
_HAN = ("\u4e00", "\u9fff")


@dataclass(frozen=True)
class Notice:
    """A printed notice: its pages and the strings that stand on them."""

    pages: list[Sheet]
    finished: Context

    def line(self, text: str, *, last: bool = False) -> Line | None:
        """Return the first line, or the last, that begins with a text; None where there is none."""
        wanted = text.replace(" ", "").replace("　", "")
        begun = [line for page in self.pages for line in page.lines if wanted and line.text.startswith(wanted)]
        found = [line for line in begun if line.text == wanted] or begun
        return found[-1 if last else 0] if found else None

    @property
    def portrait(self) -> list[Sheet]:
        """Return the pages that are not turned."""
        return [page for page in self.pages if page.width < page.height]

    @property
    def numbered(self) -> list[tuple[int, Line]]:
        """Return the page numbers, each with the page it stands on, counted from 1."""
        return [(place, line) for place, page in enumerate(self.pages, start=1) for line in page.lines if line.text == f"—{place}—"]


@dataclass(frozen=True)
class Figure:
    """A figure: its name and clause, what the style asks for, how far off it may be, and where it is measured (nowhere in some cases)."""

    name: str
    clause: str
    asked: float
    tolerance: float
    measured: Callable[[Notice], Iterable[float]]


def _full_lines(notice: Notice) -> Iterator[Line]:
    """Yield the lines of nothing but characters that fill the text area."""
    for page in notice.portrait:
        yield from (line for line in page.lines if len(line.text) == _FULL and all(_HAN[0] <= letter <= _HAN[1] for letter in line.text))


def _of_one_character(notice: Notice) -> Iterator[str]:
    """Yield the lines of nothing but one character, however long."""
    yield from (line.text for page in notice.portrait for line in page.lines if set(line.text) == {"安"})


def _pitches(notice: Notice) -> Iterator[float]:
    """Yield the distances of full lines that follow each other on a page."""
    for page in notice.portrait:
        full = [line.baseline for line in page.lines if line.text == "安" * _FULL]
        yield from (below - above for above, below in pairwise(full) if below - above < 2 * LINE)


def _full_pages(notice: Notice) -> Iterator[list[Line]]:
    """Yield the body lines of pages of nothing but text."""
    for page in notice.portrait:
        lines = [line for line in page.lines if line.baseline < BOTTOM]
        if len(lines) >= PAGE["grid"]["lines"] - 1 and all(line.text == "安" * _FULL for line in lines):
            yield lines


def _of(text: Callable[[Context], str | tuple[str, ...]], what: Callable[[Line], float]) -> Callable[[Notice], Iterator[float]]:
    """Return what measures the line that begins with a string of the context."""

    def measured(notice: Notice) -> Iterator[float]:
        said = text(notice.finished)
        line = notice.line(said[0] if isinstance(said, tuple) and said else str(said or ""))
        if line:
            yield what(line)

    return measured


def _red_rows(notice: Notice) -> list[tuple[float, float, float]]:
    return notice.pages[0].ink(red=True, below=BOTTOM) if notice.finished.mark else []


def _red_rule(notice: Notice) -> tuple[float, float, float] | None:
    return next((row for row in _red_rows(notice) if row[2] - row[1] > RIGHT - LEFT - 1 and row[0] > TOP + 60), None)


def _mark_top(notice: Notice) -> Iterator[float]:
    yield from (row[0] for row in _red_rows(notice)[:1])


def _mark_centre(notice: Notice) -> Iterator[float]:
    if notice.finished.mark and not notice.finished.joint:
        rule = _red_rule(notice)
        rows = [row for row in _red_rows(notice) if rule and row[0] < rule[0] - 1]
        yield (min(row[1] for row in rows) + max(row[2] for row in rows)) / 2


def _under_number(notice: Notice) -> Iterator[float]:
    rule = _red_rule(notice)
    if rule:
        yield rule[0] - notice.pages[0].ink(red=False, above=TOP + 40, below=rule[0])[-1][0]


def _rule_width(notice: Notice) -> Iterator[float]:
    rule = _red_rule(notice)
    if rule:
        yield rule[2] - rule[1]


def _rule_to_title(notice: Notice) -> Iterator[float]:
    rule, title = _red_rule(notice), notice.line((notice.finished.title or ("",))[0])
    if rule and title:
        yield title.baseline - rule[0]


def _title_to_recipients(notice: Notice) -> Iterator[float]:
    last, recipients = (notice.finished.label or (notice.finished.title or ("",))[-1]), notice.line(notice.finished.recipients[:12])
    title = notice.line(last)
    if title and recipients and notice.finished.mark:
        yield (
            recipients.baseline - title.baseline - (0 if notice.finished.label else (TEXT["title"]["line"] - PAGE["grid"]["line"]) * MM / 5)
        )


def _title_pitch(notice: Notice) -> Iterator[float]:
    lines = [notice.line(text) for text in notice.finished.title]
    found = [line.baseline for line in lines if line]
    yield from (below - above for above, below in pairwise(found))


def _indents(notice: Notice) -> Iterator[float]:
    """Yield how far in the first lines of paragraphs stand that have nothing but text."""
    for block in notice.finished.blocks:
        line = notice.line(block.text[:20]) if block.kind == "paragraph" else None
        if line:
            yield line.left - LEFT


def _dashes(notice: Notice) -> Iterator[float]:
    """Yield how far below the text area the dashes beside the page numbers lie."""
    for page in notice.portrait:
        rows = page.ink(red=False, above=BOTTOM + 3)
        dash = next((row for row in rows if row[2] - row[1] > 10), None)  # both dashes: as wide as the whole number
        if dash:
            yield dash[0] - BOTTOM


def _odd_right(notice: Notice) -> Iterator[float]:
    yield from (RIGHT - line.right for place, line in notice.numbered if place % 2)


def _even_left(notice: Notice) -> Iterator[float]:
    yield from (line.left - LEFT for place, line in notice.numbered if not place % 2)


def _annexes(notice: Notice) -> Iterator[tuple[Sheet, str, str]]:
    """Yield the first page of every labelled document behind the notice with its label and its title's first line."""
    parts = [part for part in (notice.finished.plan, *notice.finished.annexes) if part and part.label]
    for part in parts:
        page = next((page for page in notice.portrait if page.lines and page.lines[0].text == part.label), None)
        if page:
            yield page, part.label, part.title[0]


def _label_lines(notice: Notice) -> Iterator[float]:
    yield from (page.lines[0].baseline for page, _, _ in _annexes(notice))


def _label_lefts(notice: Notice) -> Iterator[float]:
    yield from (page.lines[0].left for page, _, _ in _annexes(notice))


def _annex_titles(notice: Notice) -> Iterator[float]:
    for page, _, title in _annexes(notice):
        yield next(line.baseline for line in page.lines if line.text.startswith(title.replace(" ", "")))


def _imprint_rules(notice: Notice) -> list[tuple[float, float, float]]:
    """Return the rules of the 版记: height, width and thickness of each, from top to bottom."""
    imprint = notice.finished.imprint
    if not imprint:
        return []
    count = 1 + sum(map(bool, (imprint.disclosure, imprint.recipients, imprint.copies_to, imprint.printing)))
    rules = [rule for rule in notice.pages[-1].rules if rule.right - rule.left > RIGHT - LEFT - 1 and not rule.red]
    return [(rule.height, rule.right - rule.left, rule.thickness) for rule in rules[-count:]]


def _printing(notice: Notice) -> tuple[Line | None, Line | None]:
    imprint = notice.finished.imprint
    return (notice.line(imprint.printed_by, last=True), notice.line(imprint.printed_on, last=True)) if imprint else (None, None)


def _name_and_date(notice: Notice, *, seal: bool) -> Iterator[tuple[Line, Line]]:
    """Yield the last name of the signature and the date, where the notice is sealed or not."""
    finished = notice.finished
    if finished.seal != seal or not finished.signature or not finished.date:
        return
    date = notice.line(finished.date, last=not finished.annexes)
    lines = [line for page in notice.pages for line in page.lines if abs(line.size - TEXT["body"]["size"]) < 1]
    above = [line for line in lines if date and line.text == finished.signature[-1] and line.baseline < date.baseline]
    if above and date:
        yield above[-1], date


def _sealed_date(notice: Notice) -> Iterator[float]:
    yield from (RIGHT - date.right for _, date in _name_and_date(notice, seal=True))


def _sealed_centres(notice: Notice) -> Iterator[float]:
    yield from (name.centre - date.centre for name, date in _name_and_date(notice, seal=True))


def _unsealed_step(notice: Notice) -> Iterator[float]:
    yield from (date.left - name.left for name, date in _name_and_date(notice, seal=False))


def _seal_rows(notice: Notice) -> Iterator[float]:
    """Yield how far apart the seals of a joint notice stand: names beside each other, rows below each other."""
    rows = notice.finished.seal_rows if notice.finished.seal else ()
    firsts = [line for row in rows if (line := notice.line(row[0], last=True))]
    yield from (below.baseline - above.baseline for above, below in pairwise(firsts))


def _notes(notice: Notice) -> Iterator[float]:
    line = notice.line(notice.finished.note)
    if line:
        yield line.left - LEFT


def _annex_notes(notice: Notice) -> Iterator[float]:
    for lines in (notice.finished.annex_note, notice.finished.plan_annex_note):
        line = notice.line("附件：") if lines else None
        if line:
            yield line.left - LEFT


def _sizes(smallest: float, largest: float) -> Callable[[Notice], Iterator[float]]:
    """Return what yields the sizes of text between two sizes."""

    def measured(notice: Notice) -> Iterator[float]:
        yield from (line.size for page in notice.pages for line in page.lines if smallest < line.size < largest)

    return measured


_ANNEX_TITLE_LINE = TOP + 2 * LINE + ABOVE * TEXT["title"]["line"] * MM

FIGURES = (
    Figure("纸宽", "5.1", PAGE["paper"]["width"], 0.5, lambda notice: (page.width for page in notice.portrait)),
    Figure("纸高", "5.1", PAGE["paper"]["height"], 0.5, lambda notice: (page.height for page in notice.portrait)),
    Figure("订口", "5.2.1", LEFT, 0.5, lambda notice: (line.left for line in _full_lines(notice))),
    Figure("版心右边", "5.2.1", RIGHT, 0.8, lambda notice: (line.right for line in _full_lines(notice))),
    Figure("首行基线", "5.2.1", TOP + ABOVE * LINE, 1, lambda notice: (lines[0].baseline for lines in _full_pages(notice))),
    Figure(
        "末行基线",
        "5.2.3",
        BOTTOM - (1 - ABOVE) * LINE,
        1,
        lambda notice: (lines[-1].baseline for lines in _full_pages(notice) if len(lines) == PAGE["grid"]["lines"]),
    ),
    Figure(
        "每页行数", "5.2.3", PAGE["grid"]["lines"], 0, lambda notice: [max(map(len, pages))] if (pages := [*_full_pages(notice)]) else []
    ),
    Figure("每行字数", "5.2.3", _FULL, 0, lambda notice: [max(map(len, lines))] if (lines := [*_of_one_character(notice)]) else []),
    Figure("行距", "5.2.3", LINE, 0.1, _pitches),
    Figure("发文机关标志上沿", "7.2.4", TOP + HEAD["mark"]["below_text_area_top"], 1, _mark_top),
    Figure("发文机关标志居中", "7.2.4", (LEFT + RIGHT) / 2, 1, _mark_centre),
    Figure("红线在发文字号下", "7.2.7", HEAD["red_line"]["below"], 0.5, _under_number),
    Figure("红线宽", "7.2.7", HEAD["red_line"]["width"], 0.5, _rule_width),
    Figure("标题字号", "7.3.1", TEXT["title"]["size"], 0.1, _of(lambda finished: finished.title, lambda line: line.size)),
    Figure("标题居中", "7.3.1", (LEFT + RIGHT) / 2, 0.5, _of(lambda finished: finished.title, lambda line: line.centre)),
    Figure("标题在红线下空二行", "7.3.1", TEXT["title"]["blank_before"] * LINE + ABOVE * TEXT["title"]["line"] * MM, 1.5, _rule_to_title),
    Figure("标题行距", "实务", TEXT["title"]["line"] * MM, 0.2, _title_pitch),
    Figure("主送机关在标题下空一行", "7.3.2", (TEXT["recipients"]["blank_before"] + 1) * LINE, 1, _title_to_recipients),
    Figure("主送机关顶格", "7.3.2", LEFT, 0.5, _of(lambda finished: finished.recipients[:12], lambda line: line.left)),
    Figure("正文字号", "5.2.2", TEXT["body"]["size"], 0.1, lambda notice: (line.size for line in _full_lines(notice))),
    Figure("首行缩进", "7.3.3", TEXT["body"]["indent"] * CHARACTER, 0.5, _indents),
    Figure("附件说明缩进", "7.3.4", TEXT["annex_note"]["indent"] * CHARACTER, 0.5, _annex_notes),
    Figure("用印日期右空", "7.3.5.1", SIGNATURE["sealed"]["date_right"] * CHARACTER, 1, _sealed_date),
    Figure("署名居日期之上", "7.3.5.1", 0, 1, _sealed_centres),
    Figure("印章行距", "7.3.5.1", SIGNATURE["sealed"]["seal_pitch"], 1, _seal_rows),
    Figure("不用印日期在署名右", "7.3.5.2", SIGNATURE["unsealed"]["date_left_of_name"] * CHARACTER, 2, _unsealed_step),
    Figure("附注缩进", "7.3.6", TEXT["note"]["indent"] * CHARACTER, 0.8, _notes),
    Figure("附件序号在第一行", "7.3.7", TOP + ABOVE * LINE, 1, _label_lines),
    Figure("附件序号顶格", "7.3.7", LEFT, 0.5, _label_lefts),
    Figure("附件标题在第三行", "7.3.7", _ANNEX_TITLE_LINE, 1, _annex_titles),
    Figure("表格字号", "实务", STYLE["table"]["text"]["size"], 0.1, _sizes(11, 13)),
    Figure("版记末线", "7.4.1", BOTTOM, 1, lambda notice: [rule[0] for rule in _imprint_rules(notice)[-1:]]),
    Figure("版记线宽", "7.4.1", RIGHT - LEFT, 0.5, lambda notice: [rule[1] for rule in _imprint_rules(notice)]),
    Figure(
        "版记首末线粗",
        "7.4.1",
        IMPRINT["outer_rule"]["thickness"],
        0.05,
        lambda notice: [rule[2] for rule in _imprint_rules(notice)[:: max(1, len(_imprint_rules(notice)) - 1)]],
    ),
    Figure(
        "版记中间线粗", "7.4.1", IMPRINT["inner_rule"]["thickness"], 0.05, lambda notice: [rule[2] for rule in _imprint_rules(notice)[1:-1]]
    ),
    Figure("版记字号", "7.4.3", IMPRINT["text"]["size"], 0.1, lambda notice: [line.size for line in _printing(notice) if line]),
    Figure(
        "印发机关左空",
        "7.4.3",
        IMPRINT["text"]["indent"] * IMPRINT["text"]["size"] * MM,
        0.5,
        lambda notice: [line.left - LEFT for line in _printing(notice)[:1] if line],
    ),
    Figure(
        "印发日期右空",
        "7.4.3",
        IMPRINT["text"]["indent"] * IMPRINT["text"]["size"] * MM,
        0.6,
        lambda notice: [RIGHT - line.right for line in _printing(notice)[1:] if line],
    ),
    Figure("页码字号", "7.5", NUMBER["size"], 0.1, lambda notice: (line.size for _, line in notice.numbered)),
    Figure("一字线在版心下", "7.5", NUMBER["below_text_area"], 1, _dashes),
    Figure("单页码右空", "7.5", NUMBER["indent"] * NUMBER["size"] * MM, 0.6, _odd_right),
    Figure("双页码左空", "7.5", NUMBER["indent"] * NUMBER["size"] * MM, 0.6, _even_left),
)
"""What is measured on both engines' pages."""
