"""A plan at a revision: REV:PATH found as git finds it, and the region beside it read from the same revision."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, NamedTuple, Self, cast

from generator.errors import UserError
from generator.history import git
from generator.source import reader

if TYPE_CHECKING:
    from types import TracebackType

    from generator.source.reader import Reading
    from generator.source.tree import Document

_NAMED = re.compile(r"(?P<revision>(?:\{[^}]*\}|[^:{])*):(?P<path>.+)", re.DOTALL)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_FORMAT = "--format=%x1e%H%x00%aI%x00%an%x00%s%x00"


class Located(NamedTuple):
    """Where a plan is, and how it and its region are read: what `workflow.load` takes."""

    path: Path
    read: Reading


class Revision(NamedTuple):
    """A commit that changed a file: its id, ISO date, author and first line; `path` is where the file stood, from the top."""

    commit: str
    date: str
    author: str
    subject: str
    path: Path


class Blobs:
    """Files as they were at revisions, read through one git process, which lives as long as the `with` around it."""

    def __init__(self, folder: Path) -> None:
        """Ask the repository around a folder. Raises ToolMissing when there is no git, UserError when there is no repository."""
        git.place(folder, "--git-dir")
        self._git = git.conversation(folder, "cat-file", "--batch", "--follow-symlinks")

    def __enter__(self) -> Self:
        """Return the files."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the git process."""
        self._git.communicate()

    def at(self, revision: str) -> Reading:
        """Return the reading of files at a revision, by their paths from the repository's top.

        It raises UserError when there is no such revision, or no such file in it.
        """
        return lambda path: self._document(revision, posixpath.normpath(path.as_posix()))

    def data(self, revision: str, path: Path) -> bytes | None:
        """Return a file's bytes at a revision, by its path from the repository's top; None where there is no such file."""
        return self._data(f"{revision}:{posixpath.normpath(path.as_posix())}")

    def _data(self, name: str) -> bytes | None:
        outside = name.partition(":")[2].startswith("../")  # git would end at such a question
        return None if outside else self._content(name, "blob")

    def _document(self, revision: str, path: str) -> Document:
        name = f"{revision}:{path}"
        data = self._data(name)
        if data is not None:
            return reader.read(data, name)
        if revision and self._content(f"{revision}^{{commit}}", "commit") is None:
            raise UserError(f"没有版本“{revision}”：{name}", "可以写 HEAD~1、分支名、标签名或提交号；git log --oneline 列出各次提交。")
        where = f"版本 {revision}" if revision else "暂存区"
        raise UserError(f"{where}里没有文件 {path}", "路径从仓库最上层写起；相对当前文件夹的，以 ./ 开头。文件可能改过名。")

    def _content(self, name: str, kind: str) -> bytes | None:
        """Return what an object holds, None where git knows none of this name and kind."""
        if "\n" in name:
            return None
        questions, answers = cast("IO[bytes]", self._git.stdin), cast("IO[bytes]", self._git.stdout)
        questions.write(os.fsencode(name) + b"\n")
        questions.flush()
        *_, found, size = answers.readline().split()
        if not size.isdigit():  # missing, ambiguous
            return None
        content = answers.read(int(size) + 1)[:-1]
        return content if found.decode() == kind else None


def located(text: str) -> Located:
    """Return where a plan written as PATH or REV:PATH is. A file of that very name wins; a drive letter is no revision.

    Raises ToolMissing when there is no git, UserError when the current folder is in no repository; reading raises the rest.
    """
    named = None if _is_file(text) else _NAMED.fullmatch(text)
    if named is None:
        return Located(Path(text), reader.load)
    folder = Path.cwd()
    path = PurePosixPath(named["path"].replace(os.sep, "/"))
    if named["path"].startswith(("./", "../", f".{os.sep}", f"..{os.sep}")):
        path = git.place(folder, "--show-prefix") / path
    return Located(Path(posixpath.normpath(path)), _reading(folder, named["revision"]))


def _is_file(text: str) -> bool:
    return bool(_DRIVE.match(text)) or os.path.exists(text)  # noqa: PTH110 - answers for names too long as well


def _reading(folder: Path, revision: str) -> Reading:
    def read(path: Path) -> Document:
        with Blobs(folder) as blobs:
            return blobs.at(revision)(path)

    return read


def revisions(path: Path) -> tuple[Revision, ...]:
    """Return the commits that changed a file, newest first, under its earlier names too; a merge only where it decided itself.

    Raises ToolMissing when there is no git, UserError when the file is in no repository.
    """
    folder = path.absolute().parent
    git.place(folder, "--git-dir")
    listed = ("--follow", "-c", "--name-status", "-z", "--encoding=UTF-8", "--no-show-signature")
    told = git.answer(folder, "log", *listed, _FORMAT, "--", path.name)
    records = (record.split("\0") for record in told.split("\x1e")[1:])
    return tuple(revision for fields in records if (revision := _revision(fields)))


def _revision(fields: list[str]) -> Revision | None:
    """Return a commit, None for a merge that took the file as one side has it: git names no file then."""
    commit, date, author, subject, *names = fields
    named = [name for name in names if name.strip()]
    return Revision(commit, date, author, subject, Path(named[-1])) if named else None
