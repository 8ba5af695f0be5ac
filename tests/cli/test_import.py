"""`hongtou import`: what it writes, what it says, how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.importers.word_files import package, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

NOTICES = ROOT / "tests/importers/notices"
WRAPPED = NOTICES / "02_pdf_hardwrap.txt"
KEYS = {"characters", "placed", "derived", "set_aside", "unplaced", "guesses", "mended"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return where a plan may be written."""
    return tmp_path / "huaiyang/2023.yaml"


def test_a_plan_is_written_and_can_be_built(hongtou: Callable[..., Outcome], plan: Path, tmp_path: Path) -> None:
    outcome = hongtou("import", WRAPPED, "--out", plan)
    built = hongtou("build", plan, "--to", "txt", "--out", tmp_path)

    assert (0, f"{plan}\n") == (outcome.code, outcome.out)
    assert built.code == 0
    assert "（一）完善规划体系。" in (tmp_path / "huaiyang-2023.notice.txt").read_text(encoding="utf-8")


def test_the_summary_tells_where_every_character_went(hongtou: Callable[..., Outcome], plan: Path) -> None:
    told = hongtou("import", WRAPPED, "--out", plan).err

    assert "4 个部分，6 项任务，1 张表，2 项" in told
    assert "没有归位 0" in told
    assert "搁置 3 处：页码 3 处。" in told


def test_the_report_accounts_for_all(hongtou: Callable[..., Outcome], plan: Path, tmp_path: Path) -> None:
    report = tmp_path / "reports/report.json"
    hongtou("import", WRAPPED, "--out", plan, "--report", report)

    told = json.loads(report.read_text(encoding="utf-8"))
    aside = sum(len(entry["text"].replace(" ", "")) for entry in told["set_aside"])

    assert told.keys() == KEYS
    assert told["characters"] == told["placed"] + told["derived"] + aside


def test_the_plan_names_its_source_and_is_a_draft(hongtou: Callable[..., Outcome], plan: Path) -> None:
    hongtou("import", WRAPPED, "--out", plan)

    text = plan.read_text(encoding="utf-8")

    assert "status: draft\n" in text
    assert "  file: 02_pdf_hardwrap.txt\n" in text
    assert "sha256:" in text


def test_text_that_found_no_place_is_kept_told_and_ends_in_1(hongtou: Callable[..., Outcome], plan: Path, tmp_path: Path) -> None:
    source = tmp_path / "脚注.docx"
    text = (paragraph("青临县2025年工作要点"), paragraph("一、压实责任。按月调度。"), paragraph("二、严格考核。按季通报。"))
    source.write_bytes(package("".join(text), footnotes=f'<w:footnote w:id="2">{paragraph("指标口径另行通知")}</w:footnote>'))

    outcome = hongtou("import", source, "--out", plan)
    checked = hongtou("check", plan)

    assert outcome.code == 1
    assert "没有归位第 4 段：指标口径另行通知" in outcome.err
    assert "text: 指标口径另行通知" in plan.read_text(encoding="utf-8")
    assert "unplaced-text" in checked.out


def test_a_file_that_is_there_is_not_replaced(hongtou: Callable[..., Outcome], plan: Path) -> None:
    plan.parent.mkdir()
    plan.write_text("我的计划", encoding="utf-8")

    refused = hongtou("import", WRAPPED, "--out", plan)

    assert (refused.code, plan.read_text(encoding="utf-8")) == (3, "我的计划")
    assert "--force" in refused.err
    assert hongtou("import", WRAPPED, "--out", plan, "--force").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((WRAPPED,), 2, "--out"),
        ((WRAPPED, WRAPPED, "--out", "x.yaml"), 2, "一次只能导入一份"),
        ((WRAPPED, "--out", "x.txt"), 2, "以 .yaml 结尾"),
        ((WRAPPED, "--out", "."), 2, "以 .yaml 结尾"),
        (("没有.txt", "--out", "x.yaml"), 3, "找不到文件"),
        ((ROOT, "--out", "x.yaml"), 3, "文件夹"),
        ((NOTICES / "12_cell_per_line.txt", "--out", "x.yaml"), 1, "格与格之间没有分隔"),
    ],
)
def test_what_cannot_be_done_is_told_with_its_remedy(  # noqa: PLR0913, PLR0917 - a case with what it needs
    hongtou: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[object, ...], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)

    outcome = hongtou("import", *arguments)

    assert code == outcome.code
    assert words in outcome.err
    assert not (tmp_path / "x.yaml").exists()


def test_a_plan_is_no_source(hongtou: Callable[..., Outcome], plan: Path, tmp_path: Path) -> None:
    hongtou("import", WRAPPED, "--out", plan)

    refused = hongtou("import", plan, "--out", tmp_path / "other.yaml")

    assert (refused.code, (tmp_path / "other.yaml").exists()) == (3, False)
    assert "--onto" in refused.err


def test_marks_stay_as_they_are_when_asked(hongtou: Callable[..., Outcome], tmp_path: Path) -> None:
    source = tmp_path / "半角.txt"
    source.write_text(
        "青临县2025年工作要点\n一、压实责任,落实措施\n(一)强化领导。各乡镇(街道)按月调度,及时通报。\n(二)严格考核。按季通报。\n",
        encoding="utf-8",
    )

    hongtou("import", source, "--out", tmp_path / "wide.yaml")
    hongtou("import", source, "--out", tmp_path / "as_is.yaml", "--as-is")
    wide, as_is = (((tmp_path / name).read_text(encoding="utf-8")) for name in ("wide.yaml", "as_is.yaml"))

    assert "各乡镇（街道）按月调度，及时通报。" in wide
    assert "各乡镇(街道)按月调度,及时通报。" in as_is
    assert "(一)" in as_is
