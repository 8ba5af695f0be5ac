"""`hongtou import … --onto`: returned drafts told, adopted, written into a sheet and read back from it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.opinions.rounds import PLAN, Round, commented, ids, typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Round:
    """Return a round in the current folder."""
    monkeypatch.chdir(tmp_path)
    return Round.begun(tmp_path)


def test_proposals_are_told_with_exit_code_1(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"), commented("临水临崖", "请核", "赵六"))
    code, out, err = hongtou("import", path.name, "--onto", "2025.yaml")
    first, second = ids(out)

    assert code == 1
    assert out.splitlines()[:3] == [
        f"{first}  县应急局　第一部分任务（一）“强化领导责任”的正文",
        "        将“带队开展检查不少于4次”改为“带队开展检查不少于6次”",
        "        党政主要负责人每季度至少研究1次安全生产工作，带队开展检查不少于［删：4次］［增：6次］。",
    ]
    assert out.splitlines()[3:5] == [f"{second}  赵六　第二部分任务（一）“整治道路交通”", "        批注：请核"]
    assert err == "意见 1 条，批注等 1 条；用 --apply all 或 --apply 编号 采用；计划没有改动。\n"
    assert begun.text == PLAN


def test_an_untouched_draft_ends_in_0(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    path = begun.returned("县应急局")

    assert hongtou("import", path, "--onto", begun.plan) == (0, "", "没有修改意见；计划没有改动。\n")


def test_all_is_adopted_and_a_second_time_nothing(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    files = [begun.returned("县应急局", typed("不少于4次", "不少于6次")), begun.returned("县交通局", typed("建成30公里", "建成40公里"))]
    first = hongtou("import", *files, "--onto", begun.plan, "--apply", "all")
    text = begun.text

    assert (first.code, first.err) == (0, f"已采用 2 条意见，写入 {begun.plan}。\n")
    assert text == PLAN.replace("不少于4次", "不少于6次").replace("建成30公里", "建成40公里")
    assert hongtou("import", *files, "--onto", begun.plan, "--apply", "all") == (0, "", "没有要采用的意见，计划没有改动。\n")
    assert begun.text == text


def test_one_is_adopted_by_its_id(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"), typed("建成30公里", "建成40公里"))
    first, _ = ids(hongtou("import", path, "--onto", begun.plan).out)
    outcome = hongtou("import", path, "--onto", begun.plan, "--apply", first.upper())

    assert (outcome.code, outcome.err) == (0, f"已采用 1 条意见，写入 {begun.plan}；还有 1 条没有采用。\n")
    assert ids(outcome.out) == [first]
    assert begun.text == PLAN.replace("不少于4次", "不少于6次")


def test_an_id_that_is_not_there_is_refused(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"))
    code, out, err = hongtou("import", path, "--onto", begun.plan, "--apply", f"{'0' * 6}")

    assert (code, out) == (1, "")
    assert err.startswith("未完成：来稿里没有这些编号的意见，计划没有改动：000000\n")
    assert begun.text == PLAN


def test_a_sheet_goes_out_and_comes_back(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    files = [
        begun.returned("县应急局", typed("不少于4次", "不少于6次"), commented("临水临崖", "请核", "赵六")),
        begun.returned("县公安局", typed("不少于4次", "不少于8次"), typed("建成30公里", "建成40公里")),
    ]
    written = hongtou("import", *files, "--onto", begun.plan, "--report", "意见采纳情况表.xlsx")
    book = openpyxl.load_workbook("意见采纳情况表.xlsx")
    page = book.active
    assert [page.cell(row, 2).value for row in range(2, 6)] == ["县应急局", "赵六", "县公安局", "县公安局"]
    for row, word in ((2, "不采纳"), (3, "采纳"), (4, "采纳"), (5, "待定")):
        page.cell(row, 5).value = word
    page.append(["ffffff", "", "", "", "采纳", ""])
    book.save("填好.xlsx")
    outcome = hongtou("import", *files, "--onto", begun.plan, "--apply", "填好.xlsx")

    assert written.code == 1
    assert outcome.code == 1
    assert outcome.err.splitlines() == [
        "第 5 行的采纳情况“待定”不认识，没有采用；可以填：采纳、部分采纳、不采纳。",
        "第 6 行的编号“ffffff”在来稿里没有找到，没有采用：可能已经采用，或来稿、计划后来改过。",
        f"{page.cell(3, 1).value} 没有可以代为采用的改动，请自行处理：批注：请核",
        f"已采用 1 条意见，写入 {begun.plan}；还有 2 条没有采用。",
    ]
    assert begun.text == PLAN.replace("不少于4次", "不少于8次")


def test_a_filled_in_sheet_is_not_written_over(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"))
    (begun.folder / "表.xlsx").write_bytes(b"filled in")

    assert hongtou("import", path, "--onto", begun.plan, "--report", "表.xlsx").code == 3
    assert (begun.folder / "表.xlsx").read_bytes() == b"filled in"
    assert hongtou("import", path, "--onto", begun.plan, "--report", "表.xlsx", "--force").code == 1


def test_the_report_for_programs_says_all_of_every_opinion(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"))
    out = hongtou("import", path, "--onto", begun.plan, "--report", "r.json").out
    data = json.loads((begun.folder / "r.json").read_text(encoding="utf-8"))

    assert data["counts"] == {"open": 1, "by_hand": 0, "adopted": 0, "comment": 0}
    assert [data["opinions"][0][key] for key in ("id", "kind", "things", "field", "state")] == [
        ids(out)[0],
        "changed",
        ["leaders"],
        "text",
        "open",
    ]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--onto", "2025.yaml", "--out", "a.yaml"), "--onto 不能与 --out 同用"),
        (("--onto", "2025.yaml", "--as-is", "--revisions", "reject"), "--onto 不能与 --as-is、--revisions 同用"),
        (("--apply", "all"), "--apply 和 --sent 要与 --onto 同用"),
        (("--onto", "2025.yaml", "--apply", "第一条"), "--apply 后面写的不是意见编号：第一条"),
        (("--onto", "2025.yaml", "--report", "a.txt"), "不知道怎样写这种报告：a.txt"),
        (("--onto", "2025.yaml", "--report", "县应急局.docx"), "不知道怎样写这种报告"),
    ],
)
def test_options_that_have_no_meaning_together_are_wrong_usage(
    begun: Round, hongtou: Callable[..., Outcome], options: tuple[str, ...], words: str
) -> None:
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"))
    code, out, err = hongtou("import", path.name, *options)

    assert (code, out) == (2, "")
    assert words in err
    assert begun.text == PLAN


def test_a_file_that_is_no_draft_ends_in_3(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    assert hongtou("import", "没有.docx", "--onto", begun.plan).code == 3


def test_a_sheet_applied_twice_changes_nothing(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    path = begun.returned("县应急局", typed("不少于4次", "不少于6次"))
    hongtou("import", path, "--onto", begun.plan, "--report", "表.xlsx")
    book = openpyxl.load_workbook("表.xlsx")
    book.active["E2"] = "采纳"
    book.save("表.xlsx")
    first = hongtou("import", path, "--onto", begun.plan, "--apply", "表.xlsx")
    text = begun.text

    assert (first.code, text) == (0, PLAN.replace("不少于4次", "不少于6次"))
    assert hongtou("import", path, "--onto", begun.plan, "--apply", "表.xlsx") == (0, "", "没有要采用的意见，计划没有改动。\n")
    assert begun.text == text


def test_files_of_one_name_are_told_apart_by_their_folders(begun: Round, hongtou: Callable[..., Outcome]) -> None:
    files = []
    for unit, count in (("县应急局", 6), ("县公安局", 8)):
        (begun.folder / unit).mkdir()
        files.append(begun.returned("要点", typed("不少于4次", f"不少于{count}次")).rename(begun.folder / unit / "要点.docx"))
    out = hongtou("import", *files, "--onto", begun.plan).out

    assert [line.split("　")[0][8:] for line in out.splitlines() if line[:1] != " "] == ["县应急局/要点", "县公安局/要点"]
