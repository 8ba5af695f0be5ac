"""The neutral outline of a document: its paragraphs and tables in reading order, and what its looks tell of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Align = Literal["", "centre", "right"]

APART = "｜"
"""What stands between the cells of a table that stands in a cell: there its rows are paragraphs."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader of a draft left in it: a tracked insertion or deletion with its text, or a comment; `date` as in the file."""

    kind: Literal["inserted", "deleted", "comment"]
    author: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it stands, blanks kept; a line break in it is a newline.

    `line` is its line in a text or a page, in a Word file its place in reading order, from 1. `number` is an automatic
    number as Word prints it, which `text` does not hold. `bold` counts the characters at its beginning that are set apart
    from the rest by weight, face or character style, as titles that run in are; `face` is the name of their character style,
    `style` that of the paragraph's, `level` a heading's level, 0 for none. `gap` when an empty line stands before it,
    `page_break` when it begins a page. `ids` are those of the hidden bookmarks that begin in it.
    """

    line: int
    text: str
    number: str = ""
    style: str = ""
    align: Align = ""
    level: int = 0
    bold: int = 0
    gap: bool = False
    page_break: bool = False
    ids: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    face: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs, or that it is printed merged with the one above or before it.

    `pieces` are the lines and texts it was put together from, where they are not all on the line of its row.
    """

    text: tuple[str, ...] = ()
    merged: Literal["", "above", "before"] = ""
    pieces: tuple[tuple[int, str], ...] = ()

    @property
    def line(self) -> str:
        """Return the cell's text on one line."""
        return "".join(self.text)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `line` counts as that of a paragraph. `head` when the source says that it is repeated on every page."""

    line: int
    cells: tuple[Cell, ...]
    head: bool = False
    ids: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a cell for every column in every row.

    `ragged` when the source leaves merged cells out: then a row may have fewer cells, and which are missing is not known.
    `title` and `measure` are what was found to stand in its frame or right above it and can belong to nothing else.
    """

    rows: tuple[Row, ...]
    ragged: bool = False
    ids: tuple[str, ...] = ()
    title: Paragraph | None = None
    measure: Paragraph | None = None

    @property
    def line(self) -> int:
        """Return the line of the first row."""
        return self.rows[0].line


@dataclass(frozen=True, slots=True)
class Aside:
    """Page furniture that is no part of the document: a header, a page number, a site's navigation; and why it is held so."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a reader could not keep as it stands in the source, in words."""

    line: int
    what: str


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Outline:
    """A document: its blocks, what was set aside, its footnotes and endnotes; `box` are the entries of a site's metadata box.

    `kind` is the kind of file: docx, html, txt or md; `revisions` how its tracked changes were taken.
    """

    kind: str
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    box: tuple[tuple[int, str, str], ...] = field(default=())
    """Line, label without blanks and brackets, value."""

    told: tuple[Told, ...] = ()
    revisions: Literal["accept", "reject"] = "accept"
