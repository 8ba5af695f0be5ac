"""What a page or a site puts around a document: navigation at its head and foot, page numbers between its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from generator import data
from generator.importers.ledger import bare
from generator.importers.outline import Aside, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.importers.outline import Block

NAVIGATION = "网页导航"
PAGE_NUMBER = "页码"
RUNNING = "页眉页脚"

_HEAD, _FOOT = 25, 60  # blocks of navigation at most
_BODY = 50  # a line as long as this is no furniture, unless its words say so
_PATTERN_AT_MOST = 200  # characters compared with the patterns
_SHORT = 20
_DIGITS = 5
_RECURS = 3  # times that a running head stands beside a page number
_RUNNING_LENGTH = range(6, 46)
_COLUMNS = re.compile(r"[|｜\t]|\s{2,}")
_DASHED = re.compile(
    r"[-—–－─―‐~～·]{1,3}(\d{1,4})[-—–－─―‐~～·]{1,3}|第(\d{1,4})页([,，/]?共\d{1,4}页)?|Page(\d{1,4})(of\d{1,4})?", re.IGNORECASE
)
_OF_ALL = re.compile(r"(\d{1,4})/(\d{1,4})")

_Counted: TypeAlias = tuple[str, int, int]
"""What a number has in common with others, its place among the lines, the number."""

_Lines = TypeVar("_Lines", Paragraph, Paragraph | Table)
"""Paragraphs alone or among tables: what goes in comes out."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of furniture.yaml, ready to match a line without its blanks."""

    navigation: re.Pattern[str]
    site: re.Pattern[str]
    closing: re.Pattern[str]


@cache
def _words() -> _Words:
    table = data.load(__package__, "furniture.yaml")
    lines = "|".join(f"(?:{pattern})" for pattern in table["lines"])
    return _Words(*(re.compile(pattern, re.IGNORECASE) for pattern in (lines, table["site"], table["closing"])))


def aside(block: Block, why: str = NAVIGATION) -> Aside:
    """Return a block as an aside, the cells of a table parted by blanks."""
    if isinstance(block, Paragraph):
        return Aside(block.line, f"{block.number}{block.text}", why)
    return Aside(block.line, "\n".join(" ".join(cell.line for cell in row.cells if cell.line) for row in block.rows), why)


def cleared(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Aside, ...]]:
    """Return the blocks without the navigation at head and foot, and that navigation."""
    taken = {*_at_head(blocks), *_at_foot(blocks)}
    kept = tuple(block for place, block in enumerate(blocks) if place not in taken)
    return kept, tuple(aside(blocks[place]) for place in sorted(taken))


def is_navigation(text: str) -> bool:
    """Tell whether a line is one of a site's navigation, by its words."""
    return len(text) <= _PATTERN_AT_MOST and _words().navigation.fullmatch(bare(text)) is not None


def _text(block: Block) -> str:
    return bare(block.text) if isinstance(block, Paragraph) else ""


def _is_body(block: Block) -> bool:
    """Tell whether a block surely belongs to the document itself: a table, a long line, a sentence."""
    text = _text(block)
    return not text or len(text) > _BODY or text.endswith(("。", "；"))


def _at_head(blocks: Sequence[Block]) -> Iterator[int]:
    for place, block in enumerate(blocks[:_HEAD]):
        if is_navigation(_text(block)):
            yield place
            if place in {1, 2} and _is_address(block) and _words().site.fullmatch(_text(blocks[place - 1])):
                yield place - 1
        elif _is_body(block):
            return


def _is_address(block: Block) -> bool:
    return _text(block).isascii()


