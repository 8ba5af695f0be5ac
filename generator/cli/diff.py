"""`hongtou diff`: what changed between two plans, for people and for programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from generator import workflow
from generator.cli import output, speech
from generator.compare import matching, report_json, report_text
from generator.compare.edition import Edition
from generator.compare.fields import UnfitError
from generator.compare.paired import candidates, paired
from generator.compare.report import report
from generator.errors import RefusedError, UsageError
from generator.history.repository import located
from generator.source import reader
from generator.source.files import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.compare.matching import Pair
    from generator.compare.report import Report
    from generator.compare.report_text import Line, Stretch


class _Tone(NamedTuple):
    """How a stretch of text is dressed: with click's styles where there is colour, else between marks."""

    style: dict[str, Any] = {}  # noqa: RUF012 - never changed
    before: str = ""
    behind: str = ""


_TONES = {
    "plain": _Tone(),
    "removed": _Tone({"fg": "red", "strikethrough": True}, "［删：", "］"),
    "added": _Tone({"fg": "green"}, "［增：", "］"),
    "before": _Tone({"fg": "red"}),
    "after": _Tone({"fg": "green"}),
    "gone": _Tone({"fg": "red", "bold": True}),
    "come": _Tone({"fg": "green", "bold": True}),
    "altered": _Tone({"fg": "cyan", "bold": True}),
    "warning": _Tone({"fg": "yellow"}),
    "strong": _Tone({"bold": True}),
    "faint": _Tone({"dim": True}),
}


@speech.command(
    help="比较两份计划，说明新增、删除、修改、移动了什么。\n\n旧、新可以是文件，也可以是 git 的 版本:路径，"
    "如 HEAD~1:plans/yunyang/2025.yaml。没有差别时退出码为 0，有差别为 1。"
)
@click.argument("old", metavar="旧")
@click.argument("new", metavar="新")
@click.option("--to", "name", metavar="形式", default="text", help="输出形式：text 给人看（默认），json 给程序用。")
@click.option("--out", metavar="文件", type=click.Path(readable=False, path_type=Path), help="写到文件，而不是屏幕。")
@click.option("--pairs", metavar="对应表", type=click.Path(readable=False, path_type=Path), help="用这份对应表，见 --show-pairs。")
@click.option("--show-pairs", is_flag=True, help="只打印两份计划各项的对应表，可以改好后交给 --pairs。")
def command(old: str, new: str, name: str, out: Path | None, pairs: Path | None, *, show_pairs: bool) -> int:  # noqa: PLR0913 - options
    """Compare the plans; 0 when nothing differs, 1 when something does or a plan cannot be read."""
    render = _chosen(name)
    _spare((old, new, *([str(pairs)] if pairs else [])), out)
    checked = [workflow.check(workflow.load(*located(text))) for text in (old, new)]
    one, other = map(_edition, checked)
    if one is None or other is None:
        return _refuse([plan for plan, edition in zip(checked, (one, other), strict=True) if edition is None])
    given = _given(pairs, one, other)
    found = paired(one.content, other.content, given)
    if show_pairs:
        _write(_pairing((*found.pairs, *(pair for pair in given if pair.new is None)), one, other), out)
        return 0
    told = report(one, other.under(found.content), found)
    _write(render(told, dressed=out is None), out)
    return int(bool(told.changes or told.renamed))


def _chosen(name: str) -> Callable[..., str]:
    if name not in OUTPUTS:
        raise UsageError(f"没有“{name}”这种比较结果", f"可以写：{'、'.join(OUTPUTS)}。")
    return OUTPUTS[name]


def _spare(inputs: Iterable[str], out: Path | None) -> None:
    """Raise UsageError when the result would be written over what is compared."""
    if out and os.path.realpath(out) in map(os.path.realpath, inputs):
        raise UsageError(f"--out 写的是参加比较的文件 {out}", "请另写一个文件名。")


def _refuse(stopped: list[workflow.Checked]) -> int:
    """Print what keeps the plans from being read and return the exit code."""
    for plan in stopped:
        output.print_problems(plan, plan.stopping, err=True)
    return max(speech.refuse(RefusedError(f"{plan.loaded.file} 有错误，无法比较", "请先改正上面的错误。")) for plan in stopped)


def _edition(checked: workflow.Checked) -> Edition | None:
    """Return a plan as it is written, whatever the rules say of it; None when it cannot be read. Raises RefusedError for a region."""
    loaded = checked.loaded
    if loaded.is_region:
        checked.plan()  # says what it is
    if loaded.tree is None or any(problem.blocking for problem in loaded.problems):
        return None
    try:
        return Edition.of(loaded.file, loaded.tree)
    except UnfitError:
        return None


def _given(pairs: Path | None, old: Edition, new: Edition) -> tuple[Pair, ...]:
    return matching.read_pairing(reader.load(pairs), candidates(old.content), candidates(new.content)) if pairs else ()


def _pairing(pairs: Iterable[Pair], old: Edition, new: Edition) -> str:
    return matching.pairing_text(pairs, candidates(old.content), candidates(new.content))


def _write(text: str, out: Path | None) -> None:
    if out:
        replace_file(out, click.unstyle(text).encode())
        click.echo(out)
    else:
        click.echo(text, nl=False, color=_has_colour())


# --- the forms of a report -------------------------------------------------------------------------------------------


def _as_json(told: Report, *, dressed: bool) -> str:  # noqa: ARG001 - what every form is asked
    return f"{output.dumps(report_json.as_data(told))}\n"


def _as_text(told: Report, *, dressed: bool) -> str:
    return "".join(f"{line}\n" for line in _printed(report_text.lines(told), dressed=dressed))


OUTPUTS: dict[str, Callable[..., str]] = {"text": _as_text, "json": _as_json}
"""The forms of a report: each turns it into text, `dressed` for the terminal or plain for a file."""


def _has_colour() -> bool:
    """Tell whether the output is a terminal that shows colours, and nobody asked for none (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _printed(lines: Iterable[Line], *, dressed: bool) -> Iterator[str]:
    colour = dressed and _has_colour()
    for line in lines:
        stretches = line.stretches if colour else tuple(map(_marked, line.stretches))
        text = " " * line.indent + "".join(stretch.text for stretch in stretches)
        shown = output.wrapped(text, " " * line.hanging) if dressed else text
        yield "".join(_coloured(shown, line.indent, stretches)) if colour else shown


def _marked(stretch: Stretch) -> Stretch:
    tone = _TONES[stretch.tone]
    return stretch._replace(text=f"{tone.before}{stretch.text}{tone.behind}") if stretch.text else stretch


def _coloured(shown: str, indent: int, stretches: Iterable[Stretch]) -> Iterator[str]:
    """Yield a text that may have been broken into lines with the colours of its stretches: the breaks have none."""
    place = indent
    yield shown[:place]
    for stretch in stretches:
        start = place
        for character in stretch.text:
            while shown[place : place + 1] != character and shown[place : place + 1] in {"\n", " "}:
                place += 1
            place += shown[place : place + 1] == character
        style = _TONES[stretch.tone].style
        parts = shown[start:place].split("\n")
        yield "\n".join(click.style(part, **style) if style and part.strip() else part for part in parts)
    yield shown[place:]
