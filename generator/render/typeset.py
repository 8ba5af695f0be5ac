"""The notice handed to the embedded typst: the context's strings, widths and places of cells, the style, the faces to print with."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import typst

from generator import project
from generator.errors import UserError
from generator.plan.model import NONE
from generator.render.cells import placed
from generator.render.context import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.plan.model import Plan
    from generator.render.blocks import Block, TableView
    from generator.render.context import Context, Part
    from generator.render.fonts import Face
    from generator.render.style import Look, Style

_TEMPLATE = "notice/notice.typ"
_LANGUAGE = re.compile(rb"([(>])zh-TW(?=[)<])")  # what the template asks typst for, so that every mark keeps its cell
_Plain = dict[str, Any]
"""What the template receives, ready for JSON."""


class Sheet:
    """A notice ready to be set: the template, and what it is filled with."""

    def __init__(self, finished: Context, look: Look, faces: Iterable[Face], plan: Plan) -> None:
        """Take what is to be set. Raises UserError when there is no template."""
        self._template = _template(look.templates)
        self._data = {
            "notice": _notice(finished, look.style),
            "document": _document(plan),
            "style": look.style,
            "faces": {face.role: {"families": face.families, "weight": face.weight} for face in faces},
        }

    def pdf(self, shelf: typst.Fonts, cuts: Mapping[int, int], *, archival: bool = False) -> bytes:
        """Return the PDF, to PDF/A-2b if `archival`; the last paragraphs are cut where `cuts` of the layout say.

        Raises UserError when the template is at fault; a missing family only warns, and counts as a fault too.
        """
        try:
            pdf, warnings = typst.compile_with_warnings(
                self._template,
                root=self._template.parent,
                font_paths=shelf,
                sys_inputs=self._inputs(cuts),
                timestamp=0,
                pdf_standards=["a-2b"] if archival else [],
            )
        except typst.TypstError as error:
            raise self._fault(error.diagnostic or error.message) from error
        if warnings:
            raise self._fault(warnings[0].diagnostic or warnings[0].message)
        return _LANGUAGE.sub(rb"\g<1>zh-CN", bytes(pdf))

    def told(self, label: str, shelf: typst.Fonts) -> Any:  # noqa: ANN401 - what a template tells is its own
        """Return what the set notice tells under a label. Raises UserError when the template is at fault or tells nothing."""
        try:
            found = typst.query(self._template, f"<{label}>", root=self._template.parent, font_paths=shelf, sys_inputs=self._inputs(None))
        except RuntimeError as error:
            self.pdf(shelf, {})  # tells the fault with its place
            raise self._fault(str(error)) from error
        values = [entry["value"] for entry in json.loads(found)]
        if not values:
            raise self._fault(f"没有 <{label}>")
        return values[-1]

    def _inputs(self, cuts: Mapping[int, int] | None) -> dict[str, str]:
        """Return what the template receives; without cuts it looks for them."""
        return {"data": json.dumps(self._data | {"cuts": cuts}, ensure_ascii=False)}

    def _fault(self, said: str) -> UserError:
        return UserError(f"模板 {self._template} 不能执行：\n{said.strip()}", "请对照内置模板改正，或删去它以改用内置模板。")


def _template(folders: tuple[Path, ...]) -> Path:
    found = project.first(folders, _TEMPLATE)
    if found is None:
        raise UserError(f"找不到模板 {_TEMPLATE}", f"请把它放回 {folders[0]}，或删去该文件夹以改用内置模板。")
    return found


def _document(plan: Plan) -> _Plain:
    """Return the properties of the file: title, author, and the plan's own date as a list of year, month, day."""
    notice = plan.notice
    day = date.fromisoformat(notice.date) if notice and notice.date else None
    return {
        "title": ("".join(notice.title) if notice else "") or plan.full_title,
        "author": [name for name in notice.signature if name != NONE] if notice else [],
        "date": [day.year, day.month, day.day] if day else None,
    }


def _notice(finished: Context, style: Style) -> _Plain:
    return named(finished) | {
        "imprint": finished.imprint and named(finished.imprint),
        "blocks": _blocks(finished.blocks, style, landscape=False),
        "plan": finished.plan and _part(finished.plan, style),
        "annexes": [_part(annex, style) for annex in finished.annexes],
    }


def _part(part: Part, style: Style) -> _Plain:
    return named(part) | {"blocks": _blocks(part.blocks, style, landscape=part.landscape)}


def _blocks(blocks: tuple[Block, ...], style: Style, *, landscape: bool) -> list[_Plain]:
    return [named(block) | {"table": block.table and _table(block.table, style, landscape=landscape)} for block in blocks]


def _table(view: TableView, style: Style, *, landscape: bool) -> _Plain:
    """Return a table with its widths in mm and its cells as typst places them."""
    table = placed(view, style, landscape=landscape)
    return named(view) | {"widths": table.widths, "head": [*map(named, table.head)], "rows": [*map(named, table.rows)]}
