"""Which part of one document is which of another, where they share no ids: by title, text, place and a file that overrides."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from generator import data
from generator.errors import UserError
from generator.schema.likeness import nearest, suggestion
from generator.source import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

THRESHOLD = 0.25
"""The confidence from which two parts are taken for one; measured, like all figures here, on the plans of three counties."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part of a document that may have a partner; `parent` is the id of the part it stands in."""

    id: str
    role: str
    title: str
    text: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts that are one, by their ids, with a confidence from 0 to 1; `new` None: the old one has no partner."""

    old: str
    new: str | None
    confidence: float = 1.0


def match(
    old: Sequence[Candidate], new: Sequence[Candidate], *, by_id: bool = False, fixed: Iterable[Pair] = (), threshold: float = THRESHOLD
) -> tuple[Pair, ...]:
    """Return the pairs in the order of the old document: one to one, of one role, of the greatest confidence in all.

    `fixed` pairs stand as they are, and what they leave without a partner stays without. With `by_id` parts of one id and
    role are a pair before anything is weighed. No other pair is below the threshold. Ids are those of one document each.
    """
    settled = _settled(old, new, tuple(fixed), by_id=by_id)
    taken, given = {pair.old for pair in settled}, {pair.new for pair in settled}
    open_roles = {part.role for part in old if part.id not in taken} & {part.role for part in new if part.id not in given}
    found = [pair for role in sorted(open_roles) for pair in _matched(_Likeness(old, new, role), taken, given, threshold)]
    order = {part.id: place for place, part in enumerate(old)}
    return tuple(sorted((pair for pair in (*settled, *found) if pair.new is not None), key=lambda pair: order[pair.old]))


def _matched(likeness: _Likeness, taken: set[str], given: set[str | None], threshold: float) -> Iterator[Pair]:
    rows = [row for row, part in enumerate(likeness.old) if part.id not in taken]
    scores = {row: likeness.confidence(row, threshold, given) for row in rows}
    for row, column in assign(scores).items():
        yield Pair(likeness.old[row].id, likeness.new[column].id, scores[row][column])


def _settled(old: Sequence[Candidate], new: Sequence[Candidate], fixed: tuple[Pair, ...], *, by_id: bool) -> tuple[Pair, ...]:
    if not by_id:
        return fixed
    one, other = {pair.old for pair in fixed}, {pair.new for pair in fixed}
    roles = {candidate.id: candidate.role for candidate in new}
    same = (Pair(part.id, part.id) for part in old if roles.get(part.id) == part.role and part.id not in one | other)
    return (*fixed, *same)


# --- likeness --------------------------------------------------------------------------------------------------------

Features = dict[str, float]
"""The words of a text, as far as they can be told without a dictionary, with their weights."""
Words = Callable[[str], Features]

_FORMULA = 0.2  # what a formula word weighs beside two other characters
_CHARACTER = 0.4  # what one character weighs beside two
_TITLE = 0.5  # what the title counts for; the rest is the text, with the title once more
_EMPTY_TITLE = 0.1  # the same where the title is nothing but formula words
_TELLING = 0.8  # the likeness from which titles that say something stand for themselves, whatever their texts share
_STRANGERS = 0.25  # what is left of a likeness where the texts share nothing, and
_ACQUAINTED = 0.005  # what they must have in common for all of it to be left
_HALFWAY = 0.1  # texts of one task in two counties have a tenth of their wording in common, of two tasks far less
_ASTRAY = 0.02  # what is lost by standing under another heading, and by standing elsewhere: it decides between equals


class _Likeness:
    """How much the parts of one role are alike in two documents."""

    def __init__(self, old: Sequence[Candidate], new: Sequence[Candidate], role: str) -> None:
        self.old, self.new = ([part for part in side if part.role == role] for side in (old, new))
        self.titles = _Index([part.title for part in self.old], [part.title for part in self.new], _title_words)
        self.texts = _Index([_wording(part) for part in self.old], [_wording(part) for part in self.new], _bigrams)
        self.bodies = _Index([_body(part) for part in self.old], [_body(part) for part in self.new], _substance)
        self.headings, self.others = ({part.id: part.title for part in side} for side in (old, new))

    def confidence(self, row: int, threshold: float, given: set[str | None]) -> dict[int, float]:
        """Return the confidence for every new part that reaches the threshold and is not given away."""
        titles, texts, bodies = (index.likeness(row) for index in (self.titles, self.texts, self.bodies))
        free = (column for column in sorted(titles.keys() | texts.keys()) if self.new[column].id not in given)
        weighed = ((column, self._weighed(row, column, titles.get(column, 0.0), texts.get(column, 0.0))) for column in free)
        likely = ((column, confidence) for column, confidence in weighed if confidence >= threshold)
        judged = ((column, round(confidence * self._trust(row, column, titles, bodies), 4)) for column, confidence in likely)
        return {column: confidence for column, confidence in judged if confidence >= threshold}

    def _trust(self, row: int, column: int, titles: dict[int, float], bodies: dict[int, float]) -> float:
        """Return how far a likeness is to be trusted: little where only the titles make it, and the texts are of two things."""
        if not self.bodies.says_something(row, column):
            return 1.0
        if titles.get(column, 0.0) >= _TELLING and not _is_formula(self.old[row].title):
            return 1.0
        shared = min(bodies.get(column, 0.0) / _ACQUAINTED, 1.0)
        return _STRANGERS + (1 - _STRANGERS) * shared

    def _weighed(self, row: int, column: int, title: float, text: float) -> float:
        one, other = self.old[row], self.new[column]
        text *= (1 + _HALFWAY) / (text + _HALFWAY)
        said = _EMPTY_TITLE if _is_formula(one.title) and _is_formula(other.title) else _TITLE
        share = said if one.text and other.text else 1.0
        alike = share * title + (1 - share) * text if one.title and other.title else text
        elsewhere = abs(row / len(self.old) - column / len(self.new))
        heading = self.headings.get(one.parent) != self.others.get(other.parent)
        return round(alike * (1 - _ASTRAY * elsewhere - _ASTRAY * heading), 4)


def _wording(part: Candidate) -> str:
    return f"{part.title}\n{part.text}"


def _body(part: Candidate) -> str:
    return part.text.replace(part.title, " ") if part.title else part.text


class _Index:
    """Two lists of texts, and how much each of the one is like each of the other."""

    def __init__(self, old: Sequence[str], new: Sequence[str], words: Words) -> None:
        counted = [[words(_plain(text)) for text in side] for side in (old, new)]
        rarity = _rarity([features for side in counted for features in side])
        self.old, self.new = ([_weighted(features, rarity) for features in side] for side in counted)
        self.places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for column, features in enumerate(self.new):
            for word, weight in features.items():
                self.places[word].append((column, weight))

    def says_something(self, row: int, column: int) -> bool:
        """Return whether both texts have words to be compared."""
        return bool(self.old[row] and self.new[column])

    def likeness(self, row: int) -> dict[int, float]:
        """Return for every new text that shares a word with an old one their cosine, from 0 to 1."""
        alike: dict[int, float] = defaultdict(float)
        for word, weight in self.old[row].items():
            for column, other in self.places.get(word, ()):
                alike[column] += weight * other
        return {column: min(cosine, 1.0) for column, cosine in alike.items()}


def _plain(text: str) -> str:
    """Return the letters and digits of a text, of one width and in runs parted by a blank."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return " ".join(re.findall(r"\w+", folded))


