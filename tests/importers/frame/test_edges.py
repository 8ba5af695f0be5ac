"""The edges of a document: layout tables, the imprint, the annex note and the annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.importers.frame.edges import unframed, without_annex_note, without_annexes, without_imprint
from generator.importers.frame.parts import Frame
from generator.importers.outline import Paragraph
from tests.importers.made import HEAD, lines, table, texts

if TYPE_CHECKING:
    from generator.importers.outline import Block, Table


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


@pytest.mark.parametrize(
    ("grid", "told"),
    [
        (table("青临县教育局|青临县财政局", "|2025年3月1日"), ["青临县教育局", "青临县财政局", "2025年3月1日"]),
        (table("青临县教育局|青临县财政局"), ["表 1 行"]),
        (table("县教育局|2025年3月1日", "县财政局|完成"), ["表 2 行"]),
    ],
)
def test_a_table_of_names_and_a_date_is_a_signature(grid: Table, told: list[str]) -> None:
    assert texts(unframed([grid])) == told


def test_names_in_a_table_over_a_date_are_a_signature() -> None:
    blocks: list[Block] = [table("青临县教育局|青临县财政局"), Paragraph(2, "2025年3月1日")]

    assert texts(unframed(blocks)) == ["青临县教育局", "青临县财政局", "2025年3月1日"]


@pytest.mark.parametrize(
    "line", ["主动公开", "依申请公开", "共印50份", "（共印50份）", "青临县人民政府办公室　2025年3月1日印发（共印50份）"]
)
def test_how_open_and_how_many_is_said_in_the_imprint(line: str) -> None:
    frame = Frame()
    rest = without_imprint(lines("正文。", "抄送：县委办公室。", line), frame)

    assert (texts(rest), texts(frame.imprint)) == (["正文。"], ["抄送：县委办公室。", line])


@pytest.mark.parametrize(
    "told",
    [
        ("正文。", "附件", "1.分工表", "2.细则"),
        ("正文。", "附件", "1.青临县农村厕所改造", "青临县人民政府", "2025年3月1日", "工作要点"),
        ("正文。", "附件", "分工表", "青临县人民政府", "2025年3月1日"),
        ("正文。", "附件", "青临县人民政府", "2025年3月1日", "2025年工作要点", "一、甲"),
    ],
)
def test_a_bare_label_before_titles_or_a_signature_is_a_note(told: tuple[str, ...]) -> None:
    frame = Frame()

    assert (texts(without_annexes(lines(*told), frame)), frame.annexes) == ([*told], [])


@pytest.mark.parametrize(
    "told",
    [
        ("附件", "1.宪法。", "2.民法典。"),
        ("附件1", "1.分工表", "2.细则"),
        ("附件", "分工表", "青临县人民政府", "2025年3月1日", "一、甲"),
        ("附件", "一、甲", "二、乙"),
    ],
)
def test_a_bare_label_before_a_text_begins_an_annex(told: tuple[str, ...]) -> None:
    frame = Frame()

    assert texts(without_annexes(lines("正文。", *told), frame)) == ["正文。"]
    assert len(frame.annexes) == 1


def test_the_title_on_its_labels_line_is_the_annexes() -> None:
    frame = Frame()
    without_annexes([Paragraph(1, "正文。"), Paragraph(2, "附件：分工表", page_break=True), Paragraph(3, "一、甲")], frame)

    assert [(part.label.text if part.label else "", texts(part.title)) for part in frame.annexes] == [("附件：", ["分工表"])]


@pytest.mark.parametrize(
    ("note", "behind"),
    [
        (("附件：任务表（另发）",), "联系人：王林"),
        (("附件：任务表",), "青临县农村厕所改造"),
        (("附件：任务安排",), "青临县农村厕所改造"),
        (("附件：1.青临县2025年安全生产重点工作任务", "责任分工表", "2.细则"), "青临县人民政府"),
        (("附件：青临县2025年农村厕所改造和人居环境", "整治点位示意"), "青临县人民政府"),
        (("附件", "分工表"), "青临县人民政府"),
    ],
)
def test_only_what_reads_on_as_a_title_belongs_to_the_note(note: tuple[str, ...], behind: str) -> None:
    frame = Frame()
    rest = without_annex_note(lines("正文。", *note, behind), frame)

    assert (texts(frame.annex_note), texts(rest)) == ([*note], ["正文。", behind])
