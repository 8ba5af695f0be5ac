"""Tables whose cells have run together: a text that holds one is refused, for what was a cell cannot be told any more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import RefusedError
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph
from generator.importers.tables.columns import CHARGES, is_head, is_number_head, roles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

_HEADS = 3  # heads one below the other, or on one line, that only a table has
_UNNUMBERED = 4  # so many where none is that of the numbers, but one of units
_PARTED = re.compile(r"[\t\u3000]+| {2,}")
_LONGEST = 8  # characters of a head that the first row runs on behind
_COMMAS = re.compile(r"[,，]")
_SENTENCE = re.compile(r"[。；：！？;:!?]")
_RUN_TOGETHER = re.compile(r"序号(?:[^，。；|｜]{2,24})(?:责任单位|牵头单位|责任部门|备注|完成时限)[^，。；|｜]{0,12}$")
_TIP = "请改用原来的 Word 文件或网页；只有文字时，请把表格的每一行写成“1 | 名称 | 目标 | 责任单位 |”这样用竖线分开的样子。"


def refuse_lost_tables(blocks: Sequence[Block]) -> None:
    """Raise RefusedError where a head of a table stands in the text without its cells."""
    heads: list[str] = []
    for block in blocks:
        raw = block.text if isinstance(block, Paragraph) else ""
        text = bare(raw)
        heads = [*heads, text] if is_head(text) else []
        if _are_heads(heads) or _are_parted_heads(_PARTED.split(raw.strip())) or _RUN_TOGETHER.fullmatch(text):
            raise RefusedError(f"第 {block.line} 行是表头，但表格的格与格之间没有分隔，分不清哪些字是一格", _TIP)
        if _is_comma_head(text):
            raise RefusedError(f"第 {block.line} 行是用逗号分格的表头，但下面各行的格数或序号对不上，分不清哪些字是一格", _TIP)


def _are_heads(texts: Sequence[str]) -> bool:
    """Tell whether texts are so many heads that they stand over nothing but a table."""
    if len(texts) < _HEADS or not all(map(is_head, texts)):
        return False
    return any(map(is_number_head, texts)) or (len(texts) >= _UNNUMBERED and bool(CHARGES & {*roles_of(texts)}))


def _are_parted_heads(parts: Sequence[str]) -> bool:
    """Tell whether a line between blanks begins as the head of a table; the next line may have run onto its last cell."""
    if len(parts) < _UNNUMBERED or not all(map(is_head, parts[:_HEADS])) or not _begins_as_head(parts[_HEADS]):
        return False
    return any(map(is_number_head, parts[:_HEADS])) or bool(CHARGES & {*roles_of(parts[:_UNNUMBERED])})


def _is_comma_head(text: str) -> bool:
    """Tell whether a text begins with heads between commas: with that of the numbers, or without a sentence behind them.

    Rows that were put onto the head run on behind its last cell.
    """
    parts = _COMMAS.split(text, maxsplit=_HEADS)
    if len(parts) < _HEADS or not all(map(is_head, parts[: _HEADS - 1])) or not _begins_as_head(parts[_HEADS - 1]):
        return False
    return is_number_head(parts[0]) or not _SENTENCE.search(text)


def _begins_as_head(text: str) -> bool:
    return is_head(text) or any(is_head(text[:end]) for end in range(2, _LONGEST + 1))
