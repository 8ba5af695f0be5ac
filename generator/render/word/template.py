"""templates/notice/notice.docx: a Word file made from a style, its docxtpl tags visible to the officer who restyles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.word import frame
from generator.render.word.frame import section, section_break
from generator.render.word.imprint import imprint
from generator.render.word.package import pack
from generator.render.word.parts import (
    NAMESPACES,
    XML,
    Borders,
    Padding,
    cell,
    eighths,
    line_break,
    mm,
    paragraph,
    row,
    run,
    tab,
    table,
    tag,
    when,
)
from generator.render.word.stylesheet import LEVELS, stylesheet

if TYPE_CHECKING:
    from generator.render.style import Style

_COLUMNS = 3  # of the table in the template: a tag before the cell and one behind it; the plan's columns take their place
_SIZED = "{% size mark_size %}{% line mark_line %}"
_SIZE = '<w:sz w:val="96"/><w:szCs w:val="96"/>'  # these two give way to the figures of the plan
_EXACT = '<w:spacing w:before="0" w:line="1248" w:lineRule="exact"/>'
_ROW = "<w:cantSplit/>"
_HEAD_ROW = "<w:cantSplit/><w:tblHeader/>"  # on the tags' rows too: LibreOffice keeps it on a table's first rows only
_KEEP = '<w:keepNext/><w:widowControl/><w:jc w:val="both"/>'
_ENDS = "signed and loop.last and not loop.first"  # the last paragraph before a signature; a sole one stays on page 1 (7.3.3)
_KEPT = f"{{% keep {_ENDS} %}}{{% pair {_ENDS} %}}{{% spread block.cut %}}"


def template(style: Style) -> bytes:
    """Return notice.docx as a template, the same bytes for the same style."""
    return pack({"word/document.xml": _document(style), "word/styles.xml": stylesheet(style), **frame.parts(style)})


def _document(style: Style) -> bytes:
    body = [
        *_note_macro(),
        *_table_macro(style),
        *_body_macro(),
        *_signature_macro(style),
        *_part_macro(style),
        *_head(style),
        *_opening(style),
        *_plan(),
        *imprint(style),
    ]
    return f"{XML}<w:document {NAMESPACES}><w:body>{''.join(body)}{section(style)}</w:body></w:document>".encode()


def _blank(count: int = 1, properties: str = "") -> list[str]:
    return [paragraph("Blank", properties=properties)] * count


def _lines(name: str, tags: str = "", properties: str = "") -> list[str]:
    """Return runs that print a list as lines of one paragraph; `tags` speak of the whole paragraph."""
    opening = f"{tags}{{% for line in {name} %}}{{{{ line }}}}{{% if not loop.last %}}"
    return [run(opening, properties=properties), line_break(), run("{% endif %}{% endfor %}", properties=properties)]


def _bookmark(name: str) -> str:
    return run(f"{{{{r bookmarks[{name}] }}}}")


def _note_macro() -> list[str]:
    """Return the 附件说明: one line alone, or the first and the next of several, each with its own hanging indent."""
    line = run("{% keep signed %}{{ line }}")
    return [
        tag("{%p macro annexnote(lines, signed) %}"),
        *when("lines", paragraph("Blank", run("{% keep signed %}"), properties="<w:keepNext/>")),
        tag("{%p for line in lines %}"),
        tag("{%p if loop.length == 1 %}"),
        paragraph("AnnexNote", line, properties="<w:keepNext/>"),
        tag("{%p elif loop.first %}"),
        paragraph("AnnexNoteFirst", line, properties="<w:keepNext/>"),
        tag("{%p else %}"),
        paragraph("AnnexNoteNext", line, properties="<w:keepNext/>"),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
        tag("{%p endmacro %}"),
    ]


def _table_macro(style: Style) -> list[str]:
    return [
        tag("{%p macro tableview(view, bookmark) %}"),
        *when("view.title", paragraph("TableTitle", run("{{r bookmark }}"), run("{{ view.title }}"))),
        *when("view.measure", paragraph("TableMeasure", run("{{ view.measure }}"))),
        _table(style),
        tag("{%p for line in view.notes %}"),
        paragraph("TableNote", run("{{ line }}")),
        tag("{%p endfor %}"),
        paragraph("Thin"),  # two tables without a paragraph between them would become one
        tag("{%p endmacro %}"),
    ]


def _table(style: Style) -> str:
    third = mm(style["page"]["text_area"]["width"]) // _COLUMNS
    rule, free = eighths(style["table"]["rule"]["thickness"]), style["table"]["cell"]
    return table(
        (third,) * _COLUMNS,
        Borders(rule, rule, rule),
        Padding(mm(free["across"]), mm(free["down"])),
        _row_tag("{%tr for row in view.head %}", third, _HEAD_ROW),
        row(*_cells(_head_cell(third), third), properties=_HEAD_ROW),
        _row_tag("{%tr endfor %}", third, _HEAD_ROW),
        _row_tag("{%tr for row in view.rows %}", third),
        row(*_cells(_body_cell(third), third), properties=_ROW),
        _row_tag("{%tr endfor %}", third),
    )


def _row_tag(text: str, width: int, properties: str = _ROW) -> str:
    empty = cell(width, paragraph("Tag"))
    return row(cell(width, tag(text)), *[empty] * (_COLUMNS - 1), properties=properties)


def _cells(content: str, width: int) -> tuple[str, str, str]:
    """Return a row's cells: the tag that opens the loop over them, the one cell of the loop, the tag that ends it."""
    return cell(width, tag("{%tc for cell in row %}")), content, cell(width, tag("{%tc endfor %}"))


