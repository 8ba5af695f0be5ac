"""From Markdown to an outline: headings, bold beginnings and pipe tables kept, the characters of the markup removed."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.importers import encoding
from generator.importers.outline import Aside, Cell, Paragraph, Row, Table
from generator.importers.text import bars, cell_lines, furniture, lines
from generator.importers.text.page import outlined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.importers.outline import Block, Outline

_CODE = "code"
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t\u3000]+(?=\S)")
_HEADING_END = re.compile(r"[ \t]#+$")
_RULE = frozenset("-*_ \t")
_STROKES = 3  # of a rule at least
_UNDERLINES = {"=": 1, "-": 2}
_QUOTE = re.compile(r"\s{0,3}>[> \t]*")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBER = re.compile(r"[ \t\u3000]*(?:\d{1,4}[.)．、]|[(（]?[一二三四五六七八九十\d]{1,4}[)）、])[ \t\u3000]*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:[biupsa]|em|strong|span|font|div|center|sub|sup|br|hr|h[1-6])(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[([^][]{0,300})\]\([^()]{0,2000}\)")
_LINK = re.compile(r"\[([^][]{1,500})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")
_MARKUP = re.compile(r"[*_`~\[\\<&]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SEALED = "".join(map(chr, range(0xFDD0, 0xFDF0)))  # no characters: escaped ones wait behind them while emphasis is removed
_SEAL, _UNSEAL = str.maketrans(_ESCAPABLE, _SEALED), str.maketrans(_SEALED, _ESCAPABLE)
_STRONG = re.compile(r"(?:\*\*(?=\S)((?:[^*\n]|\*(?!\*)){1,5000})(?<=\S)\*\*)|(?:__(?=\S)((?:[^_\n]|_(?!_)){1,5000})(?<=\S)__)")
_EMPHASIS = (
    re.compile(r"~~(?=\S)([^~\n]{1,5000})~~"),
    re.compile(r"`+([^`\n]{1,5000})`+"),
    re.compile(r"\*(?=[^\s*])([^*\n]{1,5000})(?<=\S)\*"),
    re.compile(r"(?<![\w])_(?=[^\s_])([^_\n]{1,5000})(?<=\S)_(?![\w])"),
)


def read(data: bytes) -> Outline:
    """Return the outline of a text in Markdown. Raises UserError when the bytes are no text or their encoding is not known."""
    source = encoding.decode(data)
    text, matter = _front_matter(_without_comments(source.text))
    kept, numbers = furniture.page_numbers(_unmarked(lines.paragraphs(text)))
    blocks = (_cleaned(block) for block in cell_lines.found(bars.found(kept)))
    return outlined("md", blocks, (*source.asides, *matter, *numbers))


def _without_comments(text: str) -> str:
    """Return a text without its HTML comments, the line ends in them kept so that lines are counted as written."""
    pieces = []
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += [text[place:start], "\n" * text.count("\n", start, end)]
        place = end + 3
    return "".join([*pieces, text[place:]])


def _front_matter(text: str) -> tuple[str, tuple[Aside, ...]]:
    """Return the text with its front matter emptied, and that as an aside."""
    if not text.startswith("---\n") or (end := text.find("\n---\n", 3)) < 0:
        return text, ()
    matter = text[: end + 4]
    return "\n" * matter.count("\n") + text[end + 4 :], (Aside(1, matter, "文件头"),)


def _unmarked(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs with the markup of whole lines read: fences, headings, underlines, rules, quotes, bullets."""
    waiting: Paragraph | None = None
    fence = ""
    for line in paragraphs:
        found = _FENCE.match(line.text)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        elif waiting and not fence and (level := _underlined(waiting, line)):
            waiting = replace(waiting, level=level)
        elif fence or not _is_rule(line.text):
            yield from _present(waiting)
            waiting = replace(line, style=_CODE) if fence else _without_mark(line)
    yield from _present(waiting)


def _present(line: Paragraph | None) -> tuple[Paragraph, ...]:
    return (line,) if line and line.text.strip() else ()


def _underlined(line: Paragraph, following: Paragraph) -> int:
    """Return the level that a line of = or - gives the line before it, 0 for none."""
    marks = set(following.text.strip())
    if following.gap or following.line != line.line + 1 or len(marks) != 1 or line.level or line.style or line.text.endswith("。"):
        return 0
    return _UNDERLINES.get(marks.pop(), 0) if len(following.text.strip()) > 1 else 0


def _is_rule(text: str) -> bool:
    marks = set(text)
    return marks <= _RULE and len(marks - {" ", "\t"}) == 1 and len("".join(text.split())) >= _STROKES


def _without_mark(line: Paragraph) -> Paragraph:
    text = _QUOTE.sub("", line.text, count=1) if _QUOTE.match(line.text) else line.text
    if found := _HEADING.match(text):
        return replace(line, text=_HEADING_END.sub("", text[found.end() :]), level=len(found[1]))
    return replace(line, text=_BULLET.sub("", text, count=1) if _BULLET.match(text) else text)


def _cleaned(block: Block) -> Block:
    """Return a block without the markup inside its lines."""
    if isinstance(block, Table):
        return replace(block, rows=tuple(_clean_row(row) for row in block.rows))
    if block.style == _CODE:
        return replace(block, style="")
    clean = _inline(block.text)
    return replace(block, text=clean.text, bold=clean.bold)


def _clean_row(row: Row) -> Row:
    return replace(row, cells=tuple(_clean_cell(cell) for cell in row.cells))


def _clean_cell(cell: Cell) -> Cell:
    texts = (_inline(piece.strip()).text for text in cell.text for piece in _BREAK.split(text))
    return replace(cell, text=tuple(text for text in texts if text))


@dataclass(frozen=True, slots=True)
class _Inline:
    """A line without markup, and how many characters at its beginning were bold."""

    text: str
    bold: int


def _inline(text: str) -> _Inline:
    if not _MARKUP.search(text):
        return _Inline(text, 0)
    sealed = _ESCAPED.sub(lambda found: found[1].translate(_SEAL), text)
    sealed = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub(r"\1", _BREAK.sub("\n", sealed))))
    start = _NUMBER.match(sealed)
    strong = _STRONG.match(sealed, start.end() if start else len(sealed) - len(sealed.lstrip()))
    head, rest = (sealed[: strong.start()] + (strong[1] or strong[2]), sealed[strong.end() :]) if strong else ("", sealed)
    clean, tail = _unsealed(head), _unsealed(rest)
    return _Inline(clean + tail, len(clean) if tail.strip() else 0)


def _unsealed(text: str) -> str:
    """Return a text without emphasis, its entities and escaped characters as they read."""
    text = _STRONG.sub(r"\1\2", text)
    for emphasis in _EMPHASIS:
        text = emphasis.sub(r"\1", text)
    return html.unescape(text).replace("\u00a0", " ").translate(_UNSEAL)
