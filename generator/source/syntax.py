"""What is wrong with a YAML text that cannot be parsed, or that parses into something its writer did not mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.problems import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yaml import MarkedYAMLError

    from generator.problems import Problem
    from generator.source.lines import Lines
    from generator.source.tree import Scalar

DEPTH_AT_MOST = 40
"""How deep collections may stand within each other."""

_KEY = r"[a-z][a-z0-9_]*"
_START = r"^[ ]*(?:- +)*"  # of a line, with the dashes of the lists it begins
_CLOSED = r"(\[[^\]\n]*\]|\{[^}\n]*\}|\"[^\"\n]*\"|'[^'\n]*')"  # brackets, braces or quotes and what they hold
_TAB_INDENT = re.compile(r"^[ ]*\t[ \t]*(?=\S)", re.MULTILINE)
_WIDE_COLON_AFTER_KEY = re.compile(rf"{_START}({_KEY})：", re.MULTILINE)
_SLIPS = tuple(
    (code, re.compile(pattern, re.MULTILINE), reach)
    for code, pattern, reach in (  # the message, what was written (group 1), how many lines above the parser's place it may stand
        ("tab-indent", r"^([ ]*\t)[ \t]*$", 0),
        ("wide-blank", rf"^[ ]*([\u00a0\u3000]+)(?=(?:- +)*{_KEY}:)", 2),
        ("wide-dash", r"^[ ]*([－—–−])(?=[ ]*\S)", 2),
        ("wide-colon", rf"{_START}({_KEY})[ ]*：", 1),
        ("wide-colon", rf"{_START}([^\s:：#'\"，。]{{1,20}})[ ]*：", 0),
        ("wide-comma", rf"^[^#\n]*[{{\[,][^,\n]*(，)(?=[ ]*{_KEY}:)", 0),
        ("close-colon", rf"{_START}({_KEY}):(?=[^\s:/])", 0),
        ("close-dash", r"^[ ]*(-)(?=[^\s-])", 1),
        # a value in brackets, braces or quotes with text behind it: after a key in braces, after a key, or as an item
        (
            "text-behind",
            rf"(?:^[^#\n]*[{{,] *{_KEY}: +|{_START}(?:[^\s:#]+: +)?){_CLOSED}[ ]*(?=[^\s,#\]}}:])",
            0,
        ),
    )
)
_INDENTED_KEY = re.compile(r"^[ ]+(?:- +)*[a-z][a-z0-9_]*$(?!\n)", re.MULTILINE)
_LOST_COMMENT = re.compile(r"(?:[|>][-+0-9]*)?[ \t]+(#[^\s#][^\r\n]*)")
_LOST_LINE = re.compile(r"[ \t]*(?:\r\n|\n)([ ]+)(#[^\s#][^\r\n]*)")
_LEADING = re.compile(r"[ ]*")
_LONGEST_LINE = 5000  # characters: in a longer one slips are not looked for, as the time that takes grows with its square
_CODES = (
    ("exceeded maximum nesting depth", "too-deep"),
    ("found unexpected end of stream", "unclosed-quote"),
    ("found unexpected document indicator", "unclosed-quote"),
    ("while parsing a flow", "unclosed-bracket"),
    ("found undefined tag handle", "tag"),
    ("while scanning a tag", "tag"),
    ("while parsing a tag", "tag"),
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
_BEFORE_BRACKETS = {"unclosed-quote", "bad-escape", "reserved-character", "tag", "too-deep"}
_AT_THE_START = {"unclosed-quote", "unclosed-bracket", "missing-colon"}


def explain(error: MarkedYAMLError, lines: Lines, bracket: int | None) -> tuple[Problem, ...]:
    """Return the likeliest causes of a parse error: tabs and slips the parser stumbles over, else what it says itself.

    `bracket` is the place of the innermost bracket or brace still open where the parser stopped.
    """
    likely = (*tabs(lines), *_slips(error, lines))
    return likely or (_translated(error, lines, bracket),)


def tabs(lines: Lines, inside: Sequence[tuple[int, int]] = ()) -> Iterator[Problem]:
    """Yield a problem for every indentation with a tab that stands in none of the given stretches, which are in order."""
    for match in _TAB_INDENT.finditer(lines.text):
        before = bisect_left(inside, (match.start(), 0)) - 1
        if before < 0 or match.start() >= inside[before][1]:
            yield wording("tab-indent").problem(span=lines.span(match.start(), match.end()))


def wide_colon(scalar: Scalar, lines: Lines) -> Problem | None:
    """Return a problem when plain text begins, or goes on in a new line, as a key with a full-width colon would."""
    start, end = scalar.span.start, scalar.span.end
    line_start = lines.start(start)
    starts_line = not lines.text[line_start:start].strip(" -")
    match = _WIDE_COLON_AFTER_KEY.search(lines.text, line_start if starts_line else lines.next_start(start), end)
    return _slip("wide-colon", match, lines) if match else None


def lost_comment(lines: Lines, end: int) -> Problem | None:
    """Return a problem when the value, or the block header, here is followed by ` #` and text at once: YAML drops that text."""
    match = _LOST_COMMENT.match(lines.text, end)
    return _lost(match, 1, lines) if match else None


def lost_line(lines: Lines, start: int, end: int) -> Problem | None:
    """Return a problem when plain text is followed by a line that goes on further in, but begins with # and text at once."""
    match = _LOST_LINE.match(lines.text, end)
    leading = _LEADING.match(lines.text, lines.start(start)) if match else None
    return _lost(match, 2, lines) if match and leading and len(match[1]) > len(leading[0]) else None


def _lost(match: re.Match[str], group: int, lines: Lines) -> Problem:
    return wording("lost-comment").problem({"text": match[group]}, span=lines.span(*match.span(group)))


def _slips(error: MarkedYAMLError, lines: Lines) -> Iterator[Problem]:
    """Yield the usual slips on the lines the error speaks of, and as far above its place as each may stand."""
    spoken_of = {mark.line + 1 for mark in (error.context_mark, error.problem_mark) if mark}
    place = max(spoken_of, default=0)
    for code, pattern, reach in _SLIPS:
        for number in sorted(spoken_of | set(range(max(1, place - reach), place))):
            start, end = lines.bounds(number)
            matches = pattern.finditer(lines.text, start, end) if end - start <= _LONGEST_LINE else ()
            yield from (_slip(code, match, lines) for match in matches)


def _slip(code: str, match: re.Match[str], lines: Lines) -> Problem:
    return wording(code).problem({"written": match[1]}, span=lines.span(match.end() - 1, match.end()))


def _translated(error: MarkedYAMLError, lines: Lines, bracket: int | None) -> Problem:
    said, length = f"{error.context} {error.problem}", len(lines.text)
    code = next((code for phrase, code in _CODES if phrase in said), "bad-yaml")
    mark = error.context_mark if code in _AT_THE_START and error.context_mark else error.problem_mark
    start = min(mark.index, length) if mark else 0
    if bracket is not None and code not in _BEFORE_BRACKETS:
        code, start = "unclosed-bracket", bracket
    if code == "colon-in-text" and _INDENTED_KEY.search(lines.text, 0, start):
        code = "bad-indentation"
    return wording(code).problem({"limit": DEPTH_AT_MOST}, span=lines.span(start, min(start + 1, length)))
