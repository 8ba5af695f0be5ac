"""Both engines print the same: as many pages, the same text in the same order, lines broken alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.render import to_docx
from tests.dressed import LOOK
from tests.page.cases import plans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.page.conftest import Printed
    from tests.page.sheets import Line, Sheet

_ALIKE = 0.95  # of the lines outside tables
_ALIKE_IN_TABLES = 0.9  # digits of the stand-in faces, and the air about them, are not as wide in both
_TABLE_SIZE = 12


def _lines(pages: list[Sheet], *, table: bool) -> Counter[str]:
    return Counter(line.text for page in pages for line in page.lines if _in_table(line) == table)


def _in_table(line: Line) -> bool:
    return abs(line.size - _TABLE_SIZE) < 1


def _share(first: Counter[str], second: Counter[str]) -> float:
    return (first & second).total() / max(first.total(), second.total(), 1)


def _running(pages: list[Sheet]) -> Iterator[str]:
    """Yield the lines outside tables in reading order, without page numbers, which stand where their engine writes them."""
    for page in pages:
        yield from (line.text for line in page.lines if not _in_table(line) and not line.text.startswith("—"))


def _in_cells(pages: list[Sheet]) -> Counter[str]:
    """Return how often each character stands in tables, without head rows, which a page more or less repeats."""
    return Counter("".join(line.text for page in pages for line in page.lines if _in_table(line) and not _is_head(line)))


def _is_head(line: Line) -> bool:
    return not any("Serif" in face or "Fang" in face for face in line.faces)


@pytest.mark.parametrize("case", plans())
def test_both_have_as_many_pages_or_the_officer_is_told_to_look(printed: Printed, case: str) -> None:
    told = to_docx.notes(to_docx.laid_out(plans()[case], LOOK), LOOK)
    difference = abs(len(printed["typst"][case]) - len(printed["word"][case]))

    assert difference <= (1 if told else 0)


@pytest.mark.parametrize("case", plans())
def test_both_print_the_same_characters_the_running_text_in_the_same_order(printed: Printed, case: str) -> None:
    typst, word = printed["typst"][case], printed["word"][case]

    assert "".join(_running(typst)) == "".join(_running(word))
    assert _in_cells(typst) == _in_cells(word)


@pytest.mark.parametrize("case", plans())
def test_both_break_lines_alike(printed: Printed, case: str) -> None:
    typst, word = printed["typst"][case], printed["word"][case]

    assert _share(_lines(typst, table=False), _lines(word, table=False)) >= _ALIKE
    in_tables = _lines(typst, table=True), _lines(word, table=True)
    assert not any(in_tables) or _share(*in_tables) >= _ALIKE_IN_TABLES
