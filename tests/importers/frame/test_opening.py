"""The head of a notice, among what a page puts around it."""

from __future__ import annotations

import pytest

from generator.importers.frame.opening import without_head
from generator.importers.frame.parts import Frame
from generator.importers.ledger import Ledger
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table, texts

TITLE = "青临县人民政府关于印发工作要点的通知"


def _head(*told: str) -> tuple[Frame, list[str], Ledger]:
    frame, ledger = Frame(), Ledger()
    rest = without_head(lines(*told), frame, ledger)
    return frame, texts(rest), ledger


def _elements(frame: Frame) -> list[tuple[str, str]]:
    return [(kind, line.text) for kind, line in frame.elements]


def test_the_elements_of_the_head_are_known_in_any_order() -> None:
    told = (
        "000001",
        "机密★1年",
        "特急",
        "青临县人民政府文件",
        "青临府文〔2025〕3号",
        "签发人：张三",
        TITLE,
        "市人民政府：",
        "现报告如下。",
    )
    frame, rest, _ = _head(*told)

    assert _elements(frame) == [
        ("copy_number", told[0]),
        ("classification", told[1]),
        ("urgency", told[2]),
        ("mark", told[3]),
        ("number", told[4]),
        ("signatory", told[5]),
        ("recipients", told[7]),
    ]
    assert (texts(frame.title), rest) == ([TITLE], ["现报告如下。"])


def test_a_title_of_several_lines_ends_where_it_is_whole() -> None:
    frame, rest, _ = _head("青临县人民政府", "关于印发工作要点的通知", "各乡镇人民政府：", "现印发给你们。")

    assert texts(frame.title) == ["青临县人民政府", "关于印发工作要点的通知"]
    assert rest == ["现印发给你们。"]


def test_what_a_page_puts_around_the_title_is_set_aside() -> None:
    frame, _, ledger = _head("首页 > 政务公开", "————", "印发工作要点的通知", TITLE, "来源：县政府办", "各乡镇人民政府：")

    assert texts(frame.title) == [TITLE]
    assert [(entry.text, entry.why) for entry in ledger.aside] == [
        ("————", "没有文字的一行"),
        ("首页 > 政务公开", "标题前后的网页文字"),
        ("印发工作要点的通知", "与标题重复"),
        ("来源：县政府办", "标题前后的网页文字"),
    ]


def test_without_recipients_the_text_begins_behind_title_and_number() -> None:
    frame, rest, _ = _head(TITLE, "青临府发〔2025〕1号", "现印发给你们。", "一、强化责任")

    assert (texts(frame.title), _elements(frame)) == ([TITLE], [("number", "青临府发〔2025〕1号")])
    assert rest == ["现印发给你们。", "一、强化责任"]


def test_a_number_said_twice_is_held_once() -> None:
    frame, _, ledger = _head("青临府发〔2025〕1号", TITLE, "青临府发〔2025〕1 号", "各乡镇人民政府：")

    assert [kind for kind, _ in _elements(frame)] == ["number", "recipients"]
    assert [(entry.line, entry.why) for entry in ledger.aside] == [(3, "发文字号重复")]


def test_a_number_in_brackets_behind_the_title_is_taken_off() -> None:
    frame, _, _ = _head(f"{TITLE}（青临府发〔2025〕1号）", "各乡镇人民政府：")

    assert (texts(frame.title), _elements(frame)[0]) == ([TITLE], ("number", "（青临府发〔2025〕1号）"))


def test_further_names_below_the_signatory_are_signatories() -> None:
    frame, _, _ = _head("青临府文〔2025〕3号　签发人：张三", "李四", TITLE, "市人民政府：")

    assert _elements(frame)[:2] == [("number", "青临府文〔2025〕3号　签发人：张三"), ("signatory", "李四")]
    assert texts(frame.title) == [TITLE]


def test_names_above_the_last_line_of_a_mark_belong_to_it() -> None:
    frame, _, _ = _head("青临县教育局", "青临县公安局文件", "青教发〔2025〕1号", TITLE, "各乡镇人民政府：")

    assert [text for kind, text in _elements(frame) if kind == "mark"] == ["青临县教育局", "青临县公安局文件"]
    assert texts(frame.title) == [TITLE]


@pytest.mark.parametrize("line", ["现将要点印发给你们，各乡镇：请落实。", "强化以下工作：", f"各{'乡镇、' * 140}：", "来源：各乡镇："])
def test_other_lines_are_no_recipients(line: str) -> None:
    frame, rest, _ = _head(TITLE, line)

    assert [kind for kind, _ in _elements(frame)] == []
    assert rest == [line]


