"""Heads of other documents: what is sure to need one is refused, whatever else is an ordinary notice."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import RefusedError
from generator.plan.model import Notice, Plan
from generator.render.heads import refuse_others

FILE = ("某县人民政府文件",)


def _plan(**notice: Any) -> Plan:  # noqa: ANN401 - the notice's own fields
    return Plan(year=2025, title=("某县2025年工作要点",), notice=Notice(**notice))


@pytest.mark.parametrize(
    ("notice", "head", "why"),
    [
        ({"mark": ("某县人民政府令",)}, "命令（令）格式", "发文机关标志是“某县人民政府令”"),
        ({"mark": ("某县人民政府命令",)}, "10.2", "命令"),
        ({"mark": FILE, "title": ("关于授予某某称号的嘉奖令",)}, "10.2", "标题是"),
        ({"mark": FILE, "title": ("关于商请支持演练的函（代拟稿）",)}, "10.1", "标题是"),
        ({"mark": ("某县应急管理局便函",)}, "10.1", "发文机关标志是"),
        ({"mark": FILE, "title": ("某县人民政府关于封山禁火的命令",)}, "10.2", "标题是"),
        ({"mark": ("某县安委会会议纪要",)}, "纪要格式", "发文机关标志是“某县安委会会议纪要”"),
        ({"mark": ("某县人民政府",), "title": ("关于商请支持的函",)}, "信函格式", "标题是“关于商请支持的函”"),
        ({"mark": FILE, "title": ("关于征求意见的", "复函")}, "10.1", "复函"),
        ({"mark": FILE, "number": "某府函〔2025〕1号"}, "10.1", "发文字号是“某府函〔2025〕1号”"),
        ({"mark": ("某县人民政府办公室",), "number": "某府办函[2025]1号"}, "10.1", "发文字号"),
        ({"mark": ("某县人民政府",), "title": ("关于某某规划的批复",)}, "10.1", "批复"),
    ],
)
def test_what_needs_a_head_of_its_own_is_refused_with_clause_reason_and_remedy(notice: dict[str, Any], head: str, why: str) -> None:
    with pytest.raises(RefusedError, match="GB/T 9704 10") as refusal:
        refuse_others(_plan(**notice))

    assert head in refusal.value.message
    assert why in refusal.value.message
    assert "--to txt" in refusal.value.tip


@pytest.mark.parametrize(
    "notice",
    [
        {},
        {"mark": FILE, "title": ("关于印发要点的通知",), "number": "某府发〔2025〕1号"},
        {"mark": FILE, "title": ("关于做好来函办理工作的函告",)},
        {"mark": FILE, "title": ("关于转发《关于支持某县的函》的通知",)},
        {"mark": FILE, "title": ("关于某某规划的批复",)},
        {"title": ("关于某某规划的批复",)},
        {"mark": FILE, "title": ("关于发布冬季禁火令的通告",)},
        {"mark": FILE, "title": ("关于做好会议纪要落实工作的通知",)},
        {"mark": ("潼函县人民政府",), "number": "潼函府发〔2025〕1号"},
        {"mark": ("某县人民政府",), "title": ("关于印发要点的通知",)},
        {"mark": FILE, "number": "函"},
        {"number": "某府办函[2025]1号"},  # as a site shows it, without a red head
    ],
)
def test_an_ordinary_notice_is_not_refused(notice: dict[str, Any]) -> None:
    refuse_others(_plan(**notice))


def test_the_plan_s_own_title_counts_where_the_plan_is_the_notice() -> None:
    plan = Plan(year=2025, title=("关于2025年工作的函",), notice=Notice(form="direct"))
    with pytest.raises(RefusedError, match="关于2025年工作的函"):
        refuse_others(plan)


def test_a_plan_without_a_notice_is_nothing_to_refuse_here() -> None:
    refuse_others(Plan(year=2025))
