"""notice.docx: what it prints, in which order, and that it is the same every time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator import workflow
from generator.errors import RefusedError, UserError
from generator.plan.builder import build
from generator.render import to_docx
from generator.render.style import Look
from generator.render.word.package import pack, unpack
from generator.source.reader import read
from tests.conftest import ROOT
from tests.dressed import LOOK

if TYPE_CHECKING:
    from pathlib import Path

    from generator.plan.model import Plan

CASES = [ROOT / "plans/yunyang/2025.yaml", *sorted((ROOT / "tests/cases/notice").glob("*.yaml"))]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AWKWARD = "A&B <x> “引号” ‘单’ 喆堃珺𠮷 {{ x }} {_{甲}_} {_%乙%_}"


def _plan(path: Path) -> Plan:
    plan = workflow.load(path).plan

    assert plan is not None
    return plan


def _notice(text: str) -> Plan:
    tree = read(
        f"title: 某县工作要点\nnotice: {{number: 某府发〔2025〕1号, mark: 某县人民政府文件, date: 2025-03-13}}\n{text}".encode()
    ).tree

    assert tree is not None
    return build(tree)


def _document(data: bytes) -> etree._Element:
    return etree.fromstring(unpack(data)["word/document.xml"])


def _printed(document: etree._Element) -> str:
    return "".join(document.xpath("//*[local-name()='t'][not(ancestor::*[local-name()='Fallback'])]/text()"))


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert to_docx.render(_plan(CASES[0]), LOOK) == to_docx.render(_plan(CASES[0]), LOOK)


def test_awkward_values_arrive_intact() -> None:
    data = to_docx.render(_notice(f"preamble: {json.dumps(AWKWARD, ensure_ascii=False)}"), LOOK)

    assert AWKWARD in _printed(_document(data))


def test_a_line_end_and_a_tab_in_a_value_become_words_own() -> None:
    document = _document(to_docx.render(_notice('preamble: "上一行\\n下一行\\t表后"'), LOOK))
    paragraph = next(p for p in document.iter(f"{W}p") if "下一行" in "".join(p.itertext()))

    assert len(paragraph.findall(f"{W}r/{W}br")) + len(paragraph.findall(f"{W}r/{W}tab")) >= 1


def test_ids_travel_as_hidden_bookmarks_each_once() -> None:
    document = _document(to_docx.render(_plan(CASES[0]), LOOK))
    names = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    numbers = [mark.get(f"{W}id") for mark in document.iter(f"{W}bookmarkStart")]

    assert len(names) > 100
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    assert all(str(name).startswith("_ht_") for name in names)


def test_head_rows_repeat_and_no_row_is_split() -> None:
    rows = [*_document(to_docx.render(_plan(CASES[0]), LOOK)).iter(f"{W}tr")]

    assert sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows) >= 5
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_properties_carry_the_plans_date_and_nobodys_name() -> None:
    core = unpack(to_docx.render(_notice(""), LOOK))["docProps/core.xml"].decode()

    assert core.count("2025-03-13T00:00:00Z") == 2
    assert "creator" not in core
    assert "lastModifiedBy" not in core
    assert "description" not in core


def _sections(document: etree._Element) -> list[tuple[str, bool, bool]]:
    """Return of every section its type, whether it is landscape, whether its first page bears no number."""
    sections = []
    for section in document.iter(f"{W}sectPr"):
        type_, size = section.find(f"{W}type"), section.find(f"{W}pgSz")
        assert type_ is not None
        assert size is not None
        landscape = size.get(f"{W}orient") == "landscape"
        sections.append((str(type_.get(f"{W}val")), landscape, section.find(f"{W}titlePg") is not None))
    return sections


PORTRAIT, LANDSCAPE, EVEN, UNNUMBERED = (
    ("nextPage", False, False),
    ("nextPage", True, False),
    ("evenPage", False, False),
    ("evenPage", False, True),
)


def _ended(lines: int, page: str = "auto") -> list[tuple[str, bool, bool]]:
    """Return the sections of a notice with a text of so many full lines and a 版记."""
    text = "安" * (28 * lines - 2)
    notice = f"  form: direct\n  mark: 某县人民政府文件\n  imprint: {{printed_by: 某县办}}\n  imprint_page: {page}\npreamble: {text}\n"
    return _sections(_document(to_docx.render(_with(notice), LOOK)))


def test_the_imprint_stands_on_the_last_even_page() -> None:
    one_page, two_pages, two_full_pages, three_pages = (_ended(lines) for lines in (3, 20, 30, 40))

    assert one_page == [PORTRAIT, EVEN]
    assert two_pages == [PORTRAIT]
    assert two_full_pages == [PORTRAIT, UNNUMBERED]
    assert three_pages == [PORTRAIT, EVEN]


def test_the_imprint_turns_the_page_where_the_plan_says_so() -> None:
    assert _ended(3, "same") == [PORTRAIT]
    assert _ended(20, "next") == [PORTRAIT, UNNUMBERED]


@pytest.mark.parametrize(
    ("annexes", "imprint", "sections"),
    [
        ("{id: a, title: 甲, landscape: true, preamble: 文}", True, [PORTRAIT, LANDSCAPE, UNNUMBERED]),
        ("{id: a, title: 甲, landscape: true, preamble: 文}", False, [PORTRAIT, LANDSCAPE]),
        (
            "{id: a, title: 甲, landscape: true, preamble: 文}, {id: b, title: 乙, landscape: true}, {id: c, title: 丙, preamble: 文}",
            False,
            [PORTRAIT, LANDSCAPE, PORTRAIT],
        ),
    ],
)
def test_a_landscape_annex_has_a_section_of_its_own(annexes: str, imprint: bool, sections: list[tuple[str, bool, bool]]) -> None:  # noqa: FBT001
    notice = "  form: direct\n" + ("  imprint: {printed_by: 某县办}\n" if imprint else "")

    assert _sections(_document(to_docx.render(_with(f"{notice}preamble: 文\nannexes: [{annexes}]\n"), LOOK))) == sections


def _with(notice: str) -> Plan:
    tree = read(f"title: 某县工作要点\nnotice:\n{notice}".encode()).tree

    assert tree is not None
    return build(tree)


def test_a_plan_without_a_notice_is_refused() -> None:
    tree = read(b"title: x").tree
    assert tree is not None

    with pytest.raises(RefusedError, match="没有 notice"):
        to_docx.render(build(tree), LOOK)


def _own(folder: Path, old: str, new: str) -> Look:
    """Return a look with a template of the project's own in which a text was replaced."""
    file = folder / to_docx.NAME
    file.parent.mkdir(parents=True)
    parts = unpack((ROOT / "templates" / to_docx.NAME).read_bytes())
    parts["word/document.xml"] = parts["word/document.xml"].decode().replace(old, new).encode()
    file.write_bytes(pack(parts))
    return Look((folder, *LOOK.templates), LOOK.styles)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ recipients }}", "{{ recipient }}", r"段落“\{\{ recipient \}\}”：没有“recipient”这个名称，是不是“recipients”"),
        ("{{ recipients }}", "{{ recipients }", "标记没有写完整"),
        ("{%p endmacro %}", "{%p endmarco %}", "不认识的标记 endmarco，是不是“endmacro”"),
        ("{{ recipients }}", "{{ recipients.width }}", r"段落“\{\{ recipients.width \}\}”不能执行"),
    ],
)
def test_a_slip_in_a_template_is_told_with_its_paragraph(tmp_path: Path, old: str, new: str, told: str) -> None:
    look = _own(tmp_path, old, new)

    with pytest.raises(UserError, match=told):
        to_docx.render(_plan(CASES[0]), look)


def test_the_projects_own_template_wins(tmp_path: Path) -> None:
    look = _own(tmp_path, "{{ recipients }}", "致{{ recipients }}")

    assert "致各乡镇人民政府" in _printed(_document(to_docx.render(_plan(CASES[0]), look)))


def test_a_broken_or_missing_template_is_refused(tmp_path: Path) -> None:
    file = tmp_path / to_docx.NAME
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no zip")

    with pytest.raises(UserError, match="不是完好的 Word 文件"):
        to_docx.render(_plan(CASES[0]), Look((tmp_path, *LOOK.templates), LOOK.styles))
    with pytest.raises(UserError, match="找不到模板"):
        to_docx.find(())
