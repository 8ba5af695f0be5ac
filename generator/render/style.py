"""Looks: every font, size and measure of a notice, from styles/*.yaml; one look may extend another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from generator import project
from generator.errors import UsageError, UserError
from generator.render import figures
from generator.render.titles import TitleWidths
from generator.schema.likeness import nearest, suggestion
from generator.source.files import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Style: TypeAlias = dict[str, Any]
"""A look as plain data: lengths in mm, sizes in pt, indents in characters, as styles/gbt9704.yaml says."""

DEFAULT = "gbt9704"
_LARGEST = 1_000_000
_TIP = f"请对照内置的 styles/{DEFAULT}.yaml 改正。"


@dataclass(frozen=True, slots=True)
class Look:
    """What a plan is dressed with: the folders of templates and of styles, the project's own first, and the style's name.

    `pdf_a` asks for a PDF to be kept in an archive (PDF/A-2b).
    """

    templates: tuple[Path, ...]
    styles: tuple[Path, ...]
    name: str = DEFAULT
    pdf_a: bool = False

    @property
    def style(self) -> Style:
        """Return the style in force. Raises UserError as `load` does."""
        return load(self.styles, self.name)


def title_widths(style: Style) -> TitleWidths:
    """Return how much of a title stands on one line."""
    area, size = style["page"]["text_area"], style["text"]["title"]["size"] * 25.4 / 72
    return TitleWidths(*(math.floor(area[side] / size * 10) / 10 for side in ("width", "height")))


def look_of(plan: Path, name: str = DEFAULT, *, pdf_a: bool = False) -> Look:
    """Return what a plan, or another file of its project, is dressed with. Raises UsageError when there is no such style."""
    folders = project.folders(plan, "styles")
    if not _files(folders, name):
        raise UsageError(f"没有样式“{name}”", _existing(folders, name))
    return Look(project.folders(plan, "templates"), folders, name, pdf_a)


@cache
def built_in() -> Style:
    """Return the built-in style, which the built-in Word template is made from."""
    return load((project.built_in("styles"),), DEFAULT)


@cache
def load(folders: tuple[Path, ...], name: str) -> Style:
    """Return a style with what it extends filled in; the first of the folders that has it wins.

    A file that extends its own name, or that of one which extends it, means the next folder's.

    Raises UserError when there is none, when a file is no YAML mapping, says what no style knows, leaves a figure out, or extends
    itself.
    """
    style, path = _load(folders, name, ())
    _refuse(path, figures.gaps(style, _known()))
    return style


def _load(folders: tuple[Path, ...], name: str, above: tuple[Path, ...]) -> tuple[Style, Path]:
    """Return a style with its file; the files above it are those that extend it."""
    files = _files(folders, name)
    path = next((path for path in files if path not in above), None)
    if path is None:
        raise _lost(folders, name, above[-1] if above else None, endless=bool(files))
    own = _read(path)
    base = own.pop("extends", None)
    _refuse(path, figures.faults(own, _known()))
    return (_merged(_load(folders, str(base), (*above, path))[0], own) if base else own), path


def _lost(folders: tuple[Path, ...], name: str, above: Path | None, *, endless: bool) -> UserError:
    """Return the refusal of a style that there is not, or that a file above it has used already."""
    if endless:
        return UserError(f"样式文件 {above} 的 extends 绕回了自己", "请改掉其中一处 extends。")
    return UserError(f"{f'样式文件 {above} 的 extends ' if above else ''}找不到样式“{name}”", _existing(folders, name))


def _files(folders: tuple[Path, ...], name: str) -> list[Path]:
    """Return the files of a style, those of the first folder first."""
    return [path for folder in folders for path in folder.glob("*.yaml") if path.stem == name]


def _existing(folders: tuple[Path, ...], name: str) -> str:
    """Return what may be written in place of the name of a style that there is not."""
    known = sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})
    return f"{suggestion(nearest(name, known))}可以写：{'、'.join(known)}。"


def _refuse(path: Path, faults: Iterable[str]) -> None:
    """Raise UserError when there are faults in a style file, with all of them."""
    if said := "；".join(faults):
        raise UserError(f"样式文件 {path}：{said}", _TIP)


@cache
def _known() -> Style:
    """Return what the built-in file says: every key, with a value of the kind it takes."""
    return _read(project.built_in("styles") / f"{DEFAULT}.yaml")


def _read(path: Path) -> Style:
    try:
        style = yaml.load(read_file(path, _LARGEST).decode(), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UserError(f"样式文件 {path} 写法有误", _TIP) from error
    if not isinstance(style, dict):
        raise UserError(f"样式文件 {path} 最外层应当是“键: 内容”", _TIP)
    return style


def _merged(base: Style, own: Style) -> Style:
    """Return a style with what another says laid over it, mapping by mapping."""
    merged = dict(base)
    for key, value in own.items():
        inner = merged.get(key)
        merged[key] = _merged(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return merged
