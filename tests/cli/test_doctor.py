"""The doctor: what is there, what is not, and what to do about it."""

from __future__ import annotations

import shutil
from importlib import metadata
from typing import TYPE_CHECKING

from click.testing import CliRunner

from generator.cli.doctor import command
from generator.errors import UserError
from generator.render import fonts
from generator.render.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.conftest import Outcome


def _visit() -> tuple[int, str]:
    """Return the exit code that the command asks for, and what it printed."""
    result = CliRunner().invoke(command, [], standalone_mode=False)
    return result.return_value, result.output


def _said(output: str, name: str) -> list[str]:
    """Return the line about a thing and the one after it."""
    lines = output.splitlines()
    place = next(place for place, line in enumerate(lines) if name in line)
    return lines[place : place + 2]


def test_every_face_and_tool_is_named() -> None:
    code, output = _visit()

    assert code == 0
    assert all(name in output for name in ("typst", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体", "LibreOffice", "git"))


def test_the_faces_of_another_look_are_asked_for_by_its_name(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("doctor", "--style", "windows")

    assert outcome.code == 0
    assert "字体 楷体：" in outcome.out
    assert "_GB2312" not in outcome.out


def test_a_look_that_there_is_not_is_a_wrong_usage(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("doctor", "--style", "windws")

    assert outcome.code == 2
    assert "是不是“windows”？" in outcome.err


def test_an_installed_face_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "faces", lambda _: (Face("hei", "黑体", ("SimHei",), 400, "official"),))

    assert _said(_visit()[1], "黑体")[0] == "[正常] 字体 黑体：已安装"


def test_a_substituted_face_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "faces", lambda _: (Face("hei", "黑体", ("Noto Sans SC",), 400, "package"),))
    said = _said(_visit()[1], "黑体")

    assert said[0] == "[建议] 字体 黑体：未安装，由备用字体包的 Noto Sans SC 代替"
    assert "请安装黑体" in said[1]


def test_a_missing_tool_is_told_but_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    code, output = _visit()

    assert code == 0
    assert _said(output, "LibreOffice")[0].startswith("[建议] LibreOffice：未安装")
    assert "建议：" in _said(output, "git")[1]


def test_no_chinese_face_at_all_is_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: object) -> None:
        raise UserError("没有中文字体", "请安装。")

    monkeypatch.setattr(fonts, "faces", none)
    code, output = _visit()

    assert code == 1
    assert _said(output, "没有中文字体") == ["[缺少] 字体：没有中文字体", "       建议：请安装。"]


def test_no_typst_is_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    code, output = _visit()

    assert code == 1
    assert "pip install typst" in _said(output, "typst")[1]
