"""The tree of a YAML file: frozen nodes that keep where every value stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Path, Problem, Span

Style = Literal["plain", "single", "double", "literal", "folded"]
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"
"""A tree as plain data. A scalar is its text, whatever YAML would guess of it; an empty one is None."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; `text` is None where nothing is written after the key."""

    span: Span
    text: str | None
    style: Style


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node

    @property
    def name(self) -> str:
        """Return the key's text."""
        return self.key.text or ""


@dataclass(frozen=True)
class Mapping:
    """Keys with values, in the order written; `flow` when written in braces."""

    span: Span
    entries: tuple[Entry, ...]
    flow: bool

    @cached_property
    def by_name(self) -> dict[str, Entry]:
        """Return the entries by their keys; of a key written twice, the first."""
        return {entry.name: entry for entry in reversed(self.entries)}


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values in a row; `flow` when written in brackets."""

    span: Span
    items: tuple[Node, ...]
    flow: bool


Node: TypeAlias = Scalar | Mapping | Sequence


@dataclass(frozen=True)
class Document:
    """A file as it was read: its text without BOM, the digest of its bytes, its tree and what was found in reading.

    `tree` is None when the file could not be read as a mapping; then `problems` has an error.
    """

    file: str
    text: str
    digest: str
    tree: Mapping | None
    problems: tuple[Problem, ...] = ()
    bom: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """Return the text's lines without their line breaks."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def child(node: Node, step: str | int) -> Node | None:
    """Return the value one step down, None when there is none."""
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.by_name.get(step)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def at(tree: Node, path: Path) -> Node | None:
    """Return the node at a path, None when there is none."""
    node: Node | None = tree
    for step in path:
        node = child(node, step) if node is not None else None
    return node


def key_at(tree: Node, path: Path) -> Scalar | None:
    """Return the key written for the last step of a path, None when the step is an index or is not there."""
    parent = at(tree, path[:-1]) if path else None
    entry = parent.by_name.get(str(path[-1])) if isinstance(parent, Mapping) else None
    return entry.key if entry else None


def span_at(tree: Node, path: Path, *, key: bool = False) -> Span:
    """Return the span to show for a path, or for the nearest place above it that is there.

    A scalar shows itself; a collection, or a value that is empty, is shown by its key or by its first characters.
    """
    length = next(length for length in range(len(path), -1, -1) if at(tree, path[:length]) is not None)
    node = at(tree, path[:length]) or tree
    written = key_at(tree, path[:length])
    shown = isinstance(node, Scalar) and node.text is not None and length == len(path)
    return written.span if written and (key or not shown) else _head(node)


def _head(node: Node) -> Span:
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0].key.span
    return _head(node.items[0]) if isinstance(node, Sequence) and node.items else node.span


def is_empty(node: Node) -> bool:
    """Tell whether nothing is written where a value would stand."""
    return isinstance(node, Scalar) and node.text is None


def plain(node: Node) -> Value:
    """Return the tree as plain data: dict, list, text and None."""
    if isinstance(node, Mapping):
        return {entry.name: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every node with its path, parents first, in the order written."""
    yield path, node
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from walk(entry.value, (*path, entry.name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from walk(item, (*path, index))
