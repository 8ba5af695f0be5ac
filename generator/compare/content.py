"""What a plan says, apart from how it is written: things with ids, the fields of each, and the rows they stand in.

Content is: every text as printed, which keys are written, the order of things with ids, of paragraphs, of columns, labels and
web entries. No content: the order of all other keys, how a text is broken into lines or quoted, an empty value, a number
that only counts. A default written out counts as written. Lists without ids (numbering, grids, pages) count as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from generator.compare.fields import UnfitError, identified, known, nested, read
from generator.compare.keys import keys, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.fields import Fields
    from generator.source.tree import Value

ROOT = ""
"""The id under which the plan's own fields are kept."""

Row: TypeAlias = tuple[str, str]
"""The id of an owner and the key under which things stand there: ("main", "tasks")."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing stands: in a row, after the thing of that id ("": it is the first)."""

    parent: str
    key: str
    after: str = ""

    @property
    def row(self) -> Row:
        """Return the row."""
        return self.parent, self.key


@dataclass(frozen=True)
class Content:
    """The fields of every thing by its id, the plan's own under ROOT, and the ids of every row that is not empty."""

    fields: dict[str, Fields]
    rows: dict[Row, tuple[str, ...]]

    @cached_property
    def places(self) -> dict[str, Place]:
        """Return where each thing stands."""
        return {id_: Place(*row, after) for row, ids in self.rows.items() for after, id_ in zip((ROOT, *ids[:-1]), ids, strict=True)}

    @cached_property
    def shapes(self) -> dict[str, str]:
        """Return the name of each thing's shape."""
        found = {ROOT: "plan"}
        for id_ in self.walk():
            if id_ != ROOT:
                place = self.places[id_]
                found[id_] = keys(found[place.parent])[place.key].shape
        return found

    def path(self, id_: str) -> tuple[str, ...]:
        """Return the keys and ids that lead to a thing: (sections, main, tasks, leaders); () for the plan itself."""
        steps: list[str] = []
        while id_ != ROOT:
            place = self.places[id_]
            steps[:0] = (place.key, id_)
            id_ = place.parent
        return tuple(steps)

    def walk(self, id_: str = ROOT, shape: str = "plan") -> Iterator[str]:
        """Yield the ids in reading order, the plan's own first."""
        yield id_
        for name in rows(shape):
            for inner in self.rows.get((id_, name), ()):
                yield from self.walk(inner, keys(shape)[name].shape)


def build(value: Value) -> Content:
    """Return the content of a plan's tree as plain data. Raises UnfitError when it has an id twice or is no plan's shape."""
    if not isinstance(value, dict):
        raise UnfitError("最外层不是键和值")
    content = Content({}, {})
    _take(content, ROOT, "plan", value)
    return content


def _take(content: Content, id_: str, shape: str, value: Fields) -> None:
    """Put a thing and all that is below it into a content."""
    if id_ in content.fields:
        raise UnfitError(f"标识“{id_}”出现不止一次")
    fields: Fields = {}
    content.fields[id_] = fields
    for name, inner in value.items():
        held = known(shape, name)
        if held.kind != "keyed":
            fields.update(read(name, held, inner))
        elif inner:
            things = tuple(identified(name, inner))
            content.rows[id_, name] = tuple(thing for thing, _ in things)
            for thing, below in things:
                _take(content, thing, held.shape, below)


def plain(content: Content, id_: str = ROOT, shape: str = "plan") -> dict[str, Value]:
    """Return a thing of a content, by default the whole plan, as plain data: its id first, its keys in the schema's order."""
    own: dict[str, Value] = {} if id_ == ROOT else {"id": id_}
    own |= nested(shape, content.fields[id_])
    below = {name: content.rows[id_, name] for name in rows(shape) if (id_, name) in content.rows}
    return own | {name: [plain(content, inner, keys(shape)[name].shape) for inner in ids] for name, ids in below.items()}
