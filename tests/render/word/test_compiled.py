"""The compiled template gives, part by part, the XML that DocxTemplate.render gives."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import docx
import jinja2
import pytest
from docxtpl import DocxTemplate
from lxml import etree

from generator import workflow
from generator.render.to_docx import NAME
from generator.render.word.compiled import compiled, environment, mended
from generator.render.word.package import unpack
from generator.render.word.preflight import faults
from generator.render.word.tags import TaggedTemplate
from tests.conftest import ROOT
from tests.dressed import values_of

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = (ROOT / "templates" / NAME).read_bytes()
CASES = [ROOT / "plans/yunyang/2025.yaml", *sorted((ROOT / "tests/cases/notice").glob("*.yaml"))]
SOFFICE = shutil.which("soffice")


def _values(path: Path) -> dict[str, Any]:
    plan = workflow.load(path).plan

    assert plan is not None
    return values_of(plan)


def _canonical(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name: etree.tostring(etree.fromstring(part), method="c14n") for name, part in parts.items() if name.endswith((".xml", ".rels"))}


def _plainly(template: DocxTemplate, values: dict[str, Any]) -> dict[str, bytes]:
    saved = io.BytesIO()
    template.render(values, environment())
    template.save(saved)
    return _canonical(unpack(saved.getvalue()))


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the template as LibreOffice saves it."""
    assert SOFFICE, "LibreOffice is not installed: make tools"
    folder = tmp_path_factory.mktemp("resaved")
    (folder / "notice.docx").write_bytes(TEMPLATE)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(folder / "notice.docx")]
    subprocess.run([SOFFICE, "--headless", profile, *target], check=True, capture_output=True, timeout=60)
    return (folder / "out/notice.docx").read_bytes()


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_part_is_what_docxtpl_renders(path: Path) -> None:
    values = _values(path)

    expected = _plainly(TaggedTemplate(io.BytesIO(TEMPLATE)), values)

    assert expected == _canonical(compiled(TEMPLATE).render(values))


def test_a_re_saved_template_gives_what_docxtpl_renders(resaved: bytes) -> None:
    values = _values(CASES[0])

    expected = _plainly(TaggedTemplate(io.BytesIO(mended(resaved))), values)

    assert expected == _canonical(compiled(resaved).render(values))


def test_a_re_saved_template_prints_the_same_text_and_joins_the_same_cells(resaved: bytes) -> None:
    values = _values(CASES[0])

    ours, theirs = (etree.fromstring(compiled(data).render(values)["word/document.xml"]) for data in (TEMPLATE, resaved))

    assert _text(ours) == _text(theirs)
    for name in ("vMerge", "tblHeader", "bookmarkStart", "sectPr"):
        assert _count(ours, name) == _count(theirs, name) > 0


def test_a_re_saved_template_keeps_its_properties_and_has_no_fault(resaved: bytes) -> None:
    core = compiled(resaved).render(_values(CASES[0]))["docProps/core.xml"].decode()

    assert "云阳县人民政府关于印发" in core
    assert faults(unpack(resaved)) == []


def _text(document: etree._Element) -> str:
    return "".join(document.xpath("//*[local-name()='t'][not(ancestor::*[local-name()='Fallback'])]/text()"))


def _count(document: etree._Element, name: str) -> int:
    return len(document.xpath(f"//*[local-name()='{name}']"))


def _officers_own() -> bytes:
    """Return a template made in Word by hand: header, footer, properties, a loop over rows and one over cells."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ text }}"
    document.sections[0].footer.paragraphs[0].text = "{% if text %}{{ text }}{% endif %}"
    document.core_properties.title = "{{ plain }}"
    document.add_paragraph("{{ text }}后文")
    document.add_paragraph("{%p for line in lines %}")
    document.add_paragraph("{{ line }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("{%tc for line in lines %}", "{{ line }}", "{%tc endfor %}"), strict=True):
        cell.text = text
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    "text", ["平常", "A&B <x> \"y\" 'z'", "一行\n又一行", "左\t右", "段\a段", "页\f页", "喆堃𠮷", "{{ 不是标记 }}", ""]
)
def test_a_template_without_our_tags_gives_what_plain_docxtpl_renders(text: str) -> None:
    values = {"text": text, "plain": "标题", "lines": [text, "二", "三", "四"]}
    template = _officers_own()

    expected = _plainly(DocxTemplate(io.BytesIO(template)), values)

    assert expected == _canonical(compiled(template).render(values))


def test_a_template_is_compiled_once() -> None:
    assert compiled(TEMPLATE) is compiled(bytes(TEMPLATE))


@pytest.mark.parametrize("expression", ["data.__class__", "text.__class__", "data.missing", "lines.append(1)"])
def test_a_template_reaches_plain_data_only(expression: str) -> None:
    values = {"data": {"a": 1}, "text": "文", "lines": [1]}

    with pytest.raises((jinja2.UndefinedError, jinja2.exceptions.SecurityError)):
        environment().from_string(f"{{{{ {expression} }}}}").render(values)
