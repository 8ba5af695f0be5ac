"""The notice as plain text: the golden form of every plan, and what git and readers without Word see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render.context import context, named, notice_of
from generator.render.templates import fill

if TYPE_CHECKING:
    from generator.plan.model import Plan
    from generator.render.style import Look

_LINE_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


def render(plan: Plan, look: Look) -> bytes:
    """Return notice.txt in UTF-8. Raises RefusedError when the plan has no notice."""
    text = fill(look.templates, "notice/notice.txt", named(context(plan, notice_of(plan))))
    return (_GAPS.sub("\n\n", _LINE_ENDS.sub("", text)).strip("\n") + "\n").encode()
