"""Looks: every font, size and measure of a notice, from styles/*.yaml; one look may extend another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator import project
from generator.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

Style: TypeAlias = dict[str, Any]
"""A look as plain data: lengths in mm, sizes in pt, indents in characters, as styles/gbt9704.yaml says."""

DEFAULT = "gbt9704"


@dataclass(frozen=True, slots=True)
class Look:
    """What a plan is dressed with: the folders of templates, the project's own first, and the folders of styles."""

    templates: tuple[Path, ...]
    styles: tuple[Path, ...]

    @property
    def style(self) -> Style:
        """Return the style in force."""
        return load(self.styles, DEFAULT)


@cache
def load(folders: tuple[Path, ...], name: str) -> Style:
    """Return a style with what it extends filled in; the first of the folders that has it wins.

    Raises UserError when it is missing, is no YAML mapping, or extends itself.
    """
    return _load(folders, name, ())


def _load(folders: tuple[Path, ...], name: str, above: tuple[str, ...]) -> Style:
    if name in above:
        raise UserError(f"样式 {name} 的 extends 绕回了自己", "请改掉其中一处 extends。")
    path = project.first(folders, f"{name}.yaml")
    if path is None:
        raise UserError(f"找不到样式 {name}.yaml", "请核对 styles 文件夹里的文件名。")
    own = _read(path)
    base = own.pop("extends", None)
    return _merged(_load(folders, str(base), (*above, name)), own) if base else own


def _read(path: Path) -> Style:
    try:
        style = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UserError(f"样式文件 {path} 写法有误", "请对照内置的 styles/gbt9704.yaml 改正。") from error
    if not isinstance(style, dict):
        raise UserError(f"样式文件 {path} 最外层应当是“键: 内容”", "请对照内置的 styles/gbt9704.yaml 改正。")
    return style


def _merged(base: Style, own: Style) -> Style:
    """Return a style with what another says laid over it, mapping by mapping."""
    merged = dict(base)
    for key, value in own.items():
        inner = merged.get(key)
        merged[key] = _merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return merged
