"""The last step of every reader of text and pages: the box taken out, page numbers and navigation set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.outline import Outline
from generator.importers.text import box, furniture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.outline import Aside, Block


def outlined(kind: str, blocks: Iterable[Block], asides: Iterable[Aside] = ()) -> Outline:
    """Return the outline of some blocks; `asides` were set aside before, all stand in the order of their lines."""
    found = box.taken(tuple(blocks))
    kept, navigation = furniture.cleared(found.blocks)
    whole = sorted((*asides, *found.asides, *navigation), key=lambda aside: aside.line)
    return Outline(kind, kept, tuple(whole), box=found.entries)
