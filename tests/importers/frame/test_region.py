"""The region of an imported plan."""

from __future__ import annotations

import pytest

from generator.importers.frame.parts import Ending, Frame
from generator.importers.frame.region import region_of, tell_region
from generator.importers.ids import Ids
from generator.importers.ledger import Ledger
from generator.importers.outline import Paragraph


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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("中共青临市委", "青临市"),
        ("中国共产党青临市委员会", "青临市"),
        ("中共青临市委全面依法治市委员会", "青临市"),
        ("2025年青临县工作要点", "青临县"),
        ("【重磅】2025年青临县工作要点", "青临县"),
        ("青临大学2025年工作要点", "青临大学"),
        ("县人民政府办公室关于防汛工作的通知", "县人民政府办公室"),
        ("县人民政府文件", "县人民政府"),
        ("和平区人民政府", "和平区"),
        ("盐城市人民政府", "盐城市"),
        ("万全区人民政府", "万全区"),
        ("李家乡人民政府", "李家乡"),
        ("无废城市建设工作要点", "本单位"),
        ("各乡镇工作要点", "本单位"),
        ("2025年平安建设工作要点", "本单位"),
        ("目录", "本单位"),
        ("老旧小区改造工作要点", "本单位"),
        ("关于进一步加强城市管理的通知", "本单位"),
        ("全市安全生产工作要点", "本单位"),
    ],
)
def test_only_places_and_organs_are_names(name: str, expected: str) -> None:
    assert region_of([name], [], Ids())["name"] == expected


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        (Frame(ending=Ending([Paragraph(9, "青临县人民政府")])), []),
        (Frame(elements=[("mark", Paragraph(1, "中共青临市委文件"))]), []),
        (Frame(title=[Paragraph(2, "青临县2025年工作要点")]), [(2, "地区“青临县”取自标题")]),
        (Frame(title=[Paragraph(2, "2025年工作要点")]), [(1, "没有找到发文机关或者地名，地区暂用“本单位”")]),
        (
            Frame(ending=Ending([Paragraph(9, "县人民政府")]), title=[Paragraph(2, "青临县2025年工作要点")]),
            [(2, "地区“青临县”取自标题")],
        ),
    ],
)
def test_a_region_that_nobody_signs_for_is_told(frame: Frame, told: list[tuple[int, str]]) -> None:
    ledger = Ledger()
    tell_region(frame, ledger)

    assert [(guess.line, guess.what) for guess in ledger.guesses] == told
