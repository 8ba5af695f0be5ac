"""Text over several lines: YAML joins the lines with a blank, Chinese has none there."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from generator.source.tree import Style

_JOINT = re.compile(r"(?<=\S)[ \t]*(?:\r\n|\r|\n)[ \t]*(?=\S)")
_JOINT_IN_DOUBLE = re.compile(r"(?<=[^\s\\])[ \t]*(?:\r\n|\r|\n)[ \t]*(?=\S)")  # a backslash there joins the lines itself
_GAP = re.compile(r"[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")
_BREAK = re.compile(r"\r\n|\r|\n")
_HEADER = re.compile(r"[>][-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n")
_INDENTED = re.compile(r"^([ ]*)\S", re.MULTILINE)
_CHINESE_MARKS = frozenset("“”‘’—…·")


def is_chinese(character: str) -> bool:
    """Tell whether a character is set without blanks beside it: a wide one, or a Chinese mark of ambiguous width."""
    return character in _CHINESE_MARKS or unicodedata.east_asian_width(character) in "WF"


def fold(written: str, text: str, style: Style) -> str:
    """Return the text of a scalar written over several lines, without the blanks YAML puts where it touches Chinese.

    `written` is the stretch of the file, quotes and block header included; `text` is what YAML makes of it.
    """
    if style == "literal" or not _BREAK.search(written):
        return text
    if style == "plain":
        return _GAP.sub(_plain_gap, written)
    header = _HEADER.match(written) if style == "folded" else None
    start = header.end() if header else 0
    if header and (any(map(str.isdigit, header[0])) or len(set(_INDENTED.findall(written, start))) > 1):
        return text  # YAML keeps the breaks around lines that stand further in
    joint = _JOINT_IN_DOUBLE if style == "double" else _JOINT
    joined = written[:start] + joint.sub(lambda gap: "" if _touches_chinese(gap) else gap[0], written[start:])
    return str(yaml.load(joined, Loader=yaml.CBaseLoader))  # noqa: S506 - the base loader makes text of everything


def _plain_gap(gap: re.Match[str]) -> str:
    """Return what a gap between the lines of plain text stands for: one break less than it has, or a blank for a single one."""
    breaks = len(_BREAK.findall(gap[0]))
    return "\n" * (breaks - 1) or ("" if _touches_chinese(gap) else " ")


def _touches_chinese(gap: re.Match[str]) -> bool:
    return any(map(is_chinese, (gap.string[gap.start() - 1], gap.string[gap.end()])))