def _head_cell(width: int) -> str:
    line = paragraph("TableHead", run("{% columns view.widths %}{% across view.width %}"), *_cell_text())
    return cell(width, tag("{{p cell.bookmark }}") + "".join(_cell_lines(line)))


def _body_cell(width: int) -> str:
    across, centred = (paragraph(look, run("{{ line }}")) for look in ("TableHead", "TableCentre"))
    plain = paragraph("TableText", *_cell_text())
    styles = (
        tag("{%p if cell.across %}"),
        across,
        tag("{%p elif cell.centred %}"),
        centred,
        tag("{%p else %}"),
        plain,
        tag("{%p endif %}"),
    )
    return cell(width, tag("{{p cell.bookmark }}") + "".join(_cell_lines(*styles)))


def _cell_lines(*paragraphs: str) -> list[str]:
    return [tag("{%p for line in cell.text %}"), *paragraphs, tag("{%p endfor %}")]


def _cell_text() -> tuple[str, str]:
    """Return the runs of a cell's paragraph: the cell's own tag, and the text."""
    return run("{% cell cell %}"), run("{{ line }}")


def _body_macro() -> list[str]:
    """Return the blocks of a document: heads and run-in titles by depth, paragraphs, tables."""
    heads = [_level("heading", depth) for depth in range(LEVELS)]
    run_ins = [_level("run_in", depth) for depth in range(LEVELS)]
    return [
        tag("{%p macro content(blocks, signed) %}"),
        tag("{%p for block in blocks %}"),
        tag("{%p if block.kind == 'table' %}"),
        tag("{{p tableview(block.table, bookmarks[block.id]) }}"),
        tag("{%p elif block.kind == 'paragraph' %}"),
        paragraph("Body", run(_KEPT + "{{ block.text }}"), properties=_KEEP),
        tag("{%p elif block.kind == 'rest' %}"),
        paragraph("BodyRest", run(_KEPT + "{{ block.text }}"), properties=_KEEP),
        *(line for level in (*heads, *run_ins) for line in level),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
        tag("{%p endmacro %}"),
    ]


def _level(kind: str, depth: int) -> list[str]:
    test = f"== {depth}" if depth + 1 < LEVELS else f">= {depth}"
    condition = tag(f"{{%p elif block.kind == '{kind}' and block.depth {test} %}}")
    mark, title = _bookmark("block.id"), "{{ block.number }}{{ block.title }}"
    if kind == "heading":
        return [condition, paragraph(f"Level{depth + 1}", mark, run(title))]
    keep = run(_KEPT)
    return [condition, paragraph("Body", keep, mark, run(title, f"Level{depth + 1}Text"), run("{{ block.text }}"), properties=_KEEP)]


def _signature_macro(style: Style) -> list[str]:
    """Return rows of names and the date, each in its own place; the lines above them stay with them."""
    rules, keep = style["signature"], "<w:keepNext/>"
    indent = '<w:ind w:right="0"/>'
    name = paragraph("Signature", run("{% right row.right %}{{ row.text }}"), properties=indent)
    over_seals = paragraph(
        "SealedNames",
        run("{% tabs row.stops %}{% before row.before %}{{ row.text }}"),
        properties='<w:tabs><w:tab w:val="center" w:pos="0"/></w:tabs><w:spacing w:before="0"/>',
    )
    date = paragraph("Date", run("{% keep note %}{% right signed.date_right %}{{ signed.date }}"), properties=keep + indent)
    return [
        tag("{%p macro signoff(signed, note) %}"),
        tag("{%p if signed.sealed %}"),
        *_blank(rules["sealed"]["blank_before"], keep),  # the seal's upper edge is to lie within a line of the text
        tag("{%p else %}"),
        *_blank(rules["unsealed"]["blank_before"], keep),
        tag("{%p endif %}"),
        tag("{%p for row in signed.rows %}"),
        tag("{%p if row.stops %}"),
        over_seals,
        tag("{%p else %}"),
        name,
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
        *when("signed.date", date),
        tag("{%p endmacro %}"),
    ]


