"""Did you mean …: the known word most like one that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS = 60  # below this share of likeness a suggestion confuses more than it helps


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the known word most like the written one, None when none is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only faulty plans need it

    found = process.extractOne(written, [*known], scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return found[0] if found else None


def suggestion(likely: str | None) -> str:
    """Return the question whether a word was meant, "" for none."""
    return f"是不是“{likely}”？" if likely else ""
