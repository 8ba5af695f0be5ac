"""The fixed phrases of official documents."""

from __future__ import annotations

import pytest

from generator.plan.numbering import spaced
from generator.render.phrases import addressed, bracketed, closed, copies, printed_date, printed_on


@pytest.mark.parametrize(("iso", "printed"), [("2025-03-13", "2025年3月13日"), ("2025-12-01", "2025年12月1日"), ("", "")])
def test_a_date_is_printed_without_leading_zeros(iso: str, printed: str) -> None:
    assert printed_date(iso) == printed


def test_the_printing_date_is_followed_by_its_word() -> None:
    assert (printed_on("2025-03-07"), printed_on("")) == ("2025年3月7日印发", "")


@pytest.mark.parametrize(
    ("text", "printed"), [("此件公开发布", "（此件公开发布）"), ("（此件公开发布）", "（此件公开发布）"), ("(此件)", "(此件)"), ("", "")]
)
def test_a_note_stands_in_brackets_once(text: str, printed: str) -> None:
    assert bracketed(text) == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("强化责任", "强化责任。"),
        ("强化责任。", "强化责任。"),
        ("保障经费！", "保障经费！"),
        ("怎么办？", "怎么办？"),
        ("按时到岗；", "按时到岗；"),
        ("如下：", "如下："),
        ("做到“三个到位”", "做到“三个到位”。"),
        ("防汛（防台）", "防汛（防台）。"),
        ("印发《方案》", "印发《方案》。"),
        ("5%", "5%。"),
        ("", ""),
    ],
)
def test_a_title_that_runs_in_ends_in_one_mark(title: str, printed: str) -> None:
    assert closed(title, "。") == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("第一章", "第一章　"),
        ("第十二条", "第十二条　"),
        ("第三编", "第三编　"),
        ("第2节", "第2节　"),
        ("1.1", "1.1 "),
        ("3", "3 "),
        ("A", "A "),
        ("1.", "1."),
        ("１．", "１．"),
        ("一、", "一、"),
        ("（一）", "（一）"),
        ("①", "①"),
        ("a)", "a)"),
        ("", ""),
    ],
)
def test_a_number_without_a_mark_of_its_own_is_set_apart_by_a_blank(number: str, printed: str) -> None:
    assert spaced(number) == printed


@pytest.mark.parametrize("recipients", ["各乡镇，县政府各部门", "各乡镇，县政府各部门：", "各乡镇，县政府各部门:"])
def test_recipients_end_in_one_full_width_colon(recipients: str) -> None:
    assert addressed(recipients) == "各乡镇，县政府各部门："
    assert addressed("") == ""


@pytest.mark.parametrize("copied", ["县委办，县人大办", "县委办，县人大办。"])
def test_copies_end_in_one_full_stop(copied: str) -> None:
    assert copies(copied) == "抄送：县委办，县人大办。"
    assert copies("") == ""
