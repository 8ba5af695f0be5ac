"""Goals: what is read out of a printed goal, and that nothing of it is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.values import BaseYear, Goal, read_chinese_number, read_goals

FRAGMENTS = (
    "同比 较2023年 与上年相比 下降 增长 提升 控制在 不低于 不少于 不超过 至少 达到 为 在 组织开展 "
    "0 3 1,000 0.5 １００ 2025 一 两 十 百 九十五 百分之 三分之二 千分之 1:5 1：0 1∶5 1-2 - 至 "
    "% ‰ ％ 起 人 公里 万平方米 个 次 小时 个百分点 以上 以下 以内 之内 左右 约 基本实现 的 分别 "
    "全覆盖 清零 修订 印发 并 实施 重大事故隐患 整改率 检验率 〔2025〕1号 1+7+N 365天 第 每 年 月 日 "
    "《 》 “ ” （ ） ( ) 。 ； ， 、 , ; : ： #"
)


@pytest.mark.parametrize(
    ("printed", "operator", "value", "measure"),
    [
        ("0", "equal", "0", ""),
        ("0起", "equal", "0", "起"),
        ("100%", "equal", "100", "%"),
        ("达到100%", "equal", "100", "%"),
        ("达100%", "equal", "100", "%"),
        ("１００％", "equal", "100", "%"),
        ("９５．５％以上", "at_least", "95.5", "%"),
        ("97%以上", "at_least", "97", "%"),
        ("97 %及以上", "at_least", "97", "%"),
        ("不低于98%", "at_least", "98", "%"),
        ("≥98%", "at_least", "98", "%"),
        ("不少于20台", "at_least", "20", "台"),
        ("至少一次", "at_least", "1", "次"),
        ("至少一名", "at_least", "1", "名"),
        ("0.3‰以内", "at_most", "0.3", "‰"),
        ("控制在2人以内", "at_most", "2", "人"),
        ("控制在9%之内", "at_most", "9", "%"),
        ("控制在9%", "at_most", "9", "%"),
        ("不超过3起", "at_most", "3", "起"),
        ("在2小时内", "at_most", "2", "小时"),
        ("下降到5%以下", "at_most", "5", "%"),
        ("低于0.5%", "below", "0.5", "%"),
        ("超75%", "above", "75", "%"),
        ("下降5%", "fall", "5", "%"),
        ("下降5%以上", "fall", "5", "%"),
        ("增长8%", "rise", "8", "%"),
        ("增长不低于百分之八", "rise", "8", "%"),
        ("提高3个百分点", "rise", "3", "个百分点"),
        ("提高到95%", "equal", "95", "%"),
        ("1000万元", "equal", "1000", "万元"),
        ("1,000万元", "equal", "1000", "万元"),
        ("25.65万平方米", "equal", "25.65", "万平方米"),
        ("百分之九十五", "equal", "95", "%"),
        ("百分之百", "equal", "100", "%"),
        ("千分之三", "equal", "3", "‰"),
        ("二百零五人次", "equal", "205", "人次"),
        ("1：5", "equal", "0.2", "比"),
        ("1∶5", "equal", "0.2", "比"),
        ("不低于1:5", "at_least", "0.2", "比"),
        ("四分之三以上", "at_least", "0.75", "比"),
        ("清零", "equal", "0", ""),
        ("八成以上", "at_least", "80", "%"),
        ("九成五", "equal", "95", "%"),
        ("七成半", "equal", "75", "%"),
        ("两起以内", "at_most", "2", "起"),
        ("35微克", "equal", "35", "微克"),
    ],
)
def test_a_figure_alone_is_read(printed: str, operator: str, value: str, measure: str) -> None:
    (goal,) = read_goals(printed)

    assert (goal.kind, goal.indicator) == ("figure", "")
    assert (goal.operator, goal.value, goal.measure) == (operator, Decimal(value), measure)


@pytest.mark.parametrize(
    ("printed", "indicator", "value"),
    [
        ("重大事故隐患按期整改率100%", "重大事故隐患按期整改率", 100),
        ("检验率、报废率97%以上。", "检验率、报废率", 97),
        ("“两客一危”检验率达97%以上", "“两客一危”检验率", 97),
        ("确保覆盖率100%；", "覆盖率", 100),
        ("到2027年底达标率80%", "达标率", 80),
        ("2025年实现镇街覆盖率100%", "镇街覆盖率", 100),
        ("完成4个水毁修复项目", "水毁修复项目", 4),
        ("新建2座", "新建", 2),
        ("新建一座消防站", "新建消防站", 1),
        ("更新老旧燃气管道36公里", "更新老旧燃气管道", 36),
        ("覆盖80%危险化学品企业", "覆盖危险化学品企业", 80),
        ("80%以上的危化品企业达标", "危化品企业达标", 80),
        ("每季度至少开展一次安全教育", "每季度开展安全教育", 1),
        ("每3年开展1次评估", "每3年开展评估", 1),
        ("事故起数为零", "事故起数", 0),
        ("较大事故起数0", "较大事故起数", 0),
        ("管道占压清零", "管道占压", 0),
        ("监测预警全覆盖", "监测预警覆盖", 100),
        ("监测预警100%覆盖", "监测预警覆盖", 100),
        ("用水量增长不超过3%", "用水量增长", 3),
        ("违法行为3起", "违法行为", 3),
        ("下达5项任务", "下达任务", 5),
        ("整治提升5个小区", "整治提升小区", 5),
        ("31个乡镇（街道）覆盖率100%", "31个乡镇（街道）覆盖率", 100),
        ("（每半年至少1次）", "每半年", 1),
        ("目标：100%", "目标", 100),
    ],
)
def test_the_indicator_is_the_clause_without_its_figure(printed: str, indicator: str, value: int) -> None:
    (goal,) = read_goals(printed)

    assert (goal.kind, goal.indicator, goal.value) == ("figure", indicator, Decimal(value))


@pytest.mark.parametrize(
    ("printed", "lower", "upper", "measure"),
    [
        ("1-2公里", 1, 2, "公里"),
        ("2—3公里", 2, 3, "公里"),
        ("80%～90%", 80, 90, "%"),
        ("三至五次", 3, 5, "次"),
        ("控制在1至2人", 1, 2, "人"),
    ],
)
def test_a_range_has_two_ends(printed: str, lower: int, upper: int, measure: str) -> None:
    (goal,) = read_goals(printed)

    assert (goal.operator, goal.value, goal.upper, goal.measure) == ("range", Decimal(lower), Decimal(upper), measure)


@pytest.mark.parametrize(
    ("printed", "base_year"),
    [
        ("火灾起数同比下降5%", "previous"),
        ("火灾起数较上年下降5%", "previous"),
        ("火灾起数比去年同期下降5%", "previous"),
        ("火灾起数较2023年下降5%", 2023),
        ("火灾起数与2020年相比下降5%", 2020),
        ("火灾起数下降5%（以2023年为基数）", 2023),
        ("火灾起数以2023年为基期下降5%", 2023),
        ("火灾起数在2020年基础上下降5%", 2020),
        ("火灾起数下降5%", None),
    ],
)
def test_a_change_says_against_which_year(printed: str, base_year: BaseYear) -> None:
    (goal,) = read_goals(printed)

    assert goal == Goal(printed, "figure", "火灾起数", "fall", Decimal(5), None, "%", base_year)


@pytest.mark.parametrize(
    "printed", ["印发", "修订", "印发并实施", "印发实施", "宣贯落实", "贯彻落实。", "编制完成", "完成修订", "制定和发布"]
)
def test_a_word_about_a_document_is_an_outcome(printed: str) -> None:
    assert read_goals(printed) == (Goal(printed, "action"),)


@pytest.mark.parametrize(
    "printed",
    [
        "90%左右",
        "约90%",
        "基本实现隐患整治全覆盖",
        "不发生1起较大事故",
        "不超过去年的80%",
        "高于全市平均3个百分点",
        "火灾起数、亡人数同比分别下降5%、6%",
        "一律",
        "两个责任",
        "最多跑一次",
        "一次性投入",
        "十五五规划",
        "二次全会",
        "十十次",
        "三至十十次",
        "1:0",
        "实施1：10000调查",
        "2025年9月前",
        "2021-2035年",
        "府发〔2025〕1号",
        "第3条",
        "附件1",
        "坚持1+7+N会商",
        "开展365天暗访",
        "《2025年100%清单》",
        "建成“5个100%”",
        "3年行动",
        "热线12350",
        "370MHz终端",
        "9座以上客车",
        "200张床位以上的医院",
        "打通4多跨事件",
        "包含8个方面48项任务",
        "完善工作机制",
    ],
)
def test_what_is_no_figure_or_not_understood_stays_text(printed: str) -> None:
    assert read_goals(printed) == (Goal(printed),)


@pytest.mark.parametrize(
    ("printed", "clauses"),
    [
        ("", []),
        ("修订，印发。", ["修订，", "印发。"]),
        ("三级标准化率100%、二级50%以上", ["三级标准化率100%、", "二级50%以上"]),
        ("改造小区4个、25.65万平方米；", ["改造小区4个、", "25.65万平方米；"]),
        ("甲、乙100%、丙、丁50%", ["甲、乙100%、", "丙、丁50%"]),
        ("演练1次（高危行业每半年1次）。", ["演练1次", "（高危行业每半年1次）。"]),
        ("整治乡镇（街道）3个", ["整治乡镇（街道）3个"]),
        ("建成率80%,其中省级2个", ["建成率80%,", "其中省级2个"]),
        ("投入1,000万元，落实“一案，双查”", ["投入1,000万元，", "落实“一案，双查”"]),
        ("1、2号机组检修率100%", ["1、2号机组检修率100%"]),
    ],
)
def test_clauses_end_at_marks_and_between_two_figures(printed: str, clauses: list[str]) -> None:
    assert [goal.text for goal in read_goals(printed)] == clauses


def test_figures_outcomes_and_text_stand_in_the_order_they_are_printed() -> None:
    goals = read_goals("印发，覆盖率100%，完善机制。")

    assert [goal.kind for goal in goals] == ["action", "figure", "text"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("零", 0),
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("九十五", 95),
        ("百", 100),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("三百二十一", 321),
        ("九百九十九", 999),
        ("", None),
        ("十十", None),
        ("五一", None),
        ("一百五", None),
        ("百零", None),
        ("12", None),
        ("人", None),
    ],
)
def test_chinese_numbers_are_read_up_to_nine_hundred_and_ninety_nine(written: str, number: int | None) -> None:
    assert read_chinese_number(written) == number


@given(st.text())
def test_nothing_of_any_text_is_lost(text: str) -> None:
    assert "".join(goal.text for goal in read_goals(text)) == text


@given(st.lists(st.sampled_from([*FRAGMENTS.split(), " ", "\u3000", "\n"]), max_size=14).map("".join))
def test_nothing_of_a_goal_is_lost_and_every_figure_is_whole(text: str) -> None:
    goals = read_goals(text)

    assert "".join(goal.text for goal in goals) == text
    for goal in goals:
        assert (goal.kind == "figure") == (goal.value is not None) == bool(goal.operator)
        assert (goal.operator == "range") == (goal.upper is not None)
