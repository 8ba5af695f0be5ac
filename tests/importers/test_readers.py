"""Which reader reads a file, told by its first bytes and its name."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from generator.errors import UserError
from generator.importers import readers
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "<p>一、强化责任</p>"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("来稿.txt", "一、强化责任", "txt"),
        ("来稿", "一、强化责任", "txt"),
        ("来稿.md", "# 强化责任", "md"),
        ("来稿.MARKDOWN", "# 强化责任", "md"),
        ("来稿.html", "一、强化责任", "html"),
        ("来稿.HTM", PAGE, "html"),
        ("来稿.txt", f"<!DOCTYPE html>{PAGE}", "html"),
        ("来稿.txt", f"\ufeff \n<!-- 一 -->\n<!-- 二 --> <html><body>{PAGE}", "html"),
        ("来稿.txt", PAGE, "html"),
        ("来稿.txt", "<强化责任>", "txt"),
        ("来稿.txt", f"{'<!---->' * 280}强化责任", "txt"),
    ],
)
def test_a_file_is_what_its_first_bytes_or_its_name_say(name: str, text: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert readers.read(tmp_path / name).outline.kind == kind


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "来稿.txt").write_bytes(b"2025")
    source = readers.read(tmp_path / "来稿.txt")

    assert source.digest == f"sha256:{sha256(b'2025').hexdigest()}"
    assert source.outline.blocks == (Paragraph(1, "2025"),)


@pytest.mark.parametrize(
    ("name", "data"), [("来稿.docx", b"PK\x03\x04"), ("来稿.doc", "文字".encode("gb18030")), ("来稿.txt", b"\0\0\0\0")]
)
def test_what_cannot_be_read_is_refused(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(UserError):
        readers.read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "words"),
    [("2025.yaml", "计划文件"), ("2025.YML", "计划文件"), ("台账.xlsx", "表格文件"), ("台账.et", "表格文件"), ("解读.pptx", "演示文稿")],
)
def test_a_file_of_another_kind_is_refused_as_what_it_is(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("format: 1", encoding="utf-8")

    with pytest.raises(UserError, match=words) as refused:
        readers.read(tmp_path / name)

    assert refused.value.tip


def test_a_text_longer_than_any_plan_is_refused_before_it_is_recognised(tmp_path: Path) -> None:
    (tmp_path / "来稿.txt").write_text("一、强化责任\n" * 20_001, encoding="utf-8")

    with pytest.raises(UserError, match="2 万段"):
        readers.read(tmp_path / "来稿.txt")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有"):
        readers.read(tmp_path / "没有.txt")
