"""Pages of government sites, pages saved by Word and LibreOffice, and pages that are broken."""

from __future__ import annotations

import random
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.errors import UserError
from generator.importers import from_html, from_text
from generator.importers.ledger import bare
from generator.importers.outline import Block, Outline, Paragraph, Table
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

NAME = "yunyang-2025.notice"

BODY = "现将《甲县2025年工作要点》印发给你们，请结合实际认真贯彻执行，确保各项工作落到实处。"
SITE = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>关于印发要点的通知_甲县人民政府</title>
<meta name="ArticleTitle" content="关于印发要点的通知"><meta name="PubDate" content="2025-03-17 10:20">
<style>p {{}}</style><script>document.write("<p>脚本</p>")</script></head><body>
<div class="top"><a href="/">登录</a> <a href="/r">注册</a><div style="display:none">藏着的</div></div>
<ul class="nav"><li><a href="/1">首页</a></li><li><a href="/2">政务公开</a></li><li><a href="/3">甲县概况</a></li></ul>
<table><tr><td>[ 索 引 号 ]</td><td>115/2025-1</td><td>[ 发文字号 ]</td><td>甲府发〔2025〕2号</td></tr>
<tr><td>[ 有效性 ]</td><td colspan="3">有效</td></tr></table>
<h1>甲县人民政府关于印发要点的通知</h1>
<div>来源：县府办 <a href="#">打印</a></div>
<div class="TRS_Editor"><p>各乡镇人民政府：</p><p>　　{BODY}</p><p align="right">甲县人民政府</p></div>
<div class="foot">主办：甲县府办 <a href="x">网站地图</a><a href="y">甲县发布</a></div></body></html>"""


def _read(text: str) -> Outline:
    return from_html.read(text.encode())


def _blocks(body: str) -> list[Paragraph]:
    return [block for block in _read(f"<body>{body}").blocks if isinstance(block, Paragraph)]


def _grid(body: str) -> list[list[str]]:
    (table,) = (block for block in _read(f"<body>{body}").blocks if isinstance(block, Table))
    return [[cell.merged or "/".join(cell.text) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "utf-16"])
def test_the_document_is_found_among_the_navigation_of_a_site(name: str) -> None:
    outline = from_html.read(SITE.encode(name))

    assert [block.text for block in outline.blocks if isinstance(block, Paragraph)] == [
        "甲县人民政府关于印发要点的通知",
        "各乡镇人民政府：",
        f"\u3000\u3000{BODY}",
        "甲县人民政府",
    ]
    assert {aside.why for aside in outline.asides} == {"网页导航"}
    assert "甲县概况" in [aside.text for aside in outline.asides]
    assert "甲县发布" in outline.asides[-1].text


def test_the_box_beside_the_document_and_the_date_in_the_head_are_its_box() -> None:
    expected = ((7, "索引号", "115/2025-1"), (7, "发文字号", "甲府发〔2025〕2号"), (8, "有效性", "有效"), (3, "发布日期", "2025-03-17"))

    assert _read(SITE).box == expected


def test_what_is_hidden_is_not_read() -> None:
    seen = f"{_read(SITE)}"

    assert "藏着的" not in seen
    assert "脚本" not in seen


def test_a_title_that_only_the_head_knows_comes_first() -> None:
    page = "<title>关于印发要点的通知 - 甲县</title><body><p>各乡镇：</p>"

    assert [block.text for block in _read(page).blocks if isinstance(block, Paragraph)] == ["关于印发要点的通知", "各乡镇："]


def test_a_title_that_stands_there_is_not_said_twice() -> None:
    page = "<title>甲县2025年工作要点</title><body><p align=center>甲县2025年<br>工作要点</p><p>正文"

    assert [block.text for block in _read(page).blocks if isinstance(block, Paragraph)] == ["甲县2025年\n工作要点", "正文"]


def test_headings_alignments_gaps_and_breaks() -> None:
    body = (
        "<h2>一</h2>\n<div align=center><p>二<br>三</p></div><p style='text-align:right'>四</p><p>&nbsp;</p>"
        "五<br>六<br><br>七<p style='page-break-before: always'>八"
    )
    expected = [
        Paragraph(1, "一", level=2),
        Paragraph(2, "二\n三", align="centre"),
        Paragraph(2, "四", align="right"),
        Paragraph(2, "五", gap=True),
        Paragraph(2, "六"),
        Paragraph(2, "七", gap=True),
        Paragraph(2, "八", page_break=True),
    ]

    assert _blocks(body) == expected


def test_lists_are_numbered_as_a_browser_prints_them() -> None:
    body = (
        "<ol start=3><li>甲</li><li value=9>乙<ol type=a><li><p>丙</p></li></ol></li><li>丁</li></ol>"
        "<ol style='list-style-type: cjk-ideographic'><li>戊</ol><ol type=I><li>己<li>庚</ol><ul><li>辛</ul>"
    )

    assert [f"{block.number}{block.text}" for block in _blocks(body)] == ["3.甲", "9.乙", "a.丙", "10.丁", "一、戊", "I.己", "II.庚", "辛"]


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        ("<p><b>（一）强化责任。</b>落实。", 8),
        ("<p>　　<strong>（一）强化责任。</strong>落实。", 10),
        ("<p><span style='font-weight:700'>（一）强化<i>责任。</i></span>落实<b>到位</b>。", 8),
        ("<p><span style='font-family:楷体'>2025年责任。</span><span style='font-family:仿宋'>落实2025年。</span>", 8),
        ("<p><font face=楷体_GB2312>责任。</font><font face='Times New Roman'>2025</font><font face=仿宋>年落实。</font>", 7),
        ("<p><b>全是粗体。</b>", 0),
        ("<p>落实<b>责任</b>。", 0),
        ("<p><font face=仿宋>落实</font><font face=黑体>责任</font><font face=仿宋>到位</font>", 0),
    ],
)
def test_a_beginning_in_another_weight_or_face_is_counted(body: str, bold: int) -> None:
    assert [block.bold for block in _blocks(body)] == [bold]


def test_blanks_are_those_a_browser_shows_and_folded_chinese_is_joined() -> None:
    assert [block.text for block in _blocks("<p>  落实\n   责任，AI\n技术&nbsp;&#8203;用好  </p>")] == ["落实责任，AI 技术 用好"]


def test_spans_make_full_grids_with_merged_cells() -> None:
    table = (
        "<table><tr><th>序号<th>名称<th colspan=2>责任</tr><tr><td>1<td rowspan=2>甲<td>县局<br>乡镇<td>无</tr>"
        "<tr><td>2<td rowspan=0 colspan=2><p>乙<p>丙</tr><tr><td>3<td>丁</tr><tr><td>4</tr></table>"
    )

    assert _grid(table) == [
        ["序号", "名称", "责任", "before"],
        ["1", "甲", "县局/乡镇", "无"],
        ["2", "above", "乙/丙", "before"],
        ["3", "丁", "above", "before"],
        ["4", "", "above", "before"],
    ]


def test_rows_that_are_repeated_on_every_page_are_heads() -> None:
    (table,) = _read("<table><thead><tr><td>a<td>b</thead><tbody><tr><td>1<td>2</table>").blocks

    assert isinstance(table, Table)
    assert [row.head for row in table.rows] == [True, False]


@pytest.mark.parametrize(
    "table",
    ["<table><tr><td><p>甲</p><p>乙</p></table>", "<table><tr><td>甲</tr><tr><td>乙</table>", "<table><tr><td><h2>甲</h2><td>乙</table>"],
)
def test_tables_that_lay_out_a_page_are_unwrapped(table: str) -> None:
    assert [block.text for block in _blocks(table)] == ["甲", "乙"]


def test_a_table_within_a_table_is_the_table() -> None:
    assert _grid("<table><tr><td>左<td><table><tr><td>a<td>b<tr><td>1<td>2</table></table>") == [["a", "b"], ["1", "2"]]


def test_a_page_saved_by_word_has_its_numbers_and_no_office_markup() -> None:
    body = (
        "<!--[if gte mso 9]><xml>机器</xml><![endif]--><div class=WordSection1><p class=MsoNormal><![if !supportLists]>"
        "<span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>总体思路<o:p></o:p></p><p><o:p>&nbsp;</o:p></p>"
        "<p>正文</p></div><div class=WordSection2><p>附件</p></div>"
    )

    assert _blocks(body) == [Paragraph(1, "总体思路", "一、"), Paragraph(1, "正文", gap=True), Paragraph(1, "附件")]


@pytest.fixture
def saved(hongtou: Callable[..., Outcome], tmp_path: Path) -> dict[str, bytes]:
    """Return the shipped notice as the program writes it in text, and as LibreOffice saves the Word file as a page and as text."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    hongtou("build", ROOT / "plans/yunyang/2025.yaml", "--to", "docx,txt", "--out", tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("html:HTML (StarWriter)", "txt:Text (encoded):UTF8"):
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", tmp_path / "saved", tmp_path / f"{NAME}.docx"]
        subprocess.run(command, capture_output=True, timeout=180, check=False)
    return {
        "txt": (tmp_path / f"{NAME}.txt").read_bytes(),
        "page": (tmp_path / f"saved/{NAME}.html").read_bytes(),
        "text": (tmp_path / f"saved/{NAME}.txt").read_bytes(),
    }


