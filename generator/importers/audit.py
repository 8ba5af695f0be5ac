"""The audit of an import: what the source holds line by line against what was claimed; what nobody claimed is unplaced."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.importers.ledger import bare
from generator.importers.outline import Table
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Outline

_QUOTES = str.maketrans("“”", '""')
_UNCLAIMED = "没有归到计划的任何一处"


def audit(outline: Outline, ledger: Ledger) -> int:
    """Put what nobody claimed among the unplaced, and return how many characters the source has, blanks apart."""
    source: defaultdict[int, list[str]] = defaultdict(list)
    for line, text in _said(outline):
        source[ledger.home(line)].append(text)
    claimed = _by_line(ledger)
    for line, texts in source.items():
        text = bare("".join(texts))
        if missing := _characters(text) - _characters("".join(claimed[line])):
            ledger.leave(line, _shown(text, missing), _UNCLAIMED)
    return sum(len(bare(text)) for texts in source.values() for text in texts)


def _shown(text: str, missing: Counter[str]) -> str:
    """Return the unclaimed characters of a text in their order, or the text itself where most of it is unclaimed."""
    if missing.total() * 2 > len(text):
        return text
    left = Counter(missing)
    shown = []
    for character, key in zip(text, _alike(text), strict=True):
        if left[key]:
            left[key] -= 1
            shown.append(character)
    return "".join(shown)


def _said(outline: Outline) -> Iterator[tuple[int, str]]:
    for block in outline.blocks:
        if isinstance(block, Table):
            yield from ((row.line, cell.line) for row in block.rows for cell in row.cells)
        else:
            yield block.line, block.number + block.text
    yield from ((aside.line, aside.text) for aside in outline.asides)
    yield from ((note.line, note.text) for note in outline.notes)
    for line, label, value in outline.box:
        yield line, label + value


def _by_line(ledger: Ledger) -> defaultdict[int, list[str]]:
    claimed: defaultdict[int, list[str]] = defaultdict(list)
    for entry in (*ledger.placed, *ledger.derived, *ledger.aside, *ledger.unplaced):
        claimed[ledger.home(entry.line)].append(entry.text)
    return claimed


def _characters(text: str) -> Counter[str]:
    return Counter(_alike(bare(text)))


def _alike(text: str) -> str:
    """Return a text as it is compared, character for character: without what mending changes of a mark."""
    return narrow(text).translate(_QUOTES)
