"""Our tags: each moves what it says from the text into its schema place."""

from __future__ import annotations

import io

import pytest

from generator.render.word.tags import TaggedTemplate

TEMPLATE = TaggedTemplate(io.BytesIO())


def _paragraph(properties: str, text: str) -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    ("properties", "tag", "moved"),
    [
        ("<w:keepNext/>", "{% keep last %}", "{% if last %}<w:keepNext/>{% endif %}"),
        ('<w:keepNext w:val="true"/>', "{% keep last %}", "{% if last %}<w:keepNext/>{% endif %}"),
        ("<w:widowControl/>", "{% pair long %}", "{% if long %}<w:widowControl/>{% endif %}"),
        ('<w:ind w:left="0" w:right="9"/>', "{% right x.y %}", '<w:ind w:left="0" w:right="{{ x.y }}"/>'),
        ('<w:spacing w:before="9"/>', "{% before x %}", '<w:spacing w:before="{{ x }}"/>'),
    ],
)
def test_a_tag_of_a_paragraph_moves_into_its_properties(properties: str, tag: str, moved: str) -> None:
    expected = _paragraph(moved, "文")

    actual = TEMPLATE.patch_xml(_paragraph(properties, f"{tag}文"))

    assert expected == actual


def test_a_tag_split_over_runs_is_still_found() -> None:
    split = "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>{% ke</w:t></w:r><w:r><w:t>ep last %}文</w:t></w:r></w:p>"

    assert "{% if last %}<w:keepNext/>{% endif %}" in TEMPLATE.patch_xml(split)


def test_a_cell_takes_width_span_and_merge_before_its_alignment() -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{_paragraph("", "{% cell c %}文")}</w:tc>'

    patched = TEMPLATE.patch_xml(cell)

    assert '<w:tcW w:w="{{ c.width }}" w:type="dxa"/>{% if c.span > 1 %}<w:gridSpan w:val="{{ c.span }}"/>{% endif %}' in patched
    assert patched.index("<w:vMerge") < patched.index("<w:vAlign")


def test_a_table_takes_its_columns() -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{_paragraph('', '{% columns c %}文')}</w:tc></w:tr></w:tbl>"

    assert '<w:tblGrid>{% for width in c %}<w:gridCol w:w="{{ width }}"/>{% endfor %}</w:tblGrid>' in TEMPLATE.patch_xml(table)


def test_a_tag_without_its_element_is_dropped_and_its_empty_run_with_it() -> None:
    assert TEMPLATE.patch_xml(_paragraph("", "{% height x %}")) == "<w:p><w:pPr></w:pPr></w:p>"
