"""What is wrong with a YAML text that cannot be parsed, or that parses into something its writer did not mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import wording
from generator.source.encoding import span_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml import MarkedYAMLError

    from generator.problems import Problem
    from generator.source.tree import Scalar

_TAB_INDENT = re.compile(r"^[ ]*\t[ \t]*(?=\S)", re.MULTILINE)
_WIDE_COLON = re.compile(r"^[ ]*(?:- +)*([^\s:：#'\"，。]{1,20})：", re.MULTILINE)
_WIDE_COLON_AFTER_KEY = re.compile(r"^[ ]*(?:- +)*([a-z][a-z0-9_]*)：", re.MULTILINE)
_CLOSE_COLON = re.compile(r"^[ ]*(?:- +)*([a-z][a-z0-9_]*):(?=[^\s:/])", re.MULTILINE)
_CLOSE_DASH = re.compile(r"^[ ]*(-)(?=[^\s-])", re.MULTILINE)
_TEXT_BEHIND = re.compile(
    r"^[ ]*(?:- +)*(?:[^\s:#]+: +)?(\[[^\]\n]*\]|\{[^}\n]*\}|\"[^\"\n]*\"|'[^'\n]*')[ ]*(?=[^\s,#\]}:])", re.MULTILINE
)
_SLIPS = (("wide-colon", _WIDE_COLON), ("close-colon", _CLOSE_COLON), ("close-dash", _CLOSE_DASH), ("text-behind", _TEXT_BEHIND))
_INDENTED_KEY = re.compile(r"^[ ]+(?:- +)*[a-z][a-z0-9_]*$(?!\n)", re.MULTILINE)
_LOST_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])([^\r\n]*)")
_CODES = (
    ("found unexpected end of stream", "unclosed-quote"),
    ("found unexpected document indicator", "unclosed-quote"),
    ("while parsing a flow", "unclosed-bracket"),
    ("found undefined tag handle", "tag"),
    ("could not find expected ':'", "missing-colon"),
    ("found character that cannot start any token", "reserved-character"),
    ("found unknown escape character", "bad-escape"),
    ("did not find expected hexdecimal number", "bad-escape"),
    ("mapping values are not allowed", "colon-in-text"),
    ("did not find expected alphabetic or numeric character", "reserved-character"),
    ("did not find expected whitespace or line break", "reserved-character"),
    ("did not find expected comment or line break", "reserved-character"),
    ("did not find expected key", "bad-indentation"),
    ("did not find expected '-' indicator", "bad-indentation"),
    ("block sequence entries are not allowed", "bad-indentation"),
)
_BEFORE_BRACKETS = {"unclosed-quote", "bad-escape", "reserved-character", "tag"}
_AT_THE_START = {"unclosed-quote", "unclosed-bracket", "missing-colon"}


def explain(error: MarkedYAMLError, text: str, bracket: int | None) -> tuple[Problem, ...]:
    """Return the likeliest causes of a parse error: tabs and colons the parser stumbles over, else what it says itself.

    `bracket` is the place of the innermost bracket or brace still open where the parser stopped.
    """
    likely = (*tabs(text), *_slips(error, text))
    return likely or (_translated(error, text, bracket),)


def tabs(text: str, inside: tuple[tuple[int, int], ...] = ()) -> Iterator[Problem]:
    """Yield a problem for every indentation with a tab that does not stand inside one of the given stretches."""
    for match in _TAB_INDENT.finditer(text):
        if not any(start < match.start() < end for start, end in inside):
            yield wording("tab-indent").problem(span=span_in(text, match.start(), match.end()))


def wide_colon(scalar: Scalar, text: str) -> Problem | None:
    """Return a problem when plain text begins, or goes on in a new line, as a key with a full-width colon would."""
    line_start = text.rfind("\n", 0, scalar.span.start) + 1
    starts_line = not text[line_start : scalar.span.start].strip(" -")
    begin = line_start if starts_line else scalar.span.start
    match = _WIDE_COLON_AFTER_KEY.search(text, begin if starts_line else _next_line(text, begin), scalar.span.end)
    return _slip("wide-colon", match, text) if match else None


def lost_comment(text: str, end: int) -> Problem | None:
    """Return a problem when the value that ends here is followed by ` #` and text at once: YAML drops that text."""
    match = _LOST_COMMENT.match(text, end)
    if not match:
        return None
    span = span_in(text, match.end(1) - len(match[1]) - 1, match.end(1))
    return wording("lost-comment").problem({"text": f"#{match[1]}"}, span=span)


def _next_line(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found + 1


def _slips(error: MarkedYAMLError, text: str) -> Iterator[Problem]:
    """Yield the usual slips on the lines the error speaks of, and on the line before them."""
    marks = [mark.line for mark in (error.context_mark, error.problem_mark) if mark]
    lines = range(max(0, min(marks) - 1), max(marks) + 1)
    for code, pattern in _SLIPS:
        for match in pattern.finditer(text):
            if text.count("\n", 0, match.start(1)) in lines:
                yield _slip(code, match, text)


def _slip(code: str, match: re.Match[str], text: str) -> Problem:
    return wording(code).problem({"written": match[1]}, span=span_in(text, match.end() - 1, match.end()))


def _translated(error: MarkedYAMLError, text: str, bracket: int | None) -> Problem:
    said = f"{error.context} {error.problem}"
    code = next((code for phrase, code in _CODES if phrase in said), "bad-yaml")
    mark = error.context_mark if code in _AT_THE_START and error.context_mark else error.problem_mark
    start = min(mark.index, len(text)) if mark else 0
    if bracket is not None and code not in _BEFORE_BRACKETS:
        code, start = "unclosed-bracket", bracket
    if code == "colon-in-text" and _INDENTED_KEY.search(text, 0, start):
        code = "bad-indentation"
    return wording(code).problem(span=span_in(text, start, min(start + 1, len(text))))
