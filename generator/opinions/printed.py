"""What a reader of the printed plan sees of its content, and so may have changed: texts, titles, cells, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.content import ROOT, Content
from generator.compare.paired import title
from generator.importers.ledger import bare

if TYPE_CHECKING:
    from generator.compare.fields import Fields
    from generator.source.tree import Value

TITLES = frozenset({"title", "notice.title"})
"""Fields whose lines are one text, broken as the page asks."""

_HEADS = "labels."
_OWN = frozenset({"label", "title", "notice", "preamble", "closing"})
UNSAID = frozenset(
    {"number", "numbering", "run_in", "join", "label", "labels", "columns", "absent", "landscape", "summary", "brief", "units_print"}
)
"""Fields that the program counts, sets or prints merged, or that are printed elsewhere."""
_FORMS = frozenset({"notice", "notice.form", "notice.seal", "notice.imprint_page", "notice.imprint"})


def printed(content: Content) -> Content:
    """Return a content without what the program counts, sets and chooses by itself: numbers, forms, merged cells, the region."""
    return Content({id_: _seen(content, id_) for id_ in content.fields}, content.rows)


def _seen(content: Content, id_: str) -> Fields:
    own = content.fields[id_]
    if id_ == ROOT:
        return {name: value for name, value in own.items() if name.partition(".")[0] in _OWN and name not in _FORMS}
    heads = _heads(content, id_) if content.shapes[id_] == "table" else {}
    return heads | {name: value for name, value in own.items() if name not in UNSAID and not name.startswith(_HEADS)}


def _heads(content: Content, id_: str) -> Fields:
    """Return the heads of a table's columns, those that it takes from its annex among them."""
    above = content.places[id_].parent
    outer = _heads(content, above) if above != ROOT else {}
    return outer | {name: value for name, value in content.fields[id_].items() if name.startswith(_HEADS)}


def named(old: Content, new: Content) -> tuple[Content, Content]:
    """Return both with the names that items take from their tasks written out, where not both take them from the same one."""
    same = {id_ for id_ in old.fields if id_ in new.fields and old.fields[id_].get("task") == new.fields[id_].get("task")}
    one, other = (Content({id_: _named(side, id_, same) for id_ in side.fields}, side.rows) for side in (old, new))
    return one, other


def _named(content: Content, id_: str, same: set[str]) -> Fields:
    own = content.fields[id_]
    if "task" not in own:
        return own
    rest = {name: value for name, value in own.items() if name != "task"}
    is_named = id_ in same or "name" in own
    return rest if is_named else {"name": [title(content, str(own["task"])).rstrip("。")], **rest}


def flat(value: Value) -> list[str]:
    """Return the texts of a value in reading order: the one, the paragraphs, or the cells of rows."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value or ()
    return [text for part in inner for text in flat(part)]


def alike(one: str, other: str) -> bool:
    """Tell whether two texts differ in blanks only."""
    return bare(one) == bare(other)
