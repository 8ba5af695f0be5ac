"""What is wrong with a Word template before anything is filled: tags misspelt or left open, names that nothing answers to.

Every paragraph is looked at for itself, as an officer sees it, so that each fault can be told with its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import jinja2
from jinja2 import nodes
from lxml import etree

from generator.problems import shortened
from generator.render.word.compiled import environment
from generator.render.word.elements import FIELDS, NAMES
from generator.render.word.tags import OWN
from generator.schema.likeness import nearest, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FILLED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
_TAG = re.compile(r"\{\{(?:p|tr|tc|r)?\s(.*?)\}\}|\{%(?:p|tr|tc|r)?\s(.*?)%\}|\{#.*?#\}", re.DOTALL)
_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}")
_OPENING = {"if": "endif", "for": "endfor", "macro": "endmacro"}
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
_STANDING_ALONE = {"set", "vm", "hm"}
_WORDS = (*_OPENING, *_OPENING.values(), *_BETWEEN, *_STANDING_ALONE, *OWN)
_PERSONAL = {"ins": "修订", "del": "修订", "moveFrom": "修订", "moveTo": "修订", "commentReference": "批注"}
_LOOP = frozenset({"first", "last", "index", "index0", "length", "previtem", "nextitem"})
_LONGEST = 60  # characters of a paragraph that are shown


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: the paragraph it stands in, what is wrong, what was likely meant."""

    paragraph: str
    what: str
    likely: str = ""

    @property
    def words(self) -> str:
        """Return the fault in words."""
        return f"段落“{shortened(self.paragraph, _LONGEST)}”：{self.what}{f'，{self.likely}' if self.likely else ''}"


@dataclass(slots=True)
class _Reading:
    """What is known while the paragraphs of a template are read in order: its own names, and the tags still open."""

    names: set[str]
    open: list[tuple[str, str]] = field(default_factory=list)


def faults(parts: Mapping[str, bytes]) -> list[Fault]:
    """Return the faults of a template, of its parts by name, in reading order."""
    filled = [etree.fromstring(part) for name, part in sorted(parts.items()) if _FILLED.fullmatch(name)]
    paragraphs = [text for part in filled for text in _paragraphs(part)]
    reading = _Reading({name for text in paragraphs for tag in _tags(text) for name in _bound(tag)})
    found = [*_personal(filled), *(fault for text in paragraphs for fault in _of(text, reading))]
    return [*found, *(Fault(paragraph, f"标记 {word} 没有对应的 {_OPENING[word]}") for word, paragraph in reading.open)]


def _personal(parts: Iterable[etree._Element]) -> Iterator[Fault]:
    """Yield a fault for every revision and comment: they would go out with the name of whoever made them."""
    for part in parts:
        for mark in part.iter(*(f"{_W}{name}" for name in _PERSONAL)):
            paragraph = next(mark.iterancestors(f"{_W}p"), mark)
            what = _PERSONAL[etree.QName(mark).localname]
            yield Fault(
                "".join(paragraph.itertext(f"{_W}t", f"{_W}delText")), f"有{what}，会连同姓名一起发出去", "请在 Word 里接受修订、删除批注"
            )


def _paragraphs(part: etree._Element) -> Iterator[str]:
    """Yield the text of every paragraph that has tags; what Word keeps for older programs is passed over."""
    for paragraph in part.iter(f"{_W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            own = (run.text or "" for run in paragraph.iter(f"{_W}t") if next(run.iterancestors(f"{_W}p")) is paragraph)
            text = "".join(own)
            if "{" in text or "}" in text:
                yield text


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag: its first word ("" for a value), and what it says after it."""

    word: str
    said: str

    @property
    def source(self) -> str:
        """Return the tag as Jinja can parse it alone; "" when there is nothing to parse."""
        match self.word:
            case "if" | "elif":
                return f"{{% if {self.said} %}}{{% endif %}}"
            case "for" | "macro":
                return f"{{% {self.word} {self.said} %}}{{% {_OPENING[self.word]} %}}"
            case "set":
                return f"{{% set {self.said} %}}"
            case word if word == "" or word in OWN:
                return f"{{{{ {self.said} }}}}"
        return ""


def _tags(text: str) -> Iterator[_Tag]:
    for found in _TAG.finditer(text):
        if found[1] is not None:
            yield _Tag("", found[1].strip())
        elif found[2] is not None:
            word, _, said = found[2].strip(" -").partition(" ")
            yield _Tag(word, said.strip())


def _of(text: str, reading: _Reading) -> Iterator[Fault]:
    """Yield the faults of a paragraph."""
    if _LEFT_OVER.search(_TAG.sub("", text)):
        yield Fault(text, "标记没有写完整，应是 {{ 名称 }} 或 {% 标记 %}")
    for tag in _tags(text):
        if tag.word and tag.word not in _WORDS:
            yield Fault(text, f"不认识的标记 {tag.word}", suggestion(nearest(tag.word, _WORDS)))
        else:
            yield from _misplaced(text, tag, reading.open)
            yield from _unanswered(text, tag, reading.names)


def _misplaced(text: str, tag: _Tag, open_: list[tuple[str, str]]) -> Iterator[Fault]:
    """Yield a fault where a tag closes, or stands between, what is not open; note what it opens."""
    if tag.word in _OPENING:
        open_.append((tag.word, text))
    elif tag.word in _OPENING.values():
        opened = tag.word.removeprefix("end")
        if not open_ or open_.pop()[0] != opened:
            yield Fault(text, f"标记 {tag.word} 前面没有对应的 {opened}")
    elif tag.word in _BETWEEN and (not open_ or open_[-1][0] not in _BETWEEN[tag.word]):
        yield Fault(text, f"标记 {tag.word} 前面没有对应的 {'、'.join(_BETWEEN[tag.word])}")


def _unanswered(text: str, tag: _Tag, own: set[str]) -> Iterator[Fault]:
    """Yield a fault for what a tag cannot be read as, and for every name, field and filter that there is not."""
    try:
        tree = environment().parse(tag.source)
    except jinja2.TemplateSyntaxError:
        yield Fault(text, f"“{tag.said}”写法有误")
        return
    known = (*NAMES, *own)
    used = [name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"]
    yield from _unknown(text, used, known, "名称")
    yield from _unknown(text, [asked.attr for asked in tree.find_all(nodes.Getattr)], (*FIELDS, *_LOOP), "内容")
    yield from _unknown(text, [asked.name for asked in tree.find_all(nodes.Filter)], environment().filters, "过滤器")


def _unknown(text: str, used: Iterable[str], known: Iterable[str], kind: str) -> Iterator[Fault]:
    answered = {*known}
    yield from (Fault(text, f"没有“{name}”这个{kind}", suggestion(nearest(name, answered))) for name in used if name not in answered)


def _bound(tag: _Tag) -> Iterator[str]:
    """Yield the names that a tag itself makes: of a loop, a macro and its arguments, a value set."""
    if tag.word == "for":
        yield "loop"
    try:
        tree = environment().parse(tag.source)
    except jinja2.TemplateSyntaxError:
        return
    yield from (name.name for name in tree.find_all(nodes.Name) if name.ctx in {"store", "param"})
    yield from (macro.name for macro in tree.find_all(nodes.Macro))
