"""`hongtou import`: last year's Word file, web page or text becomes a plan, with a report on every character."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import workflow
from generator.cli import output, speech
from generator.cli.written import refuse_report, refuse_taken, write_report
from generator.errors import UsageError
from generator.source.files import make_folder, replace_file

if TYPE_CHECKING:
    from generator.importers.readers import Revisions
    from generator.workflow import Imported

_PATH = click.Path(readable=False, path_type=Path)
_PLACES = {"docx": "段"}
_PLANS = {".yaml", ".yml"}


@speech.command(name="import", help="把去年的 Word 文件、网页或文字变成计划，一个字也不丢。")
@click.argument("sources", metavar="原文…", nargs=-1, required=True, type=_PATH)
@click.option("--out", metavar="计划", type=_PATH, help="写到哪个计划文件，如 plans/yunyang/2025.yaml。")
@click.option("--report", metavar="文件", type=_PATH, help="把完整的报告写成 JSON 文件；与 --onto 同用时也可以是 .xlsx（意见采纳情况表）。")
@click.option("--as-is", is_flag=True, help="标点和空格照原文，不改。")
@click.option("--revisions", type=click.Choice(["accept", "reject"]), default="accept", help="Word 里的修订：接受（默认）或拒绝。")
@click.option("--force", is_flag=True, help="计划文件已经有了也替换。")
@click.option("--onto", metavar="计划", type=_PATH, help="把改过退回的稿子（可以几份）与这份计划比较，逐条列出修改意见。")
@click.option("--apply", "adopted", metavar="意见", help="与 --onto 同用：采用 all（全部）、写出的编号，或填好的意见采纳情况表.xlsx。")
@click.option("--sent", metavar="计划", help="与 --onto 同用：发出征求意见时的那一版计划，文件或 版本:路径；计划后来改过时用。")
def command(  # noqa: PLR0913, PLR0917 - click's way
    sources: tuple[Path, ...],
    out: Path | None,
    report: Path | None,
    as_is: bool,  # noqa: FBT001
    revisions: Revisions,
    force: bool,  # noqa: FBT001
    **onto: Any,  # noqa: ANN401
) -> int:
    """Import one document; 1 when some of its text found no place. With --onto: take returned drafts; 1 while proposals are open."""
    if any(onto.values()):
        return _onto(sources, {"--out": out, "--as-is": as_is, "--revisions": revisions != "accept"}, report=report, force=force, **onto)
    source = _one(sources)
    target = _target(out, source, force=force)
    if report:
        refuse_report(report, others=(source, target), force=force)
    found = workflow.imported(source, revisions=revisions, as_is=as_is)
    if report:
        write_report(report, _report(found))
    make_folder(target.parent)
    replace_file(target, found.text.encode(), force=force)
    click.echo(target)
    _tell(found, target)
    return 1 if found.ledger.unplaced else 0


def _onto(sources: tuple[Path, ...], others: dict[str, object], *, onto: Path | None, adopted: str | None, **wish: Any) -> int:  # noqa: ANN401 - click's values
    """Take returned drafts. Raises UsageError where options are given that have no meaning there."""
    from generator.cli.onto import Wish, run  # noqa: PLC0415 - a plan is imported without it

    if onto is None:
        raise UsageError("--apply 和 --sent 要与 --onto 同用", "请加 --onto，如 --onto plans/yunyang/2025.yaml。")
    if given := [name for name, value in others.items() if value]:
        raise UsageError(f"--onto 不能与 {'、'.join(given)} 同用", "退回的稿子总是照原样、接受修订后比较，不另写计划。")
    return run(Wish(sources, onto, apply=adopted, **wish))


def _one(sources: tuple[Path, ...]) -> Path:
    if len(sources) > 1:
        raise UsageError("一次只能导入一份原文", "请分几次导入，各写到自己的计划文件。")
    return sources[0]


def _target(out: Path | None, source: Path, *, force: bool) -> Path:
    """Return the plan's file.

    Raises UsageError where none is named, or what is named is no plan or the source, UserError where it is there already.
    """
    if out is None:
        raise UsageError("没有说导入到哪里", "请加 --out，如 --out plans/yunyang/2025.yaml。")
    if out.suffix.lower() not in _PLANS:
        raise UsageError(f"计划文件的名字要以 .yaml 结尾：{out}", "请写成 --out plans/yunyang/2025.yaml 的样子。")
    refuse_taken(out, sources=[source], force=force)
    return out


def _report(found: Imported) -> dict[str, object]:
    from generator.importers.report import as_data  # noqa: PLC0415 - only where it is asked for

    return as_data(found.ledger, found.characters)


def _tell(found: Imported, target: Path) -> None:
    """Say on the standard error what came of it, and what is to be looked at."""
    from generator.importers.report import as_lines  # noqa: PLC0415
    from generator.plan import outline  # noqa: PLC0415

    checked = workflow.check(workflow.load(target))
    if checked.loaded.plan:
        for line in islice(outline.as_lines(checked.loaded.plan), 2):
            click.echo(output.wrapped(line), err=True)
    for line in as_lines(found.ledger, found.characters, _PLACES.get(found.kind, "行")):
        click.echo(output.wrapped(line, "  "), err=True)
    if checked.problems:
        click.echo(f"检查计划：{output.summary(checked.problems)}，请用 hongtou check {target} 查看。", err=True)
