"""The git command, called so that names come back as they are, in any language and with any blank."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from generator.errors import ToolMissing, UserError

_REFUSED = 128  # the exit code from which on git merge-file counts no conflicts


class GitError(UserError):
    """Git refused; its own words are in the message."""


def answer(folder: Path, *arguments: str) -> str:
    """Return what a git command prints when called in a folder.

    Raises ToolMissing when there is no git, GitError with git's own words when it fails.
    """
    done = _run(folder, arguments)
    if done.returncode:
        raise _refusal(done, arguments[0])
    return done.stdout.decode(errors="surrogateescape")


def merged_lines(base: Path, ours: Path, theirs: Path) -> tuple[bytes, int]:
    """Return three files merged line by line, and how many conflicts are marked in the result.

    Raises ToolMissing when there is no git, GitError when one of them is no text.
    """
    names = ("-L", "ours", "-L", "base", "-L", "theirs")
    done = _run(Path.cwd(), ("merge-file", "-p", "-q", *names, *(str(path.absolute()) for path in (ours, base, theirs))))
    if not 0 <= done.returncode < _REFUSED:
        raise _refusal(done, "merge-file")
    return done.stdout, done.returncode


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


def _run(folder: Path, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(_words(folder, arguments), stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - no shell


def _refusal(done: subprocess.CompletedProcess[bytes], verb: str) -> GitError:
    said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
    return GitError(f"git {verb} 没有成功（{said}）", "请按括号里 git 所说的处理后再试。")


def _words(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    program = shutil.which("git")
    if program is None:
        raise ToolMissing("本机没有 git，读不了历史版本", "请从 https://git-scm.com 下载安装，或用系统的软件管理器安装。")
    return [program, "-C", str(folder), "--literal-pathspecs", "-c", "core.quotepath=off", *arguments]
