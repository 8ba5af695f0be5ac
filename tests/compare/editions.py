"""Plans as comparing takes them, from YAML text or plain data, and what is told of two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.edition import Edition
from generator.compare.paired import paired
from generator.compare.report import report
from generator.source.emitter import dump
from generator.source.reader import read

if TYPE_CHECKING:
    from generator.compare.matching import Pair
    from generator.compare.report import Report
    from tests.strategies import Drawn


def edition(text: str, file: str = "plan.yaml") -> Edition:
    """Return the plan that a text is."""
    tree = read(text.encode(), file).tree
    assert tree is not None
    return Edition.of(file, tree)


def told(old: str, new: str, given: tuple[Pair, ...] = ()) -> Report:
    """Return what is told of two texts."""
    one, other = edition(old, "old.yaml"), edition(new, "new.yaml")
    found = paired(one.content, other.content, given)
    return report(one, other.under(found.content), found)


def told_of(old: Drawn, new: Drawn) -> Report:
    """Return what is told of two plans as plain data."""
    return told(dump(old), dump(new))
