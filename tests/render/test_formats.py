"""The table of documents: what may be asked for, and that every row of it works."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.errors import RefusedError, UsageError
from generator.plan.model import Notice, Plan
from generator.render.formats import DEFAULT, FORMATS, chosen
from generator.render.style import look_of
from generator.render.word.package import unpack
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LOOK = look_of(ROOT / "plan.yaml")
PLAN = Plan(year=2025, title=("甲",), notice=Notice(mark=("某县人民政府文件",), title=("关于甲的通知",), body=("文",), date="2025-03-13"))


@pytest.mark.parametrize("names", ["notice.txt", "txt", " txt ", "txt,notice.txt", "txt,,txt,"])
def test_a_format_is_chosen_by_either_name_and_once(names: str) -> None:
    assert [format_.name for format_ in chosen(names)] == ["notice.txt"]


@pytest.mark.parametrize(("names", "said"), [("txt,doc", "doc"), ("TXT", "TXT"), ("txt doc", "txt doc"), ("a,b", "a、b")])
def test_what_is_not_known_is_said_with_what_there_is(names: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        chosen(names)

    assert "notice.txt、txt" in raised.value.tip


@pytest.mark.parametrize("names", ["", " ", ","])
def test_no_format_at_all_is_a_wrong_usage(names: str) -> None:
    with pytest.raises(UsageError):
        chosen(names)


def test_names_are_unique_and_the_default_is_one_of_them() -> None:
    names = [name for format_ in FORMATS for name in (format_.name, format_.short)]

    assert len(names) == len(set(names)) >= 2
    assert chosen(DEFAULT)


def test_the_text_ends_in_one_line_break_and_has_no_trailing_blanks() -> None:
    plan = Plan(year=2025, title=("甲",), notice=Notice(body=("一　 ", "二")), preamble=("三",))
    text = chosen("txt")[0].render(plan, LOOK).data.decode()

    assert text == "一　\n二\n\n甲\n\n三\n"


def test_a_plan_without_a_notice_is_refused() -> None:
    with pytest.raises(RefusedError, match="notice"):
        chosen("txt")[0].render(Plan(year=2025), LOOK)


def test_nothing_in_a_text_is_taken_for_a_template_or_escaped() -> None:
    plan = Plan(year=2025, title=("甲",), notice=Notice(body=("{{ 7 * 7 }} <b> & {% if %}",)))

    assert chosen("txt")[0].render(plan, LOOK).data.decode().startswith("{{ 7 * 7 }} <b> & {% if %}\n")


def test_a_document_with_a_head_of_its_own_is_refused_on_pages_and_built_as_text() -> None:
    plan = Plan(year=2025, title=("甲",), notice=Notice(mark=("某县人民政府",), number="某府函〔2025〕1号", body=("文",)))
    for name in ("docx", "pdf"):
        with pytest.raises(RefusedError, match="信函格式"):
            chosen(name)[0].render(plan, LOOK)

    assert "某府函〔2025〕1号" in chosen("txt")[0].render(plan, LOOK).data.decode()


def test_word_and_pdf_name_the_characters_that_their_faces_lack() -> None:
    plan = Plan(year=2025, title=("甲",), notice=Notice(body=("李喆",)))
    told = [next(note for note in chosen(name)[0].render(plan, LOOK).notes if "GB2312 字符集" in note) for name in ("docx", "pdf")]

    assert told[0] == told[1]
    assert told[0].startswith("“喆”不在 GB2312 字符集内，仿宋_GB2312 没有这些字")


@pytest.mark.parametrize(
    ("notice", "said"), [(Notice(body=("文",)), "没有成文日期"), (Notice(date="2025-03-13", body=("\U0010fffd",)), "空框")]
)
def test_what_pdf_a_does_not_allow_is_refused_with_what_to_do(notice: Notice, said: str) -> None:
    with pytest.raises(RefusedError, match=said) as refusal:
        chosen("pdf")[0].render(Plan(year=2025, title=("甲",), notice=notice), replace(LOOK, pdf_a=True))

    assert "PDF/A" in refusal.value.message
    assert refusal.value.tip


def _faces_of(data: bytes) -> set[str]:
    """Return every face that a Word file names."""
    parts = unpack(data)
    return {
        name for part in parts.values() for name in re.findall(r'w:(?:eastAsia|name)(?: w:val)?="([^"]*)"', part.decode("utf-8", "ignore"))
    }


def test_the_word_file_follows_the_look() -> None:
    named = _faces_of(chosen("docx")[0].render(PLAN, replace(LOOK, name="windows")).data)

    assert {"仿宋", "楷体"} <= named
    assert not {"仿宋_GB2312", "楷体_GB2312"} & named


def test_the_word_file_has_the_margins_and_lines_of_the_look() -> None:
    document = unpack(chosen("docx")[0].render(PLAN, replace(LOOK, name="gbt33476")).data)["word/document.xml"].decode()

    assert re.findall(r'w:top="(\d+)"|w:linePitch="(\d+)"', document)[-2:] == [("1960", ""), ("", "589")]


def test_a_template_that_an_office_restyled_keeps_its_style_under_every_look(tmp_path: Path) -> None:
    own = tmp_path / "notice/notice.docx"
    own.parent.mkdir()
    own.write_bytes((ROOT / "templates/notice/notice.docx").read_bytes())
    look = replace(LOOK, templates=(tmp_path, *LOOK.templates), name="windows")

    assert "仿宋_GB2312" in _faces_of(chosen("docx")[0].render(PLAN, look).data)


def test_a_pdf_for_the_archive_says_so_and_is_the_same_every_time() -> None:
    archived, again, usual = (chosen("pdf")[0].render(PLAN, replace(LOOK, pdf_a=asked)).data for asked in (True, True, False))

    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in archived
    assert archived == again
    assert b"pdfaid:part>" not in usual
