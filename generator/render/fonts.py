"""Faces on this machine: the official ones, else stand-ins of the system, else those that pip installed; all told."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.errors import UserError
from generator.problems import Problem, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import typst

    from generator.render.style import Look, Style

Origin = Literal["official", "system", "package"]
PACKAGE = "pylopdf-fonts-zh-cn"
_MODULE = PACKAGE.replace("-", "_")
_REGULAR, _BOLD = 400, 700

OTHER_NAMES = {
    "仿宋_GB2312": ("FangSong_GB2312",),
    "仿宋": ("FangSong",),
    "楷体_GB2312": ("KaiTi_GB2312",),
    "楷体": ("KaiTi",),
    "黑体": ("SimHei",),
    "宋体": ("SimSun",),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
}
"""The names under which the files of a face may know it."""

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC")
_STAND_INS = {
    "fangsong": ("FangSong_GB2312", "FangSong", "STFangsong", "FandolFang R", "FandolFang", *_SERIF, *_SANS),
    "kai": ("KaiTi_GB2312", "KaiTi", "STKaiti", "LXGW WenKai", "FandolKai", *_SERIF, *_SANS),
    "hei": ("SimHei", "STHeiti", "Microsoft YaHei", *_SANS, *_SERIF),
    "xiaobiaosong": ("FZXiaoBiaoSong-B05", *_SERIF, "STZhongsong", "SimSun", *_SANS),
    "song": ("SimSun", "NSimSun", "STSong", *_SERIF, *_SANS),
}
"""What may stand in for each face, the likest first; serif and sans close every list, since they know the rare characters."""

_SMALL = "_GB2312"
_RENAMED = frozenset("—·")  # GB 2312 has them; the codec knows them under other code points

_WITHOUT_GLYPH = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""The kinds of characters that need no glyph: blanks and controls."""


