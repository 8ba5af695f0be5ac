"""Files replaced whole: a reader finds the old content or the new one, never half of it."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

_REMEDIES = {
    errno.EACCES: ("没有写入权限", "请检查文件和文件夹的权限，或另选输出位置。"),
    errno.EPERM: ("没有写入权限", "请检查文件和文件夹的权限，或另选输出位置。"),
    errno.EROFS: ("所在的磁盘是只读的", "请另选输出位置。"),
    errno.ENOENT: ("文件夹不存在", "请先建好文件夹，或核对路径。"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "请核对路径。"),
    errno.EISDIR: ("这是文件夹，不是文件", "请写出文件名。"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短些的文件名。"),
    errno.ENOSPC: ("磁盘已满", "请腾出空间后再试；原来的文件没有改动。"),
    errno.EDQUOT: ("磁盘配额已用完", "请腾出空间后再试；原来的文件没有改动。"),
}
_OTHER = ("", "请关闭占用该文件的程序后再试；原来的文件没有改动。")


def replace_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file whole, new or in place of an old one, whose permission bits stay; a link is followed to the real file.

    A file that its owner has made read-only is protected: it is replaced with `force` only.

    Raises UserError when that cannot be done; then the old file is as it was, and nothing is left beside it.
    """
    with _explained(path):
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        if mode is not None and not mode & stat.S_IWUSR and not force:
            raise UserError(f"文件是只读的，没有替换：{path}", "确要替换，请取消文件的只读属性，或用 --force。")
        with _beside(target) as temporary:
            _write(temporary, data, mode)
            temporary.replace(target)
        _settle(target.parent)


def make_folder(path: Path) -> None:
    """Make a folder with those above it, unless it is there. Raises UserError when that cannot be done."""
    with _explained(path):
        path.mkdir(parents=True, exist_ok=True)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason, tip = _REMEDIES.get(error.errno or 0, _OTHER)
        raise UserError(f"无法写入文件：{path}（{reason or error.strerror}）", tip) from error


def _mode(target: Path) -> int | None:
    """Return the permission bits of a file that is there, None where there is none yet."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not target.exists():
        return None
    return target.stat().st_mode & 0o7777


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Lend a name in the same folder; what still bears it in the end is removed."""
    temporary = target.with_name(f".hongtou-{secrets.token_hex(8)}")
    try:
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _write(path: Path, data: bytes, mode: int | None) -> None:
    with path.open("xb") as file:
        if mode is not None:
            path.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets folders be flushed (Windows does not)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
