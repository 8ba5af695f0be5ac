"""The 版记 of the template: a text box at the foot of the last page, holding a table of one column with its three rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.word.boxes import Box
from generator.render.word.frame import section_break
from generator.render.word.parts import Borders, Padding, cell, eighths, mm, paragraph, row, run, tab, table, tag, when

if TYPE_CHECKING:
    from generator.render.style import Style

_HEIGHT = 25  # mm, of the box in the template itself; the plan's lines give the one that is filled in


def imprint(style: Style) -> list[str]:
    """Return the paragraphs that print the 版记 (GB/T 9704 7.4.1: its last rule on the bottom of the text area of an even page).

    Where it turns the page, a section of its own begins there; what kind of one, `{% section ending %}` says of the last.
    """
    turned = [
        *when("ending.after_landscape", section_break(style, landscape=True)),
        *when("ending.turned and not ending.after_landscape", section_break(style)),
    ]
    return when("imprint", *turned, paragraph("Thin", _box(style), run("{% section ending %}")))


def _box(style: Style) -> str:
    box = Box(1001, "版记", style["page"]["text_area"]["width"], _HEIGHT)
    return box.run(_table(style) + paragraph("Thin", run("{% height imprint.height %}")))


def _table(style: Style) -> str:
    width = mm(style["page"]["text_area"]["width"])
    outer, inner = (eighths(style["imprint"][rule]["thickness"]) for rule in ("outer_rule", "inner_rule"))
    lines = {
        "imprint.disclosure": paragraph("Copies", run("{{ imprint.disclosure }}")),
        "imprint.recipients": paragraph("Copies", run("{{ imprint.recipients }}")),
        "imprint.copies_to": paragraph("Copies", run("{{ imprint.copies_to }}")),
    }
    printing = paragraph("Printing", run("{{ imprint.printed_by }}"), tab(), run("{{ imprint.printed_on }}"))
    lines["imprint.printed_by or imprint.printed_on"] = printing
    rows = [text for condition, line in lines.items() for text in _row(condition, line, width)]
    return table((width,), Borders(outer, inner, 0), Padding(), *rows)


def _row(condition: str, line: str, width: int) -> list[str]:
    return [
        row(cell(width, content), properties="<w:cantSplit/>") for content in (tag(f"{{%tr if {condition} %}}"), line, tag("{%tr endif %}"))
    ]
