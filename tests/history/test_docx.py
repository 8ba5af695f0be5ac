"""The text of a Word file: in reading order, each text once, deletions gone, and nothing but NoDocument for what is none."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest

from generator.history.docx import NoDocument, text

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def _package(**parts: str) -> bytes:
    """Return a .docx of parts, each given by what stands in its body."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, body in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return data.getvalue()


def _run(written: str) -> str:
    return f"<w:r><w:t>{written}</w:t></w:r>"


def _paragraph(*runs: str) -> str:
    return f"<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>{''.join(runs)}</w:p>"


def _cell(*written: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(_paragraph(_run(one)) for one in written)}</w:tc>"


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


BOX = f"<w:txbxContent>{_paragraph(_run('框里'))}{_paragraph(_run('两段'))}</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (_paragraph(_run("甲"), _run("乙")), ["甲乙"]),
        (_paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"), ["甲\t乙", "丙"]),
        (_paragraph(_run("5"), "<w:r><w:noBreakHyphen/></w:r>", _run("6")), ["5-6"]),
        (_paragraph() + _paragraph(_run("　")) + _paragraph(_run("甲")), ["甲"]),
        (_table(_cell("1") + _cell("甲", "乙") + _cell(""), _cell("2")), ["1 | 甲 乙 |", "2"]),
        (_table(f"<w:tc>{_table(_cell('内') + _cell('表'))}{_paragraph()}</w:tc>{_cell('外')}"), ["内 | 表 | 外"]),
        (_table(f"<w:trPr><w:del/></w:trPr>{_cell('删去的行')}", _cell("留")), ["留"]),
        (_paragraph(f"<w:ins>{_run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>", _run("留")), ["增留"]),
        (_paragraph(f"<w:moveFrom>{_run('移')}</w:moveFrom>") + _paragraph(f"<w:moveTo>{_run('移')}</w:moveTo>"), ["移"]),
        (_paragraph(f"<w:hyperlink>{_run('链')}</w:hyperlink><w:smartTag>{_run('接')}</w:smartTag>"), ["链接"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{_paragraph(_run('控件'))}</w:sdtContent></w:sdt>", ["控件"]),
        (_table(f"<w:sdt><w:sdtContent>{_cell('甲')}</w:sdtContent></w:sdt>{_cell('乙')}"), ["甲 | 乙"]),
        (
            _paragraph(
                _run("前"),
                f"<w:r><mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>",
            )
            + _paragraph(_run("后")),
            ["前", "框里", "两段", "后"],
        ),
        (_paragraph(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"), ["框里", "两段"]),
        (_paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", _run("3"), "<!-- 注 -->"), ["3"]),
        (_paragraph(f"<w:r><w:ruby><w:rt>{_run('yún')}</w:rt><w:rubyBase>{_run('云')}</w:rubyBase></w:ruby></w:r>"), ["云"]),
    ],
)
def test_text_is_read_as_it_is_seen(body: str, lines: list[str]) -> None:
    assert text(_package(document=body)).splitlines() == lines


def test_notes_stand_behind_the_text() -> None:
    parts = {"footnotes": _paragraph(_run("脚注")), "document": _paragraph(_run("正文")), "styles": _paragraph(_run("样式"))}

    assert text(_package(**parts)) == "正文\n脚注\n"


def test_a_file_of_python_docx_is_read() -> None:
    document = python_docx.Document()
    document.add_heading("一、总体要求", 1)
    document.add_paragraph("正文。")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "甲", "乙"
    document.save(data := io.BytesIO())

    assert text(data.getvalue()) == "一、总体要求\n正文。\n甲 | 乙\n"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        _package(),
        _package(styles=_paragraph(_run("甲"))),
        _package(document="<w:p>"),
        _package(document=_paragraph(_run("甲")))[:-40],
        _package(document=_paragraph(_run("&nichts;"))),
    ],
)
def test_what_is_no_word_file_is_no_document(data: bytes) -> None:
    with pytest.raises(NoDocument):
        text(data)


def test_a_part_larger_than_any_document_is_not_unpacked() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(101):
            part.write(b" " * 1_000_000)

    with pytest.raises(NoDocument):
        text(data.getvalue())
