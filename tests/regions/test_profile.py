"""A region's profile: its names, its register of units, and its words."""

from __future__ import annotations

from generator.regions.profile import Region, build
from generator.regions.units import Registry, UnitEntry
from generator.source.fields import Fields
from generator.source.reader import read


def _region(text: str) -> Region:
    return build(Fields(read(text.encode()).tree))


def test_a_region_is_read_with_all_it_says() -> None:
    region = _region("""
    name: 某县
    level: county
    parent: 某市
    number_prefix: 某府发
    units: [{id: a, name: 县甲局, aliases: [甲局, 县甲办]}, {id: b, name: 县乙局}]
    groups: [{id: towns, name: 各乡镇}]
    terms: {whole: 全县, our: 我县}
    """)

    assert region == Region(
        name="某县",
        level="county",
        parent="某市",
        number_prefix="某府发",
        registry=Registry((UnitEntry("a", "县甲局", ("甲局", "县甲办")), UnitEntry("b", "县乙局")), (UnitEntry("towns", "各乡镇"),)),
        terms=(("whole", "全县"), ("our", "我县")),
    )


def test_its_register_finds_units_and_groups_by_every_name() -> None:
    registry = _region("{units: [{id: a, name: 县甲局, aliases: [甲局]}], groups: [{id: towns, name: 各乡镇（街道）}]}").registry

    assert [registry.find(name) for name in ("甲局", "各乡镇(街道)", "县乙局")] == [("a", "unit"), ("towns", "group"), None]


def test_what_a_region_does_not_say_is_empty() -> None:
    assert _region("{units: , groups: [], terms: ~}") == Region()


def test_what_is_written_wrongly_is_passed_over() -> None:
    region = _region("{name: [甲], units: [县甲局, {id: a}], groups: {id: b}, terms: 甲}")

    assert region == Region(registry=Registry((UnitEntry("a", ""),), ()))
