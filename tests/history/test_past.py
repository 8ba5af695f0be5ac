"""The past of a plan: each commit against what it came from, through renames, merges, gaps and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.history.past import Step, steps
from generator.history.repository import Blobs, revisions
from tests.compare.plans import PLAN, edited
from tests.history.sandbox import Sandbox, made

NAME = "计 划/2025.yaml"
NUMBER, TITLE, GOAL = ("1号", "2号"), ("title: 部门监管", "title: 行业监管"), ("制定清单。", "制定两份清单。")


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    sandbox = made(tmp_path, monkeypatch)
    _commit(sandbox, PLAN, "起草")
    return sandbox


def _commit(sandbox: Sandbox, text: str, subject: str, name: str = NAME) -> None:
    sandbox.write(name, text)
    sandbox.commit(subject)


def _steps(name: str = NAME) -> list[Step]:
    path = Path(name)
    with Blobs(path.absolute().parent) as blobs:
        return list(steps(revisions(path), blobs))


def _told(found: list[Step]) -> list[tuple[str, list[str]]]:
    """Return the subject of each commit with the things and fields it changed."""
    return [(step.revision.subject, [f"{change.kind} {change.id} {change.field}".strip() for change in step.changes]) for step in found]


def test_each_commit_is_told_against_the_one_before(sandbox: Sandbox) -> None:
    _commit(sandbox, edited(NUMBER), "换号")
    _commit(sandbox, edited(NUMBER, TITLE), "改题")

    assert _told(_steps()) == [("改题", ["changed sectors title"]), ("换号", ["changed  notice.number"]), ("起草", [])]


def test_the_first_has_nothing_before_it(sandbox: Sandbox) -> None:
    _commit(sandbox, f"# 说明\n{PLAN}", "加注")
    last, first = _steps()

    assert (first.old, first.changes) == (None, ())
    assert last.old is not None
    assert last.changes == ()


def test_a_rename_goes_on(sandbox: Sandbox) -> None:
    sandbox.git("mv", NAME, "云阳.yaml")
    _commit(sandbox, edited(TITLE), "改名又改题", "云阳.yaml")

    assert _told(_steps("云阳.yaml")) == [("改名又改题", ["changed sectors title"]), ("起草", [])]


def test_branches_are_told_each_for_itself_and_a_merge_only_for_what_it_decided(sandbox: Sandbox) -> None:
    sandbox.git("switch", "--quiet", "--create", "乙")
    _commit(sandbox, edited(TITLE), "乙改题")
    sandbox.git("switch", "--quiet", "main")
    _commit(sandbox, edited(NUMBER), "甲换号")
    sandbox.git("merge", "--quiet", "--no-commit", "乙")
    _commit(sandbox, edited(NUMBER, TITLE, GOAL), "合并时定目标")
    told = _told(_steps())

    assert told[0] == ("合并时定目标", ["changed lists goal"])
    assert sorted(told[1:]) == [("乙改题", ["changed sectors title"]), ("甲换号", ["changed  notice.number"]), ("起草", [])]


def test_a_state_that_cannot_be_read_is_passed_over_and_nothing_of_what_came_with_it_is_lost(sandbox: Sandbox) -> None:
    _commit(sandbox, f"{edited(TITLE)}<<<<<<< HEAD\n", "留了冲突")
    _commit(sandbox, edited(TITLE), "改好")
    fixed, broken, _ = _steps()

    assert broken.new is None
    assert _told([fixed]) == [("改好", ["changed sectors title"])]


def test_a_file_that_was_away_for_a_while_is_told_against_what_it_was(sandbox: Sandbox) -> None:
    sandbox.git("rm", "--quiet", NAME)
    sandbox.commit("删去")
    _commit(sandbox, edited(TITLE), "又写")
    back, away, _ = _steps()

    assert away.new is None
    assert _told([back]) == [("又写", ["changed sectors title"])]


def test_a_thing_is_asked_for_with_all_that_stands_in_it(sandbox: Sandbox) -> None:
    firms = "      - id: firms\n        title: 企业主体责任\n"
    moved = edited((firms, ""), ("points: [", "points: [{id: firms, title: 企业主体责任}, "), GOAL)
    _commit(sandbox, moved, "移走")
    step = _steps()[0]

    assert [change.id for change in step.of("duties")] == ["firms"]
    assert [change.id for change in step.of("split")] == ["lists"]
    assert step.of("tasks") == ()
    assert (step.names("firms"), step.names("没有")) == (True, False)
