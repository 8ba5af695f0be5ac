"""The layers of ARCHITECTURE.md: a module imports only from its own layer's package and from the layers below."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAYERS = (
    {"version", "errors", "data"},
    {"problems"},
    {"source", "project"},
    {"regions", "schema"},
    {"plan"},
    {"compare"},
    {"variants", "lint", "importers", "rollover", "history"},
    {"render"},
    {"workflow"},
    {"opinions"},
    {"cli", "web"},
)
LEVELS = {name: level for level, names in enumerate(LAYERS) for name in names}


def _modules() -> list[Path]:
    return [path for path in (ROOT / "generator").rglob("*.py") if path.name != "__init__.py" or path.parent != ROOT / "generator"]


def _part(path: Path) -> str:
    return path.relative_to(ROOT / "generator").parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[str]:
    """Yield the parts of the program that a module imports; "" for the package root."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            names = [f"generator.{alias.name}" for alias in node.names]
        else:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name.partition("generator")[2].lstrip(".").split(".")[0] for name in names if name.split(".")[0] == "generator")


def test_there_are_modules_in_every_layer_that_exists() -> None:
    parts = {_part(path) for path in _modules()}

    assert len(_modules()) > 40
    assert parts <= LEVELS.keys()
    assert {"source", "schema", "plan", "lint", "render", "workflow", "cli"} <= parts


def test_imports_go_downward_only() -> None:
    upward = [
        (str(path.relative_to(ROOT)), name)
        for path in _modules()
        for name in _imported(path)
        if name != _part(path) and LEVELS.get(name, 99) >= LEVELS[_part(path)]
    ]

    assert upward == []


def test_only_the_edge_prints_or_exits() -> None:
    outspoken = [
        str(path.relative_to(ROOT))
        for path in _modules()
        if LEVELS[_part(path)] < LEVELS["cli"]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "sys.exit", "exit", "click.echo"}
    ]

    assert outspoken == []
