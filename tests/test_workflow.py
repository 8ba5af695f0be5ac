"""The whole way of a plan: its region found and filled in, every problem with its file and line, and what may be built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.errors import RefusedError, UsageError, UserError
from generator.render.formats import FORMATS, chosen
from generator.render.style import look_of
from generator.workflow import Loaded, build, check, load, outputs

if TYPE_CHECKING:
    from pathlib import Path

    from generator.problems import Problem

HEAD = "format: 1\nyear: 2025\ntitle: 某县2025年工作要点\n"
REGION = "name: 某县\nconstants:\n  mark: 某县人民政府文件\n  recipients: 各乡镇\n  signature: 某县人民政府\n  printed_by: 县府办\n"


def _written(folder: Path, plan: str, region: str | None = None) -> Path:
    """Write a plan, and a region beside it where one is given; return the plan's path."""
    folder.mkdir(exist_ok=True)
    if region is not None:
        (folder / "region.yaml").write_text(region, encoding="utf-8")
        plan = f"region: region.yaml\n{plan}"
    path = folder / "2025.yaml"
    path.write_text(HEAD + plan, encoding="utf-8", newline="")
    return path


def _places(problems: tuple[Problem, ...]) -> list[tuple[str, str, int, int]]:
    """Return the code of every problem with the name of its file, line and column."""
    return [(problem.code, span.file.rpartition("/")[2], span.line, span.column) for problem in problems if (span := problem.span)]


def _text(path: Path) -> str:
    """Return the notice of a plan as text."""
    target = path.parent / "out" / "notice.txt"
    build(check(load(path)), chosen("txt")[0], target, look_of(path))
    return target.read_text(encoding="utf-8")


def test_a_plan_that_is_not_there_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到文件"):
        load(tmp_path / "2025.yaml")


def test_a_plan_that_cannot_be_read_has_neither_tree_nor_plan(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text("a: [", encoding="utf-8")
    loaded = load(path)

    assert (loaded.tree, loaded.plan) == (None, None)
    assert _places(check(loaded).problems) == [("unclosed-bracket", "2025.yaml", 1, 4)]
    assert loaded.numbers.printed == {}


def test_a_region_file_that_is_missing_is_told_where_it_is_named(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "region: 地区.yaml\nnotice: {recipients: 各乡镇}\n"))

    assert _places(check(loaded).problems) == [("region-unreadable", "2025.yaml", 4, 9)]
    assert "地区.yaml" in check(loaded).problems[0].message
    assert check(loaded).stopping


@pytest.mark.parametrize("name", ["''", "'.'", "2025.yaml/x", "'a\\0b'", '"a\\0b"'])
def test_a_region_that_names_no_file_is_told_and_raises_nothing(name: str, tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, f"region: {name}\n"))

    assert check(loaded).stopping
    assert _places(check(loaded).problems)[0][1:3] == ("2025.yaml", 4)


def test_problems_of_a_region_point_into_its_file_and_come_after_the_plans(tmp_path: Path) -> None:
    region = "name: 某县\nlevel: 县\nunits:\n  - {id: a}\n  - {id: B, name: 乙}\n"
    problems = check(load(_written(tmp_path, "labels: 甲\n", region))).problems

    assert _places(problems) == [
        ("unknown-key", "2025.yaml", 5, 1),
        ("unallowed-value", "region.yaml", 2, 8),
        ("missing-key", "region.yaml", 4, 6),
        ("bad-id", "region.yaml", 5, 10),
    ]
    assert problems[2].place == "units 第1项"


def test_a_region_that_cannot_be_read_is_told_in_its_own_file(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "", "name: [\n"))

    assert _places(check(loaded).problems) == [("unclosed-bracket", "region.yaml", 1, 7)]
    assert loaded.plan is not None


def test_what_a_rule_finds_in_the_region_points_into_its_file(tmp_path: Path) -> None:
    region = "name: 某县\nunits:\n  - {id: a, name: 县甲局}\n  - {id: b, name: 县甲局}\n"
    loaded = load(_written(tmp_path, "", region))

    assert _places(check(loaded).problems) == [("duplicate-unit", "region.yaml", 4, 19)]
    assert loaded.line_of(check(loaded).problems[0]) == "  - {id: b, name: 县甲局}"


