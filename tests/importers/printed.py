"""What a notice prints, as a value that two plans can be compared by: finished strings, without what print does not tell.

Not told by any print: seals, the page of the imprint, the ids of columns of a kind of their own, where a title breaks.
A text (.txt) does not tell either: the ids of parts, which cells are merged and which are empty, which rows are the head.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from generator.render.context import context, notice_of

if TYPE_CHECKING:
    from generator.plan.model import Plan

_UNTOLD = ("seal", "seal_rows", "imprint_page", "mark_height", "joint", "signatory_rows")


def printed(plan: Plan, *, ids: bool) -> dict[str, Any]:
    """Return what a plan's notice prints: with `ids` as a .docx carries it, without as a .txt does."""
    finished = asdict(context(plan, notice_of(plan)))
    told = {key: value for key, value in finished.items() if key not in _UNTOLD}
    for document in (told, told["plan"] or {}, *told["annexes"]):
        document["title"] = "".join(document.get("title", ()))
    shown: dict[str, Any] = _shown(told, ids=ids)
    return shown


def _shown(value: Any, *, ids: bool) -> Any:  # noqa: ANN401 - finished strings of any shape
    if isinstance(value, (list, tuple)):
        return [_shown(inner, ids=ids) for inner in value]
    if not isinstance(value, dict):
        return value
    if "rows" in value and not ids:
        rows = (*value["head"], *value["rows"])
        return [value["title"], value["measure"], [_line(row) for row in rows], list(value["notes"])]
    return {key: len(inner) if key == "columns" else _shown(inner, ids=ids) for key, inner in value.items() if key != "id" or ids}


def _line(row: dict[str, Any]) -> str:
    return " | ".join("" if cell["merged"] else " ".join(cell["text"]) for cell in row["cells"]).strip()
