"""Markdown loses its markup and keeps what it says: headings, bold beginnings, tables."""

from __future__ import annotations

import pytest

from generator.importers import from_markdown
from generator.importers.outline import Aside, Outline, Paragraph, Table
from tests.importers.corpus import corpus


def _read(text: str) -> Outline:
    return from_markdown.read(text.encode())


def _one(text: str) -> Paragraph:
    (block,) = _read(text).blocks
    assert isinstance(block, Paragraph)
    return block


@pytest.mark.parametrize(("text", "level"), [("# 要点", 1), ("###  要点 ##", 3), ("要点\n====", 1), ("要点\n---", 2), ("#要点", 0)])
def test_headings_have_a_level(text: str, level: int) -> None:
    expected = Paragraph(1, "要点" if level else "#要点", level=level)

    assert _one(text) == expected


@pytest.mark.parametrize(
    ("text", "plain", "bold"),
    [
        ("**（一）强化责任。**各单位落实。", "（一）强化责任。各单位落实。", 8),
        ("（一）**强化责任。**各单位**认真**落实。", "（一）强化责任。各单位认真落实。", 8),
        ("1. __强化责任。__落实。", "1. 强化责任。落实。", 8),
        ("**全句都是粗体。**", "全句都是粗体。", 0),
        ("落实**责任**。", "落实责任。", 0),
    ],
)
def test_bold_at_the_beginning_is_counted(text: str, plain: str, bold: int) -> None:
    assert _one(text) == Paragraph(1, plain, bold=bold)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*认真* _落实_ ~~删去~~ `号`", "认真 落实 删去 号"),
        ("见[《办法》](http://jia.gov.cn/a_b)和![图](a.png)。", "见《办法》和图。"),
        (r"2\*3\*4，1\. 项，\[附\]", "2*3*4，1. 项，[附]"),
        ("3*4=12，a_b_c", "3*4=12，a_b_c"),
        ("> > 引用", "引用"),
        ("- 甲", "甲"),
        ("1. 甲", "1. 甲"),
        ("甲&nbsp;乙&lt;丙", "甲 乙<丙"),
        ("甲<u>乙</u><br/>丙", "甲乙\n丙"),
        ("前<!-- 注\n释 -->后", "前\n后"),
    ],
)
def test_markup_is_removed(text: str, plain: str) -> None:
    texts = [block.text for block in _read(text).blocks if isinstance(block, Paragraph)]

    assert "\n".join(texts) == plain


def test_rules_go_and_lines_keep_their_numbers() -> None:
    expected = (Paragraph(2, "甲", gap=True), Paragraph(6, "乙", gap=True))

    assert _read("<!-- x -->\n甲\n\n***\n\n乙").blocks == expected


def test_front_matter_is_set_aside() -> None:
    expected = Outline(
        "md", (Paragraph(4, "# 要点".removeprefix("# "), level=1, gap=True),), (Aside(1, "---\ntitle: 要点\n---", "文件头"),)
    )

    assert _read("---\ntitle: 要点\n---\n# 要点") == expected


def test_a_fence_keeps_its_lines_as_written() -> None:
    expected = (Paragraph(2, "甲 *乙* | 丙"), Paragraph(3, "# 丁"), Paragraph(5, "戊"))

    assert _read("```text\n甲 *乙* | 丙\n# 丁\n```\n*戊*").blocks == expected


def test_pipe_tables_are_tables_with_clean_cells() -> None:
    outline = _read("| 序号 | 名称 |\n|:--|--:|\n| 1 | **甲**\\|乙<br>丙 |\n\na | b\n---|---\n1 | 2\n")
    tables = [block for block in outline.blocks if isinstance(block, Table)]

    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in tables] == [
        [[("序号",), ("名称",)], [("1",), ("甲|乙", "丙")]],
        [[("a",), ("b",)], [("1",), ("2",)]],
    ]
    assert [row.line for table in tables for row in table.rows] == [1, 3, 5, 7]


def test_pieces_of_pipe_tables_stay_apart() -> None:
    assert sum(isinstance(block, Table) for block in from_markdown.read(corpus("004")).blocks) == 23


HARD = [
    "*" * 5_000_000,
    "**a " * 500_000,
    "_a " * 500_000,
    "[a](" * 500_000,
    "<b " * 500_000,
    "<!--" * 500_000,
    ">" * 5_000_000,
    "甲\n" * 100_000,
]


@pytest.mark.parametrize("text", [f"要点\n\n{hard}" for hard in HARD], ids=[hard[:4] for hard in HARD])
def test_a_text_of_any_length_is_read(text: str) -> None:
    assert _read(text).blocks
