"""The notice as a Word file to GB/T 9704: the context's strings in the template that an officer may restyle."""

from __future__ import annotations

import re
import traceback
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import jinja2
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from generator import project
from generator.errors import UserError
from generator.render.context import context, notice_of
from generator.render.layout import measured, unsure
from generator.render.style import built_in, title_widths
from generator.render.templates import FAULTS
from generator.render.word import dress, preflight
from generator.render.word.compiled import Compiled, compiled, environment
from generator.render.word.package import pack, unpack
from generator.render.word.template import template
from generator.source.files import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.plan.model import Plan
    from generator.render.layout import Settled
    from generator.render.style import Look

NAME = "notice/notice.docx"
_LARGEST = 50_000_000
_UNREADABLE = (BadZipFile, PackageNotFoundError, etree.XMLSyntaxError, KeyError, ValueError)
_CORE = "docProps/core.xml"
_KEPT = {"title", "created", "modified"}  # of the properties: the others are those of whoever made the template
_UNSURE = (
    "正文在第 {page} 页离页脚（或版记）不远处结束，Word 里的分页可能不同。请打开 DOCX 看末页：版记应在最后一个双页的页底；"
    "不对时在计划里写 imprint_page: same（同页）或 next（另页）后重新生成。"
)
_RESTYLED = "用的是本项目自己的 Word 模板，分页按程序自带的样式推算；改过字号、行距的，请核对署名和版记所在的页。"
_UNDATED = "2012-07-01"  # the day GB/T 9704-2012 came into force: a plan without a date gives the same bytes too


def laid_out(plan: Plan, look: Look) -> Settled:
    """Return the notice with its pages, as Word will break them. Raises RefusedError when the plan has no notice."""
    return measured(context(plan, notice_of(plan), title_widths(look.style)), plan, look)


def render(plan: Plan, look: Look, settled: Settled | None = None) -> bytes:
    """Return notice.docx, the same bytes for the same plan, template and style; its pages are laid out unless they are handed in.

    Raises RefusedError when the plan has no notice, UserError when the template is missing or cannot be filled.
    """
    settled = settled or laid_out(plan, look)
    path = find(look.templates)
    layout = replace(settled.layout, cuts={}) if _is_own(path) else settled.layout
    parts = fill(path, _template(path, look), dress.values(settled.finished, look.style, layout))
    parts[_CORE] = _anonymous(parts[_CORE], notice_of(plan).date or _UNDATED)
    return pack(parts)


def notes(settled: Settled, look: Look) -> tuple[str, ...]:
    """Return what an officer must know of the pages: where Word may break them so that the 版记 wants another one."""
    restyled = (_RESTYLED,) if _is_own(find(look.templates)) else ()
    is_unsure = settled.finished.imprint_page == "auto" and unsure(settled.layout, look)
    return (*restyled, *((_UNSURE.format(page=settled.layout.end),) if is_unsure else ()))


def _is_own(path: Path) -> bool:
    """Tell whether a template is a project's own, whose fonts and lines nobody has measured."""
    built_in_ = project.built_in("templates") / NAME
    return path != built_in_ and read_file(path, _LARGEST) != read_file(built_in_, _LARGEST)


def find(folders: tuple[Path, ...]) -> Path:
    """Return the template in force; the first of the folders that has one wins. Raises UserError when none has."""
    found = project.first(folders, NAME)
    if found:
        return found
    raise UserError(f"找不到模板 {NAME}", "请用 hongtou template build 生成一份。")


def _template(path: Path, look: Look) -> Compiled:
    """Return the template of a path; in place of the program's own, one made from the style in force where that differs."""
    own = project.built_in("templates") / NAME
    if path != own:
        return read(path)
    return compiled(template(look.style) if look.style != built_in() else read_file(path, _LARGEST))


def fill(path: Path, template: Compiled, values: dict[str, Any]) -> dict[str, bytes]:
    """Return the parts of a template filled in. Raises UserError naming the template and its paragraph."""
    try:
        return template.render(values)
    except FAULTS as error:
        raise _refusal(path, error, _failing(template, values)) from error


def read(path: Path) -> Compiled:
    """Return a template compiled. Raises UserError when it is no Word file, or when a tag or a name in it is misspelt, with all of them."""
    data = read_file(path, _LARGEST)
    try:
        found = preflight.faults(unpack(data))
        if not found:
            return compiled(data)
    except jinja2.TemplateSyntaxError as error:
        raise _refusal(path, error, "") from error
    except _UNREADABLE as error:
        raise UserError(f"模板 {path} 不是完好的 Word 文件", "请用 Word 打开另存为 .docx，或删去它以改用内置模板。") from error
    words = "\n  ".join(dict.fromkeys(fault.words for fault in found))
    raise UserError(f"模板 {path} 里有写错的标记：\n  {words}", "请对照内置模板改正；hongtou template build 可以另生成一份。")


def _refusal(path: Path, error: Exception, paragraph: str) -> UserError:
    where = f"的段落“{paragraph}”" if paragraph else ""
    return UserError(f"模板 {path}{where}不能执行（{error}）", "请对照内置模板核对标记的名称和写法。")


def _failing(template: Compiled, values: dict[str, Any]) -> str:
    """Return the paragraph of a template that cannot be filled: its parts are tried again, a paragraph a line."""
    for part in template.filled.values():
        source = _by_lines(part.source)
        try:
            environment().from_string(source).render(values)
        except FAULTS as error:
            lines = [frame.lineno or 0 for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
            return _paragraph(source, lines[-1]) if lines else ""
    return ""


def _by_lines(source: str) -> str:
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)


def _paragraph(source: str, line: int) -> str:
    lines = source.splitlines()
    return re.sub(r"<[^>]*>", "", lines[line - 1].partition("</w:p>")[0]).strip() if 0 < line <= len(lines) else ""


def _anonymous(core: bytes, date: str) -> bytes:
    """Return core properties with the plan's title and date, without persons, revisions and what else the template says of itself."""
    properties = etree.fromstring(core)
    for element in list(properties):
        name = etree.QName(element).localname
        if name not in _KEPT:
            properties.remove(element)
        elif name != "title":
            element.text = f"{date}T00:00:00Z"
    return bytes(etree.tostring(properties, encoding="UTF-8", standalone=True))
