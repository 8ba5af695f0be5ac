"""From cerberus's errors to problems: one function a kind of error, in the words of messages.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cerberus import errors

from generator.problems import shortened, wording
from generator.schema import shapes
from generator.schema.likeness import nearest, suggestion
from generator.source.tree import Mapping, Node, at, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cerberus.errors import ValidationError

    from generator.problems import Path, Problem

_TOLD_IN_READING = re.compile(r"\A(?:<<)?\Z|\A[\u00a0\u3000]|：")
"""Keys that reading has already refused: empty ones, merge keys, wide blanks before a key, full-width colons."""

_KINDS_OF_VALUE: tuple[tuple[str, type, str], ...] = (("text", str, "文字"), ("list", list, "列表"), ("dict", dict, "“键: 内容”"))


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of cerberus with the shape and the tree it was found in."""

    error: ValidationError
    shape: str
    tree: Node

    @property
    def path(self) -> Path:
        """Return the place of the value at fault."""
        return tuple(self.error.document_path)

    @property
    def around(self) -> str:
        """Return the shape of the mapping that holds the value at fault, "" where its keys are free."""
        return shapes.shape_at(self.shape, self.path[:-1]) or ""

    @property
    def constraints(self) -> list[Any]:
        """Return what the rule asks for."""
        return self.error.constraint if isinstance(self.error.constraint, list) else [self.error.constraint]


def problems(fault: Fault) -> Iterator[Problem]:
    """Yield the problems that a fault stands for: mostly one, none where another fault says it all."""
    return _BY_CODE.get(fault.error.code, _other_kind)(fault)


def unknown_key(path: Path, known: list[str], *, of: str) -> Problem:
    """Return the problem of a key that a shape does not know, with the likeliest of the known ones."""
    written = str(path[-1])
    words = {shapes.word(of, key).partition("（")[0]: key for key in known}
    likely = words.get(written) or nearest(written, known)
    tip = suggestion(likely) or f"这里可以写：{'、'.join(known)}。"
    return wording("unknown-key").problem({"key": written}, path=path, at_key=True, tip=tip)


def _unknown_key(fault: Fault) -> Iterator[Problem]:
    if not _TOLD_IN_READING.search(str(fault.path[-1])):
        yield unknown_key(fault.path, [*shapes.shapes()[fault.around]], of=fault.around)


def _missing_key(fault: Fault) -> Iterator[Problem]:
    yield _missing(fault, fault.path[:-1])


def _missing(fault: Fault, place: Path) -> Problem:
    key = str(fault.path[-1])
    return wording("missing-key").problem({"key": key, "word": shapes.word(fault.around, key)}, path=place)


def _nothing_written(fault: Fault) -> Iterator[Problem]:
    """Yield the problem of nothing: as an item it is empty, under a key that must be there it is missing, else it is fine."""
    key = fault.path[-1]
    if isinstance(key, int):
        yield from _empty(fault)
    elif shapes.shapes().get(fault.around, {}).get(key, {}).get("required"):
        yield _missing(fault, fault.path)


def _empty(fault: Fault) -> Iterator[Problem]:
    yield wording("empty-value").problem(path=fault.path)


def _wrong_type(fault: Fault) -> Iterator[Problem]:
    got = next(name for name, type_, _ in _KINDS_OF_VALUE if isinstance(fault.error.value, type_))
    words = {name: word for name, _, word in _KINDS_OF_VALUE}
    facts = {"wanted": "或".join(words[name] for name in fault.constraints), "got": words[got]}
    code = "colon-made-mapping" if got == "dict" and "text" in fault.constraints else "wrong-type"
    yield wording(code).problem(facts, path=fault.path)


def _unallowed_value(fault: Fault) -> Iterator[Problem]:
    written = str(fault.error.value)
    likely = nearest(written, fault.constraints)
    tip = f"{suggestion(likely)}可以写：{'、'.join(fault.constraints)}。"
    yield wording("unallowed-value").problem({"value": shortened(written)}, path=fault.path, tip=tip)


def _excluded_key(fault: Fault) -> Iterator[Problem]:
    """Yield the problem of a key that stands behind one it may not stand with, both with something written."""
    key, parent = fault.path[-1], at(fault.tree, fault.path[:-1])
    written = [entry.name for entry in parent.entries if plain(entry.value)] if isinstance(parent, Mapping) else []
    before = [other for other in written[: written.index(str(key))] if other in fault.constraints] if key in written else []
    if before:
        yield wording("excluded-key").problem({"key": key, "others": "、".join(before)}, path=fault.path, at_key=True)


def _other_kind(fault: Fault) -> Iterator[Problem]:
    """Yield the problem of a text that is not of the kind asked for; the check has left the code of its message."""
    yield wording(fault.error.info[0]).problem({"value": shortened(str(fault.error.value))}, path=fault.path)


_BY_CODE: dict[int, Callable[[Fault], Iterator[Problem]]] = {
    errors.UNKNOWN_FIELD.code: _unknown_key,
    errors.REQUIRED_FIELD.code: _missing_key,
    errors.NOT_NULLABLE.code: _nothing_written,
    errors.EMPTY_NOT_ALLOWED.code: _empty,
    errors.BAD_TYPE.code: _wrong_type,
    errors.UNALLOWED_VALUE.code: _unallowed_value,
    errors.EXCLUDES_FIELD.code: _excluded_key,
}
