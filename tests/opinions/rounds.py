"""A made-up county's plan, its Word file, and what departments do to it: edits by code as Word would write them."""

from __future__ import annotations

import io
import os
import re
import subprocess
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from generator import workflow
from generator.render import to_docx, to_text
from generator.render.style import look_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = """\
# 青岭县的计划，各单位意见收齐后定稿
format: 1
region: {name: 青岭县, level: county, units: [{id: emergency, name: 县应急局}, {id: transport, name: 县交通局}]}
year: 2025
status: draft
title: 青岭县2025年安全生产工作要点
notice:
  mark: 青岭县人民政府文件
  number: 青府发〔2025〕3号
  title: 青岭县人民政府关于印发《青岭县2025年安全生产工作要点》的通知
  recipients: 各乡镇人民政府，县政府各部门
  body: 现将《青岭县2025年安全生产工作要点》印发给你们，请认真组织实施。
  signature: 青岭县人民政府
  date: 2025-03-13
  imprint: {copies_to: 县委办公室，县法院, printed_by: 青岭县人民政府办公室, printed_on: 2025-03-17}
preamble: 为做好全年安全生产工作，制定本要点。
sections:
  - id: duties  # 责任
    title: 压实安全责任
    text: 全县上下要把责任扛在肩上。
    tasks:
      - id: leaders
        title: 强化领导责任
        text: 党政主要负责人每季度至少研究1次安全生产工作，带队开展检查不少于4次。
      - id: firms
        title: 落实企业责任
        text:
          - 企业主要负责人每月带队检查1次。
          - 高危行业企业要配齐专职安全员。  # 人社局已核
  - id: sectors
    title: 整治重点领域
    tasks:
      - id: roads
        title: 整治道路交通
        text: '完成临水临崖路段护栏建设30公里，农村客运车辆动态监控覆盖率达到100%。'
      - id: gas
        title: 整治城镇燃气
        text: 老旧燃气管网改造不少于12公里。
closing: 各乡镇、各部门要把落实情况按季度报县安委会办公室。
annexes:
  - id: split
    title: 青岭县2025年安全生产责任分工表
    tables:
      - id: measures
        items:
          - {id: i_leaders, task: leaders, goal: 每季度研究1次, units: 县应急局}
          - {id: i_firms, name: 企业自查, goal: 每月检查1次, units: 县应急局}
          - {id: i_roads, name: 护栏建设, goal: 建成30公里, units: 县交通局}
          - {id: i_gas, name: 管网改造, goal: 改造12公里, units: 县住建局}
"""

HAND = 'w:author="{}" w:date="2025-02-0{}T09:00:00Z"'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SECONDS = 180


@dataclass(frozen=True)
class Round:
    """A plan in a folder, from which drafts go out."""

    folder: Path
    plan: Path

    @classmethod
    def begun(cls, folder: Path, text: str = PLAN) -> Round:
        """Return a round with the plan written into the folder."""
        plan = folder / "2025.yaml"
        plan.write_text(text, encoding="utf-8")
        return cls(folder, plan)

    @property
    def text(self) -> str:
        """Return the plan's file as it is now."""
        return self.plan.read_text(encoding="utf-8")

    def sent(self) -> bytes:
        """Return the Word file as it goes out."""
        return to_docx.render(workflow.check(workflow.load(self.plan)).plan(), look_of(self.plan))

    def printed(self) -> str:
        """Return the text file as it goes out."""
        return to_text.render(workflow.check(workflow.load(self.plan)).plan(), look_of(self.plan)).decode()

    def returned(self, unit: str, *edits: Callable[[Any], None]) -> Path:
        """Return the file of a unit that came back with edits of its document."""
        document = Document(io.BytesIO(self.sent()))
        for edit in edits:
            edit(document)
        path = self.folder / f"{unit}.docx"
        document.save(str(path))
        return path


def saved_by_libreoffice(path: Path) -> Path:
    """Return the file as LibreOffice writes it, in a folder of its own beside it."""
    out = path.parent / "libreoffice"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(path)]
    for _ in range(2):
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, env=os.environ)
        if (out / path.name).exists():
            break
    return out / path.name


# --- edits -----------------------------------------------------------------------------------------------------------


def _paragraphs(document: Any) -> list[Any]:  # noqa: ANN401 - python-docx's document
    return list(document.element.body.iter(qn("w:p")))


