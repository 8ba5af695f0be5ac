"""styles.xml: the named styles of the template, which an officer restyles in Word, made from a style's figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.render.word.parts import NAMESPACES, XML, character, eighths, face, fonts, mm, pt

if TYPE_CHECKING:
    from generator.render.style import Style

LEVELS = 4
_MARK_LINE = 1.3  # of its size: room for the red mark's strokes in an exact line
_ASCENT = 0.85  # of its size: what a character rises above its baseline, measured
_DESCENT = 0.14  # of its size: what it falls below
_ABOVE_BASELINE = 0.8  # of an exact line: what stands above the baseline, measured
_BORDER = 1  # pt: what a border is further away than it says, measured


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its id, its name in Word's list, its text, and its paragraph properties in twips."""

    id: str
    name: str
    text: dict[str, Any]
    line: int
    align: str = "both"
    left: int = 0
    right: int = 0
    first: int = 0  # negative: hanging
    before: int = 0
    new_page: bool = False
    keep: bool = False
    rule: str = ""
    tabs: str = ""
    outline: int | None = None


def mark_line(size: float) -> int:
    """Return the exact line of a mark of a size in pt, in twips."""
    return pt(size * _MARK_LINE)


def mark_before(style: Style, size: float) -> int:
    """Return the space above a mark, in twips, that puts its upper edge where GB/T 9704 7.2.4 wants it, below three lines."""
    ink = _ABOVE_BASELINE * mark_line(size) - _ASCENT * pt(size)
    return max(0, round(mm(style["head"]["mark"]["below_text_area_top"]) - 3 * pt(style["page"]["grid"]["line"]) - ink))


def stylesheet(style: Style) -> bytes:
    """Return styles.xml."""
    looks = [*_head(style), *_body(style), *_signature(style), *_table(style), *_foot(style)]
    paragraphs = "".join(_paragraph_style(look, style) for look in looks)
    levels = "".join(_level_text(depth, style) for depth in range(LEVELS)) + _text_style(
        "Signatory", "签发人姓名", style["head"]["signatory"], style
    )
    return f"{XML}<w:styles {NAMESPACES}>{_defaults(style)}{paragraphs}{levels}</w:styles>".encode()


def _head(style: Style) -> list[Look]:
    head, line, em = style["head"], _line(style), character(style)
    width = mm(style["page"]["text_area"]["width"])
    red = head["red_line"]
    thickness, space = eighths(red["thickness"]), _rule_space(style)
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="{thickness}" w:space="{space}" w:color="{red["colour"]}"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width - em}"/></w:tabs>'
    blanks = head["number"]["blank_before"] * line
    return [
        Look("CopyNumber", "份号", head["copy_number"], line),
        Look("Classification", "密级和保密期限", head["classification"], line),
        Look("Urgency", "紧急程度", head["urgency"], line),
        Look(
            "Mark", "发文机关标志", head["mark"], mark_line(head["mark"]["size"]), "center", before=mark_before(style, head["mark"]["size"])
        ),
        Look("MarkNames", "发文机关标志（联合行文）", head["mark"], mark_line(head["mark"]["size"]), "distribute"),
        Look("Number", "发文字号", head["number"], line, "center", before=blanks, rule=rule),
        Look("NumberUpward", "发文字号（上行文）", head["number"], line, "left", first=em, before=blanks, rule=rule, tabs=tabs),
        Look("SignatoryRow", "签发人", head["number"], line, "left", before=blanks, tabs=tabs),
    ]


def _rule_space(style: Style) -> int:
    """Return the points between the foot of the number's line and the red line, which is counted from the ink (GB/T 9704 7.2.7)."""
    ink_to_foot: float = (1 - _ABOVE_BASELINE) * style["page"]["grid"]["line"] - _DESCENT * style["head"]["number"]["size"]
    below: float = style["head"]["red_line"]["below"] * 72 / 25.4
    return round(below - ink_to_foot - _BORDER)


def _body(style: Style) -> list[Look]:
    text, line, em = style["text"], _line(style), character(style)
    title, note, indent = text["title"], text["annex_note"], text["body"]["indent"] * em
    start = note["indent"] * em
    return [
        Look("Title", "公文标题", title, pt(title["line"]), "center", outline=0),
        Look("Label", "稿本标注", text["label"], line, "center"),
        Look("Recipients", "主送机关", text["recipients"], line),
        Look("Body", "公文正文", text["body"], line, first=indent),
        Look("BodyRest", "公文正文（转页）", text["body"], line),
        Look("Blank", "空行", text["body"], line),
        Look("NewPage", "空行（另页）", text["body"], line, new_page=True, keep=True),
        *(
            Look(f"Level{depth + 1}", f"{depth + 1}级标题", level, line, first=indent, keep=True, outline=min(depth + 1, 8))
            for depth, level in _levels(style)
        ),
        Look("AnnexNote", "附件说明", note, line, left=start + 3 * em, first=-3 * em),
        Look("AnnexNoteFirst", "附件说明（首件）", note, line, left=start + 4 * em, first=-4 * em),
        Look("AnnexNoteNext", "附件说明（后件）", note, line, left=start + 4 * em, first=-em),
        Look("AnnexLabel", "附件序号", text["annex_label"], line, "left", new_page=True, keep=True),
    ]


