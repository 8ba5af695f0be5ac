"""A plan read alone, and the lines of what no notice prints."""

from __future__ import annotations

import pytest

from generator.history.plan_text import beside, understood

HEAD = "format: 1\nyear: 2025\ntitle: 某县2025年工作要点\n"


def _beside(text: str) -> list[str]:
    """Return the lines behind the heading, the status and the year."""
    found = understood((HEAD + text).encode())

    assert found is not None
    empty, heading, _, year, *lines = beside(*found).splitlines()
    assert (empty, heading, year) == ("", "【不印在通知里的】", "年度：2025")
    return lines


def test_the_constants_of_a_region_that_stands_in_the_plan_are_known() -> None:
    found = understood(f"{HEAD}region: {{name: 某县, constants: {{signature: 某县人民政府}}}}\nnotice: {{form: attached}}\n".encode())

    assert found is not None
    assert found.plan.notice is not None
    assert found.plan.notice.signature == ("某县人民政府",)


@pytest.mark.parametrize(("status", "word"), [("sample", "示范文本"), ("draft", "草稿"), ("final", "定稿")])
def test_the_status_is_told(status: str, word: str) -> None:
    found = understood(f"{HEAD}status: {status}\n".encode())

    assert found is not None
    assert f"状态：{word}\n" in beside(*found)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("closing: 完。\n", []),
        ("tasks: [{id: a, title: 甲, units: 县应急局}]\n", ["甲·责任单位：县应急局"]),
        ("units_print: （{units}）\ntasks: [{id: a, title: 甲, units: 县应急局}]\n", []),
        ("tasks: [{id: a, deadline: 6月底前, leader: 张三}]\n", ["a·完成时限：6月底前", "a·责任领导：张三"]),
        ("sections: [{id: a, title: 甲, summary: [一, 二]}]\n", ["甲·摘要：一", "甲·摘要：二"]),
        ("tasks: [{id: a, title: 甲, brief: {title: 乙, text: 丙}}]\n", ["甲·图解：乙", "甲·图解：丙"]),
        ("annexes: [{id: x, title: 附, tasks: [{id: a, title: 甲, leader: 张三}]}]\n", ["甲·责任领导：张三"]),
        ("annexes: [{id: x, title: 附, landscape: true}, {id: y, title: 录}]\n", ["附·横排：是"]),
        (
            "explanation: {title: 解读, background: [一, 二], significance: 三, lead: 四}\n",
            ["政策解读：解读", "解读·背景：一", "解读·背景：二", "解读·意义：三", "解读·导语：四"],
        ),
        (
            "tasks: [{id: a, title: 甲}]\nslides: {title: 图, pages: [{section: a, title: 页, tasks: [a, b]}]}\n",
            ["图解：图", "图解页：页", "图解页：甲", "图解页：甲", "图解页：b"],
        ),
        ("region: ../region.yaml\n", ["地区：../region.yaml"]),
        (
            "region: {name: 某县, units: [{id: yj, name: 县应急局}, {id: ga, name: 县公安局}], constants: {signature: 某县人民政府}}\n",
            [
                "地区·名称：某县",
                "地区·责任单位：标识：yj；名称：县应急局",
                "地区·责任单位：标识：ga；名称：县公安局",
                "地区·每年不变的要素·署名：某县人民政府",
            ],
        ),
        (
            "notice: {form: attached, seal: true, imprint_page: same}\n",
            ["印发通知·印发形式：附后", "印发通知·加盖印章：是", "印发通知·版记所在页：与正文同页"],
        ),
        ("source: {file: 通知.docx, digest: abc}\n", ["来源文件·文件：通知.docx", "来源文件·内容指纹：abc"]),
        (
            "decisions: [{id: a, field: title, base: 旧, ours: 甲, theirs: 乙}, {field: year, ours: 1}]\n",
            [
                "待取舍的改动：标识：a；键：title；原来的写法：旧；我方的写法：甲；对方的写法：乙",
                "待取舍的改动：键：year；我方的写法：1",
            ],
        ),
        ("unplaced: [{line: 3, text: 余下, why: 不明}]\n", ["未归位的文字：余下"]),
    ],
)
def test_what_no_notice_prints_is_told_in_words(text: str, lines: list[str]) -> None:
    assert _beside(text) == lines


@pytest.mark.parametrize("text", ["year: 2025\ntitle: 要点\n", "format: 1\nname: 某县\n", "", "a: [", f"{HEAD}title: 再\n"])
def test_what_is_no_plan_is_none(text: str) -> None:
    assert understood(text.encode()) is None
