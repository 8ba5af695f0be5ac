"""Typed reading of a mapping's keys, forgiving: what is not written, or not of the type asked for, counts as empty.

The schema has its say first; building stays possible on a tree with errors so that their places can be told in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.source.tree import Mapping, Scalar, Sequence, child, is_empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Path
    from generator.source.tree import Node


_DIGITS_AT_MOST = 9


class Fields:
    """The keys of one mapping, with the path they stand at."""

    def __init__(self, node: Node | None, path: Path = ()) -> None:
        """Look at a node; one that is not a mapping has no keys."""
        self.node = node if isinstance(node, Mapping) else None
        self.path = path

    def __contains__(self, key: str) -> bool:
        """Tell whether something is written under a key."""
        node = self._value(key)
        return node is not None and not is_empty(node)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys in the order written."""
        return tuple(entry.name for entry in self.node.entries) if self.node else ()

    def text(self, key: str) -> str:
        """Return a value as one line of text, "" where there is none."""
        return "".join(lines(self._value(key)))

    def written(self, key: str) -> str:
        """Return a value's text with the blanks around it, "" where there is none."""
        node = self._value(key)
        return node.text or "" if isinstance(node, Scalar) else ""

    def prose(self, key: str) -> tuple[str, ...]:
        """Return a value's paragraphs: the lines of a text, or the items of a list and their lines."""
        node = self._value(key)
        parts = node.items if isinstance(node, Sequence) else (node,)
        return tuple(line for part in parts for line in lines(part))

    def flag(self, key: str) -> bool | None:
        """Return true or false, None where neither is written."""
        return {"true": True, "false": False}.get(self.text(key).lower())

    def number(self, key: str) -> int | None:
        """Return a whole number, None where none is written."""
        text = self.text(key)
        return whole(text) if text.isascii() else None

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a mapping of texts as pairs in the order written."""
        inner = self.fields(key)
        return tuple((name, inner.text(name)) for name in inner.keys if name in inner)

    def fields(self, key: str) -> Fields:
        """Return the mapping under a key; without keys where there is none."""
        return Fields(self._value(key), (*self.path, key))

    def each(self, key: str) -> Iterator[Fields]:
        """Yield the mappings of a list under a key."""
        for index, item in enumerate(self.nodes(key)):
            if isinstance(item, Mapping):
                yield Fields(item, (*self.path, key, index))

    def nodes(self, key: str) -> tuple[Node, ...]:
        """Return the items of a list under a key; none where there is no list."""
        node = self._value(key)
        return node.items if isinstance(node, Sequence) else ()

    def _value(self, key: str) -> Node | None:
        return child(self.node, key) if self.node else None


def whole(text: str) -> int | None:
    """Return the whole number a text is, None when it is none, or longer than any number counted here."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS_AT_MOST else None


def lines(node: Node | None) -> tuple[str, ...]:
    """Return the lines of a scalar that hold text, without the blanks around them."""
    text = node.text if isinstance(node, Scalar) else None
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
