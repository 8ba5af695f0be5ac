"""What stands round the text in a Word file: page geometry, footers with page numbers, settings, faces, theme, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.fonts import OTHER_NAMES
from generator.render.word.boxes import Box
from generator.render.word.parts import NAMESPACES, XML, face, mm, paragraph, pt, run
from generator.render.word.stylesheet import footer_distance, page_number_line

if TYPE_CHECKING:
    from generator.render.style import Style

_TYPES = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EXTENDED = f"{_RELATIONS.removesuffix('relationships')}extended-properties"
_CORE_RELATION = f'<Relationship Id="rId9" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
_PARTS = {
    "styles.xml": ("styles", "wordprocessingml.styles"),
    "settings.xml": ("settings", "wordprocessingml.settings"),
    "fontTable.xml": ("fontTable", "wordprocessingml.fontTable"),
    "footer1.xml": ("footer", "wordprocessingml.footer"),
    "footer2.xml": ("footer", "wordprocessingml.footer"),
    "theme/theme1.xml": ("theme", "theme"),
    "footer3.xml": ("footer", "wordprocessingml.footer"),
    "footer4.xml": ("footer", "wordprocessingml.footer"),
}
"""The parts of the main document: name, kind of relation, content type; their relations are rId1, rId2 … in this order."""
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""The margin of a portrait page that each margin of a landscape one is."""
_LANDSCAPE_FOOTER = 10  # mm: the footer itself holds an anchor only
_DASH_BELOW_LINE = (
    5.9  # mm, of the dashes below the top of their line: 6.15 where the line is turned as it is, 5.75 measured in LibreOffice
)
_MM = 25.4 / 72


def parts(style: Style) -> dict[str, bytes]:
    """Return every part but the text and its styles."""
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "extended-properties": "docProps/app.xml"}, _CORE_RELATION),
        "docProps/core.xml": _core(),
        "docProps/app.xml": f'<Properties xmlns="{_EXTENDED}"><Application>hongtou</Application></Properties>',
        "word/_rels/document.xml.rels": _relations({name: name for name in _PARTS}),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(style),
        "word/footer1.xml": _footer("PageOdd"),
        "word/footer2.xml": _footer("PageEven"),
        "word/footer3.xml": _landscape_footer("PageOdd", style),
        "word/footer4.xml": _landscape_footer("PageEven", style),
        "word/theme/theme1.xml": _theme(style),
    }
    return {name: f"{XML}{text}".encode() for name, text in texts.items()}


def section_break(style: Style, *, landscape: bool = False) -> str:
    """Return the paragraph that ends a section; the remark in it keeps LibreOffice from dropping it when it saves the template."""
    return paragraph("Thin", run("{# 另起一节 #}"), properties=section(style, landscape=landscape))


def section(style: Style, *, landscape: bool = False) -> str:
    """Return the section properties: paper, margins, the grid's lines, the footers of odd and even pages (GB/T 9704 5.1–5.2, 7.5).

    A landscape page is a portrait one turned: its top is that one's left edge on odd and even pages alike (clause 8).
    """
    page = style["page"]
    paper, margins = page["paper"], {side: mm(page["margins"][side]) for side in ("top", "right", "bottom", "left")}
    size = f'w:w="{mm(paper["width"])}" w:h="{mm(paper["height"])}"'
    odd, even, footer = "rId4", "rId5", mm(footer_distance(style))
    if landscape:
        margins = {side: margins[turned] for side, turned in _TURNED.items()}
        size = f'w:w="{mm(paper["height"])}" w:h="{mm(paper["width"])}" w:orient="landscape"'
        odd, even, footer = "rId7", "rId8", mm(_LANDSCAPE_FOOTER)
    sides = " ".join(f'w:{side}="{width}"' for side, width in margins.items())
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{odd}"/><w:footerReference w:type="even" r:id="{even}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz {size}/><w:pgMar {sides} w:header="851" w:footer="{footer}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{pt(page["grid"]["line"])}"/></w:sectPr>'
    )


def _footer(look: str) -> str:
    return f"<w:ftr {NAMESPACES}>{_page_number(look)}</w:ftr>"


def _page_number(look: str) -> str:
    """Return a page number between two dashes; the Chinese face is asked for, as the dash has a Latin one too."""
    text = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f'<w:p><w:pPr><w:pStyle w:val="{look}"/></w:pPr>{text.format("— ")}{field}{text.format(" —")}</w:p>'


def _landscape_footer(look: str, style: Style) -> str:
    """Return the page number in a box at the left edge, turned as the page is, as long as the text is wide on a portrait page."""
    line = page_number_line(style) * _MM
    left = style["page"]["margins"]["bottom"] - style["page_number"]["below_text_area"] - line + _DASH_BELOW_LINE
    box = Box(
        2000 + int(look == "PageEven"),
        "页码",
        line,
        style["page"]["text_area"]["width"],
        left,
        style["page"]["margins"]["left"],
        vertical=True,
    )
    return f"<w:ftr {NAMESPACES}>{paragraph('Thin', box.run(_page_number(look)))}</w:ftr>"


def _settings() -> str:
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="156"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:useFELayout/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table(style: Style) -> str:
    names = [face(style, key) for key in style["faces"]]
    fonts = "".join(f'<w:font w:name="{name}">{_alternative(name)}<w:charset w:val="86"/></w:font>' for name in names)
    return f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def _alternative(name: str) -> str:
    return f'<w:altName w:val="{OTHER_NAMES[name][0]}"/>' if name in OTHER_NAMES else ""


def _core() -> str:
    """Return core properties without author; the dates give way to the plan's."""
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">2012-07-01T00:00:00Z</dcterms:{name}>' for name in ("created", "modified"))
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{{{{ title | join }}}}</dc:title>{dates}</cp:coreProperties>"
    )


def _content_types() -> str:
    overrides = {f"word/{name}": f"{_TYPES}.{type_}+xml" for name, (_, type_) in _PARTS.items()}
    overrides["word/document.xml"] = f"{_TYPES}.wordprocessingml.document.main+xml"
    overrides["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["docProps/app.xml"] = f"{_TYPES}.extended-properties+xml"
    rows = "".join(f'<Override PartName="/{name}" ContentType="{type_}"/>' for name, type_ in sorted(overrides.items()))
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'


def _relations(targets: dict[str, str], more: str = "") -> str:
    """Return the relations rId1, rId2 … to targets, each by its kind or by the part's name."""
    rows = "".join(
        f'<Relationship Id="rId{place}" Type="{_RELATIONS}/{_PARTS.get(kind, (kind, ""))[0]}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}{more}</Relationships>'


def _theme(style: Style) -> str:
    """Return the least theme that readers accept; no style asks for its fonts or colours."""
    latin = face(style, "song")
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF", "hlink": "000000", "folHlink": "000000"}
    colours |= {f"accent{place}": "000000" for place in range(1, 7)}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{place}" for place in range(1, 7)), "hlink", "folHlink")
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colours[name]}"/></a:{name}>' for name in order)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{latin}"/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{scheme}</a:clrScheme><a:fontScheme name="公文">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="公文">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )
