"""What a block of a document is: by the style that `build` gave it, else by its words; the dataclasses of a framed document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from generator.importers import signs
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

Form = Literal["attached", "annex", "direct"]


@dataclass(slots=True)
class Part:
    """A document in the document: its label, title lines, lines that say what state it is in, its blocks.

    `noted` is what stands before its title as in an annex note: 附件： and a number.
    """

    label: Paragraph | None = None
    noted: list[Paragraph] = field(default_factory=list)
    title: list[Paragraph] = field(default_factory=list)
    states: list[Paragraph] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Ending:
    """What closes a notice: names, date, note, each of them or none."""

    signature: list[Paragraph] = field(default_factory=list)
    date: Paragraph | None = None
    note: Paragraph | None = None


@dataclass(slots=True)
class Frame:
    """The parts of a document; what it does not have is empty. `elements` are lines of the head by their key in the notice."""

    form: Form = "direct"
    elements: list[tuple[str, Paragraph]] = field(default_factory=list)
    title: list[Paragraph] = field(default_factory=list)
    states: list[Paragraph] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    ending: Ending = field(default_factory=Ending)
    plan: Part = field(default_factory=Part)
    annex_note: list[Paragraph] = field(default_factory=list)
    annexes: list[Part] = field(default_factory=list)
    imprint: list[Paragraph] = field(default_factory=list)


def kind_of(block: Block) -> str:
    """Return what the style of a file that `build` wrote says a paragraph is, "" where it says nothing."""
    return signs.words()["styles"].get(block.style, "") if isinstance(block, Paragraph) else ""


def is_kind(block: Block, kind: str, sign: bool) -> bool:  # noqa: FBT001 - what its words say
    """Tell whether a block is of a kind: as its style says, and as its words do where no style says anything."""
    own = kind_of(block)
    return own == kind if own else sign


def text_at(blocks: Sequence[Block], place: int) -> str:
    """Return the text of the paragraph at a place, "" where there is none."""
    block = blocks[place] if 0 <= place < len(blocks) else None
    return block.number + block.text if isinstance(block, Paragraph) else ""
