"""The notice as PDF by the embedded typst: no office suite, the same bytes for the same plan and faces."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from generator import project
from generator.errors import UserError
from generator.render import fonts
from generator.render.context import context, named, notice_of
from generator.render.widths import column_widths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.plan.model import Notice, Plan
    from generator.render.blocks import Block, Cell, Row, TableView
    from generator.render.context import Context, Part
    from generator.render.style import Look

_TEMPLATE = "notice/notice.typ"
_Plain = dict[str, Any]
"""What the template receives, ready for JSON."""


def render(plan: Plan, look: Look) -> bytes:
    """Return notice.pdf.

    Raises RefusedError when the plan has no notice, UserError when there is no Chinese face or the template is at fault.
    """
    notice = notice_of(plan)
    width = look.style["page"]["text_area"]["width"]
    data = {
        "notice": _notice(context(plan, notice), width),
        "document": _document(plan, notice),
        "style": look.style,
        "faces": {face.role: {"families": face.families, "weight": face.weight} for face in fonts.faces(look.style)},
    }
    return _compiled(_template(look.templates), json.dumps(data, ensure_ascii=False), archival=look.pdf_a)


def _compiled(template: Path, data: str, *, archival: bool) -> bytes:
    """Return the template compiled with its data; what typst only warns of (a face that is not there) is a fault here."""
    import typst  # noqa: PLC0415 - not loaded before something is rendered

    try:
        pdf, warnings = typst.compile_with_warnings(
            template,
            root=template.parent,
            font_paths=fonts.shelf().fonts,
            sys_inputs={"data": data},
            timestamp=0,
            pdf_standards=["a-2b"] if archival else [],
        )
    except typst.TypstError as error:
        raise _fault(template, error.diagnostic or error.message) from error
    if warnings:
        raise _fault(template, warnings[0].diagnostic or warnings[0].message)
    return pdf


def _fault(template: Path, said: str) -> UserError:
    return UserError(f"模板 {template} 不能执行：\n{said.strip()}", "请对照内置模板改正，或删去它以改用内置模板。")


def _template(folders: tuple[Path, ...]) -> Path:
    found = project.first(folders, _TEMPLATE)
    if found is None:
        raise UserError(f"找不到模板 {_TEMPLATE}", f"请把它放回 {folders[0]}，或删去该文件夹以改用内置模板。")
    return found


def _document(plan: Plan, notice: Notice) -> _Plain:
    """Return the properties of the file: title, author, and the plan's own date as a list of year, month, day."""
    day = date.fromisoformat(notice.date) if notice.date else None
    return {
        "title": "".join(notice.title) or plan.full_title,
        "author": [name for name in notice.signature if name != "none"],
        "date": [day.year, day.month, day.day] if day else None,
    }


def _notice(finished: Context, width: float) -> _Plain:
    return named(finished) | {
        "imprint": finished.imprint and named(finished.imprint),
        "blocks": _blocks(finished.blocks, width),
        "plan": finished.plan and _part(finished.plan, width),
        "annexes": [_part(annex, width) for annex in finished.annexes],
    }


def _part(part: Part, width: float) -> _Plain:
    return named(part) | {"blocks": _blocks(part.blocks, width)}


def _blocks(blocks: tuple[Block, ...], width: float) -> list[_Plain]:
    return [named(block) | {"table": block.table and _table(block.table, width)} for block in blocks]


def _table(view: TableView, width: float) -> _Plain:
    """Return a table with its widths in mm and its cells as typst places them: anchors with their spans."""
    widths = column_widths(view, width)
    return named(view) | {
        "widths": widths,
        "head": [*_cells(view.head, len(widths))],
        "rows": [*_cells(view.rows, len(widths))],
    }


def _cells(rows: tuple[Row, ...], count: int) -> Iterator[_Plain]:
    """Yield every cell that is printed, row by row; a merged one without a partner is printed empty, so is a missing one."""
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        for x in range(count):
            if (y, x) in covered:
                continue
            width = count if row.across else _run(row.cells[x + 1 :], "before")
            height = 1 if row.across else _run([_at(below, x) for below in rows[y + 1 :]], "above")
            height = _rectangle(rows[y : y + height], x, width)
            covered |= {(y + down, x + right) for down in range(height) for right in range(width)}
            yield {"text": _shown(row, x), "x": x, "y": y, "width": width, "height": height, "across": row.across}


def _at(row: Row, x: int) -> Cell | None:
    return row.cells[x] if x < len(row.cells) and not row.across else None


def _shown(row: Row, x: int) -> tuple[str, ...]:
    return row.cells[x].text if x < len(row.cells) and not row.cells[x].merged else ()


def _run(cells: tuple[Cell, ...] | list[Cell | None], merged: str) -> int:
    """Return how many cells one takes: itself and those right behind it that are merged in that way."""
    taken = 1
    for cell in cells:
        if cell is None or cell.merged != merged:
            break
        taken += 1
    return taken


def _rectangle(rows: tuple[Row, ...], x: int, width: int) -> int:
    """Return how many of the rows a cell of that width may take: those in which every cell under it is merged."""
    height = 1
    for row in rows[1:]:
        if any((cell := _at(row, right)) is None or not cell.merged for right in range(x, x + width)):
            break
        height += 1
    return height
