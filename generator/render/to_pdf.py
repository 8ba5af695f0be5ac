"""The notice as PDF by the embedded typst: no office suite, the same bytes for the same plan and faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import fonts
from generator.render.context import context, notice_of
from generator.render.layout import settled
from generator.render.style import title_widths

if TYPE_CHECKING:
    from generator.plan.model import Plan
    from generator.render.layout import Settled
    from generator.render.style import Look


def laid_out(plan: Plan, look: Look) -> Settled:
    """Return the notice with its pages, in the faces of this machine.

    Raises RefusedError when the plan has no notice, UserError when there is no Chinese face or the template is at fault.
    """
    return settled(context(plan, notice_of(plan), title_widths(look.style)), plan, look, fonts.faces(look.style), fonts.shelf().fonts)


def render(plan: Plan, look: Look, notice: Settled | None = None) -> bytes:
    """Return notice.pdf; its pages are laid out unless they are handed in. Raises as `laid_out` does."""
    notice = notice or laid_out(plan, look)
    return notice.sheet.pdf(fonts.shelf().fonts, notice.layout.cuts, archival=look.pdf_a)
