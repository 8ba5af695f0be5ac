"""A paragraph while it is read: stretches of text, each with its look."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers.word.styles import Look, Shape, Style

if TYPE_CHECKING:
    from generator.importers.word.markup import Element


@dataclass(slots=True)
class Draft:
    """A paragraph: `goes_on` when its end is tracked away, `boxes` are the text boxes anchored in it, `number` is automatic."""

    style: Style = field(default_factory=Style)
    shape: Shape = field(default_factory=Shape)
    number: str = ""
    pieces: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    page_break: bool = False
    goes_on: bool = False

    @property
    def text(self) -> str:
        """Return the text as it stands, without the number."""
        return "".join(text for text, _ in self.pieces)

    @property
    def filled(self) -> bool:
        """Tell whether there is more than blanks."""
        return any(text.strip() for text, _ in self.pieces)

    @property
    def line(self) -> str:
        """Return number and text on one line, as in a cell; a number that ends in no mark is set apart."""
        apart = " " if self.filled and self.number[-1:].isalnum() else ""
        return f"{self.number}{apart}{self.text}"

    @property
    def face(self) -> str:
        """Return the name of the character style in which the paragraph begins, "" for none."""
        return next((look.style for text, look in self.pieces if text.strip()), "")

    @property
    def lead(self) -> int:
        """Return how many characters at the beginning are set apart from the rest by weight, face or character style."""
        looks = _stretches(self.pieces)
        first = looks[0][0] if looks else Look()
        rest = Counter[Look]()
        for look, _, length in looks[next((n for n, one in enumerate(looks) if one[0] != first), len(looks)) :]:
            rest[look] += length
        if not rest:
            return 0
        usual = rest.most_common(1)[0][0]
        if usual == first or (usual.bold and not first.bold):
            return 0
        return next(start for look, start, _ in looks if look == usual)


def _stretches(pieces: list[tuple[str, Look]]) -> list[tuple[Look, int, int]]:
    """Return the stretches that are not blank: look, where it begins, length.

    A look that only figures and Latin letters have says nothing: the face of Chinese characters is not seen in them.
    """
    stretches, start = [], 0
    chinese: set[Look] = set()
    for text, written in pieces:
        look = written._replace(bold=bool(written.bold), hidden=None)
        if text.strip():
            stretches.append((look, start, len(text)))
        if text.strip() and not text.isascii():
            chinese.add(look)
        start += len(text)
    return [one for one in stretches if one[0] in chinese or not chinese]
