"""The tags of ours that docxtpl lacks: each stands visibly in the text and is moved into its schema place before compiling.

{% keep X %}     the paragraph stays with the next one if X          {% right X %}    its right indent is X twips
{% before X %}   the space above it is X twips                        {% size X %}     its text is X half-points
{% cell X %}     the cell takes X's width, span and merge             {% columns X %}  the table's columns are X twips wide
{% height X %}   the drawing round the text is X EMU high          {% pair X %}     no line of it stands alone on a page if X
{% line X %}     its lines are X twips high
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

TAGS = (
    Tag("keep", "w:p", r"<w:keepNext\b[^>]*>", "{% if @ %}<w:keepNext/>{% endif %}"),
    Tag("pair", "w:p", r"<w:widowControl\b[^>]*>", "{% if @ %}<w:widowControl/>{% endif %}"),
    Tag("right", "w:p", r'(<w:ind [^>]*?w:(?:right|end)=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("before", "w:p", r'(<w:spacing [^>]*?w:before=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("line", "w:p", r'(<w:spacing [^>]*?w:line=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("size", "w:p", r'(<w:sz(?:Cs)? w:val=")[^"]*', r"\g<1>{{ @ }}"),
    Tag("cell", "w:tc", _WIDTH, _JOINED),
    Tag("columns", "w:tbl", r"<w:tblGrid>.*?</w:tblGrid>", _GRID),
    Tag("height", "w:drawing", r'(<(?:wp:extent|a:ext) cx="[^"]*" cy=")[^"]*', r"\g<1>{{ @ }}"),
)
_EMPTY_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL)


class TaggedTemplate(DocxTemplate):  # type: ignore[misc] # docxtpl ships no types
    """A docxtpl template that knows our tags; whatever else it does is docxtpl's own."""

    def patch_xml(self, src_xml: str) -> str:
        """Return a part's XML as Jinja source: docxtpl's tags first, then ours; what they leave empty is taken away."""
        source: str = super().patch_xml(src_xml)
        for tag in TAGS:
            source = tag.moved(source)
        return _EMPTY_RUN.sub("", source)
