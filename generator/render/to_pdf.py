"""The notice as PDF by the embedded typst: no office suite, the same bytes for the same plan and faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import fonts
from generator.render.context import context, notice_of
from generator.render.layout import settled

if TYPE_CHECKING:
    from generator.plan.model import Plan
    from generator.render.style import Look


def render(plan: Plan, look: Look) -> bytes:
    """Return notice.pdf.

    Raises RefusedError when the plan has no notice, UserError when there is no Chinese face or the template is at fault.
    """
    finished = context(plan, notice_of(plan))
    shelf = fonts.shelf().fonts
    printed = settled(finished, plan, look, fonts.faces(look.style), shelf)
    return printed.sheet.pdf(shelf, printed.layout.cuts, archival=look.pdf_a)
