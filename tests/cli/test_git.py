"""`hongtou git`: what it writes it names, what it leaves alone it says, and the text for git is stable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.history.sandbox import Sandbox, made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

YUNYANG = ROOT / "plans/yunyang/2025.yaml"
FENGJIE = ROOT / "plans/fengjie/2025.yaml"


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    return made(tmp_path, monkeypatch)


def test_install_and_uninstall_name_the_files_they_change(sandbox: Sandbox, hongtou: Callable[..., Outcome]) -> None:
    attributes, settings = sandbox.top / ".gitattributes", sandbox.top / ".git/config"

    assert hongtou("git", "install") == (0, f"{settings}\n{attributes}\n", "")
    assert hongtou("git", "install") == (0, "", "已经装好，没有要改的。\n")
    assert hongtou("git", "uninstall") == (0, f"{attributes}\n{settings}\n", "")
    assert hongtou("git", "uninstall") == (0, "", "没有装过，没有要去掉的。\n")


def test_the_global_ones_are_the_users(sandbox: Sandbox, hongtou: Callable[..., Outcome]) -> None:
    attributes, settings = sandbox.home / ".config/git/attributes", sandbox.home / ".gitconfig"

    assert hongtou("git", "install", "--global") == (0, f"{settings}\n{attributes}\n", "")
    assert not (sandbox.top / ".gitattributes").exists()
    assert hongtou("git", "uninstall", "--global") == (0, f"{attributes}\n{settings}\n", "")
    assert list(sandbox.home.iterdir()) == []


def test_lines_changed_by_hand_are_told_with_exit_code_1(sandbox: Sandbox, hongtou: Callable[..., Outcome]) -> None:
    hongtou("git", "install")
    sandbox.replace(".gitattributes", "*.yaml", "plans/*.yaml")
    outcome = hongtou("git", "uninstall")

    assert outcome.code == 1
    assert outcome.out == f"{sandbox.top / '.git/config'}\n"
    assert ".gitattributes" in outcome.err
    assert "建议：" in outcome.err


def test_no_repository_is_exit_code_3(sandbox: Sandbox, hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sandbox.home)

    assert [hongtou("git", verb).code for verb in ("install", "uninstall")] == [3, 3]


def test_no_git_is_exit_code_3(sandbox: Sandbox, hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sandbox.top)
    monkeypatch.setenv("PATH", "")
    outcome = hongtou("git", "install", "--global")

    assert outcome.code == 3
    assert "本机没有 git" in outcome.err
    assert "建议：" in outcome.err


def test_help_names_the_two_commands_of_an_officer(hongtou: Callable[..., Outcome]) -> None:
    out = hongtou("git", "--help").out

    assert "install" in out
    assert "uninstall" in out
    assert "  text" not in out


def test_a_plan_is_shown_alone_with_printed_numbers(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    alone = tmp_path / "git 的副本"
    alone.write_bytes(YUNYANG.read_bytes())
    code, out, err = hongtou("git", "text", alone)
    lines = out.splitlines()

    assert (code, err) == (0, "")
    assert "云阳府发〔2025〕1号" in lines
    assert "一、建立健全安全责任体系，提升综合统筹能力" in lines
    assert any(line.startswith("（一）强化党政领导干部责任。") for line in lines)
    assert any(line.startswith("2 | 火灾起数 | 同比下降10% | ") for line in lines)
    assert not any(key in out for key in ("id:", "title:", "text:", "- "))
    assert str(tmp_path) not in out


def test_a_plan_without_a_notice_is_shown_all_the_same(hongtou: Callable[..., Outcome]) -> None:
    lines = hongtou("git", "text", FENGJIE).out.splitlines()

    assert lines[:2] == ["奉节县2025年安全生产、", "防灾减灾救灾和消防工作要点"]
    assert "（一）强化党政领导干部责任" in lines


def test_the_same_plan_is_shown_the_same_wherever_it_lies(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    copy = tmp_path / "x"
    copy.write_bytes(YUNYANG.read_bytes())

    assert hongtou("git", "text", copy) == hongtou("git", "text", YUNYANG)


def test_a_file_that_is_no_plan_comes_out_to_the_byte(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_bytes("a: [\r\n# 说明\n".encode())

    assert hongtou("git", "text", other) == (0, "a: [\r\n# 说明\n", "")


def test_a_file_that_is_not_there_is_exit_code_3(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou("git", "text", tmp_path / "没有")

    assert outcome.code == 3
    assert "找不到文件" in outcome.err
