"""The book of an import."""

from __future__ import annotations

from generator.importers.ledger import Entry, Guess, Ledger, Mended, bare


def test_blanks_of_every_width_are_no_characters() -> None:
    assert bare(" 强\u00a0化\u3000责\t任\n") == "强化责任"


def test_every_claim_is_kept_with_its_line() -> None:
    ledger = Ledger()

    assert ledger.place(1, "甲") == "甲"
    ledger.derive(2, "一、")
    ledger.set_aside(3, "首页", "导航")
    ledger.leave(4, "乙", "没有地方")
    ledger.guess(5, "猜", 0.666)
    ledger.mend(6, "改", "，", ",")

    assert (ledger.placed, ledger.derived) == ([Entry(1, "甲")], [Entry(2, "一、")])
    assert (ledger.aside, ledger.unplaced) == ([Entry(3, "首页", "导航")], [Entry(4, "乙", "没有地方")])
    assert (ledger.guesses, ledger.mended) == ([Guess(5, "猜", 0.67)], [Mended(6, "改", "，", ",")])


def test_a_line_put_onto_a_joined_line_is_claimed_where_that_is() -> None:
    ledger = Ledger()
    ledger.join(4, 3)
    ledger.join(2, 1)
    ledger.join(3, 2)

    assert [ledger.home(line) for line in (1, 2, 3, 4, 5)] == [1, 1, 1, 1, 5]


def test_parts_of_one_line_put_onto_each_other_stay_on_it() -> None:
    ledger = Ledger()
    ledger.join(2, 2)
    ledger.join(2, 1)
    ledger.join(1, 2)

    assert (ledger.home(1), ledger.home(2)) == (1, 1)
