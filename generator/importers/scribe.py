"""The one hand that writes texts of the source into the plan: stray blanks taken out and told, every character booked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.importers.blanks import blanks_in, replaced
from generator.importers.ledger import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.blanks import Blank
    from generator.importers.ledger import Ledger
    from generator.importers.outline import Paragraph

_SHOWN = 6  # characters on either side of a blank that is taken out


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes with a ledger beside it; with `as_is` blanks between words stay as they are."""

    ledger: Ledger
    as_is: bool = False

    def text(self, line: int, raw: str) -> str:
        """Return an element that has no blanks inside, such as a title or an organ, booked as placed."""
        return self._written(line, raw.strip(), apart=False)

    def prose(self, line: int, raw: str) -> str:
        """Return running text, in which blanks that set things apart stay as one 　, booked as placed."""
        return self._written(line, raw.strip(), apart=True)

    def _written(self, line: int, raw: str, *, apart: bool) -> str:
        if self.as_is:
            return self.ledger.place(line, raw)
        blanks = blanks_in(raw, apart=apart)
        for start, end in _stretches(raw, blanks):
            self.ledger.mend(line, "去掉字间空格", raw[start:end].strip(), replaced(raw, blanks, start, end).strip())
        return self.ledger.place(line, replaced(raw, blanks))

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a whole paragraph as the plan holds it."""
        return self.prose(paragraph.line, paragraph.number + paragraph.text)

    def derive(self, line: int, raw: str) -> None:
        """Book what the program prints by itself."""
        if bare(raw):
            self.ledger.derive(line, bare(raw))


def _stretches(raw: str, blanks: Iterable[Blank]) -> list[tuple[int, int]]:
    """Return where blanks are taken out, with what stands around them: those that stand near each other together."""
    found: list[tuple[int, int]] = []
    for blank in blanks:
        if blank.left or "\n" in raw[blank.start : blank.end]:
            continue
        start, end = max(blank.start - _SHOWN, 0), blank.end + _SHOWN
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found
