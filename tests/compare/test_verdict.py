"""Verdicts: what a changed goal and a changed sentence of units mean, in the words of an officer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.verdict import UnitChanges, goal_verdict, lead_changes, unit_changes
from generator.regions.units import Registry, UnitEntry

COUNTY = Registry(
    units=(
        UnitEntry("emergency", "县应急管理局", ("县应急局",)),
        UnitEntry("police", "县公安局"),
        UnitEntry("water", "县水利局"),
        UnitEntry("schools", "县教委"),
    ),
    groups=(UnitEntry("towns", "各乡镇（街道）", ("各镇街",)),),
)
OPPOSITE = {"tightened": "loosened", "loosened": "tightened", "new": "dropped", "dropped": "new"}


def _kind(old: str, new: str, about: str = "") -> str:
    """Return the kind of a verdict: "same" for none, "unknown" where nothing tells which way is stricter."""
    found = goal_verdict(old, new, about=about)
    return (found.kind or "unknown") if found else "same"


CASES = [
    ("同比下降10%", "下降5%", "loosened"),
    ("同比下降10%", "同比下降15%", "tightened"),
    ("下降5%", "下降5%以上", "same"),
    ("同比下降10%", "下降10%", "base"),
    ("较2020年下降10%", "较2022年下降12%", "base"),
    ("较2020年下降10%", "较2020年下降12%", "tightened"),
    ("增长5%", "增长8%", "tightened"),
    ("增长8%", "增长6.5%", "loosened"),
    ("下降5%", "增长2%", "loosened"),
    ("0.3‰以内", "0.5‰以内", "loosened"),
    ("0.3‰以内", "0.2‰以内", "tightened"),
    ("0.3‰以内", "0.03%以内", "same"),
    ("低于0.3‰", "0.3‰以内", "loosened"),
    ("森林火灾受害率控制在0.3‰以内", "森林火灾受害率控制在0.1‰以内", "tightened"),
    ("死亡人数控制在5人以内", "死亡人数不超过8人", "loosened"),
    ("亡人数同比下降10%", "亡人数不超过5人", "measure"),
    ("不低于95%", "不低于98%", "tightened"),
    ("不低于95%", "95%以上", "same"),
    ("不低于95%", "98%", "tightened"),
    ("超过90%", "90%以上", "loosened"),
    ("不少于2次", "不超过2次", "unknown"),
    ("三分之二以上", "50%以上", "loosened"),
    ("较大事故起数0", "较大事故起数1", "loosened"),
    ("较大事故0起", "较大事故0件", "same"),
    ("火灾起数3起", "火灾起数2起", "tightened"),
    ("覆盖率达到100%", "覆盖率达到95%", "loosened"),
    ("隐患整改率90%", "隐患整改率100%", "tightened"),
    ("不合格率2%", "不合格率1%", "tightened"),
    ("新增隐患20处", "新增隐患10处", "tightened"),
    ("整改隐患500处", "整改隐患800处", "tightened"),
    ("培训3000人次", "培训0.5万人次", "tightened"),
    ("投资1.5亿元", "投资8000万元", "loosened"),
    ("新建消防水池30口", "新建消防水池20口", "loosened"),
    ("指数为5", "指数为6", "unknown"),
    ("至少配备3—5人", "至少配备3—4人", "tightened"),
    ("配备3—5人", "配备2—6人", "loosened"),
    ("2小时内送达", "12小时内送达", "loosened"),
    ("2小时内送达", "90分钟内送达", "tightened"),
    ("10天内办结", "5个工作日内办结", "measure"),
    ("每季度至少开展1次督查", "每月至少开展1次督查", "tightened"),
    ("每季度开展2次督查", "每半年开展2次督查", "loosened"),
    ("每季度开展1次督查", "每年开展4次督查", "same"),
    ("2025年6月底前完成", "2025年12月底前完成", "loosened"),
    ("6月底前完成", "5月20日前完成", "tightened"),
    ("6月前完成", "6月底前完成", "loosened"),
    ("年底前完成", "上半年完成", "tightened"),
    ("第三季度完成", "第四季度完成", "loosened"),
    ("完成整改", "9月底前完成整改", "tightened"),
    ("9月底前完成整改", "完成整改", "loosened"),
    ("《2025年6月底前清单》印发", "《2025年9月底前清单》印发", "same"),
    ("减少隐患100处", "减少隐患80处", "loosened"),
    ("减少隐患80处", "减少隐患100处", "tightened"),
    ("减少违法行为20%", "减少违法行为10%", "loosened"),
    ("降低能耗3%", "降低能耗2%", "loosened"),
    ("降低能耗至3%", "降低能耗至2%", "tightened"),
    ("降低成本10%", "降低成本至20%", "unknown"),
    ("压减债务5亿元", "压减债务3亿元", "loosened"),
    ("死亡人数同比下降率10%", "死亡人数同比下降率5%", "loosened"),
    ("死亡人数下降率达到10%", "死亡人数下降率达到12%", "tightened"),
    ("不发生较大事故", "较大事故不超过1起", "loosened"),
    ("不得发生火灾", "火灾2起以内", "loosened"),
    ("杜绝较大事故", "较大事故1起以内", "loosened"),
    ("零死亡", "不超过1人", "loosened"),
    ("较大事故零发生", "1起以内", "loosened"),
    ("无较大以上事故", "较大事故1起", "loosened"),
    ("较大事故1起", "无较大以上事故", "tightened"),
    ("不发生较大事故", "杜绝较大事故", "same"),
    ("不发生3人以上事故", "不发生5人以上事故", "unknown"),
    ("不发生3人以上事故", "3人以上事故不超过1起", "unknown"),
    ("事故起数、死亡人数同比分别下降10%、5%", "事故起数、死亡人数同比分别下降5%、3%", "loosened"),
    ("失业率控制在5.5%左右", "失业率控制在6%左右", "loosened"),
    ("增长6%左右", "增长5%左右", "loosened"),
    ("6%", "6%左右", "unknown"),
    ("PM2.5浓度35微克", "PM2.5浓度38微克", "loosened"),
    ("两起以内", "三起以内", "loosened"),
    ("下降10%", "下降10%（以2023年为基数）", "base"),
    ("下降10%（以2023年为基数）", "下降10%（以2024年为基数）", "base"),
    ("较2020年有所下降", "较2022年有所下降", "unknown"),
    ("事故起数和死亡人数同比下降10%", "事故起数同比下降10%", "unknown"),
    ("覆盖率达到80%", "覆盖率达到八成", "same"),
    ("覆盖率达到80%", "覆盖率达到七成", "loosened"),
    ("完成率达95%", "完成率达九成五", "same"),
    ("事故起数下降且死亡人数5人", "事故起数下降且死亡人数8人", "loosened"),
    ("拆除违建100处", "拆除违建50处", "loosened"),
    ("31个乡镇覆盖率100%", "28个乡镇覆盖率100%", "unknown"),
    ("长期", "2026年10月", "unknown"),
    ("2026年10月", "长期", "unknown"),
    ("2026年10月", "2026年11月", "loosened"),
    ("6月底前、9月底前完成", "6月底前完成", "unknown"),
    ("20微克/立方米", "20毫克/立方米", "unknown"),
    ("建成无障碍设施", "建成无障碍设施5处", "new"),
    ("", "下降5%", "new"),
    ("下降5%", "", "dropped"),
    ("印发", "修订", "same"),
    ("全面提升", "覆盖率100%", "new"),
    ("覆盖率100%", "全面提升", "dropped"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_a_changed_goal_has_a_verdict(old: str, new: str, expected: str) -> None:
    assert expected == _kind(old, new)


@pytest.mark.parametrize(
    ("old", "new", "about", "expected"),
    [
        ("0", "1", "较大及以上生产安全事故起数", "loosened"),
        ("3", "2", "因灾死亡人数", "tightened"),
        ("清零", "10起", "火灾", "loosened"),
        ("全覆盖", "90%", "重点场所排查", "loosened"),
        ("100%", "95%", "应急广播覆盖率", "loosened"),
        ("3", "5", "培训场次", "tightened"),
        ("10%", "5%", "死亡人数同比下降率", "loosened"),
        ("下降5%-10%", "下降5%-8%", "死亡人数", "loosened"),
        ("100处", "80处", "减少隐患", "unknown"),
        ("20%", "10%", "减少违法行为", "loosened"),
        ("30分钟", "20分钟", "提高响应速度", "unknown"),
        ("3", "5", "综合指数", "unknown"),
        ("3", "5", "", "unknown"),
    ],
)
def test_the_name_of_the_item_tells_what_a_bare_value_is_of(old: str, new: str, about: str, expected: str) -> None:
    assert expected == _kind(old, new, about)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("同比下降10%", "下降5%", "由同比下降10%改为下降5%：放宽"),
        ("覆盖率95%。", "覆盖率98%。", "由覆盖率95%改为覆盖率98%：收紧"),
        ("指数为5", "指数为6", "由指数为5改为指数为6：数值变化"),
        ("亡人数下降10%", "亡人数不超过5人", "由亡人数下降10%改为亡人数不超过5人：计量单位改变"),
        ("下降10%", "下降10%（以2023年为基数）", "由下降10%改为下降10%（以2023年为基数）：比较基准改变"),
        ("不发生火灾", "火灾不超过1起", "由不发生火灾改为火灾不超过1起：放宽"),
        ("长期", "2026年10月", "由长期改为2026年10月：数值变化"),
        ("较2020年有所下降", "较2022年有所下降", "由较2020年有所下降改为较2022年有所下降：数值变化"),
        ("较2020年下降10%", "较2022年下降10%", "由较2020年下降10%改为较2022年下降10%：比较基准改变"),
        ("", "覆盖率95%。", "新增目标：覆盖率95%"),
        ("覆盖率95%。", "", "取消目标：覆盖率95%"),
        ("3月底前印发", "印发", "取消时限3月底前：放宽"),
    ],
)
def test_a_verdict_says_why(old: str, new: str, sentence: str) -> None:
    found = goal_verdict(old, new)

    assert found
    assert sentence == found.sentence


def test_several_goals_are_paired_by_what_they_measure() -> None:
    found = goal_verdict("亡人数同比下降10%，起数同比下降5%", "起数同比下降8%，亡人数同比下降5%，整改率100%")

    assert found
    assert [part.kind for part in found.parts] == ["loosened", "tightened", "new"]
    assert found.kind == "loosened"
    assert found.sentence.startswith("由亡人数同比下降10%改为亡人数同比下降5%：放宽；由起数同比下降5%改为起数同比下降8%：收紧；")


def test_goals_of_one_indicator_are_paired_by_their_values() -> None:
    assert goal_verdict("覆盖率10%、覆盖率5%", "覆盖率5%、覆盖率10%") is None


def test_a_dropped_goal_weighs_more_than_a_tightened_one() -> None:
    assert _kind("覆盖率90%，整改率95%", "覆盖率95%") == "dropped"


def test_a_figure_and_a_deadline_are_told_apart() -> None:
    found = goal_verdict("2025年6月底前，整改率95%", "2025年9月底前，整改率100%")

    assert found
    assert [part.kind for part in found.parts] == ["tightened", "loosened"]
    assert found.kind == "loosened"


def test_a_deadline_that_moved_with_the_year_of_the_plan_is_the_same() -> None:
    old, new = "2025年6月底前完成", "2026年6月底前完成"

    assert goal_verdict(old, new, years=1) is None
    assert _kind(old, new) == "loosened"


FRAGMENTS = (
    "覆盖率 亡人数 隐患 培训 同比 下降 增长 不低于 不超过 以内 以上 每季度 每月 5% 10% 0.3‰ 3人 2小时 1.5亿元 0 "
    "6月底前 2025年 全覆盖 清零 、 ， 。 （ ） 印发 不发生事故 零死亡 左右 减少隐患 分别 两起 八成 长期"
)
goals = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=6).map("".join)


@given(goals)
def test_a_goal_that_stayed_has_no_verdict(goal: str) -> None:
    assert goal_verdict(goal, goal) is None


@given(goals, goals)
def test_read_the_other_way_round_one_goal_has_the_opposite_verdict(old: str, new: str) -> None:
    there, back = goal_verdict(old, new), goal_verdict(new, old)
    one_of_each = bool(there and back and not there.parts and not back.parts)

    if one_of_each and there and back and not ("下降" in old + new and "增长" in old + new):
        assert back.kind == OPPOSITE.get(there.kind or "", there.kind)
    assert bool(there) == bool(back)


# --- units -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("县公安局、县教委", "县教委、县公安局", UnitChanges()),
        ("县应急局", "县应急管理局", UnitChanges()),
        ("各乡镇（街道）", "各镇街", UnitChanges()),
        ("县公安局", "县公安局、县教委", UnitChanges(added=("县教委",), sentence="增加县教委")),
        ("县公安局、县教委、县水利局", "县教委", UnitChanges(dropped=("县公安局", "县水利局"), sentence="减少县公安局、县水利局")),
        (
            "县公安局，各乡镇（街道）",
            "县公安局、县文化旅游委",
            UnitChanges(added=("县文化旅游委",), dropped=("各乡镇（街道）",), sentence="增加县文化旅游委；减少各乡镇（街道）"),
        ),
        (
            "县公安局牵头，县教委配合",
            "县教委牵头，县公安局配合",
            UnitChanges(("县公安局",), ("县教委",), sentence="牵头单位由县公安局改为县教委"),
        ),
        (
            "县公安局牵头，县教委配合",
            "县应急局牵头，县教委配合",
            UnitChanges(
                ("县公安局",), ("县应急局",), ("县应急局",), ("县公安局",), "牵头单位由县公安局改为县应急局；增加县应急局；减少县公安局"
            ),
        ),
        ("县公安局、县教委", "县教委牵头，县公安局配合", UnitChanges(lead_after=("县教委",), sentence="明确由县教委牵头")),
        ("县教委牵头，县公安局配合", "县公安局、县教委", UnitChanges(lead_before=("县教委",), sentence="不再由县教委牵头")),
        ("", "县公安局", UnitChanges(added=("县公安局",), sentence="增加县公安局")),
        ("县公安局", "", UnitChanges(dropped=("县公安局",), sentence="减少县公安局")),
        ("", "", UnitChanges()),
        ("某(乙)公司", "某（乙）公司", UnitChanges()),
    ],
)
def test_changed_units_are_told(old: str, new: str, expected: UnitChanges) -> None:
    assert expected == unit_changes(old, new, COUNTY)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "县应急管理局",
            "县公安局",
            UnitChanges(("县应急管理局",), ("县公安局",), ("县公安局",), ("县应急管理局",), "牵头单位由县应急管理局改为县公安局"),
        ),
        ("县应急局", "县应急管理局", UnitChanges()),
        ("", "县公安局", UnitChanges(lead_after=("县公安局",), added=("县公安局",), sentence="明确由县公安局牵头")),
        ("县公安局", "", UnitChanges(lead_before=("县公安局",), dropped=("县公安局",), sentence="不再由县公安局牵头")),
    ],
)
def test_whoever_stands_in_a_column_of_leads_leads(old: str, new: str, expected: UnitChanges) -> None:
    assert expected == lead_changes(old, new, COUNTY)


UNITS = "县应急管理局 县公安局 县教委 江口镇 各乡镇（街道） 牵头 配合 、 ， 等"
units = st.lists(st.sampled_from(UNITS.split()), max_size=7).map("".join)


@given(units, units)
def test_what_comes_in_one_way_drops_out_the_other(old: str, new: str) -> None:
    there, back = unit_changes(old, new, COUNTY), unit_changes(new, old, COUNTY)

    assert (there.added, there.dropped, there.lead_before) == (back.dropped, back.added, back.lead_after)
    assert unit_changes(old, old, COUNTY) == UnitChanges()
