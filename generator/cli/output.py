"""Problems on paper: for people, with the source line and a caret, on a terminal of any width; for programs, as json."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import click

from generator.source.encoding import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.problems import Problem
    from generator.workflow import Checked

SEVERITIES = {"error": ("错误", "red"), "warning": ("警告", "yellow"), "note": ("提示", "cyan")}
_EXCERPT_COLUMNS = 76
_OF_ONE_CODE = 50
_WORDS = re.compile(rf"..(?=_)[\x21-\x7e]+|[\x21-\x7e]+|{'|'.join(word for word, _ in SEVERITIES.values())}|.", re.DOTALL)
_NEVER_LAST = frozenset("“‘（《〈〔【［")
_NEVER_FIRST = frozenset("，。；：、！？）》〉”’】〕］…")


def terminal_columns() -> int:
    """Return the terminal's width in columns, 0 where the output is not a terminal and COLUMNS says nothing."""
    return shutil.get_terminal_size((0, 0)).columns


def columns(text: str) -> int:
    """Return how many terminal columns a text takes: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def wrapped(text: str, indent: str = "") -> str:
    """Return a text broken to the terminal's width, further lines indented; whole where there is no terminal."""
    width = terminal_columns()
    if not width or columns(text) <= width:
        return text
    margin = text[: len(text) - len(text.lstrip(" "))]
    return margin + f"\n{indent}".join(_broken(text.lstrip(" "), max(width - columns(indent), 20)))


def _broken(text: str, width: int) -> Iterator[str]:
    line: list[str] = []
    for word in _WORDS.findall(text):
        line.append(word)
        if columns("".join(line).strip(" ")) > width and (place := _break(line)):
            yield "".join(line[:place]).strip(" ")
            line = line[place:]
    yield "".join(line).lstrip(" ")


def _break(line: list[str]) -> int:
    """Return the last place at which a line may be broken, 0 where it has none: marks stay with what they close or open."""
    places = range(len(line) - 1, 0, -1)
    return next((place for place in places if line[place] not in _NEVER_FIRST and line[place - 1] not in _NEVER_LAST), 0)


def clear_line() -> None:
    """Take back what stands on the terminal's line, a progress bar, before something else is printed there."""
    click.echo("\r\x1b[K", nl=False, err=True)


def print_problems(checked: Checked, problems: Iterable[Problem], *, err: bool = False) -> None:
    """Print problems one below the other, each with its place, source line, caret and tip; of one code only so many."""
    told = Counter[str]()
    for problem in problems:
        told[problem.code] += 1
        if told[problem.code] <= _OF_ONE_CODE:
            click.echo("\n".join(_lines(problem, checked.loaded.line_of(problem))), err=err)
    for code, count in told.items():
        if count > _OF_ONE_CODE:
            click.echo(f"{checked.loaded.file}: [{code}] 还有 {count - _OF_ONE_CODE} 处同样的问题，改好上面的再查。", err=err)


def _lines(problem: Problem, source: str) -> Iterator[str]:
    word, colour = SEVERITIES[problem.severity]
    first = wrapped(f"{_position(problem)}: {word} {problem.message}", "  ")
    yield first.replace(word, click.style(word, fg=colour, bold=True), 1)
    if problem.place:
        yield wrapped(f"  位置：{problem.place}", "        ")
    if problem.span and source.strip():
        yield from _excerpt(source, problem.span.line, problem.span.column, problem.span.end - problem.span.start)
    if problem.tip:
        yield wrapped(f"  建议：{problem.tip}", "        ")
    yield f"  [{problem.code}]\n"


def _position(problem: Problem) -> str:
    span = problem.span
    return f"{span.file}:{span.line}:{span.column}" if span else ""


def _excerpt(source: str, line: int, column: int, length: int) -> Iterator[str]:
    """Yield the source line, cut to the terminal around its place, and the caret under it."""
    source = FORBIDDEN.sub("�", source.replace("\t", "→"))
    gutter = f"  {line} | "
    room = max((terminal_columns() or _EXCERPT_COLUMNS + len(gutter)) - len(gutter) - 4, 16)
    place = column - 1
    begin = _window_start(source, place, room)
    end = begin
    while end < len(source) and columns(source[begin : end + 1]) <= room:
        end += 1
    before = ("…" if begin else "") + source[begin:place]
    carets = "^" * max(1, columns(source[place : min(place + length, end)]))
    yield gutter + ("…" if begin else "") + source[begin:end] + ("…" if end < len(source) else "")
    yield " " * (len(gutter) - 2) + "| " + " " * columns(before) + click.style(carets, fg="red")


def _window_start(source: str, place: int, room: int) -> int:
    """Return where the excerpt begins so that its place stands in the first half of the room."""
    if columns(source[: place + 1]) <= room // 2:
        return 0
    begin = place
    while begin > 0 and columns(source[begin - 1 : place]) <= room // 2:
        begin -= 1
    return begin


def counts(problems: Iterable[Problem]) -> dict[str, int]:
    """Return how many problems there are of each severity."""
    found = Counter[str](problem.severity for problem in problems)
    return {severity: found[severity] for severity in SEVERITIES}


def summary(problems: Sequence[Problem]) -> str:
    """Return the counts in words, 2 处错误，1 处警告."""
    said = [f"{count} 处{SEVERITIES[severity][0]}" for severity, count in counts(problems).items() if count]
    return "，".join(said) or "没有发现问题"


def as_json(problems: Sequence[Problem]) -> str:
    """Return problems as the json of the command's contract."""
    return dumps({"problems": [_record(problem) for problem in problems], "counts": counts(problems)})


def dumps(value: object) -> str:
    """Return json for people too: indented, Chinese unescaped."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _record(problem: Problem) -> dict[str, object]:
    span = problem.span
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": span.file if span else "",
        "line": span.line if span else 1,
        "column": span.column if span else 1,
        "place": problem.place,
        "message": problem.message,
        "tip": problem.tip,
    }