@cache
def _listed(*lists: str) -> re.Pattern[str]:
    words = [word for name in lists for word in data.load("generator.compare", "words.yaml")[name].split()]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def _formula() -> re.Pattern[str]:
    return _listed("formula")


def _is_formula(title: str) -> bool:
    return not _formula().sub("", _plain(title)).strip()


def _substance(text: str) -> Features:
    """Return the double characters of a text without what stands in any: numbers, how often, and words of the genre."""
    runs = re.sub("[0-9]+", " ", _listed("formula", "occasions").sub(" ", text)).split()
    return {double: 1.0 for run in runs for double in _doubles(run) if len(double) > 1}


def _title_words(title: str) -> Features:
    """Return single and double characters of a title; what stands in any title weighs little, and parts what it stands between."""
    features: Features = defaultdict(float)
    for word in _formula().findall(title):
        features[word] += _FORMULA
    for run in _formula().sub(" ", title).split():
        for character in run:
            features[character] += _CHARACTER
        for double in _doubles(run):
            features[double] += 1.0
    return features


def _bigrams(text: str) -> Features:
    counted = Counter(double for run in text.split() for double in _doubles(run))
    return {double: 1 + math.log(count) for double, count in counted.items()}


def _doubles(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run) - 1)] or [run]


def _rarity(texts: list[Features]) -> Features:
    """Return the weight of every word: the fewer texts have it the more."""
    spread = Counter(word for features in texts for word in features)
    return {word: math.log(1 + len(texts) / count) for word, count in spread.items()}


