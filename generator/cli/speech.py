"""How the program speaks: click's help and errors in Chinese, refusals with their remedy, its own defects owned up to."""

from __future__ import annotations

import re
import sys
import traceback
from typing import TYPE_CHECKING, Any

import click

from generator.cli import output
from generator.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

INTERRUPTED = 130
CANNOT_RUN = 3
SETTINGS: Mapping[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Speaking(click.Command):
    """A command whose help is in Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and a group's commands."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        write_rows(formatter, "选项", [record for option in options if (record := option.get_help_record(ctx))])
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with Chinese words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示用法。"
        return option


def write_rows(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    """Write rows of two columns under a heading, aligned by the columns a terminal gives to Chinese."""
    width = max(output.columns(name) for name, _ in rows) + 2
    formatter.write(f"\n{heading}：\n")
    for name, words in rows:
        formatter.write(output.wrapped(f"  {name}{' ' * (width - output.columns(name))}{words}", " " * (width + 2)) + "\n")


def command(*, help: str, name: str | None = None) -> Callable[[Callable[..., int]], Speaking]:  # noqa: A002 - click's word
    """Return click's command decorator, for a command that speaks Chinese."""
    return click.command(name, cls=Speaking, options_metavar="[选项]", context_settings=dict(SETTINGS), help=help)


def explain(error: Exception) -> int:
    """Print what ended a command, in the way that fits it, and return the exit code."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        return interrupted()
    if isinstance(error, click.ClickException):
        return refuse_usage(error)
    if isinstance(error, OSError):
        return refuse(UserError(f"结果写不出去（{error.strerror or error}）", "请检查输出的去处：磁盘是否已满、管道是否已断。"))
    return refuse(error) if isinstance(error, UserError) else confess(error)


def interrupted() -> int:
    """Say that the officer stopped the command, and return its exit code; what was being written is taken back on the way out."""
    click.echo("已停止（按了 Ctrl-C）：已经写好的文件都是完整的，没有写完的没有留下。", err=True)
    return INTERRUPTED


def refuse(error: UserError) -> int:
    """Print a refusal with its remedy and return its exit code."""
    _say("未完成", error.message, error.tip)
    return error.exit_code


def refuse_usage(error: click.ClickException) -> int:
    """Print what is wrong with the way a command was called, and return its exit code."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "hongtou"
    _say("用法不对", _in_chinese(error), f"输入 {path} --help 查看用法。")
    return error.exit_code


def _say(failure: str, message: str, tip: str) -> None:
    """Print a failure and its remedy to the standard error, broken to the terminal's width."""
    said = output.wrapped(f"{failure}：{message}", "  ")
    click.echo(said.replace(failure, click.style(failure, fg="red", bold=True), 1), err=True)
    if tip:
        click.echo(output.wrapped(f"  建议：{tip}", "        "), err=True)


def confess(error: Exception) -> int:
    """Print that the program itself failed, with what its makers need to know."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    click.echo(f"程序内部出错，这是程序的缺陷，不是您的文件有错：{type(error).__name__}: {error}", err=True)
    click.echo(f"  位置：{where.filename}:{where.lineno}（{where.name}）", err=True)
    click.echo(f"  建议：请把以上内容、所用命令 {' '.join(sys.argv)} 和出错的文件发给维护者；您的文件没有改动。", err=True)
    return CANNOT_RUN


def _in_chinese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        likely = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{likely}"
    if isinstance(error, click.MissingParameter):
        return f"缺少{_named(error)}"
    if isinstance(error, click.BadParameter):
        return f"{_named(error)}的值不对{_choices(error)}"
    return _reworded(error.format_message())


def _named(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return f"选项 {param.opts[-1]} "
    return f"参数 {param.make_metavar(error.ctx) if param and error.ctx else ''} ".replace("...", "…")


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    return f"，可以写：{'、'.join(map(str, kind.choices))}" if isinstance(kind, click.Choice) else f"（{error.message}）"


_REWORDED = (
    (re.compile(r"Got unexpected extra arguments? \((.*)\)"), r"多出了参数 \1"),
    (re.compile(r"Option '([^']*)' requires an argument\."), r"选项 \1 后面要写内容"),
    (re.compile(r"Option '([^']*)' does not take a value\."), r"选项 \1 后面不写内容"),
)


def _reworded(message: str) -> str:
    for pattern, chinese in _REWORDED:
        if pattern.fullmatch(message):
            return pattern.sub(chinese, message)
    return message
