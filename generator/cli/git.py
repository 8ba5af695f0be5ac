"""`hongtou git`: git shows plans and Word files as text and merges plans by id, and nothing stays behind when that is not wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import speech

if TYPE_CHECKING:
    from generator.plan.model import Plan

_LARGEST = 200_000_000  # bytes: more than any document; of a longer file the beginning is shown

_everywhere = click.option("--global", "everywhere", is_flag=True, help="对本机当前用户的所有仓库，而不只是当前仓库。")


class _Group(speech.Speaking, click.Group):
    """Lists in Chinese the commands that an officer calls; `text` is git's own."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        rows = [("install", "让 git 按文字显示计划和 Word 文件，按标识合并计划"), ("uninstall", "恢复原样")]
        speech.write_rows(formatter, "命令", rows)


@click.group(
    cls=_Group, subcommand_metavar="命令 [参数]…", options_metavar="[选项]", context_settings=dict(speech.SETTINGS), no_args_is_help=False
)
def command() -> None:
    """让 git diff、git log -p、git show 显示通知的文字、任务和表格，而不是 YAML；Word 文件显示其中的文字。

    git merge、git rebase 等合并计划时，按标识和键合并（同 hongtou merge）；不是计划的 YAML 照 git 原来的办法合并。
    """  # noqa: D400, D415 - Chinese full stop


@speech.command(name="install", help="在 git 中装上：写 .gitattributes 和 git 的设置，原有内容一概不动。\n\n逐行打印写过的文件。")
@_everywhere
def _install(*, everywhere: bool) -> int:
    """Write the lines; 1 where earlier ones were changed by hand."""
    from generator.history import driver  # noqa: PLC0415 - `text` has no use for it

    places = driver.global_places() if everywhere else driver.repository_places(Path.cwd())
    _print(driver.install(places, driver.program()), "已经装好，没有要改的。")
    return 0


@speech.command(name="uninstall", help="从 git 中去掉 install 写入的内容，文件恢复到一字不差。\n\n被手工改过的不动，并指出来，退出码为 1。")
@_everywhere
def _uninstall(*, everywhere: bool) -> int:
    """Take the lines out; 1 where some were changed by hand and stay."""
    from generator.history import driver  # noqa: PLC0415 - `text` has no use for it

    changed, left = driver.uninstall(driver.global_places() if everywhere else driver.repository_places(Path.cwd()))
    _print(changed, "" if left else "没有装过，没有要去掉的。")
    return max((speech.refuse(error) for error in left), default=0)


def _print(files: list[Path], otherwise: str) -> None:
    for file in files:
        click.echo(file)
    if otherwise and not files:
        click.echo(otherwise, err=True)


@speech.command(name="text", help="由 git 调用：打印一个文件的文字。")
@click.argument("file", metavar="文件", type=click.Path(readable=False, path_type=Path))
def _text(file: Path) -> int:
    """Print what git shows for a file."""
    from generator.history import textconv  # noqa: PLC0415 - only git asks for it
    from generator.source.files import read_file  # noqa: PLC0415

    click.echo(textconv.shown(read_file(file, _LARGEST), _printed), nl=False)
    return 0


def _printed(plan: Plan) -> bytes:
    """Return what a plan's notice prints, with the program's own template; of a plan without a notice, the plan and its annexes."""
    from dataclasses import replace  # noqa: PLC0415 - only a plan needs this and what follows

    from generator import project  # noqa: PLC0415
    from generator.plan.model import Notice  # noqa: PLC0415
    from generator.render import to_text  # noqa: PLC0415
    from generator.render.style import Look  # noqa: PLC0415

    look = Look((project.built_in("templates"),), (project.built_in("styles"),))
    return to_text.render(plan if plan.notice else replace(plan, notice=Notice()), look)


command.add_command(_install)
command.add_command(_uninstall)
command.add_command(_text)