def test_recipients_behind_a_number_are_part_of_the_text() -> None:
    frame, rest, _ = _head(TITLE, "一、强化责任", "各乡镇人民政府：")

    assert (frame.elements, rest) == ([], ["一、强化责任", "各乡镇人民政府："])


def test_a_draft_says_what_state_it_is_in() -> None:
    frame, _, _ = _head(TITLE, "（征求意见稿）", "各乡镇人民政府：")

    assert (texts(frame.states), texts(frame.title)) == (["（征求意见稿）"], [TITLE])


def test_a_table_in_the_head_stays_with_the_text() -> None:
    frame, grid = Frame(), table("1|甲", line=2)
    rest = without_head([Paragraph(1, TITLE), grid, Paragraph(3, "各乡镇人民政府："), Paragraph(4, "正文。")], frame, Ledger())

    assert rest == [grid, Paragraph(4, "正文。")]


@pytest.mark.parametrize(
    "line", ["为做好防汛工作，经县政府同意，现将各单位有关事项通知如下：", "经研究，各部门分工如下：", "现将各单位任务分解如下："]
)
def test_a_sentence_addresses_nobody(line: str) -> None:
    frame, rest, _ = _head(TITLE, line, "一、甲")

    assert (_elements(frame), rest) == ([], [line, "一、甲"])


def test_bodies_above_the_line_that_says_about_what_belong_to_the_title() -> None:
    frame, rest, _ = _head("中共青临县委　青临县人民政府", "关于推进乡村振兴的实施意见", "（2025年2月20日）", "正文。")

    assert (texts(frame.title), rest) == (["中共青临县委　青临县人民政府", "关于推进乡村振兴的实施意见"], ["正文。"])
    assert _elements(frame) == [("title_date", "（2025年2月20日）")]


@pytest.mark.parametrize(
    "title",
    [
        ("青临县林业局", "关于印发《2025年工作要点》", "的通知"),
        ("关于印发", "《2025年工作要点》", "的通知"),
        ("关于征求《2025年工作要点", "（征求意见稿）》意见的函"),
    ],
)
def test_a_title_may_break_inside_and_behind_the_name_of_the_plan(title: tuple[str, ...]) -> None:
    frame, _, ledger = _head(*title, "各乡镇人民政府：", "现印发给你们。")

    assert (texts(frame.title), ledger.aside, ledger.unplaced) == ([*title], [], [])


def test_recipients_that_go_on_below_are_one() -> None:
    frame, rest, ledger = _head(TITLE, "各区县教育局，市直各学校，局机关各", "科室：", "现印发给你们。")

    assert _elements(frame) == [("recipients", "各区县教育局，市直各学校，局机关各科室：")]
    assert (rest, ledger.joined) == (["现印发给你们。"], {3: 2})
    assert [one.what for one in ledger.mended] == ["主送机关接回上一行"]


def test_a_line_that_nothing_tells_of_is_left_to_the_officer() -> None:
    _, _, ledger = _head("内部资料", "【发布日期】2025.03.01", "2025-03-01 10:20", TITLE, "各乡镇人民政府：")

    assert [entry.text for entry in ledger.unplaced] == ["内部资料"]
    assert [entry.why for entry in ledger.aside] == ["标题前后的网页文字"] * 2


def test_a_body_above_the_number_is_the_mark() -> None:
    frame, _, _ = _head("青临县安全生产委员会", "青安委〔2025〕1号", "青临县安全生产委员会", TITLE, "各乡镇人民政府：")

    assert _elements(frame)[:2] == [("mark", "青临县安全生产委员会"), ("number", "青安委〔2025〕1号")]
    assert texts(frame.title) == ["青临县安全生产委员会", TITLE]


def test_an_order_has_its_number_and_no_title() -> None:
    frame, rest, _ = _head("青临县人民政府令", "第6号", "《青临县管理办法》已经通过，现予公布。")

    assert _elements(frame) == [("mark", "青临县人民政府令"), ("number", "第6号")]
    assert (frame.title, rest) == ([], ["《青临县管理办法》已经通过，现予公布。"])


def test_a_signatory_of_two_characters_may_be_spread_out() -> None:
    frame, _, _ = _head("青临府文〔2025〕3号　签发人：张三", "李　四", TITLE, "市人民政府：")

    assert _elements(frame)[1] == ("signatory", "李　四")


def test_a_short_line_of_the_title_is_no_signatory() -> None:
    frame, _, _ = _head("青临府文〔2025〕3号　签发人：张三", "关于印发《工作要点》", "的通知", "市人民政府：")

    assert texts(frame.title) == ["关于印发《工作要点》", "的通知"]
