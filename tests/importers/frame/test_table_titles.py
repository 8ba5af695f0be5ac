"""The numbered captions above tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.frame.table_titles import with_titles
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table, texts


@pytest.mark.parametrize("caption", ["表1 指标表", "表 2：指标表", "表1-2　指标表"])
def test_a_numbered_caption_is_the_title_of_the_table_below(caption: str) -> None:
    grid = table("指标|数值", "甲|1")

    assert with_titles([*lines("正文。", caption), grid]) == [Paragraph(1, "正文。"), replace(grid, title=Paragraph(2, caption))]


@pytest.mark.parametrize("line", ["正文。", "表1所列指标如下：", "表1说明了进展。", "指标表"])
def test_other_lines_above_a_table_stay(line: str) -> None:
    assert texts(with_titles([*lines(line), table("甲|1")])) == [line, "表 1 行"]


def test_a_table_keeps_the_title_that_it_has() -> None:
    grid = replace(table("甲|1"), title=Paragraph(1, "指标表"))

    assert with_titles([*lines("表1 指标表"), grid]) == [*lines("表1 指标表"), grid]
