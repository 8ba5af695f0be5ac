"""Tables that page breaks cut up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.ledger import Ledger
from generator.importers.outline import Block, Paragraph, Remark, Table
from generator.importers.tables.pages import REPEATED, REPEATED_CAPTION, joined
from tests.importers.made import HEAD, claims, row, source, table


def _texts(block: Block) -> list[str]:
    assert isinstance(block, Table)
    return ["|".join("/".join(cell.text) for cell in one.cells) for one in block.rows]


def test_a_piece_that_repeats_the_head_goes_on_with_the_table() -> None:
    ledger = Ledger()
    blocks = joined([table(HEAD, "1|甲|0|县教委|"), table("序 号|名称|目　标|责任单位|备注", "2|乙|0|县教委|", line=9)], ledger)

    assert [_texts(block) for block in blocks] == [[HEAD, "1|甲|0|县教委|", "2|乙|0|县教委|"]]
    assert [(entry.line, entry.why) for entry in ledger.aside] == [(9, REPEATED)] * 5
    assert [mended.line for mended in ledger.mended] == [9]


def test_a_piece_without_head_goes_on_where_it_goes_on_counting() -> None:
    blocks = joined([table(HEAD, "1|甲|0|县教委|"), table("2|乙|0|县教委|"), table("3|丙|0|县教委|")], Ledger())

    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [4]


@pytest.mark.parametrize(
    "below",
    [
        table(HEAD, "1|乙|0|县教委|"),
        table("5|乙|0|县教委|"),
        table("2|乙|0|县教委"),
        table("序号|任务|举措|时限|备注", "2|乙|丙|丁|"),
        replace(table(HEAD, "2|乙|0|县教委|"), ids=("other",)),
    ],
)
def test_another_table_stays_one(below: Table) -> None:
    assert len(joined([table(HEAD, "1|甲|0|县教委|"), below], Ledger())) == 2


def test_title_and_measure_printed_again_are_set_aside() -> None:
    ledger = Ledger()
    above = ("道路分工表|<|<|<|<", HEAD)
    second = table("道路分工表（续）|<|<|<|<", HEAD, "2|乙|0|县教委|", line=9)
    measure, again = Paragraph(1, "单位：公里"), Paragraph(8, "单位：公里")
    (block,) = joined([measure, table(*above, "1|甲|0|县教委|"), again, second], ledger)

    assert isinstance(block, Table)
    assert (_texts(block)[1:], block.title, block.measure) == (
        ["1|甲|0|县教委|", "2|乙|0|县教委|"],
        Paragraph(1, "道路分工表"),
        measure,
    )
    assert [(entry.line, entry.text) for entry in ledger.aside if entry.why == REPEATED_CAPTION] == [
        (9, "道路分工表（续）"),
        (8, "单位：公里"),
    ]


def test_a_table_of_another_title_is_another_table() -> None:
    first, second = table("道路表|<|<|<|<", HEAD, "1|甲|0||"), table("桥梁表|<|<|<|<", HEAD, "2|乙|0||")

    assert len(joined([first, second], Ledger())) == 2


def test_a_head_of_words_over_figures_is_known_again() -> None:
    head = ("村|户|<|人|<", "^|总数|增长|总数|增长")
    (block,) = joined([table(*head, "东村|12|3|40|5"), table(*head, "西村|8|1|26|2", "合计|20|4|66|7")], Ledger())

    assert _texts(block)[2:] == ["东村|12|3|40|5", "西村|8|1|26|2", "合计|20|4|66|7"]


def test_a_title_between_parts_tables() -> None:
    assert len(joined([table(HEAD, "1|甲|0||"), Paragraph(5, "二、重要文件"), table(HEAD, "2|乙|0||")], Ledger())) == 3


def test_a_head_of_two_rows_is_known_again() -> None:
    head = ("序号|名称|年度|<", "^|^|上半年|下半年")
    blocks = joined([table(*head, "1|甲|0|0"), table(*head, "2|乙|0|0")], Ledger())

    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [4]


def test_a_head_is_repeated_inside_a_table_too() -> None:
    ledger = Ledger()
    blocks = joined([table(HEAD, "1|甲|0|县教委|", HEAD, "2|乙|0|县教委|")], ledger)

    assert _texts(blocks[0]) == [HEAD, "1|甲|0|县教委|", "2|乙|0|县教委|"]


def test_a_row_on_two_pages_is_one_row() -> None:
    ledger = Ledger()
    pieces = [
        table(HEAD, "1|强化履|建立台账，|县教委、县应急|"),
        table(HEAD, "|职|定期更新。/次段。|管理局|附后", "2|乙|0|县教委|", line=7),
    ]
    blocks = joined(pieces, ledger)

    assert _texts(blocks[0]) == [HEAD, "1|强化履职|建立台账，定期更新。/次段。|县教委、县应急管理局|附后", "2|乙|0|县教委|"]
    assert ("县教委、县应急 | 管理局", "县教委、县应急管理局") in [(mended.old, mended.new) for mended in ledger.mended]
    assert [(guess.line, guess.confidence) for guess in ledger.guesses] == [(8, 0.9)]


def test_a_rest_under_a_finished_sentence_is_less_sure() -> None:
    ledger = Ledger()
    joined([table(HEAD, "1|甲|建立台账。|县教委|"), table(HEAD, "||定期更新。||")], ledger)

    assert [guess.confidence for guess in ledger.guesses] == [0.6]


def test_an_unnumbered_row_that_no_page_break_precedes_is_its_own() -> None:
    rows = (HEAD, "1|甲|建立台账|县教委|", "||定期更新||")

    assert _texts(joined([table(*rows)], Ledger())[0]) == [*rows]


def test_where_rows_without_a_number_are_usual_none_is_a_rest() -> None:
    pieces = [table(HEAD, "1|甲|建立台账|县教委|", "||定期更新|县教委|", "2|乙|开展演练|县教委|"), table(HEAD, "||总结评估|县教委|")]

    assert _texts(joined(pieces, Ledger())[0])[-1] == "||总结评估|县教委|"


def test_ids_and_remarks_of_rows_survive() -> None:
    remark, other = Remark("comment", "甲", "请核"), Remark("inserted", "乙", "管理局")
    first = Table((row(HEAD), replace(row("1|甲|建立|县教委|", 2, ("one",)), remarks=(remark,))))
    second = Table((row(HEAD, 3), replace(row("||台账||", 4), remarks=(other,)), row("2|乙|0||", 5, ("two",))))
    (block,) = joined([first, second], Ledger())

    assert isinstance(block, Table)
    assert [(one.ids, one.remarks) for one in block.rows[1:]] == [(("one",), (remark, other)), (("two",), ())]


def test_every_character_of_a_dropped_head_is_told() -> None:
    ledger = Ledger()
    second = table(HEAD, "2|乙|0|县教委|", line=9)
    joined([table(HEAD, "1|甲|0|县教委|"), second], ledger)

    assert claims(ledger)[9] == source([second])[9]
