"""`hongtou template`: write the Word template of the notice, or tell what a template uses."""

from __future__ import annotations

from pathlib import Path

import click

from generator import project
from generator.cli import options, speech
from generator.errors import UserError
from generator.render import to_docx
from generator.render.style import look_of
from generator.render.word.inspect import uses
from generator.render.word.template import template
from generator.source.files import make_folder, read_file, replace_file

_OWN = Path("templates") / to_docx.NAME
_FILE = click.Path(readable=False, path_type=Path)


class _Group(speech.Speaking, click.Group):
    """Lists its two commands in Chinese."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        speech.write_rows(formatter, "命令", [("build", "按样式生成 Word 模板"), ("inspect", "列出模板用到和没用到的要素")])


@click.group(
    cls=_Group, subcommand_metavar="命令 [参数]…", options_metavar="[选项]", context_settings=dict(speech.SETTINGS), no_args_is_help=False
)
def command() -> None:
    """Word 模板：生成一份，在 Word 或 WPS 里改样式；或查看一份用到了什么。"""  # noqa: D400, D415 - Chinese full stop


@speech.command(
    name="build", help="按样式生成通知的 Word 模板，默认写到 templates/notice/notice.docx。\n\n已有的模板可能改过样式，不会被替换。"
)
@click.argument("file", metavar="[模板]", type=_FILE, default=_OWN)
@options.style
def _build(file: Path, style: str) -> int:
    """Write the template; 3 where another one stands there."""
    data = template(look_of(file, style).style)
    if file.exists() and not _ours(file, data):
        raise UserError(f"已有模板 {file}，没有替换", "它可能改过样式；确要重新生成，请先把它移走或改名。")
    make_folder(file.parent)
    replace_file(file, data)
    click.echo(file)
    return 0


def _ours(file: Path, data: bytes) -> bool:
    """Tell whether a template may be replaced: it is the program's own, or says the same already."""
    own = project.built_in("templates") / to_docx.NAME
    return file.resolve() == own.resolve() or read_file(file, len(data) + 1) == data


@speech.command(name="inspect", help="列出 Word 模板用到和没用到的要素。\n\n有写错的标记时逐处指出，退出码为 3。")
@click.argument("file", metavar="模板", type=_FILE)
def _inspect(file: Path) -> int:
    """Print what a template uses; 3 where a tag in it is wrong."""
    found = uses(to_docx.read(file))
    for heading, names in (("用到", found.used), ("没有用到", found.unused)):
        click.echo(f"{heading}：{'、'.join(names) or '（无）'}")
    return 0


command.add_command(_build)
command.add_command(_inspect)
