"""A file as an outline: which reader reads it, told by its first bytes and its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.errors import UserError
from generator.importers import from_docx, from_text, office
from generator.source.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.importers.outline import Outline

Revisions: TypeAlias = Literal["accept", "reject"]

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OLD = {".doc", ".wps", ".wpt", ".dot"}
_MARKDOWN = {".md", ".markdown"}
_HTML = re.compile(rb"^\s*(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|meta|div|p|table|\?xml)\b", re.IGNORECASE | re.DOTALL)
_HEAD = 2_000  # bytes in which a web page says that it is one
_BLOCKS_AT_MOST = 20_000
_SHEET = ("表格文件（Excel、WPS 表格）", "请把里面的表格复制到 Word，另存为 .docx 再导入；填好的意见采纳情况表用 --onto 和 --apply 交回。")
_DECK = ("演示文稿", "请用 PowerPoint 或 WPS 打开，把文字复制到 Word，另存为 .docx 再导入。")
_PLAN = ("计划文件，不是原文", "要生成公文，请用 hongtou build；要与改过退回的稿子比较，请导入那份稿子，用 --onto 写出这份计划。")
_NO_SOURCES = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et"), _SHEET),
    **dict.fromkeys((".pptx", ".ppt", ".dps"), _DECK),
    **dict.fromkeys((".yaml", ".yml"), _PLAN),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read: its outline, and the digest of the file's bytes."""

    outline: Outline
    digest: str


def read(path: Path, revisions: Revisions = "accept") -> Source:
    """Return a Word file, web page, text or Markdown file; old Word files and those of WPS through LibreOffice.

    Raises UserError when it cannot be read, is none of these, or is longer than any plan; ToolMissing where LibreOffice is needed
    and not there.
    """
    data = read_file(path, office.LARGEST + 1)
    if other := _NO_SOURCES.get(path.suffix.lower()):
        raise UserError(f"这是{other[0]}：{path}", other[1])
    outline = _outline(path, data, revisions)
    if len(outline.blocks) > _BLOCKS_AT_MOST:
        raise UserError(f"原文超过 {_BLOCKS_AT_MOST // 10_000} 万段的上限：{path}", "一份工作要点通常不到 1000 段，请核对是否选错了文件。")
    return Source(outline, f"sha256:{sha256(data).hexdigest()}")


def _outline(path: Path, data: bytes, revisions: Revisions) -> Outline:
    suffix = path.suffix.lower()
    if data.startswith(_OLE) or (suffix in _OLD and not data.startswith(_ZIP)):
        data = office.converted(path)
    if data.startswith(_ZIP):
        return from_docx.read(data, revisions)
    if suffix in {".html", ".htm"} or _HTML.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")):
        from generator.importers import from_html  # noqa: PLC0415 - lxml is for pages only

        return from_html.read(data)
    if suffix in _MARKDOWN:
        from generator.importers import from_markdown  # noqa: PLC0415

        return from_markdown.read(data)
    return from_text.read(data)
