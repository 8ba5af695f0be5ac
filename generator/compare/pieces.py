"""Inside a field: what was taken out and put in, cut where a Chinese reader would cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator import data

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

PieceKind = Literal["same", "removed", "added"]
Atoms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that both sides have, or that only the old or the new one has."""

    kind: PieceKind
    text: str


def pieces(old: str, new: str, names: Iterable[str] = ()) -> tuple[Piece, ...]:
    """Return the pieces that turn one text into the other; no two neighbours are of one kind, removed stands before added.

    Same and removed ones joined are the old text, same and added ones the new. What `atoms` keeps whole is never cut, and
    `names` (of units) are kept whole too. What both sides have only by chance is not shown as the same.
    """
    known = tuple(sorted(set(names), key=lambda name: (-len(name), name)))
    texts = _Texts(atoms(old, known), atoms(new, known))
    return tuple(_told(texts, _tidied(texts, _slid(texts, _unchanged(texts)))))


def paragraph_pairs(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[int | None, int | None], ...]:
    """Return the indices of the paragraphs that belong together, in order; None where one has no partner.

    Equal paragraphs are found first; between them those are paired that are alike enough to be one edited, as well as the
    order allows. Of those left over at one place the old ones stand before the new.
    """
    paired: list[tuple[int | None, int | None]] = []
    done = _START
    for block in (*_common(old, new), Block(len(old), len(new), 0)):
        paired += _edited(old, new, done, block)
        paired += [(block.old + step, block.new + step) for step in range(block.size)]
        done = block
    return tuple(paired)


# --- atoms -----------------------------------------------------------------------------------------------------------

_NUMBER = r"\d+(?:,\d{3}(?!\d))*(?:[.．]\d+)?"
_CHINESE = "[零〇一二两三四五六七八九十百千万]"
_DASH = "[-—–－~～至到]"
_QUOTED_AT_MOST = 10  # characters: a longer quotation is a sentence, a shorter one a name
_LIST_MARKS = "、，,；;。：:（）()\n"


@cache
def _any(key: str) -> str:
    """Return the words of a list in words.yaml as a pattern."""
    return _either(data.load("generator.compare", "words.yaml")[key].split())


def _either(words: Iterable[str]) -> str:
    """Return the words as a pattern, longest first; of none it is a pattern that never fits."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'})"


@lru_cache(maxsize=64)
def _grammar(names: Atoms) -> re.Pattern[str]:
    scale = "[百千]?[万亿]"
    measure = rf"(?:(?:{scale}{{1,2}}|[百千])?{_any('measures')}|{scale}{{1,2}})"
    amount = rf"(?:[^\S\n]*{measure})?{_any('bounds_after')}?"
    return re.compile(
        rf"""
          {_either(names)}
        | 《[^《》]*(?:《[^《》]*》[^《》]*)*》
        | “[^“”。；]{{1,{_QUOTED_AT_MOST}}}”
        | {_any("before_numbers")}(?=[一-鿿]{{1,8}}[〔\[]\d{{4}}[〕\]])
        | [一-鿿]{{1,8}}[〔\[]\d{{4}}[〕\]]第?\d+号
        | \d{{4}}-\d{{1,2}}-\d{{1,2}} | \d{{1,2}}[:：][0-5]\d(?!\d)
        | \d{{4}}\s*年度?(?:\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?)?[底末初]?
        | \d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日|[底末初])?
        | [A-Za-z0-9]+(?:[+×/][A-Za-z0-9]+)+(?:小时)?
        | \d*[A-Za-z][A-Za-z0-9]*(?:[-./&_][A-Za-z0-9]+)*
        | 第?[<>≤≥＜＞≦≧±+-]?{_NUMBER}(?:\s*{measure}?\s*{_DASH}{{1,2}}\s*{_NUMBER}|[:：∶]{_NUMBER})?{amount}
        | {_CHINESE}+分之{_CHINESE}+ | 第{_CHINESE}+{_any("measures")}?
        | {_CHINESE}{{1,7}}{measure}{_any("bounds_after")}? | {_CHINESE}{{2,}}
        | {_any("operators")}
        | (?<![^{_LIST_MARKS}由]){_any("unit_beginnings")}[^{_LIST_MARKS}]{{1,14}}?{_any("unit_ends")}
          (?=[{_LIST_MARKS}]|{_any("unit_followers")}|\Z)
        | .
        """,
        re.VERBOSE | re.DOTALL,
    )


def atoms(text: str, names: Atoms = ()) -> Atoms:
    """Return the text in its smallest parts, joined the text again: mostly characters.

    Whole are names, listed units, 《documents》, short “quotations”, 〔2025〕numbers, dates, Latin words, words that bind a
    number, and numbers with their measure. Of `names`, given longest first, the first that fits counts.
    """
    return tuple(_grammar(names).findall(text))


# --- what both sides have --------------------------------------------------------------------------------------------


class Block(NamedTuple):
    """A stretch that both sides have: where it begins in each, and how many parts it has."""

    old: int
    new: int
    size: int

    @property
    def old_end(self) -> int:
        """Return where the old side goes on."""
        return self.old + self.size

    @property
    def new_end(self) -> int:
        """Return where the new side goes on."""
        return self.new + self.size


_START = Block(0, 0, 0)


class _Texts(NamedTuple):
    old: Atoms
    new: Atoms

    @property
    def end(self) -> Block:
        return Block(len(self.old), len(self.new), 0)

    def of(self, block: Block) -> Atoms:
        return self.old[block.old : block.old_end]


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """Return a longest common subsequence of two sequences as blocks."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only what differs needs it

    numbers: dict[Hashable, int] = {}
    coded = [[numbers.setdefault(part, len(numbers)) for part in side] for side in (old, new)]
    codes = LCSseq.opcodes(*coded)
    return [Block(code.src_start, code.dest_start, code.src_end - code.src_start) for code in codes if code.tag == "equal"]


