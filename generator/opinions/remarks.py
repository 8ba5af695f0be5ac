"""Tracked changes and comments of a returned draft: which proposal they make, and where those stand that make none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.compare.content import ROOT
from generator.compare.pieces import pieces
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph
from generator.opinions.printed import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.compare.content import Content
    from generator.importers.outline import Outline, Remark
    from generator.opinions.proposals import Proposal


class Noted(NamedTuple):
    """A remark, with the text of the paragraph or row that it stands in and the id that was last met there."""

    remark: Remark
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of a draft in reading order."""

    noted: tuple[Noted, ...]

    @classmethod
    def of(cls, outline: Outline, known: Content) -> Remarks:
        """Return those of an outline; ids count that a content knows."""
        return cls(tuple(_noted(outline, known)))

    def of_proposal(self, proposal: Proposal) -> tuple[Remark, ...]:
        """Return the tracked changes that a proposal was made by."""
        gone, come, whole = _gone(proposal), _come(proposal), bare(proposal.new)
        found = (one for one in self.noted if _made_by(one, gone if one.remark.kind == "deleted" else come, whole))
        return tuple(dict.fromkeys(one.remark for one in found))

    def rest(self, used: Iterable[Remark], untouched: Outline) -> Iterator[Noted]:
        """Yield the comments, and the tracked changes in paragraphs of which no proposal tells and which the plan does not have so."""
        spent = {id(remark) for remark in used}
        told = {one.text for one in self.noted if id(one.remark) in spent}
        known = {bare(text) for _, text, _ in _lines(untouched)}
        yield from (one for one in self.noted if one.remark.kind == "comment" or one.text not in told | known)


def _noted(outline: Outline, known: Content) -> Iterator[Noted]:
    last = ROOT
    for ids, text, remarks in _lines(outline):
        last = next((id_ for id_ in reversed(ids) if id_ in known.fields), "") or _speaking(text, known) or last
        yield from (Noted(remark, bare(text), last) for remark in remarks)


def _lines(outline: Outline) -> Iterator[tuple[tuple[str, ...], str, tuple[Remark, ...]]]:
    for block in outline.blocks:
        if isinstance(block, Paragraph):
            yield block.ids, block.text, block.remarks
        else:
            yield from ((row.ids, "|".join(cell.line for cell in row.cells), row.remarks) for row in block.rows)


_TELLING = 8  # characters of a paragraph by which its thing is known


def _speaking(text: str, known: Content) -> str:
    """Return the thing that says a paragraph, "" where none or several do."""
    said = bare(text)
    if len(said) < _TELLING:
        return ""
    found = {id_ for id_, own in known.fields.items() for value in own.values() for one in flat(value) if said in bare(one)}
    return found.pop() if len(found) == 1 else ""


def _gone(proposal: Proposal) -> list[str]:
    """Return the stretches that a proposal takes out, without blanks."""
    if proposal.kind == "changed":
        return [bare(piece.text) for piece in pieces(proposal.old, proposal.new) if piece.kind == "removed"]
    return _branch(proposal) if proposal.kind == "removed" else []


def _come(proposal: Proposal) -> list[str]:
    if proposal.kind == "changed":
        return [bare(piece.text) for piece in pieces(proposal.old, proposal.new) if piece.kind == "added"]
    return _branch(proposal) if proposal.kind == "added" else []


def _branch(proposal: Proposal) -> list[str]:
    return [bare(text) for grown in proposal.branch for name, value in grown.fields.items() if name != "task" for text in flat(value)]


_SURE = 3  # characters by which a stretch is known in a longer one


def _made_by(noted: Noted, stretches: Iterable[str], whole: str) -> bool:
    """Tell whether a tracked change makes one of the stretches: one holds the other, and the new one stands in its paragraph.

    In the very paragraph that is proposed, the `whole` text, few characters tell.
    """
    said = bare(noted.remark.text).replace("|", "")
    if noted.remark.kind == "comment" or not said:
        return False
    least = 1 if len(whole) >= _TELLING and whole in noted.text else _SURE
    return any(_same(said, stretch, least) for stretch in stretches if noted.remark.kind == "deleted" or _stands(stretch, noted.text))


def _same(one: str, other: str, least: int) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= least and short in long)


def _stands(stretch: str, text: str) -> bool:
    return stretch in text or text in stretch
