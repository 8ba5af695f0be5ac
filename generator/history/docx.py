"""The text of a Word file in reading order: a paragraph a line, a table row a line, tracked deletions left out."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

LARGEST = 100_000_000  # bytes of one part, unpacked: what is larger is no document an office writes
_PARTS = ("document", "footnotes", "endnotes")
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "rt", "instrText", "delText", "pPr", "rPr", "tblPr", "tblGrid", "tcPr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class NoDocument(Exception):  # noqa: N818 - what it is
    """The bytes are no Word file that can be read."""


def text(data: bytes) -> str:
    """Return the text of a .docx. Raises NoDocument when the bytes are none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [_parsed(package, f"word/{name}.xml") for name in _PARTS if f"word/{name}.xml" in package.namelist()]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NoDocument from error
    if not parts:
        raise NoDocument
    return "".join(f"{line.rstrip()}\n" for part in parts for line in _lines(part) if line.strip())


def _parsed(package: zipfile.ZipFile, name: str) -> Element:
    if package.getinfo(name).file_size > LARGEST:
        raise NoDocument
    return etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _lines(element: Element) -> Iterator[str]:
    """Yield the lines of everything in an element that is shown; a text box follows the paragraph it is anchored in."""
    for child in _shown(element):
        kind = _name(child)
        if kind == "p":
            yield from "".join(_characters(child)).split("\n")
            yield from (line for box in _boxes(child) for line in _lines(box))
        elif kind == "tbl":
            yield from _rows(child)
        else:
            yield from _lines(child)


def _rows(table: Element) -> Iterator[str]:
    for row in _of(table, "tr"):
        if not any(_name(mark) == "del" for mark in row.iterfind("./{*}trPr/{*}del")):
            yield " | ".join(" ".join(filter(None, _lines(cell))) for cell in _of(row, "tc"))


def _characters(element: Element) -> Iterator[str]:
    for child in _shown(element):
        kind = _name(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _SIGNS:
            yield _SIGNS[kind]
        elif kind != "txbxContent":
            yield from _characters(child)


def _boxes(element: Element) -> Iterator[Element]:
    for child in _shown(element):
        if _name(child) == "txbxContent":
            yield child
        else:
            yield from _boxes(child)


def _of(element: Element, kind: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those within content controls and tracked insertions."""
    for child in _shown(element):
        if _name(child) == kind:
            yield child
        elif _name(child) != "tbl":
            yield from _of(child, kind)


def _shown(element: Element) -> Iterator[Element]:
    return (child for child in element if _name(child) not in _UNSEEN)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "del"  # a comment or an instruction shows nothing
