"""Lists inside running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.explained.listing import Entry, listing, nodes
from generator.importers.ids import Ids
from generator.importers.ledger import Ledger
from generator.importers.scribe import Scribe


@pytest.mark.parametrize(
    "text",
    [
        "总起。一是修路；二是架桥。",
        "总起。一要修路；二要架桥。",
        "总起。第一，修路；第二，架桥。",
        "总起。其一，修路；其二，架桥。",
        "总起。（1）修路；（2）架桥。",
        "总起。①修路；②架桥。",
        "总起。1.修路；2.架桥。",
    ],
)
def test_numbers_that_count_from_one_make_a_list(text: str) -> None:
    found = listing([(1, text)])

    assert [entry.text for entry in found.entries] == ["修路；", "架桥。"]
    assert found.before == [(1, "总起。")]


@pytest.mark.parametrize("text", ["这是任务之一是修路，二是旧的。", "一是修路。", "二是架桥；三是修路。", "全年新增1.5万人，2.3万户。"])
def test_other_words_and_numbers_make_none(text: str) -> None:
    assert listing([(1, text)]).entries == []


def test_a_list_goes_on_over_paragraphs_and_what_stands_between_belongs_to_the_entry_before() -> None:
    found = listing([(1, "一是修路。"), (2, "修80公里。"), (3, "二是架桥。"), (4, "以上年底前完成。")])

    assert [(entry.text, entry.more) for entry in found.entries] == [("修路。", [(2, "修80公里。")]), ("架桥。", [])]
    assert found.after == [(4, "以上年底前完成。")]


def test_a_second_list_adds_entries_and_the_words_before_it_stand_before_all() -> None:
    found = listing([(1, "道路方面，一是修路；二是架桥。"), (2, "教育方面，一是建校；二是招生。")])

    assert [entry.text for entry in found.entries] == ["修路；", "架桥。", "建校；", "招生。"]
    assert found.before == [(1, "道路方面，"), (2, "教育方面，")]


def test_what_follows_a_list_closed_by_semicolons_stands_behind_it() -> None:
    found = listing([(1, "一是修路；二是架桥。通过以上举措，出行更便利。")])

    assert [entry.text for entry in found.entries] == ["修路；", "架桥。"]
    assert found.after == [(1, "通过以上举措，出行更便利。")]


_SAID = st.text(alphabet="修路架桥，；。：一二三是第（）1.①", max_size=30)


@given(st.lists(_SAID, max_size=4))
def test_taking_a_text_apart_loses_no_character(texts: list[str]) -> None:
    found = listing([*enumerate(texts)])
    said = [text for _, text in (*found.before, *found.after)]
    said += [part for entry in found.entries for part in (entry.number, entry.text, *(text for _, text in entry.more))]

    assert sorted("".join(texts)) == sorted("".join(said))


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("修好农村公路；", "修好农村公路", None),
        ("修好农村公路。改造80公里。", "修好农村公路", "改造80公里。"),
        ("修好农村公路：改造80公里。", "修好农村公路", "改造80公里。"),
        ("修好农村公路，改造80公里。", None, "修好农村公路，改造80公里。"),
        ("修好路，架好桥。改造80公里。", None, "修好路，架好桥。改造80公里。"),
    ],
)
def test_an_entry_is_a_title_a_text_or_both(text: str, title: str | None, rest: str | None) -> None:
    ledger = Ledger()
    (node,) = nodes([Entry(1, "一是", text)], "task", Scribe(ledger), Ids())

    assert (node.get("title"), node.get("text")) == (title, rest)
    assert sorted("".join(entry.text for entry in (*ledger.placed, *ledger.derived))) == sorted("一是" + text)


def test_a_short_entry_with_a_comma_is_a_title_among_titles() -> None:
    entries = [Entry(1, f"{number}是", text) for number, text in (("一", "修路；"), ("二", "架桥，通水；"), ("三", "通电。"))]

    assert [node.get("title") for node in nodes(entries, "task", Scribe(Ledger()), Ids())] == ["修路", "架桥，通水", "通电"]
