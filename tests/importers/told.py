"""What is recognised in a text, read through the whole way: the plan, its tree, the book; a plan with errors fails the test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.importers import from_text
from generator.importers.audit import audit
from generator.importers.recognise import recognise
from generator.lint.runner import run
from generator.plan.builder import build
from generator.plan.model import Plan, tasks_of
from generator.plan.numbers import number
from generator.schema.checker import check
from generator.source import emitter, reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.ledger import Ledger


@dataclass(frozen=True)
class Told:
    """A document as recognised."""

    tree: dict[str, Any]
    plan: Plan
    ledger: Ledger

    @property
    def counts(self) -> tuple[int, int]:
        """Return how many sections of the first depth and how many tasks the plan has."""
        return len(self.tree.get("sections", ())), len([*tasks_of(self.plan)])

    @property
    def unplaced(self) -> list[str]:
        """Return the texts that nobody claimed."""
        return [entry.text for entry in self.ledger.unplaced]

    @property
    def aside(self) -> list[str]:
        """Return the texts that were set aside."""
        return [entry.text for entry in self.ledger.aside]

    @property
    def guesses(self) -> dict[int, str]:
        """Return the last guess made on each line."""
        return {guess.line: guess.what for guess in self.ledger.guesses}


def told(text: str | bytes, name: str = "来稿") -> Told:
    """Return what is recognised in a text."""
    outline = from_text.read(text if isinstance(text, bytes) else text.encode())
    found = recognise(outline, name)
    audit(outline, found.ledger)
    document = reader.read(emitter.dump(found.tree).encode())

    assert document.tree is not None
    plan = build(document.tree)
    problems = (*check(document.tree, "plan"), *run(document.tree, plan, number(plan)))
    assert [problem.message for problem in problems if problem.severity == "error"] == []
    tree: dict[str, Any] = found.tree
    return Told(tree, plan, found.ledger)


def titles(nodes: Iterable[dict[str, Any]]) -> list[str]:
    """Return the titles of nodes, of one without a title its text in brackets."""
    return [node.get("title") or f"（{node['text']}）" for node in nodes]
