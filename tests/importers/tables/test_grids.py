"""Grids of cells as they stand."""

from __future__ import annotations

from generator.importers.ledger import Ledger
from generator.importers.tables.grids import grid_of
from tests.importers.made import table


def test_a_grid_keeps_head_body_and_merged_cells() -> None:
    grid = grid_of(table("省|招生|<", "^|甲|乙", "总计|共计/三人|").rows, 2, Ledger())

    assert grid == {"head": [["省", "招生", "left"], ["same", "甲", "乙"]], "body": [["总计", "共计\n三人", ""]]}


def test_paragraphs_of_a_cell_stay_apart() -> None:
    ledger = Ledger()

    assert grid_of(table("区财政局/各镇街|一｜二/三｜四").rows, 0, ledger) == {"body": [["区财政局\n各镇街", "一｜二\n三｜四"]]}
    assert ledger.mended == []


def test_a_table_of_head_rows_only_is_all_body() -> None:
    assert grid_of(table("省|招生").rows, 1, Ledger()) == {"body": [["省", "招生"]]}


def test_short_rows_are_filled_up_and_told_once() -> None:
    ledger = Ledger()

    assert grid_of(table("甲|乙|丙", "丁", "戊").rows, 0, ledger) == {"body": [["甲", "乙", "丙"], ["丁", "", ""], ["戊", "", ""]]}
    assert [guess.what for guess in ledger.guesses] == ["有2行的格数比别的行少，缺的格补在行末"]


def test_a_merged_cell_with_nothing_to_merge_with_is_empty() -> None:
    assert grid_of(table("^|甲", "<|乙").rows, 0, Ledger()) == {"body": [["", "甲"], ["", "乙"]]}


def test_the_words_that_mark_merged_cells_are_no_text_and_left_over() -> None:
    ledger = Ledger()

    assert grid_of(table("same|甲").rows, 0, ledger) == {"body": [["", "甲"]]}
    assert [entry.text for entry in ledger.unplaced] == ["same"]