def _at_foot(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the places of navigation at the foot, and of the short lines behind its first that are none of a document's."""
    trailing = True
    pending: list[int] = []
    for place in range(len(blocks) - 1, max(0, len(blocks) - _FOOT) - 1, -1):
        if is_navigation(_text(blocks[place])):
            yield place
            yield from pending if trailing else ()
            pending = []
        elif _is_body(blocks[place]):
            return
        else:
            trailing = trailing and _is_trailing(blocks[place])
            pending.append(place)


def _is_trailing(block: Block) -> bool:
    text = _text(block)
    return len(text) <= _SHORT and not _words().closing.fullmatch(text)


def page_numbers(blocks: Iterable[_Lines]) -> tuple[tuple[_Lines, ...], tuple[Aside, ...]]:
    """Return the blocks without page numbers and the running heads beside them, and those; what broke before one breaks behind it."""
    lines: list[_Lines] = list(blocks)
    counted: tuple[_Counted, ...] = (*_of_all(lines), *_at_page_ends(lines))
    taken: set[int] = {*_dashed(lines), *(place for group in _counting_on(counted) for place in group)}
    running = {*_running(lines, taken)}
    asides = (aside(lines[place], RUNNING if place in running else PAGE_NUMBER) for place in sorted(taken | running))
    return tuple(_without(lines, taken | running)), tuple(asides)


def _running(lines: Sequence[Block], numbers: set[int]) -> Iterator[int]:
    """Yield the places of a short line that stands on the same side of three page numbers and more, and of half of them at least."""
    for side in (-1, 1):
        beside: dict[str, list[int]] = {}
        for place in sorted(numbers):
            at = place + side
            if 0 <= at < len(lines) and at not in numbers and (text := _running_text(lines[at])):
                beside.setdefault(text, []).append(at)
        for places in beside.values():
            if len(places) >= _RECURS and len(places) * 2 >= len(numbers):
                yield from places


def _running_text(line: Block) -> str:
    """Return what a page's running head may say, "" for a line that is none: a row of a table or a sentence."""
    text = _short(line)
    columns = isinstance(line, Paragraph) and _COLUMNS.search(line.text.strip())
    return text if len(text) in _RUNNING_LENGTH and not columns and not text.endswith(("。", "；", "：")) else ""


def _without(lines: Sequence[_Lines], taken: set[int]) -> Iterator[_Lines]:
    gap = page_break = False
    for place, line in enumerate(lines):
        if isinstance(line, Paragraph):
            gap, page_break = gap or line.gap, page_break or line.page_break
            if place in taken:
                continue
            yield replace(line, gap=gap, page_break=page_break)
        else:
            yield line
        gap = page_break = False


def _dashed(lines: Sequence[Block]) -> Iterator[int]:
    return (place for place, line in enumerate(lines) if _DASHED.fullmatch(_short(line)))


def _short(line: Block) -> str:
    """Return a line without blanks, an empty text for one too long to be a page number."""
    return _text(line) if isinstance(line, Paragraph) and len(line.text) < _PATTERN_AT_MOST else ""


def _of_all(lines: Sequence[Block]) -> Iterator[_Counted]:
    """Yield the lines 3/12: in common they have the total."""
    for place, line in enumerate(lines):
        if (found := _OF_ALL.fullmatch(_short(line))) and int(found[1]) <= int(found[2]):
            yield f"of {found[2]}", place, int(found[1])


def _at_page_ends(lines: Sequence[Block]) -> Iterator[_Counted]:
    """Yield the lines that are a number alone at either end of a page: in common they have how far they are ahead of it."""
    page = 0
    for place, line in enumerate(lines):
        page += _breaks(line)
        ends = place + 1 == len(lines) or _breaks(lines[place + 1])
        if (ends or _breaks(line)) and (text := _short(line)).isdecimal() and len(text) < _DIGITS:
            yield f"ahead {int(text) - page}", place, int(text)


def _breaks(line: Block) -> bool:
    return isinstance(line, Paragraph) and line.page_break


def _counting_on(counted: Iterable[_Counted]) -> Iterator[list[int]]:
    """Yield the places of two and more numbers that have something in common and rise."""
    groups: dict[str, list[tuple[int, int]]] = {}
    for common, place, number in counted:
        groups.setdefault(common, []).append((place, number))
    for group in groups.values():
        if len(group) > 1 and all(before < after for (_, before), (_, after) in pairwise(group)):
            yield [place for place, _ in group]
