"""意见采纳情况表: opinions as rows that are safe to open, fit to print, and come back filled in."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from generator.errors import UserError
from generator.opinions import sheet
from generator.opinions.proposals import Opinion
from generator.opinions.sheet import Answer

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

_OPINIONS = (
    Opinion(id="3fa9c1", units=("县应急局", "县公安局"), place="第一部分任务（一）“强化领导责任”的正文", sentence="将“4次”改为“6次”"),
    Opinion(id="123456", units=('=HYPERLINK("http://a.example")',), place="+1", sentence="@批注\x07"),
)


def _page() -> Any:  # noqa: ANN401 - openpyxl has no types
    return openpyxl.load_workbook(io.BytesIO(sheet.write(_OPINIONS, "青岭县工作要点"))).active


def test_every_opinion_is_a_row_under_a_bold_head() -> None:
    rows = [[cell.value for cell in row] for row in _page().iter_rows()]

    assert rows[0] == ["编号", "单位", "条款", "意见", "采纳情况", "理由"]
    assert rows[1] == ["3fa9c1", "县应急局、县公安局", "第一部分任务（一）“强化领导责任”的正文", "将“4次”改为“6次”", None, None]
    assert all(cell.font.bold for cell in _page()[1])


def test_no_cell_is_a_formula_or_a_number() -> None:
    assert {cell.data_type for row in _page().iter_rows(max_col=4) for cell in row} == {"s"}
    assert [cell.value for cell in _page()[3]][:4] == ["123456", '=HYPERLINK("http://a.example")', "+1", "@批注"]


def test_the_page_is_set_up_for_printing() -> None:
    page = _page()

    assert (page.page_setup.orientation, page.page_setup.paperSize, page.freeze_panes, page.print_title_rows) == (
        "landscape",
        9,
        "A2",
        "$1:$1",
    )
    assert all(cell.alignment.wrap_text for row in page.iter_rows() for cell in row)
    assert [(str(choice.sqref), choice.formula1) for choice in page.data_validations.dataValidation] == [
        ("E2:E3", '"采纳,部分采纳,不采纳"')
    ]


def test_what_is_filled_in_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(sheet.write(_OPINIONS, "题")))
    book.active["E2"], book.active["E3"] = " 采纳 ", "再议"
    book.active.insert_rows(1)
    book.save(path)

    assert sheet.read(path) == (Answer(3, "3fa9c1", "采纳"), Answer(4, "123456", "再议"))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no sheet"])
def test_what_is_no_sheet_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(data)

    with pytest.raises(UserError, match="读不了这份表格"):
        sheet.read(path)


def test_a_sheet_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    openpyxl.Workbook().save(path)

    with pytest.raises(UserError, match="没有“编号”和“采纳情况”两列"):
        sheet.read(path)
