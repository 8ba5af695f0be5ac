"""The marked block: whatever stood in a file stands there again, to the byte, once the block is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.history.block import EditedError, added, found, removed, touches

LINES = "# 说明\n*.docx diff=hongtou\n".encode()
BEFORE = (
    st.none() | st.binary(max_size=40) | st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"# x", b"\xff", b"\xef\xbb\xbf"])).map(b"".join)
)


@given(BEFORE)
def test_taking_the_block_out_gives_the_file_back(before: bytes | None) -> None:
    assert removed(added(before, LINES)) == before


@given(BEFORE)
def test_adding_twice_is_adding_once(before: bytes | None) -> None:
    once = added(before, LINES)

    assert added(once, LINES) == once


@given(BEFORE)
def test_newer_lines_take_the_place_of_older_ones(before: bytes | None) -> None:
    assert added(added(before, b"old\n"), LINES) == added(before, LINES)


@pytest.mark.parametrize("before", [None, b"", b"a\n", b"a", b"a\r\nb"])
def test_what_is_written_below_later_stays_a_line_of_its_own(before: bytes | None) -> None:
    later = added(before, LINES) + b"later\n"

    assert (removed(later) or b"").splitlines() == [*(before or b"").splitlines(), b"later"]


def test_what_is_written_above_later_stays() -> None:
    assert removed(b"above\n" + added(None, LINES)) == b"above\n"


def test_the_lines_end_as_those_of_the_file_do() -> None:
    assert b"\n" not in added(b"a\r\n", LINES).replace(b"\r\n", b"")
    assert b"\r" not in added(b"a\n", LINES)


def test_a_file_whose_line_breaks_an_editor_changed_is_still_ours() -> None:
    changed = added(b"a\n", LINES).replace(b"\n", b"\r\n")

    assert removed(changed) == b"a\r\n"


@pytest.mark.parametrize("part", [b"hongtou\n#", b"git install new", b"# <<<", b"# >>>"])
def test_a_block_changed_by_hand_is_left_alone(part: bytes) -> None:
    edited = added(None, LINES).replace(part, b"other", 1)

    assert touches(edited)
    for attempt in (found, removed, lambda data: added(data, LINES)):
        with pytest.raises(EditedError, match="手工改过") as refused:
            attempt(edited)
        assert "删去" in refused.value.tip


def test_a_file_without_a_block_has_nothing_to_take_out() -> None:
    assert removed(b"a") == b"a"
    assert found(b"# hongtou") is None
