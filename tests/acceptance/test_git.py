"""With git itself: diff, log and show speak the notice's language, merges go by id, and nothing of it stays behind."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.history import driver
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


@pytest.fixture
def merging(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Return the repository with its attributes committed, so that every branch has them; lines are told whole."""
    monkeypatch.setenv("COLUMNS", "0")  # not deleted: pytest's readline sets it where only a new process sees it
    sandbox.commit("装上")
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


# --- merging ---------------------------------------------------------------------------------------------------------

OTHER_TASK = ("title: 强化企业单位主体责任", "title: 压实企业单位主体责任")


def _branches(sandbox: Sandbox, ours: tuple[str, str], theirs: tuple[str, str], name: str = PLAN) -> None:
    """Edit a file on main, and from the same start on the branch 征求意见; main is left checked out."""
    sandbox.git("switch", "--quiet", "--create", "征求意见")
    sandbox.replace(name, *theirs)
    sandbox.commit("对方改")
    sandbox.git("switch", "--quiet", "main")
    sandbox.replace(name, *ours)
    sandbox.commit("我方改")


def _try(sandbox: Sandbox, *arguments: str) -> tuple[int, str]:
    """Return the exit code of a git command and all that it says."""
    done = subprocess.run(["git", *arguments], cwd=sandbox.top, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)  # noqa: S607 - git of this machine
    return done.returncode, done.stdout.decode()


def _cell(sandbox: Sandbox) -> str:
    """Return the line of the table with the death rate, as it prints."""
    return next(line for line in _printed(sandbox).splitlines() if "| 百万人火灾亡人数 |" in line)


def _printed(sandbox: Sandbox) -> str:
    command = [sys.executable, "-P", "-c", "from generator.cli.main import main; main()", "git", "text", PLAN]
    return subprocess.run(command, cwd=sandbox.top, check=True, capture_output=True).stdout.decode()


@pytest.mark.parametrize("command", [["merge", "--no-edit"], ["rebase"], ["cherry-pick"]])
def test_edits_of_neighbouring_cells_merge_although_lines_would_not(command: list[str], merging: Sandbox) -> None:
    row = "            goal: 控制在2人以内\n            units: 县级各部门（单位），各乡镇（街道）"
    _branches(merging, (row, row.replace(OLD, NEW)), (row, row.replace("县级各部门（单位），", "")))
    code, said = _try(merging, *command, "征求意见")

    assert (code, "采用对方的 1 处改动" in said) == (0, True)
    assert _cell(merging) == f"4 | 百万人火灾亡人数 | {NEW} | 各乡镇（街道） |"
    assert merging.git("status", "--porcelain") == ""


def test_a_task_that_comes_in_and_one_that_is_edited_merge_with_the_numbers_counted_anew(merging: Sandbox) -> None:
    first = "      - id: leaders\n"
    _branches(merging, (first, f"      - id: drill\n        title: 组织演练\n{first}"), OTHER_TASK)

    assert _try(merging, "merge", "--no-edit", "征求意见")[0] == 0
    assert "（一）组织演练" in _printed(merging)
    assert "（四）压实企业单位主体责任。" in _printed(merging)


@pytest.mark.parametrize("command", [["merge", "--no-edit"], ["rebase"], ["cherry-pick"]])
def test_edits_of_one_cell_leave_a_decision_that_check_reports(command: list[str], merging: Sandbox) -> None:
    _branches(merging, (OLD, NEW), (OLD, "控制在1人以内"))
    code, said = _try(merging, *command, "征求意见")
    text = (merging.top / PLAN).read_text(encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-P", "-c", "from generator.cli.main import main; main()", "check", PLAN],
        cwd=merging.top,
        capture_output=True,
        check=False,
    )

    assert code == 1
    assert "待取舍：附件一第五张表第4项“百万人火灾亡人数”的目标：" in said
    assert merging.git("status", "--porcelain") == f"UU {PLAN}\n"
    assert "<<<<<<<" not in text
    assert "\ndecisions:\n  - id: fire_death_rate\n" in text
    assert "[open-decision]" in found.stdout.decode()


def test_a_plan_renamed_on_one_side_merges_under_its_new_name(merging: Sandbox) -> None:
    merging.git("switch", "--quiet", "--create", "征求意见")
    merging.git("mv", PLAN, "plans/yunyang/2025 征求意见稿.yaml")
    merging.replace("plans/yunyang/2025 征求意见稿.yaml", OLD, NEW)
    merging.commit("改名")
    merging.git("switch", "--quiet", "main")
    merging.replace(PLAN, *OTHER_TASK)
    merging.commit("我方改")
    code, said = _try(merging, "merge", "--no-edit", "征求意见")
    text = (merging.top / "plans/yunyang/2025 征求意见稿.yaml").read_text(encoding="utf-8")

    assert (code, "2025 征求意见稿.yaml：采用对方的 1 处改动。" in said) == (0, True)
    assert NEW in text
    assert OTHER_TASK[1] in text


