"""Which blocks of a document are the notice, which the plan, which the annexes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.frame.framed import framed
from generator.importers.frame.parts import Frame
from generator.importers.ledger import Ledger
from tests.importers.made import lines, texts

HEAD = ("关于印发工作要点的通知", "各乡镇人民政府：", "现印发给你们。")
END = ("青临县人民政府", "2025年3月1日")
PLAN = ("2025年工作要点", "一、强化责任", "落实。", "二、严格考核", "通报。")


def _framed(*told: str) -> Frame:
    return framed(lines(*told), Ledger())


def test_a_plan_behind_the_signature_is_attached() -> None:
    frame = _framed(*HEAD, *END, "（此件公开发布）", *PLAN)

    assert frame.form == "attached"
    assert texts(frame.body) == ["现印发给你们。"]
    assert (texts(frame.ending.signature), frame.ending.date and frame.ending.date.text) == (["青临县人民政府"], "2025年3月1日")
    assert frame.ending.note
    assert (texts(frame.plan.title), texts(frame.plan.blocks)) == ([PLAN[0]], [*PLAN[1:]])


def test_a_plan_that_is_the_first_annex_is_the_plan() -> None:
    frame = _framed(*HEAD, "附件：1.2025年工作要点", "2.分工表", *END, "附件1", *PLAN, "附件2", "分工表", "正文。")

    assert (frame.form, texts(frame.plan.title)) == ("annex", [PLAN[0]])
    assert [texts(part.title) for part in frame.annexes] == [["分工表"]]
    assert texts(frame.annex_note) == ["附件：1.2025年工作要点", "2.分工表"]


def test_a_plan_that_is_the_notices_own_text_is_direct() -> None:
    frame = _framed(*HEAD, *PLAN[1:], *END)

    assert (frame.form, frame.body) == ("direct", [])
    assert texts(frame.plan.blocks) == ["现印发给你们。", *PLAN[1:]]
    assert texts(frame.ending.signature) == ["青临县人民政府"]


def test_an_annex_that_is_no_plan_leaves_the_notice_its_own_text() -> None:
    frame = _framed("关于做好统计的通知", "各乡镇人民政府：", "请报送。", *END, "附件", "统计说明", "正文。")

    assert (frame.form, texts(frame.plan.blocks), len(frame.annexes)) == ("direct", ["请报送。"], 1)


def test_an_annex_saved_by_itself_is_a_document() -> None:
    ledger = Ledger()
    frame = framed(lines("附件1", *PLAN), ledger)

    assert (frame.form, texts(frame.title)) == ("direct", [PLAN[0]])
    assert [(entry.text, entry.why) for entry in ledger.aside] == [("附件1", "附件单独成文，附件序号不印")]


@pytest.mark.parametrize("date", ["2025年3月1日", "二〇二五年三月一日", "2025年　月　日", "青临县人民政府　2025年3月1日", "2025年2月30日"])
def test_a_notice_is_signed_where_a_line_is_its_date(date: str) -> None:
    assert _framed(*HEAD, date, *PLAN).form == "attached"


@pytest.mark.parametrize("date", ["2025.3.1", "会议于2025年3月1日", "2025年3月1日起施行。"])
def test_other_lines_with_a_date_sign_nothing(date: str) -> None:
    assert _framed(*HEAD, date, *PLAN).form == "direct"


def test_a_document_without_anything_has_an_empty_frame() -> None:
    assert framed([], Ledger()) == Frame()


@given(
    st.lists(
        st.sampled_from(
            [
                *HEAD,
                *END,
                *PLAN,
                "附件",
                "附件：1.分工表",
                "2.细则",
                "抄送：县委。",
                "（征求意见稿）",
                "（此件公开发布）",
                "特急",
                "目录",
                "（2025年2月20日）",
                "（试行）",
                "共印50份",
            ]
        )
    )
)
def test_every_line_is_in_one_place_of_the_frame(told: list[str]) -> None:
    ledger = Ledger()
    frame = framed(lines(*told), ledger)

    parts = [frame.plan, *frame.annexes]
    placed = [
        *(line.line for _, line in frame.elements),
        *(line.line for line in (*frame.title, *frame.states, *frame.annex_note, *frame.imprint, *frame.ending.signature)),
        *(line.line for line in (frame.ending.date, frame.ending.note) if line),
        *(block.line for block in frame.body),
        *(block.line for part in parts for block in (*part.title, *part.states, *part.blocks)),
        *(part.label.line for part in parts if part.label),
        *(entry.line for entry in (*ledger.aside, *ledger.unplaced) if entry.text in told),
    ]
    assert sorted(placed) == [*range(1, len(told) + 1)]


def test_a_date_below_a_title_is_the_documents_where_nobody_signs() -> None:
    ledger = Ledger()
    frame = framed(lines("青临县2025年工作要点", "（2025年2月20日）", "一、甲"), ledger)

    assert frame.ending.date is not None
    assert (frame.ending.date.text, texts(frame.plan.blocks)) == ("2025年2月20日", ["一、甲"])
    assert [(one.old, one.new) for one in ledger.mended] == [("（2025年2月20日）", "2025年2月20日")]


def test_a_date_below_a_title_stays_text_beside_that_of_a_signature() -> None:
    told = ("青临县2025年工作要点", "（2025年2月20日）", "一、甲", "青临县人民政府", "2025年3月1日")
    ledger = Ledger()
    frame = framed(lines(*told), ledger)

    assert texts(frame.plan.blocks) == ["（2025年2月20日）", "一、甲"]
    assert any("留作正文" in guess.what for guess in ledger.guesses)


def test_a_table_of_contents_is_no_part_of_the_plan() -> None:
    told = ("目录", "一、甲 1", "二、乙 2", "青临县2025年工作要点", "一、甲", "二、乙")
    frame = framed(lines(*told), Ledger())

    assert (texts(frame.title), texts(frame.plan.blocks)) == (["青临县2025年工作要点"], ["一、甲", "二、乙"])


@pytest.mark.parametrize(
    ("signed", "signature"),
    [
        (("青临县林业局", "（代章）"), ["青临县林业局（代章）"]),
        (("青临县就业工作领导小组", "（青临县人社局代章）"), ["青临县就业工作领导小组（青临县人社局代章）"]),
        (("青临县林业局（代章）",), ["青临县林业局（代章）"]),
        (("县长　林青",), ["县长　林青"]),
        (("青 临 县 人 民 政 府",), ["青 临 县 人 民 政 府"]),
    ],
)
def test_who_signs_may_be_a_body_an_officer_or_another_bodys_seal(signed: tuple[str, ...], signature: list[str]) -> None:
    frame = _framed(*HEAD, *signed, "2025年3月1日", *PLAN)

    assert (texts(frame.ending.signature), texts(frame.body)) == (signature, ["现印发给你们。"])


def test_a_seal_note_without_a_name_above_stays_in_the_text() -> None:
    frame = _framed(*HEAD, "（代章）", "2025年3月1日", *PLAN)

    assert (texts(frame.ending.signature), texts(frame.body)) == ([], ["现印发给你们。", "（代章）"])
