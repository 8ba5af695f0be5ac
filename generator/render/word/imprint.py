"""The 版记 of the template: a text box at the foot of the last page, holding a table of one column with its three rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.word.parts import Borders, cell, eighths, emu, mm, paragraph, row, run, tab, table, tag

if TYPE_CHECKING:
    from generator.render.style import Style

_HEIGHT = 25  # mm, of the box in the template itself; the plan's lines give the one that is filled in
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def imprint(style: Style) -> list[str]:
    """Return the paragraphs that print the 版记 (GB/T 9704 7.4.1: its last rule on the bottom of the text area)."""
    turned = [tag("{%p if imprint_page == 'next' %}"), paragraph("Thin", properties="<w:pageBreakBefore/>"), tag("{%p endif %}")]
    return [tag("{%p if imprint %}"), *turned, paragraph("Thin", _box(style)), tag("{%p endif %}")]


def _box(style: Style) -> str:
    width, height = emu(style["page"]["text_area"]["width"]), emu(_HEIGHT)
    content = _table(style) + paragraph("Thin", run("{% height imprint.height %}"))
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="1001" name="版记"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b" anchorCtr="0">'
        "<a:noAutofit/></wps:bodyPr>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _table(style: Style) -> str:
    width = mm(style["page"]["text_area"]["width"])
    outer, inner = (eighths(style["imprint"][rule]["thickness"]) for rule in ("outer_rule", "inner_rule"))
    lines = {
        "imprint.disclosure": paragraph("Copies", run("{{ imprint.disclosure }}")),
        "imprint.copies_to": paragraph("Copies", run("{{ imprint.copies_to }}")),
    }
    printing = paragraph("Printing", run("{{ imprint.printed_by }}"), tab(), run("{{ imprint.printed_on }}"))
    lines["imprint.printed_by or imprint.printed_on"] = printing
    rows = [text for condition, line in lines.items() for text in _row(condition, line, width)]
    return table((width,), Borders(outer, inner, 0), 0, *rows)


def _row(condition: str, line: str, width: int) -> list[str]:
    return [
        row(cell(width, content), properties="<w:cantSplit/>") for content in (tag(f"{{%tr if {condition} %}}"), line, tag("{%tr endif %}"))
    ]
