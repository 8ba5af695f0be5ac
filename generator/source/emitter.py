"""Values as YAML text in the form of the house: block style, plain where that is safe, long text as it reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source.edits import EditError
from generator.source.encoding import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source.tree import Value

INDENT = 2
LINE_AT_MOST = 60
"""Characters of a text up to which it stands beside its key."""

_KEY_AT_MOST = 1000  # YAML looks for the colon within 1024 characters
_NOT_PLAIN = re.compile(
    r"""
      [-?:,\[\]{}\#&*!|>'"%@`=]      # what means something to YAML at the beginning
    | (?:~|null|Null|NULL|<<)\Z      # what means something as a whole
    | \.\.\.
    | [a-z][a-z0-9_]*：              # what looks like a key with a full-width colon
    | .*(?::[ ]|:\Z|[ ]\#|[\t\r\n])  # what ends a plain text
    """,
    re.VERBOSE,
)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?:]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def dump(value: Value) -> str:
    """Return a whole file in the form of the house. Raises EditError for text that YAML cannot hold."""
    written = emit(value, -INDENT)
    return f"{written.lstrip()}\n" if written else ""


def emit(value: Value, column: int = 0) -> str:
    """Return what follows the `key:` or `-` that stands in a column: nothing, a blank and text, or a line break and lines.

    Lines are broken with LF, the last one is left open. Raises EditError for text that YAML cannot hold.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return f" {_in_lines(value, column + INDENT) if _is_long(value) else scalar(value)}"
    if not value:
        return f" {inline(value)}"
    return "\n" + "\n".join(_children(value, column + INDENT))


def entry(key: str, value: Value, column: int) -> str:
    """Return a key with its value, from its column on. Raises EditError like emit."""
    return f"{' ' * column}{name(key)}:{emit(value, column)}"


def item(value: Value, column: int) -> str:
    """Return a list item whose dash stands in a column; its first key or item shares the line. Raises EditError like emit."""
    written = emit(value, column)
    return f"{' ' * column}-{' ' + written.lstrip() if written else ''}"


def inline(value: Value) -> str:
    """Return a value on one line, as it stands inside braces and brackets. Raises EditError like emit."""
    if isinstance(value, dict):
        return f"{{{', '.join(inline_entry(key, inner) for key, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return "null" if value is None else scalar(value, flow=True)


def inline_entry(key: str, value: Value) -> str:
    """Return a key with its value as they stand inside braces. Raises EditError like emit."""
    return f"{name(key, flow=True)}: {inline(value)}"


def name(key: str, *, flow: bool = False) -> str:
    """Return a key as it is written. Raises EditError when it is too long for one, or like emit."""
    written = scalar(key, flow=flow)
    if len(written) > _KEY_AT_MOST:
        raise EditError(f"键太长，有 {len(key)} 个字：{key[:20]}…", "键应当是一个词；长的文字请写在值里。")
    return written


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text on one line: plain, else in single quotes, else in double ones. Raises EditError like emit."""
    _refuse_forbidden(text)
    if _is_plain(text, flow=flow):
        return text
    if "\n" in text or "\r" in text:
        return f'"{text.translate(_ESCAPES)}"'
    return "'{}'".format(text.replace("'", "''"))


def _children(value: dict[str, Value] | list[Value], column: int) -> Iterator[str]:
    if isinstance(value, dict):
        return (entry(key, inner, column) for key, inner in value.items())
    return (item(inner, column) for inner in value)


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or _NOT_PLAIN.match(text):
        return False
    return not (flow and _NOT_PLAIN_IN_FLOW.search(text))


def _is_long(text: str) -> bool:
    """Tell whether a text is to be written in lines of its own, and can: blanks at the ends of lines would not be seen there."""
    lines = text.split("\n")
    fits = len(lines) == 1 and len(text) <= LINE_AT_MOST
    return not fits and text == text.strip() and "\r" not in text and all(line == line.rstrip() for line in lines)


def _in_lines(text: str, column: int) -> str:
    _refuse_forbidden(text)
    lines = (f"{' ' * column}{line}" if line else "" for line in text.split("\n"))
    return "\n".join(("|-", *lines))


def _refuse_forbidden(text: str) -> None:
    if found := FORBIDDEN.search(text):
        before = text[max(0, found.start() - 10) : found.start()]
        message = f"有不能写入文件的控制字符 U+{ord(found[0]):04X}，在“{before}”之后"
        raise EditError(message, "请删去这个字符后重新输入该处文字。")
