"""A docxtpl template compiled once: the same XML as DocxTemplate.render gives, without doing the work again for every plan."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

import jinja2
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from jinja2.compiler import CodeGenerator
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from generator.render.word.package import pack, unpack
from generator.render.word.tags import TaggedTemplate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2.compiler import Frame
    from jinja2.nodes import Expr

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATIONS = "_rels/.rels"
_CORE_BY_LIBREOFFICE = b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")  # those docxtpl fills in
_LISTING = "\n\t\a\f"
_DRAWING, _DRAWING_ID = "<wp:docPr ", re.compile(r'([^>]*?\bid=")[^"]*')
_BRACES = {"{_{": "{{ '{{' }}", "}_}": "{{ '}}' }}", "{_%": "{{ '{%' }}", "%_}": "{{ '%}' }}"}  # docxtpl's way to print braces
_ESCAPED = re.compile("|".join(map(re.escape, _BRACES)))
_FIRST_DRAWING = 1001


class _Fields(dict[type, frozenset[str]]):
    """What may be asked of plain data, by its kind: the fields of a named tuple or a dataclass with slots, a loop's counts."""

    def __missing__(self, kind: type) -> frozenset[str]:
        names = vars(kind) if kind is LoopContext else getattr(kind, "_fields", ()) or getattr(kind, "__slots__", ())
        self[kind] = frozenset(name for name in names if not name.startswith("_"))
        return self[kind]


_FIELDS = _Fields()


class _Writer(CodeGenerator):
    """Jinja's writer of templates, but for a printed value, which becomes text at once and is not marked as safe on the way."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002 - jinja's signature
        self.write("environment.printed(")


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, which lets the fields of plain data pass without asking what else they might be."""

    code_generator_class = _Writer

    @staticmethod
    def printed(value: object) -> str:
        """Return a value as XML text, escaped unless it is XML already."""
        return value if type(value) is Markup else escape(str(value))

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - jinja's signature
        if attribute in _FIELDS[type(obj)]:
            return getattr(obj, attribute)
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment() -> jinja2.Environment:
    """Return the environment of Word templates: sandboxed, strict about names, every value escaped."""
    return _Environment(undefined=jinja2.StrictUndefined, autoescape=True)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template: the parts that never change, and the templates of those that are filled, by name in the package."""

    fixed: Mapping[str, bytes]
    filled: Mapping[str, Filled]

    def render(self, values: dict[str, Any]) -> dict[str, bytes]:
        """Return the parts of the document. Raises jinja2.TemplateError and what an expression may raise."""
        return {**self.fixed, **{name: part.render(values) for name, part in self.filled.items()}}


@dataclass(frozen=True, slots=True)
class Filled:
    """A part that is filled: its template, and what the document part has round it and needs afterwards."""

    template: jinja2.Template
    source: str
    head: str = ""
    tail: str = ""
    ragged: bool = False  # has tables whose columns docxtpl counts only when they are filled

    def render(self, values: dict[str, Any]) -> bytes:
        """Return the part filled, as docxtpl would leave it."""
        text = self.template.render(values)
        if any(mark in text for mark in _LISTING):
            text = _DOCXTPL.resolve_listing(text)
        if self.ragged:
            text = etree.tostring(_DOCXTPL.fix_tables(text), encoding="unicode")
        return f"{self.head}{_numbered(text) if self.head else text}{self.tail}".encode()


_DOCXTPL = TaggedTemplate(io.BytesIO())  # for its methods that look at nothing but the text


@lru_cache(maxsize=8)
def compiled(data: bytes) -> Compiled:
    """Return a template compiled, from its bytes; the same bytes are compiled once.

    Raises jinja2.TemplateSyntaxError, and what python-docx raises on a file that is no Word document.
    """
    template = TaggedTemplate(io.BytesIO(mended(data)))
    template.render_init()
    filled = dict(_filled(template))
    saved = io.BytesIO()
    template.docx.save(saved)
    return Compiled({name: part for name, part in unpack(saved.getvalue()).items() if name not in filled}, filled)


def mended(data: bytes) -> bytes:
    """Return a template whose properties python-docx finds: LibreOffice names their relation otherwise."""
    parts = unpack(data)
    relations = parts[_RELATIONS]
    usual = relations.replace(_CORE_BY_LIBREOFFICE, RELATIONSHIP_TYPE.CORE_PROPERTIES.encode())
    return data if usual == relations else pack({**parts, _RELATIONS: usual})


def _filled(template: TaggedTemplate) -> Iterator[tuple[str, Filled]]:
    """Yield what docxtpl fills: the text, headers and footers, footnotes, core properties."""
    part = template.docx.part
    yield _name(part), _document(template)
    for relation in part.rels.values():
        if relation.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}:
            yield _name(relation.target_part), _part(template, relation.target_part.blob)
    for other in part.package.parts:
        if other.content_type == _FOOTNOTES:
            yield _name(other), _part(template, other.blob)
    yield _core(template)


def _name(part: Any) -> str:  # noqa: ANN401 - python-docx's parts carry no common type
    return str(part.partname).lstrip("/")


def _document(template: TaggedTemplate) -> Filled:
    """Return the text: docxtpl fills the body and leaves what is round it."""
    whole = etree.tostring(template.docx.element, encoding="unicode")
    start, end = whole.index("<w:body"), whole.rindex("</w:body>") + len("</w:body>")
    source = template.patch_xml(template.get_xml())
    return _compile(source, head=whole[:start], tail=whole[end:])


def _part(template: TaggedTemplate, blob: bytes) -> Filled:
    return _compile(template.patch_xml(etree.tostring(parse_xml(blob), encoding="unicode")))


def _core(template: TaggedTemplate) -> tuple[str, Filled]:
    """Return the core properties; docxtpl writes those it fills even where they are empty."""
    properties = template.docx.core_properties
    for name in _PROPERTIES:
        setattr(properties, name, getattr(properties, name))
    part = template.docx.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return _name(part), _compile(etree.tostring(parse_xml(part.blob), encoding="unicode"))


def _compile(source: str, head: str = "", tail: str = "") -> Filled:
    source = _ESCAPED.sub(lambda found: _BRACES[found[0]], re.sub(r"\n<w:p([ >])", r"<w:p\1", source))
    return Filled(environment().from_string(source), source, head, tail, _ragged(source))


def _ragged(source: str) -> bool:
    """Tell whether a table's columns are known only when it is filled: it has tags, and its grid has none."""
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", source, re.DOTALL)
    return any(_asks(table) for table in tables)


def _asks(table: str) -> bool:
    grid, _, rows = table.partition("</w:tblGrid>")
    columns, cells = grid.count("<w:gridCol"), [row.count("<w:tc>") for row in rows.split("</w:tr>") if "<w:tc>" in row]
    return "{" not in grid and (any(count != columns for count in cells) or "for " in rows or "gridSpan" in rows)


def _numbered(text: str) -> str:
    """Return a text with its drawings numbered from 1001 on, as docxtpl does."""
    first, *drawings = text.split(_DRAWING)
    numbered = (_DRAWING_ID.sub(rf"\g<1>{number}", drawing, count=1) for number, drawing in enumerate(drawings, start=_FIRST_DRAWING))
    return _DRAWING.join((first, *numbered))
