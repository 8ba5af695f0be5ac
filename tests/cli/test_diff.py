"""`hongtou diff`: two files or revisions, for people on any terminal and for programs, and what it refuses."""

from __future__ import annotations

import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli import output
from tests.compare.plans import PLAN, edited
from tests.conftest import ROOT
from tests.history.sandbox import made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PAIR = ROOT / "tests/compare/diff"
GOLDEN = ROOT / "tests/golden"
FENGJIE = ROOT / "plans/fengjie/2025.yaml"
MARKS = ("［删：", "［增：")
COLOUR = "\x1b["


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, with a plan and the next year's, which differ in every way."""
    shutil.copytree(PAIR, tmp_path / "pair")
    monkeypatch.chdir(tmp_path / "pair")
    return tmp_path / "pair"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the output be a terminal that shows colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)


# --- what is printed -------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize(("form", "name"), [("text", "diff.txt"), ("json", "diff.json")])
def test_every_kind_of_change_is_told(form: str, name: str, hongtou: Callable[..., Outcome], golden: Callable[[Path, str], None]) -> None:
    outcome = hongtou("diff", "2025.yaml", "2026.yaml", "--to", form)

    assert (outcome.code, outcome.err) == (1, "")
    golden(GOLDEN / name, outcome.out)


def test_a_plan_does_not_differ_from_itself(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("diff", FENGJIE, FENGJIE)

    assert outcome.code == 0
    assert outcome.out.endswith("\n\n两份计划没有差别。\n")


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize("width", [20, 40, 100])
def test_no_line_is_wider_than_the_terminal(width: int, hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = hongtou("diff", "2025.yaml", "2026.yaml").out.splitlines()

    assert len(lines) > 50
    assert [line for line in lines if output.columns(line) > max(width, 30)] == []


@pytest.mark.usefixtures("pair", "terminal")
@pytest.mark.parametrize("width", [40, 100])
def test_a_terminal_shows_colours_in_place_of_marks(width: int, hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = hongtou("diff", "2025.yaml", "2026.yaml").out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)

    assert COLOUR in shown
    assert not any(mark in shown for mark in MARKS)
    assert max(map(output.columns, plain.splitlines())) <= width
    assert "".join(plain.split()) == "".join("".join(_unmarked(GOLDEN / "diff.txt")).split())


def _unmarked(path: Path) -> str:
    return re.sub("［[删增]：([^］]*)］", r"\1", path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("pair", "terminal")
def test_no_color_is_respected_on_a_terminal(hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shown = hongtou("diff", "2025.yaml", "2026.yaml").out

    assert COLOUR not in shown
    assert all(mark in shown for mark in MARKS)


@pytest.mark.usefixtures("pair")
def test_what_is_no_terminal_gets_no_colours(hongtou: Callable[..., Outcome]) -> None:
    assert COLOUR not in hongtou("diff", "2025.yaml", "2026.yaml").out


@pytest.mark.usefixtures("terminal")
def test_the_result_goes_to_a_file_whole_and_without_colours(
    pair: Path, hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    outcome = hongtou("diff", "2025.yaml", "2026.yaml", "--out", "改动.txt")

    assert (outcome.code, outcome.out) == (1, "改动.txt\n")
    assert (pair / "改动.txt").read_bytes() == (GOLDEN / "diff.txt").read_bytes()


# --- revisions -------------------------------------------------------------------------------------------------------


def test_a_plan_is_compared_with_itself_at_a_revision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hongtou: Callable[..., Outcome]
) -> None:
    sandbox = made(tmp_path, monkeypatch)
    sandbox.take_plans()
    sandbox.replace("plans/yunyang/2025.yaml", "同比下降10%", "同比下降5%")
    outcome = hongtou("diff", "HEAD:plans/yunyang/2025.yaml", "plans/yunyang/2025.yaml")

    assert outcome.code == 1
    assert "目标：放宽2处。" in outcome.out
    assert "    HEAD:plans/yunyang/2025.yaml:198 → plans/yunyang/2025.yaml:198\n" in outcome.out


def test_an_unknown_revision_is_refused_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hongtou: Callable[..., Outcome]
) -> None:
    sandbox = made(tmp_path, monkeypatch)
    sandbox.take_plans()
    outcome = hongtou("diff", "never:plans/yunyang/2025.yaml", "plans/yunyang/2025.yaml")

    assert (outcome.code, outcome.out) == (3, "")
    assert "建议：" in outcome.err


# --- pairs -----------------------------------------------------------------------------------------------------------


def test_the_pairs_are_shown_corrected_and_taken(pair: Path, hongtou: Callable[..., Outcome]) -> None:
    shown = hongtou("diff", "2025.yaml", "2026.yaml", "--show-pairs")
    table = pair / "pairs.yaml"
    table.write_text(shown.out.replace("new: exercises", "new: none"), encoding="utf-8")
    outcome = hongtou("diff", "2025.yaml", "2026.yaml", "--pairs", table)

    assert shown.code == 0
    assert "  - {old: drills, new: exercises, confidence: " in shown.out
    assert "任务：新增4项，删除4项，修改3项，移动1项。" in outcome.out
    assert "按文字相似" not in outcome.out


def test_a_wrong_pair_is_refused_with_its_line(pair: Path, hongtou: Callable[..., Outcome]) -> None:
    (pair / "pairs.yaml").write_text("pairs:\n  - {old: drills, new: nobody}\n", encoding="utf-8")
    outcome = hongtou("diff", "2025.yaml", "2026.yaml", "--pairs", "pairs.yaml")

    assert outcome.code == 3
    assert "第 2 行" in outcome.err
    assert "建议：" in outcome.err


@pytest.mark.parametrize(
    ("old", "new"), [("task: leaders", "task: nobody"), ("{id: lists,", "{id: lists, join: [goal],")], ids=["dead", "join"]
)
def test_a_plan_that_the_rules_stop_is_compared_as_it_stands(old: str, new: str, hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    one, other = tmp_path / "旧.yaml", tmp_path / "新.yaml"
    one.write_text(PLAN, encoding="utf-8")
    other.write_text(edited((old, new)), encoding="utf-8")
    outcome = hongtou("diff", one, other)

    assert (outcome.code, outcome.err) == (1, "")
    assert "修改1项" in outcome.out


def test_another_id_is_a_difference(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    one, other = tmp_path / "旧.yaml", tmp_path / "新.yaml"
    one.write_text(PLAN, encoding="utf-8")
    other.write_text(edited(("id: firms", "id: qiye")), encoding="utf-8")
    outcome = hongtou("diff", one, other)

    assert outcome.code == 1
    assert "标识：改变1项（firms→qiye），其余没有差别。" in outcome.out


# --- refusals --------------------------------------------------------------------------------------------------------


def test_a_plan_with_errors_is_refused_with_them_and_a_remedy(pair: Path, hongtou: Callable[..., Outcome]) -> None:
    new = pair / "2026.yaml"
    new.write_text(new.read_text(encoding="utf-8").replace("status: draft", "status: drafft"), encoding="utf-8")
    outcome = hongtou("diff", "2025.yaml", "2026.yaml")

    assert (outcome.code, outcome.out) == (1, "")
    assert "2026.yaml:4:9: 错误" in outcome.err
    assert "未完成：2026.yaml 有错误，无法比较\n  建议：" in outcome.err


def test_an_id_that_stands_twice_is_refused_with_its_line(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    one, other = tmp_path / "旧.yaml", tmp_path / "新.yaml"
    one.write_text(PLAN, encoding="utf-8")
    other.write_text(edited(("id: firms", "id: leaders")), encoding="utf-8")
    outcome = hongtou("diff", one, other)

    assert (outcome.code, outcome.out) == (1, "")
    assert "[duplicate-id]" in outcome.err
    assert "新.yaml 有错误，无法比较" in outcome.err


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("2025.yaml", "2027.yaml"), 3, "2027.yaml"),
        (("2025.yaml", "region.yaml"), 1, "region.yaml 是地区文件"),
        (("2025.yaml", "2026.yaml", "--to", "html"), 2, "text、json"),
        (("2025.yaml", "2026.yaml", "--pairs", "none.yaml"), 3, "none.yaml"),
        (("2025.yaml", "2026.yaml", "--out", "2026.yaml"), 2, "2026.yaml"),
        (("2025.yaml",), 2, "缺少参数"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_remedy(
    arguments: tuple[str, ...], code: int, said: str, hongtou: Callable[..., Outcome]
) -> None:
    outcome = hongtou("diff", *arguments)

    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert "建议：" in outcome.err
