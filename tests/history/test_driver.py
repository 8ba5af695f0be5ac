"""Installing into git: what was there stays, and comes back to the byte; git itself reads what is written."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from generator.errors import ToolMissing, UserError
from generator.history import driver
from generator.history.block import EditedError
from tests.history.sandbox import Sandbox, made

if TYPE_CHECKING:
    from pathlib import Path

STARTS = shlex.join(['/opt/红头 工具/100%Ab/it\'s "bin"\\hongtou'])
ATTRIBUTES = [
    None,
    b"",
    b"* text=auto\n",
    b"* text=auto",
    b"*.docx binary\r\n*.yaml -diff\r\n",
    b"a\r\nb",
    "*.yaml diff=other\n# 说明".encode("gbk"),
    b"*.yaml merge=union\n",
    b"\xef\xbb\xbf*.docx diff=word\n\n",
]
SETTINGS = [
    None,
    b"",
    b"[user]\n\tname = a",
    b'[user]\r\n\tname = "a"\r\n',
    b'[diff "hongtou"]\n  textconv = cat   ; mine\n[ALIAS]\n\tl=log',
    b'[merge "hongtou"]\n\tdriver = false\n[merge]\n\tconflictStyle = diff3',
    "# 说明\n[core]\n\teditor = vi".encode("gbk"),
]


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    return made(tmp_path, monkeypatch)


def _state(folder: Path) -> dict[str, bytes | None]:
    """Return everything below a folder with its bytes, folders too."""
    return {str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


def _put(path: Path, data: bytes | None) -> None:
    """Leave a file with these bytes, or no file."""
    if data is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _textconv(sandbox: Sandbox, *scope: str) -> str:
    return sandbox.git("config", *scope, "--get", "diff.hongtou.textconv").strip()


def _driver(sandbox: Sandbox, name: str, kind: str = "diff") -> str:
    """Return the driver of a kind that git finds for a file."""
    return sandbox.git("check-attr", "-z", kind, name).split("\0")[2]


def _merging(sandbox: Sandbox, *scope: str) -> str:
    """Return the beginning of the command with which git merges plans."""
    return sandbox.git("config", *scope, "--get", "merge.hongtou.driver").partition(" --version ")[0]


@pytest.mark.parametrize("settings", [None, b"", b"[alias]\n\tl = log", b"[alias]\r\n\tl = log\r\n"])
@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_a_repository_is_what_it_was_to_the_byte(attributes: bytes | None, settings: bytes | None, sandbox: Sandbox) -> None:
    config = sandbox.top / ".git/config"
    _put(sandbox.top / ".gitattributes", attributes)
    _put(config, config.read_bytes() + (settings or b""))
    before = _state(sandbox.top)
    places = driver.repository_places(sandbox.top)
    changed = driver.install(places, STARTS)
    found = (_textconv(sandbox), _driver(sandbox, "a 计划.yaml"), _driver(sandbox, "深/深/稿.docx"))
    merging = (_merging(sandbox), _driver(sandbox, "a 计划.yaml", "merge"))

    assert changed == [config, sandbox.top / ".gitattributes"]
    assert found == (f"{STARTS} git text", "hongtou", "hongtou")
    assert merging == (STARTS.replace("%", "%%"), "hongtou")
    assert driver.uninstall(places) == (changed[::-1], [])
    assert _state(sandbox.top) == before


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize("attributes", ATTRIBUTES)
def test_a_home_folder_is_what_it_was_to_the_byte(attributes: bytes | None, settings: bytes | None, sandbox: Sandbox) -> None:
    _put(sandbox.home / ".config/git/attributes", attributes)
    _put(sandbox.home / ".gitconfig", settings)
    before = _state(sandbox.home)
    driver.install(driver.global_places(), STARTS)
    found = (_textconv(sandbox, "--global"), _driver(sandbox, "plans/云 阳/2025.yaml"), _driver(sandbox, "深/稿.docx"))
    merging = (_merging(sandbox, "--global"), _driver(sandbox, "plans/云 阳/2025.yaml", "merge"))

    assert found == (f"{STARTS} git text", "hongtou", "hongtou")
    assert merging == (STARTS.replace("%", "%%"), "hongtou")
    driver.uninstall(driver.global_places())
    assert _state(sandbox.home) == before


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("plans/云阳/2025.yaml", "hongtou"),
        ("工作/plans/a/b/x.yaml", "hongtou"),
        ("2025.yaml", "hongtou"),
        ("县里/2025-征求意见稿.yaml", "hongtou"),
        ("docker-compose.yaml", "unspecified"),
        ("k8s/deployment.yaml", "unspecified"),
        ("plans.yaml", "unspecified"),
    ],
)
def test_for_every_repository_only_files_named_as_plans_are_taken(name: str, found: str, sandbox: Sandbox) -> None:
    driver.install(driver.global_places(), STARTS)

    assert [_driver(sandbox, name, kind) for kind in ("diff", "merge")] == [found, found]


def test_an_attributes_file_that_the_settings_name_is_the_one(sandbox: Sandbox) -> None:
    (sandbox.home / "我的 属性").write_bytes(b"*.png binary")
    sandbox.git("config", "--global", "core.attributesFile", "~/我的 属性")
    before = _state(sandbox.home)
    changed = driver.install(driver.global_places(), STARTS)

    assert changed == [sandbox.home / ".gitconfig", sandbox.home / "我的 属性"]
    assert _driver(sandbox, "a.docx") == "hongtou"
    driver.uninstall(driver.global_places())
    assert _state(sandbox.home) == before


def test_the_settings_in_the_xdg_folder_are_used_where_they_are_the_only_ones(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(sandbox.home / "设 置"))
    _put(sandbox.home / "设 置/git/config", b"[user]\n")

    assert driver.global_places().settings_file == sandbox.home / "设 置/git/config"
    assert driver.global_places().attributes_file == sandbox.home / "设 置/git/attributes"
    _put(sandbox.home / ".gitconfig", b"")
    assert driver.global_places().settings_file == sandbox.home / ".gitconfig"


def test_settings_elsewhere_are_used_where_the_environment_says_so(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(sandbox.home / "另外"))
    driver.install(driver.global_places(), STARTS)

    assert _textconv(sandbox, "--global") == f"{STARTS} git text"
    assert not (sandbox.home / ".gitconfig").exists()


def test_installing_twice_is_installing_once(sandbox: Sandbox) -> None:
    places = driver.repository_places(sandbox.top)
    driver.install(places, STARTS)
    once = _state(sandbox.top)

    assert driver.install(places, STARTS) == []
    assert _state(sandbox.top) == once


def test_installing_from_elsewhere_takes_the_place_of_the_earlier_one(sandbox: Sandbox) -> None:
    places = driver.repository_places(sandbox.top)
    before = _state(sandbox.top)
    driver.install(places, "/old/hongtou")

    assert driver.install(places, STARTS) == [places.settings_file]
    assert _textconv(sandbox) == f"{STARTS} git text"
    driver.uninstall(places)
    assert _state(sandbox.top) == before


def test_what_git_itself_writes_into_its_settings_later_stays_to_the_byte(sandbox: Sandbox) -> None:
    def set_more() -> bytes:
        sandbox.git("config", "core.abbrev", "9")
        sandbox.git("config", "user.name", "李四")
        return (sandbox.top / ".git/config").read_bytes()

    before = (sandbox.top / ".git/config").read_bytes()
    expected = set_more()
    (sandbox.top / ".git/config").write_bytes(before)
    driver.install(driver.repository_places(sandbox.top), STARTS)
    set_more()
    driver.uninstall(driver.repository_places(sandbox.top))

    assert (sandbox.top / ".git/config").read_bytes() == expected


def test_lines_changed_by_hand_are_told_and_left_while_the_others_go(sandbox: Sandbox) -> None:
    places = driver.repository_places(sandbox.top)
    driver.install(places, STARTS)
    sandbox.replace(".gitattributes", "*.docx diff=hongtou", "*.docx diff=word")
    edited = places.attributes_file.read_bytes()
    changed, left = driver.uninstall(places)

    assert changed == [places.settings_file]
    assert [str(places.attributes_file) in error.message for error in left] == [True]
    assert places.attributes_file.read_bytes() == edited


def test_installing_over_lines_changed_by_hand_is_refused_and_writes_nothing(sandbox: Sandbox) -> None:
    places = driver.repository_places(sandbox.top)
    driver.install(places, STARTS)
    sandbox.git("config", "diff.hongtou.cachetextconv", "true")
    before = _state(sandbox.top)

    with pytest.raises(EditedError, match="config 里 hongtou 写入的几行被手工改过"):
        driver.install(places, "/new/hongtou")
    assert _state(sandbox.top) == before


def test_attributes_that_came_with_the_repository_stay_in_it(sandbox: Sandbox, tmp_path: Path) -> None:
    driver.install(driver.repository_places(sandbox.top), STARTS)
    sandbox.commit("属性随仓库走")
    clone = tmp_path / "同事 的"
    sandbox.git("clone", "--quiet", str(sandbox.top), str(clone))
    before = _state(clone)
    places = driver.repository_places(clone)

    assert driver.uninstall(places) == ([], [])
    assert driver.install(places, STARTS) == [places.settings_file]
    assert driver.install(places, STARTS) == []
    assert driver.uninstall(places) == ([places.settings_file], [])
    assert _state(clone) == before


def test_what_could_be_written_only_by_half_is_taken_back(sandbox: Sandbox) -> None:
    places = driver.repository_places(sandbox.top)
    before = _state(sandbox.top)
    places.attributes_file.mkdir()

    with pytest.raises(UserError, match="文件夹"):
        driver.install(places, STARTS)
    places.attributes_file.rmdir()
    driver.uninstall(places)
    assert _state(sandbox.top) == before


def test_a_linked_worktree_shares_the_settings_of_its_repository(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.write("a", "")
    sandbox.commit("一")
    sandbox.git("worktree", "add", "--quiet", str(tmp_path / "副本"))
    places = driver.repository_places(tmp_path / "副本")

    assert places.attributes_file == tmp_path / "副本/.gitattributes"
    assert places.settings_file.resolve() == (sandbox.top / ".git/config").resolve()


def test_a_folder_below_the_top_installs_at_the_top(sandbox: Sandbox) -> None:
    (sandbox.top / "深 处").mkdir()
    places = driver.repository_places(sandbox.top / "深 处")

    assert places.attributes_file == sandbox.top / ".gitattributes"
    assert places.settings_file.resolve() == (sandbox.top / ".git/config").resolve()


def test_a_folder_outside_of_any_repository_is_told(sandbox: Sandbox) -> None:
    with pytest.raises(UserError, match="不在可用的 git 仓库里"):
        driver.repository_places(sandbox.home)


def test_a_machine_without_git_is_told(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    for places in (driver.global_places, lambda: driver.repository_places(sandbox.top)):
        with pytest.raises(ToolMissing, match="没有 git"):
            places()


def test_the_installed_script_starts_the_program_where_it_is_what_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "工 具/hongtou"
    _put(script, b"")
    monkeypatch.setattr(sys, "argv", [str(script), "git", "install"])

    assert shlex.split(driver.program()) == [str(script)]


def test_without_a_script_this_python_starts_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["-c"])
    out = subprocess.run(["sh", "-c", f'{driver.program()} "$@"', "sh", "--version"], capture_output=True, check=True).stdout  # noqa: S607 - git's own way

    assert out.startswith(b"hongtou ")
