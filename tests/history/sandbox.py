"""A git repository of its own for a test, with a home folder of its own, so that no setting of this machine counts or changes."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PLAN = "plans/yunyang/2025.yaml"


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A repository at `top`, the current folder, and the home folder `home`."""

    top: Path
    home: Path

    def git(self, *arguments: str) -> str:
        """Return what git prints."""
        return subprocess.run(["git", *arguments], cwd=self.top, capture_output=True, check=True).stdout.decode()  # noqa: S607 - git of this machine

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file and return its path."""
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def commit(self, subject: str) -> str:
        """Commit everything and return the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", subject)
        return self.git("rev-parse", "HEAD").strip()

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text in a file."""
        text = (self.top / name).read_text(encoding="utf-8")

        assert old in text
        self.write(name, text.replace(old, new))

    def take_plans(self) -> str:
        """Bring in the plans of the project, commit them, and return the commit's id."""
        shutil.copytree(ROOT / "plans/yunyang", self.top / "plans/yunyang")
        return self.commit("两份材料")


def made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Return a new repository below a folder, with blanks and Chinese in its name, as the current folder."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_"))]:
        monkeypatch.delenv(name)
    sandbox = Sandbox(folder / "云阳 的 仓库", folder / "home 家")
    for path in (sandbox.top, sandbox.home):
        path.mkdir()
    for name, value in {"HOME": str(sandbox.home), "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat"}.items():
        monkeypatch.setenv(name, value)
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "张三")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "zhang@example.invalid")
    monkeypatch.chdir(sandbox.top)
    sandbox.git("init", "--quiet", "--initial-branch=main")
    return sandbox
