"""What git is told so that it shows plans and Word files as text: attributes say of which files, settings say how."""

from __future__ import annotations

import os
import shlex
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.history import block, git
from generator.source.files import make_folder, read_file, replace_file

if TYPE_CHECKING:
    from generator.errors import UserError

ATTRIBUTES = ("*.yaml diff=hongtou merge=hongtou", "*.docx diff=hongtou")
"""The files of a repository that has hongtou installed; a YAML file that is no plan is shown as it is and merged as text."""

GLOBAL_ATTRIBUTES = (
    "**/plans/**/*.yaml diff=hongtou merge=hongtou",
    "20[0-9][0-9]*.yaml diff=hongtou merge=hongtou",
    "*.docx diff=hongtou",
)
"""The files of any repository: only those that are named as plans are."""

SETTINGS = {
    'diff "hongtou"': {"textconv": "{hongtou} git text", "xfuncname": "^([一二三四五六七八九十百]+、.*)$"},
    'merge "hongtou"': {
        "name": "红头：工作要点按标识和键合并",
        "driver": "{hongtou%} --version >/dev/null 2>&1 && "
        "{ {hongtou%} merge --name %P %O %A %B; code=$?; [ $code -le 1 ] && exit $code; }; "
        "exec git merge-file -L ours -L base -L theirs %A %O %B",
        "recursive": "text",
    },
}
"""Every section of git's settings; {hongtou} is what starts this program, {hongtou%} with every % doubled, as git wants it there.

A merge that this program cannot make, because it was moved away or fails, is git's own: it must never end in ours alone. So is
that of the bases of branches that merged each other (recursive): ours in such a base would settle a decision unseen.
"""

_SAYS = "# 由 hongtou git install 写入，hongtou git uninstall 会去掉；请不要手工改动。"
_KEPT = "# .gitattributes 里原来就有这几行（随仓库一起来的），卸载时留着。"
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Places:
    """The two files that tell git: one with attributes, one with settings; `attributes` are the lines that the first gets."""

    attributes_file: Path
    settings_file: Path
    attributes: tuple[str, ...]


def repository_places(folder: Path) -> Places:
    """Return the files of the repository around a folder. Raises ToolMissing without git, UserError outside of a repository."""
    top = Path(git.place(folder, "--show-toplevel"))
    return Places(top / ".gitattributes", folder / git.place(folder, "--git-path config"), ATTRIBUTES)


def global_places() -> Places:
    """Return the files for every repository of this user, found as git finds them. Raises ToolMissing without git."""
    home = Path.home()
    general = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "git"
    own = home / ".gitconfig"
    usual = general / "config" if not own.exists() and (general / "config").exists() else own
    settings = Path(os.environ.get("GIT_CONFIG_GLOBAL") or usual)
    return Places(_asked_for("core.attributesFile") or general / "attributes", settings, GLOBAL_ATTRIBUTES)


def _asked_for(key: str) -> Path | None:
    """Return a path that the user's or the machine's settings name, None where they name none."""
    for scope in ("--global", "--system"):
        with suppress(git.GitError):
            if named := git.answer(Path.home(), "config", scope, "--includes", "--type=path", "--get", key).removesuffix("\n"):
                return Path(named)
    return None


def program() -> str:
    """Return what starts this program in a shell: its installed script, else this Python."""
    script = Path(sys.argv[0])
    if script.stem == "hongtou" and script.is_file():
        return shlex.quote(script.absolute().as_posix())
    return shlex.join((Path(sys.executable).as_posix(), "-P", "-c", "from generator.cli.main import main; main()"))


def install(places: Places, starts: str) -> list[Path]:
    """Write the lines into both files, in place of those of an earlier time, and return the files that changed.

    `starts` is what starts the program. Raises EditedError, naming the file, where earlier lines were changed by hand; then nothing
    is written.
    """
    attributes, settings = _read(places.attributes_file), _read(places.settings_file)
    there = _found(places.attributes_file, attributes)
    installed = _found(places.settings_file, settings)
    kept = _KEPT.encode() in installed.lines if installed else there is not None
    lines = (*((_KEPT,) if kept else ()), *_settings(starts))
    wanted = {  # the settings first: by them uninstall knows that there is something to take back
        places.settings_file: (settings, block.added(settings, _lines(lines))),
        places.attributes_file: (attributes, attributes if kept else block.added(attributes, _lines(places.attributes))),
    }
    return [path for path, (old, new) in wanted.items() if _put(path, old, new)]


def uninstall(places: Places) -> tuple[list[Path], list[UserError]]:
    """Take the lines out of both files; return the files that changed, and what is wrong with those left as they are."""
    changed: list[Path] = []
    left: list[UserError] = []
    for path in _ours(places):
        old = _read(path)
        try:
            _found(path, old)
        except block.EditedError as error:
            left.append(error)
        else:
            changed += [path] if _put(path, old, block.removed(old or b"")) else []
    return changed, left


def _ours(places: Places) -> tuple[Path, ...]:
    """Return the files that an installation on this machine wrote into: not attributes that came with the repository."""
    settings = _read(places.settings_file) or b""
    if not block.touches(settings):
        return ()
    return (places.settings_file,) if _KEPT.encode() in settings else (places.attributes_file, places.settings_file)


def _found(path: Path, data: bytes | None) -> block.Block | None:
    try:
        return block.found(data or b"")
    except block.EditedError as error:
        raise block.EditedError(f"{path} 里 {error.message}", error.tip) from error


def _settings(starts: str) -> list[str]:
    """Return the lines of the settings, every value quoted as git's own files want it."""
    lines = []
    for section, entries in SETTINGS.items():
        lines.append(f"[{section}]")
        for key, value in entries.items():
            text = value.replace("{hongtou}", starts).replace("{hongtou%}", starts.replace("%", "%%"))
            quoted = text.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'\t{key} = "{quoted}"')
    return lines


def _lines(lines: tuple[str, ...]) -> bytes:
    return "".join(f"{line}\n" for line in (_SAYS, *lines)).encode("utf-8", "surrogateescape")


def _read(path: Path) -> bytes | None:
    return read_file(path, _LARGEST) if path.exists() else None


def _put(path: Path, old: bytes | None, new: bytes | None) -> bool:
    """Write a file, or remove it where nothing is left of it, and tell whether that changed anything."""
    if new == old or (new is None and not old):
        return False
    if new is None:
        path.unlink()
        _leave(path)
    else:
        make_folder(path.parent)
        replace_file(path, new)
    return True


def _leave(path: Path) -> None:
    """Remove the folders below the home folder that nothing is left in, as they were made for this file."""
    with suppress(OSError):
        for folder in path.parents:
            if Path.home() not in folder.parents:
                return
            folder.rmdir()
