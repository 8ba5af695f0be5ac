"""Tables for Word: what is joined spans columns and goes on downward."""

from __future__ import annotations

from markupsafe import Markup

from generator.render.blocks import Cell, Row, TableView
from generator.render.word.grid import Grid, GridCell, grid
from generator.render.word.parts import mm
from tests.dressed import LOOK

ABOVE, BEFORE = Cell(merged="above"), Cell(merged="before")
BOOKMARKS = {"": Markup(), "i": Markup("<mark/>"), "t": Markup("<table/>")}


def _grid(*rows: Row, columns: tuple[str, ...] = ()) -> Grid:
    return grid(TableView("t", "", "", columns, (), rows, ()), LOOK.style, BOOKMARKS, landscape=False)


def _shape(cells: tuple[GridCell, ...]) -> list[tuple[str, int, str]]:
    return [("".join(cell.text), cell.span, cell.merge) for cell in cells]


def test_a_cell_joined_with_the_one_above_goes_on() -> None:
    made = _grid(Row((Cell(("甲",)), Cell(("乙",)))), Row((ABOVE, Cell(("丙",)))), Row((Cell(("丁",)), ABOVE)))

    assert [_shape(row) for row in made.rows] == [
        [("甲", 1, "restart"), ("乙", 1, "")],
        [("", 1, "continue"), ("丙", 1, "restart")],
        [("丁", 1, ""), ("", 1, "continue")],
    ]


def test_a_cell_joined_both_ways_spans_the_same_columns_in_every_row() -> None:
    made = _grid(Row((Cell(("甲",)), BEFORE, Cell(("乙",)))), Row((ABOVE, ABOVE, Cell(("丙",)))))

    assert [_shape(row) for row in made.rows] == [[("甲", 2, "restart"), ("乙", 1, "")], [("", 2, "continue"), ("丙", 1, "")]]


def test_a_row_across_takes_all_columns_and_an_item_its_bookmark_once() -> None:
    made = _grid(Row((Cell(("章",)),), across=True, id="i"), Row((Cell(("1",)), Cell(("目标",))), id="i"), columns=("number", "goal"))

    assert [(cell.span, cell.width) for cell in made.rows[0]] == [(2, sum(made.widths))]
    assert [cell.bookmark for cell in made.rows[1]] == [Markup("<mark/>"), Markup()]
    assert [cell.centred for cell in made.rows[1]] == [True, True]


def test_the_columns_fill_the_text_area() -> None:
    made = _grid(Row((Cell(("甲",)), Cell(("乙" * 200,)), Cell())))

    assert abs(sum(made.widths) - mm(156)) <= len(made.widths)
    assert [cell.text for cell in made.rows[0]][2] == ("",)


def test_a_table_without_a_title_bears_its_id_in_its_first_row() -> None:
    made = _grid(Row((Cell(("甲",)), Cell(("乙",)))), Row((Cell(("丙",)), Cell(("丁",)))))

    assert [Markup("<table/>"), Markup()] == [row[0].bookmark for row in made.rows]
