"""What a plan is dressed with in tests: the built-in look, and the values that the Word template is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.render.context import context, notice_of
from generator.render.layout import measured
from generator.render.style import Look
from generator.render.word import dress
from tests.conftest import ROOT

if TYPE_CHECKING:
    from generator.plan.model import Plan

LOOK = Look((ROOT / "templates",), (ROOT / "styles",))


def values_of(plan: Plan) -> dict[str, Any]:
    """Return what the Word template is filled with for a plan."""
    settled = measured(context(plan, notice_of(plan)), plan, LOOK)
    return dress.values(settled.finished, LOOK.style, settled.layout)
