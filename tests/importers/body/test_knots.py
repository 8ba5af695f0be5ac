"""The numbered parts of a text while they are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.body.knots import Knot, rows_of, said_by, take_charges, tied, walk
from generator.importers.ledger import Ledger
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table, texts


def _parts(*told: str) -> list[tuple[str, str]]:
    return [(knot.title, knot.rest) for knot in walk(tied(lines(*told), Ledger()).knots)]


def _shape(knots: list[Knot]) -> dict[str, object]:
    return {knot.title: _shape(knot.children) for knot in knots}


def test_parts_nest_by_their_numbers_and_hold_the_blocks_behind_them() -> None:
    grid = table("1|甲")
    found = tied(
        [*lines("开头。", "一、强化责任", "正文。", "（一）党政责任", "落实。"), grid, *lines("（二）部门责任", "二、严格考核")], Ledger()
    )

    assert texts(found.lead) == ["开头。"]
    assert _shape(found.knots) == {"强化责任": {"党政责任": {}, "部门责任": {}}, "严格考核": {}}
    assert texts(found.knots[0].blocks) == ["正文。"]
    assert texts(found.knots[0].children[0].blocks) == ["落实。", "表 1 行"]


def test_a_text_without_numbers_is_all_lead() -> None:
    found = tied(lines("甲。", "乙。"), Ledger())

    assert (texts(found.lead), found.knots, found.closing) == (["甲。", "乙。"], [], [])


def test_a_number_that_does_not_count_on_is_told_and_stays_text() -> None:
    ledger = Ledger()
    found = tied(lines("一、强化责任", "九、其他", "三、严格考核"), ledger)

    assert [knot.title for knot in found.knots] == ["强化责任", "严格考核"]
    assert [(guess.line, guess.what) for guess in ledger.guesses] == [
        (2, "“九、”接不上前面的编号，当作正文"),
        (3, "“三、”不是前一个编号的下一个，仍当作标题编号"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("1.强化责任。落实党政责任。", "强化责任。", "落实党政责任。"),
        ("1.强化责任：落实党政责任。", "强化责任：", "落实党政责任。"),
        ("1.强化责任", "强化责任", ""),
        ("1.落实党政责任，推进整治，巩固成果，严格考核。按季通报。", "", "落实党政责任，推进整治，巩固成果，严格考核。按季通报。"),
        (f"1.{'落实' * 21}。按季通报。", "", f"{'落实' * 21}。按季通报。"),
        ("1.落实；推进。按季通报。", "", "落实；推进。按季通报。"),
        ("1.一是，落实：按季通报。", "", "一是，落实：按季通报。"),
        ("1.责任单位：县教委。", "", "责任单位：县教委。"),
        ("1.落实党政领导干部安全生产责任清单制。（责任单位：县教委）", "", "落实党政领导干部安全生产责任清单制。（责任单位：县教委）"),
        ("1.强化责任。（责任单位：县教委）", "强化责任。", "（责任单位：县教委）"),
        ("1.落实党政责任，", "", "落实党政责任，"),
        ("1.落实党政责任。", "", "落实党政责任。"),
    ],
)
def test_a_title_ends_at_the_first_stop_where_it_is_short(text: str, title: str, rest: str) -> None:
    assert _parts(text) == [(title, rest)]


def test_a_short_sentence_over_a_text_of_its_own_is_a_title() -> None:
    assert _parts("1.强化责任。", "落实。") == [("强化责任。", "")]


def test_in_a_row_that_mostly_has_no_titles_none_has() -> None:
    untitled = "落实，推进，巩固，提升，考核。按季通报。"

    assert _parts(f"1.{untitled}", f"2.{untitled}", "3.强化责任。落实。") == [("", untitled), ("", untitled), ("", "强化责任。落实。")]


def test_a_lone_part_goes_by_those_of_its_kind() -> None:
    untitled = "落实，推进，巩固，提升，考核。按季通报。"
    told = _parts("一、甲", f"1.{untitled}", f"2.{untitled}", "二、乙", "1.强化责任。落实。")

    assert told[-1] == ("", "强化责任。落实。")


def test_what_is_bold_at_the_head_is_the_title() -> None:
    block = Paragraph(1, "1.强化责任，落实，推进，巩固：落实。", bold=7)

    assert [knot.title for knot in tied([block], Ledger()).knots] == ["强化责任，"]


def test_an_automatic_number_is_no_part_of_the_text() -> None:
    found = tied([Paragraph(1, "强化责任", number="一、"), Paragraph(2, "严格考核", number="二、")], Ledger())

    assert [(knot.title, knot.start, knot.head.printed if knot.head else "") for knot in found.knots] == [
        ("强化责任", 0, "一、"),
        ("严格考核", 0, "二、"),
    ]


def test_paragraphs_behind_the_last_part_close_the_whole_where_no_other_has_any() -> None:
    ledger = Ledger()
    found = tied(lines("1.甲。落实。", "2.乙。落实。", "3.丙。落实。", "请认真落实。"), ledger)

    assert texts(found.closing) == ["请认真落实。"]
    assert (found.knots[-1].blocks, [guess.what for guess in ledger.guesses]) == ([], ["最后一条之后的段落作为结尾"])


@pytest.mark.parametrize(
    "told", [("1.甲。落实。", "2.乙。落实。", "请落实。"), ("1.甲。落实。", "其中。", "2.乙。落实。", "3.丙。落实。", "请落实。")]
)
def test_with_few_parts_or_others_with_paragraphs_they_stay_where_they_are(told: tuple[str, ...]) -> None:
    assert tied(lines(*told), Ledger()).closing == []


def test_who_is_responsible_is_said_at_the_end_of_a_leaf() -> None:
    knots = tied(lines("1.甲。落实。（责任单位：县教委）", "2.乙。落实。", "责任单位：县公安局", "3.丙。落实。"), Ledger()).knots

    assert [found.units if (found := said_by(knot)) else "" for knot in knots] == ["县教委", "县公安局", ""]


def test_a_sentence_alone_behind_the_last_part_below_is_that_of_the_whole() -> None:
    told = ("1.甲", "（1）落实，推进。", "（2）巩固，提升。", "责任单位：县教委", "2.乙", "（1）落实，推进。", "责任单位：县局")
    knots = tied(lines(*told), Ledger()).knots
    take_charges(knots)

    assert [texts(knot.charges) for knot in knots] == [["责任单位：县教委"], []]
    assert [found.units if (found := said_by(knot)) else "" for knot in knots] == ["县教委", ""]


def test_a_part_that_is_alone_below_keeps_its_sentence() -> None:
    knots = tied(lines("1.甲", "（1）落实，推进。", "责任单位：县局"), Ledger()).knots
    take_charges(knots)

    assert knots[0].charges == []
    assert [found.units if (found := said_by(child)) else "" for child in knots[0].children] == ["县局"]


def test_where_the_others_below_have_one_it_is_that_of_the_last() -> None:
    knots = tied(lines("1.甲", "（1）落实。", "责任单位：县局", "（2）巩固。", "责任单位：县教委"), Ledger()).knots
    take_charges(knots)

    assert knots[0].charges == []


def test_several_sentences_behind_the_last_part_are_all_that_of_the_whole() -> None:
    told = ("1.甲", "（1）落实，推进。", "（2）巩固，提升。", "责任单位：县教委", "完成时限：6月底", "2.乙")
    knots = tied(lines(*told), Ledger()).knots
    take_charges(knots)

    assert texts(knots[0].charges) == ["责任单位：县教委", "完成时限：6月底"]
    assert knots[0].children[-1].blocks == []


def test_the_sentence_of_the_last_task_is_not_that_of_its_section() -> None:
    told = ("一、甲", "（一）乙", "1.落实，推进。", "2.巩固，提升。", "责任单位：县局", "（二）丙", "改造1800户。", "责任单位：县教委")
    knots = tied(lines(*told), Ledger()).knots
    take_charges(knots)

    assert [texts(knot.charges) for knot in walk(knots)] == [[], ["责任单位：县局"], [], [], []]
    assert texts(knots[0].children[1].blocks) == ["改造1800户。", "责任单位：县教委"]


def test_where_parts_of_its_kind_elsewhere_have_one_it_is_that_of_the_last() -> None:
    told = (
        "一、甲",
        "（一）乙。落实。",
        "责任单位：县局",
        "（二）丙。落实。",
        "二、丁",
        "（一）戊。落实。",
        "（二）己。落实。",
        "责任单位：县教委",
    )
    knots = tied(lines(*told), Ledger()).knots
    take_charges(knots)

    assert [knot.charges for knot in walk(knots)] == [[]] * 6


def test_what_stands_behind_the_last_charge_closes_the_whole() -> None:
    told = [line for name in "甲乙丙" for line in (f"1.{name}工程", "改造18个。", "责任单位：县局", "完成时限：11月底")]
    told[4], told[8] = "2.乙工程", "3.丙工程"
    found = tied(lines(*told, "各责任单位要倒排工期。"), Ledger())

    assert texts(found.closing) == ["各责任单位要倒排工期。"]
    assert texts(found.knots[-1].blocks) == ["改造18个。", "责任单位：县局", "完成时限：11月底"]


@pytest.mark.parametrize("numbers", [("1", "1.1", "1.2", "2"), ("第一章", "第一条", "第二条", "第二章"), ("1.", "1.1", "1.2", "2.")])
def test_automatic_numbers_without_a_mark_behind_them_are_those_of_parts(numbers: tuple[str, ...]) -> None:
    found = tied(
        [Paragraph(line, name, number=number) for line, (number, name) in enumerate(zip(numbers, "甲乙丙丁", strict=True))], Ledger()
    )

    assert _shape(found.knots) == {"甲": {"乙": {}, "丙": {}}, "丁": {}}


def test_rows_come_in_the_order_in_which_they_are_counted() -> None:
    knots = tied(lines("一、甲", "1.乙", "2.丙", "二、丁", "1.戊"), Ledger()).knots

    assert [[knot.title for knot in row] for row in rows_of(knots)] == [["甲", "丁"], ["乙", "丙"], ["戊"]]
    assert [*rows_of([])] == []


def _dressed(*told: str) -> list[Paragraph]:
    """Return paragraphs as `build` dresses them: 1一、甲 is a heading of the first level with an id, -二、乙 has neither."""
    return [
        Paragraph(line, text[1:], style=f"{text[0]}级标题", ids=(f"id_{line}",)) if text[0] != "-" else Paragraph(line, text[1:])
        for line, text in enumerate(told, 1)
    ]


def test_a_file_that_build_wrote_says_itself_what_its_parts_are() -> None:
    found = tied(_dressed("1三、甲", "21.乙", "-9.正文。", "11.丙"), Ledger())

    assert _shape(found.knots) == {"甲": {"乙": {}}, "丙": {}}
    assert texts(found.knots[0].children[0].blocks) == ["9.正文。"]


def test_a_part_put_in_by_hand_is_known_by_counting_on() -> None:
    assert _shape(tied(_dressed("1一、甲", "-二、乙", "1三、丙"), Ledger()).knots) == {"甲": {}, "乙": {}, "丙": {}}
    assert _shape(tied(_dressed("1一、甲", "-二、乙", "1二、丙"), Ledger()).knots) == {"甲": {}, "丙": {}}


def test_a_title_that_runs_in_is_told_by_its_face() -> None:
    block = replace(_dressed("31.强化责任。落实。")[0], style="", face="3级标题 字符", bold=7)

    assert [(knot.title, knot.rest) for knot in tied([block], Ledger()).knots] == [("强化责任。", "落实。")]
