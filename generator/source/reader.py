"""Reading YAML: the text of a plan as frozen nodes that keep file, line and column.

The parser's events are composed here and not by PyYAML: a tree of any depth is refused while it is still shallow, what the
format does not allow (anchors, tags, duplicate keys) is found with its place, and no value's type is guessed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator.problems import Span, wording
from generator.source import encoding, syntax
from generator.source.files import read_file
from generator.source.folding import fold
from generator.source.lines import Lines
from generator.source.tree import Document, Entry, Mapping, Node, Scalar, Sequence, Style

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.problems import Problem

Event: TypeAlias = Any
"""One of PyYAML's events; its type stubs know neither their marks nor their anchors for certain."""

Reading: TypeAlias = "Callable[[Path], Document]"
"""How a file becomes a document: `load` from the disk, or another from a revision. Raises UserError when it is not there."""

_STYLES: dict[str | None, Style] = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_COLON = re.compile(r"\s*:")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


def load(path: Path) -> Document:
    """Return a file's document. Raises UserError when there is no such file or it may not be read."""
    return read(read_file(path, encoding.BYTES_AT_MOST + 1), str(path))


def read(data: bytes, file: str = "<text>") -> Document:
    """Return the document of some bytes; what is wrong with them is among its problems, never an exception."""
    text, problems = encoding.decode(data)
    tree = None
    if not problems:
        tree, problems = _composed(text, file)
    problems = tuple(_filed(problem, file) for problem in problems)
    return Document(file, text, digest(data), tree, problems, bom=encoding.has_mark(data))


