"""`hongtou check`: every problem of the plans, with place and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import workflow
from generator.cli import output, speech
from generator.errors import UserError

if TYPE_CHECKING:
    from generator.problems import Problem


@speech.command(help="检查计划：写法、结构和内容的每处问题，连同位置和改法。\n\n没有错误和警告时退出码为 0，有则为 1。")
@click.argument("plans", metavar="计划…", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="输出形式：text 给人看，json 给程序用。")
@click.option("--final", is_flag=True, help="按定稿的要求检查。")
def command(plans: tuple[Path, ...], shape: str, *, final: bool) -> int:
    """Check the plans; 1 where an error or a warning was found, 3 where a file could not be read."""
    found: dict[Problem, None] = {}  # a region's problem is told once, however many plans name the region
    read = failed = 0
    for path in dict.fromkeys(plans):
        try:
            checked = workflow.check(workflow.load(path), final=final)
        except UserError as error:
            failed = speech.refuse(error)
            continue
        read += 1
        if shape == "text":
            output.print_problems(checked, [problem for problem in checked.problems if problem not in found])
        found.update(dict.fromkeys(checked.problems))
    if shape == "json":
        click.echo(output.as_json([*found]))
    elif read:
        click.echo(f"检查了 {read} 份文件：{output.summary([*found])}。", err=True)
    return failed or int(any(problem.severity != "note" for problem in found))
