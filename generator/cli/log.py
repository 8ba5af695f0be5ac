"""`hongtou log`: what each commit changed in a plan, or in one thing of it, in words, newest first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import output, speech
from generator.errors import UsageError, UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.compare.changes import Change
    from generator.history.past import Step

_LINES_AT_MOST = 10


@speech.command(
    help="逐次显示一份计划的改动，新的在前：日期、提交、作者、说明，下面是改了什么。\n\n写了标识的，只显示那一项（连同其下各项）的改动。"
)
@click.argument("plan", metavar="计划", type=click.Path(readable=False, path_type=Path))
@click.argument("id_", metavar="[标识]", required=False)
@click.option("--all", "everything", is_flag=True, help=f"每次的改动全部列出；不写时最多 {_LINES_AT_MOST} 行。")
def command(plan: Path, id_: str | None, *, everything: bool) -> int:
    """Tell the history."""
    from generator.history import past, repository  # noqa: PLC0415 - not for the help

    history = repository.revisions(plan)
    if not history:
        raise UserError(f"{plan} 没有提交过，还没有历史", "请核对路径；新写的计划先用 git add 和 git commit 提交。")
    with repository.Blobs(plan.absolute().parent) as blobs:
        told = _Told(id_, None if everything else _LINES_AT_MOST)
        for place, step in enumerate(past.steps(history, blobs), start=1):
            told.tell(step)
            _show_progress(place, len(history))
    told.close()
    return 0


def _show_progress(place: int, total: int) -> None:
    """Show on the terminal how far the reading is, where that does not stand between the results."""
    if sys.stderr.isatty() and not sys.stdout.isatty():
        click.echo(f"\r已读 {place}/{total} 次提交", nl=place == total, err=True)


class _Told:
    """Prints steps, all of them or those that one thing takes part in, and remembers which ids it has seen."""

    def __init__(self, id_: str | None, at_most: int | None) -> None:
        self.id, self.at_most = id_, at_most
        self.is_known = id_ is None
        self.ids: set[str] = set()

    def tell(self, step: Step) -> None:
        """Print a step; where one thing is asked for, only if it changed."""
        if self.id is None:
            self._print(step, _body(step))
            return
        self.is_known = self.is_known or step.names(self.id)
        if not self.is_known and step.new:
            self.ids |= step.new.content.fields.keys()
        if found := _of(step, self.id):
            self._print(step, found)

    def close(self) -> None:
        """Raise UsageError when no plan told had the thing that was asked for."""
        if self.is_known:
            return
        from generator.schema.likeness import nearest, suggestion  # noqa: PLC0415 - only a mistyped id needs it

        likely = suggestion(nearest(str(self.id), self.ids - {""}))
        said = "，".join(filter(None, (f"历次提交里都没有标识“{self.id}”", likely)))
        raise UsageError(said, "标识可用 hongtou show 查看，写在方括号里的就是。")

    def _print(self, step: Step, lines: list[str]) -> None:
        revision = step.revision
        head = f"{click.style(revision.commit[:7], fg='yellow')} {revision.author} {revision.subject}"
        click.echo(output.wrapped(f"{revision.date[:10]} {head}", "  "))
        for line in lines[: self.at_most]:
            click.echo(output.wrapped(f"    {line}", "      "))
        if left := len(lines[self.at_most :]) if self.at_most else 0:
            click.echo(f"    …另有 {left} 处（加 --all 全部列出）")


def _body(step: Step) -> list[str]:
    if step.new is None:
        return ["这一版没有这个文件，或不能按计划读出，没有比较"]
    if step.old is None:
        return ["计划从这一版开始"]
    return _lines(step, step.changes) or ["合并两边的改动，没有另外改动" if step.is_merge else "计划的内容没有变"]


def _of(step: Step, id_: str) -> list[str]:
    """Return what a step did to a thing; nothing where it did nothing."""
    if step.old is None and step.new and id_ in step.new.content.fields:
        from generator.compare.lines import name  # noqa: PLC0415 - not for the help

        return [f"从这一版开始有{name(step.new, id_)}"]
    return _lines(step, step.of(id_))


def _lines(step: Step, changes: Iterable[Change]) -> list[str]:
    from generator.compare.lines import lines  # noqa: PLC0415 - not for the help

    return lines(tuple(changes), step.old, step.new) if step.old and step.new else []
