"""Small OOXML builders: units, runs, paragraphs, cells; every figure is handed in, none is decided here."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.render.style import Style

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def mm(length: float) -> int:
    """Return millimetres in twips."""
    return round(length * 1440 / 25.4)


def pt(length: float) -> int:
    """Return points in twips."""
    return round(length * 20)


def emu(length: float) -> int:
    """Return millimetres in EMU, the unit of drawings."""
    return round(length * 36000)


def eighths(thickness: float) -> int:
    """Return a rule's thickness in mm as eighths of a point."""
    return round(thickness * 72 / 25.4 * 8)


def character(style: Style) -> int:
    """Return the advance of a body character in twips, its tracking included (GB/T 9704 5.2.3)."""
    return pt(style["text"]["body"]["size"] + style["page"]["grid"]["tracking"])


def face(style: Style, key: str) -> str:
    """Return the official name of a face by its key in the style."""
    return escape(str(style["faces"][key]["name"]))


def fonts(name: str) -> str:
    """Return the run property that names one face for all scripts."""
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def run(text: str, look: str = "", properties: str = "") -> str:
    """Return a run, with a character style if one is named; quotation marks and dashes take the Chinese face."""
    style = f'<w:rStyle w:val="{look}"/>' if look else ""
    hint = '<w:rFonts w:hint="eastAsia"/>'
    return f'<w:r><w:rPr>{style}{hint}{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def line_break() -> str:
    """Return a run that breaks the line within a paragraph."""
    return "<w:r><w:br/></w:r>"


def tab() -> str:
    """Return a run that goes on to the next tab stop."""
    return "<w:r><w:tab/></w:r>"


def paragraph(look: str, *runs: str, properties: str = "") -> str:
    """Return a paragraph of a paragraph style; `properties` stand after the style's name in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{look}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'


def tag(text: str) -> str:
    """Return a paragraph that holds a tag only, and leaves nothing when filled."""
    return paragraph("Tag", run(text))


def when(condition: str, *content: str) -> list[str]:
    """Return paragraphs and tables that stand only under a condition."""
    return [tag(f"{{%p if {condition} %}}"), *content, tag("{%p endif %}")]


@dataclass(frozen=True, slots=True)
class Borders:
    """The rules round a table in eighths of a point: the outer ones, those between rows, those at its sides and columns."""

    outer: int
    between: int
    sides: int

    @property
    def xml(self) -> str:
        """Return the table property."""
        sizes = {
            "top": self.outer,
            "left": self.sides,
            "bottom": self.outer,
            "right": self.sides,
            "insideH": self.between,
            "insideV": self.sides,
        }
        return f"<w:tblBorders>{''.join(_rule(side, size) for side, size in sizes.items())}</w:tblBorders>"


def _rule(side: str, size: int) -> str:
    if not size:
        return f'<w:{side} w:val="nil"/>'
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'


def cell(width: int, content: str) -> str:
    """Return a table cell of a width in twips, its text centred from top to bottom."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def row(*cells: str, properties: str) -> str:
    """Return a table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


@dataclass(frozen=True, slots=True)
class Padding:
    """What every cell keeps free in twips: at both sides, above and below."""

    across: int = 0
    down: int = 0

    @property
    def xml(self) -> str:
        """Return the table property."""
        sizes = {"top": self.down, "left": self.across, "bottom": self.down, "right": self.across}
        margins = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sizes.items())
        return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def table(widths: tuple[int, ...], borders: Borders, padding: Padding, *rows: str) -> str:
    """Return a table of fixed column widths in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{borders.xml}<w:tblLayout w:type="fixed"/>{padding.xml}'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
