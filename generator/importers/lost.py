"""Tables whose cells have run together: a text that holds one is refused, for what was a cell cannot be told any more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import RefusedError
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph
from generator.importers.tables.columns import is_head, is_number_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

_HEADS = 3  # heads one below the other, or on one line, that only a table has
_RUN_TOGETHER = re.compile(r"序号(?:[^，。；|｜]{2,24})(?:责任单位|牵头单位|责任部门|备注|完成时限)[^，。；|｜]{0,12}$")
_TIP = "请改用原来的 Word 文件或网页；只有文字时，请把表格的每一行写成“1 | 名称 | 目标 | 责任单位 |”这样用竖线分开的样子。"


def refuse_lost_tables(blocks: Sequence[Block]) -> None:
    """Raise RefusedError where a head of a table stands in the text without its cells."""
    heads, numbered = 0, False
    for block in blocks:
        text = bare(block.text) if isinstance(block, Paragraph) else ""
        heads, numbered = (heads + 1, numbered or is_number_head(text)) if is_head(text) else (0, False)
        if (heads >= _HEADS and numbered) or _RUN_TOGETHER.fullmatch(text):
            raise RefusedError(f"第 {block.line} 行是表头，但表格的格与格之间没有分隔，分不清哪些字是一格", _TIP)
