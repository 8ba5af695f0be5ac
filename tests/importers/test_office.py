"""Old Word files go through LibreOffice, in a copy and with a time limit; where it is not there, the remedy is said."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.errors import ToolMissing, UserError
from generator.importers import office
from generator.importers.from_docx import read
from generator.importers.outline import Paragraph
from tests.importers.word_files import package, paragraph, saved_by_libreoffice

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("name", ["去年的 通知.doc", "去年的通知.wps", "去年的通知.WPS"])
def test_an_old_file_becomes_a_docx_and_nothing_is_left_beside_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(saved_by_libreoffice(package(paragraph("一、总体要求") + paragraph("正文。")), "doc"))

    blocks = read(office.converted(path)).blocks

    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["一、总体要求", "正文。"]
    assert [*tmp_path.iterdir()] == [path]


def test_a_docx_by_another_name_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "通知.wps"
    path.write_bytes(package(paragraph("正文。")))

    assert office.converted(path) == path.read_bytes()


@pytest.mark.parametrize(("name", "remedy"), [("通知.doc", "libreoffice-writer-nogui"), ("通知.wps", "在 WPS 里打开，另存为 .docx")])
def test_without_libreoffice_the_remedy_is_said(name: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_bytes(OLE)
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ToolMissing) as refusal:
        office.converted(tmp_path / name)

    assert remedy in refusal.value.tip


def test_a_file_with_a_password_is_refused(tmp_path: Path) -> None:
    (tmp_path / "通知.doc").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))

    with pytest.raises(UserError, match="文件设有密码"):
        office.converted(tmp_path / "通知.doc")


@pytest.mark.parametrize("script", ["exit 1", "sleep 60"])
@pytest.mark.parametrize(("name", "remedy"), [("通知.doc", "用 Word 或 WPS 打开"), ("通知.wps", "在 WPS 里打开")])
def test_what_libreoffice_makes_nothing_of_is_refused(
    script: str, name: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_bytes(OLE)
    stand_in = tmp_path / "soffice"
    stand_in.write_text(f"#!/bin/sh\n{script} &\nwait\n{script}\n", encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(office, "SECONDS", 0.2)

    with pytest.raises(UserError, match="LibreOffice 转换不了") as refusal:
        office.converted(tmp_path / name)

    assert remedy in refusal.value.tip


def test_a_text_that_is_called_doc_is_refused(tmp_path: Path) -> None:
    (tmp_path / "通知.doc").write_text("一、总体要求", encoding="gb18030")

    with pytest.raises(UserError, match="这不是 Word 或 WPS 文件"):
        office.converted(tmp_path / "通知.doc")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="读不到"):
        office.converted(tmp_path / "没有.doc")
