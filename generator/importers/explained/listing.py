"""Lists inside running text, 一是…；二是… or 第一，…, and their entries as tasks or points of a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from generator.importers.marks import head_of
from generator.importers.prose import listed as prose
from generator.importers.prose import said
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.ids import Ids
    from generator.importers.prose import Drawn
    from generator.importers.scribe import Scribe

Piece: TypeAlias = tuple[int, str]
"""A text and the line it stands on."""

_CHINESE = "[一二三四五六七八九十]{1,3}"
_BEGIN = r"(?:(?<=[。;:,!?])|^)\s*"
_SHAPES = tuple(
    re.compile(_BEGIN + shape)
    for shape in (
        rf"(?P<number>{_CHINESE})(?:是|要)",
        rf"第(?P<number>{_CHINESE})[,、:]",
        rf"其(?P<number>{_CHINESE})[,、:]",
        rf"\((?P<number>{_CHINESE}|\d{{1,2}})\)",
        r"(?P<number>[①-⑳])",
        r"(?<![,])(?P<number>\d{1,2})[.、](?!\d)",
    )
)
_CLOSING = "；;。，,"
_TITLE = 40  # characters of an entry that is nothing but a title
_FIRST = 30  # characters of a first sentence that is one


@dataclass(slots=True)
class Entry:
    """One entry of a list: its number as it stands, what it says on its line, the paragraphs that follow."""

    line: int
    number: str
    text: str
    more: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Listing:
    """Texts taken apart: what stands before a list, its entries, what stands behind."""

    before: list[Piece] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    place: int
    start: int
    end: int
    value: int


# --- finding a list --------------------------------------------------------------------------------------------------


def listing(pieces: Sequence[Piece]) -> Listing:
    """Return texts with the lists in them taken apart; without a list all stands before."""
    runs = _runs(pieces)
    if not runs:
        return Listing([*pieces])
    found = Listing([*pieces[: runs[0][0].place]])
    for run, following in zip(runs, [*runs[1:], []], strict=True):
        first = run[0]
        found.before += _told([(pieces[first.place][0], pieces[first.place][1][_start(found, pieces, first) : first.start])])
        for mark, next_ in zip(run, [*run[1:], *following[:1], None], strict=False):
            found.entries.append(_entry(pieces, mark, next_, counts_on=next_ in run))
        _close(found, len(run))
        between = pieces[run[-1].place + 1 : following[0].place if following else len(pieces)]
        (found.before if following else found.after).extend(between)
    return found


def _runs(pieces: Sequence[Piece]) -> list[list[_Mark]]:
    """Return the lists of the kind of number that begins first, those of one entry alone left out."""
    kinds = [[run for run in _counted(pieces, shape) if len(run) > 1] for shape in _SHAPES]
    return min(filter(None, kinds), key=lambda runs: (runs[0][0].place, runs[0][0].start), default=[])


def _counted(pieces: Sequence[Piece], shape: re.Pattern[str]) -> list[list[_Mark]]:
    runs: list[list[_Mark]] = []
    for place, (_, text) in enumerate(pieces):
        for found in shape.finditer(narrow(text)):
            head = head_of(found["number"] + "、")
            mark = _Mark(place, found.start(), found.end(), head.value if head else 0)
            if mark.value == 1:
                runs.append([mark])
            elif runs and mark.value == runs[-1][-1].value + 1:
                runs[-1].append(mark)
    return runs


def _start(found: Listing, pieces: Sequence[Piece], first: _Mark) -> int:
    """Return where the words before a list begin: behind what stands on its line already, of an entry of a list before it."""
    claimed = found.entries and found.entries[-1].line == pieces[first.place][0]
    return first.start if claimed else 0


def _entry(pieces: Sequence[Piece], mark: _Mark, next_: _Mark | None, *, counts_on: bool) -> Entry:
    line, text = pieces[mark.place]
    same = next_ is not None and next_.place == mark.place
    entry = Entry(line, text[mark.start : mark.end], text[mark.end : next_.start if next_ and same else None])
    if next_ and counts_on and not same:
        other, before = pieces[next_.place]
        entry.more = [*pieces[mark.place + 1 : next_.place], *_told([(other, before[: next_.start])])]
    return entry


def _told(pieces: Iterable[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece[1].strip()]


def _close(found: Listing, length: int) -> None:
    """Cut off what follows the last entry of a list whose other entries end in a semicolon."""
    *others, last = found.entries[-length:]
    end = last.text.find("。") + 1
    if end and last.text[end:].strip() and all(entry.text.rstrip().endswith(("；", ";")) for entry in others):
        found.after.append((last.line, last.text[end:]))
        last.text = last.text[:end]


# --- entries as nodes ------------------------------------------------------------------------------------------------


def nodes(entries: Sequence[Entry], role: str, scribe: Scribe, ids: Ids) -> list[Drawn]:
    """Return entries as nodes of a role; where most are nothing but a title, a short one with a comma is one too."""
    titled = sum(_title_end(entry.text, commas=0) == len(entry.text) for entry in entries) * 2 > len(entries)
    return [_node(entry, _title_end(entry.text, commas=int(titled)), role, scribe, ids) for entry in entries]


def _title_end(text: str, *, commas: int) -> int:
    """Return where the title of an entry ends: the whole of a short clause, or a short first sentence that others follow; else 0."""
    plain = narrow(text).rstrip()
    said_ = plain.rstrip(";。,")
    ends = [place for mark in "。:;" if (place := said_.find(mark)) >= 0]
    if not ends:
        return len(text) if 0 < len(said_.strip()) <= _TITLE and said_.count(",") <= commas else 0
    first = said_[: min(ends)].strip()
    return min(ends) + 1 if 0 < len(first) <= _FIRST and "," not in first and plain[min(ends)] != ";" else 0


def _node(entry: Entry, end: int, role: str, scribe: Scribe, ids: Ids) -> Drawn:
    scribe.derive(entry.line, entry.number)
    title, rest = entry.text[:end], entry.text[end:]
    node: Drawn = {"id": ids.make(title or rest, role), "title": titled(entry.line, title, scribe)}
    texts = [(entry.line, rest), *entry.more]
    node["text"] = prose([scribe.text(line, text) for line, text in texts if text.strip()])
    return said(node)


def titled(line: int, raw: str, scribe: Scribe) -> str:
    """Return a title as the plan holds it: without the mark that closes it, which is printed where it is needed."""
    title = raw.strip().strip("【】").rstrip(_CLOSING + "：:")
    start = raw.find(title)
    scribe.derive(line, raw[:start] + raw[start + len(title) :])
    return scribe.text(line, title) if title else ""


def joined(pieces: Iterable[Piece], scribe: Scribe) -> list[str]:
    """Return texts as the plan holds them, empty ones left out."""
    return [scribe.text(line, text) for line, text in pieces if text.strip()]
