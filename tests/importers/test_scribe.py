"""Texts written into the plan, each booked."""

from __future__ import annotations

import pytest

from generator.importers.ledger import Entry, Ledger, Mended
from generator.importers.outline import Paragraph
from generator.importers.scribe import Scribe


@pytest.mark.parametrize(("as_is", "expected"), [(False, "强化责任"), (True, "强化  责任")])
def test_a_text_is_placed_as_the_plan_holds_it(as_is: bool, expected: str) -> None:  # noqa: FBT001 - a table of cases
    ledger = Ledger()

    assert Scribe(ledger, as_is).text(3, "　强化  责任 ") == expected
    assert ledger.placed == [Entry(3, expected)]


def test_a_blank_that_is_taken_out_is_told_with_what_stands_around_it() -> None:
    ledger = Ledger()
    Scribe(ledger).text(3, "　全面强化党政领导干部 责任。")

    assert ledger.mended == [Mended(3, "去掉字间空格", "党政领导干部 责任。", "党政领导干部责任。")]


def test_blanks_that_set_things_apart_stay_in_running_text_only() -> None:
    scribe = Scribe(Ledger())

    assert scribe.prose(1, "组长：郑国强  县委常委") == "组长：郑国强　县委常委"
    assert scribe.text(1, "青临县人民政府  文件") == "青临县人民政府文件"
    assert Scribe(Ledger(), as_is=True).prose(1, "郑国强  县委常委") == "郑国强  县委常委"


def test_every_blank_that_is_taken_out_is_told_those_near_each_other_together() -> None:
    ledger = Ledger()
    Scribe(ledger).prose(3, "全面强化党政领导干部 责 任，牵头抓好落实工作，严格考核 通报。")

    assert ledger.mended == [
        Mended(3, "去掉字间空格", "党政领导干部 责 任，牵头抓好", "党政领导干部责任，牵头抓好"),
        Mended(3, "去掉字间空格", "作，严格考核 通报。", "作，严格考核通报。"),
    ]


@pytest.mark.parametrize("raw", ["强化责任", "　强化责任　", "强化\n责任", "Web Office"])
def test_blanks_around_a_text_and_line_breaks_are_no_mending(raw: str) -> None:
    ledger = Ledger()
    Scribe(ledger).text(1, raw)

    assert ledger.mended == []


def test_a_paragraph_is_written_with_its_automatic_number() -> None:
    ledger = Ledger()

    assert Scribe(ledger).paragraph(Paragraph(2, "强化责任", number="1.")) == "1.强化责任"


def test_blanks_alone_are_not_booked_as_derived() -> None:
    ledger = Ledger()
    scribe = Scribe(ledger)
    scribe.derive(1, " 　")
    scribe.derive(1, " 一 、")

    assert ledger.derived == [Entry(1, "一、")]
