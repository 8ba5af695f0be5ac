"""Columns by their heads, and what cells look like."""

from __future__ import annotations

import pytest

from generator.importers.tables.columns import columns_of, looks, roles_of


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        ("序号 名称 目标 责任单位 备注", "number name goal units note"),
        ("编号 工作任务 具体举措 牵头单位 配合单位 完成时限", "number name goal lead support deadline"),
        ("序号 重点任务 工作内容 责任部门 责任领导", "number name goal units leader"),
        ("序号 工作内容 落实单位 时间节点 说明", "number name units deadline note"),
        ("序号 任务 任务 任务", "number name goal -"),
        ("序号 指标 2025年目标（内容） 主办单位 协办单位", "number name goal lead support"),
        ("序号 类别 事项 二〇二五年度工作目标 承办单位", "number - name goal units"),
        ("类别 督办事项 整改措施 责任股室 整改期限", "- name goal units deadline"),
        ("民生项目 项目名称 责任单位 拟办时限", "- name units deadline"),
        ("街道 亿元项目 完成时限", "- - deadline"),
        ("一级指标 二级指标 三级指标 计量单位 指标值 责任委室", "- name - - goal units"),
        ("序号 具体任务名称 县级牵头单位 责任单位及责任人 2024年 2025年", "number name lead units - -"),
    ],
)
def test_a_role_is_known_by_the_head_and_by_what_stands_before_it(heads: str, roles: str) -> None:
    assert tuple("" if role == "-" else role for role in roles.split()) == roles_of(heads.split())


def test_blanks_and_width_of_a_head_do_not_matter() -> None:
    assert roles_of(["序　号", " 名 称", "２０２５ 年目标", "责任\n单位"]) == ("number", "name", "goal", "units")


def test_other_heads_get_ids_of_their_own_and_heads_lose_stray_blanks_only() -> None:
    columns = columns_of(["序 号", "改革举措", "推广范围", "Wi-Fi 6 覆盖", "推广范围", "id"])

    assert [(column.id, column.head) for column in columns] == [
        ("number", "序号"),
        ("name", "改革举措"),
        ("tui_guang_fan_wei", "推广范围"),
        ("wi_fi_6_fu_gai", "Wi-Fi 6覆盖"),
        ("tui_guang_fan_wei_2", "推广范围"),
        ("id_2", "id"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("12", "number"),
        ("县教委", "units"),
        ("县发展改革委、县财政局等，各乡镇（街道）", "units"),
        ("县安委会成员单位", "units"),
        ("开展演练。", "sentence"),
        ("强化基层能力", "words"),
        ("同比下降5%", "words"),
    ],
)
def test_a_cell_looks_like_a_number_units_a_sentence_or_words(text: str, expected: str) -> None:
    assert looks(text) == expected
