"""Edits of a tree: what they are, whether they can stand together, and what the tree is after them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from generator.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.problems import Path
    from generator.source.tree import Value

Step: TypeAlias = "str | int"


class EditError(UserError):
    """An edit asks for what the tree or the file cannot give; nothing has been written."""


@dataclass(frozen=True, slots=True)
class Set:
    """Replace the value at a path; a key that is not there yet is added at the end of its mapping."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """Add an item before the one read at that index (the list's length: at its end), or a new key.

    The key stands after the key `after`, else at the end of its mapping. What is added at one place stands in the order given.
    """

    path: Path
    value: Value
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take an entry or an item away; the last one leaves {} or [] behind."""

    path: Path


@dataclass(frozen=True, slots=True)
class Move:
    """Bring an item before the one read at an index of any list, or an entry to the end of another mapping.

    A move inside one mapping gives the entry its new key and leaves it where it stands.
    """

    path: Path
    to: Path


Edit: TypeAlias = Set | Insert | Remove | Move
"""All paths speak of the tree as it was read, whatever the other edits do."""


@dataclass(slots=True)
class Added:
    """A child that comes in: under `key` in a mapping, and from another place when it has an `origin`."""

    key: str | None
    value: Value
    origin: Path | None = None
    asked: Asked | None = None


@dataclass(slots=True)
class Asked:
    """What is asked of one place of the tree: of itself, of its children, and what comes in after each (None: before the first)."""

    first: Path = ()
    claim: Edit | None = None
    gone: bool = False
    key: str | None = None
    below: dict[Step, Asked] = field(default_factory=dict)
    added: dict[Step | None, list[Added]] = field(default_factory=dict)

    def empties(self, steps: Iterable[Step]) -> bool:
        """Tell whether none of these children stays and none comes in."""
        return not self.added and all(step in self.below and self.below[step].gone for step in steps)


def apply(value: Value, edits: Sequence[Edit]) -> Value:
    """Return what the tree is after the edits. Raises EditError when one cannot be made."""
    return _applied(value, arrange(value, edits))


def arrange(value: Value, edits: Sequence[Edit]) -> Asked:
    """Return what the edits ask of each place of a tree. Raises EditError when a path is not there or two edits collide."""
    arrangement = _Arrangement(value)
    for edit in edits:
        arrangement.take(edit)
    arrangement.refuse_circles()
    return arrangement.asked


def value_of(added: Added) -> Value:
    """Return what comes in: a new value, or a moved one with the edits inside it made."""
    return _applied(added.value, added.asked) if added.asked else added.value


def _applied(value: Value, asked: Asked) -> Value:
    if isinstance(asked.claim, Set):
        return asked.claim.value
    if isinstance(value, dict):
        return {str(key): inner for key, inner in _children(value.items(), asked)}
    if isinstance(value, list):
        return [inner for _, inner in _children(enumerate(value), asked)]
    return value


def _children(pairs: Iterable[tuple[Step, Value]], asked: Asked) -> Iterator[tuple[Step | None, Value]]:
    yield from _incoming(asked, None)
    for step, inner in pairs:
        below = asked.below.get(step)
        if below is None:
            yield step, inner
        elif not below.gone:
            yield step if below.key is None else below.key, _applied(inner, below)
        yield from _incoming(asked, step)


def _incoming(asked: Asked, after: Step | None) -> Iterator[tuple[Step | None, Value]]:
    for added in asked.added.get(after, ()):
        yield added.key, value_of(added)


class _Arrangement:
    """Sorts edits to the places they speak of, and refuses those that cannot be made."""

    def __init__(self, value: Value) -> None:
        self.value = value
        self.asked = Asked()
        self._moved: dict[Path, Path] = {}  # an item or entry that leaves its list or mapping, and where to

    def take(self, edit: Edit) -> None:
        if not edit.path:
            raise EditError("不能整个替换、移动或删除文件的内容", "请逐项修改，或另写一个文件。")
        if isinstance(edit, Move):
            self._move(edit)
        elif isinstance(edit, Insert):
            self._insert(edit)
        elif isinstance(edit, Set) and self._is_new_key(edit.path):
            self._insert(Insert(edit.path, edit.value))
        else:
            self._at(edit.path)
            self._claim(edit.path, edit).gone = isinstance(edit, Remove)

    def _insert(self, edit: Insert) -> None:
        self._add(edit.path, edit, Added(_as_key(edit.path), edit.value), edit.after)

    def _move(self, edit: Move) -> None:
        value = self._at(edit.path)
        if not edit.to or isinstance(edit.path[-1], str) != isinstance(edit.to[-1], str):
            raise EditError(f"不能把 {show(edit.path)} 移到 {show(edit.to)}", "列表项只能移到列表中，键只能移到有键的一层中。")
        asked = self._claim(edit.path, edit)
        asked.key = _as_key(edit.to)
        if edit.path[:-1] != edit.to[:-1]:
            self._leave(edit, value, asked)
        elif asked.key is not None:
            self._place(edit.to, None)
            self._claim(edit.to, edit)
        elif self._place(edit.to, None) not in (edit.path[-1], _before(edit.path[-1])):
            self._leave(edit, value, asked)

    def _leave(self, edit: Move, value: Value, asked: Asked) -> None:
        asked.gone = True
        self._moved[edit.path] = edit.to
        self._add(edit.to, edit, Added(asked.key, value, edit.path, asked), None)

    def _add(self, path: Path, edit: Edit, added: Added, after: str | None) -> None:
        place = self._place(path, after)
        if added.key is not None:
            self._claim(path, edit)
        self._passed(path[:-1], path).added.setdefault(place, []).append(added)

    def _place(self, path: Path, after: str | None) -> Step | None:
        """Return the child after which something new stands, None before the first."""
        container, step = self._container(path), path[-1]
        if isinstance(container, list) and isinstance(step, int) and 0 <= step <= len(container):
            return _before(step)
        if not isinstance(container, dict) or not isinstance(step, str):
            raise _missing(path, path[:-1])
        if step in container:
            raise EditError(f"{show(path)} 已经有了", "请改用别的键，或修改原来的值。")
        if after is not None and after not in container:
            raise _missing((*path[:-1], after), path[:-1])
        return after if after is not None else next(reversed(container), None)

    def _is_new_key(self, path: Path) -> bool:
        container = self._container(path)
        return isinstance(container, dict) and isinstance(path[-1], str) and path[-1] not in container

    def _container(self, path: Path) -> Value:
        return self._at(path[:-1], path)

    def _at(self, path: Path, wanted: Path = ()) -> Value:
        value = self.value
        for depth, step in enumerate(path):
            try:
                value = _child(value, step)
            except LookupError:
                raise _missing(wanted or path, path[:depth]) from None
        return value

    def _passed(self, path: Path, wanted: Path) -> Asked:
        """Return what is asked of a place, unless an edit on the way to it replaces or removes everything below."""
        asked = self.asked
        for step in path:
            asked = asked.below.setdefault(step, Asked(wanted))
            if isinstance(asked.claim, Set | Remove):
                raise _collision(asked.claim.path, wanted)
        return asked

    def _claim(self, path: Path, edit: Edit) -> Asked:
        """Note that an edit takes this very place: nobody else may, and only a move leaves the places below to others."""
        places = self._passed(path[:-1], path).below
        asked = places.setdefault(path[-1], Asked(path))
        if asked.claim or (asked.first != path and not isinstance(edit, Move)):
            raise _collision(asked.first, path)
        asked.first, asked.claim = path, edit
        return asked

    def refuse_circles(self) -> None:
        """Raise EditError when something is to be moved into itself, be it by way of other moves."""
        for source, target in self._moved.items():
            seen = set()
            holder = self._holder(target[:-1])
            while holder is not None and holder not in seen:
                if holder == source:
                    raise _collision(source, target)
                seen.add(holder)
                holder = self._holder(self._moved[holder][:-1])

    def _holder(self, path: Path) -> Path | None:
        """Return the innermost moved place that a path leads through."""
        return next((path[:length] for length in range(len(path), 0, -1) if path[:length] in self._moved), None)


def _child(value: Value, step: Step) -> Value:
    if isinstance(value, dict) and isinstance(step, str):
        return value[step]
    if isinstance(value, list) and isinstance(step, int) and step >= 0:
        return value[step]
    raise LookupError


def _as_key(path: Path) -> str | None:
    return path[-1] if isinstance(path[-1], str) else None


def _before(index: Step) -> int | None:
    return int(index) - 1 if index else None


def _missing(path: Path, nearest: Path) -> EditError:
    return EditError(f"找不到 {show(path)}，最近的一处是 {show(nearest)}", "请核对路径；文件可能在这之后改动过。")


def _collision(one: Path, other: Path) -> EditError:
    return EditError(f"两处修改不能同时进行：{show(one)} 与 {show(other)}", "请只保留一处，或分两次修改。")


def show(path: Path) -> str:
    """Return a path in an officer's words: sections › 第1项 › title."""
    words = (step if isinstance(step, str) else f"第{step + 1}项" for step in path)
    return f"“{' › '.join(words)}”" if path else "文件最外层"
