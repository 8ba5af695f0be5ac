"""Where a notice breaks into pages, by a face that every machine has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import RefusedError
from generator.plan.builder import build
from generator.render.context import context
from generator.render.layout import measured, notes, unsure
from generator.source.reader import read
from tests.dressed import LOOK

if TYPE_CHECKING:
    from generator.render.layout import Settled

LINE = LOOK.style["page"]["grid"]["line"] * 25.4 / 72
AREA = LOOK.style["page"]["text_area"]["height"]


def _settled(lines: int, notice: str = "", rest: str = "", imprint: str = "{printed_by: 某县办}") -> Settled:
    """Return a notice with a text of so many full lines."""
    text = "安" * (28 * lines - 2)
    source = f"title: 工作要点\nnotice:\n  form: direct\n  imprint: {imprint}\n{notice}preamble: {text}\n{rest}"
    tree = read(source.encode()).tree
    plan = build(tree) if tree else None

    assert plan is not None
    assert plan.notice is not None
    return measured(context(plan, plan.notice), plan, LOOK)


def test_a_line_more_of_text_leaves_a_line_less_of_room() -> None:
    one, other = _settled(5).layout, _settled(6).layout

    assert (one.end, other.end) == (1, 1)
    assert one.room - other.room == pytest.approx(LINE, abs=0.01)


def test_a_full_page_of_28_times_22_characters_leaves_no_room() -> None:
    rooms = [_settled(lines).layout for lines in range(10, 40)]
    full = next(layout for layout in rooms if layout.end == 1 and layout.room < LINE)
    after = rooms[rooms.index(full) + 22]

    assert full.room < LINE
    assert (after.end, round(after.room, 1)) == (2, round(AREA - 22 * LINE, 1))


@pytest.mark.parametrize("digits", ["2025", "12"])
def test_letters_are_half_as_wide_as_characters_and_keep_some_air(digits: str) -> None:
    lines = {count: _settled(1, rest=f"closing: {digits * 2}{'安' * count}\n").layout.room for count in range(10, 40)}
    turns = [count for count in range(10, 39) if lines[count + 1] < lines[count] - 1]

    assert turns[0] + len(digits) == 25


def test_the_imprint_stands_on_the_page_of_the_text_the_next_or_the_next_but_one() -> None:
    layouts = [_settled(lines).layout for lines in range(3, 60)]

    assert all(layout.imprint == "next" for layout in layouts if layout.end % 2)
    assert all(layout.imprint == ("same" if layout.room > layout.needed else "apart") for layout in layouts if layout.end % 2 == 0)
    assert {layout.imprint for layout in layouts} == {"same", "next", "apart"}


def test_within_two_lines_of_a_page_foot_word_may_differ() -> None:
    odd = [layout for layout in (_settled(lines).layout for lines in range(3, 45)) if layout.end % 2]
    near = [layout for layout in odd if min(layout.room, AREA - layout.room) < 2 * LINE + 0.1]

    assert near
    assert [layout for layout in odd if unsure(layout, LOOK)] == near


def test_behind_a_landscape_page_the_imprint_is_sure_of_its_page() -> None:
    layout = _settled(3, rest="annexes: [{id: a, title: 甲, landscape: true, preamble: 文}]\n").layout

    assert (layout.end, layout.landscape, layout.imprint) == (2, True, "apart")
    assert not unsure(layout, LOOK)


def test_recipients_that_leave_no_room_for_text_go_to_the_imprint() -> None:
    recipients = "，".join(["各乡镇人民政府、各街道办事处"] * 30)
    settled = _settled(3, f"  recipients: {recipients}\n")

    assert settled.layout.opening == 1
    assert settled.finished.recipients == ""
    assert settled.finished.imprint is not None
    assert settled.finished.imprint.recipients == f"主送：{recipients}。"
    assert "7.3.2" in settled.gave_way[0]


def test_a_tall_joint_mark_gets_smaller_before_anything_else() -> None:
    names = [f"某市第{place}局" for place in "一二三四五六"]
    settled = _settled(
        3, f"  mark: [{', '.join(names)}文件]\n  number: 某〔2025〕1号\n  title: {'关于印发工作要点的通知' * 4}\n  recipients: 各乡镇\n"
    )

    assert settled.layout.opening == 1
    assert settled.finished.mark_height < 90
    assert settled.finished.recipients


def test_a_version_record_higher_than_a_page_is_refused() -> None:
    copies = "，".join(["县级有关部门和单位办公室"] * 60)

    with pytest.raises(RefusedError, match="比一页还高"):
        _settled(3, "", imprint=f"{{copies_to: {copies}}}")


def test_the_same_page_is_wished_in_vain_where_it_has_no_room() -> None:
    ended = [_settled(lines, "  imprint_page: same\n") for lines in range(20, 45)]
    elsewhere = [notice for notice in ended if notice.layout.room < notice.layout.needed]

    assert elsewhere
    assert all(notice.layout.imprint != "same" for notice in elsewhere)
    assert all(any("没有照办" in note for note in notes(notice)) for notice in elsewhere)


def test_a_signature_that_stands_alone_is_told_where_nothing_can_give_way() -> None:
    signed = "  mark: 某县人民政府文件\n  number: 某〔2025〕1号\n  recipients: 各乡镇\n  signature: 某县\n  date: 2025-03-13\n"
    notices = [_settled(1, f"{signed}  title: {'关于印发安全生产工作要点的通知' * count}\n") for count in range(1, 9)]
    alone = [notice for notice in notices if notice.layout.alone]

    assert alone
    assert all(any("单独占" in note for note in notice.gave_way) for notice in alone)


def test_a_head_that_fills_the_page_is_told() -> None:
    settled = _settled(3, f"  title: {'关于印发安全生产工作要点的通知' * 30}\n")

    assert settled.layout.opening > 1
    assert "首页没有正文" in settled.gave_way[0]


def test_a_text_whose_signature_turns_the_page_is_cut_where_its_line_ends() -> None:
    signed = "  signature: 某县人民政府\n  date: 2025-03-13\n"
    cuts = [_settled(lines, signed).layout.cuts for lines in range(12, 20)]

    assert {} in cuts
    assert any(cut and cut[0] % 28 == 25 for cut in cuts)
