"""Old Word files and files of WPS, turned into .docx by LibreOffice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from generator.errors import ToolMissing, UserError
from generator.source.files import read_file

LARGEST = 100_000_000  # bytes of a file that is converted
SECONDS = 60
_TRIES = 2
_ZIP = b"PK\x03\x04"
_KNOWN = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")  # anything else LibreOffice would take for a text in some encoding
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FORMAT = "docx:MS Word 2007 XML"
_SAVE_AGAIN = {".wps": "请在 WPS 里打开，另存为 .docx 后再导入。"}
_OTHERWISE = "请用 Word 或 WPS 打开，另存为 .docx 后再导入。"
_INSTALL = (
    "请安装 LibreOffice（Debian、Ubuntu：apt install libreoffice-writer-nogui；Windows：从 https://zh-cn.libreoffice.org 下载）；或者"
)
_ITEM = '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_CAUTIONS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),  # never
)


def converted(path: Path) -> bytes:
    """Return a .doc or .wps file as .docx; one that is a .docx by another name as it is.

    Raises ToolMissing without LibreOffice, UserError when the file cannot be read, has a password or is not understood.
    """
    data = read_file(path, LARGEST + 1)
    if data.startswith(_ZIP):
        return data
    tip = _SAVE_AGAIN.get(path.suffix.lower(), _OTHERWISE)
    if not data.startswith(_KNOWN):
        raise UserError(f"这不是 Word 或 WPS 文件：{path}", tip)
    if len(data) > LARGEST:
        raise UserError(f"文件过大，没有转换：{path}", tip)
    if _LOCKED in data:
        raise UserError(f"文件设有密码，读不出来：{path}", "请用 Word 或 WPS 打开，取消密码后另存为 .docx。")
    office = shutil.which("soffice")
    if not office:
        raise ToolMissing(f"读 {path.suffix} 文件要用 LibreOffice，这台电脑上没有", _INSTALL + tip.removeprefix("请"))
    made = _converted(office, data, path.suffix.lower())
    if made is None:
        raise UserError(f"LibreOffice 转换不了这个文件：{path}", tip)
    return made


def _converted(office: str, data: bytes, suffix: str) -> bytes | None:
    """Return what LibreOffice makes of a copy of the file, tried again once; None when it makes nothing."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / f"source{suffix}", folder / "made" / "source.docx"
        source.write_bytes(data)
        _write_cautions(folder / "profile")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = [profile, "--headless", "--norestore", "--convert-to", _FORMAT, "--outdir", str(made.parent)]
        for _ in range(_TRIES):
            if _ran([office, *options, str(source)]) and made.exists():
                return made.read_bytes()
    return None


def _write_cautions(profile: Path) -> None:
    """Write a profile in which no macro is run and no link followed."""
    settings = "".join(_ITEM.format(*caution) for caution in _CAUTIONS)
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{settings}</oor:items>',
        encoding="utf-8",
    )


def _ran(command: list[str]) -> bool:
    """Run a command to its end; tell whether it came there in time. It is stopped with all it has started."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True) as process:  # noqa: S603 - found on PATH
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            _stop(process)
            return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
