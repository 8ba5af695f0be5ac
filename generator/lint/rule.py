"""A rule as a value: its code and words, the check, and the examples that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.problems import Problem, Severity, Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.plan.model import Plan
    from generator.plan.numbers import Numbers
    from generator.plan.tables import Cells
    from generator.problems import Path
    from generator.source.tree import Mapping


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a rule found something, the facts for its message, and a tip that says more than the rule's own."""

    path: Path
    facts: dict[str, object]
    tip: str = ""


def found(path: Path, *, tip: str = "", **facts: object) -> Finding:
    """Return a finding with its facts."""
    return Finding(path, facts, tip)


@dataclass(frozen=True, slots=True)
class Examined:
    """A plan with the tree it was built from, and what several rules need, worked out once."""

    tree: Mapping
    plan: Plan
    numbers: Numbers
    cells: Cells


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. A blocking one stops every build.

    `final` is its severity, where another, when the plan is checked as one to go out; `severity` None: only then. `good` and
    `bad` are plans in YAML without the keys every plan has; they run as tests, each bad one gives one finding.
    """

    code: str
    title: str
    severity: Severity | None
    message: str
    tip: str
    check: Callable[[Examined], Iterator[Finding]]
    good: str
    bad: tuple[str, ...]
    blocking: bool = False
    final: Severity | None = None

    def problems(self, examined: Examined, *, final: bool) -> Iterator[Problem]:
        """Yield a problem for each finding; a rule may have nothing to say of a plan that is not to go out yet."""
        severity = self.final if final and self.final else self.severity
        if severity is None:
            return iter(())
        words = Wording(self.code, severity, self.message, self.tip, self.blocking)
        return (words.problem(finding.facts, path=finding.path, tip=finding.tip) for finding in self.check(examined))
