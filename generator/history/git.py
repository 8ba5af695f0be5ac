"""The git command, called so that names come back as they are, in any language and with any blank."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from generator.errors import ToolMissing, UserError

if TYPE_CHECKING:
    from pathlib import Path


class GitError(UserError):
    """Git refused; its own words are in the message."""


def answer(folder: Path, *arguments: str) -> str:
    """Return what a git command prints when called in a folder.

    Raises ToolMissing when there is no git, GitError with git's own words when it fails.
    """
    done = subprocess.run(_words(folder, arguments), stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise GitError(f"git {arguments[0]} 没有成功（{said}）", "请按括号里 git 所说的处理后再试。")
    return done.stdout.decode(errors="surrogateescape")


def conversation(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Return a git command that goes on answering on its standard output. Raises ToolMissing when there is no git."""
    return subprocess.Popen(_words(folder, arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - no shell


def place(folder: Path, what: str) -> str:
    """Return what `git rev-parse` knows of the repository around a folder, as --show-toplevel.

    Raises ToolMissing when there is no git, UserError when the folder is in no repository.
    """
    try:
        return answer(folder, "rev-parse", *what.split()).removesuffix("\n")
    except GitError as error:
        tip = "请到仓库所在的文件夹里运行；还没有仓库的，先运行 git init 建一个。"
        raise UserError(f"{folder} 不在可用的 git 仓库里：{error.message}", tip) from error


def _words(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise ToolMissing("本机没有 git，读不了历史版本", "请从 https://git-scm.com 下载安装，或用系统的软件管理器安装。")
    return [program, "-C", str(folder), "--literal-pathspecs", "-c", "core.quotepath=off", *arguments]