_GLYPHS = 65536
"""The most that a font file can hold."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face of the style as it will be printed: the official name, the families in order of trial, where the first is from."""

    role: str
    official: str
    families: tuple[str, ...]
    weight: int
    origin: Origin

    @property
    def words(self) -> str:
        """Return in Chinese what prints this face."""
        said = {"official": "已安装", "system": "由系统字体", "package": "由备用字体包的"}[self.origin]
        return said if self.origin == "official" else f"未安装，{said} {self.families[0]} 代替"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The fonts that typst may use; `files` says for each family its path, its place in the file, and whether pip brought it."""

    fonts: typst.Fonts
    files: dict[str, tuple[Path, int, bool]]


@cache
def shelf() -> Shelf:
    """Return the fonts of the system and of the font package, without those that typst brings along (they know no Chinese)."""
    import typst  # noqa: PLC0415 - heavy, and not needed by those who only ask for a type

    packaged = package_folder()
    fonts = typst.Fonts(include_embedded_fonts=False, font_paths=[packaged] if packaged else [])
    files: dict[str, tuple[Path, int, bool]] = {}
    for info in sorted(fonts.fonts(), key=lambda info: abs(info.weight - _REGULAR)):
        path = Path(info.path or "")
        files.setdefault(info.family, (path, info.index, packaged is not None and path.parent == packaged))
    return Shelf(fonts, files)


def package_folder() -> Path | None:
    """Return the folder of the font package, None when it is not installed."""
    spec = find_spec(_MODULE)
    return Path(spec.origin).parent if spec and spec.origin else None


def faces(style: Style) -> tuple[Face, ...]:
    """Return every face of a style as this machine prints it. Raises UserError when it has no Chinese face at all."""
    files = shelf().files
    return tuple(_face(role, str(figure["name"]), files) for role, figure in style["faces"].items())


def _face(role: str, official: str, files: dict[str, tuple[Path, int, bool]]) -> Face:
    own = (official, *OTHER_NAMES.get(official, ()))
    found = tuple(dict.fromkeys(name for name in (*own, *_STAND_INS.get(role, (*_SERIF, *_SANS))) if name in files))
    if not found:
        raise UserError("这台电脑上没有可用的中文字体，不能生成 PDF", f"请安装公文字体，或运行 pip install {PACKAGE}。")
    origin: Origin = "official" if found[0] in own else "package" if files[found[0]][2] else "system"
    bold = role == "xiaobiaosong" and origin != "official"
    return Face(role, official, found, _BOLD if bold else _REGULAR, origin)


def report(printed: Mapping[str, set[str]], look: Look) -> tuple[Problem, ...]:
    """Return what an officer must know of the faces of a PDF: what stands in for them, which characters they lack.

    `printed` are the characters that each face prints, by its key in the style.
    """
    chosen = [face for face in faces(look.style) if face.role in printed]
    return (*_substituted(chosen), *beyond(printed, look.style), *_lacking(printed, chosen))


def beyond(printed: Mapping[str, set[str]], style: Style) -> Iterator[Problem]:
    """Yield a note of the characters that a face of GB 2312 is asked for although that standard does not have them."""
    asked = {str(style["faces"][role]["name"]): set(filter(_beyond, found)) for role, found in printed.items()}
    wanting = {name: found for name, found in asked.items() if found and name.endswith(_SMALL)}
    if wanting:
        names, found = "、".join(wanting), set[str]().union(*wanting.values())
        message = f"“{_listed(found)}”不在 GB2312 字符集内，{names} 没有这些字，会用别的字体印出"
        yield Problem("character-beyond", "note", message, "要字形一致，请用 --style windows，或换用收字更全（GB 18030）的仿宋、楷体。")


def _beyond(character: str) -> bool:
    """Tell whether GB 2312 lacks a letter, number or symbol; its own marks and Latin-1 are in every face."""
    if character in _RENAMED or character < "\u0100" or unicodedata.category(character)[0] not in "LNS":
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _substituted(chosen: list[Face]) -> Iterator[Problem]:
    away = [face for face in chosen if face.origin != "official"]
    if away:
        missing, used = (
            "、".join(dict.fromkeys(names)) for names in ((face.official for face in away), (face.families[0] for face in away))
        )
        message = f"未安装 {missing}；PDF 由 {used} 代替"
        yield Problem("font-substituted", "note", message, "要与正式公文一致，请安装后重新生成。")


def _lacking(printed: Mapping[str, set[str]], chosen: list[Face]) -> Iterator[Problem]:
    """Yield which characters each family leaves to another, and which no family of a face has."""
    elsewhere: dict[str, set[str]] = {}
    nowhere: set[str] = set()
    for face in chosen:
        visible = {character for character in printed[face.role] if unicodedata.category(character) not in _WITHOUT_GLYPH}
        missing = visible - _characters(face.families[0])
        lost = _left(missing, face.families[1:])
        found, nowhere = missing - lost, nowhere | lost
        told = filter(_beyond, found) if face.origin == "official" and face.official.endswith(_SMALL) else ()
        elsewhere.setdefault(face.families[0], set()).update(found.difference(told))
    for family, found in elsewhere.items():
        if found:
            message = f"{family} 没有“{_listed(found)}”，这些字由其他字体印出"
            yield Problem("character-elsewhere", "note", message, "请核对 PDF 里这些字的字形。")
    if nowhere:
        message = f"没有一种字体能印出“{_listed(nowhere)}”，PDF 里会是空框"
        yield Problem("character-missing", "warning", message, f"请安装含这些字的字体，或运行 pip install {PACKAGE}。")


def _left(characters: set[str], families: tuple[str, ...]) -> set[str]:
    """Return the characters that none of the families has; no more of them are opened than that takes."""
    for family in families:
        if not characters:
            break
        characters = characters - _characters(family)
    return characters


def _listed(characters: set[str]) -> str:
    return shortened("".join(sorted(characters)), 40)


@cache
def _characters(family: str) -> frozenset[str]:
    """Return the characters that a family has glyphs for."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only those who ask for a report pay for it

    path, index, _ = shelf().files[family]
    with TTFont(path, fontNumber=index, lazy=True) as font:
        font.setGlyphOrder([""] * _GLYPHS)  # nobody asks what glyphs are called, and to read it takes longer than all the rest
        return frozenset(map(chr, font.getBestCmap() or {}))
