"""What a style file may say: each kind of fault is told with its key."""

from __future__ import annotations

import copy
import functools
from typing import Any

import pytest
import yaml

from generator.render.figures import faults, gaps
from tests.conftest import ROOT

KNOWN: dict[str, Any] = yaml.safe_load((ROOT / "styles/gbt9704.yaml").read_text(encoding="utf-8"))


def _faults(text: str) -> list[str]:
    return [*faults(yaml.safe_load(text), KNOWN)]


def test_the_built_in_style_is_whole_and_without_fault() -> None:
    assert [*faults(KNOWN, KNOWN), *gaps(KNOWN, KNOWN)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("txet: {}", "txet 不认识，是不是“text”？"),
        ("text: {body: {sise: 16}}", "text.body.sise 不认识，是不是“size”？"),
        ("page: {margins: {上: 37}}", "page.margins.上 不认识，这里可以写 top、left、bottom、right、clause"),
        ("text: 16", "text 应当是“键: 内容”"),
        ("text: {body: {size: 16pt}}", "text.body.size 应当是数字，不带单位"),
        ("text: {body: {size: true}}", "text.body.size 应当是数字，不带单位"),
        ("text: {body: {size: }}", "text.body.size 应当是数字，不带单位"),
        ("text: {body: {size: .inf}}", "text.body.size 应当是数字，不带单位"),
        ("text: {body: {size: 0}}", "text.body.size 应当大于 0"),
        ("text: {body: {indent: -1}}", "text.body.indent 不能小于 0"),
        ("text: {body: {clause: 5.2}}", "text.body.clause 应当是文字，数字请加引号"),
        ("head: {mark: {colour: red}}", "head.mark.colour 应当是六位颜色码，如 FF0000"),
        ("text: {levels: {}}", "text.levels 应当是列表"),
        ("text: {levels: []}", "text.levels 应当是列表"),
        ("text: {levels: [黑体]}", "text.levels 第 1 项 应当是“键: 内容”"),
        ("page: {grid: {lines: 22.5}}", "page.grid.lines 应当是整数"),
    ],
)
def test_a_fault_is_told_with_its_key(text: str, said: str) -> None:
    assert _faults(text) == [said]


@pytest.mark.parametrize("text", ["page: {grid: {tracking: -0.3}}", "text: {body: {indent: 0}}", "text: {body: {size: 15.5}}", "{}"])
def test_what_a_page_may_look_like_is_no_fault(text: str) -> None:
    assert _faults(text) == []


def test_all_faults_are_told_at_once() -> None:
    assert len(_faults("text: {body: {size: 0, indent: -1}}\nfoo: 1")) == 3


def test_a_figure_that_is_missing_is_told() -> None:
    page = {**KNOWN["page"], "grid": {"lines": 22}}

    assert [*gaps({**KNOWN, "page": page}, KNOWN)] == [f"缺少 page.grid.{key}" for key in ("characters", "line", "tracking")]


def test_margins_and_text_area_have_to_be_the_paper_together() -> None:
    page = {**KNOWN["page"], "margins": {**KNOWN["page"]["margins"], "left": 30}}

    assert [*gaps({**KNOWN, "page": page}, KNOWN)] == ["page.margins 的 left、right 加 page.text_area 的 width 是 212，应当等于纸的 210"]


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("page.grid.lines", 20, "page.grid.lines 写的是 20，按版心和字号、行距应当是 22"),
        ("page.grid.characters", 30, "page.grid.characters 写的是 30，按版心和字号、行距应当是 28"),
        ("head.red_line.width", 150, "head.red_line.width 应当与版心等宽，即 156"),
        ("page_number.below_text_area", 40, "page_number.below_text_area 不能大于 30，否则页码落到纸外"),
    ],
)
def test_a_figure_that_follows_from_others_has_to_say_the_same(path: str, value: float, said: str) -> None:
    style = copy.deepcopy(KNOWN)
    *steps, last = path.split(".")
    functools.reduce(dict.__getitem__, steps, style)[last] = value

    assert [*gaps(style, KNOWN)] == [said]


def test_where_a_figure_comes_from_need_not_be_said() -> None:
    assert _faults("text: {levels: [{face: hei, size: 16}]}") == []
