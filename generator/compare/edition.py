"""One of the two plans that are compared: what it says, and where each thing of it stands, in print and in its file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.compare import content
from generator.compare.content import ROOT, Content
from generator.compare.fields import UnfitError
from generator.compare.keys import rows
from generator.compare.paired import title
from generator.plan import builder, places
from generator.plan.numbers import number
from generator.problems import shortened
from generator.regions.units import Registry
from generator.source.tree import Mapping, plain, span_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan
    from generator.plan.numbers import Numbers
    from generator.problems import Path, Span
    from generator.source.tree import Document

_REQUIRED = ("format", "year", "title")
_TITLE_AT_MOST = 24  # characters of the text, where there is no title


def says_plan(tree: Mapping) -> bool:
    """Tell whether a tree has the keys that every plan has."""
    return tree.by_name.keys() >= set(_REQUIRED)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a thing stands in a plan: under which key, its printed number, its place in words, that of what it stands in, its line."""

    role: str
    number: str
    place: str
    above: str
    span: Span


@dataclass(frozen=True)
class Edition:
    """A plan with its tree and its content, which may be under the ids of another plan; printed numbers when they are asked for."""

    file: str
    tree: Mapping
    content: Content

    @classmethod
    def of(cls, file: str, tree: Mapping) -> Edition:
        """Return the plan of a tree. Raises UnfitError when it has an id twice."""
        return cls(file, tree, content.build(plain(tree)))

    @classmethod
    def read(cls, document: Document) -> Edition:
        """Return the plan that a file says, without its region's constants. Raises UnfitError when it is none, or has errors."""
        if error := next((problem for problem in document.problems if problem.severity == "error"), None):
            raise UnfitError(error.message)
        if document.tree is None or not says_plan(document.tree):
            raise UnfitError(f"没有 {'、'.join(_REQUIRED)} 三个键")
        return cls.of(document.file, document.tree)

    @cached_property
    def plan(self) -> Plan:
        """Return the plan as an object."""
        return builder.build(self.tree)

    @cached_property
    def numbers(self) -> Numbers:
        """Return its printed numbers."""
        return number(self.plan)

    def under(self, content: Content) -> Edition:
        """Return the same plan with its content under other ids."""
        return replace(self, content=content)

    @property
    def registry(self) -> Registry:
        """Return the units and unit groups of the plan's region."""
        return self.plan.region.registry if self.plan.region else Registry((), ())

    @cached_property
    def paths(self) -> dict[str, Path]:
        """Return the way in the tree to every thing."""
        return dict(self._paths(ROOT, ()))

    def _paths(self, id_: str, path: Path) -> Iterator[tuple[str, Path]]:
        yield id_, path
        for key in rows(self.content.shapes[id_]):
            for index, inner in enumerate(self.content.rows.get((id_, key), ())):
                yield from self._paths(inner, (*path, key, index))

    def standing(self, id_: str) -> Standing:
        """Return where a thing stands."""
        path = self.paths[id_]
        return Standing(
            role=str(path[-2]),
            number=self.numbers.of(path),
            place=self.place(id_),
            above=places.words(path[:-2], self.numbers),
            span=self.span(id_),
        )

    def place(self, id_: str) -> str:
        """Return where a thing stands in words, 第一部分任务（二）; "" for the plan itself."""
        return places.words(self.paths[id_], self.numbers)

    def span(self, id_: str, field: str = "") -> Span:
        """Return where a field of a thing is written, or the nearest place above that is."""
        return span_at(self.tree, (*self.paths[id_], *(field.split(".") if field else ())))

    def title(self, id_: str) -> str:
        """Return what a thing is called, or how its text begins."""
        text = self.content.fields[id_].get("text") or ""
        first = str(text[0]) if isinstance(text, list) and text else str(text)
        return title(self.content, id_) or shortened(first, _TITLE_AT_MOST)
