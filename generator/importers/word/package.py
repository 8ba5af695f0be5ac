"""The package of a Word file, opened with suspicion: what it holds is measured before it is unpacked, and nothing in it is followed."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from generator.errors import UserError
from generator.importers.word.markup import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.word.markup import Element

LARGEST = 100_000_000  # bytes of the file
MOST_PARTS = 10_000
MOST_UNPACKED = 1_000_000_000  # bytes of all parts together, pictures included
LARGEST_PART = 30_000_000  # bytes of a part that is read
DENSEST = 250  # times a part that is read may grow when unpacked, where it is large
MOST_MARKS = 1_000_000  # elements and attributes, about, of all parts that are read: they are what costs memory
_LARGE = 5_000_000
_ENCRYPTED_ENTRY = 1
_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, IndexError)
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
_SAVE_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx 后再试。"


class Package:
    """The parts of a Word file: its document, and the parts that the document names by kind (styles, header …)."""

    def __init__(self, data: bytes) -> None:
        """Open the package. Raises UserError when the bytes are no Word file, have a password or unpack to too much."""
        self._archive = _opened(data)
        entries = self._archive.infolist()
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise _too_large("解压后过大")
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self._marks = 0
        self._document = self._main()
        self._relations = [*self._related_to(self._document)]

    def document(self) -> Element:
        """Return the body of the document. Raises UserError when there is none."""
        root = self._part(self._document)
        body = None if root is None else next(root.iterchildren(f"{W}body"), None)
        if body is None:
            raise UserError("文件里没有 Word 正文", _SAVE_AGAIN)
        return body

    def part(self, kind: str) -> Element | None:
        """Return the part of a kind; None without one. Raises UserError when it is damaged or too large."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        """Yield the parts of a kind, each once. Raises UserError when one is damaged or too large."""
        usual = posixpath.join(posixpath.dirname(self._document), f"{kind}.xml")
        targets = dict.fromkeys(target for one, target in self._relations if one == kind) or [usual]
        yield from (root for root in map(self._part, targets) if root is not None)

    def _main(self) -> str:
        return next((target for kind, target in self._related_to("") if kind == "officedocument"), "word/document.xml")

    def _related_to(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and the name of every part that a part names, those outside of the package left out."""
        folder, file = posixpath.split(part)
        root = self._part(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in () if root is None else root:
            if relation.get("TargetMode", "") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "").replace("\\", "/")))
                yield posixpath.basename(relation.get("Type", "")).lower(), target.lstrip("/").lower()

    def _part(self, path: str) -> Element | None:
        entry = self._entries.get(path)
        if entry is None:
            return None
        data = self._unpacked(entry)
        self._marks += data.count(b"<") + data.count(b"=")
        if self._marks > MOST_MARKS:
            raise _too_large("内容过多")
        return _parsed(data)

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED_ENTRY:
            raise _locked()
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _damaged()
        if entry.file_size > LARGEST_PART or entry.file_size > max(_LARGE, DENSEST * entry.compress_size):
            raise _too_large("解压后过大")
        try:
            return self._archive.read(entry)
        except _BROKEN as error:
            raise _damaged() from error


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLE):
        raise _locked() if _ENCRYPTED in data else UserError("这是旧格式的文件（.doc 或 .wps），不是 .docx", _SAVE_AGAIN)
    if not data.startswith(b"PK"):
        raise UserError("这不是 Word 文件（.docx）", _SAVE_AGAIN)
    if len(data) > LARGEST or data.count(_ENTRY) > MOST_PARTS:
        raise _too_large("过大")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _damaged() from error


def _parsed(data: bytes) -> Element:
    """Return the root of a part, strict OOXML in the names of the usual one; libxml2 itself refuses more than 256 levels."""
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _damaged() from error
    if root.getroottree().docinfo.doctype:
        raise UserError("文件里有文档类型声明（DOCTYPE），为安全起见没有读", _SAVE_AGAIN)
    return root


def _damaged() -> UserError:
    return UserError("Word 文件已损坏，读不出来", _SAVE_AGAIN)


def _locked() -> UserError:
    return UserError("文件设有密码，读不出来", "请用 Word 或 WPS 打开，取消密码后另存为 .docx。")


def _too_large(what: str) -> UserError:
    return UserError(f"文件{what}，不像一份公文，为安全起见没有读", "请核对文件来源；确是公文的，去掉图片和附带内容后另存为 .docx。")
