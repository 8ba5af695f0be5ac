"""The edges of a document: layout tables, the imprint, the annex note and the annexes."""

from __future__ import annotations

import pytest

from generator.importers.frame.edges import without_annex_note, without_annexes, without_imprint
from generator.importers.frame.parts import Frame
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table, texts


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


@pytest.mark.parametrize("labels", [("附件1　分工表", "附件2　细则"), ("附件1：分工表", "附件2：细则"), ("附件 1 分工表", "附件 2 细则")])
def test_a_title_that_the_note_names_begins_its_annex_on_the_labels_line(labels: tuple[str, str]) -> None:
    frame = Frame()
    note = ("附件：1.分工表", "2.细则")
    rest = without_annexes(lines("正文。", *note, labels[0], "一、甲", labels[1], "一、乙"), frame)

    assert texts(rest) == ["正文。", *note]
    assert [(texts(part.title), texts(part.blocks)) for part in frame.annexes] == [(["分工表"], ["一、甲"]), (["细则"], ["一、乙"])]


def test_blanks_behind_a_numbered_label_set_a_title_apart_without_a_note() -> None:
    frame = Frame()
    without_annexes(lines("正文。", "附件1　分工表", "一、甲"), frame)

    assert [texts(part.title) for part in frame.annexes] == [["分工表"]]


@pytest.mark.parametrize(
    "told",
    [
        ("正文。", "附件1　分工表", "附件2　名单", "青临县人民政府", "2025年3月1日"),
        ("正文。", "附件1：分工表", "附件2：名单", "一、甲"),
        ("正文。", "附件1　已经印发", "一、甲"),
        ("正文。", "附件　分工表", "一、甲"),
    ],
)
def test_lines_that_only_name_annexes_begin_none(told: tuple[str, ...]) -> None:
    frame = Frame()

    assert (texts(without_annexes(lines(*told), frame)), frame.annexes) == ([*told], [])


def test_a_label_above_one_counted_title_and_its_table_begins_an_annex() -> None:
    frame = Frame()
    rest = without_annexes([*lines("正文。", "附件：", "1. 分解表"), table("指标|数值", "甲|1")], frame)
    (part,) = frame.annexes

    assert (texts(rest), texts(part.title), texts(part.blocks)) == (["正文。"], ["分解表"], ["表 2 行"])
    assert (part.label, texts(part.noted)) == (None, ["附件：", "1. "])


def test_a_list_of_appended_tables_is_an_annex_note() -> None:
    frame = Frame()
    rest = without_annex_note(lines("正文。", "附表：1.分解表", "2.名单", "青临县人民政府"), frame)

    assert (texts(frame.annex_note), texts(rest)) == (["附表：1.分解表", "2.名单"], ["正文。", "青临县人民政府"])
