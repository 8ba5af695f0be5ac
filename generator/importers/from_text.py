"""From plain text to an outline: a paragraph a line, tables in the shapes that text knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers import encoding
from generator.importers.text import across, bars, cell_lines, even_lines, furniture, lines, spaced_rows
from generator.importers.text.page import outlined

if TYPE_CHECKING:
    from generator.importers.outline import Outline


def read(data: bytes) -> Outline:
    """Return the outline of a text. Raises UserError when the bytes are no text or their encoding is not known."""
    source = encoding.decode(data)
    kept, numbers = furniture.page_numbers(lines.paragraphs(source.text))
    return outlined(
        "txt", spaced_rows.found(even_lines.found(cell_lines.found(across.found(bars.found(kept))))), (*source.asides, *numbers)
    )
