"""What is no Word file, has a password, is damaged or too large is refused in words; nothing is followed, nothing blows up."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator.errors import UserError
from generator.importers.from_docx import read
from generator.importers.outline import Outline, Paragraph
from generator.importers.word.package import LARGEST_PART, MOST_MARKS, MOST_PARTS
from tests.importers.word_files import (
    RELATED,
    WORD,
    bookmark,
    box,
    cell,
    deleted,
    inserted,
    level,
    lists,
    numbered,
    package,
    paragraph,
    part,
    row,
    run,
    style,
    styled,
    table,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PLAIN = paragraph("甲")
DOCUMENT = part("document", f"<w:body>{PLAIN}</w:body>")
RICH = package(
    paragraph(bookmark("a"), run("一、题。", "<w:b/>"), inserted("增"), deleted("删"), properties=styled("S") + numbered(1))
    + table(row(cell("甲", properties='<w:vMerge w:val="restart"/>'), "1"), row(cell(properties="<w:vMerge/>"), "2"))
    + paragraph("文", box(paragraph("框")), '<w:r><w:commentReference w:id="1"/></w:r>'),
    styles=style("S", "公文正文", '<w:pPr><w:jc w:val="center"/></w:pPr>', based="T") + style("T", "标题 1"),
    numbering=lists(level(0, "chineseCounting", "（%1）")),
    comments=f'<w:comment w:id="1" w:author="李某">{PLAIN}</w:comment>',
    footnotes=f'<w:footnote w:id="1">{PLAIN}</w:footnote>',
    footer=PLAIN,
)


def _doctype(declaration: str, text: str) -> bytes:
    body = f'<w:document xmlns:w="{WORD}" w:x="{text}"><w:body>{paragraph(run(text))}</w:body></w:document>'
    return zipped({"word/document.xml": f"<!DOCTYPE w [{declaration}]>{body}"})


def _expanding() -> str:
    entities = (f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!ENTITY e0 "{"喵" * 10}">{"".join(entities)}'


def _locked_entry() -> bytes:
    """Return a package whose entries say that they are encrypted."""
    data = bytearray(package(PLAIN))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(signature, place + 1)
    return bytes(data)


def _compressed(method: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr("word/document.xml", DOCUMENT)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "这不是 Word 文件（.docx）"),
        (b"<html></html>", "这不是 Word 文件（.docx）"),
        (b"PK\x03\x04", "Word 文件已损坏，读不出来"),
        (package(PLAIN)[:-40], "Word 文件已损坏，读不出来"),
        (OLE, "这是旧格式的文件（.doc 或 .wps），不是 .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "文件设有密码，读不出来"),
        (_locked_entry(), "文件设有密码，读不出来"),
        (zipped({"xl/workbook.xml": "<workbook/>"}), "文件里没有 Word 正文"),
        (zipped({"word/document.xml": "<w:p>"}), "Word 文件已损坏，读不出来"),
        (zipped({"word/document.xml": part("document", "")}), "文件里没有 Word 正文"),
        (package(PLAIN, styles="<w:style>"), "Word 文件已损坏，读不出来"),
        (_compressed(zipfile.ZIP_LZMA), "Word 文件已损坏，读不出来"),
        (_doctype('<!ENTITY a "甲">', "&a;"), "文件里有文档类型声明（DOCTYPE），为安全起见没有读"),
        (_doctype('<!ENTITY a SYSTEM "file:///etc/hostname">', "甲"), "文件里有文档类型声明（DOCTYPE），为安全起见没有读"),
        (_doctype(_expanding(), "&e11;"), "Word 文件已损坏，读不出来"),
        (package("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000), "Word 文件已损坏，读不出来"),
        (package("<w:p/>" * 1_000_000), "文件解压后过大，不像一份公文，为安全起见没有读"),
        (package(PLAIN + "".join(f"<w:p{n}/>" for n in range(MOST_MARKS))), "文件内容过多，不像一份公文，为安全起见没有读"),
        (package(PLAIN + " " * LARGEST_PART), "文件解压后过大，不像一份公文，为安全起见没有读"),
        (zipped({f"word/{n}.xml": "" for n in range(MOST_PARTS + 1)}), "文件过大，不像一份公文，为安全起见没有读"),
        (package(table(row(*["甲"] * 201))), "有表格超过 200 列，不像公文里的表，没有读"),
        (package(table(row(*["甲"] * 200), *[row("甲")] * 5000)), "有表格大得不像公文里的表，没有读"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(data: bytes, message: str) -> None:
    with pytest.raises(UserError) as refusal:
        read(data)

    assert refusal.value.message == message
    assert refusal.value.tip


def test_the_names_of_strict_documents_mean_the_same() -> None:
    strict = DOCUMENT.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    relation = f'<Relationship Type="{RELATED}/officeDocument" Target="/strange/Main.xml"/>'.replace(
        RELATED, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    data = zipped({"_rels/.rels": f"<Relationships>{relation}</Relationships>", "strange/main.xml": strict})

    assert read(data).blocks == (Paragraph(1, "甲"),)


def test_parts_outside_of_the_package_are_not_followed() -> None:
    outside = f'<Relationship Type="{RELATED}/header" Target="file:///etc/hostname" TargetMode="External"/>'
    above = f'<Relationship Type="{RELATED}/footer" Target="../../../../etc/hostname"/>'
    relations = f"<Relationships>{outside}{above}</Relationships>"

    assert read(zipped({"word/document.xml": DOCUMENT, "word/_rels/document.xml.rels": relations})) == Outline(
        "docx", (Paragraph(1, "甲"),)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:sdt>", "</w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    ],
)
def test_deep_nesting_is_read_or_refused(before: str, after: str) -> None:
    depth = 240 // before.count("<")
    data = package(before * depth + PLAIN + after * depth)

    assert _survives(data)


def _survives(data: bytes) -> bool:
    try:
        return isinstance(read(data), Outline) and isinstance(read(data, "reject"), Outline)
    except UserError as refusal:
        return bool(refusal.message and refusal.tip)


def _mutated(chance: random.Random) -> bytes:
    """Return the rich package with some bytes of the file, or of one of its parts, changed, or with its end cut off."""
    kind = chance.choice(["file", "cut", "part", "part", "part"])
    if kind == "cut":
        return RICH[: chance.randrange(len(RICH))]
    if kind == "file":
        return _changed(RICH, chance)
    written = dict(_parts(RICH))
    name = chance.choice([*written])
    return zipped(written | {name: _swapped(written[name], chance)})


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from ((name, archive.read(name)) for name in archive.namelist())


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _swapped(data: bytes, chance: random.Random) -> bytes:
    """Return XML that mostly stays XML: elements left out, doubled, put elsewhere, values replaced."""
    pieces = data.split(b"<w:")
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(pieces))
        pieces[place] = chance.choice([b"", pieces[place] * 2, pieces[place].replace(b'"1"', b'"-99999999999999"'), chance.choice(pieces)])
    return b"<w:".join(pieces)


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret, a series that can be had again

    assert all(_survives(_mutated(chance)) for _ in range(15))


def test_the_file_that_is_damaged_is_sound() -> None:
    outline = read(RICH)

    assert len(outline.blocks) == 4
    assert len(outline.notes) == len(outline.asides) == 1
