"""Looks: laid over one another, and every figure with the clause it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from generator.errors import UserError
from generator.render.style import DEFAULT, load
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUILT_IN = ROOT / "styles"


def _figures(value: object, path: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every innermost mapping of a style with its path."""
    if isinstance(value, dict):
        if not any(isinstance(inner, dict | list) for inner in value.values()):
            yield path, value
        for key, inner in value.items():
            yield from _figures(inner, f"{path}.{key}")
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _figures(inner, f"{path}[{index}]")


def test_every_figure_names_its_clause_or_that_the_standard_is_silent() -> None:
    figures = dict(_figures(load((BUILT_IN,), DEFAULT)))

    assert len(figures) > 30
    assert [path for path, figure in figures.items() if not figure.get("clause")] == []


def test_the_text_area_is_what_the_margins_leave() -> None:
    page = load((BUILT_IN,), DEFAULT)["page"]
    margins = page["margins"]

    assert page["paper"]["width"] - margins["left"] - margins["right"] == page["text_area"]["width"]
    assert page["paper"]["height"] - margins["top"] - margins["bottom"] == page["text_area"]["height"]
    assert round(page["text_area"]["height"] / 25.4 * 72 / page["grid"]["line"]) == page["grid"]["lines"]


def test_every_face_that_a_text_names_is_there() -> None:
    style = load((BUILT_IN,), DEFAULT)

    assert {str(figure["face"]) for _, figure in _figures(style) if "face" in figure} <= style["faces"].keys()


def test_a_look_changes_what_it_says_of_another_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / "windows.yaml").write_text("extends: gbt9704\nfaces: {kai: {name: 楷体}}\n", encoding="utf-8")
    windows, usual = load((tmp_path, BUILT_IN), "windows"), load((BUILT_IN,), DEFAULT)

    assert windows["faces"]["kai"]["name"] == "楷体"
    assert windows["faces"]["hei"] == usual["faces"]["hei"]
    assert windows["page"] == usual["page"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("extends: own", "绕回"), ("extends: none", "找不到"), ("- 甲", "最外层"), ("a: [", "写法有误"), ("a: [b", "写法有误")],
)
def test_a_faulty_look_is_refused_with_what_to_do(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said) as refusal:
        load((tmp_path,), "own")

    assert refusal.value.tip


def test_the_style_file_is_plain_yaml_for_any_reader() -> None:
    assert yaml.safe_load((BUILT_IN / f"{DEFAULT}.yaml").read_text(encoding="utf-8"))["name"] == DEFAULT
