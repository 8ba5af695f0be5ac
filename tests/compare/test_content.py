"""Content: what a plan says, whatever way it is written."""

from __future__ import annotations

import pytest

from generator.compare.content import ROOT, Place, plain
from generator.compare.fields import UnfitError
from tests.compare.plans import PLAN, content, edited

HEAD = "format: 1\nyear: 2025\ntitle: 标题\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("preamble: 甲。", "preamble: [甲。]"),
        ("preamble: |-\n  甲。\n  乙。", "preamble: [甲。, 乙。]"),
        ("preamble: '  甲。 '", "preamble: 甲。"),
        ("preamble: [甲。, '']", "preamble: 甲。"),
        ("label: |-\n  征求\n  意见稿", "label: 征求意见稿"),
        ("closing:\nsections: []", ""),
        ("notice: {seal: True, number: 甲}", "notice: {number: 甲, seal: true}"),
        ("tasks: [{title: 甲, id: a, number: 07}]", "tasks: [{id: a, number: 7, title: 甲}]"),
    ],
    ids=lambda text: text.replace("\n", " "),
)
def test_ways_of_writing_are_no_content(one: str, other: str) -> None:
    assert content(HEAD + one) == content(HEAD + other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("web: {other: {编号: 1, 来源: 2}}", "web: {other: {来源: 2, 编号: 1}}"),
        ("tasks: [{id: a}, {id: b}]", "tasks: [{id: b}, {id: a}]"),
        ("tasks: [{id: a}]", "points: [{id: a}]"),
        ("notice: {}", ""),
        (
            "region: {name: 某县, units: [{id: a, name: 甲}, {id: b, name: 乙}]}",
            "region: {name: 某县, units: [{id: b, name: 乙}, {id: a, name: 甲}]}",
        ),
    ],
    ids=lambda text: text.replace("\n", " "),
)
def test_order_role_and_an_empty_notice_are_content(one: str, other: str) -> None:
    assert content(HEAD + one) != content(HEAD + other)


def test_fields_bear_dotted_names_and_an_order_is_a_field() -> None:
    found = content(PLAN)

    assert found.fields[ROOT]["notice.date"] == "2025-03-13"
    assert found.fields["split"] == {
        "title": ["责任分工表"],
        "labels": ["goal", "units"],
        "labels.goal": "2025年目标",
        "labels.units": "责任单位",
    }


def test_a_thing_knows_its_place_its_shape_and_its_path() -> None:
    found = content(PLAN)

    assert found.places["firms"] == Place("duties", "tasks", after="sectors")
    assert found.shapes["roads"] == "item"
    assert found.path("roads") == ("annexes", "split", "tables", "measures", "items", "roads")


def test_a_content_is_a_plan_again_with_its_keys_in_the_schemas_order() -> None:
    found = content(HEAD + "tasks: [{text: [甲。, 乙。], id: a, title: 甲}]\nnotice: {imprint: {copies_to: 丙}}")

    expected = {
        "format": "1",
        "year": "2025",
        "title": "标题",
        "notice": {"imprint": {"copies_to": "丙"}},
        "tasks": [{"id": "a", "title": "甲", "text": ["甲。", "乙。"]}],
    }
    assert expected == plain(found)


@pytest.mark.parametrize(
    ("faulty", "word"),
    [
        ("tasks: [{id: a}, {id: a}]", "“a”出现不止一次"),
        ("tasks: [{title: 甲}]", "没有标识"),
        ("region: {name: 某县, units: [{id: a, name: 甲}, {id: a, name: 乙}]}", "重复的标识"),
        ("colour: 红", "没有 colour 这个键"),
        ("preamble: {a: b}", "preamble 的写法不对"),
        ("tasks: 甲", "没有标识"),
        ("numbering: 一、", "numbering 下面不能只写文字"),
        ("preamble: [[甲]]", "各段都应是文字"),
    ],
)
def test_a_plan_with_errors_is_refused(faulty: str, word: str) -> None:
    with pytest.raises(UnfitError, match=word) as refusal:
        content(HEAD + faulty)

    assert "hongtou check" in refusal.value.tip


def test_a_change_of_the_file_name_of_a_region_is_seen() -> None:
    assert content(edited(("year: 2025", "year: 2025\nregion: region.yaml"))).fields[ROOT]["region"] == "region.yaml"
