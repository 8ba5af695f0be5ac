"""From plain text to an outline: a paragraph a line, tables in the shapes that text knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers import encoding
from generator.importers.text import across, aligned_rows, bars, cell_lines, even_lines, furniture, lines, spaced_rows
from generator.importers.text.page import outlined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.importers.outline import Block, Outline


_SHAPES: tuple[Callable[[Iterable[Block]], Iterable[Block]], ...] = (
    across.found,
    cell_lines.found,
    even_lines.found,
    aligned_rows.found,
    spaced_rows.found,
)
"""The shapes that a table has in a text beside rows between bars or tabs, in the order looked for."""


def read(data: bytes) -> Outline:
    """Return the outline of a text. Raises UserError when the bytes are no text or their encoding is not known."""
    source = encoding.decode(data)
    kept, numbers = furniture.page_numbers(lines.paragraphs(source.text))
    blocks: Iterable[Block] = bars.found(kept)
    for found in _SHAPES:
        blocks = found(blocks)
    return outlined("txt", blocks, (*source.asides, *numbers))
