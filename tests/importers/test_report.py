"""The report of an import."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.importers.ledger import Ledger
from generator.importers.report import as_data, as_lines, shares


def _ledger() -> Ledger:
    ledger = Ledger()
    ledger.derive(1, "一、")
    ledger.place(1, "强化责任")
    ledger.set_aside(2, "首页", "导航")
    ledger.leave(4, "丁", "没有归到计划的任何一处")
    ledger.leave(3, "丙", "没有归到计划的任何一处")
    ledger.mend(1, "半角标点改为全角", ",", "，")
    return ledger


def test_what_is_neither_placed_nor_aside_nor_left_is_printed_by_the_program() -> None:
    counted = shares(_ledger(), 10)

    assert (counted.characters, counted.placed, counted.derived, counted.aside, counted.unplaced) == (10, 4, 2, 2, 2)


@given(st.lists(st.tuples(st.sampled_from(["placed", "derived", "aside", "left"]), st.text(st.sampled_from("甲乙 "), max_size=5))))
def test_the_shares_are_all_of_the_source(told: list[tuple[str, str]]) -> None:
    ledger = Ledger()
    for line, (kind, text) in enumerate(told, 1):
        match kind:
            case "placed":
                ledger.place(line, text)
            case "derived":
                ledger.derive(line, text)
            case "aside":
                ledger.set_aside(line, text, "")
            case _:
                ledger.leave(line, text, "")
    derived = sum(text.count("甲") + text.count("乙") for kind, text in told if kind == "derived")
    characters = sum(text.count("甲") + text.count("乙") for _, text in told)

    counted = shares(ledger, characters)

    assert counted.derived == derived
    assert counted.placed + counted.derived + counted.aside + counted.unplaced == characters


def test_the_report_for_machines_has_everything_by_line() -> None:
    ledger = _ledger()
    ledger.guess(9, "第九行", 0.5)
    ledger.guess(8, "第八行", 0.95)
    told = as_data(ledger, 10)

    assert (told["characters"], told["placed"], told["derived"]) == (10, 4, 2)
    assert told["set_aside"] == [{"line": 2, "text": "首页", "why": "导航"}]
    assert told["unplaced"] == [{"line": line, "text": text, "why": "没有归到计划的任何一处"} for line, text in ((3, "丙"), (4, "丁"))]
    assert told["guesses"] == [
        {"line": 8, "what": "第八行", "confidence": 0.95},
        {"line": 9, "what": "第九行", "confidence": 0.5},
    ]
    assert told["mended"] == [{"line": 1, "what": "半角标点改为全角", "old": ",", "new": "，"}]


def test_the_summary_counts_and_names_what_an_officer_is_to_look_at() -> None:
    ledger = _ledger()
    ledger.guess(7, "当作正文", 0.7)
    ledger.guess(5, "当作正文", 0.7)
    ledger.guess(6, "不必看", 0.9)

    assert as_lines(ledger, 10, "行") == [
        "原文 10 个字：放进计划 4（40.0%），由程序印出（编号、固定用语、表头）2（20.0%），搁置 2，没有归位 2。",
        "搁置 1 处：导航 1 处。",
        "修整 1 处：半角标点改为全角 1 处。",
        "请核对第 5、7 行（把握 70%）：当作正文",
        "没有归位第 3 行：丙（没有归到计划的任何一处）",
        "没有归位第 4 行：丁（没有归到计划的任何一处）",
    ]


def test_of_many_lines_the_first_are_named_and_a_long_text_is_cut() -> None:
    ledger = Ledger()
    for line in range(1, 9):
        ledger.guess(line, "当作正文", 0.7)
    ledger.leave(3, "甲" * 41, "没有归位的缘故")

    assert as_lines(ledger, 41, "段")[1:] == [
        "请核对第 1、2、3、4、5、6 段等 8 处（把握 70%）：当作正文",
        f"没有归位第 3 段：{'甲' * 39}…（没有归位的缘故）",
    ]


def test_an_empty_document_has_no_shares() -> None:
    assert as_lines(Ledger(), 0, "行") == ["原文 0 个字：放进计划 0（0%），由程序印出（编号、固定用语、表头）0（0%），搁置 0，没有归位 0。"]
