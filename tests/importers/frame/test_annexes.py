"""The annexes of an imported plan: their titles against the annex note, tables under numbered titles, texts in nodes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importers.told import Told, told

NOTICE = """关于印发工作要点的通知

各乡镇人民政府：
现印发给你们。
{note}
青临县人民政府
2025年3月1日

2025年工作要点
一、甲
二、乙
{annexes}"""


def _told(note: str, annexes: str) -> Told:
    return told(NOTICE.format(note=note, annexes=annexes))


def _titles(found: Told) -> list[tuple[Any, bool]]:
    return [(annex["title"], "absent" in annex) for annex in found.tree.get("annexes", ())]


@pytest.mark.parametrize(
    ("note", "annexes", "expected"),
    [
        ("附件：1.分工表\n2.细则", "附件1\n分工表\n一、丙\n附件2\n细则\n一、丁", [("分工表", False), ("细则", False)]),
        ("附件：1.分工表\n2.细则", "附件1\n分工表\n一、丙", [("分工表", False), ("细则", True)]),
        ("附件：1.分工表\n2.细则", "附件2\n细则\n一、丙", [("分工表", True), ("细则", False)]),
        ("附件：分工表", "", [("分工表", True)]),
        ("", "附件\n分工表\n一、丙", [("分工表", False)]),
        ("", "附件\n细则\n（试行）\n一、丙", [(["细则", "（试行）"], False)]),
    ],
)
def test_annexes_stand_in_the_order_of_the_note(note: str, annexes: str, expected: list[tuple[Any, bool]]) -> None:
    found = _told(note, annexes)

    assert _titles(found) == expected
    assert found.unplaced == []


def test_a_title_that_goes_on_below_is_one_and_printed_by_the_note() -> None:
    found = _told("附件：青临县2025年安全生产重点工作任务\n责任分工表", "附件\n青临县2025年安全生产重点工作任务责任分工表\n一、丙")

    assert _titles(found) == [("青临县2025年安全生产重点工作任务责任分工表", False)]


def test_a_note_that_names_an_annex_otherwise_is_told() -> None:
    found = _told("附件：任务分工", "附件\n分工表\n一、丙")

    assert _titles(found) == [("分工表", False)]
    assert [(one.old, one.new) for one in found.ledger.mended if "附件说明" in one.what] == [("任务分工", "分工表")]
    assert found.aside == ["任务分工"]


def test_a_label_without_a_title_is_set_aside() -> None:
    assert told("工作要点\n一、甲\n二、乙\n附件").aside == ["附件"]


def test_an_annex_without_a_title_has_a_makeshift_one_and_that_is_told() -> None:
    found = _told("", "附件\n一、丙\n二、丁")

    assert _titles(found) == [("附件", False)]
    assert "附件没有标题，暂用“附件”" in found.guesses.values()


def test_numbered_titles_over_tables_are_the_titles_of_tables() -> None:
    grid = "序号 | 名称 | 责任单位 |\n1 | 丙 | 县局 |"
    (annex,) = _told("", f"附件\n分工表\n说明如下。\n1.措施\n{grid}\n2.指标\n{grid}").tree["annexes"]

    assert (annex["preamble"], annex["numbering"]) == ("说明如下。", ["1."])
    assert [table["title"] for table in annex["tables"]] == ["措施", "指标"]


def test_tables_without_numbers_have_none() -> None:
    grid = "序号 | 名称 | 责任单位 |\n1 | 丙 | 县局 |"
    (annex,) = _told("", f"附件\n分工表\n说明如下。\n措施表\n{grid}\n指标表\n{grid}").tree["annexes"]

    assert (annex["numbering"], [table["title"] for table in annex["tables"]]) == (["none"], ["措施表", "指标表"])


def test_the_text_of_an_annex_is_sections_and_points() -> None:
    (annex,) = _told("", "附件\n细则\n一、丙\n（一）丁\n二、戊").tree["annexes"]

    assert [part["title"] for part in annex["sections"]] == ["丙", "戊"]
    assert [part["title"] for part in annex["sections"][0]["points"]] == ["丁"]


def test_a_title_that_goes_on_below_is_told() -> None:
    found = _told("附件：青临县2025年安全生产重点工作任务\n责任分工表", "")

    assert _titles(found) == [("青临县2025年安全生产重点工作任务责任分工表", True)]
    assert [(one.old, one.new) for one in found.ledger.mended] == [("全生产重点工作任务"[-8:], "责任分工表")]
    assert found.unplaced == []


def test_labels_that_are_no_numbers_of_places_stay_the_annexes_own() -> None:
    found = _told("", "附表1\n分工表\n一、丙\n附录A\n名词解释\n一、丁")

    assert [(annex["label"], annex["title"]) for annex in found.tree["annexes"]] == [("附表1", "分工表"), ("附录A", "名词解释")]
    assert (found.unplaced, found.ledger.mended) == ([], [])


def test_a_number_that_the_note_and_the_label_drop_is_told() -> None:
    found = _told("附件：3.分工表", "附件3\n分工表\n一、丙")

    assert _titles(found) == [("分工表", False)]
    assert {(one.old, one.new) for one in found.ledger.mended} == {("附件3", "附件"), ("附件：3.", "附件：")}
    assert found.unplaced == []


def test_the_label_of_a_plan_that_is_an_annex_is_told_where_it_changes() -> None:
    found = told(
        "关于印发《2025年工作要点》的通知\n\n各乡镇：\n现印发给你们。\n青临县人民政府\n2025年3月1日\n附件2\n2025年工作要点\n一、甲\n二、乙"
    )

    assert found.tree["notice"]["form"] == "annex"
    assert [(one.old, one.new) for one in found.ledger.mended] == [("附件2", "附件")]


def test_the_state_of_an_annex_without_a_title_stands_in_its_makeshift_one() -> None:
    found = _told("", "附件\n（征求意见稿）\n一、丙\n二、丁")

    assert _titles(found) == [(["附件", "（征求意见稿）"], False)]
    assert found.unplaced == []


def test_the_ending_of_a_linked_file_is_no_part_of_a_title() -> None:
    found = _told("附件：1.分工表.xlsx\n2.细则.DOCX", "")

    assert _titles(found) == [("分工表", True), ("细则", True)]
    assert found.aside == [".xlsx", ".DOCX"]


def test_a_title_on_its_labels_line_is_not_absent() -> None:
    found = _told("附件：1.分工表\n2.细则", "附件1　分工表\n一、丙\n附件2　细则\n一、丁")

    assert _titles(found) == [("分工表", False), ("细则", False)]
    assert found.unplaced == []
