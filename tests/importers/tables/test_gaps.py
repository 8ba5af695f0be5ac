"""Cells that a source leaves out or empty."""

from __future__ import annotations

import pytest

from generator.importers.ledger import Ledger
from generator.importers.outline import Cell
from generator.importers.tables.gaps import is_across, merged, placed
from tests.importers.made import row, table

USUAL = ("number", "name", "goal", "units", "note")
_FIRST = "1|强化责任|建立台账，定期更新。|县教委、县水利局|"


def _marks(text: str, roles: tuple[str, ...] = USUAL, *, ragged: bool = True) -> tuple[str, list[float]]:
    ledger = Ledger()
    rows = (placed if ragged else merged)([row(_FIRST, 1), row(text, 2)], roles, ledger)
    marks = {"": "", "above": "^", "before": "<"}
    return "|".join(marks[cell.merged] or cell.line for cell in rows[1].cells), [guess.confidence for guess in ledger.guesses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2|提升能力|开展演练。|县教委|", "2|提升能力|开展演练。|县教委|"),
        ("2|提升能力|开展演练。|县教委", "2|提升能力|开展演练。|县教委|"),
        ("2|开展演练。|县教委", "2|^|开展演练。|县教委|"),
        ("2|开展演练。|县教委||", "2|^|开展演练。|县教委|"),
        ("2|开展演练。", "2|^|开展演练。|^|"),
        ("2|开展演练。|||", "2|^|开展演练。|^|"),
        ("2|提升能力|开展演练。", "2|提升能力|开展演练。|^|"),
        ("2|提升能力|0||", "2|提升能力|0||"),
        ("2|提升能力||县教委|", "2|提升能力||县教委|"),
        ("2||开展演练。|县教委|", "2|^|开展演练。|县教委|"),
        ("2|开展演练。|县教委|新增", "2|^|开展演练。|县教委|新增"),
    ],
)
def test_what_is_left_out_is_found_by_the_looks_of_the_rest(text: str, expected: str) -> None:
    assert _marks(text)[0] == expected


def test_a_plain_case_is_no_guess() -> None:
    assert _marks("2|开展演练。|县教委")[1] == []


def test_two_readings_are_a_guess_with_a_confidence() -> None:
    marks, guesses = _marks("2|提升能力|县教委")

    assert marks == "2|^|提升能力|县教委|"
    assert all(0.5 <= confidence < 1 for confidence in guesses)
    assert len(guesses) == 1


def test_the_first_row_lacks_no_name() -> None:
    (only,) = placed([row("1|提升能力|县教委")], ("number", "name", "units"), Ledger())

    assert [cell.merged for cell in only.cells] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "expected"), [("2||开展演练。|县教委|", "2|^|开展演练。|县教委|"), ("2||开展演练。||", "2|^|开展演练。|^|")]
)
def test_an_empty_name_is_merged_and_empty_units_with_it(text: str, expected: str) -> None:
    marks, guesses = _marks(text, ragged=False)

    assert marks == expected
    assert len(guesses) == 1


@pytest.mark.parametrize("text", ["2|提升能力|开展演练。||", "2|提升能力||县教委|", "2||||"])
def test_other_empty_cells_are_empty(text: str) -> None:
    assert _marks(text, ragged=False) == (text, [])


def test_a_sum_has_no_name_and_shares_none() -> None:
    assert _marks("合计||提高一成||", ragged=False) == ("合计||提高一成||", [])


@pytest.mark.parametrize("ragged", [True, False])
def test_one_text_that_is_no_number_goes_across(ragged: bool) -> None:  # noqa: FBT001 - a parameter of the case
    marks, guesses = _marks("二、城乡消防||||", ragged=ragged)

    assert marks == "二、城乡消防|<|<|<|<"
    assert guesses == [0.8]


def test_nothing_is_merged_with_a_row_across() -> None:
    rows = merged([row("一、安全||||"), row("1||开展演练。||", 2)], USUAL, Ledger())

    assert is_across(rows[0])
    assert not any(cell.merged for cell in rows[1].cells)


def test_without_numbers_a_sentence_alone_does_not_go_across() -> None:
    assert _marks("开展演练。", ("name", "goal", "units"))[0] != "开展演练。|<|<"


def test_a_sum_stands_below_the_numbers_and_what_its_row_lacks_is_empty() -> None:
    rows = table("1|修路|县交通局", "合计|1项", ragged=True).rows

    assert placed(rows, ("number", "name", "units"), Ledger())[1].cells == (Cell(("合计",)), Cell(("1项",)), Cell())
