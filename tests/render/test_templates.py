"""Templates: the nearest wins, nothing unknown passes, and every fault is said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import UserError
from generator.render.templates import fill

if TYPE_CHECKING:
    from pathlib import Path


def _folder(parent: Path, text: str | bytes, name: str = "a.txt") -> tuple[Path, ...]:
    parent.mkdir(exist_ok=True)
    (parent / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return (parent,)


def test_the_first_folder_that_has_a_template_wins(tmp_path: Path) -> None:
    own, built_in = _folder(tmp_path / "own", "own {{ x }}"), _folder(tmp_path / "builtin", "built in", "b.txt")

    assert fill((*own, *built_in), "a.txt", {"x": 1}) == "own 1"
    assert fill((*own, *built_in), "b.txt", {"x": 1}) == "built in"


def test_line_ends_of_a_template_stay(tmp_path: Path) -> None:
    assert fill(_folder(tmp_path, "甲\n\n"), "a.txt", {}) == "甲\n\n"


@pytest.mark.parametrize(("name", "printed"), [("a.txt", "<b> &"), ("a.html", "&lt;b&gt; &amp;"), ("a.xml", "&lt;b&gt; &amp;")])
def test_only_marked_up_documents_are_escaped(name: str, printed: str, tmp_path: Path) -> None:
    assert fill(_folder(tmp_path, "{{ x }}", name), name, {"x": "<b> &"}) == printed


def test_a_template_may_include_another(tmp_path: Path) -> None:
    _folder(tmp_path, "乙", "b.txt")

    assert fill(_folder(tmp_path, "甲{% include 'b.txt' %}"), "a.txt", {}) == "甲乙"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("甲\n{% if %}", "第 2 行"),
        ("{{ nobody }}", "nobody"),
        ("{{ x.nobody }}", "nobody"),
        ("{{ x.__class__ }}", "a.txt"),
        ("{{ x | nobody }}", "nobody"),
        ("{% include 'none.txt' %}", "none.txt"),
        ("{{ x + 1 }}", "a.txt"),
        ("{{ 1 / 0 }}", "a.txt"),
        ("标题：".encode("gbk"), "a.txt"),
    ],
)
def test_a_faulty_template_is_said_so_by_name(template: str | bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=said) as raised:
        fill(_folder(tmp_path, template), "a.txt", {"x": "甲"})

    assert raised.value.tip


def test_a_missing_template_is_said_with_the_folder_it_belongs_to(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"找不到模板 a\.txt") as raised:
        fill((tmp_path,), "a.txt", {})

    assert str(tmp_path) in raised.value.tip


def test_a_template_cannot_change_what_it_is_given(tmp_path: Path) -> None:
    given = ["甲"]
    with pytest.raises(UserError):
        fill(_folder(tmp_path, "{{ x.append(1) }}"), "a.txt", {"x": given})

    assert given == ["甲"]
