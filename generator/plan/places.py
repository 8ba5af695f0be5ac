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
    said, done = _outline(path, numbers)
    rest = path[done:]
    if not rest:
        return said or ""
    if not said and _holds_keys(rest[0]):
        said, rest = shapes.word("plan", str(rest[0])), rest[1:]
    return f"{said}的 {_keys(rest)}" if said and rest else said or _keys(rest)


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


def _keys(path: Path) -> str:
    said = ""
    for place, step in enumerate(path):
        if isinstance(step, int):
            said += f"{'' if said[-1:] in _MEASURES else ' '}第{step + 1}{_measure(path[: place + 1], path)}"
        else:
            said += f"的 {step}" if said[-1:] in _MEASURES else f".{step}" if said else step
    return said


def _measure(step: Path, path: Path) -> str:
    """Return the measure word of an index: rows and cells of a grid, paragraphs of a text, items of anything else."""
    if "grid" in step:
        return "格" if isinstance(step[-2], int) else "行"
    return "段" if step == path and step[-2] in shapes.paragraph_keys() else "项"