def test_a_region_may_stand_inline(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "region: {name: 某县, constants: {recipients: 各乡镇}}\nnotice: {}\n"))

    assert loaded.plan is not None
    assert loaded.plan.region is not None
    assert loaded.plan.region.name == "某县"
    assert loaded.plan.notice is not None
    assert loaded.plan.notice.recipients == "各乡镇"


def test_problems_of_a_region_inline_are_told_once_in_the_plan(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "region:\n  name: 某县\n  level: 县\n"))

    assert _places(check(loaded).problems) == [("unallowed-value", "2025.yaml", 6, 10)]


def test_a_notice_is_filled_in_with_the_constants_of_its_region(tmp_path: Path) -> None:
    path = _written(tmp_path, "notice: {date: 2025-03-13, imprint: {printed_on: 2025-03-17}}\n", REGION)

    assert _text(path) == (
        "某县人民政府文件\n\n各乡镇：\n\n某县人民政府\n2025年3月13日\n\n某县2025年工作要点\n\n县府办　2025年3月17日印发\n"
    )


def test_what_the_plan_writes_itself_or_as_none_wins_over_the_constants(tmp_path: Path) -> None:
    path = _written(tmp_path, "notice: {mark: none, recipients: 各街道, signature: none, imprint: {printed_by: none}}\n", REGION)

    assert _text(path) == "各街道：\n\n某县2025年工作要点\n"


def test_none_is_an_answer_and_not_a_missing_recipient(tmp_path: Path) -> None:
    assert "recipients-missing" not in {
        problem.code for problem in check(load(_written(tmp_path, "notice: {recipients: none}\n"))).problems
    }


def test_two_plans_beside_one_region_take_the_same_constants(tmp_path: Path) -> None:
    path = _written(tmp_path, "notice: {}\n", REGION)
    other = path.with_name("2026.yaml")
    other.write_bytes(path.read_bytes())

    assert _text(path) == _text(other)


def test_problems_come_in_the_order_of_their_places(tmp_path: Path) -> None:
    plan = "preamble: 甲 #乙\nnotice: {date: 3月}\nsections:\n  - {id: a, titel: 甲}\n  - {id: A}\nstatus: 好\n"
    problems = check(load(_written(tmp_path, plan))).problems

    assert [code for code, *_ in _places(problems)] == ["lost-comment", "bad-date", "unknown-key", "bad-id", "unallowed-value"]
    assert [problem.span.line for problem in problems if problem.span] == [4, 5, 7, 8, 9]


def test_rules_have_their_say_only_once_the_shape_is_right(tmp_path: Path) -> None:
    doubled = "sections: [{id: a, title: 甲}, {id: a, title: 乙}]\n"

    assert [code for code, *_ in _places(check(load(_written(tmp_path, doubled))).problems)] == ["duplicate-id"]
    assert [code for code, *_ in _places(check(load(_written(tmp_path, f"{doubled}status: 好\n"))).problems)] == ["unallowed-value"]


def test_a_problem_says_its_place_in_words(tmp_path: Path) -> None:
    plan = "sections:\n  - {id: a, title: 甲, tasks: [{id: b, title: 乙}, {id: c, title: [丙]}]}\n"
    problem = check(load(_written(tmp_path, plan))).problems[0]

    assert problem.place == "第一部分任务（二）的 title"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark_move_no_problem_and_change_no_text(end: str, mark: str, tmp_path: Path) -> None:
    path = _written(
        tmp_path, "notice: {recipients: 各乡镇}\npreamble: |\n  第一段。\n  第二段。\nsections:\n  - {id: a, number: 3, title: 甲}\n"
    )
    path.write_bytes((mark + path.read_text(encoding="utf-8").replace("\n", end)).encode())
    loaded = load(path)

    assert [place for place in _places(check(loaded).problems) if place[0] == "number-by-hand"] == [("number-by-hand", "2025.yaml", 9, 21)]
    assert loaded.line_of(check(loaded).problems[-1]) == "  - {id: a, number: 3, title: 甲}"
    assert _text(path) == "各乡镇：\n\n某县2025年工作要点\n\n第一段。\n第二段。\n三、甲\n"


