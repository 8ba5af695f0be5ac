"""Titles in lines: real ones of governments of all levels as an officer would break them, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.titles import broken
from generator.render.widths import ems

_WIDTH = 20.1
_NO_START, _NO_END = "》”’）、，。；：的", "《“‘（"
# Each title with the breakings that are accepted, a slash between lines.
_TITLES = [
    (
        "云阳县人民政府/关于印发《云阳县2025年安全生产、/防灾减灾救灾和消防工作要点》的通知",
        "云阳县人民政府关于印发/《云阳县2025年安全生产、防灾减灾救灾/和消防工作要点》的通知",
    ),
    (
        "云阳县2025年安全生产、/防灾减灾救灾和消防工作要点",
        "云阳县2025年安全生产、防灾减灾救灾/和消防工作要点",
    ),
    (
        "巫山县人民政府关于印发巫山县2023年/安全生产与自然灾害防治工作要点的通知",
        "巫山县人民政府/关于印发巫山县2023年安全生产与/自然灾害防治工作要点的通知",
        "巫山县人民政府/关于印发巫山县2023年安全生产/与自然灾害防治工作要点的通知",
    ),
    ("2025年全区安全生产、/防灾减灾救灾和消防工作要点",),
    ("重庆市人民政府/关于印发《2025年全市安全生产、/防灾减灾救灾和消防工作要点》的通知",),
    ("云阳县2025年安全生产、防灾减灾救灾/和消防工作要点责任分工表",),
    (
        "国务院办公厅/关于印发《2024年政务公开工作要点》的通知",
        "国务院办公厅关于印发/《2024年政务公开工作要点》的通知",
    ),
    (
        "国务院办公厅/关于印发“十四五”国民健康规划的通知",
        "国务院办公厅关于印发/“十四五”国民健康规划的通知",
    ),
    (
        "国务院关于印发/《2030年前碳达峰行动方案》的通知",
        "国务院/关于印发《2030年前碳达峰行动方案》的通知",
    ),
    ("国务院办公厅关于进一步优化营商环境/降低市场主体制度性交易成本的意见",),
    ("国务院关于印发《推动大规模设备更新/和消费品以旧换新行动方案》的通知",),
    ("国务院办公厅/关于2025年部分节假日安排的通知",),
    ("国务院办公厅关于印发/国务院2024年度立法工作计划的通知",),
    (
        "国务院安全生产委员会/关于印发《安全生产治本攻坚/三年行动方案（2024—2026年）》的通知",
        "国务院安全生产委员会关于印发/《安全生产治本攻坚三年行动方案/（2024—2026年）》的通知",
    ),
    (
        "国务院办公厅转发国家发展改革委等部门/关于加快推进城镇环境基础设施/建设指导意见的通知",
        "国务院办公厅转发国家发展改革委等部门/关于加快推进/城镇环境基础设施建设指导意见的通知",
    ),
    ("国务院关于加强数字政府建设的指导意见",),
    ("浙江省人民政府办公厅/关于印发浙江省突发事件总体应急预案的通知",),
    ("浙江省人民政府关于印发/浙江省国民经济和社会发展第十四个五年规划/和二〇三五年远景目标纲要的通知",),
    (
        "广东省人民政府办公厅关于印发广东省/2024年政务公开工作要点分工方案的通知",
        "广东省人民政府办公厅关于印发/广东省2024年政务公开/工作要点分工方案的通知",
    ),
    ("四川省人民政府关于印发/《四川省“十四五”应急体系规划》的通知",),
    (
        "北京市人民政府办公厅关于印发《2024年/市政府工作报告重点任务清单》的通知",
        "北京市人民政府办公厅关于印发/《2024年市政府工作报告/重点任务清单》的通知",
    ),
    ("上海市人民政府办公厅关于印发《上海市/营商环境改革任务（7.0版）》的通知",),
    ("重庆市人民政府办公厅/关于印发重庆市突发地质灾害应急预案的通知",),
    ("湖北省人民政府关于印发/湖北省安全生产“十四五”规划的通知",),
    ("江西省人民政府办公厅/关于印发江西省森林火灾应急预案的通知",),
    ("新疆维吾尔自治区人民政府办公厅/关于印发《自治区政务公开工作要点》的通知",),
    ("广西壮族自治区人民政府办公厅/关于印发广西政务公开实施方案的通知",),
    ("内蒙古自治区人民政府关于印发/自治区2025年坚持稳中快进稳中优质/推动产业高质量发展政策清单的通知",),
    ("成都市人民政府办公厅关于印发/成都市城镇燃气安全专项整治工作方案的通知",),
    ("武汉市人民政府办公厅/关于印发武汉市2024年消防工作要点的通知",),
    ("杭州市人民政府办公厅/关于印发杭州市防汛防台抗旱应急预案的通知",),
    ("江津区人民政府/关于印发2025年全区安全生产、/防灾减灾救灾和消防工作要点的通知",),
    ("重庆市沙坪坝区人民政府办公室关于印发/沙坪坝区2025年政务公开工作要点的通知",),
    ("奉节县人民政府办公室关于印发/奉节县2025年重点工作任务分解的通知",),
    ("奉节县人民政府/关于印发《奉节县2025年安全生产、/防灾减灾救灾和消防工作要点》的通知",),
    ("中共云阳县委办公室云阳县人民政府办公室/关于印发《云阳县党政领导干部安全生产/责任制实施细则》的通知",),
    ("重庆市应急管理局重庆市消防救援总队/关于开展人员密集场所消防安全/专项整治的通知",),
    ("重庆市应急管理局 /重庆市规划和自然资源局 重庆市气象局/关于做好2025年地质灾害防治工作的通知",),
    ("云阳县安全生产委员会办公室关于认真做好/2025年春节期间安全生产工作的通知",),
    ("云阳县人民政府办公室/关于转发《重庆市人民政府办公厅关于做好/2025年防汛抗旱工作的通知》的通知",),
    (
        "凤鸣镇人民政府关于印发《凤鸣镇/2025年森林防火工作实施方案》的通知",
        "凤鸣镇人民政府关于印发/《凤鸣镇2025年森林防火/工作实施方案》的通知",
    ),
    ("双江街道办事处关于印发/2025年安全生产和消防工作要点的通知",),
    ("云阳县人民政府/关于废止部分行政规范性文件的决定",),
    ("云阳县人民政府关于公布/2024年度行政规范性文件清理结果的通知",),
    ("云阳县人民政府办公室/关于调整县政府领导同志工作分工的通知",),
    ("云阳县人民政府办公室关于印发《云阳县/养老服务体系建设实施方案（试行）》的通知",),
    ("云阳县人民政府关于同意/设立云阳县张飞庙景区管理委员会的批复",),
    (
        "教育部办公厅关于印发《义务教育课程方案/和课程标准（2022年版）》的通知",
        "教育部办公厅/关于印发《义务教育课程方案/和课程标准（2022年版）》的通知",
    ),
    ("财政部 税务总局关于进一步支持小微企业/和个体工商户发展有关税费政策的公告",),
    ("昆明市人民政府/关于印发昆明市农村饮用水水源地保护/和和平村水资源管理办法的通知",),
    ("全国安全生产月活动组委会关于印发/2025年全国安全生产月活动方案的通知",),
    ("国务院安委会办公室/关于印发《“十四五”国家安全生产规划》/重点任务分工方案的通知",),
    ("应急管理部关于印发《应急管理/行政执法人员依法履职管理规定》的通知",),
    ("国务院关于印发《中国（上海）/自由贸易试验区总体方案》的通知",),
    ("河南省人民政府办公厅/关于印发河南省推动生态环境质量稳定向好/三年行动计划（2023—2025年）的通知",),
    ("山东省人民政府办公厅/关于印发山东省数字政府建设实施方案的通知",),
    ("江苏省政府办公厅/关于印发江苏省自然灾害救助应急预案的通知",),
    ("湖南省人民政府办公厅/关于进一步加强森林防火工作的通知",),
    ("贵州省人民政府关于印发贵州省2025年/政府工作报告重点工作责任分工方案的通知",),
    ("陕西省人民政府办公厅关于印发/加快推进县域经济高质量发展若干措施的通知",),
    ("深圳市人民政府关于印发/深圳市2025年度重大项目计划的通知",),
]
_SHAPED = [
    ("云阳县人民政府关于印发《云阳县2025年安全生产、防灾减灾救灾和消防工作要点》的通知", "云阳县人民政府"),
    ("重庆市人民政府关于印发《2025年全市安全生产、防灾减灾救灾和消防工作要点》的通知", "重庆市人民政府"),
]


@pytest.mark.parametrize("accepted", _TITLES, ids=lambda accepted: accepted[0].replace("/", ""))
def test_a_title_is_broken_as_an_officer_would(accepted: tuple[str, ...]) -> None:
    title = accepted[0].replace("/", "")

    assert "/".join(broken(title)) in accepted


@pytest.mark.parametrize("accepted", _TITLES, ids=lambda accepted: accepted[0].replace("/", ""))
def test_the_lines_of_a_title_form_a_trapezium_or_a_lozenge(accepted: tuple[str, ...]) -> None:
    widths = [ems(line) for line in broken(accepted[0].replace("/", ""))]
    widest = widths.index(max(widths))

    assert widths[:widest] == sorted(widths[:widest])
    assert widths[widest:] == sorted(widths[widest:], reverse=True)
    assert widths[0] <= _WIDTH


@pytest.mark.parametrize("title", ["", "通知", "国务院关于加强数字政府建设的指导意见", "二" * 20])
def test_a_title_that_fits_is_one_line(title: str) -> None:
    assert broken(title) == (title,)


@pytest.mark.parametrize(("title", "first"), _SHAPED)
def test_the_body_makes_the_first_line(title: str, first: str) -> None:
    assert broken(title)[0] == first


def test_a_book_title_that_fits_a_line_stays_whole() -> None:
    title = "酉阳土家族苗族自治县人民政府办公室关于印发《酉阳自治县突发事件总体应急预案》的通知"

    assert broken(title)[-1] == "《酉阳自治县突发事件总体应急预案》的通知"


@pytest.mark.parametrize("word", ["防灾减灾救灾", "2025年度", "和平村", "“十四五”", "（2024—2026年）", "第十四个五年规划", "〔2025〕12号"])
def test_a_word_stays_whole_wherever_the_line_ends(word: str) -> None:
    for blank in range(24):
        lines = broken("甲" * blank + "、" + word + "、" + "乙" * 12)

        assert any(word in line for line in lines)


@pytest.mark.parametrize("text", ["长" * 500, "1" * 500, "《" * 500, "和" * 500, "　" * 500, "安全生产、" * 100, "关于" * 250])
def test_a_text_of_500_characters_is_broken_like_any_other(text: str) -> None:
    assert "".join(broken(text)) == text


@given(st.text("安全生产和云阳县人民政府关于印发的通知《》“”（）、，2025年度 aB\n", max_size=90), st.floats(1, 30))
def test_the_lines_joined_are_the_title_and_none_is_too_wide(title: str, width: float) -> None:
    lines = broken(title, width)

    assert "".join(lines) == title
    assert all(ems(line) <= width for line in lines)
    assert all(lines) or lines == ("",)


_words = st.sampled_from(
    ["安全生产", "《云阳县规划》", "消防工作", "（试行）", "“三个”责任", "2025年", "和", "、", "的", "关于", "未知之词", "通知"]
)


@given(st.lists(_words, unique=True).map("".join))
def test_no_line_begins_or_ends_beside_a_bracket(title: str) -> None:
    for before, after in pairwise(broken(title)):
        assert before[-1] not in _NO_END
        assert after[0] not in _NO_START


@given(st.text())
def test_any_text_is_broken_without_an_error(title: str) -> None:
    assert "".join(broken(title)) == title
