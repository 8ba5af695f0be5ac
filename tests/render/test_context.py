"""The context: which elements a notice prints, and how its annexes are labelled and named."""

from __future__ import annotations

import pytest

from generator.plan.builder import build
from generator.render.context import Context, ImprintLines, context
from generator.source.reader import read

TITLE = "title: [某县2025年, 工作要点]\n"


def _context(text: str) -> Context:
    tree = read((TITLE + text).encode()).tree

    assert tree is not None
    plan = build(tree)

    assert plan.notice is not None
    return context(plan, plan.notice)


def _annexes(count: int) -> str:
    return "annexes: [" + ", ".join(f"{{id: x{place}, title: 表{place}}}" for place in range(1, count + 1)) + "]"


def test_an_empty_notice_prints_nothing_but_the_plan() -> None:
    finished = _context("notice: {}")

    assert (finished.mark, finished.number, finished.title, finished.recipients, finished.signature) == ((), "", (), "", ())
    assert (finished.date, finished.note, finished.annex_note, finished.box, finished.imprint) == ("", "", (), (), None)
    assert finished.plan is not None
    assert finished.plan.title == ("某县2025年", "工作要点")


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("status: sample\nlabel: 征求意见稿", "（示范文本）"),
        ("status: draft\nlabel: 征求意见稿", "（征求意见稿）"),
        ("status: draft\nlabel: （送审稿）", "（送审稿）"),
        ("label: 征求意见稿", "（征求意见稿）"),
        ("status: draft", ""),
        ("status: final\nlabel: 征求意见稿", ""),
    ],
)
def test_the_label_stands_under_the_title_of_notice_and_plan(status: str, label: str) -> None:
    finished = _context(f"{status}\nnotice: {{title: 关于印发工作要点的通知}}")

    assert finished.label == label
    assert finished.plan is not None
    assert finished.plan.sublabel == label


def test_without_a_title_the_notice_bears_no_label() -> None:
    assert _context("status: sample\nnotice: {}").label == ""


def test_a_direct_notice_is_the_plan_itself_under_its_title() -> None:
    finished = _context("label: 征求意见稿\nnotice: {form: direct}\npreamble: 导语。\nclosing: 结语。")

    assert (finished.title, finished.label, finished.plan) == (("某县2025年", "工作要点"), "（征求意见稿）", None)
    assert [block.line for block in finished.blocks] == ["导语。", "结语。"]


def test_a_direct_notice_may_have_a_title_of_its_own() -> None:
    assert _context("notice: {form: direct, title: 通知}").title == ("通知",)


@pytest.mark.parametrize(
    ("form", "count", "note", "labels"),
    [
        ("attached", 0, (), []),
        ("attached", 1, ("附件：表1",), ["附件"]),
        ("attached", 2, ("附件：1.表1", "2.表2"), ["附件1", "附件2"]),
        ("direct", 1, ("附件：表1",), ["附件"]),
        ("annex", 0, ("附件：某县2025年工作要点",), []),
        ("annex", 1, ("附件：1.某县2025年工作要点", "2.表1"), ["附件2"]),
    ],
)
def test_annexes_are_numbered_where_there_are_several(form: str, count: int, note: tuple[str, ...], labels: list[str]) -> None:
    finished = _context(f"notice: {{form: {form}}}\n{_annexes(count)}")

    assert (finished.plan_annex_note if form == "attached" else finished.annex_note) == note
    assert (finished.annex_note if form == "attached" else finished.plan_annex_note) == ()
    assert [annex.label for annex in finished.annexes] == labels


@pytest.mark.parametrize(("count", "label"), [(0, "附件"), (1, "附件1")])
def test_a_plan_that_is_an_annex_is_the_first(count: int, label: str) -> None:
    plan = _context(f"notice: {{form: annex}}\n{_annexes(count)}").plan

    assert plan is not None
    assert plan.label == label


def test_an_annex_with_a_label_of_its_own_is_not_counted() -> None:
    finished = _context("notice: {}\nannexes: [{id: x, title: 甲, label: none}, {id: y, title: 乙}, {id: z, title: 丙, label: 附表}]")

    assert finished.plan_annex_note == ("附件：乙",)
    assert [annex.label for annex in finished.annexes] == ["", "附件", "附表"]


def test_an_absent_annex_is_named_and_counted_but_not_printed() -> None:
    finished = _context("notice: {}\nannexes: [{id: x, title: [甲, 表], absent: true}, {id: y, title: 乙}]")

    assert finished.plan_annex_note == ("附件：1.甲表", "2.乙")
    assert [(annex.id, annex.label) for annex in finished.annexes] == [("y", "附件2")]


def test_an_inner_document_has_its_own_recipients_signature_and_date() -> None:
    annex = _context("notice: {}\nannexes: [{id: x, title: 函, label: none, recipients: 各县, signature: 某部, date: 2025-04-02}]").annexes[
        0
    ]

    assert (annex.recipients, annex.signature, annex.date) == ("各县：", ("某部",), "2025年4月2日")


def test_the_box_of_a_web_page_has_the_number_and_dates_as_in_the_file() -> None:
    web = "web: {index: 7, publisher: 某区, other: {编号: 3}}"
    bare = _context(f"notice: {{number: 1号, date: 2025-03-07}}\n{web}")

    assert bare.number == "1号"
    assert bare.box == ((("索引号", "7"), ("发文字号", "1号")), (("发布机构", "某区"), ("成文日期", "2025-03-07")), (("编号", "3"),))


def test_the_imprint_is_worded() -> None:
    imprint = "{copies_to: 县委办, printed_by: 县府办, printed_on: 2025-03-17, disclosure: 主动公开}"

    assert _context(f"notice: {{imprint: {imprint}}}").imprint == ImprintLines("主动公开", "抄送：县委办。", "县府办", "2025年3月17日印发")


@pytest.mark.parametrize("key", ["mark", "recipients", "signature"])
def test_none_prints_nothing(key: str) -> None:
    assert _context(f"notice: {{{key}: none}}") == _context("notice: {}")


def test_none_prints_nothing_in_the_imprint() -> None:
    assert _context("notice: {imprint: {copies_to: none, printed_by: none}}").imprint == ImprintLines("", "", "", "")


@pytest.mark.parametrize("key", ["number", "title", "note", "classification", "urgency"])
def test_none_is_a_word_where_no_region_puts_anything(key: str) -> None:
    assert "none" in str(getattr(_context(f"notice: {{{key}: none}}"), key))
