"""A file as an outline: which reader reads it, told by its first bytes and its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, TypeAlias

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


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read: its outline, and the digest of the file's bytes."""

    outline: Outline
    digest: str


def read(path: Path, revisions: Revisions = "accept") -> Source:
    """Return a Word file, web page, text or Markdown file; old Word files and those of WPS through LibreOffice.

    Raises UserError when it cannot be read or is none of these, ToolMissing where LibreOffice is needed and not there.
    """
    data = read_file(path, office.LARGEST + 1)
    return Source(_outline(path, data, revisions), f"sha256:{sha256(data).hexdigest()}")


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
