"""What a block of a document is: by its style, else by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.importers.frame.parts import is_kind, kind_of, text_at
from generator.importers.outline import Paragraph
from tests.importers.made import lines, table

if TYPE_CHECKING:
    from generator.importers.outline import Block


@pytest.mark.parametrize(("block", "kind"), [(Paragraph(1, "甲", style="成文日期"), "date"), (Paragraph(1, "甲"), ""), (table("1"), "")])
def test_a_style_of_a_file_that_build_wrote_says_what_a_block_is(block: Paragraph, kind: str) -> None:
    assert kind_of(block) == kind


@pytest.mark.parametrize(
    ("style", "sign", "expected"), [("", True, True), ("", False, False), ("署名", False, True), ("成文日期", True, False)]
)
def test_words_count_only_where_the_style_says_nothing(style: str, sign: bool, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_kind(Paragraph(1, "甲", style=style), "signature", sign) == expected


def test_the_text_at_a_place_has_its_automatic_number() -> None:
    blocks: list[Block] = [Paragraph(1, "甲", number="1."), table("1")]

    assert [text_at(blocks, place) for place in (-1, 0, 1, 2)] == ["", "1.甲", "", ""]
    assert text_at(lines("乙"), 0) == "乙"