_KEPT_AT_LEAST = 0.4
"""The share of both sides of a rewritten stretch that must stay for the rest to be shown inside it."""


def _unchanged(texts: _Texts) -> list[Block]:
    """Return the blocks that a reader accepts as unchanged: whole clauses first, then what stays inside the changed ones."""
    found: list[Block] = []
    done = _START
    for clauses in (*_common_clauses(texts), texts.end):
        found += [*_kept_inside(texts, done, clauses), clauses]
        done = clauses
    return _without_islands(texts, _joined(found))


def _common_clauses(texts: _Texts) -> list[Block]:
    old, new = _clauses(texts.old), _clauses(texts.new)
    old_starts, new_starts = ([*accumulate(map(len, side), initial=0)] for side in (old, new))
    return [
        Block(old_starts[block.old], new_starts[block.new], old_starts[block.old_end] - old_starts[block.old])
        for block in _common(old, new)
    ]


MARKS = frozenset("。；;，,、：:！!？?\n")
"""The marks behind which a clause ends."""


def _clauses(parts: Atoms) -> list[Atoms]:
    """Cut a text behind every mark, so that each clause ends in its own."""
    ends = [place for place, part in enumerate(parts, 1) if part in MARKS]
    return [parts[start:end] for start, end in pairwise([0, *ends, len(parts)]) if start < end]


def _kept_inside(texts: _Texts, before: Block, after: Block) -> list[Block]:
    """Return what stays between two blocks; nothing when it is so little that the stretch reads as rewritten."""
    inner = _Texts(*_between(texts, before, after))
    kept = _without_islands(inner, _common(*inner))
    if 2 * sum(block.size for block in kept) < _KEPT_AT_LEAST * sum(map(len, inner)):
        return []
    return [Block(block.old + before.old_end, block.new + before.new_end, block.size) for block in kept]


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks that hold something, those without a change between them as one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else _START
        if joined and (last.old_end, last.new_end) == (block.old, block.new):
            joined[-1] = Block(last.old, last.new, last.size + block.size)
        elif block.size:
            joined.append(block)
    return joined


# --- what they have only by chance -----------------------------------------------------------------------------------

_ISLAND = 2  # characters: 的, 和, 工作 between two changes are no common ground


def _without_islands(texts: _Texts, blocks: list[Block]) -> list[Block]:
    kept = [_START]
    for block in (*blocks, texts.end):
        while len(kept) > 1 and _is_island(texts, kept[-2], kept[-1], block):
            kept.pop()
        kept.append(block)
    return kept[1:-1]


def _is_island(texts: _Texts, before: Block, block: Block, after: Block) -> bool:
    """Tell whether a block between two changes is too short for them: of few characters, or far less than was rewritten."""
    removed = block.old - before.old_end, after.old - block.old_end
    added = block.new - before.new_end, after.new - block.new_end
    if not (removed[0] or added[0]) or not (removed[1] or added[1]):
        return False
    few = block.size <= _ISLAND and len("".join(texts.of(block))) <= _ISLAND and MARKS.isdisjoint(texts.of(block))
    return few or 2 * block.size < min(sum(removed), sum(added))


# --- where a change begins and ends ----------------------------------------------------------------------------------

_CUTS = dict.fromkeys("。；;！!？?\n", 3) | dict.fromkeys("，,：:", 2) | dict.fromkeys("、）”)", 1)
_SLIDE_AT_MOST = 40  # atoms


def _slid(texts: _Texts, blocks: list[Block]) -> list[Block]:
    """Move what was only put in, or only taken out, to where it begins and ends at marks, when it reads the same there."""
    slid = [_START, *blocks, texts.end]
    for place, (before, after) in enumerate(pairwise(slid)):
        if before.old_end == after.old or before.new_end == after.new:
            step = _best_step(texts, slid[place], after)
            slid[place] = Block(slid[place].old, slid[place].new, slid[place].size + step)
            slid[place + 1] = Block(after.old + step, after.new + step, after.size - step)
    return _joined(slid)


