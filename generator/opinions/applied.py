"""Adopted opinions put into the plan's file, all of them or none; everything else in it stays as it was written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from generator.compare.content import ROOT, Content
from generator.compare.differ import compare
from generator.compare.fields import kind_of
from generator.compare.patch import edits
from generator.errors import RefusedError
from generator.opinions.printed import TITLES, flat
from generator.source import writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.compare.content import Row
    from generator.compare.fields import Fields
    from generator.opinions.proposals import Opinion, Proposal, Put
    from generator.source.tree import Document, Value


def text_with(document: Document, plan: Content, opinions: Sequence[Opinion]) -> str:
    """Return the text of the plan's file with opinions adopted.

    Raises RefusedError naming every opinion that cannot be, or those that want different things of one place.
    """
    refuse(opinions)
    if document.tree is None:
        raise RefusedError(f"{document.file} 有错误，不能修改", "请先用 hongtou check 查看并改正。")
    changed = _Change(plan)
    for opinion in opinions:
        changed.take(opinion)
    return writer.write(document, edits(compare(plan, changed.content()), document.tree))


# --- what cannot be ------------------------------------------------------------------------------------------------


def refuse(opinions: Sequence[Opinion]) -> None:
    """Raise RefusedError when an opinion cannot be put into the plan, or two of them not together, with all the reasons."""
    reasons = [f"{opinion.id} {opinion.place}：{put.why}。{put.remedy}" for opinion in opinions if (put := opinion.hindrance)]
    reasons += [f"{one.id}（{_by(one)}）和 {other.id}（{_by(other)}）对同一处的改法不同：{one.place}" for one, other in conflicts(opinions)]
    if reasons:
        fit = fitting(opinions)
        tip = f"其余的可以用 --apply {','.join(fit)} 采用。" if fit else "同一处只能采用一种改法，请用 --apply 写明采用哪一条。"
        raise RefusedError("\n  ".join(["这些意见不能采用，计划没有改动：", *reasons]), tip)


def fitting(opinions: Sequence[Opinion]) -> list[str]:
    """Return the ids of the opinions that can be adopted together."""
    fighting = {opinion.id for pair in conflicts(opinions) for opinion in pair}
    return [opinion.id for opinion in opinions if not opinion.hindrance and opinion.id not in fighting]


def _by(opinion: Opinion) -> str:
    return "、".join(opinion.units)


def conflicts(opinions: Sequence[Opinion]) -> list[tuple[Opinion, Opinion]]:
    """Return the pairs of opinions that want different things of one place."""
    taken: dict[object, Opinion] = {}
    found = []
    for opinion in opinions:
        for claim in _claims(opinion):
            first = taken.setdefault(claim, opinion)
            if first is not opinion:
                found.append((first, opinion))
    going = {grown.id: opinion for opinion in opinions if _kind(opinion) == "removed" for grown in _branch(opinion)}
    found += [(going[id_], opinion) for opinion in opinions if _kind(opinion) != "removed" for id_ in _touched(opinion) if id_ in going]
    return list({(one.id, other.id): (one, other) for one, other in found}.values())


def _claims(opinion: Opinion) -> Iterable[object]:
    """Yield what an opinion takes for itself alone: the paragraphs it changes, the thing it moves."""
    for put in opinion.puts:
        if put.done or put.why:
            continue
        if _kind(opinion) == "changed" and put.old is not None:
            yield put.thing, put.field, put.index
        elif _kind(opinion) == "moved":
            yield put.thing


def _touched(opinion: Opinion) -> set[str]:
    own = {put.thing for put in opinion.puts if _kind(opinion) != "added"}
    return own | {put.place.parent for put in opinion.puts if put.place}


def _kind(opinion: Opinion) -> str:
    return opinion.proposal.kind if opinion.proposal else ""


def _branch(opinion: Opinion) -> Iterable[object]:
    return opinion.proposal.branch if opinion.proposal else ()


# --- the plan afterwards ---------------------------------------------------------------------------------------------


@dataclass
class _Change:
    """A content on its way to another one."""

    plan: Content
    fields: dict[str, Fields] = field(init=False)
    texts: dict[tuple[str, str], list[tuple[Put, Proposal]]] = field(default_factory=lambda: defaultdict(list))
    leaving: set[str] = field(default_factory=set)
    coming: dict[tuple[str, str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[Row, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fields = {id_: dict(own) for id_, own in self.plan.fields.items()}

    def take(self, opinion: Opinion) -> None:
        """Note what an opinion asks for."""
        proposal = opinion.proposal
        for put in opinion.puts if proposal else ():
            if proposal and not put.done:
                getattr(self, f"_{proposal.kind}")(proposal, put)

    def content(self) -> Content:
        """Return the content with everything in its place. Raises RefusedError when something would be lost on the way."""
        for (thing, name), asked in self.texts.items():
            _write(self.fields[thing], name, kind_of(self.plan.shapes[thing], name), asked)
        self._weave()
        found = Content(self.fields, {row: ids for row, ids in self.rows.items() if ids})
        if lost := set(self.fields) - set(found.walk()):
            raise RefusedError(f"这些意见合在一起会使 {'、'.join(sorted(lost))} 没有着落，计划没有改动", "请把移动和删除分两次采用。")
        return found

    def _changed(self, proposal: Proposal, put: Put) -> None:
        self.texts[put.thing, put.field].append((put, proposal))

    def _removed(self, proposal: Proposal, put: Put) -> None:
        for grown in proposal.branch:
            self.fields.pop(grown.id, None)
            self.leaving.add(grown.id)

    def _moved(self, proposal: Proposal, put: Put) -> None:
        self.leaving.add(put.thing)
        self._come(put, put.thing)

    def _added(self, proposal: Proposal, put: Put) -> None:
        names: dict[str, str] = {}
        for grown in proposal.branch:
            names[grown.id] = id_ = self._unused(grown.id)
            self.fields[id_] = dict(grown.fields)
            if grown is not proposal.branch[0]:
                row = names[grown.place.parent], grown.place.key
                self.rows[row] = (*self.rows.get(row, ()), id_)
        self._come(put, names[proposal.thing])

    def _come(self, put: Put, id_: str) -> None:
        if put.place:
            self.coming[put.place.parent, put.place.key, put.place.after].append(id_)

    def _unused(self, id_: str) -> str:
        taken = self.fields.keys() | self.plan.fields.keys()
        return next(name for count in range(1, len(taken) + 2) if (name := id_ if count == 1 else f"{id_}_{count}") not in taken)

    def _weave(self) -> None:
        """Put into every row what comes, behind what it follows, or where that stood."""
        for row in dict.fromkeys([*self.plan.rows, *((parent, key) for parent, key, _ in self.coming)]):
            ids: list[str] = []
            for anchor in (ROOT, *self.plan.rows.get(row, ())):
                ids += [anchor] if anchor and anchor not in self.leaving else []
                ids += self.coming.get((*row, anchor), [])
            if row[0] in self.fields:
                self.rows[row] = tuple(ids)


def _write(own: Fields, name: str, kind: str, asked: Sequence[tuple[Put, Proposal]]) -> None:
    """Make all changes of a field, from its end on so that the places of the others stay."""
    if name in TITLES:
        put, proposal = asked[-1]
        written = own.get(name)
        several = isinstance(written, list) and len(written) > 1 and "".join(proposal.lines) == put.text
        _set(own, name, [*proposal.lines] if several else [put.text] if put.text else [])
        return
    if kind == "text":
        _set(own, name, asked[-1][0].text)
        return
    if kind == "whole":
        for put, _ in asked:
            own[name] = _with_cell(own[name], put.index, put.text)
        return
    texts = cast("list[Value]", [*flat(own.get(name))])
    inserts: dict[int, list[Value]] = defaultdict(list)
    for put, _ in asked:
        if put.old is None:
            inserts[put.index].append(put.text)
    exchanged = {put.index: put.text for put, _ in asked if put.old is not None}
    result: list[Value] = []
    for index in range(len(texts) + 1):
        result += inserts.get(index, [])
        if index < len(texts):
            result += [text for text in [exchanged.get(index, texts[index])] if text]
    _set(own, name, result)


def _set(own: Fields, name: str, value: Value) -> None:
    if value:
        own[name] = value
    else:
        own.pop(name, None)


def _with_cell(rows: Value, index: int, text: str) -> Value:
    """Return rows of cells with another text in the cell of that number in reading order."""
    cells = iter(range(len(flat(rows))))
    return [
        [text if next(cells) == index else cell for cell in cast("list[Value]", row)] if isinstance(row, list) else row
        for row in cast("list[Value]", rows)
    ]
