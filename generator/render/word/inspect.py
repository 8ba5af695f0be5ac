"""What a Word template asks for: the elements of the notice that it prints, and those it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import meta

from generator.render.word.compiled import environment
from generator.render.word.elements import PRINTED

if TYPE_CHECKING:
    from generator.render.word.compiled import Compiled


@dataclass(frozen=True, slots=True)
class Uses:
    """The elements of the notice that a template prints, and those it leaves out."""

    used: tuple[str, ...]
    unused: tuple[str, ...]


def uses(template: Compiled) -> Uses:
    """Return what a template uses, each group in the order of the notice."""
    asked: set[str] = set()
    for part in template.filled.values():
        asked |= meta.find_undeclared_variables(environment().parse(part.source))
    used = tuple(name for name in PRINTED if name in asked)
    unused = tuple(name for name in PRINTED if name not in asked)
    return Uses(used, unused)
