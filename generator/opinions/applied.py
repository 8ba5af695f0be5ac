"""Adopted opinions put into the plan's file, all of them or none; everything else in it stays as it was written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, cast

from generator.compare import content
from generator.compare.content import ROOT, Content
from generator.compare.differ import compare
from generator.compare.fields import kind_of
from generator.compare.paired import title
from generator.compare.patch import edits
from generator.errors import RefusedError
from generator.importers.ledger import bare
from generator.opinions.conflicts import refuse
from generator.opinions.printed import TITLES, flat
from generator.source import writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.compare.content import Row
    from generator.compare.fields import Fields
    from generator.opinions.proposals import Opinion, Proposal, Put
    from generator.source.tree import Document, Value


def text_with(document: Document, plan: Content, opinions: Sequence[Opinion]) -> tuple[str, dict[str, str]]:
    """Return the text of the plan's file with opinions adopted, and the ids that new things got, by those of their proposals.

    Raises RefusedError naming every opinion that cannot be, or those that want different things of one place.
    """
    refuse(opinions)
    if document.tree is None:
        raise RefusedError(f"{document.file} 有错误，不能修改", "请先用 hongtou check 查看并改正。")
    changed = _Change(plan)
    for opinion in opinions:
        changed.take(opinion)
    return writer.write(document, edits(compare(plan, changed.content()), document.tree)), changed.names


@dataclass
class _Change:
    """A content on its way to another one."""

    plan: Content
    fields: dict[str, Fields] = field(init=False)
    texts: dict[tuple[str, str], list[tuple[Put, Proposal]]] = field(default_factory=lambda: defaultdict(list))
    leaving: set[str] = field(default_factory=set)
    coming: dict[tuple[str, str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    rows: dict[Row, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fields = {id_: dict(own) for id_, own in self.plan.fields.items()}

    def take(self, opinion: Opinion) -> None:
        """Note what an opinion asks for."""
        proposal = opinion.proposal
        for put in opinion.puts if proposal else ():
            if proposal and not put.done:
                _TAKEN[proposal.kind](self, proposal, put)

    def content(self) -> Content:
        """Return the content with everything in its place. Raises RefusedError when something would be lost on the way."""
        for (thing, name), asked in self.texts.items():
            _write(self.fields[thing], name, kind_of(self.plan.shapes[thing], name), asked)
        self._weave()
        self._unbind()
        self._loosen()
        found = Content(self.fields, {row: ids for row, ids in self.rows.items() if ids})
        if lost := set(self.fields) - set(found.walk()):
            raise RefusedError(f"这些意见合在一起会使 {'、'.join(sorted(lost))} 没有着落，计划没有改动", "请把移动和删除分两次采用。")
        return content.build(content.plain(found))  # an order names what it orders again

    def _changed(self, proposal: Proposal, put: Put) -> None:
        self.texts[put.thing, put.field].append((put, proposal))

    def _removed(self, proposal: Proposal, _: Put) -> None:
        for grown in proposal.branch:
            self.fields.pop(grown.id, None)
            self.leaving.add(grown.id)

    def _moved(self, _: Proposal, put: Put) -> None:
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
        self.names[proposal.id] = names[proposal.thing]
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

    def _unbind(self) -> None:
        """Let items keep the names that they took from tasks which go: the draft prints them still."""
        for own in self.fields.values():
            task = str(own.get("task") or "")
            if task and task not in self.fields and task in self.plan.fields:
                del own["task"]
                own.setdefault("name", [title(self.plan, task).rstrip("。")])

    def _loosen(self) -> None:
        """Part the cells that were printed merged, or come so, where the row above says something else now."""
        for (_, key), ids in self.rows.items():
            for above, id_ in zip((ROOT, *ids), ids, strict=False) if key == "items" else ():
                own = self.fields[id_]
                if joined := flat(own.get("join")):
                    same = [name for name in joined if above and _shown(self.fields, above, name) == _shown(self.fields, id_, name)]
                    _set(own, "join", [*same])


_TAKEN: dict[str, Callable[[_Change, Proposal, Put], None]] = {
    "changed": _Change._changed,  # noqa: SLF001 - its own table
    "removed": _Change._removed,  # noqa: SLF001
    "moved": _Change._moved,  # noqa: SLF001
    "added": _Change._added,  # noqa: SLF001
}


def _write(own: Fields, name: str, kind: str, asked: Sequence[tuple[Put, Proposal]]) -> None:
    """Make all changes of a field."""
    if kind == "whole":
        for put, _ in asked:
            own[name] = _with_cell(own[name], put.index, put.text)
    elif kind == "text":
        _set(own, name, asked[-1][0].text)
    elif name in TITLES:
        _set(own, name, _broken(own.get(name), *asked[-1]))
    else:
        _set(own, name, _paragraphs(flat(own.get(name)), [put for put, _ in asked]))


def _broken(written: Value, put: Put, proposal: Proposal) -> Value:
    """Return a title in the lines of the draft where the plan writes it in lines too, else as one."""
    in_lines = len(flat(written)) > 1 and "".join(proposal.lines) == put.text
    return [*proposal.lines] if in_lines else [text for text in (put.text,) if text]


def _paragraphs(texts: Sequence[str], puts: Sequence[Put]) -> Value:
    """Return paragraphs with new ones in front of those they were counted to, others exchanged or gone."""
    exchanged = {put.index: put.text for put in puts if put.old is not None}
    result: list[str] = []
    for index in range(len(texts) + 1):
        result += [put.text for put in puts if put.old is None and put.index == index]
        result += [exchanged.get(index, text) for text in texts[index : index + 1]]
    return [text for text in result if text]


def _shown(fields: dict[str, Fields], id_: str, column: str) -> str:
    """Return what an item says in a column; without a name of its own it bears that of its task."""
    own = fields[id_]
    is_named = column != "name" or "name" in own
    return bare("".join(flat(own.get(column) if is_named else fields.get(str(own.get("task")), {}).get("title")))).rstrip("。")


def _set(own: Fields, name: str, value: Value) -> None:
    if value:
        own[name] = value
    else:
        own.pop(name, None)


def _with_cell(rows: Value, index: int, text: str) -> Value:
    """Return rows of cells with another text in the cell of that number in reading order."""
    cells = count()
    return [[text if next(cells) == index else cell for cell in cast("list[Value]", row)] for row in cast("list[Value]", rows)]
