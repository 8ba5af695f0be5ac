"""Edits inside braces and brackets: what stays keeps its place between the commas, what goes takes one comma along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.source import emitter
from generator.source.edits import EditError, Set
from generator.source.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.source.edits import Added, Asked, Step
    from generator.source.tree import Entry, Node

_COMMA_OR_COMMENT = re.compile(r"(#[^\n]*)|,")
_TO_COMMA = re.compile(r"(?:[^,#]|#[^\n]*)*")


class Splice(NamedTuple):
    """A stretch of a text and what stands there instead."""

    start: int
    end: int
    text: str


class Child(NamedTuple):
    """An entry or item inside braces or brackets."""

    step: Step
    start: int
    end: int
    node: Node
    key: Scalar | None


def splice(text: str, start: int, end: int, splices: list[Splice]) -> str:
    """Return a stretch of a text with splices made that do not overlap."""
    parts: list[str] = []
    for one in sorted(splices):
        parts += text[start : one.start], one.text
        start = one.end
    return "".join((*parts, text[start:end]))


class Flow:
    """Makes the edits inside braces and brackets of one text; `incoming` writes what comes in from elsewhere."""

    def __init__(self, text: str, incoming: Callable[[Added], str]) -> None:
        """Keep the text and the way to write what comes in."""
        self.text = text
        self._incoming = incoming

    def value(self, node: Node, asked: Asked | None) -> str:
        """Return a value on the line, with the edits in it made."""
        if asked and isinstance(asked.claim, Set):
            return emitter.inline(asked.claim.value)
        if not asked or isinstance(node, Scalar) or not (asked.below or asked.added):
            return self.text[node.span.start : node.span.end]
        return self._collection(node, asked)

    def _collection(self, node: Mapping | Sequence, asked: Asked) -> str:
        children = self._children(node)
        leading, following = self._new_ones(children, asked)
        if not following:
            return brackets(node, ", ".join(leading) + self._comments(node, children))
        splices = [*_cuts(self.text, children, asked)]
        for child in (child for child in children if child.step in following):
            written = ", ".join((*leading, self._child(child, asked.below.get(child.step)), *following[child.step]))
            splices.append(Splice(child.start, child.end, written))
            leading = []
        written = splice(self.text, node.span.start, node.span.end, splices)
        return brackets(node, written) if asked.added and self._is_bare(node) else written

    def _comments(self, node: Node, children: list[Child]) -> str:
        """Return what is left when no child stays: the comments, without commas."""
        edges = [node.span.start + 1, *(edge for child in children for edge in (child.start, child.end)), node.span.end - 1]
        left = "".join(self.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        return _COMMA_OR_COMMENT.sub(lambda found: found[1] or "", left) if "#" in left else ""

    def _new_ones(self, children: list[Child], asked: Asked) -> tuple[list[str], dict[Step, list[str]]]:
        """Return what comes in before the first child that stays, and what comes in after each of those."""
        leading = target = self._after(asked, None)
        following: dict[Step, list[str]] = {}
        for child in children:
            if not _goes(child, asked):
                target = following[child.step] = []
            target += self._after(asked, child.step)
        return leading, following

    def _after(self, asked: Asked, step: Step | None) -> list[str]:
        return [self._incoming(added) for added in asked.added.get(step, ())]

    def _child(self, child: Child, asked: Asked | None) -> str:
        if asked is None:
            return self.text[child.start : child.end]
        value = self.value(child.node, asked)
        return value if child.key is None else self._entry(child, child.key, asked, value)

    def _entry(self, child: Child, key: Scalar, asked: Asked, value: str) -> str:
        name = self.text[child.start : key.span.end] if asked.key is None else emitter.name(asked.key, flow=True)
        colon = self.text[key.span.end : child.node.span.start]
        if ":" not in colon:
            return f"{name}: {value}" if value else name
        return f"{name}{colon}{value}" if colon[-1].isspace() else f"{name}{colon} {value}"

    def _is_bare(self, node: Node) -> bool:
        """Tell whether a mapping is a single pair in a list, written without braces."""
        return isinstance(node, Mapping) and self.text[node.span.start] != "{"

    def _children(self, node: Mapping | Sequence) -> list[Child]:
        if isinstance(node, Sequence):
            return [Child(step, item.span.start, item.span.end, item, None) for step, item in enumerate(node.items)]
        return [self._pair(entry) for entry in node.entries]

    def _pair(self, entry: Entry) -> Child:
        start = entry.key.span.start
        if self.text[max(0, start - 20) : start].rstrip().endswith("?"):
            raise EditError(f"第 {entry.key.span.line} 行的键“{entry.name}”前有“?”，不能就地修改", "请改写成“键: 内容”。")
        return Child(entry.name, start, max(entry.key.span.end, entry.value.span.end), entry.value, entry.key)


def brackets(node: Node, inner: str = "") -> str:
    """Return a text in the braces of a mapping or the brackets of a list."""
    return f"{{{inner}}}" if isinstance(node, Mapping) else f"[{inner}]"


def _goes(child: Child, asked: Asked) -> bool:
    below = asked.below.get(child.step)
    return below is not None and below.gone


def _cuts(text: str, children: list[Child], asked: Asked) -> Iterator[Splice]:
    """Yield what is cut for the children that go: themselves and the comma after them, before them once none stays behind."""
    last = max(index for index, child in enumerate(children) if not _goes(child, asked))
    for index, child in enumerate(children):
        if _goes(child, asked):
            one, other = children[index : index + 2] if index < last else children[index - 1 : index + 1]
            yield Splice(child.start, child.end, "")
            yield _gap(text, one.end, other.start)


def _gap(text: str, start: int, end: int) -> Splice:
    """Return the cut between two children: the whole gap, or only its comma when a comment stands there."""
    if "#" not in text[start:end]:
        return Splice(start, end, "")
    comma = start
    if found := _TO_COMMA.match(text, start, end):
        comma = found.end()
    return Splice(comma, comma + 1, "")
