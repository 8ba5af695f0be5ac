"""Tables in text whose rows stand on one line each: cells between bars, or between tabs."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from generator.importers.outline import Cell, Paragraph, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.importers.outline import Block

Lines: TypeAlias = "Sequence[Paragraph]"

_OTHER_BARS = str.maketrans("│┃｜║", "||||")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = frozenset(" \t|:+-─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝=")
_STROKES = ("--", ":-", "─", "━", "═", "==")
_CROSSINGS = frozenset("|+┼┬┴╋┳┻╬╦╩")
_CELL_ALONE = re.compile(r"[^|]*\|+")


def found(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    """Yield the paragraphs, those that are rows of bar or tab tables replaced by the tables."""
    for kind, run in groupby(_stretches(paragraphs), key=lambda pair: pair[0]):
        lines = [line for _, line in run]
        readers = {"bars": _bar_tables, "tabs": _tab_table}
        yield from readers[kind[0]](lines) if kind[0] in readers else lines


def _stretches(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[tuple[str, int], Paragraph]]:
    """Yield each paragraph with its kind, and a number that changes at every empty line and every page."""
    stretch = 0
    for paragraph in paragraphs:
        stretch += paragraph.gap or paragraph.page_break
        yield (_kind(paragraph.text), stretch), paragraph


def _kind(text: str) -> str:
    bars = _bars(text)
    if (bars and not _CELL_ALONE.fullmatch(text.strip())) or _rule(text):
        return "bars"
    return "tabs" if text.count("\t") > 1 and not bars else ""


def _plain(text: str) -> str:
    return text if "|" in text else text.translate(_OTHER_BARS)


def _bars(text: str) -> int:
    return len(_BAR.findall(_plain(text)))


def _rule(text: str) -> bool:
    characters = set(text)
    return characters <= _RULE and not characters.isdisjoint(_CROSSINGS) and any(stroke in text for stroke in _STROKES)


def _bar_tables(lines: Lines) -> Iterator[Block]:
    """Yield the tables of neighbouring lines with bars: rows between outer bars, else runs of lines with equally many bars."""
    if all(_rule(line.text) or _outer(line.text) for line in lines):
        yield from _table(lines)
        return
    for _, run in groupby(_counted(lines), key=lambda pair: pair[0]):
        yield from _table([line for _, line in run])


def _counted(lines: Lines) -> Iterator[tuple[int, Paragraph]]:
    """Yield each line with its number of bars; a rule counts as the row before it."""
    count = 0
    for line in lines:
        count = count if _rule(line.text) and count else _bars(line.text)
        yield count, line


def _outer(text: str) -> bool:
    return _plain(text).lstrip().startswith("|")


def _table(lines: Lines) -> Iterator[Block]:
    """Yield one table, or the lines themselves where they are none."""
    rows = [line for line in lines if not _rule(line.text)]
    ruled = len(rows) < len(lines)
    outer = all(_outer(line.text) for line in rows)
    bars = max((_bars(line.text) for line in rows), default=0)
    if not rows or not (ruled or bars > (2 if outer else 1)) or (len(rows) == 1 and not (ruled or outer)):
        yield from lines
        return
    yield _built([(line, _cells(line.text, outer=outer)) for line in rows], closed=not outer)


def _cells(text: str, *, outer: bool) -> list[str]:
    cells = _BAR.split(_plain(text).strip())
    if outer:
        cells = cells[1 : -1 if cells[2:] and not cells[-1].strip() else None]
    return [cell.strip().replace("\\|", "|") for cell in cells]


def _tab_table(lines: Lines) -> Iterator[Block]:
    """Yield the table of neighbouring lines with tabs, or the lines themselves: tabs at the beginning alone are an indent."""
    rows = [(line, [cell.strip() for cell in line.text.split("\t")]) for line in lines]
    if len(rows) > 1 and any(sum(map(bool, cells)) > 1 for _, cells in rows):
        yield _built(rows, closed=False)
    else:
        yield from lines


def _built(rows: list[tuple[Paragraph, list[str]]], *, closed: bool) -> Table:
    """Return the table of some rows, a cell for every column; where rows are `closed` by a bar, no column stands behind it."""
    width = max(len(cells) for _, cells in rows)
    if closed and not any("".join(cells[width - 1 :]) for _, cells in rows):
        width -= 1
    filled = [(line, [*cells, *[""] * width][:width]) for line, cells in rows]
    return Table(tuple(Row(line.line, tuple(Cell((cell,)) if cell else Cell() for cell in cells)) for line, cells in filled))
