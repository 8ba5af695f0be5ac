"""What a Word template asks for: the elements of the notice that it prints, those it leaves out, those there are none of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from jinja2 import meta

from generator.render.context import Context
from generator.render.word.compiled import environment

if TYPE_CHECKING:
    from generator.render.word.compiled import Compiled

_NOT_PRINTED = {
    "box",
    "seal",
    "seal_rows",
    "signatory_rows",
    "imprint_page",
    "mark_height",
}  # the box of a web page, and what the figures below are made of
_FIGURES = {"signed", "upward", "bookmarks", "mark_size", "mark_before", "mark_line", "ending"}


@dataclass(frozen=True, slots=True)
class Uses:
    """The names of a template: elements it prints, elements it leaves out, names that nothing answers to."""

    used: tuple[str, ...]
    unused: tuple[str, ...]
    unknown: tuple[str, ...]


def uses(template: Compiled) -> Uses:
    """Return what a template uses, each group in the order of the notice."""
    asked: set[str] = set()
    for part in template.filled.values():
        asked |= meta.find_undeclared_variables(environment().parse(part.source))
    known = [field.name for field in fields(Context) if field.name not in _NOT_PRINTED]
    used = [name for name in known if name in asked]
    unused = [name for name in known if name not in asked]
    return Uses(tuple(used), tuple(unused), tuple(sorted(asked - {*known, *_FIGURES, *_NOT_PRINTED})))
