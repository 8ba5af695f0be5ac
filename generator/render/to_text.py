"""The notice as plain text: the golden form of every plan, and what git and readers without Word see."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

from generator.errors import RefusedError
from generator.render.context import context
from generator.render.templates import fill

if TYPE_CHECKING:
    from generator.plan.model import Plan
    from generator.render.style import Look

_LINE_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


def render(plan: Plan, look: Look) -> bytes:
    """Return notice.txt in UTF-8. Raises RefusedError when the plan has no notice."""
    if plan.notice is None:
        raise RefusedError("这份计划没有 notice（印发通知），不能生成通知文本", "请补上 notice。")
    finished = context(plan, plan.notice)
    text = fill(look.templates, "notice/notice.txt", {field.name: getattr(finished, field.name) for field in fields(finished)})
    return (_GAPS.sub("\n\n", _LINE_ENDS.sub("", text)).strip("\n") + "\n").encode()
