"""The region of an imported plan."""

from __future__ import annotations

import pytest

from generator.importers.frame.region import region_of
from generator.importers.ids import Ids


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("青临县人民政府", {"name": "青临县", "level": "county"}),
        ("河川省青临市人民政府", {"name": "青临市", "level": "city", "parent": "河川省"}),
        ("重庆市人民政府", {"name": "重庆市", "level": "municipality"}),
        ("重庆市青临区教育局", {"name": "青临区", "level": "county", "parent": "重庆市"}),
        ("青临镇人民政府", {"name": "青临镇", "level": "township"}),
        ("教育部办公厅", {"name": "教育部办公厅"}),
        ("", {"name": "本单位"}),
    ],
)
def test_the_place_is_told_by_who_signs(name: str, expected: dict[str, str]) -> None:
    assert region_of([name], [], Ids()) == expected


def test_the_first_name_that_begins_with_a_place_counts() -> None:
    assert region_of(["", "安委会办公室", "青临县教育局"], [], Ids())["name"] == "青临县"


def test_units_and_groups_are_each_named_once() -> None:
    region = region_of(["青临县"], ["县教委、县公安局", "县教委，各乡镇（街道）"], Ids())

    assert region["units"] == [{"id": "xian_jiao_wei", "name": "县教委"}, {"id": "xian_gong_an_ju", "name": "县公安局"}]
    assert region["groups"] == [{"id": "ge_xiang_zhen_jie_dao", "name": "各乡镇（街道）"}]
