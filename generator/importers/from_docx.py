"""A Word file as an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from generator.errors import UserError

if TYPE_CHECKING:
    from generator.importers.outline import Outline


def read(data: bytes, revisions: Literal["accept", "reject"] = "accept") -> Outline:
    """Return the outline of a .docx, with its tracked changes accepted or rejected.

    Raises UserError when it is no Word file, has a password, is damaged, or is larger or deeper than any document.
    """
    from generator.importers.word.document import outline  # noqa: PLC0415 - lxml is loaded when there is a Word file

    try:
        return outline(data, revisions)
    except RecursionError as error:
        raise UserError("Word 文件嵌套过深，不像一份公文，没有读", "请用 Word 或 WPS 打开，另存为 .docx 后再试。") from error
