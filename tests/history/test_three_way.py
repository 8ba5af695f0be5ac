"""Three files become one: plans by id, written in place, all else as git merges text, and no edit lost whatever happens."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

import pytest
from hypothesis import HealthCheck, given, settings

from generator.compare.decisions import Decision, record, recorded
from generator.compare.merge import merge
from generator.errors import UserError
from generator.history import git, three_way
from generator.history.three_way import Joined, join
from generator.source.edits import EditError
from generator.source.emitter import dump
from generator.source.reader import read
from generator.source.tree import plain
from tests.compare.plans import PLAN, edited
from tests.compare.scripts import PLANS, Script, content_of, meetings
from tests.compare.scripts import edited as changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.strategies import Drawn

NUMBER, TITLE = ("1号", "2号"), ("title: 部门监管", "title: 行业监管")
"""Two edits that lie far from each other."""

GOAL = Decision(
    id="lists",
    path=("annexes", "split", "tables", "measures", "items", "lists"),
    field="goal",
    base=["制定清单。"],
    ours=["制定两份清单。"],
    theirs=["制定三份清单。"],
)
NO_PLAN = "三份都不是计划，或者有错"


class Written(NamedTuple):
    """What came of a merge: the outcome, and OURS after it."""

    joined: Joined
    ours: bytes


Merging: TypeAlias = "Callable[[str | bytes, str | bytes, str | bytes], Written]"


@pytest.fixture
def merging(tmp_path: Path) -> Merging:
    """Return a function that merges three texts as files, with blanks and Chinese in their names."""

    def run(*texts: str | bytes) -> Written:
        paths = [tmp_path / name for name in ("原 稿.yaml", "-我方.yaml", "对 方.yaml")]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        joined = join(*paths)
        return Written(joined, paths[1].read_bytes())

    return run


def _goal(number: str) -> tuple[str, str]:
    return ("制定清单。", f"制定{number}份清单。")


def test_edits_of_different_things_come_together(merging: Merging) -> None:
    assert merging(PLAN, edited(NUMBER), edited(TITLE)) == (Joined(taken=1), edited(NUMBER, TITLE).encode())


def test_edits_of_neighbouring_fields_come_together_where_lines_would_not(merging: Merging) -> None:
    joined, ours = merging(PLAN, edited(TITLE), edited(("units: 县应急局", "units: 县应急管理局")))

    assert joined == Joined(taken=1)
    assert ours == edited(TITLE, ("units: 县应急局", "units: 县应急管理局")).encode()


def test_edits_of_one_field_keep_ours_and_leave_a_decision_behind_the_plan(merging: Merging) -> None:
    joined, ours = merging(PLAN, edited(_goal("两"), NUMBER), edited(_goal("三"), TITLE))

    assert joined == Joined(taken=1, open=(GOAL,))
    assert not joined.is_settled
    assert ours.decode().startswith(edited(_goal("两"), NUMBER, TITLE))
    assert "\ndecisions:\n  - id: lists\n" in ours.decode()


def test_merging_once_more_changes_nothing(merging: Merging) -> None:
    first = merging(PLAN, edited(_goal("两")), edited(_goal("三"), TITLE))
    again = merging(PLAN, first.ours, edited(_goal("三"), TITLE))

    assert again == (Joined(open=(GOAL,)), first.ours)


def test_decisions_that_were_open_before_are_open_still(merging: Merging) -> None:
    kept = f"{PLAN}decisions: [{{field: year, ours: '2025', theirs: '2026'}}]\n"
    joined, ours = merging(kept, kept, edited(TITLE, of=kept))

    assert joined == Joined(taken=1, open=(Decision(id="", path=(), field="year", ours="2025", theirs="2026"),))
    assert ours == edited(TITLE, of=kept).encode()


def test_a_decision_that_one_side_closed_is_closed(merging: Merging) -> None:
    kept = f"{PLAN}decisions: [{{field: year, ours: '2025', theirs: '2026'}}]\n"

    assert merging(kept, edited(NUMBER, of=kept), PLAN).joined == Joined(taken=1)


def test_the_same_file_thrice_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text(PLAN, encoding="utf-8")
    before = path.stat()

    assert join(path, path, path) == Joined()
    assert path.stat() == before


def test_both_added_the_file(merging: Merging) -> None:
    joined, ours = merging(
        "", edited(NUMBER), edited(("        title: 企业主体责任\n", "        title: 企业主体责任\n        deadline: 6月底\n"))
    )

    assert [(one.field, one.base, one.ours, one.theirs) for one in joined.open] == [
        ("notice.number", None, "某府发〔2025〕2号", "某府发〔2025〕1号")
    ]
    assert "deadline: 6月底" in ours.decode()


def test_comments_of_both_sides_stay_where_lines_come_together(merging: Merging) -> None:
    theirs = edited(("title: 部门监管", "title: 行业监管  # 县应急局提"))

    assert merging(PLAN, edited(NUMBER), theirs) == (Joined(taken=1), edited(NUMBER, of=theirs).encode())


def test_a_comment_of_theirs_that_cannot_come_along_is_told(merging: Merging) -> None:
    theirs = edited(("units: 县应急局", "units: 县应急管理局  # 机构改革后"))

    assert merging(PLAN, edited(TITLE), theirs).joined == Joined(taken=1, comments=("# 机构改革后",))


FIRMS = "      - id: firms\n        title: 企业主体责任\n"


def test_a_comment_of_ours_in_what_theirs_removed_is_told(merging: Merging) -> None:
    ours = edited(
        (FIRMS, FIRMS.replace("        title", "        # 待核\n        title")), ("title: 部门监管\n", "title: 部门监管  # 待核\n")
    )

    assert merging(PLAN, ours, edited((FIRMS, ""))).joined == Joined(taken=1, gone=("# 待核",))


def test_a_comment_of_ours_on_the_line_of_what_theirs_removed_is_told(merging: Merging) -> None:
    ours = edited(("title: 企业主体责任\n", "title: 企业主体责任  # 王主任：务必保留\n"))
    joined, written = merging(PLAN, ours, edited((FIRMS, "")))

    assert joined == Joined(taken=1, gone=("# 王主任：务必保留",))
    assert "firms" not in written.decode()


def test_units_and_lines_of_a_block_text_come_together_in_place(merging: Merging) -> None:
    units = ("preamble:\n", "region:\n  name: 某县\n  units:\n    # 应急口\n    - {id: yj, name: 县应急管理局}   # 牵头\npreamble:\n")
    block = ("        title: 部门监管\n", "        title: 部门监管\n        text: |-  # 王主任定\n          甲段。\n          乙段。\n")
    base = edited(units, block)
    ours = edited(("   # 牵头\n", "   # 牵头\n    - {id: ga, name: 县公安局}  # 我方\n"), ("甲段。", "甲段改。"), of=base)
    joined, written = merging(
        base, ours, edited(("   # 牵头\n", "   # 牵头\n    - {id: jt, name: 县交通局}\n"), ("乙段。", "乙段改。"), of=base)
    )

    assert (joined.gone, joined.open, joined.why) == ((), (), "")
    assert written.decode() == edited(
        ("  # 我方\n", "  # 我方\n    - id: jt\n      name: 县交通局\n"),
        ("乙段。", "乙段改。"),
        of=ours,
    )


def test_a_comment_that_theirs_removed_itself_is_not_told(merging: Merging) -> None:
    removed = edited(("  - 第一段。  # 去年的原话\n", ""))

    assert merging(PLAN, edited(("第二段。", "另一段。")), removed).joined == Joined(taken=1)


@pytest.mark.parametrize("theirs_like_ours", [True, False])
@pytest.mark.parametrize(
    "written",
    [lambda text: text.replace(b"\n", b"\r\n"), lambda text: b"\xef\xbb\xbf" + text, lambda text: text.rstrip(b"\n")],
    ids=["crlf", "bom", "open"],
)
def test_ours_keeps_its_line_breaks_its_mark_and_its_open_end(
    written: Callable[[bytes], bytes],
    theirs_like_ours: bool,  # noqa: FBT001 - a parameter of pytest's
    merging: Merging,
) -> None:
    theirs = edited(TITLE).encode()
    base, ours = written(PLAN.encode()), written(edited(NUMBER).encode())

    assert merging(base, ours, written(theirs) if theirs_like_ours else theirs) == (
        Joined(taken=1),
        written(edited(NUMBER, TITLE).encode()),
    )


OTHER = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n"


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        f"name: 云阳县\nlevel: 县\n{OTHER}",
        f"format: 1\nyear: 2026\nbase: {{plan: x.yaml}}\n{OTHER}",
        f"format: 1\nyear: 2026\ntitle: 错\n{OTHER}",
        f"<<<<<<< HEAD\n{OTHER}",
        f"a: [\n{OTHER}",
        f"标题: 云阳县\n{OTHER}".encode("gbk"),
    ],
)
def test_what_is_no_plan_is_merged_as_text(text: str | bytes, merging: Merging) -> None:
    base = text if isinstance(text, bytes) else text.encode()
    ours, theirs = base.replace(b"a: 1", b"a: 7"), base.replace(b"f: 6", b"f: 8")
    joined, written = merging(base, ours, theirs)

    assert joined == Joined(why=NO_PLAN)
    assert joined.is_settled
    assert written == ours.replace(b"f: 6", b"f: 8")


def test_conflicts_of_text_are_marked_and_counted(merging: Merging) -> None:
    joined, written = merging(OTHER, OTHER.replace("1", "7"), OTHER.replace("1", "8"))

    assert joined == Joined(why=NO_PLAN, conflicts=1)
    assert written.decode().startswith("<<<<<<< ours\na: 7\n=======\na: 8\n>>>>>>> theirs\n")


def test_one_side_that_is_no_plan_any_more_makes_it_text(merging: Merging) -> None:
    joined, written = merging(PLAN, edited(NUMBER), edited(("id: firms", "id: leaders")))

    assert joined == Joined(why="对方的文件有错，标识“leaders”出现不止一次", broken="有错，标识“leaders”出现不止一次")
    assert not joined.is_settled
    assert written == edited(NUMBER, ("id: firms", "id: leaders")).encode()


def test_a_broken_theirs_is_named_with_the_line_and_so_is_what_it_broke(merging: Merging) -> None:
    joined, _ = merging(PLAN, edited(NUMBER), f"{PLAN}closing: [坏\n")

    assert joined.why.startswith("对方的文件第 ")
    assert joined.broken.startswith("第 ")
    assert not joined.is_settled


def test_an_empty_ours_is_no_plan(merging: Merging) -> None:
    assert merging(PLAN, "", edited(TITLE)).joined == Joined(why="我方的文件第 1 行有错，文件是空的，没有任何内容", conflicts=1)


def test_of_what_is_no_text_ours_stays(merging: Merging) -> None:
    joined, written = merging(b"\0a", b"\0b", b"\0c")

    assert (joined, joined.is_settled, written) == (Joined(why="不是文字文件", kept=True), False, b"\0b")


@pytest.mark.parametrize("error", [EditError("写不进去", ""), RecursionError("太深")])
def test_a_plan_that_cannot_be_written_in_place_is_merged_as_text_and_told(
    error: Exception, merging: Merging, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise error

    monkeypatch.setattr(three_way, "_spliced", refuse)
    joined, written = merging(PLAN, edited(TITLE), edited(("units: 县应急局", "units: 县应急管理局")))

    assert (joined.conflicts, joined.doubtful, joined.is_settled) == (1, True, False)
    assert str(error) in joined.why
    assert all(said in written.decode() for said in ("行业监管", "县应急管理局", "<<<<<<<"))


def test_a_commented_thing_that_comes_to_stand_in_brackets_loses_nothing(merging: Merging) -> None:
    sectors = "      - id: sectors\n        title: 部门监管\n        units: 县应急局\n"
    ours = edited(("title: 部门监管", "title: 部门监管  # 待核"))
    theirs = edited((sectors, ""), ("points: [", "points: [{id: sectors, title: 部门监管, units: 县应急局}, "))
    joined, written = merging(PLAN, ours, theirs)

    assert not joined.is_settled
    assert all(said in written.decode() for said in ("# 待核", "{id: sectors"))


def test_without_git_plans_are_merged_all_the_same(merging: Merging, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert merging(PLAN, edited(NUMBER), edited(TITLE)) == (Joined(taken=1), edited(NUMBER, TITLE).encode())


def test_a_read_only_ours_is_left_alone(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in "甲乙丙")
    for path, text in ((base, PLAN), (ours, edited(NUMBER)), (theirs, edited(TITLE))):
        path.write_text(text, encoding="utf-8")
    ours.chmod(0o444)

    with pytest.raises(UserError, match="只读"):
        join(base, ours, theirs)
    assert ours.read_text(encoding="utf-8") == edited(NUMBER)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_plan_too_large_to_be_read_is_merged_as_text(merging: Merging) -> None:
    large = f"{PLAN}# {'长' * 2_000_000}\n"
    joined, written = merging(large, edited(NUMBER, of=large), edited(TITLE, of=large))

    assert joined == Joined(why=NO_PLAN)
    assert written == edited(NUMBER, TITLE, of=large).encode()


def test_git_itself_says_which_files_are_no_text(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(f"\0{name}".encode())

    with pytest.raises(git.GitError, match="merge-file"):
        git.merged_lines(tmp_path / "a", tmp_path / "b", tmp_path / "c")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(PLANS, meetings)
def test_ours_says_what_the_merge_says_or_what_git_makes_of_the_lines(plan: Drawn, both: tuple[Script, Script]) -> None:
    texts = [dump(one).encode() for one in (plan, *(changed(plan, script) for script in both))]
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("base", "ours", "theirs")]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text)
        as_lines = git.merged_lines(*paths)
        joined = join(*paths)
        written = paths[1].read_bytes()
    merged = merge(*(content_of(one) for one in map(_said, texts)))

    if joined.why:
        assert (written, joined.conflicts) == as_lines
        assert not joined.is_settled
    else:
        assert content_of(_said(written)) == record(merged.content, merged.decisions)
        assert joined.is_settled == (not recorded(content_of(_said(written))))


def _said(text: bytes) -> Drawn:
    """Return what a plan's file says, as plain data."""
    tree = read(text).tree

    assert tree is not None
    return cast("Drawn", plain(tree))
