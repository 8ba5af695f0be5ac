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

_REASONS = {
    errno.ENOENT: ("找不到文件或文件夹", "请核对路径。"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "请核对路径。"),
    errno.EEXIST: ("这个名字已被一个文件占用", "请换一个文件夹名，或移走那个文件。"),
    errno.EISDIR: ("这是文件夹，不是文件", "请写出其中的文件名。"),
    errno.ENXIO: ("这不是普通的文件", "请写出计划文件。"),
    errno.EACCES: ("没有权限", "请检查文件和文件夹的权限，或另选位置。"),
    errno.EPERM: ("没有权限", "请检查文件和文件夹的权限，或另选位置。"),
    errno.EROFS: ("所在的磁盘是只读的", "请另选位置。"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短些的文件名。"),
    errno.ELOOP: ("链接指来指去没有尽头", "请改用真正的文件。"),
    errno.ENOSPC: ("磁盘已满", "请腾出空间后再试；原来的文件没有改动。"),
    errno.EDQUOT: ("磁盘配额已用完", "请腾出空间后再试；原来的文件没有改动。"),
}
_OTHER = ("系统没有允许", "请关闭占用该文件的程序后再试；原来的文件没有改动。")


def read_file(path: Path, limit: int) -> bytes:
    """Return a file's bytes, of a longer one the first `limit`. Raises UserError, with the reason, when it may not be read."""
    with _explained("读不到", path):
        if path.exists() and not path.is_file():
            raise OSError(errno.EISDIR if path.is_dir() else errno.ENXIO, "")
        with path.open("rb") as file:
            return file.read(limit)


def replace_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file whole, new or in place of an old one, whose permission bits stay; a link is followed to the real file.

    A file that its owner has made read-only is protected: it is replaced with `force` only.

    Raises UserError when that cannot be done; then the old file is as it was, and nothing is left beside it.
    """
    with _explained("写不了", path):
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
    with _explained("建不了文件夹", path):
        path.mkdir(parents=True, exist_ok=True)


@contextmanager
def _explained(failure: str, path: Path) -> Iterator[None]:
    """Turn what the system refuses into words: the failure, the path, the reason and the remedy."""
    try:
        yield
    except OSError as error:
        reason, tip = _REASONS.get(error.errno or 0, _OTHER)
        raise UserError(f"{failure} {path}：{reason}", tip) from error
    except ValueError as error:  # a name no file can have, with a NUL in it
        raise UserError(f"{failure} {path!r}：{_REASONS[errno.ENOENT][0]}", _REASONS[errno.ENOENT][1]) from error


def _mode(target: Path) -> int | None:
    """Return the permission bits of a file that is there, None where there is none yet."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not target.exists():
        return None
    if not target.is_file():
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
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
