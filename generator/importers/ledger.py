"""The book kept while a document is recognised: where every character went, what was guessed and what was mended.

Blanks are no characters. Every claim names the line it is made on; the audit is done on what the source says there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BLANK = re.compile(r"\s+")


def bare(text: str) -> str:
    """Return a text without blanks: the characters that are accounted for."""
    return _BLANK.sub("", text)


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of the source on a line, and why it went where it went."""

    line: int
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """A reading that was likelier than another, with a confidence from 0 to 1."""

    line: int
    what: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mended:
    """What was put right: in words, and where characters changed, what they were and what they are now."""

    line: int
    what: str
    old: str = ""
    new: str = ""


@dataclass(slots=True)
class Ledger:
    """Claims by kind, in the order made."""

    placed: list[Entry] = field(default_factory=list)
    derived: list[Entry] = field(default_factory=list)
    aside: list[Entry] = field(default_factory=list)
    unplaced: list[Entry] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)
    joined: dict[int, int] = field(default_factory=dict)
    """Lines that were put onto others: what they hold is claimed there."""

    def place(self, line: int, text: str) -> str:
        """Record that a text stands in the plan, and return it."""
        self.placed.append(Entry(line, text))
        return text

    def derive(self, line: int, text: str) -> None:
        """Record that a text is printed without standing in the plan: a number, a fixed phrase, the head of a table."""
        self.derived.append(Entry(line, text))

    def set_aside(self, line: int, text: str, why: str) -> None:
        """Record that a text is furniture of its page or said twice."""
        self.aside.append(Entry(line, text, why))

    def leave(self, line: int, text: str, why: str) -> None:
        """Record that a text found no place."""
        self.unplaced.append(Entry(line, text, why))

    def guess(self, line: int, what: str, confidence: float) -> None:
        """Record a guess."""
        self.guesses.append(Guess(line, what, round(confidence, 2)))

    def join(self, line: int, onto: int) -> None:
        """Record that what stands on a line is claimed on another, before it."""
        here, there = self.home(line), self.home(onto)
        if here != there:
            self.joined[here] = there

    def home(self, line: int) -> int:
        """Return the line on which what stands on a line is claimed: its own, or the one that it was put onto."""
        while line in self.joined:
            line = self.joined[line]
        return line

    def mend(self, line: int, what: str, old: str = "", new: str = "") -> None:
        """Record a mending."""
        self.mended.append(Mended(line, what, old, new))
