"""Which numbered parts are sections, which tasks, which points: told by depth, by how numbers run, and by what a part is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.body.knots import Knot, said_by, walk
from generator.importers.ledger import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.importers.ledger import Ledger

_MOST = 0.5


def assign(knots: Sequence[Knot], running: frozenset[str], ledger: Ledger) -> None:
    """Give every part its role. Parts above the level of the tasks are sections, those below it points.

    What is numbered in a part that is no task work (保障措施) are points. `running` are the kinds of number that run through.
    """
    work = [knot for knot in knots if not is_no_work(knot)]
    others = [knot for knot in knots if is_no_work(knot)]
    level = _task_level(work, running)
    through = _through(work, level, running)
    role = _top_role(level, knots)
    for parts, kind in ((work, through), (others, None)):
        for knot in parts:
            knot.role = role
            _assign_below(knot, level, kind)
    _tell_points(others, ledger)


def assign_points(knots: Sequence[Knot]) -> None:
    """Give the parts of an annex their roles: it has sections and points, never tasks of the plan."""
    role = "section" if any(knot.children for knot in knots) else "point"
    for knot in knots:
        knot.role = role
        assign_points(knot.children)


def is_no_work(knot: Knot) -> bool:
    """Tell whether a part's title says that what it numbers are no tasks: 保障措施, 总体要求."""
    title = bare(knot.title).rstrip("。：:")
    return title.endswith(tuple(signs.words()["no_tasks"]))


def _top_role(level: int, knots: Sequence[Knot]) -> str:
    """Return the role of the parts of the first depth.

    They are tasks where hardly any has parts below it, and most have titles that run in or say who is responsible for them.
    """
    work = [other for other in knots if other.rest.strip() or not other.title or said_by(other)]
    return "task" if level == 0 and len(work) > len(knots) * _MOST else "section"


def _assign_below(knot: Knot, level: int, through: str | None) -> None:
    """Give the parts below one their roles; `through` is the kind of number that runs through the tasks, None in no task work."""
    role = _role_below(knot, level, through)
    for child in knot.children:
        child.role = role
        _assign_below(child, level, through)


def _role_below(parent: Knot, level: int, through: str | None) -> str:
    """Return the role of the row of parts below one."""
    depth, lowest = parent.depth + 1, max(level, 1)
    if depth > lowest or parent.role in {"task", "point"}:
        return "point"
    if through is None:
        return "section" if any(child.children for child in parent.children) else "point"
    counted = bool(through) and all(child.head is not None and child.head.key == through for child in parent.children)
    return "task" if counted or depth == lowest else "section"


def _through(work: Sequence[Knot], level: int, running: frozenset[str]) -> str:
    """Return the kind of number that runs through the tasks, "" where none does."""
    heads = (knot.head for knot in walk(work) if knot.depth == level and knot.head)
    return next((head.key for head in heads if head.key in running), "")


def _task_level(work: Sequence[Knot], running: frozenset[str]) -> int:
    """Return the depth of the tasks: the deepest whose numbers run through, else the deepest that most parts above it reach."""
    levels = dict(_levels(work))
    through = [depth for depth, row in levels.items() if depth and any(knot.head and knot.head.key in running for knot in row)]
    if through:
        return max(through)
    depth = max(levels, default=0)
    while depth and sum(bool(knot.children) for knot in levels[depth - 1]) <= len(levels[depth - 1]) * _MOST:
        depth -= 1
    return depth


def _levels(knots: Sequence[Knot]) -> Iterator[tuple[int, list[Knot]]]:
    rows: dict[int, list[Knot]] = {}
    for knot in walk(knots):
        rows.setdefault(knot.depth, []).append(knot)
    return iter(rows.items())


def _tell_points(parts: Sequence[Knot], ledger: Ledger) -> None:
    for part in parts:
        if part.children:
            ledger.guess(part.paragraph.line, f"“{bare(part.title)}”下面的条目作为要点，不算任务", 0.9)