def _signature(style: Style) -> list[Look]:
    body, line, em = style["text"]["body"], _line(style), character(style)
    note = style["text"]["note"]
    return [
        Look("Signature", "署名", body, line, "right", right=4 * em, keep=True),
        Look("SealedNames", "署名（联合行文）", body, line, "left", keep=True),
        Look("Date", "成文日期", body, line, "right", right=4 * em),
        Look("Note", "附注", note, line, first=note["indent"] * em),
    ]


def _table(style: Style) -> list[Look]:
    text, head, body = style["table"]["text"], style["table"]["head"], style["text"]["body"]
    line = pt(text["line"])
    return [
        Look("TableTitle", "表题", style["text"]["levels"][0], _line(style), "left", first=body["indent"] * character(style), keep=True),
        Look("TableMeasure", "计量单位", text, line, "right", keep=True),
        Look("TableHead", "表头", head, pt(head["line"]), "center"),
        Look("TableText", "表格文字", text, line, "left"),
        Look("TableCentre", "表格文字（居中）", text, line, "center"),
        Look("TableNote", "表注", text, line, "left"),
    ]


def _foot(style: Style) -> list[Look]:
    imprint, number = style["imprint"]["text"], style["page_number"]
    em, indent = pt(imprint["size"]), pt(number["size"]) * number["indent"]
    line = _line(style)
    width, edge = mm(style["page"]["text_area"]["width"]), imprint["indent"] * em
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width - edge}"/></w:tabs>'
    foot = pt(page_number_line(style))
    return [
        Look("Copies", "抄送", imprint, line, left=edge + 3 * em, right=edge, first=-3 * em),
        Look("Printing", "印发机关和日期", imprint, line, "left", left=edge, tabs=tabs),
        Look("Thin", "细行", imprint, 20, "left"),
        Look("PageOdd", "页码（单页）", number, foot, "right", right=indent),
        Look("PageEven", "页码（双页）", number, foot, "left", left=indent),
        Look("Tag", "模板标记", imprint, line, "left"),
    ]


def page_number_line(style: Style) -> float:
    """Return the exact line of a page number in pt: with it the footer fills the bottom margin and the text stays where it is."""
    margin = style["page"]["margins"]["bottom"]
    return float(round((margin - footer_distance(style)) * 72 / 25.4, 2))


def footer_distance(style: Style) -> float:
    """Return the distance of the footer's foot from the paper's, in mm (GB/T 9704 7.5): the dashes lie below the text area."""
    return float(style["page"]["margins"]["bottom"] - style["page_number"]["below_text_area"] - 3)


def _levels(style: Style) -> list[tuple[int, dict[str, Any]]]:
    levels = style["text"]["levels"]
    return [(depth, levels[min(depth, len(levels) - 1)]) for depth in range(LEVELS)]


def _line(style: Style) -> int:
    return pt(style["page"]["grid"]["line"])


def _defaults(style: Style) -> str:
    body = style["text"]["body"]
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_characters(body, style)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        # marks may hang at a line's end, as Word has it by itself; said aloud, since LibreOffice 7.4 then hangs none, and else loses them
        '<w:widowControl w:val="0"/><w:overflowPunct/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{_line(style)}" w:lineRule="exact"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultText"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
    )


def _characters(text: dict[str, Any], style: Style) -> str:
    """Return a text's run properties; only body-sized characters are drawn together to 28 a line."""
    body = style["text"]["body"]
    tracking = pt(style["page"]["grid"]["tracking"]) if text["size"] == body["size"] else 0
    size = round(text["size"] * 2)
    colour = f'<w:color w:val="{text["colour"]}"/>' if "colour" in text else ""
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return f'{fonts(face(style, text["face"]))}{colour}<w:spacing w:val="{tracking}"/><w:kern w:val="0"/>{sizes}'


def _paragraph_style(look: Look, style: Style) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{look.id}"><w:name w:val="{look.name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{_properties(look, style)}</w:pPr><w:rPr>{_characters(look.text, style)}</w:rPr></w:style>"
    )


def _properties(look: Look, style: Style) -> str:
    """Return the paragraph properties in schema order; lines off the page's grid do not snap to it."""
    keep = "<w:keepNext/>" if look.keep else ""
    new_page = "<w:pageBreakBefore/>" if look.new_page else ""
    off_grid = "" if look.line == _line(style) else '<w:snapToGrid w:val="0"/>'
    first = f'w:firstLine="{look.first}"' if look.first >= 0 else f'w:hanging="{-look.first}"'
    outline = "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>'
    return (
        f"{keep}{new_page}{look.rule}{look.tabs}{off_grid}"
        f'<w:spacing w:before="{look.before}" w:after="0" w:line="{look.line}" w:lineRule="exact"/>'
        f'<w:ind w:left="{look.left}" w:right="{look.right}" {first}/><w:jc w:val="{look.align}"/>{outline}'
    )


def _level_text(depth: int, style: Style) -> str:
    return _text_style(f"Level{depth + 1}Text", f"{depth + 1}级标题文字", _levels(style)[depth][1], style)


def _text_style(id_: str, name: str, text: dict[str, Any], style: Style) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="DefaultText"/>'
        f"<w:qFormat/><w:rPr>{_characters(text, style)}</w:rPr></w:style>"
    )
