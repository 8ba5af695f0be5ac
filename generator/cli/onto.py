"""The part of `hongtou import` that takes returned drafts: what they propose to a plan, and what of it is adopted."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import output
from generator.errors import RefusedError, UsageError, UserError
from generator.opinions import report as records
from generator.opinions import sheet
from generator.opinions.adoption import adopt
from generator.opinions.collected import Collected, collect
from generator.opinions.conflicts import conflicts
from generator.source.files import make_folder, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.history.repository import Located
    from generator.opinions.proposals import Opinion

_ID = re.compile(r"[0-9a-f]{6}")
_ALL = "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: the returned files, their plan, the plan as sent out, what to adopt, the report; whether to replace one."""

    sources: tuple[Path, ...]
    plan: Path
    sent: str | None = None
    apply: str | None = None
    report: Path | None = None
    force: bool = False


def run(wish: Wish) -> int:
    """Tell what the drafts propose, 1 where anything is open; or adopt what is chosen, 1 where some of that cannot be."""
    _refuse_mixed(wish)
    answers = sheet.read(Path(wish.apply)) if wish.apply and _is_sheet(wish.apply) else None
    collected = collect(wish.sources, wish.plan, _sent(wish.sent))
    if wish.report:
        _write(collected, wish.report)
    if wish.apply is None:
        return _propose(collected, wish.report)
    chosen, told = _of_sheet(collected, answers) if answers is not None else _chosen(collected, wish.apply)
    for line in told:
        click.echo(output.wrapped(line, "  "), err=True)
    _adopt(collected, chosen)
    return int(bool(told))


def _sent(text: str | None) -> Located | None:
    from generator.history.repository import located  # noqa: PLC0415 - git only where it is asked for

    return located(text) if text else None


def _is_sheet(text: str) -> bool:
    return text.lower().endswith(".xlsx")


def _refuse_mixed(wish: Wish) -> None:
    """Raise UsageError where a report would be written over what is read, or is of no known form."""
    if wish.report is None:
        return
    if wish.report.suffix.lower() not in {".json", ".xlsx"}:
        raise UsageError(f"不知道怎样写这种报告：{wish.report}", "文件名请以 .xlsx（意见采纳情况表）或 .json 结尾。")
    read: list[Path] = [*wish.sources, wish.plan, *([Path(wish.apply)] if wish.apply and _is_sheet(wish.apply) else [])]
    if os.path.realpath(wish.report) in [os.path.realpath(path) for path in read]:
        raise UsageError(f"--report 写的是这次要读的文件 {wish.report}", "请另写一个文件名。")
    if _is_sheet(wish.report.name) and wish.report.exists() and not wish.force:
        raise UserError(f"表格已经有了，没有替换：{wish.report}", "里面可能已经填了采纳情况；请换一个文件名，确要替换，加 --force。")


def _write(collected: Collected, report: Path) -> None:
    make_folder(report.parent)
    if _is_sheet(report.name):
        title = collected.edition.plan.full_title
        replace_file(report, sheet.write((one for one in collected.opinions if one.is_open or one.proposal is None), title))
    else:
        replace_file(report, f"{output.dumps(records.as_data(collected))}\n".encode())


# --- what is proposed ------------------------------------------------------------------------------------------------


def _propose(collected: Collected, report: Path | None) -> int:
    fighting = _fighting(collected)
    for opinion in collected.opinions:
        if not opinion.done and not opinion.stale:
            for line in _lines(opinion, fighting.get(opinion.id, ())):
                click.echo(line)
    click.echo(output.wrapped(_summary(collected), "  "), err=True)
    if report:
        click.echo(f"已写好 {report}。", err=True)
    return int(bool(collected.open))


def _fighting(collected: Collected) -> dict[str, list[str]]:
    """Return the ids that want something else of the same place, by id."""
    found: dict[str, list[str]] = {}
    for one, other in conflicts(collected.open):
        found.setdefault(one.id, []).append(other.id)
        found.setdefault(other.id, []).append(one.id)
    return found


def _lines(opinion: Opinion, others: Iterable[str]) -> Iterator[str]:
    """Yield what is told of an opinion: id, who, where; what; and what stands in the way."""
    yield output.wrapped(f"{opinion.id}  {'、'.join(opinion.units)}　{opinion.place}", "        ")
    yield output.wrapped(f"        {opinion.sentence}", "        ")
    if opinion.marked and len(opinion.marked) > len(opinion.sentence):
        yield output.wrapped(f"        {opinion.marked}", "        ")
    for hand in dict.fromkeys(f"{remark.author} {_day(remark.date)}".strip() for remark in opinion.remarks):
        yield output.wrapped(f"        {'修订' if opinion.proposal else '作者'}：{hand}", "        ")
    if hindrance := opinion.hindrance:
        yield output.wrapped(f"        程序不能代为采用：{hindrance.why}。{hindrance.remedy}", "        ")
    if others:
        yield output.wrapped(f"        与 {'、'.join(others)} 对同一处的改法不同，只能采用一种。", "        ")


