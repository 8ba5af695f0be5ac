"""The built wheel stands on its own: installed in a fresh environment outside the checkout it runs the main job."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.test_cases import with_lengths

if TYPE_CHECKING:
    from pathlib import Path


def _run(*command: str | Path, cwd: Path) -> str:
    return subprocess.run([str(part) for part in command], cwd=cwd, check=True, capture_output=True, text=True).stdout


def test_the_wheel_runs_the_main_job_outside_the_checkout(tmp_path: Path) -> None:
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("hongtou-*.whl")
    _run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    _run(tmp_path / "env/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    shutil.copytree(ROOT / "plans/yunyang", tmp_path / "plans/yunyang")

    printed = _run(tmp_path / "env/bin/hongtou", "build", "plans/yunyang/2025.yaml", cwd=tmp_path)

    assert printed == "out/yunyang-2025.notice.docx\n"
    assert (tmp_path / "out/yunyang-2025.notice.docx").stat().st_size > 10_000
    _run(tmp_path / "env/bin/hongtou", "build", "plans/yunyang/2025.yaml", "--to", "txt", cwd=tmp_path)
    expected = (ROOT / "tests/golden/yunyang-2025.notice.txt").read_text(encoding="utf-8")
    assert expected == with_lengths((tmp_path / "out/yunyang-2025.notice.txt").read_text(encoding="utf-8"))
    script = (
        "from generator.project import built_in; print(*(path for name in ('styles', 'templates') for path in built_in(name).rglob('*.*')))"
    )
    inside = _run(tmp_path / "env/bin/python", "-c", script, cwd=tmp_path)
    assert "generator/builtin/styles/gbt9704.yaml" in inside
    assert all(f"generator/builtin/templates/notice/notice.{suffix}" in inside for suffix in ("txt", "docx", "typ"))
