"""The notice of an imported plan: its elements, and what printing adds."""

from __future__ import annotations

from typing import Any

import pytest

from generator.importers.frame.notice import notice_of, title_of
from generator.importers.frame.parts import Ending, Frame
from generator.importers.ledger import Ledger, bare
from generator.importers.outline import Paragraph
from generator.importers.prose import in_order
from generator.importers.scribe import Scribe


def _line(text: str, line: int = 1) -> Paragraph:
    return Paragraph(line, text)


def _notice(frame: Frame) -> tuple[dict[str, Any], Ledger]:
    ledger = Ledger()
    return notice_of(frame, Scribe(ledger)), ledger


def _all(frame: Frame) -> str:
    ending = frame.ending
    lines = (
        *(line for _, line in frame.elements),
        *frame.imprint,
        *ending.signature,
        *(line for line in (ending.date, ending.note) if line),
    )
    return bare("".join(line.text for line in lines))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("copy_number", "000001", {"copy_number": "000001"}),
        ("classification", "机密★1年", {"classification": "机密★1年"}),
        ("urgency", "特 急", {"urgency": "特急"}),
        ("mark", "青临县人民政府文件", {"mark": "青临县人民政府文件"}),
        ("number", "青临府发[2025]1号", {"number": "青临府发〔2025〕1号"}),
        ("number", "（青临府发〔2025〕第1号）", {"number": "青临府发〔2025〕1号"}),
        ("number", "青临府文〔2025〕3号　签发人：张三　李四", {"number": "青临府文〔2025〕3号", "signatory": ["张三", "李四"]}),
        ("signatory", "签发人：张三", {"signatory": "张三"}),
        ("recipients", "各乡镇人民政府， 县政府各部门：", {"recipients": "各乡镇人民政府，县政府各部门"}),
    ],
)
def test_an_element_of_the_head_is_written_and_booked_whole(kind: str, text: str, expected: dict[str, Any]) -> None:
    frame = Frame(elements=[(kind, _line(text))])
    notice, ledger = _notice(frame)

    assert notice == {"form": "direct", **expected}
    assert sorted("".join(entry.text for entry in (*ledger.placed, *ledger.derived))) == sorted(_all(frame))


@pytest.mark.parametrize(
    ("names", "date", "expected"),
    [
        (["青临县人民政府"], "2025年3月1日", {"signature": "青临县人民政府", "date": "2025-03-01"}),
        (["县教委　县公安局"], "二〇二五年三月一日", {"signature": ["县教委", "县公安局"], "date": "2025-03-01"}),
        ([], "青临县人民政府 2025年3月1日", {"signature": "青临县人民政府", "date": "2025-03-01"}),
        (["青临县人民政府"], "2025年　月　日", {"signature": "青临县人民政府"}),
    ],
)
def test_an_ending_is_its_names_and_its_date(names: list[str], date: str, expected: dict[str, Any]) -> None:
    frame = Frame(ending=Ending([_line(name) for name in names], _line(date), _line("（此件公开发布）")))
    notice, ledger = _notice(frame)

    assert notice == {"form": "direct", **expected, "note": "此件公开发布"}
    assert sorted("".join(entry.text for entry in (*ledger.placed, *ledger.derived, *ledger.aside))) == sorted(_all(frame))


@pytest.mark.parametrize(
    ("date", "told"),
    [("二〇二五年三月一日", ["2025年3月1日"]), ("2025.3.1", ["2025年3月1日"]), ("2025年03月01日", ["2025年3月1日"]), ("2025年3月1日", [])],
)
def test_a_date_that_is_printed_otherwise_is_told(date: str, told: list[str]) -> None:
    assert [one.new for one in _notice(Frame(ending=Ending(date=_line(date))))[1].mended] == told


def test_an_imprint_is_copies_printer_date_and_disclosure() -> None:
    told = ("抄送：县委办公室。", "分送：县人大办公室。", "公开方式：主动公开", "青临县人民政府办公室", "2025年3月5日印发")
    frame = Frame(imprint=[_line(text, line) for line, text in enumerate(told, 1)])
    notice, ledger = _notice(frame)

    assert notice["imprint"] == {
        "copies_to": "县委办公室。县人大办公室",
        "printed_by": "青临县人民政府办公室",
        "printed_on": "2025-03-05",
        "disclosure": "公开方式：主动公开",
    }
    assert [(one.old, one.new) for one in ledger.mended] == [("分送", "抄送")]
    assert sorted("".join(entry.text for entry in (*ledger.placed, *ledger.derived))) == sorted(_all(frame))


