"""Edit scripts for plans as plain data: add, drop, move, edit, split, join, number by hand, whole tables, change of role."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from generator.compare.content import build
from tests import strategies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.compare.content import Content
    from tests.strategies import Drawn

ROLES = ("sections", "tasks", "points")
_LISTS = (*ROLES, "annexes", "tables", "items")


class Spot(NamedTuple):
    """A list of things with ids: the mapping that owns it, its key, and the list."""

    owner: Drawn
    key: str
    things: list[Drawn]


class Step(NamedTuple):
    """One edit: which kind, on which things (counted round), and with which words."""

    edit: str
    first: int
    second: int
    words: str


def _spots(value: Drawn) -> Iterator[Spot]:
    for key in _LISTS:
        for thing in value.get(key, []):
            yield from _spots(thing)
        if value.get(key):
            yield Spot(value, key, value[key])


def _things(value: Drawn) -> list[Drawn]:
    return [thing for spot in _spots(value) for thing in spot.things]


def _pick(row: list[Any], number: int) -> Any:  # noqa: ANN401 - whatever the row holds
    return row[number % len(row)]


def _add(plan: Drawn, step: Step, name: str) -> None:
    spot = _pick([*_spots(plan)] or [Spot(plan, "sections", plan.setdefault("sections", []))], step.first)
    place = step.second % (len(spot.things) + 1)
    spot.things.insert(place, {"id": name, ("name" if spot.key == "items" else "title"): step.words})


def _drop(plan: Drawn, step: Step, _: str) -> None:
    if spots := [*_spots(plan)]:
        _out(_pick(spots, step.first), step.second)


def _out(spot: Spot, number: int) -> Drawn:
    thing = spot.things.pop(number % len(spot.things))
    if not spot.things:
        del spot.owner[spot.key]
    return thing


def _move(plan: Drawn, step: Step, _: str) -> None:
    if not (spots := [*_spots(plan)]):
        return
    spot = _pick(spots, step.first)
    thing = _out(spot, step.second)
    fitting = [other for other in _spots(plan) if other.key == spot.key or {other.key, spot.key} <= {*ROLES}]
    other = _pick(fitting or [Spot(spot.owner, spot.key, spot.owner.setdefault(spot.key, []))], step.first // 7)
    other.things.insert(step.second // 7 % (len(other.things) + 1), thing)


def _edit(plan: Drawn, step: Step, _: str) -> None:
    thing = _pick([plan, plan["notice"], *_things(plan)], step.first)
    texts = [key for key in ("title", "text", "preamble", "goal", "units", "note", "after", "mark", "heading", "name") if key in thing]
    if texts:
        key = _pick(texts, step.second)
        paragraphs = thing[key] if isinstance(thing[key], list) else [thing[key]]
        changed = [*paragraphs]
        changed[step.second % len(changed)] = step.words
        thing[key] = changed if isinstance(thing[key], list) else changed[0]


def _empty(plan: Drawn, step: Step, _: str) -> None:
    thing = _pick([plan, plan["notice"], *_things(plan)], step.first)
    free = [key for key in thing if key not in {"id", "title", "year", "format", "notice", *_LISTS, "columns", "grid"}]
    if free:
        del thing[_pick(free, step.second)]


def _split(plan: Drawn, step: Step, _: str) -> None:
    if thing := _with_text(plan, step):
        text = thing["text"] if isinstance(thing["text"], list) else [thing["text"]]
        place = step.second % (len(text) + 1)
        thing["text"] = [*text[:place], step.words, *text[place:]]


def _join(plan: Drawn, step: Step, _: str) -> None:
    thing = _with_text(plan, step)
    if thing and isinstance(thing["text"], list):
        thing["text"] = "".join(thing["text"][:2]) if len(thing["text"]) < 3 else ["".join(thing["text"][:2]), *thing["text"][2:]]


def _with_text(plan: Drawn, step: Step) -> Drawn | None:
    texts = [thing for thing in _things(plan) if "text" in thing]
    return _pick(texts, step.first) if texts else None


def _number(plan: Drawn, step: Step, _: str) -> None:
    nodes = [thing for spot in _spots(plan) if spot.key in ROLES for thing in spot.things]
    if nodes:
        _pick(nodes, step.first)["number"] = str(step.second % 30 + 1)


def _table(plan: Drawn, step: Step, name: str) -> None:
    bodies = [plan, *(thing for spot in _spots(plan) if spot.key in (*ROLES, "annexes") for thing in spot.things)]
    items = [{"id": f"{name}_{number}", "name": step.words, "goal": [step.words]} for number in range(step.second % 3 + 1)]
    _pick(bodies, step.first).setdefault("tables", []).append({"id": name, "labels": {"goal": step.words}, "items": items})


def _grid(plan: Drawn, step: Step, _: str) -> None:
    tables = [thing for spot in _spots(plan) if spot.key == "tables" for thing in spot.things]
    if tables:
        table = _pick(tables, step.first)
        table.pop("items", None)
        table["grid"] = {"body": [[step.words, ""], ["一", "二"]]}


def _role(plan: Drawn, step: Step, _: str) -> None:
    spots = [spot for spot in _spots(plan) if spot.key in ROLES]
    if spots:
        spot = _pick(spots, step.first)
        del spot.owner[spot.key]
        spot.owner[_pick([*ROLES], step.second)] = spot.things


def _labels(plan: Drawn, step: Step, _: str) -> None:
    web = plan.setdefault("web", {}).setdefault("other", {})
    web[_pick(["统一编号", "公开方式", "来源"], step.first)] = step.words
    if step.second % 3 == 0:
        plan["web"]["other"] = dict(reversed(web.items()))


def _region(plan: Drawn, step: Step, _: str) -> None:
    region = plan.setdefault("region", {"name": "某县", "units": []})
    named = {unit["id"]: unit for unit in region["units"]}
    unit = named.setdefault(_pick(["a", "b", "c", "d"], step.first), {"id": _pick(["a", "b", "c", "d"], step.first)})
    unit |= {"name": step.words, "aliases": [step.words]}
    region["units"] = sorted(named.values(), key=lambda one: str(one["id"]), reverse=step.second % 2 == 0)


def _node(name: str, depth: int = 0) -> Drawn:
    """Return a node with tasks or points below it."""
    node: Drawn = {"id": name, "title": f"标题{name}", "text": [f"{name}之一。", f"{name}之二。", f"{name}之三。"], "units": "县应急局"}
    below = [_node(f"{name}{step}", depth + 1) for step in "abc"] if depth < 2 else []
    return node | ({"tasks" if depth else "sections": below} if below else {})


def _annex(name: str) -> Drawn:
    items = [{"id": f"{name}_{number}", "name": f"第{number}项", "goal": ["甲。", "乙。"], "units": "县公安局"} for number in range(8)]
    return {
        "id": name,
        "title": f"附件{name}",
        "labels": {"goal": "目标", "units": "单位"},
        "tables": [{"id": f"{name}_t", "items": items}],
    }


_RICH: Drawn = {
    "format": "1",
    "year": "2025",
    "title": "某县工作要点",
    "region": {"name": "某县", "units": [{"id": "a", "name": "县公安局"}, {"id": "b", "name": "县应急局"}]},
    "notice": {"number": "某府发〔2025〕1号", "title": "通知", "mark": ["甲", "乙"], "date": "2025-03-13"},
    "preamble": ["第一段。", "第二段。", "第三段。"],
    "sections": [_node(name) for name in "klmn"],
    "annexes": [_annex("x"), _annex("y"), _annex("z")],
}

EDITS: dict[str, Callable[[Drawn, Step, str], None]] = {
    "add": _add,
    "drop": _drop,
    "move": _move,
    "edit": _edit,
    "empty": _empty,
    "split": _split,
    "join": _join,
    "number": _number,
    "table": _table,
    "grid": _grid,
    "role": _role,
    "labels": _labels,
    "region": _region,
}
Script = list[Step]
steps: st.SearchStrategy[Step] = st.builds(Step, st.sampled_from([*EDITS]), st.integers(0, 400), st.integers(0, 400), strategies.sentences)
scripts: st.SearchStrategy[Script] = st.lists(steps, min_size=1, max_size=8)
PLANS: st.SearchStrategy[Drawn] = st.one_of(st.builds(deepcopy, st.just(_RICH)), strategies.plans)
"""Plans to edit: any, and one with enough of everything that two scripts seldom meet."""


def _meeting(one: Script, two: Script, edits: list[str]) -> tuple[Script, Script]:
    """Return a script and one that goes to the same things with other edits and other words."""
    return one, [*(step._replace(edit=edit, words=f"{step.words}乙") for step, edit in zip(one, edits, strict=False)), *two]


meetings: st.SearchStrategy[tuple[Script, Script]] = st.builds(
    _meeting, scripts, st.lists(steps, max_size=3), st.lists(st.sampled_from([*EDITS]), max_size=8)
)
"""Scripts of two sides that often want different things of the same place."""


def edited(plan: Drawn, script: Script, side: str = "x") -> Drawn:
    """Return a plan after the edits of a script; what a side adds bears ids of its own."""
    copy = deepcopy(plan)
    for number, step in enumerate(script):
        EDITS[step.edit](copy, step, f"{side}{number}")
    return copy


def content_of(plan: Drawn) -> Content:
    """Return the content of a plan as plain data."""
    return build(plan)
