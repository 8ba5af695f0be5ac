"""A title broken into printed lines: at meaning, none inside a word, in the shape of a trapezium or lozenge (GB/T 9704 7.3.1)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator import data
from generator.render.widths import ems

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a break costs. Anything below _IN_WORD is a break at meaning; the dearer ones are taken only where no line would fit otherwise.
_NEVER, _IN_WORD, _IN_BOOK = 10_000.0, 300.0, 50.0
_BEFORE_JOINT, _BETWEEN_WORDS, _BESIDE_UNKNOWN, _BESIDE_STRAY = 2.0, 5.0, 8.0, 20.0
_AFTER_HEAD, _BEFORE_TAIL = 4.0, 6.0  # 进一步 clings to what follows, 工作要点 to what goes before
_AFTER_BODY, _AFTER_SHORT_BODY, _BODY_LINE = -2.0, 3.0, 5  # a body of 5 ems fills a line; 国务院 alone looks lost
_HOURGLASS, _EQUAL, _EMPTINESS = 15.0, 2.0, 10.0  # shapes, and an empty line's blank

_Kind = Literal["words", "heads", "tails", "joints", "unknown"]
_KEPT = 12  # ways to reach a place that are followed further, more than titles have; a bound on time only
_STRAY = 1  # a single unknown character is likely part of a word beside it

_BODY_ENDS = "局委部厅会室院队府处署"
_JOINT_BODIES = re.compile(rf"(?<=[{_BODY_ENDS}])(?=[^办员门局委部厅会室院队府处署]{{3}})")
_BODY = re.compile(r"^[^《]{2,40}?(?=关于)|(?:(?<=《)|(?<=印发)|(?<=转发))[^《》、关和]{1,9}?(?:人民政府|委员会)(?:办公厅|办公室)?")
_PLACE = r"(?:(?<=^)|(?<=《)|(?<=印发))[^\W\d]{1,7}?(?:省|市|县|区|州|旗|盟|镇|乡|街道)"
_NUMBER = (
    r"〔\d+〕\d*号?|第?\d[\d.,]*(?:年?[—~～至－-]+\d[\d.]*)*(?:年度|年|月份|月|日|号|个|项|条|批|次|届|期|亿元|万元|季度|[%％])?"
    r"|第[一二三四五六七八九十百]+(?:批|次|届|期|号|季度|个五年规划|个|轮|部分)?|[A-Za-z][A-Za-z0-9+-]*"
)
_BOOK, _QUOTE = re.compile(r"《[^《》]*》"), re.compile(r"[“‘（〔][^“”‘’（）〔〕]{0,12}[”’）〕]")

_LIKED = (
    (re.compile(r"(?<=[^《])(?=关于)"), 1.0),
    (re.compile(r"(?<=关于(?:印发|转发|批转|公布|发布|修改|废止))"), 2.0),
    (re.compile(r"(?<=[，；])"), 1.0),
    (re.compile(r"(?<=、)"), 2.0),
    (re.compile(r"(?<=[ 　])"), 0.0),
    (re.compile(r"(?=《)"), 2.0),
    (re.compile(r"(?<=》)"), 4.0),
    (re.compile(r"(?<![\d—~～至－-])(?=\d{4}年)"), 3.0),
    (re.compile(r"(?<=年度)|(?<=\d年)(?![度前底初末以至])"), 5.0),
    (re.compile(r"(?<=的)(?=.{5})"), 6.0),
)
_DISLIKED = (
    (re.compile(r"(?=[》〉」』”’）〕】\])}、，。；：！？…·—～,.;:!?%％的 　])"), _NEVER),
    (re.compile(r"(?<=[《〈「『“‘（〔【\[({])"), _NEVER),
    (re.compile(r"(?<=关于)|(?<=的)(?=.{0,4}$)"), _NEVER),
    (re.compile(r"(?=[（(])"), 20.0),
)


class _Token(NamedTuple):
    """A stretch of a title that no line breaks, or of which nothing is known."""

    start: int
    end: int
    kind: _Kind


class _Way(NamedTuple):
    """A way to break the beginning of a title: what it costs, where, and whether its lines are getting shorter."""

    cost: float
    breaks: tuple[int, ...]
    falling: bool


@dataclass(frozen=True, slots=True)
class _Printer:
    """What is known of a title before it is broken: the cost of a break at each place, ems up to it, and a line's width."""

    costs: list[float]
    offsets: list[float]
    width: float

    def candidates(self) -> list[int]:
        """Return where to look for breaks: at meaning; elsewhere only in what is too long for a line."""
        places = [place for place, cost in enumerate(self.costs) if cost < _IN_WORD]
        for limit in (_NEVER, math.inf):
            long = [(start, end) for start, end in pairwise(places) if self._ems(start, end) > self.width]
            places += [place for start, end in long for place in range(start + 1, end) if self.costs[place] < limit]
            places.sort()
        return places

    def breaks(self) -> tuple[int, ...]:
        """Return the cheapest breaks, from the title's beginning to its end."""
        places = self.candidates()
        ways: dict[int, dict[tuple[int, bool], _Way]] = {place: {} for place in places}
        ways[0][0, False] = _Way(0.0, (0,), falling=False)
        for at, start in enumerate(places):
            cheapest = sorted(ways[start].values())[:_KEPT]
            for end in self._reach(start, places[at + 1 :]):
                for way in cheapest:
                    longer = self._longer(way, end)
                    key = start, longer.falling
                    ways[end][key] = min(ways[end].get(key, longer), longer)
        return min(ways[places[-1]].values()).breaks

    def _reach(self, start: int, places: list[int]) -> list[int]:
        """Return where a line may end; a single stretch too wide for any line has one to itself."""
        return [*takewhile(lambda end: self._ems(start, end) <= self.width, places)] or places[:1]

    def _longer(self, way: _Way, end: int) -> _Way:
        """Return the way with a further line."""
        line = self._ems(way.breaks[-1], end)
        last = self._ems(*way.breaks[-2:]) if len(way.breaks) > 1 else None
        shape = 0.0 if last is None else _EQUAL * (line == last) + _HOURGLASS * (way.falling and line > last)
        blank = max(0.0, 1 - line / self.width)
        falling = last is not None and (line < last or (way.falling and line == last))
        return _Way(way.cost + self.costs[end] + shape + _EMPTINESS * blank * blank, (*way.breaks, end), falling)

    def _ems(self, start: int, end: int) -> float:
        return self.offsets[end] - self.offsets[start]


