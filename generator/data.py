"""The YAML files that lie beside the program's modules: messages, shapes, words."""

from __future__ import annotations

from importlib import resources
from typing import Any


def load(package: str, name: str) -> dict[str, Any]:
    """Return a YAML file of a package as plain data."""
    import yaml  # noqa: PLC0415 - not before there is something to say

    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
