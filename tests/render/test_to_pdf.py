"""The page of notice.pdf, measured against the figures of the style."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pdfplumber
import pytest
import yaml

from generator import workflow
from generator.errors import RefusedError, UserError
from generator.render import to_pdf, to_text
from generator.render.style import Look
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

    from generator.plan.model import Plan

LOOK = Look((ROOT / "templates",), (ROOT / "styles",))
PAGE, TEXT, HEAD, SIGNATURE, IMPRINT = (LOOK.style[key] for key in ("page", "text", "head", "signature", "imprint"))
MM = 25.4 / 72
CHARACTER = (TEXT["body"]["size"] + PAGE["grid"]["tracking"]) * MM
LEFT = PAGE["margins"]["left"]
RIGHT = LEFT + PAGE["text_area"]["width"]
BOTTOM = PAGE["margins"]["top"] + PAGE["text_area"]["height"]
NOTICES = sorted((ROOT / "tests/cases/notice").glob("*.yaml"))
RESOLUTION = 200


def _opened(plan: Plan) -> PDF:
    return pdfplumber.open(io.BytesIO(to_pdf.render(plan, LOOK)))


@cache
def _of(path: Path) -> Plan:
    return workflow.check(workflow.load(path)).plan()


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[..., PDF]:
    """Return a function that opens the PDF of a notice with a text of so many full lines; other keys are the notice's."""

    def make(lines: int = 3, *, annexes: Iterable[dict[str, Any]] = (), **notice: object) -> PDF:
        characters = PAGE["grid"]["characters"] * lines - TEXT["body"]["indent"]
        usual: dict[str, object] = {
            "form": "direct",
            "mark": "某县人民政府文件",
            "number": "某府发〔2025〕1号",
            "recipients": "各乡镇人民政府",
        }
        usual |= {"signature": "某县人民政府", "date": "2025-03-13", "imprint": {"printed_by": "某县办", "printed_on": "2025-03-17"}}
        content = {"format": 1, "year": 2025, "title": "工作要点", "preamble": "安" * characters, "annexes": [*annexes]}
        path = tmp_path / "plan.yaml"
        path.write_text(yaml.safe_dump(content | {"notice": usual | notice}, allow_unicode=True), encoding="utf-8")
        return _opened(workflow.check(workflow.load(path)).plan())

    return make


def _lines(page: Page) -> list[list[dict[str, Any]]]:
    """Return the characters of the text area, line by line."""
    rows: dict[float, list[dict[str, Any]]] = {}
    for character in page.chars:
        if character["bottom"] * MM < BOTTOM + 1 and character["text"].strip():
            rows.setdefault(round(character["bottom"]), []).append(character)
    return [rows[bottom] for bottom in sorted(rows)]


def _line(page: Page, text: str) -> list[dict[str, Any]]:
    return next(line for line in _lines(page) if "".join(character["text"] for character in line) == text)


def _left(line: list[dict[str, Any]]) -> float:
    return float(line[0]["x0"]) * MM


def _right(line: list[dict[str, Any]]) -> float:
    return float(line[-1]["x1"]) * MM


def _number(page: Page) -> str:
    return "".join(character["text"] for character in page.chars if character["top"] * MM > BOTTOM)


def _ink(page: Page, *, red: bool, above: float = 0, below: float = 400) -> list[tuple[float, float, float]]:
    """Return every inked row between two heights: its height, left and right end, in mm from the paper's edges."""
    image = page.to_image(resolution=RESOLUTION, antialias=False).original.convert("RGB")
    scale = 25.4 / RESOLUTION
    rows = []
    for y in range(int(above / scale), min(image.height, int(below / scale))):
        row = image.crop((0, y, image.width, y + 1)).tobytes()
        inked = [
            x for x, (r, g, b) in enumerate(zip(row[::3], row[1::3], row[2::3], strict=True)) if g < 128 and b < 128 and (r > 180) == red
        ]
        if inked:
            rows.append((y * scale, inked[0] * scale, (inked[-1] + 1) * scale))
    return rows


@pytest.mark.parametrize("lines", range(3, 9))
def test_a_signature_is_never_alone_and_page_1_shows_text(pdf: Callable[..., PDF], lines: int) -> None:
    pages = pdf(lines, seal=True).pages
    signed = next(page for page in pages if "2025年3月13日" in page.extract_text().replace(" ", ""))

    assert "安安安" in signed.extract_text()
    assert "安安安" in pages[0].extract_text()


def test_a_paragraph_is_parted_a_character_before_its_line_ends(pdf: Callable[..., PDF]) -> None:
    lengths = [len(line) for page in pdf(30).pages for line in _lines(page) if line[0]["text"] == "安"]

    assert sum(lengths) == 26 + 28 * 29
    assert [length for length in lengths if length != 28] == [26, 27, 1]


