"""A faulty template is told by paragraph, with what was likely meant, before anything is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.render import to_docx
from generator.render.word.elements import FIELDS, NAMES
from generator.render.word.package import unpack
from generator.render.word.parts import NAMESPACES, paragraph, run
from generator.render.word.preflight import faults
from tests.conftest import ROOT
from tests.dressed import values_of
from tests.page.cases import plans

if TYPE_CHECKING:
    from collections.abc import Iterator


def _told(*paragraphs: str) -> list[str]:
    body = "".join(paragraph("Body", run(text)) for text in paragraphs)
    part = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    return [fault.words for fault in faults({"word/document.xml": part})]


def test_the_built_in_template_has_no_fault() -> None:
    assert faults(unpack((ROOT / "templates" / to_docx.NAME).read_bytes())) == []


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        (["{{ titel }}"], "段落“{{ titel }}”：没有“titel”这个名称，是不是“title”？"),
        (["{{ imprint.copys_to }}"], "段落“{{ imprint.copys_to }}”：没有“copys_to”这个内容，是不是“copies_to”？"),
        (["{{ note | uper }}"], "段落“{{ note | uper }}”：没有“uper”这个过滤器，是不是“upper”？"),
        (["{%p iff note %}"], "段落“{%p iff note %}”：不认识的标记 iff，是不是“if”？"),
        (["{{ note }"], "段落“{{ note }”：标记没有写完整，应是 {{ 名称 }} 或 {% 标记 %}"),
        (["{{ note + }}"], "段落“{{ note + }}”：“note +”写法有误"),
        (["{%p endif %}"], "段落“{%p endif %}”：标记 endif 前面没有对应的 if"),
        (["{%p if note %}", "甲"], "段落“{%p if note %}”：标记 if 没有对应的 endif"),
        (["{%p for x in blocks %}", "{%p elif note %}", "{%p endfor %}"], "段落“{%p elif note %}”：标记 elif 前面没有对应的 if"),
        (["{% keep singed %}甲"], "段落“{% keep singed %}甲”：没有“singed”这个名称，是不是“signed”？"),
    ],
)
def test_a_fault_is_told_with_its_paragraph(paragraphs: list[str], told: str) -> None:
    assert _told(*paragraphs) == [told]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["没有标记的正文"],
        ["{%p for block in blocks %}", "{{ loop.index }}{{ block.text }}", "{%p else %}", "{%p endfor %}"],
        ["{%p macro part(document) %}", "{{ document.title }}", "{%p endmacro %}", "{{p part(plan) }}"],
        ["{% set office = signature | join('、') %}{{ office }}"],
        ["{# 给同事的话 {{ 不是标记 }} #}"],
    ],
)
def test_what_is_right_passes(paragraphs: list[str]) -> None:
    assert _told(*paragraphs) == []


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ('<w:p><w:ins w:id="1" w:author="王"><w:r><w:t>新增</w:t></w:r></w:ins></w:p>', "段落“新增”：有修订，会连同姓名一起发出去"),
        ('<w:p><w:del w:id="1" w:author="王"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>', "段落“旧”：有修订，会连同姓名一起发出去"),
        ('<w:p><w:r><w:t>甲</w:t><w:commentReference w:id="0"/></w:r></w:p>', "段落“甲”：有批注，会连同姓名一起发出去"),
    ],
)
def test_what_carries_a_name_is_told(xml: str, told: str) -> None:
    part = f"<w:document {NAMESPACES}><w:body>{xml}</w:body></w:document>".encode()

    assert [fault.words for fault in faults({"word/document.xml": part})] == [f"{told}，请在 Word 里接受修订、删除批注"]


def _asked(value: Any) -> Iterator[str]:  # noqa: ANN401 - values of every kind
    """Yield the names of all fields in what a template is filled with."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        yield from value
        yield from (name for inner in value.values() for name in _asked(inner))
    elif isinstance(value, (list, tuple)):
        yield from (name for inner in value for name in _asked(inner))


def test_every_name_and_field_that_there_is_may_be_used() -> None:
    filled = [values_of(plan) for plan in plans().values()]
    names = {name for values in filled for name in values}
    below = {name for values in filled for key, value in values.items() if key != "bookmarks" for name in _asked(value)}

    assert names <= NAMES
    assert below <= FIELDS
