"""The narrow form of a text: one character for one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.importers.widths import narrow


def test_signs_and_digits_are_half_width_and_the_brackets_of_a_number_are_square() -> None:
    assert narrow("（１）．：；，！？％　〔２０２５〕【】﹝﹞〇") == "(1).:;,!?% [2025][][]零"


@given(st.text())
def test_a_narrow_text_is_as_long_and_stays_as_it_is(text: str) -> None:
    plain = narrow(text)

    assert len(plain) == len(text)
    assert narrow(plain) == plain
