"""Pieces: a changed field is cut where a Chinese reader would cut it, and nothing of either side is lost."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.pieces import Piece, atoms, paragraph_pairs, pieces

MARKED = (
    "同比下降[-5%-][+10%+]",
    "[-同比下降10%-][+下降5%+]",
    "[-2025年3月13日-][+2025年6月底+]前完成",
    "投入[-1.5亿元-][+2.5亿元+]",
    "配备[-3—5人-][+3—6人+]",
    "占[-三分之二-][+三分之一+]",
    "修订[-《云阳县突发事件总体应急预案》-][+《云阳县突发事件应急预案》+]",
    "根据[-渝府发〔2025〕1号-][+渝府发〔2026〕3号+]要求",
    "县应急管理局、[-县公安局-][+县水利局+]、县教委，各乡镇（街道）",
    "县应急管理局、县公安局[+、县教委+]",
    "[+县教委、+]县应急管理局、县公安局",
    "[-加强-][+强化+]队伍建设。",
    "[-压实企业安全生产主体责任-][+强化企业单位主体责任+]",
    "开展日常[-巡查-][+检查+]，及时上报。",
    "组织[-应急演练2次以上-][+综合应急救援演练3次以上+]，覆盖率不低于[-90%-][+95%+]。",
    "建成[-1+7+N-][+1+8+N+]体系",
    "落实[-24小时-][+12小时+]值班",
    "推进河道清淤，[+加固山塘，+]修复堤防。",
    "[-今年以来全县未发生较大事故，群众满意度稳步提高。-][+请各单位于月底报送台账，逾期通报批评。+]",
    "下降[-5%-][+6%+]，培训[-10人-][+12人+]",
    "[-应急演练-][+综合应急救援演练+]",
    "[-不低于-][+不超过+]95%",
    "加快推进[-5G-][+6G+]基站和[-GB/T-][+GB+]标准",
    "[-完善“十四五”-][+编制“十五五”+]规划",
    "[-每季度-][+每月+]至少开展1次督查，[-年底汇总-][+半年汇总，年底通报+]。",
    "[-县公安局、县教委-][+县水利局、县民政局+]",
    "由[-县应急局-][+县消防救援局+]牵头，县公安局配合。",
    "[-县应急局-][+县公安局+]等有关部门",
    "全面完成年度任务[+，并按月通报进度+]。",
    "全面完成年度任务[-，并按月通报进度-]。",
    "新建森林防火通道[-12公里-][+20公里+]，维修蓄水池30口。",
    "对[-200家-][+180家+]企业开展执法检查",
    "森林火灾受害率控制在[-0.3‰以内-][+0.5‰以内+]",
    "[-2小时-][+12小时+]内送达灾区",
    "[-第三季度-][+第四季度+]末完成",
    "培训基层干部[-三百人次-][+五百人次+]",
    "[-制定-][+修订+]并印发实施方案",
    "落实[-“四不两直”-][+“双随机”+]检查",
    "强化党政领导责任，[-落实部门监管责任，-]压实企业主体责任。",
    "每半年至少组织[-1次-][+2次+]演练",
    "加强值班值守；[+储备救灾物资；+]完善应急预案[-；储备救灾物资-]。",
    "[-全市-][+全县+]各级各部门要高度重视",
    "[-市应急管理局-][+县应急管理局+]负责指导",
    "推进[-3个乡镇-][+5个街道+]消防站建设",
    "老旧小区改造[-20个-][+25个+]，惠及群众[-1.2万户-][+1.5万户+]",
    "[+新增一句。+]",
    "[-删去一句。-]",
    "[-安全生产-][+防灾减灾+]",
    "（[-一-][+二+]）落实领导责任",
    "排查隐患，建立[-台账-][+清单+]，限期整改。",
    "用好[-12350-][+12345+]举报热线",
    "[-1月底-][+3月15日+]前报送",
    "救援力量与灾害风险[-1：5-][+1：8+]匹配",
    "严格执行 GB [-50016-][+55037+] 规范",
    "县委、县政府[+集中+]统一领导",
    "对重点行业领域进行[-检查-][+拉网式排查+]，对发现的[-问题-][+隐患+]限期整改，对逾期不改的依法处罚。",
)
"""Texts as an officer would mark them by hand: [-taken out-] and [+put in+]."""

_MARK = re.compile(r"\[([-+])(.*?)\1\]", re.DOTALL)
_CHARACTERS = "安全生产责任落实县局、，。；：《》〔〕“”（）年月日号人0123456789%‰一二三分之以上ABa+-—. \n"

texts = st.text(_CHARACTERS, max_size=40)


def _marked(parts: tuple[Piece, ...]) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[part.kind].format(part.text) for part in parts)


def _joined(parts: tuple[Piece, ...], kind: str) -> str:
    return "".join(part.text for part in parts if part.kind in {"same", kind})


@pytest.mark.parametrize("marked", MARKED)
def test_a_change_is_marked_as_an_officer_would(marked: str) -> None:
    old = _MARK.sub(lambda found: found[2] if found[1] == "-" else "", marked)
    new = _MARK.sub(lambda found: found[2] if found[1] == "+" else "", marked)

    assert marked == _marked(pieces(old, new))


def test_equal_texts_are_one_piece_and_empty_ones_none() -> None:
    assert pieces("一致。", "一致。") == (Piece("same", "一致。"),)
    assert pieces("", "") == ()


def test_units_of_the_region_are_whole_wherever_they_stand() -> None:
    names = ["县融媒体中心宣传组", "县广电站"]

    assert _marked(pieces("请县融媒体中心宣传组做好报道", "请县广电站做好报道", names)) == "请[-县融媒体中心宣传组-][+县广电站+]做好报道"


def test_the_longer_of_two_names_counts() -> None:
    actual = _marked(pieces("由县安委会办公室督办", "由县安委会督办", ["县安委会", "县安委会办公室"]))

    assert actual == "由[-县安委会办公室-][+县安委会+]督办"


@pytest.mark.parametrize(
    "whole",
    [
        "5%", "0.3‰以内", "≥95%", "1.5亿元", "1,200万元", "3—5人", "24小时", "第3季度", "第三条", "三分之二", "百分之五", "三百人次",
        "2025年3月13日", "2025年", "6月底", "2025-03-13", "9:30", "《关于印发〈办法〉的通知》", "《甲《乙》丙》", "渝府发〔2025〕1号",
        "“十四五”", "1+7+N", "7×24小时", "GB/T", "5G", "不低于", "同比", "县应急管理局", "各乡镇", "1：5",
    ],
)  # fmt: skip
def test_what_belongs_together_is_never_cut(whole: str) -> None:
    assert atoms(whole) == (whole,)


def test_the_word_before_a_document_number_is_no_part_of_it() -> None:
    assert atoms("根据渝府发〔2025〕1号") == ("根据", "渝府发〔2025〕1号")


@given(texts, texts)
def test_nothing_of_either_side_is_lost(old: str, new: str) -> None:
    parts = pieces(old, new)

    assert old == _joined(parts, "removed")
    assert new == _joined(parts, "added")
    assert all(part.text for part in parts)
    assert all(one.kind != other.kind and (one.kind, other.kind) != ("added", "removed") for one, other in pairwise(parts))


@given(texts, texts)
def test_no_atom_is_cut(old: str, new: str) -> None:
    parts = pieces(old, new)

    for kind, text in (("removed", old), ("added", new)):
        ends = {len("".join(atoms(text)[:count])) for count in range(len(atoms(text)) + 1)}
        cuts = [len(_joined(parts[:count], kind)) for count in range(len(parts) + 1)]
        assert set(cuts) <= ends


@given(texts, texts)
def test_one_or_two_characters_between_changes_are_no_common_ground(old: str, new: str) -> None:
    inner = pieces(old, new)[1:-1]

    assert all(len(part.text) > 2 or set(part.text) & set("。；;，,、：:\n") for part in inner if part.kind == "same")


@given(texts)
def test_a_text_compared_with_itself_is_the_same(text: str) -> None:
    assert pieces(text, text) == ((Piece("same", text),) if text else ())


def test_a_long_field_rewritten_wholly_is_one_removed_and_one_added() -> None:
    old = "统筹抓好汛期防灾减灾，严格落实巡查制度。" * 1000
    new = "Reports are due monthly. " * 800

    assert [part.kind for part in pieces(old, new)] == ["removed", "added"]


def test_a_single_edit_in_a_long_field_is_found() -> None:
    clauses = [f"第{number}项任务按时完成，责任落实到人。" for number in range(1000)]

    assert _marked(pieces("".join(clauses), "".join([*clauses[:500], "新增一句。", *clauses[500:]]))).count("[") == 1


# --- paragraphs ------------------------------------------------------------------------------------------------------

LEADERS = "党政主要负责人每季度至少主持召开1次安全生产会议。"
SECTORS = "各行业部门按照职责分工制定年度检查计划并组织实施。"
FLOODS = "汛前全面检查水库、山塘和堤防，备足抢险物资。"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [], ()),
        ([], [FLOODS], ((None, 0),)),
        ([LEADERS], [], ((0, None),)),
        ([LEADERS, FLOODS], [LEADERS, FLOODS], ((0, 0), (1, 1))),
        ([LEADERS, FLOODS], [LEADERS, SECTORS, FLOODS], ((0, 0), (None, 1), (1, 2))),
        ([LEADERS, SECTORS, FLOODS], [LEADERS, FLOODS], ((0, 0), (1, None), (2, 1))),
        ([LEADERS], [LEADERS.replace("季度", "月")], ((0, 0),)),
        ([LEADERS, FLOODS], [SECTORS, LEADERS.replace("1次", "2次"), FLOODS], ((None, 0), (0, 1), (1, 2))),
        ([LEADERS], [FLOODS], ((0, None), (None, 0))),
        ([LEADERS, SECTORS], [SECTORS.replace("年度", "季度"), FLOODS], ((0, None), (1, 0), (None, 1))),
    ],
)
def test_paragraphs_are_paired_by_likeness_in_order(
    old: list[str], new: list[str], expected: tuple[tuple[int | None, int | None], ...]
) -> None:
    assert expected == paragraph_pairs(old, new)


paragraphs = st.lists(
    st.sampled_from([LEADERS, SECTORS, FLOODS, LEADERS.replace("1次", "2次"), FLOODS.replace("汛前", "入汛前"), ""]), max_size=7
)


@given(paragraphs, paragraphs)
def test_every_paragraph_stands_once_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = paragraph_pairs(old, new)

    assert [one for one, _ in pairs if one is not None] == [*range(len(old))]
    assert [other for _, other in pairs if other is not None] == [*range(len(new))]
