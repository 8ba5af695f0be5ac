"""Documents that GB/T 9704 clause 10 gives a head of their own: what is sure to be one is not dressed as an ordinary notice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Head:
    """A head of its own: its name, its clause, and what tells it: the end of a mark, of a title, of a number's letters.

    A `bare` title tells it only under a mark without 文件: what goes out under 文件 has the ordinary head whatever its kind.
    A number tells it only under a mark: a page without one, as sites show them, gets no red head at all.
    """

    name: str
    clause: str
    mark: str = ""
    title: str = ""
    bare: str = ""
    number: str = ""


_HEADS = (
    Head("信函格式", "10.1", mark="函", title="函", bare="批复", number="函"),
    Head("命令（令）格式", "10.2", mark="令", title="令", number="令"),
    Head("纪要格式", "10.3", mark="纪要"),
)
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")  # （代拟稿）
_NUMBER = re.compile(r"[〔\[［(（【]")


def refuse_others(plan: Plan) -> None:
    """Raise RefusedError when a plan's notice is sure to need a head that the page formats do not draw."""
    for head in _HEADS:
        for sign in _signs(plan, head):
            raise RefusedError(
                f"{sign}，要用{head.name}的版头（GB/T 9704 {head.clause}），Word 和 PDF 目前只有文件格式的版头",
                "可用 --to txt 生成文字稿再套版头；若本是普通文件，请改正该处。",
            )


def _signs(plan: Plan, head: Head) -> Iterator[str]:
    """Yield in words what tells that a plan's notice has such a head."""
    notice = plan.notice
    if notice is None:
        return
    title = _REMARK.sub("", "".join(notice.title or (plan.title if notice.form == "direct" else ())))
    letters = _NUMBER.split(notice.number)[0].strip()
    file = any(mark.endswith("文件") for mark in notice.mark)
    yield from (f"发文机关标志是“{mark}”" for mark in notice.mark if head.mark and mark.endswith(head.mark))
    endings = (head.title, "" if file or not notice.mark else head.bare)
    yield from (f"标题是“{title}”" for ending in endings if ending and title.endswith(ending))
    if head.number and notice.mark and letters != notice.number and letters.endswith(head.number):
        yield f"发文字号是“{notice.number}”"
