"""What git shows in place of a file: never a failure, and what it cannot convert as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.textconv import shown
from tests.conftest import ROOT

if TYPE_CHECKING:
    from generator.plan.model import Plan

PLAN = "format: 1\nyear: 2025\ntitle: 某县2025年工作要点\n"


def _printed(plan: Plan) -> bytes:
    return f"印出：{plan.full_title}\n".encode()


def _shown(text: str) -> str:
    return shown(text.encode(), _printed).decode()


def test_a_plan_is_shown_as_it_prints() -> None:
    assert _shown(PLAN).splitlines()[0] == "印出：某县2025年工作要点"


@pytest.mark.parametrize(
    "text", [f"\ufeff{PLAN}", PLAN.replace("\n", "\r\n"), f"# 说明\n{PLAN}region: region.yaml\n", f"'title': x\n{PLAN[:20]}"]
)
def test_a_plan_is_known_however_it_is_written(text: str) -> None:
    assert _shown(text).startswith("印出：")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1\n",
        "title: x\nservices:\n  web: {}\n",
        (ROOT / "plans/yunyang/region.yaml").read_text(encoding="utf-8"),
        f"{PLAN}sections: [\n",
        f"{PLAN}<<<<<<< HEAD\nclosing: 甲\n=======\nclosing: 乙\n>>>>>>> b\n",
        f"{PLAN}title: 再来\n",
        f"{PLAN}closing: &a 甲\n",
        "- title: x\n",
        f"{PLAN}---\n{PLAN}",
        "title: " + "[" * 5000,
    ],
)
def test_anything_else_is_shown_as_it_is(text: str) -> None:
    assert _shown(text) == text


def test_a_text_in_another_encoding_is_shown_as_it_is() -> None:
    data = PLAN.encode("gb18030")

    assert shown(data, _printed) == data


def test_a_huge_file_is_shown_as_it_is() -> None:
    data = PLAN.encode() + b"# " + b"x" * 5_000_001

    assert shown(data, _printed) == data


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0broken", b"title: \0", b"\xd0\xcf\x11\xe0\0"])
def test_a_file_that_is_no_text_is_one_line_that_differs_with_it(data: bytes) -> None:
    one, other = (shown(content, _printed).decode() for content in (data, data + b"x"))

    assert one.startswith(f"（不是文字：{len(data)} 字节，摘要 ")
    assert one.count("\n") == 1
    assert one != other


def test_a_plan_whose_printing_fails_is_shown_as_it_is() -> None:
    def fails(_: Plan) -> bytes:
        raise RecursionError

    assert shown(PLAN.encode(), fails) == PLAN.encode()


@given(st.binary(max_size=200) | st.binary(max_size=60).map(PLAN.encode().__add__) | st.binary(max_size=60).map(b"PK\x03\x04".__add__))
def test_no_bytes_at_all_make_it_fail(data: bytes) -> None:
    assert isinstance(shown(data, _printed), bytes)
