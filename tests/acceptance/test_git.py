"""With git itself: branches, diff, log and show speak the notice's language, and nothing of it stays behind."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.history.sandbox import PLAN, Sandbox, made

if TYPE_CHECKING:
    from pathlib import Path

KEYS = re.compile(r"^[-+ ]\s*(?:- )?\{?[a-z_]+:", re.MULTILINE)
"""A line of a diff that shows a key of YAML."""

OLD, NEW = "控制在2人以内", "控制在3人以内"


def _hongtou(sandbox: Sandbox, *arguments: str) -> None:
    """Run the command as a program of its own."""
    subprocess.run([sys.executable, "-P", "-c", "from generator.cli.main import main; main()", *arguments], cwd=sandbox.top, check=True)


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Return a repository with the plans in it and hongtou installed."""
    sandbox = made(tmp_path, monkeypatch)
    sandbox.take_plans()
    _hongtou(sandbox, "git", "install")
    return sandbox


def _changes(diff: str) -> list[str]:
    """Return the lines of a diff that were taken out or put in."""
    return [line for line in diff.splitlines() if line[:1] in {"+", "-"} and not line.startswith(("+++", "---"))]


def test_a_diff_shows_the_line_of_the_table_with_its_number(sandbox: Sandbox) -> None:
    sandbox.replace(PLAN, OLD, NEW)
    diff = sandbox.git("diff")
    old, new = _changes(diff)

    assert old == f"-4 | 百万人火灾亡人数 | {OLD} | 县级各部门（单位），各乡镇（街道） |"
    assert new == f"+4 | 百万人火灾亡人数 | {NEW} | 县级各部门（单位），各乡镇（街道） |"
    assert KEYS.search(diff) is None


def test_a_diff_shows_the_task_with_its_number_below_its_section(sandbox: Sandbox) -> None:
    sandbox.replace(PLAN, "title: 强化企业单位主体责任", "title: 压实企业单位主体责任")
    diff = sandbox.git("diff", "--unified=0")

    assert [line[:16] for line in _changes(diff)[:2]] == ["-（三）强化企业单位主体责任。企", "+（三）压实企业单位主体责任。企"]
    assert "@@ 一、建立健全安全责任体系，提升综合统筹能力" in diff
    assert KEYS.search(diff) is None


def test_a_change_of_what_is_not_printed_shows_too(sandbox: Sandbox) -> None:
    sandbox.replace(PLAN, "status: sample", "status: draft")

    assert "+状态：草稿" in _changes(sandbox.git("diff"))


@pytest.mark.parametrize("command", [["log", "-p"], ["show"], ["log", "--patch", "main..征求意见"], ["diff", "main", "征求意见"]])
def test_history_and_branches_show_no_yaml(command: list[str], sandbox: Sandbox) -> None:
    sandbox.commit("装上")
    sandbox.git("switch", "--quiet", "--create", "征求意见")
    sandbox.replace(PLAN, OLD, NEW)
    sandbox.commit("放宽亡人目标")
    told = sandbox.git(*command, "--", PLAN)

    assert f"+4 | 百万人火灾亡人数 | {NEW} | 县级各部门（单位），各乡镇（街道） |" in told.splitlines()
    assert KEYS.search(told) is None


def test_the_first_commit_of_a_plan_is_shown_whole(sandbox: Sandbox) -> None:
    told = sandbox.git("show", "HEAD", "--", PLAN)

    assert "+一、建立健全安全责任体系，提升综合统筹能力" in told.splitlines()
    assert KEYS.search(told) is None


@pytest.mark.parametrize("name", ["稿 子/云阳 2025.docx", "稿.docx"])
def test_a_word_file_is_shown_as_its_text(name: str, sandbox: Sandbox) -> None:
    (sandbox.top / name).parent.mkdir(exist_ok=True)
    _built(sandbox, name)
    sandbox.commit("稿子")
    sandbox.replace(PLAN, OLD, NEW)
    _built(sandbox, name)
    lines = [f"{sign}4 | 百万人火灾亡人数 | {goal} | 县级各部门（单位），各乡镇（街道） |" for sign, goal in (("-", OLD), ("+", NEW))]

    assert _changes(sandbox.git("diff", "--", name)) == lines


def _built(sandbox: Sandbox, name: str) -> None:
    """Build the plan's Word file under a name."""
    _hongtou(sandbox, "build", PLAN, "--out", "out")
    (sandbox.top / "out/yunyang-2025.notice.docx").replace(sandbox.top / name)
    (sandbox.top / "out").rmdir()


def test_a_region_and_other_yaml_are_shown_as_they_are(sandbox: Sandbox) -> None:
    sandbox.write("别的 文件.yaml", "services:\n  web: 1\n")
    sandbox.commit("别的")
    sandbox.write("别的 文件.yaml", "services:\n  web: 2\n")
    sandbox.replace("plans/yunyang/region.yaml", "云阳县人民政府文件", "云阳县人民政府办公室文件")
    changes = _changes(sandbox.git("diff"))

    assert changes == ["-  mark: 云阳县人民政府文件", "+  mark: 云阳县人民政府办公室文件", "-  web: 1", "+  web: 2"]


def test_a_plan_with_conflicts_or_slips_does_not_stop_git(sandbox: Sandbox) -> None:
    sandbox.replace(PLAN, "year: 2025", "year: 2025\n<<<<<<< HEAD")

    assert "+<<<<<<< HEAD" in _changes(sandbox.git("diff"))


def test_after_uninstall_git_shows_yaml_again(sandbox: Sandbox) -> None:
    _hongtou(sandbox, "git", "uninstall")
    sandbox.replace(PLAN, OLD, NEW)

    assert not (sandbox.top / ".gitattributes").exists()
    assert f"goal: {NEW}" in sandbox.git("diff")


def test_installed_for_every_repository_it_works_in_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = made(tmp_path, monkeypatch)
    sandbox.take_plans()
    _hongtou(sandbox, "git", "install", "--global")
    sandbox.replace(PLAN, OLD, NEW)

    assert len(_changes(sandbox.git("diff"))) == 2
    assert sandbox.git("status", "--porcelain") == f" M {PLAN}\n"
    _hongtou(sandbox, "git", "uninstall", "--global")
    assert list(sandbox.home.iterdir()) == []
