"""What a Word template may name: the elements of the notice, the figures that only Word asks for, and the fields of both."""

from __future__ import annotations

from dataclasses import fields

from generator.render.blocks import Block
from generator.render.context import Context, ImprintLines, Part
from generator.render.word.dress import Signed, SignedRow
from generator.render.word.grid import Grid, GridCell

PRINTED = tuple(
    field.name
    for field in fields(Context)
    if field.name
    not in {
        "box",
        "seal",
        "seal_rows",
        "signatory_rows",
        "imprint_page",
        "mark_height",  # what web pages and the figures below are made of
    }
)
"""The elements that a notice prints, in its order."""

NAMES = frozenset(
    {*(field.name for field in fields(Context)), "signed", "upward", "bookmarks", "mark_size", "mark_before", "mark_line", "ending"}
)
"""Every name that a template may use."""

FIELDS = frozenset(
    {
        *(field.name for kind in (Block, Part, ImprintLines, Signed, SignedRow, Grid) for field in fields(kind)),
        *GridCell._fields,
        *("cut", "signed", "turned", "height", "apart", "landscape", "after_landscape"),
        *("label", "names", "stop", "before", "last", "document", "size", "columns", "width", "left", "right", "span", "merge"),
    }
)
"""Every field that a template may ask a value for."""