def _weighted(features: Features, rarity: Features) -> Features:
    weighted = {word: weight * rarity[word] for word, weight in features.items()}
    length = math.hypot(*weighted.values())
    return {word: weight / length for word, weight in weighted.items()} if length else {}


# --- the best total --------------------------------------------------------------------------------------------------


def assign(scores: dict[int, dict[int, float]]) -> dict[int, int]:
    """Return a column for each row that gets one, no column twice, of the greatest sum of scores that can be had.

    Scores are from 0 to 1; a row has only the columns it scores for. Rows come in one by one, each along the cheapest way
    of changing places (Jonker and Volgenant); a place of its own that costs 1 stands for staying alone.
    """
    assignment = _Assignment({row: {c: 1 - score for c, score in columns.items()} | {-1 - row: 1.0} for row, columns in scores.items()})
    for row in scores:
        assignment.take(row)
    return {row: column for column, row in sorted(assignment.owners.items(), key=lambda entry: entry[1]) if column >= 0}


class _Assignment:
    """Rows and the columns they hold, with the prices that make every choice so far a cheapest one."""

    def __init__(self, costs: dict[int, dict[int, float]]) -> None:
        self.costs = costs
        self.held: dict[int, int] = {}
        self.owners: dict[int, int] = {}
        self.prices: dict[int, float] = defaultdict(float)

    def take(self, start: int) -> None:
        """Give a row a column, and those it drives out other ones."""
        reached, column = self._reach(start)
        farthest = reached[column][0]
        for passed, (distance, _) in reached.items():
            self.prices[passed] += farthest - distance
        row: int | None = None
        while row != start:
            row = reached[column][1]
            left = self.held.get(row, column)
            self.held[row], self.owners[column] = column, row
            column = left

    def _reach(self, start: int) -> tuple[dict[int, tuple[float, int]], int]:
        """Return the columns nearest to a row, each with its distance and the row it is reached from, and the first free one."""
        reached: dict[int, tuple[float, int]] = {}
        waiting: list[tuple[float, int, int]] = []
        row, base = start, 0.0
        while True:
            for column, cost in self.costs[row].items():
                if column not in reached:
                    heappush(waiting, (base + cost + self.prices[column], column, row))
            distance, column, source = heappop(waiting)
            while column in reached:
                distance, column, source = heappop(waiting)
            reached[column] = (distance, source)
            if column not in self.owners:
                return reached, column
            row = self.owners[column]
            base = distance - self.costs[row][column] - self.prices[column]


# --- the file that shows and overrides -------------------------------------------------------------------------------

_NOBODY = "none"
_TIP = "每对写成 {old: 旧文件的 id, new: 新文件的 id}；new: none 表示没有对应。"


