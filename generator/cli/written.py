"""Where a command may write: never onto what it reads, never over a file that somebody else wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli import output
from generator.errors import UsageError, UserError
from generator.source.files import make_folder, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_BEGINNINGS = (b"{", b"[")


def refuse_taken(target: Path, *, sources: Iterable[Path] = (), force: bool) -> None:
    """Raise UsageError when a target is one of the sources, UserError when it is there already and `force` is not given."""
    if any(_same(target, source) for source in sources):
        raise UsageError(f"不能写到原文自己的文件：{target}", "请换一个文件名。")
    if target.exists() and not force:
        raise UserError(f"文件已经有了，没有替换：{target}", "请换一个文件名；确要替换，加 --force。")


def refuse_report(report: Path, *, others: Iterable[Path], force: bool) -> None:
    """Raise UsageError when a report would stand in place of another file of the command, UserError when it would replace no report."""
    if any(_same(report, other) for other in others):
        raise UsageError(f"--report 不能写到原文或计划的文件：{report}", "请换一个文件名。")
    if report.is_file() and not force and not report.read_bytes()[:1].startswith(_BEGINNINGS):
        raise UserError(f"已有的文件不是报告，没有替换：{report}", "请换一个文件名；确要替换，加 --force。")


def write_report(report: Path, data: object) -> None:
    """Write data as JSON, whole or not at all. Raises UserError when that cannot be done."""
    make_folder(report.parent)
    replace_file(report, f"{output.dumps(data)}\n".encode())


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