@pytest.mark.parametrize("lines", range(24, 48))
def test_the_imprint_lies_on_the_foot_of_the_last_even_page(pdf: Callable[..., PDF], lines: int) -> None:
    document = pdf(lines)
    last = document.pages[-1]
    rules = sorted(last.rects, key=lambda rect: rect["top"])

    assert len(document.pages) % 2 == 0
    assert rules[-1]["bottom"] * MM == pytest.approx(BOTTOM, abs=0.2)
    assert all(rect["width"] * MM == pytest.approx(156, abs=0.2) for rect in rules)
    assert all(line[0]["bottom"] < rules[0]["top"] for line in _lines(last) if line[0]["text"] in "安2某" and len(line) > 26)


def test_a_blank_page_before_the_imprint_and_the_page_behind_it_bear_no_number(pdf: Callable[..., PDF]) -> None:
    documents = (pdf(lines) for lines in range(20, 40))
    pages = next(document.pages for document in documents if not document.pages[-2].chars)

    assert [_number(page) for page in pages] == ["— 1 —", "— 2 —", "", ""]


def test_head_rows_are_on_every_page_and_long_items_break(pdf: Callable[..., PDF]) -> None:
    items = [{"id": f"i{place}", "name": "名称", "goal": "目标" * (500 if place == 3 else 20)} for place in range(60)]
    pages = pdf(annexes=[{"id": "split", "title": "分工表", "tables": [{"id": "t", "items": items}]}]).pages
    with_table = [page for page in pages[1:] if page.find_tables()]
    goals = sum(character["text"] == "标" for page in pages for character in page.chars)

    assert len(with_table) > 3
    assert all("序号" in page.extract_text() for page in with_table)
    assert goals == 59 * 20 + 500 + len(with_table)
    assert all(character["bottom"] * MM < BOTTOM + 0.1 for page in with_table for row in _lines(page) for character in row)


def _number_of_a_web_page(plan: Plan) -> str:
    """Return the number that a page prints on its own and the text of a web page in its box only."""
    return plan.notice.number if plan.notice and plan.web and not plan.notice.mark else ""


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_every_character_of_the_text_is_on_the_pages_as_often(path: Path) -> None:
    text = to_text.render(_of(path), LOOK).decode()
    printed = "".join(line for line in text.splitlines() if not line.startswith("[ "))
    printed += _number_of_a_web_page(_of(path))
    shown = "".join(character["text"] for page in _opened(_of(path)).pages for line in _lines(page) for character in line)

    assert Counter(shown) == Counter(character for character in printed if character.strip() and character != "|")


def test_the_file_names_title_author_date_and_its_parts() -> None:
    document = _opened(_of(ROOT / "tests/cases/notice/attached.yaml"))
    outline = [(level, title) for level, title, *_ in document.doc.get_outlines()]

    assert document.metadata["Title"] == "某县人民政府关于印发2025年安全生产工作要点的通知"
    assert document.metadata["Author"] == "某县人民政府"
    assert document.metadata["CreationDate"].startswith("D:20250305")
    assert outline[:4] == [
        (1, "某县人民政府关于印发2025年安全生产工作要点的通知"),
        (1, "某县2025年安全生产工作要点"),
        (2, "一、总体思路"),
        (2, "二、重点任务"),
    ]


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_the_same_plan_gives_the_same_bytes(path: Path) -> None:
    assert to_pdf.render(_of(path), LOOK) == to_pdf.render(_of(path), LOOK)


def test_joined_cells_are_one() -> None:
    table = _opened(_of(ROOT / "tests/cases/notice/tables.yaml")).pages[0].extract_tables()[0]

    assert table[:2] == [["学校", "招生", None], [None, "上年", "今年"]]


def test_a_plan_without_notice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("{format: 1, year: 2025, title: 要点}", encoding="utf-8")
    with pytest.raises(RefusedError, match="没有 notice"):
        to_pdf.render(_of(path), LOOK)


@pytest.mark.parametrize(("template", "said"), [(None, "找不到模板"), ("#let", "不能执行"), ('#text(font: "无")[甲]', "不能执行")])
def test_a_faulty_template_is_refused_with_what_to_do(template: str | None, said: str, tmp_path: Path) -> None:
    if template is not None:
        (tmp_path / "notice").mkdir()
        (tmp_path / "notice/notice.typ").write_text(template, encoding="utf-8")
    with pytest.raises(UserError, match=said) as refusal:
        to_pdf.render(_of(NOTICES[0]), Look((tmp_path,), LOOK.styles))

    assert refusal.value.tip
