"""Places in words: a path of the tree as an officer would say it, 第三部分任务（十三）的 text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.plan.model import ROLES
from generator.plan.numbering import chinese
from generator.schema import shapes

if TYPE_CHECKING:
    from generator.plan.numbers import Numbers
    from generator.problems import Path

_MEASURES = frozenset("行格段项")
_ROLE_WORDS = {"section": "部分", "task": "任务", "point": "要点"}
_LISTS = {"annexes": "附件", "tables": "表", "items": "项"}


def words(path: Path, numbers: Numbers) -> str:
    """Return the place in words: the outline's numbers, then the key as written in the file; "" for the whole file."""
    said, start = _outline(path, numbers)
    if path and not said and _holds_keys(path[0]):
        said, start = shapes.word("plan", str(path[0])), 1
    keys = _keys(path, start)
    return f"{said}的 {keys}" if said and keys else said or keys


def _holds_keys(key: str | int) -> bool:
    """Tell whether a key of the plan holds further keys, as notice does."""
    return "dict" in shapes.shapes()["plan"].get(str(key), {}).get("type", ())


def _outline(path: Path, numbers: Numbers) -> tuple[str, int]:
    """Return the words of the leading (list, index) steps of a path, and how many steps they are."""
    said, done = "", 0
    while len(path) >= done + 2 and path[done] in (*ROLES, *_LISTS) and isinstance(path[done + 1], int):
        said += _step(path[: done + 2], numbers, top=not said)
        done += 2
    return said, done


def _step(path: Path, numbers: Numbers, *, top: bool) -> str:
    key, index = str(path[-2]), int(path[-1])
    place = numbers.counted.get(path, index + 1)
    if key == "annexes":
        return f"附件{chinese(index + 1)}"
    if key == "tables":
        return f"第{chinese(index + 1)}张表"
    if key == "items":
        return f"第{place}项" if path in numbers.counted else f"（第{index + 1}行）"
    if key == "sections" and top:
        return f"第{chinese(place)}部分"
    return _ROLE_WORDS[ROLES[key]] + (numbers.of(path).rstrip("、．.　 ") or f"第{index + 1}个")


def _keys(path: Path, start: int) -> str:
    """Return the steps from `start` on: keys as written, indices with their measure words."""
    said = ""
    for place, step in enumerate(path[start:], start=start + 1):
        counted = said[-1:] in _MEASURES
        if isinstance(step, int):
            said += f"{'' if counted else ' '}第{step + 1}{_measure(path[:place], last=place == len(path))}"
        else:
            said += f"的 {step}" if counted else f".{step}" if said else step
    return said


def _measure(path: Path, *, last: bool) -> str:
    """Return the measure word of an index: rows and cells of a grid, paragraphs of a text, items of anything else."""
    if "grid" in path:
        return "格" if isinstance(path[-2], int) else "行"
    return "段" if last and shapes.holds_paragraphs(path[:-1]) else "项"
