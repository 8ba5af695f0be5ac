"""The labels of annexes and the numbers of the annex note."""

from __future__ import annotations

import pytest

from generator.importers.frame.labels import Held, book, tell_first
from generator.importers.ledger import Ledger
from generator.importers.outline import Paragraph
from tests.importers.made import claims


def _held(label: str, line: int, *noted: str) -> Held:
    return Held({"title": "分工表"}, Paragraph(line, label) if label else None, [(line + 100, text) for text in noted])


def _booked(*held: Held) -> tuple[list[object], list[tuple[str, str]], list[str]]:
    ledger = Ledger()
    book(held, ledger)
    mended = [(one.old, one.new) for one in ledger.mended]
    return [one.annex.get("label") for one in held], mended, [entry.text for entry in ledger.aside]


@pytest.mark.parametrize(
    ("labels", "kept"),
    [
        (["附件"], [None]),
        (["附件 1", "附件2"], [None, None]),
        (["附件一", "附件二："], [None, None]),
        (["附件3"], ["附件3"]),
        (["附表1"], ["附表1"]),
        (["附件1", "附录A"], ["附件1", "附录A"]),
        (["附件", "附件"], ["附件", "附件"]),
        (["附件1", "附件2", "附录A"], [None, None, "附录A"]),
        (["", "附件2"], [None, None]),
    ],
)
def test_a_label_that_no_note_counts_stays_as_it_stands(labels: list[str], kept: list[str | None]) -> None:
    assert _booked(*(_held(label, line) for line, label in enumerate(labels, 1)))[0] == kept


@pytest.mark.parametrize(
    ("label", "noted", "mended", "aside"),
    [
        ("附件", ("附件：",), [], []),
        ("", ("附：",), [("附：", "附件：")], []),
        ("附件3", ("附件：3.",), [("附件3", "附件"), ("附件：3.", "附件：")], ["3", "3."]),
        ("附件：", ("附件：",), [("附件：", "附件")], ["："]),
        ("附件一", ("附件：",), [("附件一", "附件")], ["一"]),
    ],
)
def test_what_is_printed_otherwise_is_told_and_no_dropped_sign_counts_as_printed(
    label: str, noted: tuple[str, ...], mended: list[tuple[str, str]], aside: list[str]
) -> None:
    _, told, dropped = _booked(_held(label, 1, *noted))

    assert (told, [text.replace(":", "：") for text in dropped]) == (mended, aside)


def test_numbers_of_a_note_are_those_of_the_places() -> None:
    held = [_held("附件1", 1, "附件：", "1．"), _held("附件2", 2, "2、")]

    assert _booked(*held) == ([None, None], [("2、", "2.")], ["、"])


def test_a_label_and_a_number_on_lines_of_their_own_are_told_once() -> None:
    first = Held({}, noted=[(1, "附件"), (2, "1.")])

    assert _booked(first, _held("", 3, "2.")) == ([None, None], [("附件1.", "附件：1.")], [])


def test_every_sign_of_labels_and_numbers_is_claimed() -> None:
    ledger = Ledger()
    book([_held("附件3：", 1, "附：3、")], ledger)

    assert {line: count.total() for line, count in claims(ledger).items()} == {1: 4, 101: 4}


@pytest.mark.parametrize(("label", "told"), [("附件", []), ("附件1", [("附件1", "附件")])])
def test_the_label_of_the_plan_itself_is_told_where_it_changes(label: str, told: list[tuple[str, str]]) -> None:
    ledger = Ledger()
    tell_first([_held("", 1)], Paragraph(1, label), ledger)

    assert [(one.old, one.new) for one in ledger.mended] == told
