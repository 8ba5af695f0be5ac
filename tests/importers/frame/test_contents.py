"""The table of contents of a document."""

from __future__ import annotations

import pytest

from generator.importers.frame.contents import without_contents
from generator.importers.ledger import Ledger
from generator.importers.outline import Paragraph
from tests.importers.made import lines, texts

TEXT = ("第一章　总则", "第一条　甲。", "第二章　附则", "第二条　乙。")


@pytest.mark.parametrize(
    ("contents", "text"),
    [
        (("目　录", "第一章　总则", "第二章　附则"), TEXT),
        (("目录", "第一章　总　则\t1", "第二章　附　则\t3"), TEXT),
        (("目录", "总则…………1", "附则…………3", "附件：分工表……9"), TEXT),
        (("目次", "一、强化责任 1", "二、落实保障 2"), ("一、强化责任。甲。", "二、落实保障。乙。")),
    ],
)
def test_lines_that_recur_as_headings_or_have_leaders_are_set_aside(contents: tuple[str, ...], text: tuple[str, ...]) -> None:
    ledger = Ledger()
    rest = without_contents(lines("青临县城市管理办法", *contents, *text), ledger)

    assert texts(rest) == ["青临县城市管理办法", *text]
    assert [(entry.text, entry.why) for entry in ledger.aside] == [(line, "目录") for line in contents]


@pytest.mark.parametrize(
    "told",
    [
        ("目录", "一、甲", "二、乙"),
        ("目录", "一、甲", "一、甲"),
        ("工作要点", "一、甲", "二、乙", "一、甲", "二、乙"),
        (),
    ],
)
def test_what_is_said_once_is_no_table_of_contents(told: tuple[str, ...]) -> None:
    assert texts(without_contents(lines(*told), Ledger())) == [*told]


def test_an_automatic_number_is_no_part_of_what_recurs() -> None:
    ledger = Ledger()
    blocks = [*lines("目录", "一、总体要求\t1", "二、主要任务\t2"), Paragraph(4, "总体要求", "一、"), Paragraph(5, "主要任务", "二、")]

    assert texts(without_contents(blocks, ledger)) == ["总体要求", "主要任务"]
