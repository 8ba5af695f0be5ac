"""The report of an import: how many characters went where, and every line that was set aside, left, guessed or mended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers.ledger import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.ledger import Entry, Ledger

_FEW = 6  # lines that a summary names
SURE = 0.9
"""The confidence from which a guess is not worth an officer's look in the summary."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Characters by where they went, blanks apart; together they are all of the source."""

    characters: int
    placed: int
    derived: int
    aside: int
    unplaced: int


def shares(ledger: Ledger, characters: int) -> Shares:
    """Return the shares, each counted by what was claimed."""
    return Shares(characters, *(_length(entries) for entries in (ledger.placed, ledger.derived, ledger.aside, ledger.unplaced)))


def _length(entries: Iterable[Entry]) -> int:
    return sum(len(bare(entry.text)) for entry in entries)


def as_data(ledger: Ledger, characters: int) -> dict[str, object]:
    """Return the report as the command's contract has it."""
    counted = shares(ledger, characters)
    return {
        "characters": characters,
        "placed": counted.placed,
        "derived": counted.derived,
        "set_aside": _entries(ledger.aside),
        "unplaced": _entries(ledger.unplaced),
        "guesses": [
            {"line": guess.line, "what": guess.what, "confidence": guess.confidence} for guess in sorted(ledger.guesses, key=_line)
        ],
        "mended": [{"line": one.line, "what": one.what, "old": one.old, "new": one.new} for one in sorted(ledger.mended, key=_line)],
    }


def _entries(entries: Iterable[Entry]) -> list[dict[str, object]]:
    return [{"line": entry.line, "text": entry.text, "why": entry.why} for entry in sorted(entries, key=_line)]


def _line(told: object) -> int:
    return int(getattr(told, "line", 0))


def as_lines(ledger: Ledger, characters: int, place: str) -> list[str]:
    """Return the summary for people; `place` is what a line of the source is called (行, 段)."""
    counted = shares(ledger, characters)
    placed, derived = (f"{part}（{_share(part, characters)}）" for part in (counted.placed, counted.derived))
    own = f"由程序印出（编号、固定用语、表头）{derived}"
    lines = [f"原文 {characters} 个字：放进计划 {placed}，{own}，搁置 {counted.aside}，没有归位 {counted.unplaced}。"]
    lines += _counted("搁置", (entry.why for entry in ledger.aside))
    lines += _counted("修整", (mended.what for mended in ledger.mended))
    lines += _unsure(ledger, place)
    return lines + [
        f"没有归位{_at(entry.line, place)}：{_shortened(entry.text)}（{entry.why}）" for entry in sorted(ledger.unplaced, key=_line)
    ]


def _unsure(ledger: Ledger, place: str) -> list[str]:
    """Return the guesses that an officer is to look at, the same one of several lines once."""
    alike: dict[tuple[str, float], list[int]] = {}
    for guess in sorted((guess for guess in ledger.guesses if guess.confidence < SURE), key=_line):
        alike.setdefault((guess.what, guess.confidence), []).append(guess.line)
    return [f"请核对第 {_few(at, place)}（把握 {confidence:.0%}）：{what}" for (what, confidence), at in alike.items()]


def _few(lines: Sequence[int], place: str) -> str:
    said = f"{'、'.join(map(str, lines[:_FEW]))} {place}"
    return said if len(lines) <= _FEW else f"{said}等 {len(lines)} 处"


def _counted(word: str, told: Iterable[str]) -> list[str]:
    counts = Counter(told)
    said = "，".join(f"{what} {count} 处" for what, count in counts.most_common())
    return [f"{word} {counts.total()} 处：{said}。"] if counts else []


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "0%"


def _at(line: int, place: str) -> str:
    return f"第 {line} {place}"


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - what fits on a line
