"""Changes in words, a line each: what became of which thing, named by its printed number and title, and what it says now."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from generator.compare.content import ROOT
from generator.compare.decisions import KEY, PLACE, THING
from generator.compare.keys import key
from generator.compare.pieces import atoms
from generator.compare.report_summary import ROLES
from generator.problems import shortened
from generator.schema import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.changes import Change, Changes
    from generator.compare.decisions import Decision
    from generator.compare.edition import Edition
    from generator.compare.fields import Fields
    from generator.source.tree import Value

_AROUND = 6  # atoms kept on either side of what differs
_SHOWN_AT_MOST = 40
_NOTHING = "（无）"
_PLAN = "计划"


def name(plan: Edition, id_: str) -> str:
    """Return a thing's place and title, 第一部分任务（二）“部门监管”; "" for the plan itself."""
    return f"{plan.place(id_)}{_quoted(plan.title(id_))}" if id_ != ROOT else ""


def lines(changes: Changes, old: Edition, new: Edition) -> list[str]:
    """Return changes in words; what came or went is told with all that stands in it."""
    whole = {(change.kind, change.id) for change in changes if change.kind in {"added", "removed"}}
    outer = [change for change in changes if (change.kind, _parent(change)) not in whole]
    return [_line(change, old, new) + _inner(change, changes) for change in outer]


def _parent(change: Change) -> str | None:
    place = change.new_place or change.old_place
    return place.parent if place else None


def _inner(change: Change, changes: Changes) -> str:
    """Return how many things came or went in one that did, "" for none."""
    count = sum(other.kind == change.kind and change.id in other.path[1:-1:2] for other in changes)
    return f"（连同其中 {count} 项）" if count and change.kind in {"added", "removed"} else ""


def _line(change: Change, old: Edition, new: Edition) -> str:
    if change.kind == "added":
        return f"新增{name(new, change.id)}"
    if change.kind == "removed":
        return f"删去{name(old, change.id)}"
    if change.kind == "moved":
        return f"移动{name(new, change.id)}，原为{old.place(change.id)}"
    sides = _counts(change) if change.field == KEY else _differing(change.old, change.new)
    return f"{_field(new, change.id, change.field)}：{' → '.join(sides)}"


def _counts(change: Change) -> tuple[str, ...]:
    """Return how many decisions were and are open; each of them would be a line of its own."""
    return tuple(f"{len(side) if isinstance(side, list) else 0} 处" for side in (change.old, change.new))


def decision_line(decision: Decision, plan: Edition) -> str:
    """Return an open decision in words: its place in the plan, and both sides."""
    ours, theirs = _sides(decision, plan)
    return f"{_decided(decision, plan)}：我方{ours}，对方{theirs}"


def _decided(decision: Decision, plan: Edition) -> str:
    if decision.id not in plan.content.fields:
        return f"{_absent(decision, plan)}的去留"
    if decision.field in {THING, PLACE}:
        return (name(plan, decision.id) or _PLAN) + ("的位置" if decision.field == PLACE else "的去留")
    return _field(plan, decision.id, decision.field)


def _absent(decision: Decision, plan: Edition) -> str:
    """Return a thing that ours does not have: where it stood, what it is, and what theirs calls it."""
    *_, above, role, _ = (ROOT, ROOT, ROOT, *decision.path)
    where = f"{name(plan, above)}里的" if above != ROOT and above in plan.content.fields else ""
    return f"{where}{_role(role)}{_quoted(_called(decision, plan))}" or decision.id


def _called(decision: Decision, plan: Edition) -> str:
    """Return what theirs calls a thing, or how its text begins."""
    own = _mapping(decision.theirs or decision.base) if decision.field == THING else {}
    if (task := own.get("task")) in plan.content.fields and not own.get("name"):
        return plan.title(str(task))
    said = (_flat(own.get(key)) for key in ("title", "name", "heading", "text"))
    return shortened(next(filter(None, said), ""), _SHOWN_AT_MOST)


def _role(key: str) -> str:
    """Return the word of what stands under a key, as 任务 is for tasks; "" for any other key."""
    return "一项" if key == "items" else ROLES.get(key, ("",))[0]


def _sides(decision: Decision, plan: Edition) -> tuple[str, str]:
    if decision.field == THING:
        return _standing(decision.ours), _standing(decision.theirs)
    if decision.field == PLACE:
        return _places(_mapping(decision.ours), _mapping(decision.theirs), plan)
    return _differing(decision.ours, decision.theirs)


def _standing(side: Value) -> str:
    return "已删去" if side is None else "保留"


def _places(ours: Fields, theirs: Fields, plan: Edition) -> tuple[str, str]:
    """Return where either side has a thing, and as what where they differ in that."""
    roles = [_role(_flat(side.get("key"))) for side in (ours, theirs)]
    one, other = (f"作为{role}" if role and len(set(roles)) > 1 else "" for role in roles)
    return one + _behind(ours, plan), other + _behind(theirs, plan)


def _behind(place: Fields, plan: Edition) -> str:
    """Return where a thing stands: in what, and behind what."""
    above, before = _flat(place.get("parent")), _flat(place.get("after"))
    inside = name(plan, above) if above in plan.content.fields else _quoted(above)
    behind = f"里{_titled(plan, before)}之后" if before else "最前"
    return f"放在{inside or _PLAN}{behind}" if place else _NOTHING


def _titled(plan: Edition, id_: str) -> str:
    known = id_ in plan.content.fields
    return (_quoted(plan.title(id_)) or plan.place(id_)) if known else _quoted(id_)


def _mapping(side: Value) -> Fields:
    """Return a side as the mapping it should be; {} where somebody wrote something else into the file."""
    return side if isinstance(side, dict) else {}


def _field(plan: Edition, id_: str, field: str) -> str:
    """Return a field in words, with the thing it is of: 第一部分任务（二）“部门监管”的标题."""
    words = "".join(_words(plan.content.shapes[id_], field))
    return f"{name(plan, id_)}的{words}" if id_ != ROOT else words


def _words(shape: str, name: str) -> Iterator[str]:
    """Yield the Chinese word of each step of a field's name, without what it explains in brackets."""
    for step in name.split("."):
        held = key(shape, step) if shape else None
        yield shapes.word(shape, step).partition("（")[0] if held else _quoted(step)
        shape = held.shape if held else ""


def _differing(old: Value, new: Value) -> tuple[str, str]:
    """Return both values, long ones cut to where they differ."""
    one, other = atoms(_flat(old)), atoms(_flat(new))
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    return _excerpt(one, start, end), _excerpt(other, start, end)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how many parts both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _excerpt(said: tuple[str, ...], start: int, end: int) -> str:
    is_short = sum(map(len, said)) <= _SHOWN_AT_MOST
    first, last = (0, len(said)) if is_short else (max(start - _AROUND, 0), min(len(said) - end + _AROUND, len(said)))
    text = "".join(said[first:last])
    return _quoted(f"{'…' if first else ''}{shortened(text, _SHOWN_AT_MOST)}{'…' if last < len(said) else ''}") or _NOTHING


def _flat(value: Value) -> str:
    """Return all that a value says in one line."""
    if isinstance(value, dict):
        return "，".join(f"{name} {_flat(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return " / ".join(map(_flat, value))
    return value or ""


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""
