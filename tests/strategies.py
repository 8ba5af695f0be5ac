"""Plans that hypothesis makes: any shape the schema allows, with text that tries to be mistaken for something else."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

Drawn = dict[str, Any]
_CHARACTERS = "安全生产责任落实第一章节附件年月日〔〕（）《》“”、，。；：！？一二三十0123456789%‰ aZ&<>{}[]#:'\"|\\-—…　𠮷"
_MARKS = ["一、", "（一）", "1.", "1．", "（1）", "①", "第一章", "第一条", "1.1", "A.", "none"]

sentences = st.text(_CHARACTERS, min_size=1, max_size=24).map(str.strip).filter(bool)
prose = st.one_of(sentences, st.lists(sentences, min_size=1, max_size=3))
dates = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day >= "1900")
flags = st.sampled_from(["true", "false"])
marks = st.one_of(
    st.sampled_from(_MARKS),
    st.fixed_dictionaries({"number": st.sampled_from(_MARKS)}, optional={"running": flags, "run_in": flags}),
)
numberings = st.lists(marks, min_size=1, max_size=4)


def _some(required: Drawn, optional: Drawn) -> st.SearchStrategy[Drawn]:
    return st.fixed_dictionaries(required, optional={key: value for key, value in optional.items() if key not in required})


_ITEM_CELLS = {"goal": prose, "units": prose, "note": prose, "deadline": sentences}
_COLUMNS = {"number": "序号", "name": "名称", "goal": "目标", "units": "责任单位", "deadline": "时限", "note": "备注"}
_items = st.one_of(_some({"name": prose}, _ITEM_CELLS), _some({"heading": sentences}, {}))
_cells = st.lists(st.lists(sentences, min_size=2, max_size=2), min_size=1, max_size=3)
_tables = st.one_of(
    _some({"columns": st.just(_COLUMNS), "items": st.lists(_items, min_size=1, max_size=4)}, {"title": sentences, "notes": prose}),
    _some({"grid": _some({"body": _cells}, {"head": _cells})}, {"title": sentences, "measure": sentences}),
)


def _body(nodes: st.SearchStrategy[Drawn], *roles: str) -> st.SearchStrategy[Drawn]:
    """Draw the part of a mapping that holds nodes of one role, or none."""
    rows = st.lists(nodes, min_size=1, max_size=3)
    return st.one_of(st.just({}), *(st.fixed_dictionaries({role: rows}) for role in roles))


_NODE = {"title": sentences, "text": prose, "run_in": flags, "units": sentences, "after": prose, "numbering": numberings}
_leaves = _some({"text": prose}, _NODE | {"tables": st.lists(_tables, min_size=1, max_size=1)})


def _branches(nodes: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn]:
    return st.builds(lambda one, two: one | two, _some({"title": sentences}, _NODE), _body(nodes, "sections", "tasks", "points"))


_nodes = st.recursive(_leaves, _branches, max_leaves=8)
_bodies = _body(_nodes, "sections", "tasks", "points")
_annexes = st.builds(
    lambda one, two: one | two,
    _some({"title": sentences}, {"preamble": prose, "closing": prose, "numbering": numberings, "tables": st.lists(_tables, max_size=2)}),
    _bodies,
)
_notices = _some(
    {"form": st.sampled_from(["attached", "annex", "direct"]), "recipients": sentences},
    {
        "mark": prose,
        "number": sentences,
        "title": prose,
        "signature": prose,
        "date": dates,
        "note": sentences,
        "seal": flags,
        "imprint": _some({}, {"copies_to": sentences, "printed_by": sentences, "printed_on": dates}),
    },
)
_PLAN = {
    "label": sentences,
    "web": _some({}, {"index": sentences, "other": st.dictionaries(sentences, sentences, max_size=2)}),
    "numbering": numberings,
    "units_print": st.just("（责任单位：{units}）"),
    "preamble": prose,
    "closing": prose,
    "annexes": st.lists(_annexes, max_size=3),
}


def _named(value: Any, ids: Iterator[int]) -> Any:  # noqa: ANN401 - plain data of any shape
    """Give every mapping of a list that needs an id one of its own, first of its keys."""
    if isinstance(value, list):
        return [_with_id(item, ids) if isinstance(item, dict) and "number" not in item else _named(item, ids) for item in value]
    return {key: _named(inner, ids) for key, inner in value.items()} if isinstance(value, dict) else value


def _with_id(value: Drawn, ids: Iterator[int]) -> Drawn:
    return {"id": f"n{next(ids)}"} | {key: _named(inner, ids) for key, inner in value.items()}


def _plan(head: Drawn, body: Drawn, notice: Drawn) -> Drawn:
    named: Drawn = _named({"format": "1", "year": "2025"} | head | {"notice": notice} | body, count())
    return named


plans: st.SearchStrategy[Drawn] = st.builds(
    _plan, _some({"status": st.sampled_from(["sample", "draft", "final"]), "title": prose}, _PLAN), _bodies, _notices
)
"""Whole plans with a notice, as plain data: valid by schema and rules."""
