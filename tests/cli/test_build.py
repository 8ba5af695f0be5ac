"""`hongtou build`: names, refusals, several plans at once."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.render.word.package import unpack
from tests.conftest import ROOT, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAIN = "from generator.cli.main import main; main()"
YUNYANG = ROOT / "plans/yunyang/2025.yaml"
PLAN = "format: 1\nyear: 2025\nstatus: {status}\ntitle: 某县2025年工作要点\nnotice: {notice}\npreamble: 导语。\n"
WHOLE = "{title: 关于印发要点的通知, number: 某府发〔2025〕1号, recipients: 各乡镇, signature: 某县人民政府, date: 2025-03-13}"


def _plan(folder: Path, *, status: str = "draft", notice: str = "{recipients: 各乡镇}") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "2025.yaml"
    path.write_text(PLAN.format(status=status, notice=notice), encoding="utf-8")
    return path


def test_files_are_named_after_folder_and_plan_and_put_into_out(
    hongtou: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = hongtou("build", YUNYANG)

    assert (outcome.code, outcome.out) == (0, "out/yunyang-2025.notice.docx\n")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["yunyang-2025.notice.docx"]


def test_the_same_plan_gives_the_same_bytes(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    for name in ("a", "b"):
        hongtou("build", YUNYANG, "--to", "docx,pdf,txt", "--out", tmp_path / name)

    first, second = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("a", "b"))
    assert len(first) == 3
    assert first == second


def test_its_own_output_is_replaced(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "yunyang-2025.notice.txt").write_text("旧稿", encoding="utf-8")
    outcome = hongtou("build", YUNYANG, "--to", "txt", "--out", tmp_path)

    assert outcome.code == 0
    assert "云阳府发" in (tmp_path / "yunyang-2025.notice.txt").read_text(encoding="utf-8")


def test_an_output_made_read_only_is_kept_unless_forced(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    target = tmp_path / "yunyang-2025.notice.txt"
    target.write_text("已定稿", encoding="utf-8")
    target.chmod(0o444)

    refused = hongtou("build", YUNYANG, "--to", "txt", "--out", tmp_path)
    assert (refused.code, target.read_text(encoding="utf-8")) == (3, "已定稿")
    assert "--force" in refused.err

    assert hongtou("build", YUNYANG, "--to", "txt", "--out", tmp_path, "--force").code == 0
    assert "云阳府发" in target.read_text(encoding="utf-8")


def test_two_plans_that_would_write_one_file_are_refused_before_anything_is_written(
    hongtou: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "y").mkdir()
    plans = [_plan(tmp_path / "x" / "a"), _plan(tmp_path / "y" / "a")]
    outcome = hongtou("build", *plans, "--out", tmp_path / "out")

    assert outcome.code == 2
    assert "写成同一个文件" in outcome.err
    assert not (tmp_path / "out").exists()


def test_one_plan_named_twice_is_built_once(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou("build", YUNYANG, YUNYANG, "--out", tmp_path)

    assert (outcome.code, outcome.out.count("\n")) == (0, 1)


def test_a_plan_that_fails_does_not_stop_the_others(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    bad = _plan(tmp_path / "bad")
    bad.write_text("year: 2025\n", encoding="utf-8")
    outcome = hongtou("build", bad, tmp_path / "none.yaml", YUNYANG, "--out", tmp_path / "out")

    assert outcome.code == 3
    assert outcome.out.endswith("yunyang-2025.notice.docx\n")
    assert "缺少“title”" in outcome.err


def test_a_plan_without_a_notice_builds_no_notice(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou("build", ROOT / "plans/fengjie/2025.yaml", "--to", "txt", "--out", tmp_path)

    assert outcome.code == 1
    assert "没有 notice" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_warnings_are_mentioned_but_stop_no_draft(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou("build", _plan(tmp_path / "a", notice="{title: 通知}"), "--out", tmp_path / "out")

    assert outcome.code == 0
    assert "1 处警告" in outcome.err


@pytest.mark.parametrize(
    ("status", "notice", "code", "said"),
    [
        ("sample", WHOLE, 1, "示范文本只供参考"),
        ("draft", WHOLE, 1, "还不是定稿"),
        ("final", "{recipients: 各乡镇}", 1, "通知没有"),
        ("final", WHOLE.replace("recipients: 各乡镇, ", ""), 1, "没有主送机关"),
        ("final", WHOLE, 0, ""),
    ],
)
def test_final_asks_for_a_final_plan_without_findings(  # noqa: PLR0913, PLR0917 - a row of the table and what every test gets
    status: str, notice: str, code: int, said: str, hongtou: Callable[..., Outcome], tmp_path: Path
) -> None:
    outcome = hongtou("build", _plan(tmp_path / "a", status=status, notice=notice), "--final", "--out", tmp_path / "out")

    assert outcome.code == code
    assert said in outcome.err
    assert (tmp_path / "out").exists() == (code == 0)


def test_a_projects_own_template_wins(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "templates/notice").mkdir(parents=True)
    (tmp_path / "templates/notice/notice.txt").write_text("本单位：{{ recipients }}\n", encoding="utf-8")
    hongtou("build", _plan(tmp_path / "a"), "--to", "txt", "--out", tmp_path / "out")

    assert (tmp_path / "out/a-2025.notice.txt").read_text(encoding="utf-8") == "本单位：各乡镇：\n"


@pytest.mark.parametrize("template", ["{{ recipient }}", "{% if %}", "{{ ''.__class__.__mro__ }}"])
def test_a_faulty_template_is_named_and_not_run(template: str, hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "templates/notice").mkdir(parents=True)
    (tmp_path / "templates/notice/notice.txt").write_text(template, encoding="utf-8")
    outcome = hongtou("build", _plan(tmp_path / "a"), "--to", "txt", "--out", tmp_path / "out")

    assert outcome.code == 3
    assert "notice.txt" in outcome.err
    assert not (tmp_path / "out").exists()


def test_a_refused_document_does_not_stop_the_plan_s_others_and_is_told_once(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    plan = _plan(tmp_path / "a", notice="{mark: 某县人民政府, number: 某府函〔2025〕1号, recipients: 各乡镇}")
    outcome = hongtou("build", plan, "--to", "docx,pdf,txt", "--out", tmp_path / "out")

    assert outcome.code == 1
    assert outcome.out == f"{tmp_path}/out/a-2025.notice.txt\n"
    assert outcome.err.count("信函格式") == 1


def test_a_look_is_chosen_by_name(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    assert hongtou("build", YUNYANG, "--to", "docx", "--style", "windows", "--out", tmp_path).code == 0
    assert b"_GB2312" not in b"".join(unpack((tmp_path / "yunyang-2025.notice.docx").read_bytes()).values())


@pytest.mark.parametrize("names", ["docx", "txt"])
def test_a_look_that_there_is_not_is_refused_with_those_there_are(names: str, hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou("build", YUNYANG, "--to", names, "--style", "window", "--out", tmp_path)

    assert outcome.code == 2
    assert "是不是“windows”？可以写：gbt33476、gbt9704、windows" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_style_of_the_project_is_told_with_file_and_key(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/gbt9704.yaml").write_text("extends: gbt9704\ntext: {body: {sise: 16}}\n", encoding="utf-8")
    outcome = hongtou("build", _plan(tmp_path / "a"), "--to", "docx", "--out", tmp_path / "out")

    assert outcome.code == 3
    assert f"{tmp_path}/styles/gbt9704.yaml：text.body.sise 不认识，是不是“size”？" in outcome.err


def test_an_archived_pdf_is_asked_for_by_an_option(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    assert hongtou("build", YUNYANG, "--to", "pdf", "--pdf-a", "--out", tmp_path).code == 0
    assert b"pdfaid:part>2<" in (tmp_path / "yunyang-2025.notice.pdf").read_bytes()


def test_the_option_for_the_archive_means_nothing_without_a_pdf(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = hongtou("build", YUNYANG, "--pdf-a", "--out", tmp_path)

    assert outcome.code == 2
    assert "--to pdf" in outcome.err


def _many(folder: Path, count: int) -> list[Path]:
    """Return plans of a size that takes a while, each in a folder of its own."""
    text = YUNYANG.read_text(encoding="utf-8").replace("region: region.yaml\n", "")
    paths = [folder / f"county{number:02}" / "2025.yaml" for number in range(count)]
    for path in paths:
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    return paths


def _progress(hongtou: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, *arguments: str | Path, terminal: bool) -> str:
    """Return what the standard error shows of a build, to a terminal or not."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    return hongtou("build", *arguments).err


