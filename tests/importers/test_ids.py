"""Ids from headings: short, readable, each once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.ids import Ids
from generator.schema.kinds import fits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("党政履职", "dang_zheng_lv_zhi"),
        ("（一）“三个”责任。", "yi_san_ge_ze_ren"),
        ("2025年目标", "nian_mu_biao"),
        ("推广5G应用", "tui_guang_5g_ying_yong"),
        ("App", "app"),
        ("重点行业协调长效机制", "zhong_dian_hang_ye_xie_tiao_chang"),
        ("——2025", "item"),
        ("", "item"),
    ],
)
def test_an_id_is_pinyin_without_tones_cut_at_a_syllable(text: str, expected: str) -> None:
    assert Ids().make(text, "item") == expected


def test_the_same_heading_again_is_told_apart_by_a_number() -> None:
    ids = Ids(["dang_zheng"])

    assert [ids.make("党政", "item") for _ in range(3)] == ["dang_zheng_2", "dang_zheng_3", "dang_zheng_4"]


def test_a_number_takes_the_room_of_the_last_syllable() -> None:
    ids = Ids()
    first, second = (ids.make("强化党政领导干部责任", "item") for _ in range(2))

    assert (first, second) == ("qiang_hua_dang_zheng_ling_dao_gan_bu", "qiang_hua_dang_zheng_ling_dao_gan_2")


def test_a_given_id_is_kept_unless_it_is_taken_or_none() -> None:
    ids = Ids()

    assert [ids.keep("leaders"), ids.keep("leaders"), ids.keep("Not An Id"), ids.keep("7")] == ["leaders", "leaders_2", "not_an_id", "item"]
    assert ids.make("leaders", "item") == "leaders_3"


@settings(max_examples=50)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_whatever_is_read_an_id_is_one_and_new(texts: list[str]) -> None:
    ids = Ids()
    made = [ids.make(text, "item") for text in texts]

    assert all(fits("id", id_) for id_ in made)
    assert len(set(made)) == len(made)
