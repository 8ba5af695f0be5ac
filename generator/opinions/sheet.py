"""意见采纳情况表.xlsx: every opinion a row, filled in by an officer and read back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.errors import UserError
from generator.source.files import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.opinions.proposals import Opinion

ADOPTED = "采纳"
ANSWERS = (ADOPTED, "部分采纳", "不采纳")
_COLUMNS = {"编号": 9, "单位": 18, "条款": 28, "意见": 60, "采纳情况": 11, "理由": 26}
"""Heads with their widths in characters; together they fill a page of A4 across."""

_NAME = "意见采纳情况表"
_A4 = 9
_LARGEST = 20_000_000
_LONGEST = 32_767  # characters that a cell holds
_ROWS_AT_MOST = 20_000


class Answer(NamedTuple):
    """What an officer wrote beside an opinion, and in which row of the sheet."""

    row: int
    id: str
    word: str


def write(opinions: Iterable[Opinion], title: str) -> bytes:
    """Return the sheet of opinions on a plan of that title, the answers open."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where a sheet is asked for

    book = Workbook()
    page = book.active
    page.title = _NAME
    rows = [[*_COLUMNS], *(_row(opinion) for opinion in opinions)]
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            _text(page.cell(number, column), text)
    _dress(page, len(rows), title)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _row(opinion: Opinion) -> list[str]:
    hindrance = opinion.hindrance
    by_hand = f"（程序不能代为采纳：{hindrance.why}。{hindrance.remedy}）" if hindrance else ""
    return [opinion.id, "、".join(opinion.units), opinion.place, f"{opinion.sentence}{by_hand}", "", ""]


def _text(cell: Any, text: str) -> None:  # noqa: ANN401 - openpyxl has no types
    """Write a text as a text, whatever it begins with: a sheet must not compute what somebody wrote into a draft."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST] or None
    cell.number_format = "@"
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _dress(page: Any, rows: int, title: str) -> None:  # noqa: ANN401 - the same
    """Dress the page: bold head that stays in sight and is printed on every page, wrapped cells, answers to choose from."""
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    line = Side(style="thin")
    for row in page.iter_rows(min_row=1, max_row=rows):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="center" if cell.row == 1 else "top")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.font = Font(bold=cell.row == 1)
    for column, width in enumerate(_COLUMNS.values(), start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    answer = get_column_letter([*_COLUMNS].index("采纳情况") + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = "采纳情况", f"请选择：{'、'.join(ANSWERS)}。"
    choice.add(f"{answer}2:{answer}{max(rows, 2)}")
    page.add_data_validation(choice)
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddHeader.center.text = f"{title}{_NAME}".replace("&", "&&")
    page.oddFooter.center.text = "第 &P 页，共 &N 页"


def read(path: Path) -> tuple[Answer, ...]:
    """Return the answers of a sheet, row by row. Raises UserError when it cannot be read or is no such sheet."""
    from openpyxl import load_workbook  # noqa: PLC0415

    data = read_file(path, _LARGEST + 1)
    if len(data) > _LARGEST:
        raise UserError(f"表格太大，没有读：{path}", "请用 --report 另生成一份。")
    try:
        page = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        rows = [*page.iter_rows(values_only=True, max_row=_ROWS_AT_MOST)]
    except Exception as error:  # whatever a broken or foreign file makes the library raise
        raise UserError(f"读不了这份表格：{path}", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。") from error
    return tuple(_answers(rows, path))


def _answers(rows: list[tuple[object, ...]], path: Path) -> Iterator[Answer]:
    for first, head in enumerate(rows):
        names = [_said(cell) for cell in head]
        if {"编号", "采纳情况"} <= {*names}:
            id_, word = names.index("编号"), names.index("采纳情况")
            for number, row in enumerate(rows[first + 1 :], start=first + 2):
                if any(map(_said, row)):
                    yield Answer(number, _said(row[id_]).lower(), _said(row[word]))
            return
    raise UserError(f"这份表格里没有“编号”和“采纳情况”两列：{path}", "请用 --report 生成的意见采纳情况表填写。")


def _said(cell: object) -> str:
    return "".join(str(cell).split()) if cell is not None else ""
