"""The template: fresh, a Word file with visible tags, and never written over an officer's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.cli import template as cli
from generator.errors import UserError
from generator.render import to_docx
from generator.render.style import load
from generator.render.word.inspect import uses
from generator.render.word.package import unpack
from generator.render.word.template import template
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMMITTED = ROOT / "templates" / to_docx.NAME
STYLE = load((ROOT / "styles",), "gbt9704")


def _run(*arguments: str | Path) -> int:
    return int(cli.command.main([str(argument) for argument in arguments], prog_name="hongtou template", standalone_mode=False) or 0)


def test_the_committed_template_is_what_the_style_gives() -> None:
    assert unpack(COMMITTED.read_bytes()) == unpack(template(STYLE))


def test_an_officer_sees_every_tag() -> None:
    text = unpack(template(STYLE))["word/document.xml"].decode()
    seen = "".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", text))

    assert re.sub(r"<[^>]*>", "", re.sub(r"<wp:align>\w+", "", text)).strip() == seen
    assert seen.count("{%p") > 50


def test_the_template_prints_every_element() -> None:
    found = uses(to_docx.read(COMMITTED))

    assert found.unused == ()
    assert {"mark", "imprint", "annexes"} <= set(found.used)


def test_a_new_template_is_written_and_may_be_written_again(tmp_path: Path) -> None:
    file = tmp_path / "templates/notice/notice.docx"

    assert [_run("build", file), _run("build", file)] == [0, 0]
    assert file.read_bytes() == template(STYLE)


def test_a_restyled_template_is_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "notice.docx"
    file.write_bytes(b"restyled")

    with pytest.raises(UserError, match="没有替换"):
        _run("build", file)

    assert file.read_bytes() == b"restyled"


def test_inspect_tells_what_a_template_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notice.docx"
    file.write_bytes(COMMITTED.read_bytes())
    assert _run("inspect", file) == 0
    assert "没有用到：（无）" in capsys.readouterr().out