def digest(data: bytes) -> str:
    """Return the digest of a file's bytes, by which a change is noticed."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _filed(problem: Problem, file: str) -> Problem:
    return replace(problem, span=replace(problem.span, file=file)) if problem.span else problem


def _composed(text: str, file: str) -> tuple[Mapping | None, tuple[Problem, ...]]:
    composer = _Composer(text, file)
    try:
        tree = composer.document()
    except _TooDeep:
        return None, tuple(composer.problems)
    except yaml.MarkedYAMLError as error:
        return None, tuple(dict.fromkeys((*composer.problems, *syntax.explain(error, composer.lines, composer.bracket))))
    return tree, tuple(composer.problems)


class _TooDeep(Exception):  # noqa: N818 - a way out of the recursion, not an error anyone sees
    """The tree is deeper than any plan; its problem is already noted."""


class _Composer:
    """Composes the nodes of one text from the parser's events, noting every problem on the way."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.file = file
        self.problems: list[Problem] = []
        self._loader = yaml.CBaseLoader(text)
        self._open: list[int] = []  # where the brackets and braces still open stand
        self._opaque: list[tuple[int, int]] = []  # stretches where a tab at the start of a line is content

    def document(self) -> Mapping | None:
        """Return the tree when the top is a mapping; otherwise None with a problem noted."""
        self._event()  # the stream's start
        if isinstance(self._event(), yaml.StreamEndEvent):
            self._refuse_top("empty-file", 0, 0)
            return None
        node = self._node(self._event(), 0)
        self._event()  # the document's end
        following = self._event()
        if not isinstance(following, yaml.StreamEndEvent):
            self._note("several-documents", self._span(following))
        self.problems.extend(syntax.tabs(self.lines, self._opaque))
        if isinstance(node, Mapping):
            return node
        self._refuse_top(*_top_fault(node))
        return None

    @property
    def bracket(self) -> int | None:
        """Return where the innermost bracket or brace still open stands."""
        return self._open[-1] if self._open else None

    def _event(self) -> Event:
        return self._loader.get_event()

    def _note(self, code: str, span: Span, **facts: object) -> None:
        self.problems.append(wording(code).problem(facts, span=span))

    def _refuse_top(self, code: str, start: int, end: int) -> None:
        if not any(problem.blocking for problem in self.problems):
            self._note(code, self.lines.span(start, end))

    def _span(self, event: Event, end: int | None = None) -> Span:
        start = event.start_mark
        return Span(start.index, event.end_mark.index if end is None else end, start.line + 1, start.column + 1, self.file)

    def _node(self, event: Event, depth: int) -> Node:
        self._refuse_extras(event)
        if depth > syntax.DEPTH_AT_MOST:
            self._note("too-deep", self._span(event), limit=syntax.DEPTH_AT_MOST)
            raise _TooDeep
        if self._bracketed(event):
            self._open.append(event.start_mark.index)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._scalar(event)

    def _bracketed(self, event: Event) -> bool:
        """Tell whether a collection stands in a bracket or brace of its own, not only within another's."""
        return bool(getattr(event, "flow_style", False)) and self.text[event.start_mark.index] in "[{"

    def _refuse_extras(self, event: Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._note("alias", self._span(event), name=event.anchor)
        elif event.anchor is not None:
            self._note("anchor", self._span(event), name=event.anchor)
        if getattr(event, "tag", None) is not None:
            self._note("tag", self._span(event))

    def _mapping(self, event: Event, depth: int) -> Mapping:
        entries: list[Entry] = []
        first_lines: dict[str | None, int] = {}
        while not isinstance(following := self._event(), yaml.MappingEndEvent):
            key = self._key(following, depth)
            self._refuse_twice(key, first_lines)
            entries.append(Entry(key, self._node(self._event(), depth + 1)))
            self._refuse_cut(event, entries[-1])
        return Mapping(self._closed(event, following, entries[-1].value if entries else None), tuple(entries), event.flow_style)

    def _key(self, event: Event, depth: int) -> Scalar:
        node = self._node(event, depth + 1)
        if isinstance(node, Scalar) and node.text:
            if node.text == "<<" and node.style == "plain":
                self._note("merge-key", node.span)
            if node.text.startswith(("\u00a0", "\u3000")):
                self._note("wide-blank", node.span)
            return node
        self._note("complex-key", node.span)
        return Scalar(node.span, "", "plain")

    def _refuse_twice(self, key: Scalar, first_lines: dict[str | None, int]) -> None:
        if key.text in first_lines:
            self._note("duplicate-key", key.span, key=key.text, line=first_lines[key.text])
        first_lines.setdefault(key.text, key.span.line)

    def _refuse_cut(self, event: Event, entry: Entry) -> None:
        """Note a word in braces that has no colon: the rest of a text that a half-width comma has cut."""
        empty = isinstance(entry.value, Scalar) and entry.value.span.start == entry.value.span.end
        if self._bracketed(event) and empty and not _COLON.match(self.text, entry.key.span.end):
            code = "wide-colon" if "：" in entry.name else "comma-in-braces"
            self._note(code, entry.key.span, written=entry.name.partition("：")[0], key=entry.name)

    def _sequence(self, event: Event, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(following := self._event(), yaml.SequenceEndEvent):
            items.append(self._node(following, depth + 1))
        return Sequence(self._closed(event, following, items[-1] if items else None), tuple(items), event.flow_style)

    def _closed(self, start: Event, end: Event, last: Node | None) -> Span:
        """Return the span of a collection: to its bracket, or to the end of its last value where it has none."""
        if self._bracketed(start):
            self._open.pop()
            self._warn_comment(end.end_mark.index)
            return self._span(start, end.end_mark.index)
        return self._span(start, last.span.end if last else start.end_mark.index)

    def _scalar(self, event: Event) -> Scalar:
        if isinstance(event, yaml.AliasEvent):
            return Scalar(self._span(event), None, "plain")
        style = _STYLES[event.style]
        written = self.text[event.start_mark.index : event.end_mark.index]
        if style in {"literal", "folded"}:
            written = written.rstrip()
        scalar = Scalar(self._span(event, event.start_mark.index + len(written)), self._text(event, written, style), style)
        self._warn(scalar)
        return scalar

    def _text(self, event: Event, written: str, style: Style) -> str | None:
        if style == "plain" and event.value in _EMPTY:
            return None
        return fold(written, event.value, style)

    def _warn(self, scalar: Scalar) -> None:
        if scalar.style == "double" and (found := encoding.FORBIDDEN.search(scalar.text or "")):
            self._note("control-character", scalar.span, character=f"U+{ord(found[0]):04X}")
        if scalar.style != "plain":
            self._opaque.append((scalar.span.start, scalar.span.end))
        elif problem := syntax.wide_colon(scalar, self.lines):
            self.problems.append(problem)
        is_block = scalar.style in {"literal", "folded"}
        self._warn_comment(scalar.span.start if is_block else scalar.span.end)
        if scalar.style == "plain" and scalar.text and (problem := syntax.lost_line(self.lines, scalar.span.start, scalar.span.end)):
            self.problems.append(problem)

    def _warn_comment(self, end: int) -> None:
        if problem := syntax.lost_comment(self.lines, end):
            self.problems.append(problem)


def _top_fault(node: Node) -> tuple[str, int, int]:
    if isinstance(node, Scalar) and node.text is None:
        return "empty-file", 0, 0
    return ("list-at-top" if isinstance(node, Sequence) else "scalar-at-top"), node.span.start, node.span.end
