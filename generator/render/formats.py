"""The one table of documents: what `build --to` knows, and which module renders it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Format:
    """A document: its name (notice.txt), a short name, and the module of generator.render that has its `render`."""

    name: str
    short: str
    module: str

    def render(self, plan: Plan, templates: tuple[Path, ...]) -> bytes:
        """Return the document's bytes. Raises RefusedError when the plan does not allow it."""
        module = import_module(f"generator.render.{self.module}")
        return cast("Callable[[Plan, tuple[Path, ...]], bytes]", module.render)(plan, templates)


FORMATS = (Format("notice.txt", "txt", "to_text"),)
DEFAULT = "notice.txt"


def chosen(names: str) -> tuple[Format, ...]:
    """Return the formats of a comma-separated list, each once. Raises UsageError naming those that exist."""
    known = {name: format_ for format_ in FORMATS for name in (format_.name, format_.short)}
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise UsageError(f"--to 不认识“{'、'.join(unknown)}”", f"可以写：{'、'.join(known)}；几种之间用半角逗号隔开。")
    return tuple(dict.fromkeys(known[name] for name in wanted))
