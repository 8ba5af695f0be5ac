"""A plan at a revision: the name as git takes it, the region of the same revision, and the commits of a file under all its names."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import workflow
from generator.errors import ToolMissing, UserError
from generator.history.repository import Blobs, located, revisions
from tests.history.sandbox import PLAN, Sandbox, made

MARK = "云阳县人民政府文件"


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    return made(tmp_path, monkeypatch)


def _loaded(text: str) -> workflow.Loaded:
    return workflow.load(*located(text))


def _mark(text: str) -> str:
    """Return the mark of a plan's notice, which the region beside it gives."""
    plan = _loaded(text).plan

    assert plan is not None
    assert plan.notice is not None
    return "".join(plan.notice.mark)


def test_a_plan_is_loaded_with_the_region_of_its_own_revision(sandbox: Sandbox) -> None:
    sandbox.take_plans()
    sandbox.replace("plans/yunyang/region.yaml", MARK, "云阳县人民政府办公室文件")
    sandbox.commit("换标志")
    (sandbox.top / "plans/yunyang/region.yaml").unlink()

    assert _mark(f"HEAD~1:{PLAN}") == MARK
    assert _mark(f"HEAD:{PLAN}") == "云阳县人民政府办公室文件"


def test_its_files_are_named_with_the_revision(sandbox: Sandbox) -> None:
    sandbox.take_plans()
    loaded = _loaded(f"HEAD:{PLAN}")

    assert [document.file for document in loaded.documents] == [f"HEAD:{PLAN}", "HEAD:plans/yunyang/region.yaml"]
    assert loaded.problems == ()


def test_a_problem_points_into_the_revision(sandbox: Sandbox) -> None:
    sandbox.write("坏 的.yaml", "a: [")
    sandbox.commit("坏")
    (problem,) = _loaded("HEAD:坏 的.yaml").problems

    assert problem.span is not None
    assert problem.span.file == "HEAD:坏 的.yaml"


