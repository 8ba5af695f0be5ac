"""`hongtou merge`: two sides' edits of one plan come together in OURS, as git asks of a merge driver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import output, speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.history.three_way import Joined
    from generator.problems import Problem

_file = click.Path(readable=False, path_type=Path)


@speech.command(
    help="把对方的改动合并到我方的文件：不同处的改动都采用，同一处改法不同的保留我方，记入 decisions 待取舍。\n\n"
    "原稿是两边改动之前的那一份。不是计划的文件照 git 的办法按文字合并。没有待取舍、冲突和合并出来的错误时退出码为 0，有则为 1。"
)
@click.argument("base", metavar="原稿", type=_file)
@click.argument("ours", metavar="我方", type=_file)
@click.argument("theirs", metavar="对方", type=_file)
@click.option("--name", metavar="名称", help="提示中怎样称呼我方的文件；由 git 调用时用。")
def command(base: Path, ours: Path, theirs: Path, name: str | None) -> int:
    """Merge into OURS; 1 while anything is left to decide or stops the plan that stopped neither side."""
    from generator.history import three_way  # noqa: PLC0415 - not for the help

    before = [_bytes(path) for path in (ours, theirs)]
    joined = three_way.join(base, ours, theirs)
    is_whole = not (joined.conflicts or joined.broken or joined.kept)
    errors = _errors(Path(name or ours), _bytes(ours), before) if is_whole else []
    told = (*_open(joined, ours), *_comments(joined), *map(_error, errors), f"{name or ours}：{_summary(joined)}。")
    for line in told:
        click.echo(output.wrapped(line, "  "), err=True)  # the result is the file
    return int(not joined.is_settled or bool(errors))


def _bytes(path: Path) -> bytes:
    from generator.source import encoding, files  # noqa: PLC0415 - not for the help

    return files.read_file(path, encoding.BYTES_AT_MOST + 1)


def _errors(path: Path, merged: bytes, sides: list[bytes]) -> list[Problem]:
    """Return what stops the plan as merged and stopped neither side, each read as if it stood under the path."""
    found = _stopping(path, merged)
    known = {(problem.code, problem.message) for side in sides for problem in _stopping(path, side)} if found else set()
    return [problem for problem in found if (problem.code, problem.message) not in known]


def _stopping(path: Path, data: bytes) -> list[Problem]:
    from generator import workflow  # noqa: PLC0415 - not for the help
    from generator.source import reader  # noqa: PLC0415 - the same

    loaded = workflow.load(path, lambda wanted: reader.read(data, str(path)) if wanted == path else reader.load(wanted))
    return [problem for problem in workflow.check(loaded).problems if problem.blocking]


def _error(problem: Problem) -> str:
    line = f"（第 {problem.span.line} 行）" if problem.span else ""
    return f"合并出来的错误：{f'{problem.place}：' if problem.place else ''}{problem.message}{line}；两边原来都没有，请改正"


def _open(joined: Joined, ours: Path) -> Iterator[str]:
    if joined.open:
        from generator.compare.edition import Edition  # noqa: PLC0415 - only where something is open
        from generator.compare.lines import decision_line  # noqa: PLC0415 - the same
        from generator.source import reader  # noqa: PLC0415

        plan = Edition.read(reader.load(ours))
        yield from (f"待取舍：{decision_line(decision, plan)}" for decision in joined.open)


def _comments(joined: Joined) -> Iterator[str]:
    yield from (f"对方的注释没有合进来，请自行补上：{comment}" for comment in joined.comments)
    yield from (f"我方的注释没有留住，请自行补上：{comment}" for comment in joined.gone)


def _summary(joined: Joined) -> str:
    if joined.kept:
        return f"没有合并（{joined.why}），仍是我方的内容；要用对方的，请整个换上"
    if joined.why:
        return f"按文字合并（{joined.why}），{_text_outcome(joined)}"
    taken = f"采用对方的 {joined.taken} 处改动" if joined.taken else "没有要从对方采用的改动"
    left = "；定下写法后从 decisions 里删去这一条，删完之前 hongtou check 会一直提示"
    return f"{taken}，待取舍 {len(joined.open)} 处{left}" if joined.open else taken


def _text_outcome(joined: Joined) -> str:
    if joined.conflicts:
        return f"有 {joined.conflicts} 处冲突，请在文件中改定"
    if joined.broken:
        return f"合并后的文件{joined.broken}，请改正"
    return "请核对全文，相邻各行的改动可能没有合到该在的地方" if joined.doubtful else "没有冲突"
