"""What no single figure says: faces, pages that are turned, heads that are repeated, the last page, the sentences of the Word file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.render import fonts, to_docx
from generator.render.context import context
from generator.render.word.package import unpack
from tests.dressed import LOOK
from tests.page.cases import plans
from tests.page.figures import BOTTOM, NUMBER, PAGE, STYLE
from tests.sentences import sentences

if TYPE_CHECKING:
    from tests.page.conftest import Printed
    from tests.page.sheets import Line

ENGINES = ("typst", "word")
BIN = Path(sys.executable).parent
engines = pytest.mark.parametrize("engine", ENGINES)
cases = pytest.mark.parametrize("case", plans())


@engines
@cases
def test_every_text_stays_within_the_paper_and_above_the_page_number(printed: Printed, engine: str, case: str) -> None:
    pages = [page for page in printed[engine][case] if page.width < page.height]
    lowest = max(line.baseline for page in pages for line in page.lines if not line.text.startswith("—"))

    assert lowest < BOTTOM + 0.5


@engines
@cases
def test_the_imprint_stands_on_an_even_page_or_the_officer_is_told_to_look(printed: Printed, engine: str, case: str) -> None:
    settled = to_docx.laid_out(plans()[case], LOOK)

    assert not settled.finished.imprint or len(printed[engine][case]) % 2 == 0 or (engine == "word" and to_docx.notes(settled, LOOK))


@engines
def test_a_signature_is_never_alone_and_page_1_shows_text(printed: Printed, engine: str) -> None:
    for case, plan in plans().items():
        notice = plan.notice
        if notice and notice.date and notice.mark:
            finished = context(plan, notice)
            page = next(page for page in printed[engine][case] if any(line.text == finished.date for line in page.lines))
            above = [line.text for line in page.lines]
            text = finished.blocks[-1].line.replace(" ", "") if finished.blocks else ""

            assert any(line in text for line in above[: above.index(finished.date)] if len(line) > 1 or line == text[-1:]), case
            assert any(line in finished.blocks[0].line for line in (line.text for line in printed[engine][case][0].lines)), case


@engines
def test_every_face_prints_what_is_its_own(printed: Printed, engine: str) -> None:
    page, plan_page = printed[engine]["yunyang-2025"][0], printed[engine]["yunyang-2025"][2]
    own = {face.role: {_bare(family) for family in face.families[:1]} for face in fonts.faces(LOOK.style)}
    mark, section = page.lines[0], next(line for line in plan_page.lines if line.text.startswith("一、"))
    task, text = (next(line for line in plan_page.lines if line.text.startswith(start)) for start in ("（一）", "习近平"))

    assert _faces(mark) == own["xiaobiaosong"]
    assert _faces(section) == own["hei"]
    assert _faces(text) <= own["fangsong"] | own["kai"]
    assert _faces(task) == own["kai"] | own["fangsong"]


def _faces(line: Line) -> set[str]:
    return {_bare(face) for face in line.faces}


def _bare(face: str) -> str:
    """Return the name of a family without script, weight and style, as engines write it in different ways."""
    name = face.replace(" ", "").split("-")[0].removesuffix("R").lower()
    return name.removesuffix("jp").removesuffix("sc")


@engines
@pytest.mark.parametrize("case", ["many-items", "long-item", "landscape"])
def test_head_rows_stand_on_every_page_of_a_table(printed: Printed, engine: str, case: str) -> None:
    with_table = [
        page for page in printed[engine][case] if any(abs(line.size - STYLE["table"]["text"]["size"]) < 0.1 for line in page.lines)
    ]

    assert len(with_table) >= 3
    assert all({"序号", "名称", "目标"} <= {line.text for line in page.lines} for page in with_table)


@engines
def test_no_item_is_split_that_a_page_can_hold(printed: Printed, engine: str) -> None:
    for page in printed[engine]["many-items"][2:-1]:
        goals = [line for line in page.lines if 60 < line.left < 80 and line.size == STYLE["table"]["text"]["size"] and line.text != "目标"]

        assert not goals or goals[-1].text.endswith("。")


@engines
def test_a_turned_page_keeps_its_number_where_the_others_have_it(printed: Printed, engine: str) -> None:
    pages, margin = printed[engine]["landscape"], PAGE["margins"]["bottom"]
    turned = [(place, page) for place, page in enumerate(pages, start=1) if page.width > page.height]

    assert len(turned) >= 3
    assert all(page.turned == f"—{place}—" for place, page in turned)
    assert all(margin - page.turned_dashes(margin - 1) == pytest.approx(NUMBER["below_text_area"], abs=1) for _, page in turned)
    assert all(min(line.left for line in page.lines) >= margin - 0.5 for _, page in turned)


@engines
def test_neither_a_blank_page_before_the_imprint_nor_the_page_behind_it_bears_a_number(printed: Printed, engine: str) -> None:
    apart = [case for case in plans() if to_docx.laid_out(plans()[case], LOOK).layout.imprint == "apart"]
    last = [printed[engine][case][-2:] for case in apart]

    assert apart
    assert all(blank.lines == [] and not any(line.text.startswith("—") for line in imprint.lines) for blank, imprint in last)


@cases
def test_validators_find_nothing_in_the_word_file(documents: dict[str, bytes], case: str, tmp_path: Path) -> None:
    file = tmp_path / "notice.docx"
    file.write_bytes(documents[case])

    audit = subprocess.run([BIN / "openxml-audit", file, "-m", "0", "-o", "json"], capture_output=True, check=False)
    integrity = subprocess.run([BIN / "ooxml-integrity", "check", file], capture_output=True, check=False)

    assert json.loads(audit.stdout)[0]["errors"] == []
    assert (audit.returncode, integrity.returncode) == (0, 0)


@cases
def test_every_sentence_stands_in_the_word_file_as_often_as_the_plan_says_it_in_its_order(documents: dict[str, bytes], case: str) -> None:
    plan = plans()[case]
    assert plan.notice is not None
    finished = to_docx.laid_out(plan, LOOK).finished
    texts = etree.fromstring(unpack(documents[case])["word/document.xml"]).xpath("//*[local-name()='t']/text()")

    assert "".join(sentences(finished)) == "".join(texts)
