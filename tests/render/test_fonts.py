"""Faces: the official one first, then what may stand in; whatever is not as it should be is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UserError
from generator.render import fonts
from generator.render.fonts import Shelf, faces, report, shelf
from generator.render.style import DEFAULT, Look, load
from tests.conftest import ROOT

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


def test_every_substitution_is_reported() -> None:
    substituted = [face.official for face in faces(STYLE) if face.origin != "official"]
    told = [problem.message for problem in report("文", LOOK) if problem.code == "font-substituted"]

    assert len(told) == len(substituted)
    assert all(official in message for official, message in zip(substituted, told, strict=True))


def test_a_character_without_a_glyph_anywhere_is_a_warning() -> None:
    missing = [problem for problem in report("安全\t生产\n\U0010fffd", LOOK) if problem.code == "character-missing"]

    assert [problem.severity for problem in missing] == ["warning"]
    assert "“\U0010fffd”" in missing[0].message


def test_a_character_that_another_face_prints_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"Noto Serif CJK SC": frozenset("安全"), "Noto Sans CJK SC": frozenset("安全喆")}
    _only(monkeypatch, **{name.replace(" ", "_"): False for name in known})
    monkeypatch.setattr(fonts, "_characters", known.__getitem__)
    told = {problem.code: problem for problem in report("安全喆", LOOK)}

    assert told.keys() == {"font-substituted", "character-elsewhere"}
    assert (told["character-elsewhere"].severity, "喆" in told["character-elsewhere"].message) == ("note", True)


def test_common_text_lacks_nothing() -> None:
    assert {problem.code for problem in report("安全生产、防灾减灾〔2025〕1号——“一防四降”（①）", LOOK)} <= {"font-substituted"}
