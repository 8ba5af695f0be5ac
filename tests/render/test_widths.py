"""Column widths: narrow what is short, share the rest so that the table is low, and add up exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render import widths
from generator.render.blocks import Cell, Row, TableView
from generator.render.widths import ems, type_of
from tests.dressed import LOOK

_TOTAL = 156.0
_TYPE = type_of(LOOK.style)
EM, _PADDING = _TYPE
_COLUMNS = ("number", "name", "goal", "units", "note")
_HEADS = ("序号", "名称", "2025年目标（内容）", "责任单位", "备注")


def column_widths(table: TableView, total: float) -> tuple[float, ...]:
    """Return the widths in the built-in style."""
    return widths.column_widths(table, total, _TYPE)


def _table(*rows: tuple[str, ...], heads: tuple[str, ...] = _HEADS, columns: tuple[str, ...] = _COLUMNS) -> TableView:
    return TableView("t", "", "", columns, (_row(heads),), tuple(map(_row, rows)), ())


def _row(texts: tuple[str, ...]) -> Row:
    return Row(tuple(Cell((text,)) for text in texts))


def _responsibilities(goal: int = 80, units: int = 20) -> TableView:
    return _table(("1", "责任落实", "目" * goal, "县" * units, ""), ("12", "宣传教育培训", "目" * goal, "县" * units, ""))


@pytest.mark.parametrize(("text", "width"), [("", 0), ("安全", 2), ("2025年", 3.25), ("“甲”", 3), ("10 %", 2), ("达98%的", 3.75)])
def test_a_full_width_character_is_one_em_a_half_width_one_a_half_and_a_quarter_lies_between(text: str, width: float) -> None:
    assert ems(text) == width


def test_number_and_empty_note_are_as_narrow_as_allowed() -> None:
    number, *_, note = column_widths(_responsibilities(), _TOTAL)

    assert 10 <= number < 14
    assert 14 <= note < 15


def test_a_short_column_shows_its_longest_cell_on_one_line() -> None:
    _, name, *_ = column_widths(_responsibilities(), _TOTAL)

    assert name == pytest.approx(6 * EM + _PADDING, abs=0.125)
    assert name >= 6 * EM + _PADDING


def test_a_long_text_never_becomes_a_thread() -> None:
    table = _table(("1", "九个字及以上的名称", "目" * 900, "县", ""), ("2", "", "目" * 900, "县", ""))

    assert column_widths(table, _TOTAL)[1] >= 4 * EM + _PADDING - 0.2


def test_the_longer_text_gets_the_wider_column() -> None:
    _, _, goal, units, _ = column_widths(_responsibilities(), _TOTAL)

    assert goal > units > 14


def test_equal_texts_get_equal_columns() -> None:
    _, _, goal, units, _ = column_widths(_responsibilities(60, 60), _TOTAL)

    assert goal == pytest.approx(units, abs=EM + 0.2)


def test_short_columns_leave_two_fifths_of_the_table_to_the_long_one() -> None:
    table = _table(*[("八个字的短单元格", "八个字的短单元格", "八个字的短单元格", "目" * 90, "八个字的短单元格")], heads=("甲",) * 5)

    assert column_widths(table, _TOTAL)[3] >= _TOTAL * 0.4 - 0.5


def test_what_is_done_with_a_document_stays_on_one_line_beside_its_name() -> None:
    table = _table(("11", "《" + "推进中心城区安全治理的实施方案" + "》", "印发并实施", "县住房城乡建设委", ""))

    assert column_widths(table, _TOTAL)[2] >= 5 * EM + 4


def test_a_table_of_short_words_fills_the_whole_width() -> None:
    widths = column_widths(_table(("1", "甲", "乙", "丙", "丁")), _TOTAL)

    assert sum(widths) == _TOTAL
    assert widths[0] < widths[3]


def test_merged_cells_say_nothing_of_their_column() -> None:
    plain = _table(("1", "甲", "目" * 60, "县" * 30, ""))
    merged = Row((Cell(("2",)), Cell(("长" * 50,), "above"), Cell(("目" * 60,)), Cell(("县" * 30,)), Cell()))
    with_merged = TableView("t", "", "", _COLUMNS, plain.head, (*plain.rows, merged), ())

    assert column_widths(with_merged, _TOTAL) == pytest.approx(column_widths(plain, _TOTAL), abs=EM + 0.2)


def test_a_row_across_the_table_says_nothing_of_the_first_column() -> None:
    plain = _responsibilities()
    across = Row((Cell(("知识产权保护方面" * 5,)),), across=True)

    assert column_widths(TableView("t", "", "", _COLUMNS, plain.head, (across, *plain.rows), ()), _TOTAL) == column_widths(plain, _TOTAL)


def test_a_cell_over_several_columns_of_a_grid_says_nothing_of_its_first() -> None:
    head = (Row((Cell(("省",)), Cell(("招生计划数及其他说明文字",)), Cell(merged="before"))), _row(("", "1996年", "1997年")))
    widths = column_widths(TableView("t", "", "", (), head, (_row(("总计", "1600", "1800")),), ()), _TOTAL)

    assert widths[1] == pytest.approx(widths[2], abs=0.2)


def test_the_serial_numbers_of_a_grid_are_as_narrow_as_those_of_other_tables() -> None:
    table = _table(("1", "目" * 60), heads=("序号", "内容"), columns=())

    assert column_widths(table, _TOTAL)[0] < 14


def test_a_year_stays_whole_in_a_long_column() -> None:
    table = _table(("目" * 900, "自2024.11.30-2025.1.31年，其余九字以上"), heads=("甲", "乙"), columns=("goal", "other"))

    assert column_widths(table, _TOTAL)[1] >= 8 * EM + _PADDING - 0.2


def test_minima_that_do_not_fit_are_narrowed_alike() -> None:
    table = _table(tuple("甲" for _ in range(20)), heads=tuple("乙" for _ in range(20)), columns=())
    widths = column_widths(table, 100.0)

    assert sum(widths) == 100
    assert max(widths) - min(widths) < 3


@pytest.mark.parametrize(("columns", "count"), [((), 0), (("name", "goal"), 2)])
def test_a_table_without_rows_has_the_columns_it_names(columns: tuple[str, ...], count: int) -> None:
    assert len(column_widths(TableView("t", "", "", columns, (), (), ()), _TOTAL)) == count


_cells = st.builds(
    Cell, st.lists(st.text("安全2025年 ab", max_size=60), max_size=2).map(tuple), st.sampled_from(["", "", "above", "before"])
)
_rows = st.lists(st.builds(Row, st.lists(_cells, max_size=6).map(tuple), st.booleans()), max_size=6).map(tuple)
_tables = st.builds(
    TableView, st.just("t"), st.just(""), st.just(""), st.sampled_from([(), _COLUMNS, ("name",)]), _rows, _rows, st.just(())
)


@given(_tables, st.floats(100, 400))
def test_any_table_gets_widths_that_add_up_and_keep_the_minima(table: TableView, total: float) -> None:
    widths = column_widths(table, total)

    assert not widths or sum(widths) == total
    assert all(width >= 10 for width in widths)
