"""What a page or a site puts around a document."""

from __future__ import annotations

import pytest

from generator.importers.text import furniture
from tests.importers.made import lines, texts

HEAD = "青临县安全生产委员会办公室文件"


def _pages(*told: str) -> tuple[list[str], list[tuple[str, str]]]:
    kept, asides = furniture.page_numbers(lines(*told))
    return texts(kept), [(aside.text, aside.why) for aside in asides]


def test_a_line_beside_three_page_numbers_is_a_running_head() -> None:
    told = [line for page in range(1, 4) for line in (f"第{page}段正文。", HEAD, f"— {page} —")]
    kept, asides = _pages(*told)

    assert kept == ["第1段正文。", "第2段正文。", "第3段正文。"]
    assert asides == [pair for page in range(1, 4) for pair in ((HEAD, "页眉页脚"), (f"— {page} —", "页码"))]


@pytest.mark.parametrize("line", ["责任落实到位。", "序号 | 名称 | 单位", "序号　　名称　　单位", "县教育局", "牵头单位如下："])
def test_sentences_rows_and_short_lines_are_no_running_heads(line: str) -> None:
    told = [text for page in range(1, 4) for text in (line, f"— {page} —")]

    assert _pages(*told)[0] == [line] * 3


@pytest.mark.parametrize("pages", [1, 2])
def test_a_line_that_recurs_less_often_stays(pages: int) -> None:
    told = [text for page in range(1, pages + 1) for text in (HEAD, f"— {page} —")]

    assert _pages(*told)[0] == [HEAD] * pages


def test_a_line_beside_few_of_the_page_numbers_stays() -> None:
    told = [text for page in range(1, 11) for text in (HEAD if page < 4 else f"第{page}段正文。", f"— {page} —")]

    assert _pages(*told)[0].count(HEAD) == 3


@pytest.mark.parametrize(
    "line", ["相关解读：《2025年工作要点》政策解读", "图解：一图读懂工作要点", "文件下载", "附件下载：工作要点.pdf", "相关文件：分工表"]
)
def test_what_a_page_links_to_below_a_document_is_navigation(line: str) -> None:
    assert furniture.is_navigation(line)


@pytest.mark.parametrize("line", ["加强政策解读。", "附件：分工表", "相关单位：县教育局", "做好文件下载服务"])
def test_lines_of_a_document_are_no_navigation(line: str) -> None:
    assert not furniture.is_navigation(line)
