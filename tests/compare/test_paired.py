"""Pairing: equal ids are one thing, what is left is paired by likeness, and the new plan comes under the old one's ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given

from generator.compare.content import Content, build
from generator.compare.differ import compare
from generator.compare.matching import Pair
from generator.compare.paired import candidates, paired, title
from generator.source.reader import read
from generator.source.tree import plain
from tests.compare.plans import PLAN
from tests.compare.scripts import PLANS, Script, content_of, edited, scripts
from tests.compare.test_laws import MANY
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.strategies import Drawn


def _content(text: str) -> Content:
    tree = read(text.encode()).tree
    assert tree is not None
    return build(plain(tree))


OLD = _content(PLAN)


def test_a_plan_is_paired_with_itself_by_its_ids() -> None:
    found = paired(OLD, OLD)

    assert [pair.old for pair in found.pairs] == [pair.new for pair in found.pairs] == [id_ for id_ in OLD.walk() if id_]
    assert found.guessed == ()
    assert found.content == OLD


def test_a_task_under_another_id_is_found_by_its_title_with_what_names_it() -> None:
    new = _content(PLAN.replace("leaders", "lingdao"))
    found = paired(OLD, new)

    assert [(pair.old, pair.new) for pair in found.guessed] == [("leaders", "lingdao")]
    assert found.own_ids == {"leaders": "lingdao"}
    assert compare(OLD, found.content) == ()


def test_an_item_under_another_id_is_found_within_its_table() -> None:
    new = _content(PLAN.replace("id: roads", "id: daolu"))
    found = paired(OLD, new)

    assert [(pair.old, pair.new) for pair in found.guessed] == [("roads", "daolu")]
    assert compare(OLD, found.content) == ()


def test_in_versions_of_one_plan_what_is_gone_is_not_what_is_new() -> None:
    new = _content(
        PLAN.replace("{id: leaders, title: 领导责任, text: 每季度研究一次。}", "{id: trial, title: 乡镇责任, text: 每月巡查一次。}")
    )

    assert paired(OLD, new).guessed == ()


def test_plans_without_a_common_id_are_paired_throughout() -> None:
    text = (ROOT / "plans/yunyang/2025.yaml").read_text(encoding="utf-8")
    old, new = _content(text), _content(re.sub(r"((?:\bid|\btask): )(\w+)", r"\1other_\2", text))
    found = paired(old, new)

    assert len(found.guessed) == len(old.places) > 140
    assert found.content == old


def test_a_pair_that_is_given_goes_before_ids_and_likeness() -> None:
    found = paired(OLD, OLD, [Pair("sectors", "firms"), Pair("firms", None)])

    assert ("sectors", "firms") in {(pair.old, pair.new) for pair in found.pairs}
    assert "firms" not in {pair.old for pair in found.pairs}
    assert found.own_ids["sectors"] == "firms"
    assert found.guessed == ()


def test_an_id_that_another_thing_has_taken_is_made_anew() -> None:
    found = paired(OLD, OLD, [Pair("sectors", "firms"), Pair("firms", None)])

    assert found.own_ids == {"sectors": "firms", "sectors_2": "sectors"}


def test_a_task_that_became_a_point_is_still_the_same() -> None:
    new = _content(PLAN.replace("    tasks:\n", "    points:\n"))

    assert paired(OLD, new).content == new


def test_an_id_that_is_now_a_table_is_another_thing() -> None:
    new = _content(PLAN.replace("id: firms", "id: farms").replace("id: measures", "id: firms"))

    assert paired(OLD, new).own_ids["firms"] == "farms"


def test_an_item_without_a_name_is_called_as_its_task() -> None:
    assert title(OLD, "lists") == "领导责任"


def test_candidates_are_all_things_in_reading_order_or_those_of_some_roles() -> None:
    assert [part.id for part in candidates(OLD, ["sections"])] == ["duties", "safeguards"]
    assert [part.id for part in candidates(OLD)] == [id_ for id_ in OLD.walk() if id_]


@MANY
@given(PLANS, scripts)
def test_pairs_are_one_to_one_and_lose_nothing(plan: Drawn, script: Script) -> None:
    old, new = content_of(plan), content_of(edited(plan, script))
    found = paired(old, new)

    assert len({pair.old for pair in found.pairs}) == len({pair.new for pair in found.pairs}) == len(found.pairs)
    assert sorted(map(found.own_ids.get, found.content.fields, found.content.fields)) == sorted(new.fields)
