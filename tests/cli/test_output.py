"""Words on a terminal: broken to its width, names of faces whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli import output

if TYPE_CHECKING:
    import pytest

NOTE = "  提示：未安装 仿宋_GB2312、楷体_GB2312、黑体、方正小标宋简体；PDF 由 Noto Serif CJK SC、Noto Sans CJK SC 代替。请安装后重新生成。"


def test_a_note_of_faces_fits_a_narrow_terminal_and_breaks_no_name_of_gb2312(monkeypatch: pytest.MonkeyPatch) -> None:
    for width in range(40, 61):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = output.wrapped(NOTE, "        ").splitlines()

        assert max(map(output.columns, lines)) <= width
        assert not any(line.lstrip()[0] in "、；。" for line in lines)
        assert sum(line.count("仿宋_GB2312") + line.count("楷体_GB2312") for line in lines) == 2


def test_a_mark_takes_what_it_closes_along_to_the_next_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")

    assert output.wrapped("一二三四五六七八九“甲”。十") == "一二三四五六七八九\n“甲”。十"
    assert output.wrapped("一二三四五六七八九十，一") == "一二三四五六七八九\n十，一"
    assert output.wrapped(f"一（{'a' * 30}）二") == f"一\n（{'a' * 30}）\n二"
