"""Faces: the official one first, then what may stand in; whatever is not as it should be is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.errors import UserError
from generator.render import fonts
from generator.render.fonts import Shelf, beyond, faces, report, shelf
from generator.render.style import DEFAULT, Look, load
from tests.conftest import ROOT

if TYPE_CHECKING:
    from generator.problems import Problem

LOOK = Look((ROOT / "templates",), (ROOT / "styles",))
STYLE = load((ROOT / "styles",), DEFAULT)


def _only(monkeypatch: pytest.MonkeyPatch, **families: bool) -> None:
    """Let this machine have these families only; true where the font package brought one."""
    files = {name.replace("_", " "): (Path("x.otf"), 0, packaged) for name, packaged in families.items()}
    monkeypatch.setattr(fonts, "shelf", lambda: Shelf(shelf().fonts, files))


def test_every_face_of_the_style_is_chosen_from_what_is_there() -> None:
    chosen = faces(STYLE)

    assert [face.role for face in chosen] == [*STYLE["faces"]]
    assert all(family in shelf().files for face in chosen for family in face.families)


def test_an_official_face_goes_before_its_stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, SimHei=False, Noto_Sans_CJK_SC=False)
    hei = next(face for face in faces(STYLE) if face.role == "hei")

    assert (hei.families, hei.weight, hei.origin) == (("SimHei", "Noto Sans CJK SC"), 400, "official")


def test_the_system_goes_before_the_font_package(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, Noto_Serif_SC=True, Noto_Serif_CJK_SC=False)

    assert next((face.families[0], face.origin) for face in faces(STYLE)) == ("Noto Serif CJK SC", "system")


def test_the_font_package_is_better_than_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, Noto_Sans_SC=True, Noto_Serif_SC=True)

    assert {face.origin for face in faces(STYLE)} == {"package"}


def test_a_serif_stands_in_for_the_title_face_in_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, Noto_Serif_CJK_SC=False)

    assert {face.role for face in faces(STYLE) if face.weight == 700} == {"xiaobiaosong"}


def test_a_machine_without_chinese_faces_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, DejaVu_Sans=False)
    with pytest.raises(UserError, match="没有可用的中文字体") as refusal:
        faces(STYLE)

    assert fonts.PACKAGE in refusal.value.tip


def _report(text: str, *roles: str) -> dict[str, Problem]:
    """Return what is told, by code, when faces print a text; all of them where none is named."""
    return {problem.code: problem for problem in report({role: {*text} for role in roles or STYLE["faces"]}, LOOK)}


def test_the_substituted_faces_are_told_in_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, SimHei=False, Noto_Serif_CJK_SC=False)
    monkeypatch.setattr(fonts, "_characters", lambda _: frozenset("文"))
    told = _report("文")

    assert told.keys() == {"font-substituted"}
    assert told["font-substituted"].message == "未安装 仿宋_GB2312、楷体_GB2312、方正小标宋简体、宋体；PDF 由 Noto Serif CJK SC 代替"
    assert "安装后重新生成" in told["font-substituted"].tip


def test_a_face_that_prints_nothing_is_not_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    _only(monkeypatch, Noto_Serif_CJK_SC=False)
    monkeypatch.setattr(fonts, "_characters", lambda _: frozenset("文"))

    assert _report("文", "kai")["font-substituted"].message.startswith("未安装 楷体_GB2312；")


def test_a_character_without_a_glyph_anywhere_is_a_warning() -> None:
    missing = _report("安全\t生产\n\U0010fffd")["character-missing"]

    assert missing.severity == "warning"
    assert "“\U0010fffd”" in missing.message


def test_a_character_that_another_face_prints_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"Noto Serif CJK SC": frozenset("安全"), "Noto Sans CJK SC": frozenset("安全喆")}
    _only(monkeypatch, **{name.replace(" ", "_"): False for name in known})
    monkeypatch.setattr(fonts, "_characters", known.__getitem__)
    told = _report("安全喆", "song")

    assert told.keys() == {"font-substituted", "character-elsewhere"}
    assert (told["character-elsewhere"].severity, "喆" in told["character-elsewhere"].message) == ("note", True)


def test_what_an_installed_face_of_gb2312_lacks_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"FangSong_GB2312": frozenset("安全"), "Noto Sans CJK SC": frozenset("安全喆")}
    _only(monkeypatch, FangSong_GB2312=False, Noto_Sans_CJK_SC=False)
    monkeypatch.setattr(fonts, "shelf", lambda: Shelf(shelf().fonts, {name: (Path("x.otf"), 0, False) for name in known}))
    monkeypatch.setattr(fonts, "_characters", known.__getitem__)

    assert _report("安全喆", "fangsong").keys() == {"character-beyond"}


def test_common_text_lacks_nothing() -> None:
    assert _report("安全生产、防灾减灾〔2025〕1号——“一防四降”（①）").keys() <= {"font-substituted"}


@pytest.mark.parametrize("character", ["喆", "堃", "珺", "㎡", "⑪", "〇", "镕", "\U00030edd"])
def test_a_character_that_gb2312_lacks_is_named_with_the_faces_that_print_it(character: str) -> None:
    (told,) = beyond({"fangsong": {"安", character}, "kai": {"全"}, "hei": {character}}, STYLE)

    assert told.severity == "note"
    assert told.message.startswith(f"“{character}”不在 GB2312 字符集内，仿宋_GB2312 没有")
    assert "--style windows" in told.tip


def test_marks_and_numbers_of_ordinary_text_are_in_gb2312() -> None:
    text = "，。；：、？！“”‘’（）《》〈〉【】〔〕—…·～×÷±≥≤%℃‰№§※→①⑩⑴⒈㈠ⅠⅫαЯāABCabc0123456789．％/-+=²é"

    assert [*beyond({"fangsong": {*text}}, STYLE)] == []


def test_faces_that_know_gb18030_lack_none_of_them() -> None:
    assert [*beyond({"fangsong": {*"喆堃"}}, load((ROOT / "styles",), "windows"))] == []
