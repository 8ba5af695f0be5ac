"""`hongtou doctor`: whether this machine has what building needs, and what to do where it has not."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import options, speech
from generator.errors import UsageError, UserError
from generator.render import fonts
from generator.render.style import look_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked for: its name, what was found, and what to do; `needed` when something cannot be built without it."""

    name: str
    found: str
    remedy: str = ""
    needed: bool = False

    @property
    def mark(self) -> str:
        """Return the word that stands before it: fine, could be better, missing."""
        if not self.remedy:
            return "正常"
        return "缺少" if self.needed else "建议"


@speech.command(help="检查本机的字体和工具，指出缺什么、怎么办。\n\n生成公文所必需的都有时退出码为 0，否则为 1。")
@options.style
def command(style: str) -> int:
    """Report what there is and what to do; 1 where something is missing that a document needs."""
    findings = (*_typst(), *_faces(style), _program("soffice", "LibreOffice"), _program("git", "git"))
    for finding in findings:
        click.echo(f"[{finding.mark}] {finding.name}：{finding.found}")
        if finding.remedy:
            click.echo(f"       建议：{finding.remedy}")
    return int(any(finding.needed and finding.remedy for finding in findings))


def _typst() -> Iterator[Finding]:
    try:
        yield Finding("typst（生成 PDF）", metadata.version("typst"))
    except metadata.PackageNotFoundError:
        yield Finding("typst（生成 PDF）", "未安装", "运行 pip install typst。", needed=True)


def _faces(style: str) -> Iterator[Finding]:
    """Yield a finding for each face of the style in force where the command is called. Raises UsageError when there is no such style."""
    try:
        for face in fonts.faces(look_of(Path.cwd() / "plan", style).style):
            remedy = "" if face.origin == "official" else f"正式印发前请安装{face.official}；DOCX 里写的始终是正式字体。"
            yield Finding(f"字体 {face.official}", face.words, remedy)
    except UsageError:
        raise
    except UserError as error:
        yield Finding("字体", error.message, error.tip, needed=True)
    except ImportError:
        yield Finding("字体", "没有 typst，无从查看", "先安装 typst。", needed=True)


_USES = {
    "soffice": (
        "转换和核对 DOCX 时才用，不装也能生成 DOCX 和 PDF。",
        "从 https://zh-cn.libreoffice.org 下载安装，或用系统的软件管理器安装。",
    ),
    "git": ("比较计划的历史版本时才用。", "从 https://git-scm.com 下载安装，或用系统的软件管理器安装。"),
}


def _program(command_name: str, name: str) -> Finding:
    path = shutil.which(command_name)
    use, remedy = _USES[command_name]
    return Finding(name, path) if path else Finding(name, f"未安装（{use}）", remedy)
