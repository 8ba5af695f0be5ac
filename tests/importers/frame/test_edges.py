"""The edges of a document: layout tables, the imprint, the annex note and the annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.importers.frame.edges import unframed, without_annex_note, without_annexes, without_imprint
from generator.importers.frame.parts import Frame
from generator.importers.outline import Paragraph
from tests.importers.made import HEAD, lines, table, texts

if TYPE_CHECKING:
    from generator.importers.outline import Table


@pytest.mark.parametrize(
    ("grid", "told"),
    [
        (table("青临府发〔2025〕1号|签发人：张三"), ["青临府发〔2025〕1号", "签发人：张三"]),
        (table("抄送：县委办公室", "县政府办公室|2025年3月1日印发"), ["抄送：县委办公室", "县政府办公室", "2025年3月1日印发"]),
        (table("甲/乙"), ["甲", "乙"]),
        (table("1|甲"), ["表 1 行"]),
        (table(HEAD, "1|抄送：甲|||"), ["表 2 行"]),
    ],
)
def test_a_table_that_only_places_an_element_is_taken_apart(grid: Table, told: list[str]) -> None:
    assert texts(unframed([grid])) == told


@pytest.mark.parametrize(
    ("told", "imprint"),
    [
        (("正文。", "抄送：县委办公室。", "青临县人民政府办公室　2025年3月1日印发"), 2),
        (("正文。", "抄送：县委办公室。", "青临县人民政府办公室", "2025年3月1日印发"), 3),
        (("正文。", "公开方式：主动公开"), 1),
        (("正文。", "分送：县委办公室。"), 1),
        (("正文。", "青临县人民政府", "2025年3月1日"), 0),
        (("抄送：县委。", *["正文。"] * 40), 0),
        ((), 0),
    ],
)
def test_the_imprint_is_taken_off_the_end(told: tuple[str, ...], imprint: int) -> None:
    frame = Frame()
    rest = without_imprint(lines(*told), frame)

    assert texts(frame.imprint) == [*told[len(told) - imprint :]]
    assert texts(rest) == [*told[: len(told) - imprint]]


def test_what_stands_behind_an_imprint_stays() -> None:
    assert texts(without_imprint(lines("正文。", "抄送：县委。", "附件"), Frame())) == ["正文。", "附件"]


def test_every_annex_has_its_label_title_and_text() -> None:
    frame = Frame()
    rest = without_annexes(lines("正文。", "附件 1", "分工表", "一、甲", "附件2", "细则", "（试行）", "第一条　乙"), frame)

    assert texts(rest) == ["正文。"]
    assert [part.label.text if part.label else "" for part in frame.annexes] == ["附件 1", "附件2"]
    assert [texts(part.title) for part in frame.annexes] == [["分工表"], ["细则"]]
    assert [texts(part.states) for part in frame.annexes] == [[], ["（试行）"]]
    assert [texts(part.blocks) for part in frame.annexes] == [["一、甲"], ["第一条　乙"]]


@pytest.mark.parametrize(
    "told",
    [("附件", "分工表"), ("正文。", "附件"), ("正文。", "附件：", "1.分工表", "2.细则"), ("正文。", "附件：分工表", "青临县人民政府")],
)
def test_a_label_that_heads_a_list_or_nothing_begins_no_annex(told: tuple[str, ...]) -> None:
    frame = Frame()

    assert (texts(without_annexes(lines(*told), frame)), frame.annexes) == ([*told], [])


def test_an_annex_with_its_title_on_its_labels_line_begins_a_page() -> None:
    frame = Frame()
    without_annexes([Paragraph(1, "正文。"), Paragraph(2, "附件：分工表", page_break=True), Paragraph(3, "一、甲")], frame)

    assert len(frame.annexes) == 1


@pytest.mark.parametrize(
    ("note", "behind"),
    [
        (("附件：分工表",), ("青临县人民政府", "2025年3月1日")),
        (("附件：1.分工表", "2.细则"), ("青临县人民政府",)),
        (("附件：1. 分工表", "　　　2. 细则"), ("2025年3月1日",)),
        (("附件", "1.分工表", "2.细则"), ("青临县人民政府",)),
        (("附件1：分工表", "附件2：细则"), ("青临县人民政府",)),
        (("附件：青临县2025年安全生产重点工作任务", "责任分工表"), ("青临县人民政府",)),
        (("附件：分工表",), ("一、强化责任",)),
        (("附件：分工表",), ("1.强化责任。",)),
        (("附件：分工表",), ()),
    ],
)
def test_the_annex_note_goes_on_as_long_as_it_counts(note: tuple[str, ...], behind: tuple[str, ...]) -> None:
    frame = Frame()
    rest = without_annex_note(lines("正文。", *note, *behind), frame)

    assert texts(frame.annex_note) == [*note]
    assert texts(rest) == ["正文。", *behind]


def test_a_document_without_an_annex_note_has_none() -> None:
    assert texts(without_annex_note(lines("正文。", "见附件。"), Frame())) == ["正文。", "见附件。"]
