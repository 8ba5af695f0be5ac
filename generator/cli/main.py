"""The command group: it knows the commands by name and loads one only when it is called."""

from __future__ import annotations

import gc
import io
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from generator.cli import speech
from generator.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "build": "生成公文（Word、PDF、文本）",
    "check": "检查计划，指出每处问题和改法",
    "show": "显示计划的提纲、编号和统计",
    "import": "把去年的 Word 文件、网页或文字变成计划",
    "diff": "比较两份计划，说明改了什么",
    "doctor": "检查本机的字体和工具，指出缺什么、怎么办",
    "template": "生成或查看 Word 模板",
    "merge": "把两边对同一份计划的改动合并起来",
    "log": "显示一份计划或其中一项历次改了什么",
    "git": "让 git 按文字显示计划和 Word 文件，按标识合并计划",
    "schema": "输出 JSON Schema，供编辑器提示和校验",
}
"""Every command with its line in the help; each is the `command` of the module of the same name."""

_GARBAGE = 100_000  # objects made before any are looked through: hardly any are garbage in a command that lives for a second


class _Group(speech.Speaking, click.Group):
    """Lists commands from the table and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"generator.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # noqa: PLC0415 - only a mistyped command pays for it

            likely = difflib.get_close_matches(args[0], COMMANDS, n=1)
            ctx.fail(f"没有命令“{args[0]}”" + (f"，是不是 {likely[0]}？" if likely else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        speech.write_rows(formatter, "命令", list(COMMANDS.items()))


@click.group(
    cls=_Group,
    no_args_is_help=False,
    invoke_without_command=True,
    subcommand_metavar="命令 [参数]…",
    options_metavar="[选项]",
    context_settings=speech.SETTINGS,
)
@click.option("--version", is_flag=True, is_eager=True, help="显示版本。")
@click.pass_context
def hongtou(ctx: click.Context, *, version: bool) -> None:
    """红头：年度工作要点的起草、检查与生成。

    每个命令加 --help 可看用法；手册见 docs/使用手册.md。
    """  # noqa: D400, D415 - Chinese full stop
    if version:
        click.echo(f"hongtou {__version__}")
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code: 0 fine, 1 problems found, 2 wrong usage, 3 cannot run."""
    _prepare_streams()
    gc.set_threshold(_GARBAGE)
    try:
        code = int(hongtou.main(arguments, prog_name="hongtou", standalone_mode=False) or 0)
        sys.stdout.flush()
    except SystemExit:  # click's way out when the reader of our output has left
        code = 0
    except Exception as error:  # noqa: BLE001 - the last line of defence: an officer never sees a traceback
        code = speech.explain(error)
    except KeyboardInterrupt:
        code = speech.interrupted()
    sys.exit(code)


def _prepare_streams() -> None:
    """Print UTF-8 whatever the locale says, except to a console; what goes to a closed stream goes nowhere."""
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
