"""The command group: light to start, Chinese in its help and refusals, exit codes as agreed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.cli.main import COMMANDS
from generator.version import __version__
from tests.conftest import ROOT, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAVY = {"lxml", "docx", "docxtpl", "cerberus", "yaml", "jinja2", "rapidfuzz", "typst", "fontTools"}


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(argument: str) -> None:
    script = f"import sys\nfrom generator.cli.main import main\ntry: main(['{argument}'])\nexcept SystemExit: print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    loaded = {name.split(".")[0] for name in out.splitlines()[-1].split()}

    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_help_names_every_command_in_chinese(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("--help")

    assert outcome.code == 0
    assert all(name in outcome.out and words in outcome.out for name, words in COMMANDS.items())
    assert "Usage" not in outcome.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_without_an_english_word(name: str, hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou(name, "--help")

    assert outcome.code == 0
    assert outcome.out.startswith(f"用法：hongtou {name}")
    assert not any(word in outcome.out for word in ("Usage", "Options", "Show this", "required"))


def test_version_is_the_programs(hongtou: Callable[..., Outcome]) -> None:
    assert hongtou("--version") == (0, f"hongtou {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bulid", "x"], "没有命令“bulid”"),
        (["check"], "缺少参数 计划…"),
        (["check", "--formt", "json", "x"], "没有选项 --formt"),
        (["check", "--format", "xml", "x"], "可以写：text、json"),
        (["show", "a.yaml", "b.yaml"], "多出了参数 b.yaml"),
        (["build", "x.yaml", "--to"], "选项 --to 后面要写内容"),
        (["build", "x.yaml", "--to", "notice.wps"], "notice.txt"),
        (["build", "x.yaml", "--to", ","], "notice.txt"),
        (["schema", "variant"], "可以写：plan、region"),
    ],
)
def test_wrong_usage_is_told_in_chinese_with_exit_code_2(arguments: list[str], said: str, hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou(*arguments)

    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert "建议：" in outcome.err


@pytest.mark.parametrize("command", ["check", "show", "build"])
def test_a_missing_file_is_exit_code_3(command: str, hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou(command, tmp_path / "没有.yaml")

    assert outcome.code == 3
    assert "找不到文件" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_folder_is_no_plan(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou("check", tmp_path)

    assert outcome.code == 3
    assert "这是文件夹" in outcome.err


def test_a_defect_of_the_program_is_owned_up_to(hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workflow.load", lambda _: 1 / 0)
    outcome = hongtou("check", "x.yaml")

    assert outcome.code == 3
    assert "程序的缺陷" in outcome.err
    assert "ZeroDivisionError" in outcome.err