def test_a_folder_with_chinese_and_blanks_in_its_name_is_as_good_as_any(tmp_path: Path) -> None:
    path = _written(tmp_path / "某县 2025 年（草稿）", "notice: {}\npreamble: 导语。\n", REGION)
    loaded = load(path)

    assert (check(loaded).stopping, _places(check(loaded).problems)) == ((), [("missing-element", "2025.yaml", 5, 1)])
    target = tmp_path / f"某县 2025 年（草稿）-2025.{FORMATS[0].name}"
    assert outputs([path], FORMATS[:1], tmp_path) == {path: [(FORMATS[0], target)]}
    assert "某县人民政府文件" in _text(path)


def test_an_output_is_named_by_the_real_folder_of_a_plan_named_briefly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _written(tmp_path / "某县", "")
    monkeypatch.chdir(path.parent)
    brief = path.relative_to(path.parent)

    assert outputs([brief], FORMATS[:1], brief.parent)[brief] == [(FORMATS[0], brief.parent / f"某县-2025.{FORMATS[0].name}")]


def test_two_plans_of_one_name_are_refused_and_one_plan_named_twice_is_not(tmp_path: Path) -> None:
    one, two = _written(tmp_path / "a", ""), tmp_path / "b" / "a" / "2025.yaml"

    assert len(outputs([one, one], FORMATS[:1], tmp_path)) == 1
    with pytest.raises(UsageError, match="同一个文件"):
        outputs([one, two], FORMATS[:1], tmp_path)


def test_a_plan_with_errors_is_not_built(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "notice: {date: 3月}\n"))
    with pytest.raises(RefusedError, match="有错误"):
        build(check(loaded), FORMATS[0], tmp_path / "out" / "x", look_of(loaded.path))

    assert not (tmp_path / "out").exists()


def test_a_region_file_is_checked_as_one_and_is_no_plan(tmp_path: Path) -> None:
    path = _written(tmp_path, "", "name: 某县\nlevel: 县\n").with_name("region.yaml")
    loaded = load(path)

    assert loaded.is_region
    assert _places(check(loaded).problems) == [("unallowed-value", "region.yaml", 2, 8)]
    with pytest.raises(RefusedError):
        check(loaded).plan()


def test_a_region_file_without_faults_is_refused_as_a_plan_by_its_kind(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "", REGION).with_name("region.yaml"))

    assert check(loaded).problems == ()
    with pytest.raises(RefusedError, match="是地区文件"):
        check(loaded).plan()


def test_a_region_file_is_held_to_the_rules_for_regions(tmp_path: Path) -> None:
    region = "name: 某县\nunits: [{id: a, name: 县甲局（乙）}, {id: b, name: 县甲局(乙)}]\n"
    path = _written(tmp_path, "", region).with_name("region.yaml")

    assert _places(check(load(path)).problems) == [("duplicate-unit", "region.yaml", 2, 46)]


def test_a_plan_is_no_region_of_another(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "region: 2025.yaml\n"))

    assert _places(check(loaded).problems) == [("region-unreadable", "2025.yaml", 4, 9)]


def test_a_plan_with_a_key_too_many_is_still_a_plan(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "name: 某县\n"))

    assert loaded.plan is not None
    assert _places(check(loaded).problems) == [("unknown-key", "2025.yaml", 4, 1)]


def test_a_document_that_cannot_be_rendered_leaves_nothing_behind(tmp_path: Path) -> None:
    loaded = load(_written(tmp_path, "preamble: 甲。\n"))
    with pytest.raises(RefusedError):
        build(check(loaded), chosen("txt")[0], tmp_path / "out" / "x", look_of(loaded.path))

    assert not (tmp_path / "out").exists()


def test_a_problem_without_a_place_has_no_line(tmp_path: Path) -> None:
    loaded: Loaded = load(_written(tmp_path, "status: 好"))
    problem = check(loaded).problems[0]

    assert loaded.line_of(problem) == "status: 好"
    assert problem.span is not None
    assert loaded.line_of(type(problem)("x", "error", "甲")) == ""
