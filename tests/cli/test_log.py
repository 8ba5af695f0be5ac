"""`hongtou log`: the history of a plan, or of one thing of it, in the words of the notice."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tests.compare.plans import PLAN, edited
from tests.history.sandbox import Sandbox, made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

NAME = "某 县/2025.yaml"
TITLE, GOAL = ("title: 部门监管", "title: 行业监管"), ("制定清单。", "制定两份清单。")


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Return a repository with a plan of three commits."""
    sandbox = made(tmp_path, monkeypatch)
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2025-03-13T10:00:00+08:00")
    for text, subject in ((PLAN, "起草"), (edited(TITLE), "改题"), (edited(TITLE, GOAL), "加码")):
        sandbox.write(NAME, text)
        sandbox.commit(subject)
    return sandbox


def _unnamed(out: str) -> str:
    """Return an output without the ids of its commits, which differ from run to run."""
    return re.sub(r"(?m)^(\S+) [0-9a-f]{7} ", r"\1 ", out)


@pytest.mark.usefixtures("sandbox")
def test_every_commit_is_told_newest_first_with_what_it_changed(hongtou: Callable[..., Outcome]) -> None:
    code, out, err = hongtou("log", NAME)

    assert (code, err) == (0, "")
    assert _unnamed(out) == (
        "2025-03-13 张三 加码\n"
        "    附件一第一张表第1项“领导责任”的目标：“制定清单。” → “制定两份清单。”\n"
        "2025-03-13 张三 改题\n"
        "    第一部分任务（二）“行业监管”的标题：“部门监管” → “行业监管”\n"
        "2025-03-13 张三 起草\n"
        "    计划从这一版开始\n"
    )


@pytest.mark.usefixtures("sandbox")
def test_of_one_thing_only_the_commits_that_changed_it_are_told(hongtou: Callable[..., Outcome]) -> None:
    assert _unnamed(hongtou("log", NAME, "sectors").out) == (
        "2025-03-13 张三 改题\n"
        "    第一部分任务（二）“行业监管”的标题：“部门监管” → “行业监管”\n"
        "2025-03-13 张三 起草\n"
        "    从这一版开始有第一部分任务（二）“部门监管”\n"
    )


def test_a_thing_that_is_gone_is_found_in_the_past(sandbox: Sandbox, hongtou: Callable[..., Outcome]) -> None:
    sandbox.write(NAME, edited(TITLE, GOAL, ("      - id: firms\n        title: 企业主体责任\n", "")))
    sandbox.commit("删去一项")
    out = _unnamed(hongtou("log", NAME, "firms").out)

    assert out.startswith("2025-03-13 张三 删去一项\n    删去第一部分任务（三）“企业主体责任”\n")


def test_commits_without_a_change_of_content_and_unreadable_ones_are_told_in_a_line(
    sandbox: Sandbox, hongtou: Callable[..., Outcome]
) -> None:
    for text, subject in ((f"# 说明\n{edited(TITLE, GOAL)}", "加注"), ("a: [", "弄坏"), (edited(TITLE, GOAL), "改好")):
        sandbox.write(NAME, text)
        sandbox.commit(subject)
    code, out, _ = hongtou("log", NAME)

    assert code == 0
    assert _unnamed(out).splitlines()[:6] == [
        "2025-03-13 张三 改好",
        "    计划的内容没有变",
        "2025-03-13 张三 弄坏",
        "    这一版没有这个文件，或不能按计划读出，没有比较",
        "2025-03-13 张三 加注",
        "    计划的内容没有变",
    ]


def test_many_changes_are_cut_unless_all_are_asked_for(sandbox: Sandbox, hongtou: Callable[..., Outcome]) -> None:
    points = ", ".join(f"{{id: p{number}, title: 第{number}条}}" for number in range(14))
    sandbox.write(NAME, edited(TITLE, GOAL, ("points: [", f"points: [{points}, ")))
    sandbox.commit("加十四条")
    cut, whole = (hongtou("log", NAME, *options).out.split("\n2025")[0].splitlines() for options in ((), ("--all",)))

    assert (len(cut), len(whole)) == (12, 15)
    assert cut[-1] == "    …另有 4 处（加 --all 全部列出）"


@pytest.mark.usefixtures("sandbox")
def test_an_id_that_never_was_is_told_with_the_one_most_like_it(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("log", NAME, "sector")

    assert (outcome.code, outcome.out) == (2, "")
    assert "历次提交里都没有标识“sector”，是不是“sectors”？" in outcome.err
    assert "建议：" in outcome.err


@pytest.mark.usefixtures("sandbox")
def test_a_file_without_a_past_is_exit_code_3(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("log", "没有.yaml")

    assert (outcome.code, outcome.out) == (3, "")
    assert "没有提交过" in outcome.err
    assert "git commit" in outcome.err


def test_outside_of_a_repository_is_exit_code_3(sandbox: Sandbox, hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("log", sandbox.home / "2025.yaml")

    assert outcome.code == 3
    assert "不在可用的 git 仓库里" in outcome.err
    assert "建议：" in outcome.err


def test_a_file_that_never_was_a_plan_has_a_log_all_the_same(sandbox: Sandbox, hongtou: Callable[..., Outcome]) -> None:
    sandbox.write("region.yaml", "name: 某县\n")
    sandbox.commit("地区")

    assert _unnamed(hongtou("log", "region.yaml").out) == "2025-03-13 张三 地区\n    这一版没有这个文件，或不能按计划读出，没有比较\n"


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize(("out_is_terminal", "shown"), [(False, "\r已读 1/3 次提交\r已读 2/3 次提交\r已读 3/3 次提交\n"), (True, "")])
def test_progress_is_shown_on_a_terminal_where_the_results_go_elsewhere(
    out_is_terminal: bool,  # noqa: FBT001 - a parameter of pytest's
    shown: str,
    hongtou: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    streams = {
        name: SimpleNamespace(isatty=lambda is_terminal=is_terminal: is_terminal)
        for name, is_terminal in (("stdout", out_is_terminal), ("stderr", True))
    }
    monkeypatch.setattr("generator.cli.log.sys", SimpleNamespace(**streams))

    assert hongtou("log", NAME).err == shown
