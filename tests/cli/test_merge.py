"""`hongtou merge`: OURS gets the result, the officer is told in Chinese what came and what is left, the exit code says whether any is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compare.plans import PLAN, edited

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

LEFT = "；定下写法后从 decisions 里删去这一条，删完之前 hongtou check 会一直提示。"


@pytest.fixture
def merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hongtou: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Return a function that merges three texts as files of the current folder."""
    monkeypatch.chdir(tmp_path)

    def run(*texts: str, options: tuple[str, ...] = ()) -> Outcome:
        names = ("原稿.yaml", "我 方.yaml", "对方.yaml")
        for name, text in zip(names, texts, strict=True):
            (tmp_path / name).write_text(text, encoding="utf-8")
        return hongtou("merge", *options, *names)

    return run


def test_what_comes_together_is_counted_with_exit_code_0(merge: Callable[..., Outcome], tmp_path: Path) -> None:
    theirs = edited(("title: 部门监管", "title: 行业监管"), ("goal: 2025年目标", "goal: 目标"))

    assert merge(PLAN, edited(("1号", "2号")), theirs) == (0, "", "我 方.yaml：采用对方的 2 处改动。\n")
    assert (tmp_path / "我 方.yaml").read_text(encoding="utf-8") == edited(("1号", "2号"), of=theirs)


def test_a_decision_is_told_with_its_place_and_both_sides_with_exit_code_1(merge: Callable[..., Outcome]) -> None:
    code, out, err = merge(PLAN, edited(("县公安局", "县交通局")), edited(("县公安局", "县公安局、县交通局")))

    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "待取舍：附件一第一张表第2项“道路交通”的责任单位：我方“县交通局”，对方“县公安局、县交通局”",
        f"我 方.yaml：没有要从对方采用的改动，待取舍 1 处{LEFT}",
    ]


def test_it_is_open_until_the_officer_takes_it_out(merge: Callable[..., Outcome], hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    ours, theirs = edited(("title: 部门监管", "title: 甲")), edited(("title: 部门监管", "title: 乙"))
    merge(PLAN, ours, theirs)
    path = tmp_path / "我 方.yaml"
    merged = path.read_text(encoding="utf-8")

    assert hongtou("check", path).out.count("[open-decision]") == 1
    assert merge(PLAN, merged, theirs).code == 1
    path.write_text(merged[: merged.index("decisions:")], encoding="utf-8")
    assert "open-decision" not in hongtou("check", path).out


def test_the_name_that_git_gives_is_told(merge: Callable[..., Outcome]) -> None:
    assert merge(PLAN, PLAN, PLAN, options=("--name", "plans/云阳/2025.yaml")).err == "plans/云阳/2025.yaml：没有要从对方采用的改动。\n"


def test_a_comment_that_could_not_come_along_is_told(merge: Callable[..., Outcome]) -> None:
    outcome = merge(PLAN, edited(("title: 部门监管", "title: 甲")), edited(("units: 县应急局", "units: 县应急管理局  # 待核")))

    assert outcome.code == 0
    assert outcome.err.startswith("对方的注释没有合进来，请自行补上：# 待核\n")


def test_a_comment_of_ours_that_went_with_what_they_removed_is_told(merge: Callable[..., Outcome]) -> None:
    removed = edited(("      - id: firms\n        title: 企业主体责任\n", ""))
    outcome = merge(PLAN, edited(("title: 企业主体责任", "title: 企业主体责任  #务必保留")), removed)

    assert outcome == (0, "", "我方的注释没有留住，请自行补上：#务必保留\n我 方.yaml：采用对方的 1 处改动。\n")


def test_what_is_no_plan_is_merged_as_text(merge: Callable[..., Outcome]) -> None:
    clean, marked = merge("a: 1\n", "a: 1\n", "a: 2\n"), merge("a: 1\n", "a: 3\n", "a: 2\n")

    assert clean == (0, "", "我 方.yaml：按文字合并（三份都不是计划，或者有错），没有冲突。\n")
    assert marked == (1, "", "我 方.yaml：按文字合并（三份都不是计划，或者有错），有 1 处冲突，请在文件中改定。\n")


def test_a_plan_merged_as_text_is_to_be_looked_at(merge: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.history.three_way._by_id", lambda *_: 1 / 0)
    outcome = merge(PLAN, PLAN, edited(("1号", "2号")))

    assert outcome.code == 1
    assert "ZeroDivisionError" in outcome.err
    assert "请核对全文" in outcome.err


def test_what_stops_the_merged_plan_and_stopped_neither_side_is_told_with_exit_code_1(merge: Callable[..., Outcome]) -> None:
    removed = edited(("      - id: firms\n        title: 企业主体责任\n", ""))
    named = edited(("          - {id: roads, name: 道路交通", "          - {id: roads, task: firms"))
    outcome = merge(PLAN, removed, named)

    assert outcome.code == 1
    assert "合并出来的错误：" in outcome.err
    assert "firms" in outcome.err
    assert "两边原来都没有，请改正" in outcome.err


def test_an_error_that_a_side_had_before_stops_no_merge(merge: Callable[..., Outcome]) -> None:
    dead = edited(("task: leaders", "task: nobody"))

    assert merge(dead, edited(("1号", "2号"), of=dead), edited(("title: 部门监管", "title: 甲"), of=dead)).code == 0


def test_a_broken_file_is_named_with_its_line_and_exit_code_1(merge: Callable[..., Outcome]) -> None:
    code, _, err = merge(PLAN, PLAN, edited(("id: firms", "id: leaders"), ("year: 2025\n", "year: [2025\n")))

    assert code == 1
    assert "按文字合并（对方的文件第 " in err
    assert "合并后的文件第 " in err


def test_what_is_no_text_is_not_merged_and_told(merge: Callable[..., Outcome]) -> None:
    outcome = merge("\0a", "\0b", "\0c")

    assert outcome == (1, "", "我 方.yaml：没有合并（不是文字文件），仍是我方的内容；要用对方的，请整个换上。\n")


def test_a_read_only_file_is_exit_code_3_and_stays(merge: Callable[..., Outcome], hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    merge(PLAN, PLAN, PLAN)
    (tmp_path / "对方.yaml").write_text(edited(("1号", "2号")), encoding="utf-8")
    (tmp_path / "我 方.yaml").chmod(0o444)
    outcome = hongtou("merge", "原稿.yaml", "我 方.yaml", "对方.yaml")

    assert outcome.code == 3
    assert "只读" in outcome.err
    assert (tmp_path / "我 方.yaml").read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_missing_file_is_exit_code_3(missing: int, hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    path = tmp_path / "有.yaml"
    path.write_text(PLAN, encoding="utf-8")
    files = [path, path, path]
    files[missing] = tmp_path / "没有.yaml"
    outcome = hongtou("merge", *files)

    assert outcome.code == 3
    assert "找不到文件" in outcome.err


def test_two_files_are_wrong_usage(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("merge", "a", "b")

    assert outcome.code == 2
    assert "缺少参数 对方" in outcome.err


def test_text_without_git_is_exit_code_3(merge: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    outcome = merge("a: 1\n", "a: 1\n", "a: 2\n")

    assert outcome.code == 3
    assert "本机没有 git" in outcome.err