def test_both_sides_that_add_a_plan_come_together(merging: Sandbox) -> None:
    text = (merging.top / PLAN).read_text(encoding="utf-8")
    name = "plans/yunyang/2026.yaml"
    for branch, goal in (("征求意见", NEW), ("main", OLD)):
        merging.git("switch", "--quiet", *(["--create"] if branch != "main" else []), branch)
        merging.write(name, text.replace(OLD, goal))
        merging.commit("新增")

    assert _try(merging, "merge", "--no-edit", "征求意见")[0] == 1
    assert (merging.top / name).read_text(encoding="utf-8").count("- id: fire_death_rate\n") == 2  # the line and its decision


REGION = "plans/yunyang/region.yaml"


def test_a_region_merges_as_text(merging: Sandbox) -> None:
    lines = (merging.top / REGION).read_text(encoding="utf-8").splitlines()
    _branches(merging, (lines[0], f"# 我方\n{lines[0]}"), (lines[-1], f"{lines[-1]}\n# 对方"), REGION)

    assert _try(merging, "merge", "--no-edit", "征求意见")[0] == 0
    assert (merging.top / REGION).read_text(encoding="utf-8").splitlines() == ["# 我方", *lines, "# 对方"]


def test_other_yaml_conflicts_as_text(merging: Sandbox) -> None:
    merging.write("别的 文件.yaml", "services:\n  web: 1\n")
    merging.commit("别的")
    _branches(merging, ("web: 1", "web: 2"), ("web: 1", "web: 3"), "别的 文件.yaml")
    code, _ = _try(merging, "merge", "--no-edit", "征求意见")

    assert code == 1
    assert (merging.top / "别的 文件.yaml").read_text(encoding="utf-8") == (
        "services:\n<<<<<<< ours\n  web: 2\n=======\n  web: 3\n>>>>>>> theirs\n"
    )


@pytest.mark.parametrize("starts", ["/没有/hongtou", "false", "sh -c 'test \"$1\" = --version || exit 3' sh"])
def test_a_program_that_is_gone_or_fails_leaves_the_merge_to_git(starts: str, merging: Sandbox) -> None:
    driver.install(driver.repository_places(merging.top), starts)
    _branches(merging, (OLD, NEW), (OLD, "控制在1人以内"))
    code, _ = _try(merging, "merge", "--no-edit", "征求意见")
    text = (merging.top / PLAN).read_text(encoding="utf-8")

    assert code == 1
    assert text.count("<<<<<<< ours\n") == 1
    assert all(goal in text for goal in (NEW, "控制在1人以内"))


def test_branches_that_merged_each_other_and_decided_differently_are_not_settled_for_one_side(merging: Sandbox) -> None:
    _branches(merging, (OLD, NEW), (OLD, "控制在1人以内"))
    for branch, other in (("main", "征求意见"), ("征求意见", "main~1")):
        merging.git("switch", "--quiet", branch)
        assert _try(merging, "merge", "--no-edit", other)[0] == 1
        text = (merging.top / PLAN).read_text(encoding="utf-8")
        merging.write(PLAN, text[: text.index("decisions:")])
        merging.commit("取舍")
    code, _ = _try(merging, "merge", "--no-edit", "main")
    text = (merging.top / PLAN).read_text(encoding="utf-8")

    assert code == 1
    assert all(goal in text for goal in (NEW, "控制在1人以内"))


def test_after_uninstall_git_merges_lines_again(merging: Sandbox) -> None:
    _hongtou(merging, "git", "uninstall")
    _branches(merging, (OLD, NEW), (OLD, "控制在1人以内"))

    assert _try(merging, "merge", "--no-edit", "征求意见")[0] == 1
    assert "<<<<<<< HEAD" in (merging.top / PLAN).read_text(encoding="utf-8")


def test_the_log_tells_what_each_side_did_and_what_the_merge_decided(merging: Sandbox) -> None:
    _branches(merging, (OLD, NEW), OTHER_TASK)
    merging.git("merge", "--quiet", "--no-edit", "征求意见")
    command = [sys.executable, "-P", "-c", "from generator.cli.main import main; main()", "log", PLAN]
    told = subprocess.run(command, cwd=merging.top, check=True, capture_output=True).stdout.decode().splitlines()

    assert [line for line in told if line.startswith("    ")] == [
        "    合并两边的改动，没有另外改动",
        f"    附件一第五张表第4项“百万人火灾亡人数”的目标：“{OLD}” → “{NEW}”",
        "    第一部分任务（三）“压实企业单位主体责任”的标题：“强化企业单位主体责任” → “压实企业单位主体责任”",
        "    计划从这一版开始",
    ]
