"""The rows of a table as items."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.importers.ids import Ids
from generator.importers.ledger import Ledger
from generator.importers.tables.columns import columns_of
from generator.importers.tables.items import Items
from tests.importers.made import HEAD, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.importers.outline import Row
    from generator.source.tree import Value

_COLUMNS = columns_of(HEAD.split("|"))


def _items(*rows: str | Row, names: Mapping[str, str] | None = None, ledger: Ledger | None = None) -> list[Value]:
    lines = [row(one, index) if isinstance(one, str) else one for index, one in enumerate(rows, 2)]
    return [*Items(ledger or Ledger(), _COLUMNS, Ids(), names or {}).of(lines)]


def test_a_number_that_counts_on_is_derived_and_another_is_set_by_hand() -> None:
    ledger = Ledger()
    items = _items("1|甲|||", "5|乙|||", "6|丙|||", "合计|丁|||", ledger=ledger)

    assert [item.get("number") for item in items if isinstance(item, dict)] == [None, "5", None, "合计"]
    assert [entry.text for entry in ledger.derived] == ["1", "6"]
    assert [guess.line for guess in ledger.guesses] == [3]


def test_a_row_across_is_a_heading_and_counts_for_nothing() -> None:
    assert _items("一、安全|<|<|<|<", "1|甲|||") == [{"id": "yi_an_quan", "heading": "一、安全"}, {"id": "jia", "name": "甲"}]


def test_a_name_that_is_a_title_is_its_task_and_so_are_those_merged_with_it() -> None:
    ledger = Ledger()
    items = _items("1|强化 责任|一||", "2|^|二||", "3|强化责任人|三||", names={"强化责任。": "duty"}, ledger=ledger)

    assert items == [
        {"id": "qiang_hua_ze_ren", "task": "duty", "goal": "一"},
        {"id": "er", "task": "duty", "join": ["name"], "goal": "二"},
        {"id": "qiang_hua_ze_ren_ren", "name": "强化责任人", "goal": "三"},
    ]
    assert "强化 责任" in [entry.text for entry in ledger.derived]


def test_equal_neighbours_are_never_merged() -> None:
    assert ["join" in item for item in _items("1|甲|一||", "2|甲|二||") if isinstance(item, dict)] == [False, False]


def test_what_is_merged_is_written_out_row_after_row() -> None:
    items = _items("1|甲|一|县教委|", "2|^|二|^|", "3|^|三|^|", "4|乙|四||")

    assert items[2] == {"id": "san", "name": "甲", "join": ["name", "units"], "goal": "三", "units": "县教委"}
    assert items[3] == {"id": "yi", "name": "乙", "goal": "四"}


def test_a_cell_merged_with_an_empty_one_is_empty_and_merged() -> None:
    assert _items("1|甲|||", "2|乙||^|")[1] == {"id": "yi", "name": "乙", "join": ["units"]}


def test_numbers_below_numbers_are_set_by_hand_and_nothing_out_of_the_way() -> None:
    ledger = Ledger()
    items = _items("1|甲|||", "1.1|乙|||", "1.2|丙|||", "2|丁|||", "2.2|戊|||", ledger=ledger)

    assert [item.get("number") for item in items if isinstance(item, dict)] == [None, "1.1", "1.2", "2", "2.2"]
    assert [guess.line for guess in ledger.guesses] == [6]


def test_numbers_in_brackets_and_numerals_above_figures_are_nothing_out_of_the_way() -> None:
    ledger = Ledger()
    items = _items("一|甲|||", "（1）|乙|||", "（2）|丙|||", "二|丁|||", "（3）|戊|||", "四|己|||", ledger=ledger)

    assert [item.get("number") for item in items if isinstance(item, dict)] == ["一", "（1）", "（2）", "二", "（3）", "四"]
    assert [guess.line for guess in ledger.guesses] == [7]


def test_paragraphs_and_lines_of_a_cell_are_a_list() -> None:
    assert _items("1|甲|一；/二。\n三。||") == [{"id": "jia", "name": "甲", "goal": ["一；", "二。", "三。"]}]


def test_bookmarks_are_ids_and_go_before_those_that_are_made() -> None:
    items = _items("1|甲|||", replace(row("2|乙|||"), ids=("jia",)), "3||丙||", "4||||")

    assert [item["id"] for item in items if isinstance(item, dict)] == ["jia_2", "jia", "bing", "item"]
