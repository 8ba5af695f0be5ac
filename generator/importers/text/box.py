"""The metadata box that a site prints above a document: labels with their values, in lines, in tables, one below the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from generator import data
from generator.importers.ledger import bare
from generator.importers.outline import Aside, Paragraph
from generator.importers.text.furniture import NAVIGATION, aside, is_navigation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.importers.outline import Block, Row, Table

_HEAD = 30  # blocks among which a box is looked for
_BODY = 60  # a paragraph without labels as long as this ends the head
_ENTRIES_AT_MOST = 2000  # characters of a line of entries
_BULLETS = "•●▪·* \t\u3000"
_MARKS = " \t\u3000|｜[]【】〔〕（）():："

Entry: TypeAlias = "tuple[int, str, str]"


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a box, the blocks that are left, and what was set aside with the box."""

    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of furniture.yaml, and the pattern that finds them in a line."""

    strong: frozenset[str]
    page: frozenset[str]
    known: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _labels() -> _Labels:
    table = data.load(__package__, "furniture.yaml")
    known = sorted({*table["labels"], *table["weak_labels"], *table["page_labels"]}, key=len, reverse=True)
    names = "|".join(r"[\s\u3000]*".join(label) for label in known)
    pattern = re.compile(rf"(?:^|(?<=[\s\u3000|｜】\]]))(?:[\[【〔(（]\s*({names})\s*[\]】〕)）]\s*[:：]?|({names})[\s\u3000]*[:：|｜])")
    return _Labels(frozenset(table["labels"]), frozenset(table["page_labels"]), frozenset(known), pattern)


def taken(blocks: Sequence[Block]) -> Found:
    """Return the entries of the box at the head of a document, and the blocks without it; no box, no entries."""
    entries: dict[int, list[Entry]] = {}
    for place, block in enumerate(blocks[:_HEAD]):
        if place in entries:
            continue
        if found := _entries(block):
            entries[place] = found
            if not found[-1][2] and _stands_below(blocks, place):
                entries[place] = [*found[:-1], (*found[-1][:2], aside(blocks[place + 1]).text.strip())]
                entries[place + 1] = []
        elif _ends_the_head(block):
            break
    return _found(blocks, entries) if _is_box(entry for found in entries.values() for entry in found) else Found((), tuple(blocks), ())


def _is_box(entries: Iterator[Entry]) -> bool:
    """Tell whether at least two known labels stand there, and not the page's own alone."""
    labels = {label for _, label, _ in entries} & _labels().known
    return len(labels & (_labels().strong | _labels().page)) > 1 and not labels.isdisjoint(_labels().strong)


def _found(blocks: Sequence[Block], entries: dict[int, list[Entry]]) -> Found:
    whole = [entry for place in sorted(entries) for entry in entries[place]]
    page = _labels().page
    return Found(
        tuple(entry for entry in whole if entry[1] and entry[1] not in page),
        tuple(block for place, block in enumerate(blocks) if place not in entries),
        tuple(
            Aside(line, f"{label}：{value}" if label else value, NAVIGATION) for line, label, value in whole if not label or label in page
        ),
    )


def _ends_the_head(block: Block) -> bool:
    return not isinstance(block, Paragraph) or len(bare(block.text)) > _BODY or block.text.endswith("。")


def _stands_below(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether the value of a label that ends a block is the next block: another label comes behind that."""
    following = blocks[place + 1 : place + 3]
    return (
        len(following) > 1
        and isinstance(following[0], Paragraph)
        and not _entries(following[0])
        and not is_navigation(following[0].text)
        and bool(_entries(following[1]))
    )


def _entries(block: Block) -> list[Entry]:
    """Return the entries of a block; none when it is no part of a box."""
    if isinstance(block, Paragraph):
        return list(_in_line(block.line, block.text))
    return _in_table(block)


def _in_line(line: int, text: str) -> Iterator[Entry]:
    """Yield the entries of a line that begins with a label."""
    text = text.strip().lstrip(_BULLETS)
    if len(text) > _ENTRIES_AT_MOST:
        return
    if (label := bare(text).strip(_MARKS)) in _labels().known:
        yield line, label, ""
        return
    found = list(_labels().pattern.finditer(text))
    if not found or found[0].start():
        yield from _apart(line, text.split())
        return
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True):
        yield line, bare(match[1] or match[2]), text[match.end() : end].strip(" \t\u3000|｜")


def _apart(line: int, words: Sequence[str]) -> Iterator[Entry]:
    """Yield the entries of a line whose labels and values are apart by blanks alone; it begins with a sure label."""
    starts = [place for place, word in enumerate(words) if word in _labels().known]
    if not starts or starts[0] or words[0] not in _labels().strong:
        return
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        yield line, words[start], "".join(words[start + 1 : end])


def _in_table(table: Table) -> list[Entry]:
    """Return the entries of a table that is a box: label and value in turn, or both in one cell."""
    entries = [entry for row in table.rows for entry in _in_row(row)]
    return entries if _is_box(iter(entries)) else []


def _in_row(row: Row) -> Iterator[Entry]:
    cells = [cell.line for cell in row.cells if cell.text]
    if any(found[1] and found[2] for text in cells for found in _in_line(row.line, text)):
        for text in cells:
            yield from list(_in_line(row.line, text)) or [(row.line, "", text)]
        return
    for label, value in zip(cells[::2], [*cells[1::2], ""], strict=False):
        yield row.line, bare(label).strip(_MARKS), value