@pytest.mark.parametrize(("form", "said"), [("attached", None), ("annex", "annex"), ("direct", "direct")])
def test_title_and_body_are_the_notices_own_unless_it_is_the_plan(form: Any, said: str | None) -> None:  # noqa: ANN401 - a table of cases
    notice, _ = _notice(Frame(form=form, title=[_line("关于印发要点"), _line("的通知")], body=[_line("现印发。")]))

    own = {} if form == "direct" else {"title": ["关于印发要点", "的通知"], "body": "现印发。"}
    assert notice == ({"form": said} if said else {}) | own


def test_a_title_is_its_lines_also_where_a_paragraph_holds_several() -> None:
    assert title_of([Paragraph(1, "关于印发\n要点的", number=""), _line("通知")], Scribe(Ledger())) == ["关于印发", "要点的", "通知"]
    assert title_of([], Scribe(Ledger())) == []


def test_the_keys_stand_in_the_order_of_the_schema() -> None:
    assert [*in_order("notice", {"date": "2025-03-01", "mark": "甲", "title": "", "number": "乙"})] == ["mark", "number", "date"]


def test_how_many_copies_were_printed_is_set_aside() -> None:
    notice, ledger = _notice(Frame(imprint=[_line("青临县人民政府办公室　2025年3月1日印发（共印50份）"), _line("共印60份", 2)]))

    assert notice["imprint"] == {"printed_by": "青临县人民政府办公室", "printed_on": "2025-03-01"}
    assert [entry.text for entry in ledger.aside] == ["（共印50份）", "共印60份"]
    assert [entry.text for entry in ledger.derived] == ["年月日", "印发"]


def test_a_label_of_signatories_said_again_is_set_aside() -> None:
    lines_ = [("signatory", _line("签发人：张三　签发人：李四")), ("signatory", _line("签发人：王五", 2))]
    notice, ledger = _notice(Frame(elements=lines_))

    assert notice["signatory"] == ["张三", "李四", "王五"]
    assert [entry.text for entry in ledger.derived] == ["签发人："]
    assert [(entry.line, entry.text) for entry in ledger.aside] == [(1, "签发人："), (2, "签发人：")]


@pytest.mark.parametrize(
    ("lines_", "mark"),
    [
        (("县教育局", "县公安局　文件", "县财政局"), ["县教育局", "县公安局", "县财政局文件"]),
        (("县教育局", "县公安局", "文件"), ["县教育局", "县公安局文件"]),
        (("县教育局", "公　告"), "县教育局公告"),
        (("县人民政府", "令"), "县人民政府令"),
        (("文件",), "文件"),
    ],
)
def test_the_words_beside_names_are_put_behind_the_last(lines_: tuple[str, ...], mark: Any) -> None:  # noqa: ANN401 - a table of cases
    frame = Frame(elements=[("mark", _line(text, line)) for line, text in enumerate(lines_, 1)])
    notice, ledger = _notice(frame)

    assert notice["mark"] == mark
    assert sorted("".join(entry.text for entry in ledger.placed)) == sorted(_all(frame))


def test_names_are_written_without_the_blanks_that_spread_them_out() -> None:
    frame = Frame(
        elements=[("signatory", _line("签发人：王　刚"))], ending=Ending([_line("县长　　李　娜"), _line("青 临 县 人 民 政 府", 2)])
    )
    notice, ledger = _notice(frame)

    assert (notice["signatory"], notice["signature"]) == ("王刚", ["县长　李娜", "青临县人民政府"])
    assert [one.new for one in ledger.mended] == ["王刚", "县长　李娜", "青临县人民政府"]


@pytest.mark.parametrize("as_is", [True, False])
def test_a_note_that_loses_blanks_says_so(as_is: bool) -> None:  # noqa: FBT001 - a table of cases
    ledger = Ledger()
    note = notice_of(Frame(ending=Ending(note=_line("（联 系 人：杨光）"))), Scribe(ledger, as_is))["note"]

    assert (note, len(ledger.mended)) == (("联 系 人：杨光", 0) if as_is else ("联系人：杨光", 1))


def test_every_word_for_copies_that_is_not_printed_is_told() -> None:
    frame = Frame(imprint=[_line("抄 报：市政府。"), _line("［抄送］：县委。", 2)])
    notice, ledger = _notice(frame)

    assert notice["imprint"] == {"copies_to": "市政府。县委"}
    assert [(one.what, one.old) for one in ledger.mended] == [("版记里的抄报改写为抄送", "抄报")]


def test_the_number_of_an_order_stays_as_it_is() -> None:
    assert _notice(Frame(elements=[("number", _line("〔2025〕第3号"))]))[0]["number"] == "〔2025〕第3号"
