"""The record of what was adopted: read as it was written, whatever else stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.opinions import record
from generator.opinions.record import Entry

if TYPE_CHECKING:
    from pathlib import Path

_ENTRY = Entry("3fa9c1", ("7b20de",), "县应急局", "第一部分任务（一）的正文", "将“4次”改为“6次：每季度”")


def test_it_stands_beside_the_plan(tmp_path: Path) -> None:
    assert record.path_of(tmp_path / "2025.yaml") == tmp_path / "opinions-2025.yaml"


def test_what_was_adopted_is_read_back(tmp_path: Path) -> None:
    record.add(tmp_path / "2025.yaml", [_ENTRY])
    record.add(tmp_path / "2025.yaml", [Entry("123456", ("654321", "aaaaaa"))])

    assert record.read(tmp_path / "2025.yaml") == (_ENTRY, Entry("123456", ("654321", "aaaaaa")))


def test_what_is_taken_back_is_no_longer_adopted(tmp_path: Path) -> None:
    record.add(tmp_path / "2025.yaml", [_ENTRY])
    record.add(tmp_path / "2025.yaml", [Entry("7b20de", ("3fa9c1",))])

    assert [entry.id for entry in record.read(tmp_path / "2025.yaml")] == ["7b20de"]


@pytest.mark.parametrize("text", ["", "adopted:", "adopted: [1, {id: a}]", "[", "adopted: {a: b}"])
def test_a_record_that_somebody_spoilt_stops_nothing(tmp_path: Path, text: str) -> None:
    record.path_of(tmp_path / "2025.yaml").write_text(text, encoding="utf-8")

    assert {entry.undo for entry in record.read(tmp_path / "2025.yaml")} <= {()}
