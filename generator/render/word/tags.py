"""The tags of ours that docxtpl lacks: each stands visibly in the text and is moved into its schema place before compiling.

{% keep X %}     the paragraph stays with the next one if X          {% right X %}    its right indent is X twips
{% before X %}   the space above it is X twips                        {% size X %}     its text is X half-points
{% cell X %}     the cell takes X's width, span and merge             {% columns X %}  the table's columns are X twips wide
{% height X %}   the drawing round the text is X EMU high          {% pair X %}     no line of it stands alone on a page if X
{% line X %}     its lines are X twips high                       {% tabs X %}     its text is centred on stops at X twips
{% stop X %}     its text goes on at a stop at X twips
{% across X %}   the table is X twips wide
{% spread X %}   its last line too is as wide as the others if X
{% section X %}  the last section: on a page of its own if X.turned, without page number if X.apart, else landscape if X.landscape
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docxtpl import DocxTemplate


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its name, the element it speaks of, and the marks within it that give way to what the tag says (@ in it)."""

    name: str
    element: str
    place: str
    said: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds the innermost element with the tag in it, and what the tag says."""
        inner = rf"(?:(?!<{self.element}[ >]).)*?"
        return re.compile(rf"<{self.element}[ >]{inner}{_mark(self.name)}.*?</{self.element}>", re.DOTALL)

    def moved(self, source: str) -> str:
        """Return a source with every such tag moved; one with no such element round it, as in a re-saved fallback, is dropped."""
        return re.sub(_mark(self.name), "", self.pattern.sub(self._moved, source))

    def _moved(self, found: re.Match[str]) -> str:
        said = self.said.replace("@", found["said"].strip())
        element = re.sub(_mark(self.name), "", found[0], count=1)
        return re.sub(self.place, lambda place: place.expand(said), element, flags=re.DOTALL)


def _mark(name: str) -> str:
    return rf"{{%\s*{name}\s+(?P<said>[^%]*)%}}"


_WIDTH = r"(<w:tcW [^>]*?w:w=\")[^\"]*(\"[^>]*>)(?:<w:gridSpan[^>]*>|<w:vMerge[^>]*>)*"
_JOINED = (
    r"\g<1>{{ @.width }}\g<2>{% if @.span > 1 %}<w:gridSpan w:val=\"{{ @.span }}\"/>{% endif %}"
    r"{% if @.merge %}<w:vMerge w:val=\"{{ @.merge }}\"/>{% endif %}"
).replace(r"\"", '"')
_GRID = r'<w:tblGrid>{% for width in @ %}<w:gridCol w:w="{{ width }}"/>{% endfor %}</w:tblGrid>'

_STOPS = '<w:tabs>{% for stop in @ %}<w:tab w:val="center" w:pos="{{ stop }}"/>{% endfor %}</w:tabs>'

TAGS = (
    Tag("keep", "w:p", r"<w:keepNext\b[^>]*>", "{% if @ %}<w:keepNext/>{% endif %}"),
    Tag("pair", "w:p", r"<w:widowControl\b[^>]*>", "{% if @ %}<w:widowControl/>{% endif %}"),
    Tag("right", "w:p", r'(<w:ind [^>]*?w:(?:right|end)=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("spread", "w:p", r'(<w:jc w:val=")[^"]*', r"\g<1>{% if @ %}distribute{% else %}both{% endif %}"),
    Tag("tabs", "w:p", r"<w:tabs>.*?</w:tabs>", _STOPS),
    Tag("stop", "w:p", r"<w:tabs>.*?</w:tabs>", '<w:tabs><w:tab w:val="left" w:pos="{{ @ }}"/></w:tabs>'),
    Tag("before", "w:p", r'(<w:spacing [^>]*?w:before=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("line", "w:p", r'(<w:spacing [^>]*?w:line=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("size", "w:p", r'(<w:sz(?:Cs)? w:val=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("cell", "w:tc", _WIDTH, _JOINED),
    Tag("columns", "w:tbl", r"<w:tblGrid>.*?</w:tblGrid>", _GRID),
    Tag("across", "w:tbl", r'(<w:tblW [^>]*?w:w=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("height", "w:drawing", r'(<(?:wp:extent|a:ext) cx="[^"]*" cy=")[^"]*', r"\g<1>{{ @ }}"),
)
OWN = (*(tag.name for tag in TAGS), "section")
"""The words of our tags."""

_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_EMPTY_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL)


_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_LANDSCAPE = 'w:orient="landscape"'
_TYPE = re.compile(r"<w:type\b[^>]*>")
_NO_NUMBER = re.compile(r"(?:<w:titlePg\b[^>]*>)?(?=<w:(?:textDirection|bidi|rtlGutter|docGrid|printerSettings)\b|</w:sectPr>)")


def _with_last_section(source: str) -> str:
    """Return a source whose last section is what `{% section X %}` says; as it is in a template without that tag or sections."""
    tag, sections = re.search(_mark("section"), source), [*_SECTION.finditer(source)]
    source = re.sub(_mark("section"), "", source)
    if not (tag and sections):
        return source
    said, last = tag["said"].strip(), sections[-1][0]
    own_page = _TYPE.sub(f'{{% if {said}.turned %}}<w:type w:val="evenPage"/>{{% else %}}\\g<0>{{% endif %}}', last)
    unnumbered = _NO_NUMBER.sub(f"{{% if {said}.apart %}}<w:titlePg/>{{% endif %}}", own_page, count=1)
    landscape = next((section[0] for section in sections if _LANDSCAPE in section[0]), last)
    before, _, after = source.rpartition(last)
    return f"{before}{{% if {said}.landscape %}}{landscape}{{% else %}}{unnumbered}{{% endif %}}{after}"


class TaggedTemplate(DocxTemplate):  # type: ignore[misc] # docxtpl ships no types
    """A docxtpl template that knows our tags; whatever else it does is docxtpl's own."""

    def patch_xml(self, src_xml: str) -> str:
        """Return a part's XML as Jinja source: docxtpl's tags first, then ours; what they leave empty is taken away."""
        source: str = _REMARK.sub("", super().patch_xml(src_xml))
        for tag in TAGS:
            source = tag.moved(source)
        return _EMPTY_RUN.sub("", _with_last_section(source))
