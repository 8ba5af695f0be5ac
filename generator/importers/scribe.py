"""The one hand that writes texts of the source into the plan: blanks inside taken out, every character booked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers.ledger import bare
from generator.importers.punctuation import tight

if TYPE_CHECKING:
    from generator.importers.ledger import Ledger
    from generator.importers.outline import Paragraph

_SHOWN = 12  # characters of a text that a mending shows


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes with a ledger beside it; with `as_is` blanks between words stay as they are."""

    ledger: Ledger
    as_is: bool = False

    def text(self, line: int, raw: str) -> str:
        """Return a text as the plan holds it, booked as placed."""
        text = raw.strip() if self.as_is else tight(raw)
        if text != raw.strip() and "\n" not in raw.strip():
            place = next((place for place, pair in enumerate(zip(text, raw.strip(), strict=False)) if pair[0] != pair[1]), len(text))
            start = max(place - _SHOWN // 2, 0)
            self.ledger.mend(line, "去掉字间空格", raw.strip()[start : place + _SHOWN], text[start : place + _SHOWN - 1])
        return self.ledger.place(line, text)

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a whole paragraph as the plan holds it."""
        return self.text(paragraph.line, paragraph.number + paragraph.text)

    def derive(self, line: int, raw: str) -> None:
        """Book what the program prints by itself."""
        if bare(raw):
            self.ledger.derive(line, bare(raw))
