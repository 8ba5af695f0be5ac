"""A title that runs in is set apart from the rest of its paragraph."""

from __future__ import annotations

import pytest

from generator.importers.from_docx import read
from tests.importers.word_files import package, paragraph, paragraphs, run, style

BOLD, FACE, CHARACTER = "<w:b/>", '<w:rFonts w:eastAsia="楷体"/>', '<w:rStyle w:val="K"/>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((run("一、题。", BOLD), run("文")), 4),
        ((run("一、", BOLD), run("题。", BOLD), run("文")), 4),
        ((run("（一）题。", FACE), run("文")), 5),
        ((run("（一）题。", CHARACTER), run("文")), 5),
        ((run("（一）", BOLD + FACE), run("题。", FACE), run("文文文文")), 5),
        ((run("　　"), run("题。", BOLD), run("文")), 4),
        ((run("全段", BOLD),), 0),
        ((run("全段", BOLD), run("　")), 0),
        ((run("文"), run("重", BOLD), run("文")), 0),
        ((run("题。", BOLD), run("文文文"), run("重", BOLD), run("文")), 2),
        ((run("责任单位："), run("县应急管理局", BOLD)), 0),
        ((run("题", BOLD), run("文", '<w:b w:val="0"/>')), 1),
        ((run("2025", '<w:rFonts w:eastAsia="宋体"/>'), run("年")), 0),
        ((run("（一）题。", FACE), run("2025"), run("年")), 5),
        ((run("Title", BOLD), run(" text")), 5),
        ((), 0),
    ],
)
def test_bold_counts_the_characters_set_apart_at_the_beginning(runs: tuple[str, ...], expected: int) -> None:
    outline = read(package(paragraph("甲") + paragraph(*runs), styles=style("K", "题内", FACE, kind="character")))

    assert expected == (paragraphs(outline)[1:] or paragraphs(outline))[0].bold
