"""What is told of one field that changed: its Chinese name, its paragraphs side by side with their pieces, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.compare.content import ROOT
from generator.compare.fields import kind_of
from generator.compare.keys import key
from generator.compare.pieces import paragraph_pairs, pieces
from generator.compare.verdict import UnitChanges, goal_verdict, lead_changes, unit_changes
from generator.plan.tables import HEADS
from generator.regions.units import Registry
from generator.schema import shapes

if TYPE_CHECKING:
    from generator.compare.edition import Edition
    from generator.compare.keys import Kind
    from generator.compare.pieces import Piece
    from generator.compare.verdict import Verdict
    from generator.problems import Span
    from generator.source.tree import Value

GOALS = ("goal", "deadline", "text")
UNITS = ("units", "lead", "support")
_ITEM = "item"
_NAMING = ("task", "slides.pages")
VALUES = {
    "true": "是",
    "false": "否",
    "sample": "示范文本",
    "draft": "草稿",
    "final": "定稿",
    "attached": "附后",
    "annex": "作附件",
    "direct": "直接行文",
    "auto": "自动",
    "same": "与正文同页",
    "next": "另页",
}
"""The Chinese words of what an officer chooses by an English one."""


@dataclass(frozen=True, eq=False)
class Judge:
    """What it takes to judge a field: both plans, all their units, and the years between them."""

    old: Edition
    new: Edition
    registry: Registry
    years: int

    @classmethod
    def of(cls, old: Edition, new: Edition) -> Judge:
        """Return the judge of two plans; units of two regions that bear one id are one."""
        one, other = old.registry, new.registry
        both = one if one == other else Registry((*one.units, *other.units), (*one.groups, *other.groups))
        return cls(old, new, both, new.plan.year - old.plan.year)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all units, which no change is shown inside of."""
        entries = (*self.registry.units, *self.registry.groups)
        return tuple(name for entry in entries for name in (entry.name, *entry.aliases))

    def edition_of(self, id_: str) -> Edition:
        """Return the plan that a thing is in, the new one where both have it."""
        return self.new if id_ in self.new.content.fields else self.old


class Paragraph(NamedTuple):
    """A paragraph that changed, its number in the old and the new text (from 1, None where it is not), and its pieces."""

    old: int | None
    new: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FieldChange:
    """A field of a thing before and after; None where it is not written."""

    judge: Judge = field(repr=False, compare=False)
    id: str
    name: str
    old: Value
    new: Value

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the field's name in Chinese, step by step: 印发通知, 版记, 抄送."""
        content = self.judge.edition_of(self.id).content
        if content.shapes[self.id] == _ITEM and self.name not in shapes.shapes()[_ITEM]:
            head = content.fields[content.places[self.id].parent].get(f"columns.{self.name}")
            return (head if isinstance(head, str) else self.name,)
        return _words(content.shapes[self.id], self.name)

    @cached_property
    def old_lines(self) -> tuple[str, ...]:
        """Return the paragraphs of the old text, or the rows of another list."""
        return self._lines(self.old, self.judge.old)

    @cached_property
    def new_lines(self) -> tuple[str, ...]:
        """Return the paragraphs of the new text, or the rows of another list."""
        return self._lines(self.new, self.judge.new)

    def _lines(self, value: Value, edition: Edition) -> tuple[str, ...]:
        """Return a value as lines: its paragraphs, or its rows with their cells side by side; what it names by its title."""
        told = _titled(value, edition) if self.name in _NAMING else value
        said = tuple(map(line_of, told)) if isinstance(told, list) else () if told is None else (line_of(told),)
        words = HEADS if self.name == "join" else VALUES if self.kind == "text" else {}
        return tuple(words.get(line, line) for line in said)

    @cached_property
    def kind(self) -> Kind:
        """Return what the field holds; "keyed" and "pairs" are the order of things that are fields themselves."""
        return kind_of(self.judge.edition_of(self.id).content.shapes[self.id], self.name)

    @property
    def measure(self) -> str:
        """Return the measure word of the field's lines: 段 of a text, 行 of a title or of rows."""
        return "段" if self.kind == "prose" and not self.name.endswith("title") else "行"

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs that differ, in order."""
        old, new = self.old_lines, self.new_lines
        return tuple(
            Paragraph(
                None if one is None else one + 1,
                None if other is None else other + 1,
                pieces("" if one is None else old[one], "" if other is None else new[other], self.judge.names),
            )
            for one, other in paragraph_pairs(old, new)
            if one is None or other is None or old[one] != new[other]
        )

    @cached_property
    def verdict(self) -> Verdict | None:
        """Return what became of a goal, a deadline or the goals in a text, None where nothing that binds changed."""
        if self.name not in GOALS:
            return None
        if self.name == "text":
            return self._told_in_text()
        about = self.judge.edition_of(self.id).title(self.id)
        return goal_verdict("\n".join(self.old_lines), "\n".join(self.new_lines), about=about, years=self.judge.years)

    def _told_in_text(self) -> Verdict | None:
        """Return what became of the goals in paragraphs that both texts have; one that came or went shows for itself."""
        both = [(part.old, part.new) for part in self.paragraphs if part.old and part.new]
        old = "\n".join(self.old_lines[number - 1] for number, _ in both)
        new = "\n".join(self.new_lines[number - 1] for _, number in both)
        return goal_verdict(old, new, years=self.judge.years)

    @cached_property
    def units(self) -> UnitChanges:
        """Return who came in and who dropped out of a field of units; nobody in any other field."""
        if self.name not in UNITS:
            return UnitChanges()
        told = lead_changes if self.name == "lead" else unit_changes
        return told("\n".join(self.old_lines), "\n".join(self.new_lines), self.judge.registry)

    @property
    def sentence(self) -> str:
        """Return what the change means, in a sentence, "" where nothing is to be said."""
        return self.verdict.sentence if self.verdict else self.units.sentence

    def spans(self) -> tuple[Span | None, Span | None]:
        """Return where the field is written in the old and in the new plan, None where the thing is not."""
        sides = (self.judge.old, self.judge.new)
        one, other = (side.span(self.id, self.name) if self.id in side.content.fields else None for side in sides)
        return one, other


def word_of(shape: str, name: str) -> str:
    """Return the Chinese word of a key, without what is explained in brackets."""
    return shapes.word(shape, name).partition("（")[0]


def _words(shape: str, name: str) -> tuple[str, ...]:
    said: list[str] = []
    steps = iter(name.split("."))
    for step in steps:
        held = key(shape, step)
        said.append(word_of(shape, step))
        if held is None or held.kind == "pairs":
            return (*said, *(HEADS.get(rest, rest) for rest in steps))
        said += [next(steps, "")] if held.kind == "keyed" else []
        shape = held.shape
    return tuple(filter(None, said))


def _titled(value: Value, edition: Edition) -> Value:
    """Return a value with the titles of the things that it names by their ids."""
    if isinstance(value, list):
        return [_titled(part, edition) for part in value]
    if isinstance(value, dict):
        return {name: inner if name == "title" else _titled(inner, edition) for name, inner in value.items()}
    return (edition.title(value) or value) if value in edition.content.fields and value else value


def line_of(value: Value) -> str:
    """Return a value on one line: the cells of a row side by side, of a mapping each key with its word."""
    if isinstance(value, dict):
        return "；".join(f"{word_of(ROOT, name)}：{line_of(inner)}" for name, inner in value.items())
    return "｜".join(map(line_of, value)) if isinstance(value, list) else value or ""
