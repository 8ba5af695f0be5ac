"""The mark of a document: names of bodies, with or without 文件 beside them, or 令 and 公告."""

from __future__ import annotations

import pytest

from generator.importers.frame.mark import is_file_mark, mark_of
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table

NUMBER = "青发〔2025〕1号"


def _marks(*told: str) -> list[str]:
    return [line.text for line, kind in mark_of(lines(*told)).items() if kind == "mark"]


@pytest.mark.parametrize(
    "mark",
    [
        ("青临县教育局文件",),
        ("青临县教育局", "青临县公安局文件"),
        ("青临县教育局", "青临县公安局　文件", "青临县财政局"),
        ("青临县教育局", "青临县公安局", "文件"),
        ("青临县安全生产委员会",),
        ("中 共 青 临 县 委 员 会",),
        ("青临县人民政府公告",),
        ("青临县教育局", "公　告"),
    ],
)
def test_the_names_above_a_number_are_the_mark(mark: tuple[str, ...]) -> None:
    assert _marks("000001", *mark, NUMBER, "关于印发要点的通知") == [*mark]


@pytest.mark.parametrize(
    "told",
    [
        ("青临县人民政府", "关于印发要点的通知"),
        ("关于印发要点的通知", "青临县教育局", NUMBER),
        ("青临县教育局", f"（{NUMBER}）"),
        (NUMBER, "青临县教育局", "关于印发要点的通知"),
        (),
    ],
)
def test_other_names_are_no_mark(told: tuple[str, ...]) -> None:
    assert _marks(*told) == []


def test_without_a_number_the_mark_ends_with_its_last_line_with_the_word() -> None:
    assert _marks("青临县教育局", "青临县公安局文件", "青临县教育局", "关于印发要点的通知") == ["青临县教育局", "青临县公安局文件"]


@pytest.mark.parametrize("number", ["第6号", "2025年第3号", "〔2025〕第3号"])
def test_an_orders_number_is_known_below_its_mark(number: str) -> None:
    assert mark_of(lines("青临县人民政府令", number)) == {Paragraph(1, "青临县人民政府令"): "mark", Paragraph(2, number): "number"}


def test_a_mark_stands_above_every_table_and_bears_no_style() -> None:
    assert mark_of([table("甲|乙"), *lines("青临县教育局文件")]) == {}
    assert mark_of([Paragraph(1, "青临县教育局文件", style="发文机关标志"), Paragraph(2, NUMBER)]) == {}


@pytest.mark.parametrize(("text", "expected"), [("青临县教育局文件", True), ("【效力】规范性文件", False), ("关于清理《文件》文件", False)])
def test_a_mark_ends_in_its_word(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_file_mark(text) == expected
