"""Looks: laid over one another, and every figure with the clause it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from generator.errors import UsageError, UserError
from generator.render.style import DEFAULT, Look, load, look_of
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


STYLES = sorted(path.stem for path in BUILT_IN.glob("*.yaml"))


def _project(folder: Path, **styles: str) -> tuple[Path, ...]:
    """Write styles of a project's own and return where they are looked for."""
    for name, text in styles.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder, BUILT_IN


def test_there_are_the_looks_that_offices_ask_for() -> None:
    assert {DEFAULT, "windows", "gbt33476"} <= {*STYLES}


@pytest.mark.parametrize("name", STYLES)
def test_every_figure_names_its_clause_or_that_the_standard_is_silent(name: str) -> None:
    figures = dict(_figures(load((BUILT_IN,), name)))

    assert len(figures) > 30
    assert [path for path, figure in figures.items() if not figure.get("clause")] == []


@pytest.mark.parametrize("name", STYLES)
def test_the_text_area_is_what_the_margins_leave(name: str) -> None:
    page = load((BUILT_IN,), name)["page"]
    margins = page["margins"]

    assert page["paper"]["width"] - margins["left"] - margins["right"] == pytest.approx(page["text_area"]["width"])
    assert page["paper"]["height"] - margins["top"] - margins["bottom"] == pytest.approx(page["text_area"]["height"])
    assert int(page["text_area"]["height"] / 25.4 * 72 / page["grid"]["line"]) == page["grid"]["lines"]


@pytest.mark.parametrize("name", STYLES)
def test_mark_page_number_and_lines_keep_their_places_on_the_paper(name: str) -> None:
    style = load((BUILT_IN,), name)
    page = style["page"]

    assert page["margins"]["top"] + style["head"]["mark"]["below_text_area_top"] == pytest.approx(72)
    assert page["margins"]["bottom"] - style["page_number"]["below_text_area"] == pytest.approx(28)


def test_a_look_changes_what_it_says_of_another_and_keeps_the_rest(tmp_path: Path) -> None:
    own, usual = load(_project(tmp_path, own="extends: gbt9704\nfaces: {kai: {name: 华文楷体}}\n"), "own"), load((BUILT_IN,), DEFAULT)

    assert own["faces"]["kai"] == {"name": "华文楷体", "clause": "7.3.3"}
    assert own["faces"]["hei"] == usual["faces"]["hei"]
    assert own["page"] == usual["page"]


def test_the_windows_look_names_faces_that_know_more_than_gb2312() -> None:
    names = {key: face["name"] for key, face in load((BUILT_IN,), "windows")["faces"].items()}

    assert (names["fangsong"], names["kai"]) == ("仿宋", "楷体")


def test_a_project_chooses_a_look_for_good_by_extending_it_under_the_usual_name(tmp_path: Path) -> None:
    folders = _project(tmp_path, gbt9704="extends: windows\n")

    assert load(folders, DEFAULT) == load((BUILT_IN,), "windows")
    assert Look((), folders).style["faces"]["kai"]["name"] == "楷体"


def test_a_project_changes_the_usual_look_by_extending_its_own_name(tmp_path: Path) -> None:
    folders = _project(tmp_path, gbt9704="extends: gbt9704\ntext: {title: {line: 34}}\n")

    assert load(folders, DEFAULT)["text"]["title"]["line"] == 34


def test_looks_that_extend_each_other_in_a_circle_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"b\.yaml 的 extends 绕回") as refusal:
        load(_project(tmp_path, a="extends: b", b="extends: a"), "a")

    assert refusal.value.tip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extends: own", "绕回"),
        ("extends: windws", "找不到样式“windws”"),
        ("- 甲", "最外层"),
        ("a: [", "写法有误"),
        ("a: [b", "写法有误"),
        ("name: own", "缺少 faces"),
        ("extends: gbt9704\nfonts: {}", r"own.yaml：fonts 不认识"),
        ("extends: gbt9704\npage: {margins: {top: 30}}", "应当等于纸的 297"),
        ("extends: gbt9704\ntext: {body: {face: lishu}}", r"text\.body\.face 只能写 fangsong、kai、hei"),
    ],
)
def test_a_faulty_look_is_refused_with_what_to_do(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=said) as refusal:
        load(_project(tmp_path, own=text), "own")

    assert refusal.value.tip


def test_a_look_that_there_is_not_is_a_wrong_usage_and_the_nearest_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有样式“windws”") as refusal:
        look_of(tmp_path / "plan.yaml", "windws")

    assert refusal.value.tip.startswith("是不是“windows”？可以写：gbt33476、gbt9704、windows")


def test_the_style_file_is_plain_yaml_for_any_reader() -> None:
    assert yaml.safe_load((BUILT_IN / f"{DEFAULT}.yaml").read_text(encoding="utf-8"))["name"] == DEFAULT
