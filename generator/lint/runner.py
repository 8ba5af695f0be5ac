"""Running the rules over a plan."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from generator.lint import rules
from generator.lint.rule import Examined
from generator.plan.tables import Cells

if TYPE_CHECKING:
    from generator.lint.rule import Rule
    from generator.plan.model import Plan
    from generator.plan.numbers import Numbers
    from generator.problems import Problem
    from generator.source.tree import Mapping


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of its code: the modules of generator.lint.rules each hold one as RULE."""
    names = (module.name for module in pkgutil.iter_modules(rules.__path__))
    found = (import_module(f"{rules.__name__}.{name}").RULE for name in names)
    return tuple(sorted(found, key=lambda rule: rule.code))


def run(tree: Mapping, plan: Plan, numbers: Numbers, *, final: bool = False) -> tuple[Problem, ...]:
    """Return every problem that the rules find in the plan of a tree, as it must be to go out when `final`."""
    examined = Examined(tree, plan, numbers, Cells(plan))
    return tuple(problem for rule in all_rules() for problem in rule.problems(examined, final=final))
