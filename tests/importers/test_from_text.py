"""A text's lines, its tables in every shape, its box, its navigation and its page numbers."""

from __future__ import annotations

import pytest

from generator.importers import from_text
from generator.importers.outline import Aside, Outline, Paragraph, Table
from tests.importers.corpus import corpus


def _read(text: str) -> Outline:
    return from_text.read(text.encode())


def _texts(outline: Outline) -> list[str]:
    return [block.text for block in outline.blocks if isinstance(block, Paragraph)]


def _grids(outline: Outline) -> list[list[list[str]]]:
    return [[[cell.line for cell in row.cells] for row in block.rows] for block in outline.blocks if isinstance(block, Table)]


def _aside(outline: Outline) -> list[tuple[str, str]]:
    return [(aside.text, aside.why) for aside in outline.asides]


def test_every_line_is_a_paragraph_with_its_own_line_and_the_gap_before() -> None:
    expected = (Paragraph(2, "甲县文件", gap=True), Paragraph(4, "\u3000\u3000现将要点印发", gap=True), Paragraph(5, "给你们。"))

    assert Outline("txt", expected) == _read("\n甲县文件\n  \n\u3000\u3000现将要点印发 \n给你们。\n")


def test_a_form_feed_begins_a_page() -> None:
    expected = (
        Paragraph(1, "甲"),
        Paragraph(2, "乙", page_break=True),
        Paragraph(2, "丙", page_break=True),
        Paragraph(4, "丁", page_break=True),
    )

    assert expected == _read("甲\n\f乙\f丙\n\f\n丁").blocks


def test_rows_between_bars_are_a_table_without_its_rules() -> None:
    outline = _read("一、指标\n| 序号 | 名称 | 备注 |\n|----|:---:|---|\n| 1 | 甲\\|乙 | |\n| 2 | 丙 |\n后文")

    assert _grids(outline) == [[["序号", "名称", "备注"], ["1", "甲|乙", ""], ["2", "丙", ""]]]
    assert [row.line for block in outline.blocks if isinstance(block, Table) for row in block.rows] == [2, 4, 5]
    assert _texts(outline) == ["一、指标", "后文"]


def test_an_empty_line_ends_a_table() -> None:
    assert _grids(_read("| a | b |\n|--|--|\n| 1 | 2 |\n\n| a | b |\n|--|--|\n| 3 | 4 |")) == [
        [["a", "b"], ["1", "2"]],
        [["a", "b"], ["3", "4"]],
    ]


def test_a_row_of_tabs_only_does_not_end_a_table() -> None:
    told = "牵头单位\t任务\t完成时限\n县住建局\t修路\t6月\n\t\t\t\n县水利局\t\t12月"

    assert _grids(_read(told)) == [[["牵头单位", "任务", "完成时限"], ["县住建局", "修路", "6月"], ["县水利局", "", "12月"]]]


def test_a_line_with_a_single_tab_is_an_empty_line() -> None:
    assert Paragraph(3, "乙", gap=True) == _read("甲\n\t\n乙").blocks[1]


def test_rows_between_commas_are_a_table() -> None:
    assert _grids(_read("进度表\n序号,任务,时限\n1,修路,6月\n2,架桥,9月")) == [
        [["序号", "任务", "时限"], ["1", "修路", "6月"], ["2", "架桥", "9月"]]
    ]


def test_rows_without_outer_bars_are_a_table_when_neighbours_have_as_many() -> None:
    outline = _read("序号 | 名称 | 目标 | 备注\n5 | 事项 | 完成 | \n6 |  |  |\n正文")

    assert _grids(outline) == [[["序号", "名称", "目标", "备注"], ["5", "事项", "完成", ""], ["6", "", "", ""]]]


def test_a_bar_that_ends_every_row_makes_no_column() -> None:
    assert _grids(_read("甲 | 乙 |\n丙 | 丁 |")) == [[["甲", "乙"], ["丙", "丁"]]]


def test_drawn_tables_are_tables() -> None:
    assert _grids(_read("┌──┬──┐\n│甲│乙│\n├──┼──┤\n│丙│丁│\n└──┴──┘")) == [[["甲", "乙"], ["丙", "丁"]]]


def test_a_line_with_a_bar_or_with_a_formula_is_no_table() -> None:
    text = "县府网站|首页说明\n误差|x|不大于一\n设|a|小于|b|\n结论成立|\n末尾"

    assert text.split("\n") == _texts(_read(text))


def test_lines_with_tabs_are_a_table() -> None:
    assert _grids(_read("序号\t名称\t备注\n1\t甲\t\n2\t\t乙\n正文")) == [[["序号", "名称", "备注"], ["1", "甲", ""], ["2", "", "乙"]]]


