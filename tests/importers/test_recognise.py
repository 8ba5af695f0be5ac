"""From the outline of a document to the tree of a plan."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importers import from_text
from generator.importers.audit import audit
from generator.importers.outline import Aside, Outline, Paragraph
from generator.importers.recognise import recognise, sign
from generator.importers.report import shares
from generator.plan.builder import build
from generator.source import emitter, reader
from tests.importers.made import lines
from tests.importers.told import told

PLAN = ("青临县2025年工作要点", "一、强化 责任,落实", "二、严格考核")
LINES = (
    *(
        "关于印发2025年工作要点的通知",
        "各乡镇人民政府：",
        "现印发给你们。",
        "青临县人民政府",
        "2025年3月1日",
        "2025年2月30日",
        "2025年　月　日",
    ),
    *(
        "2025年工作要点",
        "一、强化责任",
        "二、严格考核",
        "三、保障措施",
        "（一）党政责任",
        "1.落实。通报。（责任单位：县教委）",
        "2.丙。（丁负责）",
        "①甲",
    ),
    *(
        "责任单位：县教委",
        "附件",
        "附件1",
        "附件：1.分工表",
        "2.细则",
        "分工表",
        "抄送：县委。",
        "（征求意见稿）",
        "（此件公开发布）",
        "特急",
        "000001",
    ),
    *(
        "青临府发[2025]1号　签发人：张三　李四",
        "青临县人民政府文件",
        "1 | 甲 | 乙 |",
        "序号 | 名称 | 责任单位 |",
        "单位：人",
        "注：甲",
        "措施，",
    ),
    *("索引号：007", "首页 > 公开", "强化,落实;(甲)", "第一章　总则", "第一条　甲", "1.1 甲", "九、甲", "（责任单位：）", "《关于印发", ""),
)


def _tree(outline: Outline, *, as_is: bool = False) -> dict[str, Any]:
    tree: dict[str, Any] = recognise(outline, "来稿", as_is=as_is).tree
    return tree


def test_a_plan_is_recognised_with_its_keys_in_the_order_of_the_schema() -> None:
    tree = _tree(Outline("txt", tuple(lines(*PLAN))))

    assert [*tree] == ["format", "region", "year", "status", "title", "notice", "sections"]
    assert (tree["title"], tree["year"], tree["region"]["name"]) == (PLAN[0], "2025", "青临县")
    assert [section["title"] for section in tree["sections"]] == ["强化责任，落实", "严格考核"]


def test_as_is_marks_and_blanks_stay() -> None:
    tree = _tree(Outline("txt", tuple(lines(*PLAN))), as_is=True)

    assert tree["sections"][0]["title"] == "强化 责任,落实"


def test_what_a_reader_set_aside_and_footnotes_are_booked() -> None:
    outline = Outline("docx", tuple(lines(*PLAN)), asides=(Aside(9, "第1页", "页码"),), notes=(Paragraph(10, "脚注"),))
    ledger = recognise(outline, "来稿").ledger

    assert [(entry.line, entry.why) for entry in ledger.aside] == [(9, "页码")]
    assert [(entry.line, entry.why) for entry in ledger.unplaced] == [(10, "脚注或尾注，计划里没有放它的地方")]


@pytest.mark.parametrize(
    ("text", "title", "confidence"),
    [
        (
            "关于印发《2025年工作要点》的通知\n各乡镇人民政府：\n现印发。\n青临县人民政府\n2025年3月1日\n一、甲\n二、乙",
            "2025年工作要点",
            0.6,
        ),
        ("一、甲\n二、乙", "来稿", 0.2),
    ],
)
def test_a_plan_without_a_title_takes_a_likely_one_and_that_is_told(text: str, title: str, confidence: float) -> None:
    found = told(text)

    assert found.tree["title"] == title
    assert confidence in [guess.confidence for guess in found.ledger.guesses]


def test_a_label_said_again_is_printed_once_and_another_is_left() -> None:
    again = told("2025年工作要点\n（征求意见稿）\n（征求意见稿）\n一、甲\n二、乙")
    other = told("2025年工作要点\n（征求意见稿）\n（送审稿）\n一、甲\n二、乙")

    assert (again.tree["label"], again.unplaced) == ("征求意见稿", [])
    assert (other.tree["label"], other.unplaced) == ("征求意见稿", ["送审稿"])


def test_a_plan_is_signed_with_what_found_no_place_and_where_it_is_from() -> None:
    found = recognise(Outline("txt", tuple(lines(*PLAN)), notes=(Paragraph(9, "脚注"),)), "来稿")
    sign(found, "来稿.txt", "sha256:0", 30)

    assert found.tree["unplaced"] == [{"line": "9", "text": "脚注", "why": "脚注或尾注，计划里没有放它的地方"}]
    assert found.tree["source"] == {
        "file": "来稿.txt",
        "digest": "sha256:0",
        "characters": "30",
        "placed": str(shares(found.ledger, 30).placed),
    }


def test_a_number_with_very_many_numerals_is_text() -> None:
    found = told("2025年工作要点\n" + "\n".join(f"1{'.1' * depth} 甲" for depth in range(1, 400)))

    assert found.unplaced == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=16).filter(any))
def test_whatever_lines_follow_one_another_become_a_plan_and_no_character_is_booked_twice(text: list[str]) -> None:
    outline = from_text.read("\n".join(text).encode())
    found = recognise(outline, "来稿")
    characters = audit(outline, found.ledger)
    tree = reader.read(emitter.dump(found.tree).encode()).tree

    assert tree is not None
    assert build(tree).title
    booked = [
        entry for entries in (found.ledger.placed, found.ledger.derived, found.ledger.aside, found.ledger.unplaced) for entry in entries
    ]
    assert sum(len("".join(entry.text.split())) for entry in booked) == characters
