"""From a web page to an outline: the document found among the site's navigation, what the page says of it in its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.errors import UserError
from generator.importers import encoding
from generator.importers.html.blocks import blocks
from generator.importers.html.weights import content, weights
from generator.importers.ledger import bare
from generator.importers.outline import Aside, Outline, Paragraph
from generator.importers.text import box, furniture
from generator.importers.text.page import outlined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.importers.html.looks import Element
    from generator.importers.outline import Block

_TAGS_AT_MOST = 300_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding
_TITLED = 15  # blocks among which the title stands
_BOXED = 40  # blocks before the document in which the box stands
_DATE = re.compile(r"\d{4}\D\d{1,2}\D\d{1,2}日?")
_TITLE = re.compile(r"通知|要点|方案|意见|解读|关于|办法|规划|公告|通告|决定")
_SITE = re.compile(r"\s*(?:[_|｜]|\s[-—–]+\s|--+|——).*$", re.DOTALL)
_TITLE_AT_MOST = 200


def read(data: bytes) -> Outline:
    """Return the outline of a web page; what is not its document is set aside.

    Raises UserError when the bytes are no text, their encoding is not known, or the page has too many or too deep tags.
    """
    named = _CHARSET.search(data[:_HEAD])
    source = encoding.decode(data, named[1].decode("ascii", "replace") if named else "")
    root = _parsed(source.text)
    weighed = weights(root)
    found = list(blocks(root, content(root, weighed), weighed))
    return _outline(root, found, source.asides)


def _parsed(text: str) -> Element:
    if text.count("<") > _TAGS_AT_MOST:
        raise UserError("网页的标签太多，无法读取", "请核对是否选错了文件；也可以复制正文，粘贴到 Word 另存为 .docx，再导入。")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise UserError("网页读不出来，文件可能不完整", "请在浏览器里打开，确认能显示后重新保存。") from error
    if root is None:
        raise UserError("网页里没有任何内容", "请核对是否选错了文件。")
    return root


def _outline(root: Element, found: Sequence[tuple[Block, bool]], asides: Iterable[Aside]) -> Outline:
    """Return the outline: the main content, with the box and the title that stand outside it."""
    first = next((place for place, (_, inside) in enumerate(found) if inside), len(found))
    outer = box.taken([block for block, _ in found[max(0, first - _BOXED) : first]])
    outside = (*(block for block, _ in found[: max(0, first - _BOXED)]), *outer.blocks)
    main = [block for block, inside in found if inside]
    title = _title(root, outside, main)
    rest = (*(block for block in outside if block is not title), *(block for block, inside in found[first:] if not inside))
    kept, numbers = furniture.page_numbers((*([title] if title else []), *main))
    whole = outlined("html", kept, (*asides, *outer.asides, *numbers, *map(furniture.aside, rest)))
    return _with_box(whole, outer.entries, _meta(root))


def _title(root: Element, outside: Sequence[Block], main: Sequence[Block]) -> Paragraph | None:
    """Return the title that the main content lacks: a heading outside, else what the page's head says."""
    head = "".join(bare(block.text) for block in main[:_TITLED] if isinstance(block, Paragraph))
    for title in (*_headings(outside), *_named(root)):
        if _is_title(title.text):
            return None if bare(title.text) in head else title
    return None


def _is_title(text: str) -> bool:
    return len(text) <= _TITLE_AT_MOST and _TITLE.search(text) is not None


def _headings(outside: Sequence[Block]) -> Iterator[Paragraph]:
    return (block for block in outside if isinstance(block, Paragraph) and block.level in {1, 2})


def _named(root: Element) -> Iterator[Paragraph]:
    """Yield the titles that the head of a page names, without the site's own name behind it."""
    line, text = _meta(root).get("articletitle", (1, ""))
    yield Paragraph(line, text, align="centre", level=1)
    for element in root.iter("title"):
        yield Paragraph(element.sourceline or 1, _SITE.sub("", encoding.plain(element.text or "").strip()), align="centre", level=1)
        return


def _meta(root: Element) -> dict[str, tuple[int, str]]:
    """Return what the head of a page says under names, with the line."""
    found: dict[str, tuple[int, str]] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or "").strip().lower()
        found.setdefault(name, (element.sourceline or 1, encoding.plain(element.get("content") or "").strip()))
    return found


def _with_box(whole: Outline, outer: tuple[box.Entry, ...], meta: dict[str, tuple[int, str]]) -> Outline:
    """Return the outline with the entries found outside its main content, and the date of publication from the page's head."""
    entries = (*outer, *whole.box)
    line, date = meta.get("pubdate", (1, ""))
    if (found := _DATE.search(date)) and not any(label in {"发布日期", "发布时间"} for _, label, _ in entries):
        entries = (*entries, (line, "发布日期", found[0]))
    return Outline(whole.kind, whole.blocks, whole.asides, whole.notes, entries)
