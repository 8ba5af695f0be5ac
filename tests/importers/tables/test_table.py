"""Tables become items under columns or a grid, and print as they stood."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.ids import Ids
from generator.importers.ledger import Ledger
from generator.importers.outline import Cell, Row, Table
from generator.importers.tables.table import joined, recognised
from tests.importers.made import HEAD, cells, claims, faults, printed, row, source, table

if TYPE_CHECKING:
    from generator.source.tree import Value


def _recognised(*rows: str, ragged: bool = False) -> dict[str, Value]:
    return recognised(table(*rows, ragged=ragged), Ledger(), taken=Ids())


def test_a_table_of_the_usual_heads_says_items_only() -> None:
    assert _recognised(HEAD, "1|事故起数|0|县教委|") == {
        "items": [{"id": "shi_gu_qi_shu", "name": "事故起数", "goal": "0", "units": "县教委"}]
    }


def test_heads_that_differ_are_labels() -> None:
    assert _recognised("序 号|名称|2025 年目标（内容）|责任单位|备注", "1|甲|0||")["labels"] == {"goal": "2025年目标（内容）"}


def test_other_columns_are_named_with_every_head() -> None:
    found = _recognised("序号|改革举措|主要内容|牵头单位|推广范围", "1|甲|乙|县教委|全县")

    assert found == {
        "columns": {"number": "序号", "name": "改革举措", "goal": "主要内容", "lead": "牵头单位", "tui_guang_fan_wei": "推广范围"},
        "items": [{"id": "jia", "name": "甲", "goal": "乙", "lead": "县教委", "tui_guang_fan_wei": "全县"}],
    }


def test_units_that_only_the_cells_of_a_grid_name_are_told() -> None:
    ledger = Ledger()
    found = recognised(table("任务|<|责任单位", "类别|事项|^", "防汛|清淤|县水利局"), ledger, taken=Ids(), title="分工表", says_merges=True)

    assert found.keys() == {"grid"}
    assert [guess.what for guess in ledger.guesses] == [
        "“分工表”按自由表格写成：表头不止一行，或不在第一行，各行不成为项，责任单位等只在格里"
    ]


def test_a_head_below_other_rows_is_told_too_but_no_table_without_units() -> None:
    ledger = Ledger()
    recognised(table("填报单位：县政府办|<|3月|<", "序号|任务|进展|责任单位", "1|甲|乙|县局"), ledger, taken=Ids(), says_merges=True)
    recognised(table("甲|乙|丙", "责任|单位|丁"), ledger, taken=Ids(), says_merges=True)

    assert len(ledger.guesses) == 1


def test_a_head_of_two_rows_in_a_text_is_one_with_merged_cells() -> None:
    ledger = Ledger()
    found = recognised(table("序号|任务|责任单位|", "||牵头|配合", "1|修路|县交通局|"), ledger, taken=Ids())

    assert found["grid"] == {
        "head": [["序号", "任务", "责任单位", "left"], ["same", "same", "牵头", "配合"]],
        "body": [["1", "修路", "县交通局", ""]],
    }
    assert next(guess.what for guess in ledger.guesses) == "表头有两行，空着的格是合并的格"


def test_a_head_printed_with_blanks_is_mended_and_says_so() -> None:
    ledger = Ledger()
    recognised(table("序　号|名称|目标|责任单位|备注", "1|甲|||"), ledger, taken=Ids())

    assert [(mended.old, mended.new) for mended in ledger.mended] == [("序　号", "序号")]


def test_a_pipe_table_joins_what_is_empty_and_a_word_table_does_not() -> None:
    assert _recognised(HEAD, "1|甲|一|县教委|", "2||二|县教委|")["items"] == [
        {"id": "jia", "name": "甲", "goal": "一", "units": "县教委"},
        {"id": "er", "name": "甲", "join": ["name"], "goal": "二", "units": "县教委"},
    ]
    assert _recognised(HEAD, "1|甲|一|县教委|", "2||二|^|")["items"] == [
        {"id": "jia", "name": "甲", "goal": "一", "units": "县教委"},
        {"id": "er", "join": ["units"], "goal": "二", "units": "县教委"},
    ]


def test_where_the_source_says_what_is_merged_an_empty_cell_is_empty() -> None:
    lines = table(HEAD, "1|甲|一|县教委|", "2||二|县教委|")

    assert printed(recognised(lines, Ledger(), taken=Ids(), says_merges=True))[2] == ["2", "", "二", "县教委", ""]


def test_a_ragged_table_finds_the_cells_left_out() -> None:
    found = _recognised(HEAD, "1|强化责任|建立清单。|县教委|", "2|定期述职。||", ragged=True)

    assert printed(found) == cells([HEAD, "1|强化责任|建立清单。|县教委|", "2|^|定期述职。|^|"])


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ((HEAD, "1|甲|0|县教委|", "^|甲|1|县教委|"), "有的行没有自己的序号"),
        ((HEAD, "1|甲|0|县教委|", "|合计|1|^|"), "有的行没有自己的序号"),
        ((HEAD, "1|甲|0|县教委|", "合计|<|1|县教委|"), "有与左边合并的格"),
        ((HEAD, "安全|<|<|<|<", "1|^|0|县教委|"), "有与上面合并的格，上面却没有可以合并的"),
        ((HEAD, "1|甲|0|县教委"), "各行的格数不同"),
    ],
)
def test_what_items_cannot_say_is_a_grid_and_why_is_told(rows: tuple[str, ...], fault: str) -> None:
    ledger = Ledger()
    found = recognised(table(*rows), ledger, title="重点措施", taken=Ids())

    assert list(found) == ["grid"]
    assert f"“重点措施”按自由表格写成：{fault}" in [guess.what for guess in ledger.guesses]


def test_a_head_of_two_rows_makes_a_grid() -> None:
    rows = ["序号|名称|年度|<", "^|^|上半年|下半年", "1|甲|0|0"]

    assert _recognised(*rows) == {
        "grid": {"head": [["序号", "名称", "年度", "left"], ["same", "same", "上半年", "下半年"]], "body": [["1", "甲", "0", "0"]]}
    }


def test_a_table_without_head_or_columns_that_are_known_is_a_grid() -> None:
    said = Table((replace(row("甲|乙"), head=True), row("1|2", 2)))

    assert _recognised("甲|乙", "1|2") == {"grid": {"body": [["甲", "乙"], ["1", "2"]]}}
    assert recognised(said, Ledger(), taken=Ids()) == {"grid": {"head": [["甲", "乙"]], "body": [["1", "2"]]}}


def test_lines_with_bookmarks_are_items_whatever_their_heads() -> None:
    lines = Table((replace(row("甲|乙"), head=True), row("1|2", 2, ("own",))))

    assert recognised(lines, Ledger(), taken=Ids())["items"] == [{"id": "own", "jia": "1", "yi": "2"}]


def test_an_empty_row_is_no_item() -> None:
    ledger = Ledger()
    found = recognised(table(HEAD, "1|甲|0||", "||||", "2|乙|0||"), ledger, taken=Ids())

    assert printed(found) == cells([HEAD, "1|甲|0||", "2|乙|0||"])
    assert [mended.line for mended in ledger.mended] == [3]


_WORDS = st.text("甲乙丙安全县教委局、，。（）0 1a", max_size=9)
_HEADS = st.sampled_from(
    [HEAD, "序 号|工作任务|2025 年目标|责任单位|备注", "序号|任务|举措|牵头单位|推广范围", "名称|目标|责任单位|时限|备注", "甲|乙|丙|丁|戊"]
)


@st.composite
def _tables(draw: st.DrawFn, *, any_shape: bool) -> list[Table]:
    """Draw the pieces of a table: lines that count, with merged cells, rows across, and, of any shape, whatever else there is."""
    head = draw(_HEADS)
    lines = [draw(_rows(number, any_shape=any_shape)) for number in range(1, draw(st.integers(2, 6)))]
    cut = draw(st.integers(1, len(lines)))
    first, second = table(head, *lines[:cut]), table(head, *lines[cut:], line=20)
    ragged = any_shape and draw(st.booleans())
    return [replace(piece, ragged=ragged) for piece in ((first, second) if any_shape and lines[cut:] else (table(head, *lines),))]


@st.composite
def _rows(draw: st.DrawFn, number: int, *, any_shape: bool) -> str:
    texts = [text.replace("，", "/") for text in draw(st.lists(_WORDS, min_size=4, max_size=4))]
    merged = [draw(st.sampled_from(["", "", "^", "<"] if any_shape else ["", "", "^"])) if number > 1 else "" for _ in texts]
    row = "|".join([draw(st.sampled_from([str(number), "", "合计", "７"])) if any_shape else str(number), *map(_either, merged, texts)])
    if draw(st.integers(0, 5)) == 0:
        return "一、安全|<|<|<|<"
    return row.rsplit("|", draw(st.integers(0, 3)))[0] if any_shape else row


def _either(mark: str, text: str) -> str:
    return mark or text


@settings(max_examples=150, deadline=None)
@given(_tables(any_shape=True))
def test_every_character_of_every_cell_is_claimed_once_and_the_plan_is_sound(pieces: list[Table]) -> None:
    ledger, taken = Ledger(), Ids(["t", "jia"])
    found = [recognised(block, ledger, names={"甲": "jia"}, taken=taken) for block in joined(pieces, ledger) if isinstance(block, Table)]

    assert [faults(one, {"甲": "jia"}) for one in found] == [[] for _ in found]
    assert source(pieces) == claims(ledger)


@settings(max_examples=100, deadline=None)
@given(_tables(any_shape=False))
def test_a_recognised_table_prints_what_the_source_shows(pieces: list[Table]) -> None:
    shown = printed(recognised(pieces[0], Ledger(), names={"甲。": "jia"}, taken=Ids()), {"甲": "jia"})
    rows = [one for one in pieces[0].rows if any(cell.line.strip() or cell.merged for cell in one.cells)]

    assert [[_shown(cell) for cell in one.cells] for one in rows] == [[_unmarked(text) for text in line] for line in shown]


def _shown(cell: Cell) -> str:
    return "" if cell.merged else "".join("".join(cell.text).split())


def _unmarked(text: str) -> str:
    return "" if text in {"^", "<"} else "".join(text.replace("/", "").split())


def test_pieces_of_a_cell_are_claimed_on_their_own_lines() -> None:
    ledger = Ledger()
    parts = Cell(("甲乙",), pieces=((3, "甲"), (7, "乙")))
    recognised(Table((row("序号|名称"), Row(2, (Cell(("1",)), parts)))), ledger, taken=Ids())

    assert claims(ledger) == {1: Counter("序号名称"), 2: Counter("1"), 3: Counter("甲"), 7: Counter("乙")}