def _best_step(texts: _Texts, before: Block, after: Block) -> int:
    """Return by how many atoms to move the change between two blocks; they keep one each, unless a text begins or ends there."""
    side, start, end = texts.old, before.old_end, after.old
    if start == end:
        side, start, end = texts.new, before.new_end, after.new
    back = min(before.size - (before != (0, 0, before.size)), _SLIDE_AT_MOST)
    ahead = min(after.size - ((after.old_end, after.new_end) != texts.end[:2]), _SLIDE_AT_MOST)
    first = next((step for step in range(back) if side[start - 1 - step] != side[end - 1 - step]), back)
    last = next((step for step in range(ahead) if side[start + step] != side[end + step]), ahead)
    steps = sorted(range(-first, last + 1), key=abs)
    return max(steps, key=lambda step: _cut(side, start + step) + _cut(side, end + step), default=0)


def _cut(side: Atoms, place: int) -> int:
    """Return how good a place is to cut before: best at the ends of the text, then behind marks."""
    return 4 if place in {0, len(side)} else _CUTS.get(side[place - 1], 0)


def _tidied(texts: _Texts, blocks: list[Block]) -> list[Block]:
    """Give back to a changed word the character it has in common, when only a mark follows: 巡查 → 检查, not 巡 → 检."""
    framed = (_START, *blocks, texts.end)
    tidied = []
    for before, block, after in zip(framed, blocks, framed[2:], strict=False):
        text = texts.of(block)
        first = _stands_alone(text, ends=after == texts.end) and _ends_in_words(_between(texts, before, block), -1)
        last = _stands_alone(text[::-1], ends=before == _START) and _ends_in_words(_between(texts, block, after), 0)
        tidied.append(Block(block.old + first, block.new + first, max(block.size - first - last, 0)))
    return _joined(tidied)


def _stands_alone(text: Atoms, *, ends: bool) -> bool:
    """Tell whether a text begins with a character that only a mark follows, or nothing where the whole text `ends`."""
    return len(text[0]) == 1 and text[0].isalpha() and (text[1] in MARKS if text[1:] else ends)


def _ends_in_words(sides: tuple[Atoms, Atoms], place: Literal[0, -1]) -> bool:
    """Tell whether both sides of a change have a character of a word at one end, and not a number or a name."""
    return all(side and len(side[place]) == 1 and side[place].isalpha() for side in sides)


def _between(texts: _Texts, before: Block, after: Block) -> tuple[Atoms, Atoms]:
    return texts.old[before.old_end : after.old], texts.new[before.new_end : after.new]


def _told(texts: _Texts, blocks: list[Block]) -> Iterator[Piece]:
    done = _START
    for block in (*blocks, texts.end):
        removed, added = _between(texts, done, block)
        spans: tuple[tuple[PieceKind, Atoms], ...] = (("removed", removed), ("added", added), ("same", texts.of(block)))
        yield from (Piece(kind, "".join(parts)) for kind, parts in spans if parts)
        done = block


# --- paragraphs ------------------------------------------------------------------------------------------------------

_ALIKE = 50.0
"""The likeness, of 100, from which two paragraphs are one that was edited."""


def _edited(old: Sequence[str], new: Sequence[str], before: Block, after: Block) -> Iterator[tuple[int | None, int | None]]:
    """Yield the paragraphs between two blocks, paired for the greatest likeness in all."""
    row, column = before.old_end, before.new_end
    rest = _likeness_ahead(old[row : after.old], new[column : after.new])
    for down, across in _way(rest):
        yield (row if down else None), (column if across else None)
        row, column = row + down, column + across


def _likeness_ahead(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    """Return for every pair of places the greatest likeness that can still be had from there on."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only what differs needs it

    rest = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in reversed(range(len(old))):
        for column in reversed(range(len(new))):
            gain = max(ratio(old[row], new[column], score_cutoff=_ALIKE) - _ALIKE, 0.0)
            paired = gain + rest[row + 1][column + 1] if gain else 0.0
            rest[row][column] = max(paired, rest[row + 1][column], rest[row][column + 1])
    return rest


def _way(rest: list[list[float]]) -> Iterator[tuple[int, int]]:
    """Yield the steps down the old and across the new paragraphs along which that likeness is had."""
    row, column = 0, 0
    while row + 1 < len(rest) or column + 1 < len(rest[0]):
        here = rest[row][column]
        if row + 1 < len(rest) and rest[row + 1][column] == here:
            step = (1, 0)
        elif column + 1 < len(rest[0]) and rest[row][column + 1] == here:
            step = (0, 1)
        else:
            step = (1, 1)
        yield step
        row, column = row + step[0], column + step[1]
