"""`hongtou build`: documents from plans, each written whole or not at all."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from generator import workflow
from generator.cli import options, output, speech
from generator.errors import UsageError, UserError
from generator.render import formats
from generator.render.style import look_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_KNOWN = "、".join(format_.name for format_ in formats.FORMATS)


class _Wish(NamedTuple):
    """What is asked for every plan alike."""

    style: str
    pdf_a: bool
    final: bool
    force: bool


@dataclass(slots=True)
class _Outcome:
    """What became of a plan: how it was found, the files written, what is to be said of them, and what went wrong, by its words."""

    checked: workflow.Checked | None = None
    files: list[Path] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    failures: dict[str, UserError] = field(default_factory=dict)


@speech.command(help=f"由计划生成公文，逐行打印写好的文件。\n\n可以生成：{_KNOWN}。")
@click.argument("plans", metavar="计划…", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
@click.option("--to", "names", metavar="种类", default=formats.DEFAULT, help=f"要生成的文件，用半角逗号隔开；默认 {formats.DEFAULT}。")
@click.option(
    "--out", metavar="文件夹", type=click.Path(readable=False, path_type=Path), default=Path("out"), help="写到哪个文件夹；默认 out。"
)
@options.style
@click.option("--pdf-a", is_flag=True, help="PDF 按归档标准 PDF/A-2b 生成。")
@click.option("--final", is_flag=True, help="生成定稿：状态须为 final，且没有任何错误和警告。")
@click.option("--force", is_flag=True, help="文件设为只读时也替换。")
def command(plans: tuple[Path, ...], names: str, out: Path, style: str, *, pdf_a: bool, final: bool, force: bool) -> int:  # noqa: PLR0913 - the options of the command
    """Build the plans; one that fails does not stop the others, and the worst exit code is the command's."""
    chosen = formats.chosen(names)
    if pdf_a and not any(format_.short == "pdf" for format_ in chosen):
        raise UsageError("--pdf-a 只管 PDF，这次没有要 PDF", "请加上 --to pdf，或去掉 --pdf-a。")
    targets = workflow.outputs(plans, chosen, out)
    shown = len(targets) > 1 and sys.stderr.isatty()
    failed = 0
    with click.progressbar(length=len(targets), label="正在生成", show_pos=True, file=sys.stderr, hidden=not shown) as bar:
        for path in targets:
            outcome = _build(path, targets[path], _Wish(style, pdf_a, final, force))
            if shown:
                output.clear_line()
            failed = max(failed, _tell(path, outcome, several=len(targets) > 1))
            bar.update(1)
    return failed


def _build(path: Path, targets: Sequence[tuple[formats.Format, Path]], wish: _Wish) -> _Outcome:
    """Write each document of a plan; one that fails does not stop the others, and what several share is told once."""
    outcome = _Outcome()
    try:
        look = look_of(path, wish.style, pdf_a=wish.pdf_a)
        outcome.checked = checked = workflow.check(workflow.load(path), final=wish.final)
    except UserError as error:
        outcome.failures[error.message] = error
        return outcome
    for format_, target in () if checked.stopping else targets:
        try:
            outcome.notes |= dict.fromkeys(workflow.build(checked, format_, target, look, force=wish.force))
            outcome.files.append(target)
        except UserError as error:
            outcome.failures[error.message] = error
    return outcome


def _tell(path: Path, outcome: _Outcome, *, several: bool) -> int:
    """Print what became of a plan, one of `several` or alone, and return the exit code that it asks for."""
    checked = outcome.checked
    if checked and checked.stopping:
        output.print_problems(checked, checked.stopping, err=True)
        click.echo(f"未生成 {path}：{output.summary(checked.stopping)}。", err=True)
        return 1
    for file in outcome.files:
        click.echo(file)
    for note in outcome.notes:
        click.echo(output.wrapped(f"  提示：{f'{path}：' if several else ''}{note}", "        "), err=True)
    if checked and outcome.files and any(problem.severity != "note" for problem in checked.problems):
        click.echo(f"{path} 另有 {output.summary(checked.problems)}，请用 hongtou check 查看。", err=True)
    return max((speech.refuse(error) for error in outcome.failures.values()), default=0)