def _day(date: str) -> str:
    return date.partition("T")[0]


def _summary(collected: Collected) -> str:
    opened = collected.open
    by_hand = sum(opinion.hindrance is not None for opinion in opened)
    done = sum(opinion.done for opinion in collected.opinions)
    stale = [opinion.id for opinion in collected.stale]
    parts = [
        f"意见 {len(opened)} 条" if opened else "没有修改意见",
        f"其中 {by_hand} 条要在计划文件里手工改" if by_hand else "",
        f"批注等 {len(collected.comments)} 条" if collected.comments else "",
        f"计划已经照改的 {done} 条" if done else "",
        f"只是改回已采用意见的 {len(stale)} 条未列，来稿多半早于采用（确要改回，用 --apply {','.join(stale)}）" if stale else "",
    ]
    how = "用 --apply all 或 --apply 编号 采用；" if len(opened) > by_hand else ""
    return f"{'，'.join(filter(None, parts))}；{how}计划没有改动。"


# --- what is adopted -------------------------------------------------------------------------------------------------


def _chosen(collected: Collected, text: str) -> tuple[list[Opinion], list[str]]:
    """Return the opinions of a list of ids. Raises RefusedError when one is not there, UsageError when one is no id."""
    if text.strip() == _ALL:
        return _all(collected)
    ids = [*dict.fromkeys(part.strip().lower() for part in re.split("[,，、]", text) if part.strip())]
    if not ids or any(not _ID.fullmatch(id_) for id_ in ids):
        raise UsageError(
            f"--apply 后面写的不是意见编号：{text}", "请写 all、用半角逗号隔开的编号（如 3fa9c1,7b20de），或填好的 .xlsx 表格。"
        )
    missing = [id_ for id_ in ids if collected.find(id_) is None and id_ not in collected.adopted]
    if missing:
        raise RefusedError(
            f"来稿里没有这些编号的意见，计划没有改动：{'、'.join(missing)}",
            "可能已经采用，或来稿、计划后来改过；不加 --apply 再运行一次，可看现有的编号。",
        )
    return _adoptable([one for id_ in ids if (one := collected.find(id_))])


def _all(collected: Collected) -> tuple[list[Opinion], list[str]]:
    """Return all opinions that the program can adopt, and what is to be told of those that an officer must put in by hand."""
    by_hand = [(opinion, put) for opinion in collected.open if (put := opinion.hindrance)]
    told = [f"没有采用 {opinion.id}，{opinion.place}：{put.why}。{put.remedy}（{opinion.sentence}）" for opinion, put in by_hand]
    return [opinion for opinion in collected.open if not opinion.hindrance], told


def _adoptable(opinions: Iterable[Opinion]) -> tuple[list[Opinion], list[str]]:
    """Return the opinions that propose something, and what is to be told of the comments among them."""
    found = [*opinions]
    told = [f"{one.id} 没有可以代为采用的改动，请自行处理：{one.sentence}" for one in found if one.proposal is None]
    return [one for one in found if one.proposal], told


def _of_sheet(collected: Collected, answers: Iterable[sheet.Answer]) -> tuple[list[Opinion], list[str]]:
    """Return the opinions that a sheet says to adopt, and what is wrong with its rows."""
    chosen: list[Opinion] = []
    told = []
    for row, id_, word in answers:
        opinion = collected.find(id_)
        if word and word not in sheet.ANSWERS:
            told.append(f"第 {row} 行的采纳情况“{word}”不认识，没有采用；可以填：{'、'.join(sheet.ANSWERS)}。")
        elif word == sheet.ADOPTED and opinion is None and id_ not in collected.adopted:
            told.append(f"第 {row} 行的编号“{id_}”在来稿里没有找到，没有采用：可能已经采用，或来稿、计划后来改过。")
        elif word == sheet.ADOPTED and opinion:
            chosen.append(opinion)
    adoptable, comments = _adoptable(chosen)
    return adoptable, [*told, *comments]


def _adopt(collected: Collected, chosen: list[Opinion]) -> None:
    changed = adopt(collected, chosen)
    fresh = [opinion for opinion in chosen if not opinion.done]
    for opinion in fresh:
        click.echo(output.wrapped(f"{opinion.id}  {'、'.join(opinion.units)}　{opinion.place}", "        "))
        click.echo(output.wrapped(f"        {opinion.sentence}", "        "))
    left = len(collected.open) - len(fresh)
    rest = f"；还有 {left} 条没有采用" if left else ""
    said = f"已采用 {len(fresh)} 条意见，写入 {collected.checked.loaded.file}" if changed else "没有要采用的意见，计划没有改动"
    click.echo(output.wrapped(f"{said}{rest}。", "  "), err=True)