def pairing_text(pairs: Iterable[Pair], old: Iterable[Candidate], new: Iterable[Candidate]) -> str:
    """Return the pairs as a YAML file an officer can correct: each below both titles; who has no partner stands in comments."""
    pairs = tuple(pairs)
    titles, others = ({part.id: " ".join(part.title.split()) for part in side} for side in (old, new))
    lines = ["# 两份文件的对应表。改 new 即改对应；写 new: none 表示没有对应。", "pairs:" if pairs else "pairs: []"]
    for pair in pairs:
        lines.append(f"  # {titles.get(pair.old, '')} ↔ {others.get(pair.new or '', '没有对应')}")
        lines.append(f"  - {{old: {pair.old}, new: {pair.new or _NOBODY}, confidence: {pair.confidence:.2f}}}")
    paired, found = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    lines += [f"# 旧文件中没有对应的：{id_} {title}" for id_, title in titles.items() if id_ not in paired]
    lines += [f"# 新文件中没有对应的：{id_} {title}" for id_, title in others.items() if id_ not in found]
    return "\n".join(lines) + "\n"


def read_pairing(document: tree.Document, old: Iterable[Candidate], new: Iterable[Candidate]) -> tuple[Pair, ...]:
    """Return the pairs that a file written by `pairing_text`, and corrected since, says.

    Raises UserError with the line of everything in it that cannot be: no such id, another role, a second partner.
    """
    faults = [_fault(problem.span.line if problem.span else 1, problem.message) for problem in document.problems if problem.blocking]
    listed = tree.child(document.tree, "pairs") if document.tree else None
    if not faults and not isinstance(listed, tree.Sequence):
        faults = [_fault(1, "没有 pairs 一项，或其中不是一列")]
    reader = _PairingReader(list(old), list(new))
    pairs = [reader.pair(node) for node in listed.items] if isinstance(listed, tree.Sequence) else []
    if faults := faults + reader.faults:
        raise UserError(f"对应表 {document.file} 有错：\n" + "\n".join(faults), _TIP)
    return tuple(pair for pair in pairs if pair)


def _fault(line: int, what: str) -> str:
    return f"第 {line} 行：{what}"


class _PairingReader:
    """Reads pairs one by one, and remembers who has a partner and what is wrong."""

    def __init__(self, old: list[Candidate], new: list[Candidate]) -> None:
        self.sides = {"old": {part.id: part for part in old}, "new": {part.id: part for part in new}}
        self.lines: dict[tuple[str, str], int] = {}
        self.faults: list[str] = []

    def pair(self, node: tree.Node) -> Pair | None:
        """Return a pair, None when something is wrong with it."""
        before = len(self.faults)
        old, new = self._id(node, "old"), self._id(node, "new")
        confidence = self._confidence(node)
        one, other = self.sides["old"].get(old), self.sides["new"].get(new)
        if one and other and one.role != other.role:
            self._note(node, f"“{old}”与“{new}”不是同一类内容，请改为同类的 id")
        return Pair(old, None if new == _NOBODY else new, confidence) if len(self.faults) == before else None

    def _id(self, node: tree.Node, side: str) -> str:
        written = _text(node, side)
        if not written:
            self._note(node, f"缺少 {side}，请补上 id")
        elif side == "new" and written == _NOBODY:
            return written
        elif written not in self.sides[side]:
            likely = suggestion(nearest(written, self.sides[side]))
            self._note(node, f"{_SIDES[side]}中没有“{written}”，{likely or '请核对 id'}")
        elif (line := self.lines.setdefault((side, written), node.span.line)) != node.span.line:
            self._note(node, f"“{written}”在第 {line} 行已有对应，请删去其中一行")
        return written

    def _confidence(self, node: tree.Node) -> float:
        written = _text(node, "confidence") or "1"
        if re.fullmatch(r"0(\.\d+)?|1(\.0+)?", written):
            return float(written)
        self._note(node, f"confidence “{written}”不是 0 到 1 之间的数，请改正或删去")
        return 0.0

    def _note(self, node: tree.Node, what: str) -> None:
        self.faults.append(_fault(node.span.line, what))


_SIDES = {"old": "旧文件", "new": "新文件"}


def _text(node: tree.Node, key: str) -> str:
    value = tree.child(node, key)
    return (value.text or "").strip() if isinstance(value, tree.Scalar) else ""
