"""`hongtou show`: a plan's outline with its numbers, for people, as json, or as the whole plan in one YAML file."""

from __future__ import annotations

from pathlib import Path

import click

from generator import workflow
from generator.cli import output, speech
from generator.plan import outline
from generator.source.emitter import dump
from generator.source.tree import plain


@speech.command(help="显示计划的提纲：编号、标题、统计和表格。")
@click.argument("plan", metavar="计划", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    help="text 提纲，json 给程序用，yaml 连同地区要素的完整计划。",
)
def command(plan: Path, shape: str) -> int:
    """Show the plan; 1 when it has errors that keep it from being understood."""
    checked = workflow.check(workflow.load(plan))
    if checked.stopping:
        output.print_problems(checked, checked.stopping, err=True)
        return 1
    understood = checked.plan()
    if shape == "yaml" and checked.loaded.tree:
        click.echo(dump(plain(checked.loaded.tree)), nl=False)
    elif shape == "json":
        click.echo(output.dumps(outline.as_data(understood)))
    else:
        for line in outline.as_lines(understood):
            click.echo(output.wrapped(line, " " * (len(line) - len(line.lstrip()) + 4)))
    return 0
