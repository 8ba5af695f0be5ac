"""Files replaced whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.errors import UserError
from generator.source.files import replace_file


def test_a_new_file_is_written(tmp_path: Path) -> None:
    replace_file(tmp_path / "新.txt", b"x")

    assert (tmp_path / "新.txt").read_bytes() == b"x"
    assert [tmp_path / "新.txt"] == [*tmp_path.iterdir()]


def test_the_mode_of_an_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    path.chmod(0o604)
    replace_file(path, b"y")

    assert path.read_bytes() == b"y"
    assert path.stat().st_mode & 0o777 == 0o604


def test_a_link_is_followed_to_the_real_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real" / "a.txt", tmp_path / "link.txt"
    real.parent.mkdir()
    real.write_bytes(b"x")
    link.symlink_to(real)
    replace_file(link, b"y")

    assert link.is_symlink()
    assert real.read_bytes() == b"y"
    assert [real] == [*real.parent.iterdir()]


def test_a_crash_before_the_renaming_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "replace", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(path, b"y")

    assert path.read_bytes() == b"x"
    assert [path] == [*tmp_path.iterdir()]


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.EACCES, "没有权限"), (errno.ENOSPC, "磁盘已满"), (errno.EROFS, "只读"), (errno.EIO, "系统没有允许")],
)
def test_a_failure_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")

    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=reason) as failure:
        replace_file(path, b"y")

    assert str(path) in failure.value.message
    assert failure.value.tip
    assert [path] == [*tmp_path.iterdir()]


def test_a_missing_folder_and_a_folder_in_the_way_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到文件或文件夹"):
        replace_file(tmp_path / "没有" / "a.txt", b"x")
    with pytest.raises(UserError, match="这是文件夹"):
        replace_file(tmp_path, b"x")


def test_a_file_made_read_only_is_replaced_with_force_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    path.chmod(0o444)
    with pytest.raises(UserError, match="文件是只读的"):
        replace_file(path, b"y")

    assert path.read_bytes() == b"x"
    replace_file(path, b"y", force=True)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"y", 0o444)
