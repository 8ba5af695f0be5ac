"""A Word file as an outline: blocks with their lines, what was set aside, notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.importers.outline import Aside, Block, Outline, Paragraph, Row, Table, Told
from generator.importers.word.blocks import Cells, blocks, rows, squared, texts
from generator.importers.word.draft import Draft
from generator.importers.word.markup import W, attribute, child, value
from generator.importers.word.numbering import numbering
from generator.importers.word.package import Package
from generator.importers.word.reader import Reader, Revisions, Sources
from generator.importers.word.styles import CONTINUED, Styles
from generator.importers.word.waiting import Annotation, bookmarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.word.markup import Element
    from generator.importers.word.waiting import Belongings

_FURNITURE = {"header": "页眉", "footer": "页脚"}
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def outline(data: bytes, revisions: Revisions) -> Outline:
    """Return the outline of a Word file. Raises UserError when it is none, has a password, is damaged or too large."""
    package = Package(data)
    styles, numbers = Styles(package.part("styles")), numbering(package.part("numbering"))
    sources = Sources(styles, numbers, dict(_comments(package.part("comments"))), revisions)
    body = package.document()
    assembly = Assembly(Reader(sources, _sections(body), bookmarks(body)))
    assembly.read(body)
    notes = tuple(_notes(package, assembly, sources))
    assembly.furnish(_furniture(package, sources))
    return Outline("docx", tuple(assembly.blocks), tuple(assembly.asides), notes, told=tuple(assembly.told), revisions=revisions)


@dataclass(slots=True)
class Held:
    """The last paragraph, which may still be continued."""

    draft: Draft
    line: int
    belongings: list[Belongings]
    gap: bool

    @property
    def paragraph(self) -> Paragraph:
        """Return the paragraph as a block."""
        draft = self.draft
        return Paragraph(
            self.line,
            draft.text,
            draft.number,
            draft.style.name,
            draft.shape.align or "",
            draft.shape.level or 0,
            draft.lead,
            self.gap,
            draft.page_break,
            tuple(id_ for one in self.belongings for id_ in one.ids),
            tuple(remark for one in self.belongings for remark in one.remarks),
            draft.face,
        )


@dataclass(slots=True)
class Assembly:
    """The outline while it is made: what is complete, the last paragraph, and whether an empty line came behind it."""

    reader: Reader
    blocks: list[Block] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    line: int = 0
    held: Held | None = None
    gap: bool = False

    def read(self, container: Element) -> None:
        """Read a container to its end."""
        for block in blocks(self.reader, container):
            if not isinstance(block, Draft):
                self._table(block)
            elif block.filled:
                self._paragraph(block)
            else:
                self.gap = True
                self.reader.page_break = self.reader.page_break or block.page_break
        self._complete()
        self._rest()

    def note(self, text: str) -> Paragraph:
        """Return a paragraph of a note; its lines are counted behind those of the document."""
        self.line += 1
        return Paragraph(self.line, text)

    def furnish(self, furniture: Iterator[tuple[str, str]]) -> None:
        """Set page furniture aside, each text once."""
        for text, why in dict.fromkeys(furniture):
            self.line += 1
            self.asides.append(Aside(self.line, text, why))

    def _paragraph(self, draft: Draft) -> None:
        held = self.held
        if held and not self.gap and CONTINUED.get(draft.style.name) == held.draft.style.name:
            held.draft.pieces.extend(draft.pieces)
            held.belongings.append(self._belongings())
            return
        self._complete()
        self.line += 1
        self.held = Held(draft, self.line, [self._belongings()], self.gap)
        self.gap = False

    def _table(self, element: Element) -> None:
        self._complete()
        ids = self.reader.waiting.take_ids()
        kept = [self._row(cells, head=head) for cells, head in rows(self.reader, element)]
        if kept:
            filled = zip(kept, squared([row.cells for row in kept]), strict=True)
            self.blocks.append(Table(tuple(replace(row, cells=cells) for row, cells in filled), ids=ids))
            self.gap = self.reader.page_break = False

    def _row(self, cells: Cells, *, head: bool) -> Row:
        """Return a row, which may still end before the last column."""
        self.line += 1
        belongings = self._belongings()
        return Row(self.line, cells, head, belongings.ids, belongings.remarks)

    def _belongings(self) -> Belongings:
        """Take what waits for the line just begun; what is not shown there is set aside, what is told is told of it."""
        belongings = self.reader.waiting.take()
        self.told.extend(Told(self.line, what) for what in belongings.told)
        whys = dict.fromkeys(why for _, why in belongings.unseen)
        self.asides.extend(Aside(self.line, "".join(text for text, one in belongings.unseen if one == why), why) for why in whys)
        return belongings

    def _complete(self) -> None:
        if self.held:
            self.blocks.append(self.held.paragraph)
            self.held = None

    def _rest(self) -> None:
        """Give remarks and comments behind the last text to the last block."""
        self.reader.waiting.annotations.extend(self.reader.sources.comments.values())
        remarks = self._belongings().remarks
        if not self.blocks or not remarks:
            return
        last = self.blocks[-1]
        if isinstance(last, Table):
            row = last.rows[-1]
            self.blocks[-1] = replace(last, rows=(*last.rows[:-1], replace(row, remarks=(*row.remarks, *remarks))))
        else:
            self.blocks[-1] = replace(last, remarks=(*last.remarks, *remarks))


def _comments(root: Element | None) -> Iterator[tuple[str, Annotation]]:
    for comment in () if root is None else root.iterchildren(f"{W}comment"):
        lines = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in comment.iterchildren(f"{W}p"))
        author, date = attribute(comment, "author"), attribute(comment, "date")
        yield attribute(comment, "id"), Annotation("comment", author, date, ["\n".join(lines)])


def _sections(body: Element) -> list[bool]:
    """Return of each section behind the first whether it begins a page."""
    sections = [section for section in body.iter(f"{W}sectPr") if section.getparent().tag != f"{W}sectPrChange"]
    return [value(child(section, "type")) != "continuous" for section in sections[1:]]


def _notes(package: Package, assembly: Assembly, sources: Sources) -> Iterator[Paragraph]:
    for part, kind in _NOTES.items():
        root = package.part(part)
        for note in () if root is None else root.iterchildren(W + kind):
            if attribute(note, "type") in ("", "normal"):
                yield from (assembly.note(text) for text in texts(Reader(sources), note))


def _furniture(package: Package, sources: Sources) -> Iterator[tuple[str, str]]:
    for kind, why in _FURNITURE.items():
        for root in package.parts(kind):
            text = "\n".join(texts(Reader(sources), root))
            if text:
                yield text, why
