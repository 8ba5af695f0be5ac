"""The lines of a title, and the line below that says what state a draft is in."""

from __future__ import annotations

import pytest

from generator.importers.frame.parts import Frame, Part
from generator.importers.frame.titles import is_closed, is_label, is_of_page, may_title, settle_states, title_lines, without_title
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table, texts


def test_the_lines_of_a_title_and_its_label_are_taken_off() -> None:
    part = Part()
    rest = without_title(lines("青临县2025年安全生产和", "消防工作要点", "（征求意见稿）", "一、强化责任"), part)

    assert texts(part.title) == ["青临县2025年安全生产和", "消防工作要点"]
    assert texts(part.states) == ["（征求意见稿）"]
    assert texts(rest) == ["一、强化责任"]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        (("工作要点", "强化责任"), 1),
        (("工作要点（试行）", "强化责任"), 1),
        (("〈工作要点》", "强化责任"), 1),
        (("强化责任", "落实。"), 1),
        (("落实。", "工作要点"), 0),
        (("甲", "乙", "丙", "丁", "戊", "己", "庚"), 6),
        ((), 0),
    ],
)
def test_a_title_ends_where_it_is_whole_or_a_line_is_none(told: tuple[str, ...], count: int) -> None:
    assert len(title_lines(lines(*told))) == count


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(1, "青临县工作要点"), True),
        (Paragraph(1, "（征求意见稿）"), True),
        (Paragraph(1, "落实责任。"), False),
        (Paragraph(1, "各乡镇："), False),
        (Paragraph(1, "一、强化"), False),
        (Paragraph(1, "强化", number="一、"), False),
        (Paragraph(1, "青临县人民政府"), False),
        (Paragraph(1, "（2025年3月1日）"), False),
        (Paragraph(1, "甲" * 46), False),
        (Paragraph(1, "落实责任。", style="公文标题"), True),
        (Paragraph(1, "青临县工作要点", style="公文正文"), False),
        (table("1|甲"), False),
    ],
)
def test_a_line_of_a_title_is_short_and_bears_neither_number_nor_mark(block: Paragraph, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert may_title(block) == expected


@pytest.mark.parametrize(("text", "expected"), [("（送审稿）", True), ("征求意见稿", False), ("（一）", False)])
def test_a_label_stands_in_brackets(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_label(Paragraph(1, text)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("关于印发要点的", "通知"), True),
        (("要点的通知（青临府发〔2025〕1号）",), True),
        (("《工作要点》",), True),
        (("关于印发",), False),
        (("关于印发《工作要点》",), False),
        (("关于印发《工作要点", "（试行）》的通知"), True),
        (("关于征求《工作要点",), False),
        (("《工作要点（试行）》",), True),
        ((), False),
    ],
)
def test_a_title_is_whole_where_it_ends_in_the_name_of_a_document(told: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_closed([Paragraph(1, text) for text in told]) == expected


@pytest.mark.parametrize(
    ("states", "title", "left"),
    [
        (("（试行）", "（征求意见稿）"), ["工作规则", "（试行）"], ["（征求意见稿）"]),
        (("（征求意见稿）", "（试行）"), ["工作规则", "（试行）"], ["（征求意见稿）"]),
        (("（试行）",), ["工作规则"], ["（试行）"]),
        (("（试行）", "（暂行）"), ["工作规则", "（暂行）"], ["（试行）"]),
        (("（征求意见稿）", "（送审稿）"), ["工作规则"], ["（征求意见稿）", "（送审稿）"]),
    ],
)
def test_of_two_states_the_one_that_is_in_force_stands_in_the_title(states: tuple[str, ...], title: list[str], left: list[str]) -> None:
    head, *below = (Paragraph(line, text) for line, text in enumerate(("工作规则", *states), 1))
    frame = Frame(title=[head], states=below)
    settle_states(frame)

    assert (texts(frame.title), texts(frame.states)) == (title, left)


def test_a_measure_is_no_line_of_a_title() -> None:
    assert not may_title(Paragraph(1, "（单位：万元）"))


@pytest.mark.parametrize(
    ("below", "expected"), [("", True), ("的通知", False), ("及责任分工", False), ("》的通知", False), ("强化责任", True)]
)
def test_a_title_is_not_whole_where_the_next_line_goes_on_with_it(below: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_closed([Paragraph(1, "《工作要点》")], below) == expected


@pytest.mark.parametrize(
    ("told", "count"),
    [
        (("关于印发《工作要点》", "的通知", "强化责任"), 2),
        (("关于征求《工作要点", "（征求意见稿）》意见的函", "强化责任"), 2),
        (("专班名单", "产业链：新材料", "组长：林青"), 1),
        (("专班", "组长：林青"), 1),
        (("分解表", "及联系人名单"), 2),
        (("分解表", "（2025年度）", "填写说明"), 2),
        (("分解表", "填写说明"), 1),
        (("关于报送统计表", "有关事项的通知"), 2),
        (("工作安排", "来源：县政府办"), 1),
    ],
)
def test_what_is_no_title_ends_one(told: tuple[str, ...], count: int) -> None:
    assert len(title_lines(lines(*told))) == count


@pytest.mark.parametrize(("text", "expected"), [("来源：县政府办", True), ("强化责任", False)])
def test_a_line_of_a_page_is_known_by_its_words(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_of_page(text) == expected
