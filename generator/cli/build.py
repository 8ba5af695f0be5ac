"""`hongtou build`: documents from plans, each written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import workflow
from generator.cli import output, speech
from generator.errors import UserError
from generator.render import formats

if TYPE_CHECKING:
    from collections.abc import Sequence

_KNOWN = "、".join(format_.name for format_ in formats.FORMATS)


@speech.command(help=f"由计划生成公文，逐行打印写好的文件。\n\n可以生成：{_KNOWN}。")
@click.argument("plans", metavar="计划…", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
@click.option("--to", "names", metavar="种类", default=formats.DEFAULT, help=f"要生成的文件，用半角逗号隔开；默认 {formats.DEFAULT}。")
@click.option(
    "--out", metavar="文件夹", type=click.Path(readable=False, path_type=Path), default=Path("out"), help="写到哪个文件夹；默认 out。"
)
@click.option("--final", is_flag=True, help="生成定稿：状态须为 final，且没有任何错误和警告。")
@click.option("--force", is_flag=True, help="文件设为只读时也替换。")
def command(plans: tuple[Path, ...], names: str, out: Path, *, final: bool, force: bool) -> int:
    """Build the plans; one that fails does not stop the others, and the worst exit code is the command's."""
    targets = workflow.outputs(plans, formats.chosen(names), out)
    failed = 0
    for path in targets:
        try:
            checked = workflow.check(workflow.load(path), final=final)
            failed = max(failed, _build(checked, targets[path], force=force))
        except UserError as error:
            failed = max(failed, speech.refuse(error))
    return failed


def _build(checked: workflow.Checked, targets: Sequence[tuple[formats.Format, Path]], *, force: bool) -> int:
    path = checked.loaded.path
    if checked.stopping:
        output.print_problems(checked, checked.stopping, err=True)
        click.echo(f"未生成 {path}：{output.summary(checked.stopping)}。", err=True)
        return 1
    for format_, target in targets:
        notes = workflow.build(checked, format_, target, force=force)
        click.echo(target)
        for note in notes:
            click.echo(output.wrapped(f"  提示：{note}", "        "), err=True)
    if any(problem.severity != "note" for problem in checked.problems):
        click.echo(f"{path} 另有 {output.summary(checked.problems)}，请用 hongtou check 查看。", err=True)
    return 0
