"""From the tree of a plan file to the plan: one function a shape, in the order of schema/plan.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar, cast

from generator.plan import model
from generator.plan.numbering import Mark
from generator.regions import profile
from generator.source.fields import Fields, lines
from generator.source.tree import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.source.tree import Mapping, Node

_Built = TypeVar("_Built")
_ITEM_KEYS = frozenset({"id", "task", "number", "join", "heading"})


def build(tree: Mapping) -> model.Plan:
    """Return the plan of a tree. Never fails: what is missing or of the wrong type is left empty, as Fields reads it."""
    fields = Fields(tree)
    return model.Plan(
        year=fields.number("year") or 0,
        status=cast("model.Status", fields.text("status") or "draft"),
        label=fields.text("label"),
        title=fields.prose("title"),
        region=profile.build(fields.fields("region")) if "region" in fields else None,
        notice=_maybe(_notice, fields, "notice"),
        web=_maybe(_web, fields, "web"),
        numbering=_numbering(fields),
        units_print=fields.text("units_print"),
        preamble=fields.prose("preamble"),
        tables=_tables(fields),
        children=_children(fields),
        closing=fields.prose("closing"),
        annexes=tuple(_annex(annex) for annex in fields.each("annexes")),
        explanation=_maybe(_explanation, fields, "explanation"),
        slides=_maybe(_slides, fields, "slides"),
        unplaced=tuple(_unplaced(text) for text in fields.each("unplaced")),
        decisions=tuple(_decision(decision) for decision in fields.each("decisions")),
        source=_maybe(_source, fields, "source"),
    )


def _maybe(build_one: Callable[[Fields], _Built], fields: Fields, key: str) -> _Built | None:
    return build_one(fields.fields(key)) if key in fields else None


def _notice(fields: Fields) -> model.Notice:
    return model.Notice(
        path=fields.path,
        form=cast("model.Form", fields.text("form") or "attached"),
        copy_number=fields.text("copy_number"),
        classification=fields.text("classification"),
        urgency=fields.text("urgency"),
        mark=fields.prose("mark"),
        number=fields.text("number"),
        signatory=fields.prose("signatory"),
        title=fields.prose("title"),
        recipients=fields.text("recipients"),
        body=fields.prose("body"),
        signature=fields.prose("signature"),
        seal=bool(fields.flag("seal")),
        date=fields.text("date"),
        note=fields.text("note"),
        imprint=_maybe(_imprint, fields, "imprint"),
        imprint_page=cast('Literal["auto", "same", "next"]', fields.text("imprint_page") or "auto"),
    )


def _imprint(fields: Fields) -> model.Imprint:
    return model.Imprint(
        path=fields.path,
        copies_to=fields.text("copies_to"),
        printed_by=fields.text("printed_by"),
        printed_on=fields.text("printed_on"),
        disclosure=fields.text("disclosure"),
    )


def _web(fields: Fields) -> model.Web:
    texts = {key: fields.text(key) for key in ("index", "subject", "genre", "publisher", "validity", "published_on")}
    return model.Web(path=fields.path, other=fields.pairs("other"), **texts)


def _numbering(fields: Fields) -> tuple[Mark, ...]:
    return tuple(_mark(node) for node in fields.nodes("numbering"))


def _mark(node: Node) -> Mark:
    if isinstance(node, Scalar):
        return Mark(node.text or "")
    fields = Fields(node)
    return Mark(fields.written("number"), bool(fields.flag("running")), fields.flag("run_in"))


def _children(fields: Fields) -> tuple[model.Node, ...]:
    """Return the nodes below; where a faulty file has several roles, those of the first in the order of ROLES."""
    rows = (tuple(_node(node, role) for node in fields.each(key)) for key, role in model.ROLES.items())
    return next(filter(None, rows), ())


def _node(fields: Fields, role: model.Role) -> model.Node:
    return model.Node(
        path=fields.path,
        role=role,
        id=fields.text("id"),
        title=fields.text("title"),
        text=fields.prose("text"),
        run_in=fields.flag("run_in"),
        number=fields.number("number"),
        numbering=_numbering(fields),
        units=fields.text("units"),
        deadline=fields.text("deadline"),
        leader=fields.text("leader"),
        summary=fields.prose("summary"),
        brief=_maybe(_brief, fields, "brief"),
        tables=_tables(fields),
        children=_children(fields),
        after=fields.prose("after"),
    )


def _brief(fields: Fields) -> model.Brief:
    return model.Brief(path=fields.path, title=fields.text("title"), text=fields.prose("text"))


def _annex(fields: Fields) -> model.Annex:
    return model.Annex(
        path=fields.path,
        id=fields.text("id"),
        title=fields.prose("title"),
        label=fields.text("label"),
        absent=bool(fields.flag("absent")),
        landscape=bool(fields.flag("landscape")),
        recipients=fields.text("recipients"),
        preamble=fields.prose("preamble"),
        numbering=_numbering(fields),
        labels=fields.pairs("labels"),
        tables=_tables(fields),
        children=_children(fields),
        closing=fields.prose("closing"),
        signature=fields.prose("signature"),
        date=fields.text("date"),
    )


def _tables(fields: Fields) -> tuple[model.Table, ...]:
    return tuple(_table(table) for table in fields.each("tables"))


def _table(fields: Fields) -> model.Table:
    return model.Table(
        path=fields.path,
        id=fields.text("id"),
        title=fields.text("title"),
        measure=fields.text("measure"),
        columns=fields.pairs("columns"),
        labels=fields.pairs("labels"),
        items=tuple(_item(item) for item in fields.each("items")),
        grid=_maybe(_grid, fields, "grid"),
        notes=fields.prose("notes"),
    )


def _item(fields: Fields) -> model.Item:
    return model.Item(
        path=fields.path,
        id=fields.text("id"),
        task=fields.text("task"),
        number=fields.text("number"),
        cells=tuple((key, fields.prose(key)) for key in fields.keys if key not in _ITEM_KEYS and key in fields),
        join=fields.prose("join"),
        heading=fields.text("heading"),
    )


def _grid(fields: Fields) -> model.Grid:
    return model.Grid(path=fields.path, head=_rows(fields, "head"), body=_rows(fields, "body"))


def _rows(fields: Fields, key: str) -> tuple[tuple[str, ...], ...]:
    rows = (row.items for row in fields.nodes(key) if isinstance(row, Sequence))
    return tuple(tuple("\n".join(lines(cell)) for cell in row) for row in rows)


def _explanation(fields: Fields) -> model.Explanation:
    texts = {key: fields.prose(key) for key in ("title", "background", "significance", "lead")}
    return model.Explanation(path=fields.path, **texts)


def _slides(fields: Fields) -> model.Slides:
    return model.Slides(path=fields.path, title=fields.prose("title"), pages=tuple(_page(page) for page in fields.each("pages")))


def _page(fields: Fields) -> model.Page:
    return model.Page(path=fields.path, section=fields.text("section"), title=fields.text("title"), tasks=fields.prose("tasks"))


def _unplaced(fields: Fields) -> model.Unplaced:
    return model.Unplaced(path=fields.path, line=fields.number("line"), text=fields.text("text"), why=fields.text("why"))


def _decision(fields: Fields) -> model.Decision:
    return model.Decision(path=fields.path, id=fields.text("id"), field=fields.text("field"))


def _source(fields: Fields) -> model.Origin:
    return model.Origin(
        path=fields.path,
        file=fields.text("file"),
        digest=fields.text("digest"),
        characters=fields.number("characters") or 0,
        placed=fields.number("placed") or 0,
    )