def test_lines_indented_with_tabs_are_no_table() -> None:
    assert _texts(_read("\t\t甲县人民政府\n\t\t2025年3月7日")) == ["\t\t甲县人民政府", "\t\t2025年3月7日"]


CELLS = (
    "序号 |\n名称 |\n目标 |\n单位 |\n备注 |\n1 |\n甲事 |\n完成 |\n县局 |\n|\n2 |\n再完成 |\n乡镇 |\n||\n3 |\n第三件 |\n|||\n"
    "4 |\n丁事 |\n|\n乡镇 |\n急 |\n"
)
ROWS = [
    ["序号", "名称", "目标", "单位", "备注"],
    ["1", "甲事", "完成", "县局"],
    ["2", "再完成", "乡镇"],
    ["3", "第三件"],
    ["4", "丁事", "", "乡镇", "急"],
]


def test_cells_one_a_line_are_a_ragged_table_of_the_written_cells() -> None:
    outline = _read(f"一、措施\n{CELLS}二、文件\n")
    table = outline.blocks[1]

    assert _grids(outline) == [ROWS]
    assert isinstance(table, Table)
    assert table.ragged
    assert [row.line for row in table.rows] == [2, 7, 12, 16, 19]
    assert _texts(outline) == ["一、措施", "二、文件"]


def test_bars_at_the_very_end_of_such_a_table_may_be_missing() -> None:
    outline = _read(f"{CELLS}5 |\n戊事 |\n完成 |\n县局 |\n二、文件\n{CELLS}")

    assert [[*ROWS, ["5", "戊事", "完成", "县局"]], ROWS] == _grids(outline)
    assert _texts(outline) == ["二、文件"]


def test_a_title_without_a_number_before_the_same_head_is_no_cell() -> None:
    outline = _read(f"{CELLS}5 |\n戊事 |\n完成 |\n县局 |\n重要文件\n{CELLS}")

    assert _texts(outline) == ["重要文件"]
    assert len(_grids(outline)) == 2


def test_text_after_a_whole_row_is_no_cell_where_rows_are_numbered() -> None:
    outline = _read(f"{CELLS}说明如下\n名目 |\n数量 |\n甲 |\n一百 |\n乙 |\n二百 |\n")

    assert _grids(outline) == [ROWS, [["名目", "数量"], ["甲", "一百"], ["乙", "二百"]]]
    assert _texts(outline) == ["说明如下"]


def test_text_without_a_bar_goes_on_in_the_same_cell() -> None:
    outline = _read("序号 |\n名称 |\n单位 |\n1 |\n甲事的\n后半 |\n县局 |\n2 |\n乙事 |\n县局 |\n")

    table = outline.blocks[0]
    assert isinstance(table, Table)
    assert table.rows[1].cells[1].text == ("甲事的", "后半")
    assert len(table.rows) == 3


def test_a_table_without_numbers_has_the_columns_that_let_most_rows_begin_evenly() -> None:
    rows = "".join(f"第{place}镇 |\n{'很长的任务说明' * 3}{place} |\n100 |\n|\n" for place in "甲乙丙丁")

    assert [len(grid) for grid in _grids(_read(f"乡镇 |\n任务 |\n数量 |\n备注 |\n{rows}"))] == [5]


def test_a_row_across_a_table_is_a_row_of_one_cell() -> None:
    outline = _read("序号 |\n名称 |\n单位 |\n甲方面（共2项） |||\n1 |\n甲 |\n县局 |\n2 |\n乙 |\n县局 |\n")

    assert _grids(outline)[0][1:2] == [["甲方面（共2项）"]]


BOX = (
    (3, "索引号", "115/2025-1"),
    (3, "发文字号", "甲府发〔2025〕2号"),
    (4, "有效性", "有效"),
    (4, "发布日期", "2025-03-17"),
)


def test_the_box_of_a_site_leaves_the_blocks() -> None:
    first = "[ 索引号 ] | 115/2025-1 | [ 发文字号 ] | 甲府发〔2025〕2号 |"
    second = "[ 有效性 ] | 有效 | [ 发布日期 ] | 2025-03-17 |"
    outline = _read(f"甲县人民政府\nwww.jia.gov.cn\n{first}\n{second}\n各乡镇：\n")

    assert outline.box == BOX
    assert _texts(outline) == ["各乡镇："]
    assert _aside(outline) == [("甲县人民政府", "网页导航"), ("www.jia.gov.cn", "网页导航")]


def test_a_box_in_lines_may_have_blanks_in_its_labels_and_entries_of_the_page() -> None:
    outline = _read(
        "索 引 号：115/2025-1\u3000发布机构：甲县政府\n【发文字号】甲府发〔2025〕2号\n发布日期：2025-03-17 来源：县府办\n关于工作要点的通知"
    )

    assert tuple(label for _, label, _ in outline.box) == ("索引号", "发布机构", "发文字号", "发布日期")
    assert _aside(outline) == [("来源：县府办", "网页导航")]
    assert _texts(outline) == ["关于工作要点的通知"]


