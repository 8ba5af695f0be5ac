"""Checking a tree against its shape with cerberus: all problems at once, each with its path, in the words of messages.yaml."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import cerberus
from cerberus import errors
from rapidfuzz import fuzz, process

from generator.problems import shortened, wording
from generator.schema import shapes
from generator.schema.kinds import KINDS, fits
from generator.source.tree import Mapping, Node, at, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cerberus.errors import ValidationError

    from generator.problems import Path, Problem

_LIKENESS = 60  # below this share of likeness a suggestion confuses more than it helps
_REFUSED_IN_READING = ("", "<<")
_KINDS_OF_VALUE = {"text": "文字", "list": "列表", "dict": "“键: 内容”"}


def check(tree: Node, shape: str) -> tuple[Problem, ...]:
    """Return every problem of a tree that should have a shape: "plan" or "region"."""
    validator = _validator(shape)
    validator.validate(plain(tree), normalize=False)
    found = dict.fromkeys(problem for error in _leaves(validator._errors) for problem in _problems(error, shape, tree))  # noqa: SLF001 - the errors as values, not in English
    return tuple(found)


def _kind_check(kind: str) -> Callable[[Any, object, object], None]:
    def check_kind(self: Any, field: object, value: object) -> None:  # noqa: ANN401 - a cerberus validator, untyped
        if isinstance(value, str) and not fits(kind, value):
            self._error(field, KINDS[kind].code)

    return check_kind


_TYPES = cerberus.Validator.types_mapping | {"text": cerberus.TypeDefinition("text", (str,), ())}
_CHECKS = {f"_check_with_{kind}": _kind_check(kind) for kind in KINDS}
_Validator: Any = type(cerberus.Validator)("_Validator", (cerberus.Validator,), {"types_mapping": _TYPES, **_CHECKS})
"""Cerberus with our one scalar type, text, and our kinds; its metaclass looks for checks while the class is made."""


@cache
def _validator(shape: str) -> Any:  # noqa: ANN401 - a cerberus validator, untyped
    for name, rules in shapes.rule_sets().items():
        cerberus.rules_set_registry.add(name, rules)
    for name, fields in shapes.shapes().items():
        cerberus.schema_registry.add(name, fields)
    return _Validator(shapes.shapes()[shape], error_handler=errors.BaseErrorHandler)


def _leaves(found: list[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors that stand for themselves, not those that only hold others."""
    for error in found:
        if error.is_group_error or error.code == errors.KEYSRULES.code:
            yield from _leaves(error.child_errors)
        else:
            yield error


def _problems(error: ValidationError, shape: str, tree: Node) -> Iterator[Problem]:
    path: Path = tuple(error.document_path)
    if error.code == errors.UNKNOWN_FIELD.code and path[-1] in _REFUSED_IN_READING:
        return
    if error.code == errors.UNKNOWN_FIELD.code:
        yield unknown_key(path, _keys(shape, path[:-1]), of=shapes.shape_at(shape, path[:-1]) or "")
    elif error.code == errors.REQUIRED_FIELD.code:
        yield _missing(path, shape, at=path[:-1])
    elif error.code == errors.NOT_NULLABLE.code:
        yield from _empty(path, shape)
    elif error.code == errors.BAD_TYPE.code:
        yield _wrong_type(error, path)
    elif error.code == errors.UNALLOWED_VALUE.code:
        yield _unallowed(error, path)
    elif error.code == errors.EXCLUDES_FIELD.code:
        yield from _excluded(error, path, tree)
    else:
        yield wording(error.info[0]).problem({"value": shortened(str(error.value))}, path=path)


def _keys(shape: str, path: Path) -> list[str]:
    return list(shapes.shapes()[shapes.shape_at(shape, path) or shape])


def _missing(path: Path, shape: str, *, at: Path) -> Problem:
    word = shapes.word(shapes.shape_at(shape, path[:-1]) or "", str(path[-1]))
    return wording("missing-key").problem({"key": path[-1], "word": word}, path=at)


def _empty(path: Path, shape: str) -> Iterator[Problem]:
    """Yield the problem of an empty value: an item says nothing, a key that must be there is missing; others count as not written."""
    if isinstance(path[-1], int):
        yield wording("empty-value").problem(path=path)
    elif shapes.shapes()[shapes.shape_at(shape, path[:-1]) or shape].get(path[-1], {}).get("required"):
        yield _missing(path, shape, at=path)


def unknown_key(path: Path, known: list[str], *, of: str = "") -> Problem:
    """Return the problem of a key nobody knows, with the likeliest of the known ones."""
    written = str(path[-1])
    words = {shapes.word(of, key).partition("（")[0]: key for key in known}
    likely = words.get(written) or nearest(written, known)
    tip = f"是不是“{likely}”？" if likely else f"这里可以写：{'、'.join(known)}。"
    return wording("unknown-key").problem({"key": written}, path=path, at_key=True, tip=tip)


def nearest(written: str, known: list[str]) -> str | None:
    """Return the known word most like the written one, None when none is like it."""
    found = process.extractOne(written, known, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return found[0] if found else None


def _wrong_type(error: ValidationError, path: Path) -> Problem:
    wanted = error.constraint if isinstance(error.constraint, list) else [error.constraint]
    got = next(kind for kind, cls in (("dict", dict), ("list", list), ("text", str)) if isinstance(error.value, cls))
    facts = {"wanted": "或".join(_KINDS_OF_VALUE[kind] for kind in wanted), "got": _KINDS_OF_VALUE[got]}
    return wording("colon-made-mapping" if got == "dict" and "text" in wanted else "wrong-type").problem(facts, path=path)


def _unallowed(error: ValidationError, path: Path) -> Problem:
    allowed = [str(value) for value in error.constraint]
    likely = nearest(str(error.value), allowed)
    tip = f"是不是“{likely}”？可以写：{'、'.join(allowed)}。" if likely else f"可以写：{'、'.join(allowed)}。"
    return wording("unallowed-value").problem({"value": shortened(str(error.value))}, path=path, tip=tip)


def _excluded(error: ValidationError, path: Path, tree: Node) -> Iterator[Problem]:
    """Yield the problem of a key that stands behind one it may not stand with."""
    parent = at(tree, path[:-1])
    written = [entry.name for entry in parent.entries if plain(entry.value)] if isinstance(parent, Mapping) else []
    others = error.constraint if isinstance(error.constraint, list) else [error.constraint]
    before = [key for key in written[: written.index(str(path[-1]))] if key in others] if path[-1] in written else []
    if before:
        yield wording("excluded-key").problem({"key": path[-1], "others": "、".join(before)}, path=path, at_key=True)