def test_a_notice_saved_as_a_page_by_libreoffice_reads_as_the_text_of_the_program(saved: dict[str, bytes]) -> None:
    page, text = from_html.read(saved["page"]), from_text.read(saved["txt"])

    assert _prose(page) == _prose(text)
    assert _cells(page) == _cells(text)
    assert [aside.why for aside in page.asides] == ["页码"]
    assert {block.bold for block in page.blocks if isinstance(block, Paragraph) and block.text.startswith("（一）")} == {14}
    assert ("leaders",) in [block.ids for block in page.blocks]


def test_a_notice_saved_as_text_by_libreoffice_keeps_every_character_and_its_tables(saved: dict[str, bytes]) -> None:
    outline = from_text.read(saved["text"])

    assert bare(saved["text"].decode("utf-8-sig")) == "".join(map(_said, outline.blocks))
    assert [len(block.rows) for block in outline.blocks if isinstance(block, Table)] == [7, 14, 22, 52, 20]


def _said(block: Block) -> str:
    if isinstance(block, Table):
        return bare("".join(cell.line for row in block.rows for cell in row.cells))
    return bare(block.text)


def _prose(outline: Outline) -> str:
    return bare("".join(block.text for block in outline.blocks if isinstance(block, Paragraph)))


def _cells(outline: Outline) -> list[list[str]]:
    """Return what the rows of every table say that no merged cell hides."""
    tables = [block for block in outline.blocks if isinstance(block, Table)]
    return [[bare(f"{row.cells[0].line}{row.cells[2].line}") for row in table.rows] for table in tables]


SMALL = SITE.encode("gb18030")


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_page_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(SMALL[: chance.randrange(len(SMALL) // 2, len(SMALL))])
    for _ in range(chance.randrange(20)):
        data[chance.randrange(len(data))] = chance.choice(b"<>/\"' =a\x00\xff")
    try:
        read = from_html.read(bytes(data)).kind
    except UserError as error:
        read = error.message

    assert read


HARD = {
    "deep": "<div>" * 100_000 + "甲",
    "wide": "<table>" + "<tr><td colspan=100 rowspan=60000>甲<td>乙" * 3000,
    "many": "<b>" * 400_000,
}


@pytest.mark.parametrize("name", HARD)
def test_pages_beyond_the_limits_are_refused(name: str) -> None:
    with pytest.raises(UserError) as caught:
        _read(HARD[name])

    assert caught.value.tip


@pytest.mark.parametrize(
    "text", ["甲" * 1_500_000, "<p>甲</p>" * 50_000, "<p><b>甲</b>乙" * 30_000, "<p>" + "甲<b>乙</b>" * 50_000, "甲\n" * 200_000]
)
def test_a_page_of_any_length_is_read(text: str) -> None:
    assert _read(text).blocks