def test_labels_above_their_values_are_a_box() -> None:
    outline = _read("索引号：\n115\n发文字号：\n甲府发〔2025〕2号\n有效性：有效\n通知")

    assert outline.box == ((1, "索引号", "115"), (3, "发文字号", "甲府发〔2025〕2号"), (5, "有效性", "有效"))


def test_one_label_is_no_box_nor_are_labels_in_the_body() -> None:
    body = "现将要点印发给你们，请认真贯彻执行。\n发布机构：县府\n成文日期：2025年3月7日"

    assert ["文号：甲府发〔2025〕2号", *body.split("\n")] == _texts(_read(f"文号：甲府发〔2025〕2号\n{body}"))


def test_navigation_at_head_and_foot_is_set_aside() -> None:
    head = "首页 > 政务公开 > 文件\n当前位置：首页\n字体：大 中 小\n【打印】【关闭】"
    foot = "上一篇：无\n国务院部门网站\n甲县发布\n版权所有：甲县人民政府\n渝ICP备1号"
    outline = _read(f"{head}\n甲县人民政府\n关于要点的通知\n各乡镇：\n请执行。\n甲县人民政府\n2025年3月7日\n{foot}\n")

    assert _texts(outline) == ["甲县人民政府", "关于要点的通知", "各乡镇：", "请执行。", "甲县人民政府", "2025年3月7日"]
    assert f"{head}\n{foot}".split("\n") == [text for text, _ in _aside(outline)]


def test_the_same_words_inside_the_body_stay() -> None:
    text = "关于要点的通知\n请认真执行。\n来源：县统计局\n首页\n其他网站\n请抓好落实。\n"

    assert text.split() == _texts(_read(text))


@pytest.mark.parametrize("number", ["— 2 —", "-3-", "─4─", "第 3 页 共 9 页", "第5页", "－ 6 －"])
def test_a_page_number_alone_is_set_aside_and_leaves_the_gap_behind(number: str) -> None:
    expected = (Paragraph(1, "前半"), Paragraph(5, "后半", gap=True))

    assert Outline("txt", expected, (Aside(3, number, "页码"),)) == _read(f"前半\n\n{number}\n\n后半")


def test_numbers_of_all_pages_are_set_aside_where_they_rise() -> None:
    assert _texts(_read("甲\n1/3\n乙\n2/3\n丙\n3/3")) == ["甲", "乙", "丙"]
    assert _texts(_read("甲\n1/3\n乙")) == ["甲", "1/3", "乙"]


def test_bare_numbers_are_page_numbers_only_at_page_ends() -> None:
    assert _texts(_read("甲\n4\n\f乙\n5\n\f丙\n6")) == ["甲", "乙", "丙"]
    assert _texts(_read("1\n甲\n2\n乙")) == ["1", "甲", "2", "乙"]


def test_a_page_number_inside_a_table_does_not_cut_it() -> None:
    assert _grids(_read(CELLS.replace("3 |\n第三件", "3 |\n— 8 —\n第三件"))) == [ROWS]
    assert _grids(_read("| a | b |\n| - 3 - | 1 |")) == [[["a", "b"], ["- 3 -", "1"]]]


def test_the_tables_of_a_page_with_one_cell_a_line_are_found() -> None:
    outline = from_text.read(corpus("003"))

    assert [len(block.rows) for block in outline.blocks if isinstance(block, Table)] == [6, 4, 21, 59, 12, 21]
    assert len(outline.box) == 8
    assert len(outline.asides) == 9


def test_the_pieces_of_tables_cut_by_pages_are_found() -> None:
    outline = from_text.read(corpus("004"))

    assert sum(isinstance(block, Table) for block in outline.blocks) == 23
    assert {5} == {len(row.cells) for block in outline.blocks if isinstance(block, Table) for row in block.rows}


@pytest.mark.parametrize("name", ["000", "001", "002"])
def test_documents_without_tables_are_lines(name: str) -> None:
    data = corpus(name)
    outline = from_text.read(data)

    assert "".join(data.decode().replace("\ufeff", "").split()) == "".join("".join(_texts(outline)).split())


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        "甲\n" * 200_000,
        "a|" * 1_000_000,
        "甲 |\n" * 100_000,
        "-" * 5_000_000,
        "\u3000" * 1_000_000 + "甲",
        "|a|b|\n" * 50_000,
    ],
)
def test_a_text_of_any_length_is_read(text: str) -> None:
    assert _read(text).blocks
