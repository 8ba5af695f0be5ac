"""Word's own figures: where signature and date stand, and how large the mark is."""

from __future__ import annotations

from typing import Any

import pytest

from generator.plan.builder import build
from generator.project import built_in
from generator.render.context import context
from generator.render.style import load
from generator.render.word import dress
from generator.render.word.dress import Signed, signed
from generator.render.word.parts import mm
from generator.render.word.stylesheet import mark_before, mark_line
from generator.source.reader import read

STYLE = load((built_in("styles"),), "gbt9704")
EM = 315
DATE = "2025年3月13日"
DATE_WIDTH = 3 * EM + 7 * 155  # three characters, seven digits


def test_a_sealed_date_stands_four_characters_in_and_the_name_is_centred_on_it() -> None:
    actual = signed(("云阳县人民政府",), DATE, STYLE, seal=True)

    assert Signed((("云阳县人民政府", 4 * EM + (DATE_WIDTH - 7 * EM) // 2),), DATE, 4 * EM) == actual


def test_a_name_far_longer_than_the_date_stays_within_the_text_area() -> None:
    assert signed(("某" * 27,), DATE, STYLE, seal=True).names == (("某" * 27, 0),)


def test_an_unsealed_name_stands_two_characters_in_and_the_date_begins_two_behind_its_first() -> None:
    actual = signed(("某州防汛抗旱指挥部办公室",), DATE, STYLE, seal=False)

    assert actual.names[0][1] == 2 * EM
    assert actual.date_right == 2 * EM + 12 * EM - 2 * EM - DATE_WIDTH


def test_an_unsealed_date_longer_than_the_name_stands_two_characters_in() -> None:
    actual = signed(("某局",), DATE, STYLE, seal=False)

    assert actual.date_right == 2 * EM
    assert actual.names[0][1] == 4 * EM + DATE_WIDTH - 2 * EM


def test_names_of_a_joint_notice_begin_at_one_edge() -> None:
    names = signed(("某市林业局", "某市应急管理局办公室综合科"), DATE, STYLE, seal=False).names

    assert names[0][1] - names[1][1] == 8 * EM


@pytest.mark.parametrize("size", [48, 36, 24])
def test_a_mark_of_any_size_has_its_upper_edge_35_mm_below_the_text_area(size: int) -> None:
    three_lines, ink = 3 * 579, 0.8 * mark_line(size) - 0.85 * 20 * size

    assert mark_before(STYLE, size) + three_lines + ink == pytest.approx(mm(35), abs=1)


def test_the_mark_of_a_joint_notice_has_the_kind_of_document_beside_its_names() -> None:
    values = _mark("某市林业局", "某市应急管理局文件")

    assert values["joint"]["names"] == ("某市林业局", "某市应急管理局")
    assert sum(values["joint"]["columns"]) == mm(156)
    assert values["mark_size"] / 2 * 7 <= values["joint"]["columns"][0] / 20


def test_a_long_mark_is_as_large_as_its_line_allows() -> None:
    assert [_mark("某" * count)["mark_size"] for count in (5, 9, 12, 26)] == [96, 96, 73, 34]


def _mark(*names: str) -> dict[str, Any]:
    plan = build(tree) if (tree := read(f"title: 某\nnotice: {{mark: [{', '.join(names)}]}}".encode()).tree) else None

    assert plan is not None
    assert plan.notice is not None
    return dress.values(context(plan, plan.notice), STYLE)
