"""Checking a tree against its shape with cerberus: all problems at once, each with its path, in the words of messages.yaml."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import cerberus
from cerberus import errors
from cerberus.schema import RulesSetRegistry, SchemaRegistry, UnvalidatedSchema

from generator.schema import faults, shapes
from generator.schema.kinds import KINDS, fits
from generator.source.tree import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cerberus.errors import ValidationError

    from generator.problems import Problem
    from generator.source.tree import Node


def check(tree: Node, shape: str) -> tuple[Problem, ...]:
    """Return every problem of a tree that should have a shape: "plan" or "region"."""
    checking = validator(UnvalidatedSchema(shapes.shapes()[shape]))  # the tests have proven it
    checking.validate(plain(tree), normalize=False)
    found = dict.fromkeys(problem for error in _leaves(checking._errors) for problem in faults.problems(faults.Fault(error, shape, tree)))  # noqa: SLF001 - the errors as values, not in English
    return tuple(found)


def _kind_check(kind: str) -> Callable[[Any, object, object], None]:
    def check_kind(self: Any, field: object, value: object) -> None:  # noqa: ANN401 - a cerberus validator, untyped
        if isinstance(value, str) and not fits(kind, value):
            self._error(field, KINDS[kind].code)

    return check_kind


def _keep_error(self: Any, *error: Any) -> None:  # noqa: ANN401 - a cerberus validator, untyped
    """Keep errors as they come; cerberus sorts all of them anew for each, which takes minutes on a file full of faults."""
    if len(error) == 1:
        self._errors.extend(error[0])
    else:
        cerberus.Validator._error(self, *error)  # noqa: SLF001 - its own class


_TYPES = cerberus.Validator.types_mapping | {"text": cerberus.TypeDefinition("text", (str,), ())}
_CHECKS = {f"_check_with_{kind}": _kind_check(kind) for kind in KINDS}
_Validator: Any = type(cerberus.Validator)("_Validator", (cerberus.Validator,), {"types_mapping": _TYPES, "_error": _keep_error, **_CHECKS})
"""Cerberus with our one scalar type, text, and our kinds; its metaclass looks for checks while the class is made."""


@cache
def _registries() -> dict[str, Any]:
    """Return registries of our own, so that no other user of cerberus meets our names."""
    rules, shape = RulesSetRegistry(), SchemaRegistry()
    rules.extend(shapes.rule_sets())
    shape.extend(shapes.shapes())
    return {"rules_set_registry": rules, "schema_registry": shape}


def validator(definition: Any) -> Any:  # noqa: ANN401 - cerberus is untyped
    """Return a validator for one check; cerberus keeps the state of a check in it.

    A mapping of rules is first proven to be rules that cerberus knows, which takes longer than to check a plan.
    """
    return _Validator(definition, error_handler=errors.BaseErrorHandler, **_registries())


def _leaves(found: list[ValidationError]) -> Iterator[ValidationError]:
    """Yield the errors that stand for themselves, not those that only hold others."""
    for error in found:
        if error.is_group_error or error.code == errors.KEYSRULES.code:
            yield from _leaves(error.child_errors)
        else:
            yield error