@lru_cache(maxsize=256)  # the documents of one plan ask for the same titles
class TitleWidths(NamedTuple):
    """The ems of a title that stand on one line of a page, and of one that is turned: of 2号 on 156 and 225 mm (GB/T 9704 5.2.1, 7.3.1)."""

    upright: float = 20.1
    turned: float = 28.9


def broken(title: str, width: float = TitleWidths().upright) -> tuple[str, ...]:
    """Return a title as printed lines of at most `width` ems, joined they are the title; one line where it fits.

    A text that offers no place to break is broken where it must be.
    """
    if ems(title) <= width:
        return (title,)
    offsets = [ems(title[:end]) for end in range(len(title) + 1)]
    breaks = _Printer(_costs(title, width), offsets, width).breaks()
    return tuple(title[start:end] for start, end in pairwise(breaks))


def _costs(title: str, width: float) -> list[float]:
    """Return what a break before each character costs, and one at the end nothing."""
    costs = [_IN_WORD] * len(title) + [0.0]
    for before, after in pairwise(_tokens(title)):
        costs[after.start] = _between(before, after)
    for liked, cost in _LIKED:
        for place in _places(liked, title):
            costs[place] = min(costs[place], cost)
    _spare_bodies(title, costs, width)
    _spare_enclosed(title, costs, width)
    for disliked, cost in _DISLIKED:
        for place in _places(disliked, title):
            costs[place] = max(costs[place], cost)
    costs[0] = costs[-1] = 0.0
    return costs


def _places(pattern: re.Pattern[str], title: str) -> Iterator[int]:
    return (match.end() for match in pattern.finditer(title))


def _between(before: _Token, after: _Token) -> float:
    """Return what a break between two tokens costs; a conjunction goes with what follows it."""
    kinds = {before.kind, after.kind}
    if any(token.kind == "unknown" and token.end - token.start == _STRAY for token in (before, after)):
        cost = _BESIDE_STRAY
    elif after.kind == "joints":
        cost = _BEFORE_JOINT
    else:
        cost = _BESIDE_UNKNOWN if "unknown" in kinds else _BETWEEN_WORDS
    return cost + _AFTER_HEAD * (before.kind in {"heads", "joints"}) + _BEFORE_TAIL * (after.kind == "tails")


def _spare_bodies(title: str, costs: list[float], width: float) -> None:
    """Keep names of bodies whole; the title's own body is best followed by a new line."""
    for match in _BODY.finditer(title):
        joints = {match.start() + place for place in _places(_JOINT_BODIES, match[0])}
        for place in range(match.start() + 1, match.end()):
            inner = _BESIDE_UNKNOWN if place in joints and ems(match[0]) > width else _IN_WORD
            costs[place] = costs[place] if title[place - 1] in " 　、" else inner
        if match.start() == 0:
            costs[match.end()] = _AFTER_BODY if ems(match[0]) >= _BODY_LINE else _AFTER_SHORT_BODY


def _spare_enclosed(title: str, costs: list[float], width: float) -> None:
    """Keep short quotations whole, and book titles that fit a line."""
    for match in _QUOTE.finditer(title):
        for place in range(match.start() + 1, match.end()):
            costs[place] = max(costs[place], _IN_WORD)
    for match in _BOOK.finditer(title):
        for place in range(match.start() + 1, match.end()):
            costs[place] += _IN_BOOK * (ems(match[0]) <= width)


def _tokens(title: str) -> list[_Token]:
    """Return the title as tokens without a gap between them."""
    pattern, kinds = _vocabulary()
    tokens: list[_Token] = []
    end = 0
    for match in pattern.finditer(title):
        tokens += _unknown(end, match.start())
        tokens.append(_Token(*match.span(), kinds.get(match[0], "words")))
        end = match.end()
    return [*tokens, *_unknown(end, len(title))]


def _unknown(start: int, end: int) -> list[_Token]:
    return [_Token(start, end, "unknown")] if end > start else []


@cache
def _vocabulary() -> tuple[re.Pattern[str], dict[str, _Kind]]:
    """Return a pattern that finds the next token of which something is known, longer words first, and the words' kinds."""
    listed = data.load("generator.render", "title_words.yaml")
    kinds: dict[str, _Kind] = {word: kind for kind in ("words", "heads", "tails", "joints") for word in listed[kind].split()}
    known = "|".join(sorted(kinds, key=len, reverse=True))
    return re.compile(rf"{_NUMBER}|{known}|{_PLACE}|[^\w\s]"), kinds
