"""The one table of documents: what `build --to` knows, and which module renders it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import UsageError
from generator.render.heads import refuse_others

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.plan.model import Plan
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
    from generator.render import fonts, to_pdf, to_text  # noqa: PLC0415 - typst and fonts only when a PDF is wanted

    refuse_others(plan)
    data = to_pdf.render(plan, look)
    report = fonts.report(to_text.render(plan, look).decode(), look)
    return Rendered(data, tuple(f"{problem.message}。{problem.tip}" for problem in report))


def _docx(plan: Plan, look: Look) -> Rendered:
    from generator.render import to_docx  # noqa: PLC0415 - lxml and docxtpl only when a Word file is wanted

    refuse_others(plan)
    return Rendered(to_docx.render(plan, look))


FORMATS = (Format("notice.docx", "docx", _docx), Format("notice.pdf", "pdf", _pdf), Format("notice.txt", "txt", _text))
DEFAULT = "notice.txt"


def chosen(names: str) -> tuple[Format, ...]:
    """Return the formats of a comma-separated list, each once. Raises UsageError naming those that exist."""
    known = {name: format_ for format_ in FORMATS for name in (format_.name, format_.short)}
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        raise UsageError(f"不能生成“{'、'.join(unknown)}”", f"--to 可以写：{'、'.join(known)}；几种之间用半角逗号隔开。")
    return tuple(dict.fromkeys(known[name] for name in wanted))