def test_several_plans_show_how_far_they_are_on_a_terminal_only(
    hongtou: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = _many(tmp_path, 2)
    out = ("--out", tmp_path / "out")

    assert "2/2" in _progress(hongtou, monkeypatch, *plans, *out, terminal=True)
    assert "正在生成" not in _progress(hongtou, monkeypatch, plans[0], *out, terminal=True)
    assert "正在生成" not in _progress(hongtou, monkeypatch, *plans, *out, terminal=False)


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_a_build_that_is_stopped_leaves_whole_files_only(stop: signal.Signals, hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    plans = _many(tmp_path, 40)
    assert hongtou("build", *plans, "--to", "txt,docx", "--out", tmp_path / "whole").code == 0
    stopped = subprocess.Popen(
        [sys.executable, "-c", MAIN, "build", *plans, "--to", "txt,docx", "--out", tmp_path / "out"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert stopped.stdout is not None
    stopped.stdout.readline()
    stopped.send_signal(stop)
    said = stopped.communicate()[1]
    left = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.notice.*")}

    assert 0 < len(left) < 2 * len(plans)
    assert [name for name, data in left.items() if data != (tmp_path / "whole" / name).read_bytes()] == []
    assert "Traceback" not in said
    assert stop == signal.SIGKILL or (stopped.returncode == 130 and "已停止（按了 Ctrl-C）" in said)
