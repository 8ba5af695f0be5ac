"""Layout tables: those that only place elements on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.importers.frame.layout import unframed
from generator.importers.outline import Paragraph
from tests.importers.made import HEAD, table, texts

if TYPE_CHECKING:
    from generator.importers.outline import Block, Table


@pytest.mark.parametrize(
    ("grid", "told"),
    [
        (table("青临府发〔2025〕1号|签发人：张三"), ["青临府发〔2025〕1号", "签发人：张三"]),
        (table("抄送：县委办公室", "县政府办公室|2025年3月1日印发"), ["抄送：县委办公室", "县政府办公室", "2025年3月1日印发"]),
        (table("甲/乙"), ["甲", "乙"]),
        (table("1|甲"), ["表 1 行"]),
        (table(HEAD, "1|抄送：甲|||"), ["表 2 行"]),
    ],
)
def test_a_table_that_only_places_an_element_is_taken_apart(grid: Table, told: list[str]) -> None:
    assert texts(unframed([grid])) == told


@pytest.mark.parametrize(
    ("grid", "told"),
    [
        (table("青临县教育局|青临县财政局", "|2025年3月1日"), ["青临县教育局", "青临县财政局", "2025年3月1日"]),
        (table("青临县教育局|青临县财政局"), ["表 1 行"]),
        (table("县教育局|2025年3月1日", "县财政局|完成"), ["表 2 行"]),
    ],
)
def test_a_table_of_names_and_a_date_is_a_signature(grid: Table, told: list[str]) -> None:
    assert texts(unframed([grid])) == told


def test_names_in_a_table_over_a_date_are_a_signature() -> None:
    blocks: list[Block] = [table("青临县教育局|青临县财政局"), Paragraph(2, "2025年3月1日")]

    assert texts(unframed(blocks)) == ["青临县教育局", "青临县财政局", "2025年3月1日"]


@pytest.mark.parametrize(
    ("grid", "told"),
    [
        (table("青临县教育局/青临县公安局|文件"), ["青临县教育局", "青临县公安局", "文件"]),
        (table("青临县教育局|文件", "青临县公安局|^"), ["青临县教育局", "文件", "青临县公安局"]),
        (table("青临县教育局|完成"), ["表 1 行"]),
        (table("文件|文件"), ["表 1 行"]),
    ],
)
def test_a_table_of_names_beside_the_word_is_a_mark(grid: Table, told: list[str]) -> None:
    assert texts(unframed([grid])) == told