@pytest.mark.parametrize("name", ["./2025.yaml", "../yunyang/2025.yaml", PLAN, "plans/./yunyang//2025.yaml"])
def test_a_path_counts_from_the_top_or_from_here_as_in_git(name: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.take_plans()
    monkeypatch.chdir(sandbox.top / "plans/yunyang")

    assert _loaded(f"main:{name}").file == f"main:{PLAN}"
    assert _mark(f"main:{name}") == MARK


@pytest.mark.parametrize("revision", ["HEAD", "main", "@", "HEAD^0", "初稿", "HEAD^{/两份}", "@{0}", "main@{2999-01-01 10:30:00}", ""])
def test_every_name_that_git_knows_for_a_revision_is_one(revision: str, sandbox: Sandbox) -> None:
    sandbox.take_plans()
    sandbox.git("tag", "初稿")

    assert _mark(f"{revision}:{PLAN}") == MARK


def test_the_index_is_the_revision_without_a_name(sandbox: Sandbox) -> None:
    sandbox.write("a.yaml", "a: 1\n")
    sandbox.git("add", ".")
    sandbox.write("a.yaml", "a: 2\n")

    assert _loaded(":a.yaml").documents[0].text == "a: 1\n"


def test_a_file_of_that_very_name_wins(sandbox: Sandbox) -> None:
    sandbox.write("a.yaml", "a: 1\n")
    sandbox.commit("a")
    sandbox.write("HEAD:a.yaml", "a: 2\n")

    assert _loaded("HEAD:a.yaml").documents[0].text == "a: 2\n"


@pytest.mark.parametrize("name", ["C:\\计划\\2025.yaml", "c:/计划/2025.yaml", "计划/2025.yaml", "2025.yaml"])
def test_a_plain_path_is_read_from_the_disk_without_git(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    place = located(name)

    assert place.path == Path(name)
    with pytest.raises(UserError, match="找不到文件"):
        place.read(place.path)


def test_a_region_that_is_a_link_is_followed(sandbox: Sandbox) -> None:
    sandbox.take_plans()
    (sandbox.top / "plans/yunyang/region.yaml").rename(sandbox.top / "plans/共用.yaml")
    (sandbox.top / "plans/yunyang/region.yaml").symlink_to("../共用.yaml")
    sandbox.commit("共用")

    assert _mark(f"HEAD:{PLAN}") == MARK


def test_a_region_that_the_revision_has_not_is_told_where_it_is_named(sandbox: Sandbox) -> None:
    sandbox.write("2025.yaml", "format: 1\nyear: 2025\ntitle: 要点\nregion: region.yaml\n")
    sandbox.commit("一")
    sandbox.write("region.yaml", "name: 某县\n")
    (problem,) = _loaded("HEAD:2025.yaml").problems

    assert problem.code == "region-unreadable"
    assert "版本 HEAD里没有文件 region.yaml" in problem.message


@pytest.mark.parametrize(
    ("text", "said", "tip"),
    [
        ("HAED:a.yaml", "没有版本“HAED”", "git log"),
        ("HEAD~9:a.yaml", "没有版本“HEAD~9”", "git log"),
        ("--output=x:a.yaml", "没有版本“--output=x”", "git log"),
        ("HEAD:b.yaml", "版本 HEAD里没有文件 b.yaml", "./"),
        ("HEAD:夹", "版本 HEAD里没有文件 夹", "./"),
        ("HEAD:../../外.yaml", "没有文件", "./"),
        ("HEAD:a\nb.yaml", "没有文件", "./"),
        (":b.yaml", "暂存区里没有文件 b.yaml", "./"),
    ],
)
def test_what_there_is_not_is_named_with_what_to_do(text: str, said: str, tip: str, sandbox: Sandbox) -> None:
    sandbox.write("a.yaml", "a: 1\n")
    sandbox.write("夹/c.yaml", "c: 1\n")
    sandbox.commit("一")

    with pytest.raises(UserError, match=said) as refused:
        _loaded(text)
    assert tip in refused.value.tip
    assert refused.value.exit_code == 3


def test_a_folder_outside_of_any_repository_is_told(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(sandbox.home)

    with pytest.raises(UserError, match="不在可用的 git 仓库里") as refused:
        _loaded("HEAD:a.yaml")
    assert "git init" in refused.value.tip


def test_a_machine_without_git_is_told(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.write("a.yaml", "a: 1\n")
    monkeypatch.setenv("PATH", "")

    with pytest.raises(ToolMissing, match="没有 git") as refused:
        _loaded("HEAD:a.yaml")
    assert "git-scm.com" in refused.value.tip
    assert refused.value.exit_code == 3


def test_revisions_are_told_newest_first_under_every_name(sandbox: Sandbox) -> None:
    lines = "".join(f"- 第{number}行\n" for number in range(20))
    sandbox.write("旧 名.yaml", lines)
    first = sandbox.commit("起草")
    sandbox.write("别的.yaml", "b\n")
    sandbox.commit("别的文件")
    (sandbox.top / "旧 名.yaml").rename(sandbox.top / "新[1]名.yaml")
    second = sandbox.commit("改名")
    sandbox.write("新[1]名.yaml", lines + "- 末行\n")
    third = sandbox.commit("添一行：末行")
    found = revisions(sandbox.top / "新[1]名.yaml")

    assert [(revision.commit, revision.subject, str(revision.path)) for revision in found] == [
        (third, "添一行：末行", "新[1]名.yaml"),
        (second, "改名", "新[1]名.yaml"),
        (first, "起草", "旧 名.yaml"),
    ]
    assert {revision.author for revision in found} == {"张三"}
    assert all(len(revision.date) == len("2025-03-13T10:00:00+08:00") for revision in found)


def test_a_merge_that_decided_itself_is_a_revision_too(sandbox: Sandbox) -> None:
    sandbox.write("a.yaml", "a: 1\n")
    sandbox.commit("一")
    sandbox.git("switch", "--quiet", "--create", "征求意见")
    sandbox.write("a.yaml", "a: 2\n")
    sandbox.commit("二")
    sandbox.git("switch", "--quiet", "main")
    sandbox.write("a.yaml", "a: 3\n")
    sandbox.commit("三")
    sandbox.git("merge", "--quiet", "--strategy=ours", "--no-commit", "征求意见")
    sandbox.write("a.yaml", "a: 4\n")
    sandbox.commit("合并")
    subjects = [revision.subject for revision in revisions(Path("a.yaml"))]

    assert subjects[0] == "合并"
    assert sorted(subjects) == sorted(["一", "二", "三", "合并"])


def test_a_file_never_committed_has_no_revisions(sandbox: Sandbox) -> None:
    sandbox.take_plans()

    assert revisions(sandbox.write("新.yaml", "")) == ()


def test_many_revisions_are_read_through_one_process(sandbox: Sandbox) -> None:
    for number in range(5):
        sandbox.write("a.yaml", f"a: {number}\n")
        sandbox.commit(str(number))
    with Blobs(sandbox.top) as blobs:
        texts = [blobs.at(revision.commit)(revision.path).text for revision in revisions(sandbox.top / "a.yaml")]

    assert texts == [f"a: {number}\n" for number in (4, 3, 2, 1, 0)]


def test_a_refusal_does_not_put_the_process_out_of_step(sandbox: Sandbox) -> None:
    sandbox.write("a.yaml", "a: 1\n")
    sandbox.commit("一")
    with Blobs(sandbox.top) as blobs:
        for name in ("没有.yaml", "a.yaml/b", "."):
            with pytest.raises(UserError, match="没有文件"):
                blobs.at("HEAD")(Path(name))

        assert blobs.at("HEAD")(Path("a.yaml")).text == "a: 1\n"


def test_the_bytes_of_a_file_are_there_only_where_the_file_is(sandbox: Sandbox) -> None:
    sandbox.write("深 处/坏.yaml", b"\xb0\xa1: [")
    commit = sandbox.commit("坏")
    with Blobs(sandbox.top) as blobs:
        found = [
            blobs.data(*named)
            for named in ((commit, Path("深 处/坏.yaml")), (f"{commit}^", Path("深 处/坏.yaml")), (commit, Path("../外面")))
        ]

    assert found == [b"\xb0\xa1: [", None, None]


def test_a_merge_that_took_one_side_is_no_revision(sandbox: Sandbox) -> None:
    sandbox.take_plans()
    sandbox.git("switch", "--quiet", "--create", "乙")
    sandbox.replace(PLAN, "year: 2025", "year: 2026")
    sandbox.commit("乙改")
    sandbox.git("switch", "--quiet", "main")
    sandbox.replace(PLAN, "year: 2025", "year: 2027")
    sandbox.commit("甲改")
    sandbox.git("merge", "--quiet", "--no-edit", "--strategy=ours", "乙")
    sandbox.replace(PLAN, "year: 2027", "year: 2028")
    sandbox.commit("甲再改")

    assert [revision.subject for revision in revisions(Path(PLAN))][:2] == ["甲再改", "甲改"]