def _part_macro(style: Style) -> list[str]:
    """Return a document of its own within the notice: label and title on lines 1 and 3 of a new page, body, signature."""
    mark = _bookmark("document.id")
    return [
        tag("{%p macro part(document) %}"),
        *when("document.turned == 'landscape'", section_break(style, landscape=True)),
        *when("document.turned == 'portrait'", section_break(style)),
        tag("{%p if document.label %}"),
        paragraph("AnnexLabel", mark, run("{{ document.label }}")),
        tag("{%p else %}"),
        paragraph("NewPage", mark),
        tag("{%p endif %}"),
        *_blank(),
        paragraph("Title", *_lines("document.title")),
        *when("document.sublabel", paragraph("Label", run("{{ document.sublabel }}"))),
        *_blank(),
        *when("document.recipients", paragraph("Recipients", run("{{ document.recipients }}"))),
        tag("{{p content(document.blocks, document.signature or document.date) }}"),
        *when("document.signature or document.date", tag("{{p signoff(document.signed, false) }}")),
        tag("{%p endmacro %}"),
    ]


def _head(style: Style) -> list[str]:
    """Return the 版头: three lines above the mark, empty when unused, so that the mark stays in its place."""
    above = (paragraph("CopyNumber", run("{{ copy_number }}")), paragraph("Classification", run("{{ classification }}")))
    return [
        *when("mark", *above, paragraph("Urgency", run("{{ urgency }}"))),
        tag("{%p if joint %}"),
        paragraph("Thin", run("{% before mark_before %}"), properties='<w:spacing w:before="0"/>'),
        _joint_mark(style),
        tag("{%p elif mark %}"),
        paragraph("Mark", *_lines("mark", f"{{% before mark_before %}}{_SIZED}", _SIZE), properties=_EXACT),
        tag("{%p endif %}"),
        *_number(),
    ]


def _joint_mark(style: Style) -> str:
    """Return the mark of a joint notice: the names in lines, 文件 beside them at half their height."""
    half = mm(style["page"]["text_area"]["width"]) // 2
    name = paragraph("MarkNames", run(f"{{% cell joint.left %}}{_SIZED}{{{{ name }}}}", properties=_SIZE), properties=_EXACT)
    names = [tag("{%p for name in joint.names %}"), name, tag("{%p endfor %}")]
    office = run(
        f"{{% columns joint.columns %}}{{% across joint.width %}}{{% cell joint.right %}}{_SIZED}{{{{ joint.document }}}}", properties=_SIZE
    )
    beside = paragraph("Mark", office, properties=f'{_EXACT}<w:jc w:val="right"/>')
    cells = (cell(half, "".join(names)), cell(half, beside))
    return table((half, half), Borders(0, 0, 0), Padding(), row(*cells, properties=_ROW))


def _number() -> list[str]:
    """Return the 发文字号, in an upward document with the 签发人 to the right of it and above."""
    place = '<w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs><w:spacing w:before="0"/>'
    placed = run("{% stop row.stop %}{% before row.before %}")
    names = (tab(), run("{{ row.label }}"), run("{{ row.names }}", "Signatory"))
    return [
        tag("{%p for row in upward %}"),
        tag("{%p if row.last %}"),
        paragraph("NumberUpward", placed, run("{{ number }}"), *names, properties=place),
        tag("{%p else %}"),
        paragraph("SignatoryRow", placed, *names, properties=place),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
        *when("not signatory and (number or mark)", paragraph("Number", run("{{ number }}"))),
    ]


def _opening(style: Style) -> list[str]:
    """Return the notice itself: title, recipients, text, annex note, signature, date, note."""
    text = style["text"]
    title = (*_blank(text["title"]["blank_before"]), paragraph("Title", *_lines("title")))
    return [
        *when("title", *title),
        *when("label", paragraph("Label", run("{{ label }}"))),
        *when("title or label", *_blank(text["recipients"]["blank_before"])),
        *when("recipients", paragraph("Recipients", run("{{ recipients }}"))),
        tag("{{p content(blocks, signature or date) }}"),
        tag("{{p annexnote(annex_note, signature or date) }}"),
        *when("signature or date", tag("{{p signoff(signed, note) }}")),
        *when("note", paragraph("Note", run("{{ note }}"))),
    ]


def _plan() -> list[str]:
    return [
        *when("plan", tag("{{p part(plan) }}")),
        tag("{{p annexnote(plan_annex_note, false) }}"),
        tag("{%p for annex in annexes %}"),
        tag("{{p part(annex) }}"),
        tag("{%p endfor %}"),
    ]
