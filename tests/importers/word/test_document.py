"""The notices that the program itself builds come back from Word line by line, with their ids, also when LibreOffice saved them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from generator import workflow
from generator.importers.from_docx import read
from generator.importers.outline import Aside, Paragraph, Table
from generator.render import to_docx
from generator.render.context import context, notice_of
from generator.render.layout import measured
from tests.conftest import ROOT
from tests.dressed import LOOK
from tests.importers.word_files import (
    HAND,
    bookmark,
    cell,
    deleted,
    inserted,
    level,
    lists,
    numbered,
    package,
    paragraph,
    row,
    run,
    saved_by_libreoffice,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.importers.outline import Cell, Outline
    from generator.plan.model import Plan
    from generator.render.blocks import Block
    from generator.render.blocks import Cell as PrintedCell

Line: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
YUNYANG = ROOT / "plans/yunyang/2025.yaml"
CASES = [YUNYANG, *sorted((ROOT / "tests/cases/notice").glob("*.yaml"))]


def _plan(path: Path) -> Plan:
    return workflow.check(workflow.load(path)).plan()


def _printed(plan: Plan) -> Iterator[Line]:
    """Yield what is printed of a plan's content, a paragraph or row a line, each with its id."""
    finished = measured(context(plan, notice_of(plan)), plan, LOOK).finished
    parts = [finished.plan, *finished.annexes] if finished.plan else finished.annexes
    for block in (*finished.blocks, *(block for part in parts for block in part.blocks)):
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    if block.table is None:
        yield _filled([block.line]), _filled([block.id])
        return
    if block.table.title:  # an untitled one has no bookmark
        yield (block.table.title,), (block.id,)
    for line in block.table.rows:
        yield _shown(line.cells), _filled([line.id])


def _read(outline: Outline) -> Iterator[Line]:
    for block in outline.blocks:
        if isinstance(block, Paragraph):
            yield (block.text,), block.ids
            continue
        for line in block.rows:
            yield _shown(line.cells), line.ids


def _shown(cells: Iterable[Cell | PrintedCell]) -> tuple[str, ...]:
    return _filled(text for cell in cells for text in cell.text if not cell.merged)


def _filled(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def _missing(expected: Iterable[Line], outline: Outline) -> list[Line]:
    """Return what is not found in its place."""
    rest = iter([*_read(outline)])
    return [line for line in expected if line not in rest]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_built_notice_is_read_back_line_by_line_with_its_ids(path: Path) -> None:
    plan = _plan(path)
    expected = [*_printed(plan)]

    assert len(expected) > 1
    assert _missing(expected, read(to_docx.render(plan, LOOK))) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_it_is_read_back_the_same_after_libreoffice_saved_it(path: Path) -> None:
    built = to_docx.render(_plan(path), LOOK)

    assert read(saved_by_libreoffice(built)).blocks == read(built).blocks


def test_numbers_changes_comments_and_notes_outlive_libreoffice() -> None:
    levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
    away = f"<w:rPr><w:del {HAND}/></w:rPr>"
    body = [
        *(paragraph("甲", properties=numbered(1, depth)) for depth in (0, 1, 1, 2, 0)),
        paragraph("点", properties=numbered(2)),
        paragraph(bookmark("task", 1), run("（一）题。", '<w:rFonts w:eastAsia="楷体"/>'), "文", inserted("增2025年"), deleted("删")),
        paragraph(bookmark("gone", 2), deleted("整段"), properties=away),
        paragraph(bookmark("kept", 3), "留", '<w:r><w:commentReference w:id="1"/></w:r>', '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        paragraph(run("暗", "<w:vanish/>"), "明"),
        table(
            row(cell("名", properties='<w:vMerge w:val="restart"/>'), "1", "2"),
            row(cell(properties="<w:vMerge/>"), cell("跨", properties='<w:gridSpan w:val="2"/>')),
        ),
    ]
    data = package(
        "".join(body),
        styles='<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>',
        numbering=lists(levels, level(0, "bullet", "●")),
        comments=f'<w:comment w:id="1" {HAND}>{paragraph("意见")}</w:comment>',
        footnotes=f'<w:footnote w:id="2">{paragraph("脚注")}</w:footnote>',
    )

    assert read(saved_by_libreoffice(data)) == read(data)


def test_the_notice_of_yunyang_keeps_its_looks() -> None:
    outline = read(to_docx.render(_plan(YUNYANG), LOOK))
    blocks = {block.style: block for block in outline.blocks if isinstance(block, Paragraph)}
    tables = [block for block in outline.blocks if isinstance(block, Table)]
    task = next(block for block in outline.blocks if isinstance(block, Paragraph) and block.ids == ("leaders",))

    assert (blocks["发文机关标志"].text, blocks["发文机关标志"].align) == ("云阳县人民政府文件", "centre")
    assert (blocks["署名"].align, blocks["成文日期"].text, blocks["附注"].align) == ("right", "2025年3月13日", "")
    assert (blocks["1级标题"].level, blocks["附件序号"].page_break) == (2, True)
    assert task.text[: task.bold] == "（一）强化党政领导干部责任。"
    assert "公文正文（转页）" not in blocks
    assert [len(table.rows[0].cells) for table in tables] == [5, 5, 5, 5, 5, 1]
    assert [[row.head for row in table.rows].count(True) for table in tables] == [1, 1, 1, 1, 1, 0]
    assert outline.asides == (Aside(outline.asides[0].line, "— 1 —", "页脚"),)
