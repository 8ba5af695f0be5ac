"""The kinds of text a schema may ask for: how each is written, and the message for what is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its pattern, the code of its message, the types a YAML reader may give such a value, and a number's bounds."""

    pattern: str
    code: str
    json_types: tuple[str, ...] = ("string",)
    least: int | None = None
    most: int | None = None


KINDS = {
    "id": Kind(r"[a-z][a-z0-9_]{0,35}", "bad-id"),
    "year": Kind(r"(19|20|21)[0-9]{2}", "bad-year", ("string", "integer"), 1900, 2199),
    "whole": Kind(r"[1-9][0-9]{0,6}", "bad-whole-number", ("string", "integer"), 1, 9_999_999),
    "count": Kind(r"[0-9]{1,7}", "bad-whole-number", ("string", "integer"), 0, 9_999_999),
    "flag": Kind(r"true|True|TRUE|false|False|FALSE", "bad-flag", ("string", "boolean")),
    "date": Kind(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "bad-date"),
    "copy_number": Kind(r"[0-9]{6}", "bad-copy-number", ("string", "integer"), 0, 999_999),  # GB/T 9704 7.2.1: six digits
    "units_print": Kind(r"[^{}]*\{units\}[^{}]*", "bad-units-print"),
}


def fits(kind: str, text: str) -> bool:
    """Tell whether a text is of a kind; a date must also be in the calendar."""
    if not re.fullmatch(KINDS[kind].pattern, text):
        return False
    return kind != "date" or _in_calendar(text)


def _in_calendar(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
