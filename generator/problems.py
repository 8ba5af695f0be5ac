"""Findings: a problem with its place, worded from one table of messages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from generator import data

if TYPE_CHECKING:
    from collections.abc import Mapping

Severity = Literal["error", "warning", "note"]
Path = tuple[str | int, ...]
"""The way from the root of a tree to a value: keys and indices, ("sections", 0, "title")."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file: character offsets, and line and column counted from 1."""

    start: int
    end: int
    line: int
    column: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: what is wrong, where, and what to do about it.

    `path` is the place in the tree; reading knows the `span` at once, `workflow` fills in the others' at the end, with the
    place in words. `blocking` problems stop every build, the others only a final one.
    """

    code: str
    severity: Severity
    message: str
    tip: str = ""
    path: Path = ()
    at_key: bool = False
    blocking: bool = False
    span: Span | None = None
    place: str = ""


_NO_FACTS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one code: severity, message and tip with {facts} to fill in."""

    code: str
    severity: Severity
    message: str
    tip: str
    blocking: bool

    def problem(
        self, facts: Mapping[str, object] = _NO_FACTS, *, path: Path = (), span: Span | None = None, at_key: bool = False, tip: str = ""
    ) -> Problem:
        """Return the problem with its facts filled in; `tip` replaces the table's own."""
        return Problem(
            code=self.code,
            severity=self.severity,
            message=self.message.format_map(facts),
            tip=tip or self.tip.format_map(facts),
            path=path,
            at_key=at_key,
            blocking=self.blocking,
            span=span,
        )


def shortened(text: str, length: int = 20) -> str:
    """Return at most so many characters of a text, … for the rest."""
    return text if len(text) <= length else f"{text[:length]}…"


@cache
def _table() -> Mapping[str, Wording]:
    rows = data.load("generator", "messages.yaml")
    return {code: Wording(code, row["severity"], row["message"], row["tip"], row["severity"] == "error") for code, row in rows.items()}


def wording(code: str) -> Wording:
    """Return the words of a code; KeyError when messages.yaml does not know it."""
    return _table()[code]