def said(element: Any) -> str:  # noqa: ANN401
    """Return the text of an element."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def found(document: Any, text: str) -> Any:  # noqa: ANN401
    """Return the first paragraph that says a text."""
    return next(element for element in _paragraphs(document) if text in said(element))


def row(document: Any, text: str) -> Any:  # noqa: ANN401
    """Return the first table row that says a text."""
    return next(element for element in document.element.body.iter(qn("w:tr")) if text in said(element))


def run(element: Any, text: str) -> Any:  # noqa: ANN401
    """Return the first run of an element that says a text."""
    return next(one for one in element.iter(qn("w:r")) if text in said(one))


def typed(old: str, new: str) -> Callable[[Any], None]:
    """Return the edit that types one text over another inside a run."""

    def edit(document: Any) -> None:  # noqa: ANN401
        texts = [*run(found(document, old), old).iter(qn("w:t"))]
        text = next(one for one in texts if old in one.text)
        text.text = text.text.replace(old, new)

    return edit


def tracked(old: str, new: str, author: str, day: int = 1) -> Callable[[Any], None]:
    """Return the edit that replaces a text inside a run as a tracked change; an empty new text only deletes."""

    def edit(document: Any) -> None:  # noqa: ANN401
        whole = run(found(document, old), old)
        before, _, behind = said(whole).partition(old)
        hand = HAND.format(author, day)
        properties = whole.find(qn("w:rPr"))
        parts = [_copy(whole, before), _change("del", "delText", old, hand, properties), _change("ins", "t", new, hand, properties)]
        for part in (*parts[: 3 if new else 2], _copy(whole, behind)):
            whole.addprevious(part)
        whole.getparent().remove(whole)

    return edit


def _copy(run: Any, text: str) -> Any:  # noqa: ANN401
    other = deepcopy(run)
    for inner in list(other):
        if inner.tag != qn("w:rPr"):
            other.remove(inner)
    other.append(parse_xml(f'<w:t xmlns:w="{_W}" xml:space="preserve">{text}</w:t>'))
    return other


def _change(tag: str, inner: str, text: str, hand: str, properties: Any) -> Any:  # noqa: ANN401
    xml = f'<w:{tag} xmlns:w="{_W}" w:id="900" {hand}><w:r><w:{inner} xml:space="preserve">{text}</w:{inner}></w:r></w:{tag}>'
    change = parse_xml(xml)
    if properties is not None:
        change[0].insert(0, deepcopy(properties))
    return change


def commented(text: str, comment: str, author: str) -> Callable[[Any], None]:
    """Return the edit that comments on a paragraph."""

    def edit(document: Any) -> None:  # noqa: ANN401
        paragraph = next(one for one in document.paragraphs if text in one.text)
        document.add_comment(paragraph.runs, text=comment, author=author, initials=author[:1])

    return edit


def removed(text: str) -> Callable[[Any], None]:
    """Return the edit that deletes a paragraph."""

    def edit(document: Any) -> None:  # noqa: ANN401
        paragraph = found(document, text)
        paragraph.getparent().remove(paragraph)

    return edit


def removed_row(text: str) -> Callable[[Any], None]:
    """Return the edit that deletes a row of a table."""

    def edit(document: Any) -> None:  # noqa: ANN401
        line = row(document, text)
        line.getparent().remove(line)

    return edit


def moved(text: str, behind: str) -> Callable[[Any], None]:
    """Return the edit that cuts a paragraph and pastes it behind another, bookmark and all."""

    def edit(document: Any) -> None:  # noqa: ANN401
        found(document, behind).addnext(found(document, text))

    return edit


def _anew(element: Any, texts: list[str]) -> Any:  # noqa: ANN401
    """Return a copy of a paragraph or row without bookmarks, with other texts, one a paragraph."""
    other = deepcopy(element)
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in [*other.iter(qn(tag))]:
            mark.getparent().remove(mark)
    holders = [other] if other.tag == qn("w:p") else [*other.iter(qn("w:p"))]
    for holder, text in zip(holders, texts, strict=True):
        runs = [*holder.iter(qn("w:r"))]
        for run in runs[1:]:
            run.getparent().remove(run)
        for inner in [*runs[0]] if runs else []:
            if inner.tag != qn("w:rPr"):
                runs[0].remove(inner)
        target = runs[0] if runs else holder
        inner = f'<w:t xmlns:w="{_W}" xml:space="preserve">{text}</w:t>'
        target.append(parse_xml(inner if runs else f'<w:r xmlns:w="{_W}">{inner}</w:r>'))
    return other


def added(text: str, behind: str) -> Callable[[Any], None]:
    """Return the edit that types a paragraph behind another, in its style."""

    def edit(document: Any) -> None:  # noqa: ANN401
        element = found(document, behind)
        element.addnext(_anew(element, [text]))

    return edit


def added_row(cells: list[str], behind: str) -> Callable[[Any], None]:
    """Return the edit that adds a row behind another one."""

    def edit(document: Any) -> None:  # noqa: ANN401
        element = row(document, behind)
        element.addnext(_anew(element, cells))

    return edit


def without_bookmarks(document: Any) -> None:  # noqa: ANN401
    """Take away the hidden bookmarks, as a program that knows none does."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        for mark in [*document.element.body.iter(qn(tag))]:
            mark.getparent().remove(mark)


def ids(printed: str) -> list[str]:
    """Return the ids of the opinions that a command printed."""
    return re.findall(r"^([0-9a-f]{6})  ", printed, re.MULTILINE)
