"""Word's own figures: where signature and date stand, and how large the mark is."""

from __future__ import annotations

from typing import Any

import pytest

from generator.plan.builder import build
from generator.project import built_in
from generator.render.style import load
from generator.render.word.dress import Signed, SignedRow, signed
from generator.render.word.parts import mm
from generator.render.word.stylesheet import mark_before, mark_line
from generator.source.reader import read
from tests.dressed import values_of

STYLE = load((built_in("styles"),), "gbt9704")
EM = 315
DATE = "2025年3月13日"
DATE_WIDTH = 3 * EM + 7 * 155 + 5 * 80  # three characters, seven digits, air between them


def test_a_sealed_date_stands_four_characters_in_and_the_name_is_centred_on_it() -> None:
    actual = signed(("云阳县人民政府",), DATE, STYLE, (("云阳县人民政府",),))

    assert Signed((SignedRow("云阳县人民政府", 4 * EM + DATE_WIDTH // 2 - 7 * EM // 2),), DATE, 4 * EM, sealed=True) == actual


def test_a_name_far_longer_than_the_date_stays_within_the_text_area() -> None:
    assert signed(("某" * 27,), DATE, STYLE, (("某" * 27,),)).rows == (SignedRow("某" * 27),)


def test_an_unsealed_name_stands_two_characters_in_and_the_date_begins_two_behind_its_first() -> None:
    actual = signed(("某州防汛抗旱指挥部办公室",), DATE, STYLE)

    assert actual.rows[0].right == 2 * EM
    assert actual.date_right == 2 * EM + 12 * EM - 2 * EM - DATE_WIDTH


def test_an_unsealed_date_longer_than_the_name_stands_two_characters_in() -> None:
    actual = signed(("某局",), DATE, STYLE)

    assert actual.date_right == 2 * EM
    assert actual.rows[0].right == 4 * EM + DATE_WIDTH - 2 * EM


def test_names_of_a_joint_notice_begin_at_one_edge() -> None:
    names = signed(("某市林业局", "某市应急管理局办公室综合科"), DATE, STYLE).rows

    assert names[0].right - names[1].right == 8 * EM


def test_names_over_seals_stand_in_rows_the_last_one_centred_on_the_date() -> None:
    rows = (("甲局", "乙局", "丙局"), ("丁局", "戊局"))
    actual = signed(tuple(name for row in rows for name in row), DATE, STYLE, rows)
    date_centre = mm(156) - 4 * EM - DATE_WIDTH // 2

    assert [row.text for row in actual.rows] == ["\t甲局\t乙局\t丙局", "\t丁局\t戊局"]
    assert [row.stops for row in actual.rows] == [
        tuple(date_centre - place * mm(43) for place in (2, 1, 0)),
        tuple(date_centre - place * mm(43) for place in (1, 0)),
    ]
    assert [row.before for row in actual.rows] == [0, mm(43) - 579]


def test_two_names_over_seals_stand_at_both_sides() -> None:
    (row,) = signed(("某市林业局", "某市应急管理局"), DATE, STYLE, (("某市林业局", "某市应急管理局"),)).rows

    assert row.stops[0] == mm(156) - row.stops[1]


@pytest.mark.parametrize("size", [48, 36, 24])
def test_a_mark_of_any_size_has_its_upper_edge_35_mm_below_the_text_area(size: int) -> None:
    three_lines, ink = 3 * 579, 0.8 * mark_line(size) - 0.85 * 20 * size

    assert mark_before(STYLE, size) + three_lines + ink == pytest.approx(mm(35), abs=1)


def test_the_mark_of_a_joint_notice_has_the_kind_of_document_beside_its_names() -> None:
    values = _mark("某市林业局", "某市应急管理局文件")

    assert values["joint"]["names"] == ("某市林业局", "某市应急管理局")
    assert sum(values["joint"]["columns"]) == values["joint"]["width"] <= mm(156)
    assert values["mark_size"] / 2 * 7 <= values["joint"]["columns"][0] / 20


def test_a_long_mark_is_as_large_as_its_line_allows() -> None:
    assert [_mark("某" * count)["mark_size"] for count in (5, 9, 12, 26)] == [96, 96, 73, 34]


def _mark(*names: str) -> dict[str, Any]:
    plan = build(tree) if (tree := read(f"title: 某\nnotice: {{mark: [{', '.join(names)}]}}".encode()).tree) else None

    assert plan is not None
    return values_of(plan)
