"""Returned drafts as contents, and the plan as a draft that came back untouched: both are read by the same recognition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare import content
from generator.importers import from_docx, from_text, readers, recognise
from generator.render import to_docx, to_text
from generator.render.style import look_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.compare.content import Content
    from generator.importers.ledger import Entry
    from generator.importers.outline import Outline
    from generator.workflow import Checked

_TEXTS = {"txt", "md"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it was read: its name without ending, its outline, what it says, and its texts that found no place."""

    name: str
    file: str
    outline: Outline
    content: Content
    unplaced: tuple[Entry, ...] = ()


def read(path: Path) -> Draft:
    """Return a returned file, its tracked changes accepted. Raises UserError when it cannot be read or is no such document."""
    return _draft(path.stem, str(path), readers.read(path).outline)


def untouched(checked: Checked, kind: str) -> Draft:
    """Return the plan as it reads when it is built and comes back as it went out: as a text for texts, else as a Word file.

    Raises RefusedError when the plan has errors or no notice.
    """
    path, plan = checked.loaded.path, checked.plan()
    look = look_of(path)
    if kind in _TEXTS:
        return _draft(path.stem, str(path), from_text.read(to_text.render(plan, look)))
    return _draft(path.stem, str(path), from_docx.read(to_docx.render(plan, look)))


def _draft(name: str, file: str, outline: Outline) -> Draft:
    found = recognise.recognise(outline, name, as_is=True)
    return Draft(name, file, outline, content.build(found.tree), tuple(found.ledger.unplaced))
