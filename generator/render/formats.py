"""The one table of documents: what `build --to` knows, and which module renders it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import RefusedError, UsageError
from generator.render import printed
from generator.render.context import notice_of
from generator.render.heads import refuse_others

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.plan.model import Plan
    from generator.problems import Problem
    from generator.render.style import Look


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's bytes, and what an officer should know of how it was made (a face that stands in for another)."""

    data: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A document: its name (notice.txt), a short name, and what renders it.

    `render` takes the plan and its look, and raises RefusedError when the plan does not allow the document.
    """

    name: str
    short: str
    render: Callable[[Plan, Look], Rendered]


def _text(plan: Plan, look: Look) -> Rendered:
    from generator.render import to_text  # noqa: PLC0415 - jinja2 is not loaded before something is rendered

    return Rendered(to_text.render(plan, look))


def _pdf(plan: Plan, look: Look) -> Rendered:
    from generator.render import fonts, layout, to_pdf  # noqa: PLC0415 - typst and fonts only when a PDF is wanted

    refuse_others(plan)
    settled = to_pdf.laid_out(plan, look)
    report = fonts.report(printed.characters(settled.finished, look.style), look)
    if look.pdf_a:
        _refuse_unarchivable(plan, report)
    return Rendered(to_pdf.render(plan, look, settled), (*layout.notes(settled), *_said(report)))


def _docx(plan: Plan, look: Look) -> Rendered:
    from generator.render import fonts, layout, to_docx  # noqa: PLC0415 - lxml and docxtpl only when a Word file is wanted

    refuse_others(plan)
    settled = to_docx.laid_out(plan, look)
    beyond = fonts.beyond(printed.characters(settled.finished, look.style), look.style)
    told = (*layout.notes(settled), *to_docx.notes(settled, look), *_said(beyond))
    return Rendered(to_docx.render(plan, look, settled), told)


def _said(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(f"{problem.message}。{problem.tip}" for problem in problems)


def _refuse_unarchivable(plan: Plan, report: tuple[Problem, ...]) -> None:
    """Raise RefusedError when PDF/A does not allow what a plan's notice would be: without date, with characters left blank."""
    if not notice_of(plan).date:
        raise RefusedError("没有成文日期，不能按 PDF/A 归档标准生成", "请补上 notice 的 date，或去掉 --pdf-a。")
    missing = [problem for problem in report if problem.code == "character-missing"]
    if missing:
        raise RefusedError(f"{missing[0].message}，不能按 PDF/A 归档标准生成", missing[0].tip)


FORMATS = (Format("notice.docx", "docx", _docx), Format("notice.pdf", "pdf", _pdf), Format("notice.txt", "txt", _text))
DEFAULT = "notice.docx"


def chosen(names: str) -> tuple[Format, ...]:
    """Return the formats of a comma-separated list, each once. Raises UsageError naming those that exist."""
    known = {name: format_ for format_ in FORMATS for name in (format_.name, format_.short)}
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise UsageError(f"不能生成“{'、'.join(unknown)}”", f"--to 可以写：{'、'.join(known)}；几种之间用半角逗号隔开。")
    return tuple(dict.fromkeys(known[name] for name in wanted))
