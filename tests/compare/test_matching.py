"""Matching: parts of two documents are paired one to one where they are one task in two wordings, and else left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.matching import THRESHOLD, Candidate, Pair, assign, match, pairing_text, read_pairing
from generator.errors import UserError
from generator.source.reader import read

HERE = Path(__file__).parent
WORDS = [
    "防汛",
    "燃气",
    "消防",
    "校车",
    "矿山",
    "桥梁",
    "预案",
    "演练",
    "举报",
    "培训",
    "执法",
    "救援",
    "物资",
    "预警",
    "加强",
    "管理",
    "工作",
]

titles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("".join)
prose = st.lists(st.sampled_from(WORDS), max_size=6).map("、".join)


@st.composite
def documents(draw: st.DrawFn, prefix: str = "n") -> list[Candidate]:
    """Draw a document of a few parts in two roles."""
    count = draw(st.integers(0, 6))
    roles = st.sampled_from(["section", "task"])
    return [Candidate(f"{prefix}{place}", draw(roles), draw(titles), draw(prose)) for place in range(count)]


def _counties() -> tuple[list[Candidate], list[Candidate], dict[str, str]]:
    told: dict[str, Any] = yaml.safe_load((HERE / "counties.yaml").read_text(encoding="utf-8"))
    old, new = ([Candidate(part["id"], "task", part["title"], part["text"]) for part in told[side]] for side in ("old", "new"))
    return old, new, told["pairs"]


def _ids(pairs: tuple[Pair, ...]) -> dict[str, str | None]:
    return {pair.old: pair.new for pair in pairs}


def test_two_counties_in_different_words_are_paired_as_by_hand() -> None:
    old, new, expected = _counties()

    assert len(expected) > 20
    assert expected == _ids(match(old, new))


def test_without_texts_fewer_are_paired_and_none_wrongly() -> None:
    old, new, expected = _counties()
    bare = [[Candidate(part.id, part.role, part.title) for part in side] for side in (old, new)]

    pairs = _ids(match(*bare))

    assert len(pairs) >= 12
    assert pairs.items() <= expected.items()


def test_counties_on_different_subjects_have_nothing_in_common() -> None:
    old, new, expected = _counties()
    others = [part for part in new if part.id not in expected.values()]

    assert match(old, others) == ()


def test_the_hand_made_pairs_of_published_plans_name_each_task_once() -> None:
    files = yaml.safe_load((HERE / "pairs.yaml").read_text(encoding="utf-8"))

    assert sum(len(file["pairs"]) for file in files) >= 30
    for file in files:
        for side in ("old", "new"):
            numbers = [pair[side] for pair in file["pairs"]]
            assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("强化组织领导", "强化督查考核"),
        ("加强队伍建设", "加强预案管理"),
        ("推进工作落实", "推进项目建设"),
        ("提升服务能力", "提升执法水平"),
        ("整治占道停车", "整治窗口作风"),
    ],
)
def test_headings_alike_only_in_words_of_the_genre_are_no_pair(one: str, other: str) -> None:
    assert match([Candidate("a", "task", one)], [Candidate("b", "task", other)]) == ()


SCHOOLS = [
    Candidate("a1", "task", "强化师资队伍建设", "招聘教师100名。"),
    Candidate("a2", "task", "开展校园安全检查", "每月排查校舍。"),
    Candidate("a3", "task", "完善工作机制", "每季度召开教育联席会议。"),
]
WATER = [
    Candidate("b1", "task", "强化监测队伍建设", "招聘监测员20名。"),
    Candidate("b2", "task", "开展水库安全检查", "每月巡查坝体。"),
    Candidate("b3", "task", "完善工作机制", "每季度召开河长会议。"),
]


@pytest.mark.parametrize("with_title", [False, True])
def test_headings_alike_over_texts_that_share_nothing_are_no_pair(*, with_title: bool) -> None:
    old, new = (
        [replace(part, text=f"{part.title}\n{part.text}" if with_title else part.text) for part in side] for side in (SCHOOLS, WATER)
    )

    assert match(old, new) == ()
    assert len(match(old, old)) == len(old)


def test_a_heading_that_says_what_it_is_of_stands_for_itself_over_another_text() -> None:
    old, new = Candidate("a", "task", "校车安全", "驾驶人逐一建档。"), Candidate("b", "task", "校车安全", "停靠站点画线。")

    assert _ids(match([old], [new])) == {"a": "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("强化应急预案管理", "加强应急预案管理"),
        ("加强（重点）行业监管", "加强(重点)行业监管"),
        ("完善１２３４５热线", "完善12345热线"),
        ("提升全民安全素质", "全民安全素质提升行动"),
    ],
)
def test_width_brackets_and_words_of_the_genre_do_not_part_a_heading(one: str, other: str) -> None:
    assert _ids(match([Candidate("a", "task", one)], [Candidate("b", "task", other)])) == {"a": "b"}


def test_a_part_without_title_is_known_by_its_text() -> None:
    old = [Candidate("a", "point", "", "每月开展一次燃气管道巡查。"), Candidate("b", "point", "", "校车驾驶人逐一建档。")]
    new = [Candidate("x", "point", "", "对校车驾驶人建档管理。"), Candidate("y", "point", "", "每季度开展一次燃气管道巡查。")]

    assert _ids(match(old, new)) == {"a": "y", "b": "x"}


def test_roles_are_never_mixed() -> None:
    assert match([Candidate("a", "section", "燃气安全")], [Candidate("b", "task", "燃气安全")]) == ()


def test_between_equals_the_heading_above_decides() -> None:
    old = [Candidate("s", "section", "燃气"), Candidate("t", "section", "校车"), Candidate("a", "task", "开展演练", parent="s")]
    new = [Candidate("v", "section", "校车"), Candidate("w", "section", "燃气")]
    new += [Candidate("x", "task", "开展演练", parent="v"), Candidate("y", "task", "开展演练", parent="w")]

    assert _ids(match(old, new))["a"] == "y"


def test_one_id_is_one_part_whatever_it_says() -> None:
    old = [Candidate("a", "task", "燃气安全"), Candidate("b", "task", "校车安全")]
    new = [Candidate("b", "task", "燃气安全"), Candidate("c", "task", "校车安全")]

    assert match(old, new, by_id=True) == (Pair("b", "b"),)
    assert _ids(match(old, new)) == {"a": "b", "b": "c"}


def test_what_an_officer_fixed_stands() -> None:
    old = [Candidate("a", "task", "燃气安全"), Candidate("b", "task", "校车安全")]
    new = [Candidate("x", "task", "燃气安全"), Candidate("y", "task", "校车安全")]

    assert _ids(match(old, new, fixed=[Pair("a", "y")])) == {"a": "y"}
    assert _ids(match(old, new, fixed=[Pair("a", None)])) == {"b": "y"}


@given(documents())
def test_a_document_matches_itself_wholly(document: list[Candidate]) -> None:
    pairs = match(document, document)

    assert {part.id for part in document} == {pair.old for pair in pairs} == {pair.new for pair in pairs}
    assert all(pair.confidence == 1 for pair in pairs)


@given(documents("a"), documents("b"))
def test_pairs_are_one_to_one_of_one_role_and_sure_enough(old: list[Candidate], new: list[Candidate]) -> None:
    pairs = match(old, new)
    roles = {part.id: part.role for part in (*old, *new)}

    assert len({pair.old for pair in pairs}) == len({pair.new for pair in pairs}) == len(pairs)
    assert all(pair.new and roles[pair.old] == roles[pair.new] and THRESHOLD <= pair.confidence <= 1 for pair in pairs)
    assert [pair.old for pair in pairs] == [part.id for part in old if part.id in {pair.old for pair in pairs}]


@given(documents("a"), documents("b"))
def test_it_does_not_matter_which_document_is_the_old_one(old: list[Candidate], new: list[Candidate]) -> None:
    there, back = match(old, new), match(new, old)

    assert sum(pair.confidence for pair in there) == pytest.approx(sum(pair.confidence for pair in back))


scores = st.dictionaries(st.integers(0, 4), st.dictionaries(st.integers(0, 4), st.integers(1, 20).map(lambda part: part / 20)))


def _greatest(scored: dict[int, dict[int, float]], rows: list[int], taken: frozenset[int] = frozenset()) -> float:
    """Return the greatest sum that can be had, by trying everything."""
    if not rows:
        return 0.0
    seated = (score + _greatest(scored, rows[1:], taken | {column}) for column, score in scored[rows[0]].items() if column not in taken)
    return max([_greatest(scored, rows[1:], taken), *seated])


@given(scores)
def test_no_other_assignment_has_a_greater_sum(scored: dict[int, dict[int, float]]) -> None:
    found = assign(scored)

    assert len(set(found.values())) == len(found)
    assert sum(scored[row][column] for row, column in found.items()) == pytest.approx(_greatest(scored, list(scored)))


# --- the file --------------------------------------------------------------------------------------------------------

OLD = [Candidate("leaders", "task", "强化领导责任"), Candidate("gas", "task", "燃气安全"), Candidate("top", "section", "总体思路")]
NEW = [Candidate("chiefs", "task", "压实领导责任"), Candidate("fire", "task", "消防安全")]


def test_pairs_are_written_with_both_titles_and_the_rest_below() -> None:
    written = pairing_text([Pair("leaders", "chiefs", 0.8123), Pair("gas", None)], OLD, NEW)

    assert written.splitlines() == [
        "# 两份文件的对应表。改 new 即改对应；写 new: none 表示没有对应。",
        "pairs:",
        "  # 强化领导责任 ↔ 压实领导责任",
        "  - {old: leaders, new: chiefs, confidence: 0.81}",
        "  # 燃气安全 ↔ 没有对应",
        "  - {old: gas, new: none, confidence: 1.00}",
        "# 旧文件中没有对应的：top 总体思路",
        "# 新文件中没有对应的：fire 消防安全",
    ]


@pytest.mark.parametrize("pairs", [(), (Pair("leaders", "chiefs", 0.81), Pair("gas", None))])
def test_what_was_written_is_read_back(pairs: tuple[Pair, ...]) -> None:
    assert pairs == read_pairing(read(pairing_text(pairs, OLD, NEW).encode()), OLD, NEW)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pairs:\n  - {old: leadres, new: chiefs}", "第 2 行：旧文件中没有“leadres”，是不是“leaders”？"),
        ("pairs:\n  - {old: gas, new: zzz}", "第 2 行：新文件中没有“zzz”，请核对 id"),
        ("pairs:\n  - {new: fire}", "第 2 行：缺少 old，请补上 id"),
        ("pairs:\n  - {old: gas}", "第 2 行：缺少 new，请补上 id"),
        ("pairs:\n  - gas", "第 2 行：缺少 old，请补上 id"),
        ("pairs:\n  - {old: gas, new: fire}\n  - {old: gas, new: chiefs}", "第 3 行：“gas”在第 2 行已有对应，请删去其中一行"),
        ("pairs:\n  - {old: top, new: fire}", "第 2 行：“top”与“fire”不是同一类内容，请改为同类的 id"),
        ("pairs:\n  - {old: gas, new: fire, confidence: 7}", "第 2 行：confidence “7”不是 0 到 1 之间的数，请改正或删去"),
        ("other: 1", "第 1 行：没有 pairs 一项，或其中不是一列"),
        ("pairs: gas", "第 1 行：没有 pairs 一项，或其中不是一列"),
        ("pairs: [", "第 1 行："),
    ],
)
def test_a_slip_in_the_file_is_told_with_its_line(text: str, expected: str) -> None:
    with pytest.raises(UserError) as failure:
        read_pairing(read(text.encode(), "pairs.yaml"), OLD, NEW)

    assert "pairs.yaml" in failure.value.message
    assert expected in failure.value.message
    assert failure.value.tip


def test_all_slips_are_told_at_once() -> None:
    text = "pairs:\n  - {old: x, new: fire}\n  - {old: gas, new: y}\n"

    with pytest.raises(UserError) as failure:
        read_pairing(read(text.encode()), OLD, NEW)

    assert failure.value.message.count("第 ") == 2
