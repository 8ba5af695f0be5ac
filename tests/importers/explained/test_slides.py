"""The text of slide decks of several makes as plans without a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.importers import from_text
from generator.importers.explained import slides
from generator.importers.ids import Ids
from generator.importers.ledger import Ledger
from generator.importers.scribe import Scribe
from tests.importers.corpus import corpus
from tests.importers.told import titles, told

if TYPE_CHECKING:
    from tests.importers.told import Told

_CATALOGUE = """一图读懂
红枫县2025年教育工作要点
目  录
CONTENTS
01 办好学校
02 建强队伍
办好学校
01
新建小学
在城南新建小学2所，增加学位1800个。
02
改善食堂
● 明厨亮灶全覆盖
● 菜价每周公示
建强队伍
培养教师
每年培训教师300人次。
招聘教师
招聘音体美教师40名。
谢谢观看
"""

_ONE_LINE = """海棠区2025年营商环境工作要点图解
第一部分 出台背景
企业办事环节还多。
第二部分 主要任务
优化审批
● 材料再减三成
● 时间再减一半
改进服务
● 设立帮办窗口
● 开通夜间热线
第三部分 保障措施
加强领导
区长负责，每月调度。
强化督查
每季通报。
"""

_LATIN = """北塘市2026年林业工作要点
北塘市林业局
2026年2月
PART ONE
植树造林
GREENING
造林绿化
人工造林
造林3万亩，抚育5万亩。
1. 封山育林
封育2万亩，设立标牌。
北塘市2026年林业工作要点
造林绿化（续）
义务植树
组织义务植树20万株。
PART TWO
护林防火
建立队伍
每个林场一支，共12支。
THANKS
"""

_BROKEN = """政策解读
松岭县2025年防汛工作要点
Catalogue 目录
1. 监测预警体系与快速响应能力
Part One
2. 物资储备体系
Part Two
Part 1
监测预警体系与快速
响应能力
监测预警体系与快速响应能力
提升预警水平
● 加密雨量站
全县新增20个，年底前建成。
● 完善叫应机制
预警要到人。
Part 2
物资储备体系
全县物资分三级储备。
补充沙袋
检修泵站
"""

_ALL = (_CATALOGUE, _ONE_LINE, _LATIN, _BROKEN)


def _tasks(found: Told) -> list[dict[str, Any]]:
    return [task for section in found.tree["sections"] for task in section.get("tasks", ())]


@pytest.mark.parametrize(("text", "counts"), [*zip(_ALL, [(2, 4), (2, 2), (2, 4), (2, 4)], strict=True)])
def test_parts_are_sections_and_titles_over_text_are_tasks(text: str, counts: tuple[int, int]) -> None:
    found = told(text)

    assert found.counts == counts
    assert found.unplaced == []
    assert "notice" not in found.tree


def test_a_published_deck_has_its_parts_tasks_and_pages() -> None:
    found = told(corpus("001"))

    assert found.counts == (6, 25)
    assert [len(section["tasks"]) for section in found.tree["sections"]] == [5, 6, 5, 3, 3, 3]
    assert all(task["brief"]["text"] for task in _tasks(found))
    assert found.unplaced == found.aside == []
    assert sum(len(page.get("tasks", ())) for page in found.tree["slides"]["pages"]) == 25
    assert found.tree["region"]["name"] == "沙坪坝区"


def test_what_a_slide_says_of_a_task_is_how_it_is_worded_there() -> None:
    assert _tasks(told(_CATALOGUE))[:2] == [
        {"id": "xin_jian_xiao_xue", "title": "新建小学", "brief": {"text": "在城南新建小学2所，增加学位1800个。"}},
        {"id": "gai_shan_shi_tang", "title": "改善食堂", "brief": {"text": ["明厨亮灶全覆盖", "菜价每周公示"]}},
    ]


def test_bullets_are_titles_where_most_stand_over_running_text() -> None:
    assert titles(_tasks(told(_BROKEN)))[:2] == ["加密雨量站", "完善叫应机制"]


def test_titles_without_any_text_are_tasks_where_a_part_has_no_others() -> None:
    assert titles(_tasks(told(_BROKEN)))[2:] == ["补充沙袋", "检修泵站"]


def test_the_catalogue_tells_which_lines_are_one_title() -> None:
    assert titles(told(_BROKEN).tree["sections"]) == ["监测预警体系与快速响应能力", "物资储备体系"]


def test_text_before_the_first_title_of_a_part_is_its_summary() -> None:
    assert told(_BROKEN).tree["sections"][1]["summary"] == "全县物资分三级储备。"


def test_pages_hold_the_tasks_under_their_titles_and_a_page_that_goes_on_is_one() -> None:
    assert told(_LATIN).tree["slides"]["pages"] == [
        {"section": "zhi_shu_zao_lin", "title": "造林绿化", "tasks": ["ren_gong_zao_lin", "feng_shan_yu_lin", "yi_wu_zhi_shu"]},
        {"section": "hu_lin_fang_huo", "tasks": ["jian_li_dui_wu"]},
    ]


def test_what_decorates_pages_or_stands_on_each_is_set_aside() -> None:
    assert told(_LATIN).aside == ["北塘市林业局", "2026年2月", "GREENING", "北塘市2026年林业工作要点", "THANKS"]


def test_the_background_of_a_deck_is_that_of_the_explanation_and_safeguards_hold_points() -> None:
    found = told(_ONE_LINE)

    assert found.tree["explanation"] == {"background": "企业办事环节还多。"}
    assert titles(found.tree["sections"][1]["points"]) == ["加强领导", "强化督查"]


def test_title_region_and_year_come_from_the_cover() -> None:
    tree = told(_CATALOGUE).tree

    assert tree["slides"]["title"] == ["一图读懂", "红枫县2025年教育工作要点"]
    assert (tree["title"], tree["region"]["name"], tree["year"]) == ("红枫县2025年教育工作要点", "红枫县", "2025")


_OTHERS = {
    "a scheme with a catalogue": """红枫县2025年教育工作方案
目录
第一部分 总体要求
第二部分 重点任务
第一部分 总体要求
一、指导思想
坚持育人为本，落实立德树人。
二、工作目标
新增学位1800个，招聘教师40名。
第二部分 重点任务
一、办学校
在城南新建小学2所。
二、招教师
招聘音体美教师40名。
""",
    "a notice": "关于印发工作要点的通知\n各乡镇：\n目录\n办学校\n招教师\n办学校\n新建2所。\n招教师\n招40名。\n",
    "a list of parts": "第一部分 办学校\n第二部分 招教师\n",
}


@pytest.mark.parametrize("text", _OTHERS.values(), ids=_OTHERS)
def test_another_document_is_no_deck_and_nothing_is_booked(text: str) -> None:
    ledger = Ledger()

    assert slides.recognised(from_text.read(text.encode()).blocks, Scribe(ledger), Ids(), "来稿") is None
    assert ledger == Ledger()


@pytest.mark.parametrize("name", ["000", "002", "003", "004"])
def test_published_documents_of_other_kinds_are_no_decks(name: str) -> None:
    assert "slides" not in told(corpus(name)).tree
