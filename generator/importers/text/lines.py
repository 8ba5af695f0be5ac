"""The lines of a text as paragraphs: physical line numbers, empty lines before, page breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW = 2  # tabs that part the cells of a row, where one may be an indent


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield a paragraph for every line that is not empty; a form feed begins a page. Blanks at its end are left out.

    A line of tabs is an empty row of a table, no empty line.
    """
    gap = page_break = False
    for number, line in enumerate(text.split("\n"), 1):
        for place, piece in enumerate(line.split("\f")):
            page_break = page_break or place > 0
            if piece.strip():
                yield Paragraph(number, piece.rstrip(" \u3000"), gap=gap, page_break=page_break)
                gap = page_break = False
            elif place == 0 and "\f" not in line:
                gap = gap or piece.count("\t") < _ROW
