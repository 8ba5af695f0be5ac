"""Word files made of bare XML, piece by piece, and what of the outline they become is compared."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.importers.from_docx import read
from generator.importers.outline import Outline, Paragraph, Remark, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATED}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOTS = {"document": "document", "header": "hdr", "footer": "ftr"}
_TRIES = 2
HAND = 'w:author="李某" w:date="2025-01-02T03:04:00Z"'


def package(body: str, **parts: str) -> bytes:
    """Return a .docx with a body and parts by kind (styles, numbering, comments, footer, footer2 …), each given by what is in it."""
    written = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    written |= {f"word/{name}.xml": part(_kind(name), inside) for name, inside in parts.items()}
    written["[Content_Types].xml"] = _types({"document": "document.main", **{name: _kind(name) for name in parts}})
    relations = "".join(_relation(_kind(name), f"{name}.xml") for name in parts)
    written["_rels/.rels"] = _relations(_relation("officeDocument", "word/document.xml"))
    written["word/_rels/document.xml.rels"] = _relations(relations)
    return zipped(written)


def part(kind: str, inside: str) -> str:
    """Return a part as a whole."""
    root = _ROOTS.get(kind, kind)
    return f"<?xml version='1.0' encoding='UTF-8'?><w:{root} {_NAMESPACES}>{inside}</w:{root}>"


def zipped(written: dict[str, str] | dict[str, bytes]) -> bytes:
    """Return a zip of files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in written.items():
            archive.writestr(name, text)
    return data.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    """Return a paragraph; what is no markup becomes a run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(one if one.startswith('<') else run(one) for one in inside)}</w:p>"


def cell(*paragraphs: str, properties: str = "") -> str:
    """Return a cell; what is no markup becomes a paragraph."""
    inside = "".join(one if one.startswith("<") else paragraph(one) for one in paragraphs) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row; what is no markup becomes a cell."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def inserted(*inside: str) -> str:
    """Return a tracked insertion of texts."""
    return f"<w:ins {HAND}>{''.join(map(run, inside))}</w:ins>"


def deleted(*inside: str) -> str:
    """Return a tracked deletion of texts."""
    return f"<w:del {HAND}>{''.join(f'<w:r><w:delText>{one}</w:delText></w:r>' for one in inside)}</w:del>"


def bookmark(id_: str, number: int = 1) -> str:
    """Return the hidden bookmark of an id of the plan."""
    return f'<w:bookmarkStart w:id="{number}" w:name="_ht_{id_}"/><w:bookmarkEnd w:id="{number}"/>'


def box(*inside: str) -> str:
    """Return a run with a text box."""
    return f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{''.join(inside)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


def style(id_: str, name: str, inside: str = "", based: str = "", kind: str = "paragraph") -> str:
    """Return a style with its properties."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def styled(id_: str) -> str:
    """Return the paragraph property that names a style."""
    return f'<w:pStyle w:val="{id_}"/>'


def level(depth: int, format_: str, pattern: str, more: str = "", start: int = 1) -> str:
    """Return a level of a list."""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def lists(*definitions: str, nums: str = "") -> str:
    """Return a numbering part: the definitions 0, 1 … with the lists 1, 2 … of them, and lists written out."""
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(definitions))
    plain = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(definitions)))
    return abstract + plain + nums


def numbered(list_: int, depth: int = 0) -> str:
    """Return the paragraph property that places a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>'


def paragraphs(outline: Outline) -> list[Paragraph]:
    """Return the paragraphs between tables."""
    return [block for block in outline.blocks if isinstance(block, Paragraph)]


def texts(outline: Outline) -> list[str]:
    """Return the text of every paragraph."""
    return [block.text for block in paragraphs(outline)]


def rows(outline: Outline) -> list[Row]:
    """Return the rows of all tables."""
    return [one for block in outline.blocks if isinstance(block, Table) for one in block.rows]


def printed(outline: Outline) -> list[list[str]]:
    """Return a row a line, a cell merged with the one above as ^, with the one before as <."""
    signs = {"": "", "above": "^", "before": "<"}
    return [[signs[one.merged] or "/".join(one.text) for one in line.cells] for line in rows(outline)]


def numbers(body: Iterable[str], **parts: str) -> list[str]:
    """Return the automatic number of every paragraph of a body."""
    return [block.number for block in paragraphs(read(package("".join(body), **parts)))]


def remark(kind: Literal["inserted", "deleted", "comment"], text: str) -> Remark:
    """Return what is told of a change by the hand that makes them all."""
    return Remark(kind, "李某", text, "2025-01-02T03:04:00Z")


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _types(kinds: dict[str, str]) -> str:
    """Return the list of content types, without which LibreOffice opens nothing."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    own = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>' for name, kind in kinds.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{relations}{own}</Types>'


def _relation(kind: str, target: str) -> str:
    return f'<Relationship Id="{target}" Type="{RELATED}/{kind}" Target="{target}"/>'


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def saved_by_libreoffice(data: bytes, kind: str = "docx") -> bytes:
    """Return a Word file as LibreOffice saves it again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "file.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = [profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "saved")]
        saved = folder / "saved" / f"file.{kind}"
        for _ in range(_TRIES):
            subprocess.run(["soffice", *options, str(folder / "file.docx")], capture_output=True, timeout=60, check=False)  # noqa: S607 - found on PATH, as the program finds it
            if saved.exists():
                break
        return saved.read_bytes()
