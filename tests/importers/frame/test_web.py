"""The metadata box of a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.importers.frame.web import web_of
from generator.importers.ledger import Ledger, bare

if TYPE_CHECKING:
    from generator.importers.prose import Drawn


def _web(*entries: tuple[str, str], notice: Drawn | None = None) -> tuple[Drawn, Drawn, Ledger]:
    ledger = Ledger()
    held: Drawn = {} if notice is None else notice
    box = [(line, label, value) for line, (label, value) in enumerate(entries, 1)]
    web = web_of(box, held, ledger)

    said = "".join(label + value for label, value in entries)
    booked = "".join(entry.text for entry in (*ledger.placed, *ledger.derived, *ledger.aside, *ledger.unplaced))
    assert sorted(bare(booked)) == sorted(bare(said))
    return web, held, ledger


def test_known_labels_have_their_keys_and_others_are_kept_by_name() -> None:
    web, notice, _ = _web(("索引号", "007"), ("发布机构", "青临县"), ("统一编号", "QL1"), ("发布日期", "2025-03-17 10:30"))

    assert web == {"index": "007", "publisher": "青临县", "published_on": "2025-03-17", "other": {"统一编号": "QL1"}}
    assert notice == {}


def test_number_title_and_date_go_into_a_notice_that_has_none() -> None:
    web, notice, _ = _web(("发文字号", "青临府发〔2025〕1号"), ("标题", "通知"), ("成文日期", "2025年3月13日"))

    assert (web, notice) == ({}, {"number": "青临府发〔2025〕1号", "title": "通知", "date": "2025-03-13"})


def test_what_the_notice_says_too_is_said_once() -> None:
    notice: Drawn = {"number": "青临府发〔2025〕1号", "date": "2025-03-13", "title": ["印发", "通知"]}
    web, _, ledger = _web(("文号", "青临府发[2025]1号"), ("成文日期", "2025/3/13"), ("名称", "印发通知"), notice=notice)

    assert web == {}
    assert [entry.why for entry in ledger.aside] == ["文号在信息栏和正文里都有", "名称在信息栏和正文里都有"]
    assert [entry.text for entry in ledger.derived] == ["成文日期2025/3/13"]


def test_what_it_says_otherwise_is_kept_beside_it_and_told() -> None:
    web, notice, ledger = _web(("成文日期", "2025-03-14"), notice={"date": "2025-03-13"})

    assert (web, notice) == ({"other": {"成文日期": "2025-03-14"}}, {"date": "2025-03-13"})
    assert [guess.what for guess in ledger.guesses] == ["信息栏的成文日期“2025-03-14”与正文“2025-03-13”不同，两处都保留"]


@pytest.mark.parametrize("value", ["三月", "2025-02-30"])
def test_a_date_that_is_none_stays_as_it_is_written(value: str) -> None:
    assert _web(("发布日期", value), ("成文日期", value))[0] == {"other": {"发布日期": value, "成文日期": value}}


def test_an_empty_entry_is_set_aside() -> None:
    web, _, ledger = _web(("主题分类", ""))

    assert (web, [entry.text for entry in ledger.aside]) == ({}, ["主题分类"])


def test_of_two_entries_of_one_label_the_first_stays_and_the_other_is_told() -> None:
    web, _, ledger = _web(
        ("索引号", "007"), ("索引号", "００７"), ("索引号", "008"), ("发布日期", "2025-03-17"), ("发布时间", "2025年3月17日")
    )

    assert web == {"index": "007", "published_on": "2025-03-17"}
    assert [(entry.line, entry.why) for entry in ledger.aside] == [(2, "信息栏里说了两遍"), (5, "信息栏里说了两遍")]
    assert [(entry.line, entry.text) for entry in ledger.unplaced] == [(3, "索引号008")]
