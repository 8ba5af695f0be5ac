"""Which numbers are those of headings, and how deep each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.body.nesting import accepted
from generator.importers.marks import head_of
from generator.plan.numbering import Mark, spaced

Tree: TypeAlias = "list[Tree]"

USUAL = ("第一编", "第一章", "第一节", "一、", "第一条", "（一）", "1.", "（1）", "①")
FREE = ("1)", "⑴", "⒈", "一)")


def _depths(*numbers: str, automatic: bool = False) -> list[int | None]:
    heads = [head_of(f"{number}　标题") for number in numbers]
    return [found.depth if found else None for found in accepted(heads, [automatic] * len(heads))]


def _sure(*numbers: str) -> list[float | None]:
    heads = [head_of(f"{number}　标题") for number in numbers]
    return [found.confidence if found else None for found in accepted(heads, [False] * len(heads))]


@dataclass(frozen=True)
class Numbered:
    """A tree of parts as its numbers in reading order, each with its depth."""

    styles: tuple[str, ...]
    running: tuple[bool, ...]
    tree: Tree

    def numbers(self) -> list[tuple[str, int]]:
        """Return the numbers as printed."""
        return self._row(self.tree, 0, [0] * len(self.styles))

    def _row(self, row: Tree, depth: int, reached: list[int]) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        last = reached[depth] if row and self.running[depth] else 0
        for last, below in enumerate(row, last + 1):  # noqa: B020 - it counts on
            reached[depth] = last
            found += [(Mark(self.styles[depth]).print((last,)), depth), *self._row(below, depth + 1, reached)]
        return found


def _trees(depth: int) -> st.SearchStrategy[Tree]:
    if depth == 1:
        return st.lists(st.just([]), min_size=1, max_size=3)
    return st.lists(st.just([]) | _trees(depth - 1), min_size=1, max_size=3)


@st.composite
def _numbered(draw: st.DrawFn) -> Numbered:
    places = draw(st.sets(st.integers(0, len(USUAL) - 1), min_size=1, max_size=4))
    free = draw(st.sampled_from([(), *((style,) for style in FREE)]))
    styles = (*(USUAL[place] for place in sorted(places)), *free)
    running = tuple(draw(st.booleans()) and style not in {"⑴", "⒈", "①"} for style in styles)
    return Numbered(styles, running, draw(_trees(len(styles))))


@given(_numbered())
def test_a_numbering_that_nests_well_is_accepted_in_every_style(numbered: Numbered) -> None:
    told = numbered.numbers()

    assert _depths(*(number for number, _ in told)) == [depth for _, depth in told]


@pytest.mark.parametrize(
    ("numbers", "depths"),
    [
        ("一、 （一） 1. （1） ① ② （2） 2. （二） 二、", [0, 1, 2, 3, 4, 4, 3, 2, 1, 0]),
        ("一、 1. 2. 二、 3. 4.", [0, 1, 1, 0, 1, 1]),
        ("一、 1. 2. 二、 1. 2.", [0, 1, 1, 0, 1, 1]),
        ("第一章 第一条 第二条 第二章 第三条", [0, 1, 1, 0, 1]),
        ("1. 1.1 1.2 2. 2.1 2.1.1", [0, 1, 1, 0, 1, 2]),
        ("一、 1.1 1.2 二、 2.1", [0, 1, 1, 0, 1]),
        ("（一） （二） 1. （三）", [0, 0, 1, 0]),
        ("1. 一、 二、", [None, 0, 0]),
        ("一、 三、", [0, 0]),
        ("一、 一、", [0, 0]),
        ("一、 九、", [0, None]),
        ("三、 四、", [0, 0]),
        ("三、", [None]),
        ("一、 2.3", [0, None]),
        ("一、 （一） 3.", [0, 1, None]),
    ],
)
def test_a_number_is_taken_where_it_counts_on(numbers: str, depths: list[int | None]) -> None:
    assert _depths(*numbers.split()) == depths


@pytest.mark.parametrize(
    ("numbers", "sure"),
    [
        ("一、 二、", [1.0, 1.0]),
        ("一、 三、 四、", [1.0, 0.6, 1.0]),
        ("一、 一、", [1.0, 0.5]),
        ("二、 二、 三、", [0.5, 0.6, 1.0]),
        ("一、 1. 二、 3.", [1.0, 1.0, 1.0, 0.6]),
    ],
)
def test_a_gap_or_a_repeat_is_less_sure(numbers: str, sure: list[float | None]) -> None:
    assert _sure(*numbers.split()) == sure


def test_an_automatic_number_is_one_whatever_it_counts_on_from() -> None:
    assert _depths("一、", "九、", automatic=True) == [0, 0]


def test_paragraphs_without_a_number_are_none() -> None:
    assert list(accepted([None, head_of("一、标题"), None], [False] * 3))[::2] == [None, None]


def test_numbers_printed_in_one_kind_are_one_row_whatever_their_marks() -> None:
    assert _depths("1.", "2、", "３．") == [0, 0, 0]
    assert spaced("1.1") == "1.1 "
