"""The text of a page's blocks, gathered run by run: blanks as a browser shows them, line breaks, bold beginnings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.importers import encoding
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.importers.html.looks import Look

_WIDE = "\u2e80-\u9fff\uff00-\uffef\u2014\u2018-\u201d\u2026"
_FOLD = re.compile(rf"(?<=[{_WIDE}])[ \t]*+\n[ \t\n]*+(?=[{_WIDE}])")
_BLANKS = re.compile(r"[ \t\n]+")
_HANZI = re.compile("[\u3400-\u9fff]")
_MANY_LINES = 12  # of a centred paragraph: a title has fewer


class _Run(NamedTuple):
    """Text in one look, and the line of the page it stands on."""

    text: str
    look: Look
    line: int


@dataclass(slots=True)
class Gathering:
    """What is gathered for the next paragraph until a block begins or ends."""

    lines: list[list[_Run]] = field(default_factory=lambda: [[]])
    number: str = ""
    gap: bool = False
    page_break: bool = False
    ids: list[str] = field(default_factory=list)

    def add(self, text: str | None, look: Look, line: int) -> None:
        """Add text; its line ends break lines only where they are kept as written."""
        if not text:
            return
        first, *others = text.split("\n") if look.kept else [text]
        self.lines[-1].append(_Run(first, look, line))
        for other in others:
            self.lines.append([_Run(other, look, line)])

    def break_line(self) -> None:
        """End a line within the block."""
        self.lines.append([])

    def paragraphs(self, *, empty_line: bool = False) -> Iterator[Paragraph]:
        """Yield what was gathered and begin anew: one paragraph a line, a title's lines in one; an empty line leaves a gap."""
        lines, self.lines = self.lines, [[]]
        broken = len(lines) > 1
        while lines and _is_empty(lines[-1]):
            lines.pop()
        if not lines:
            self.gap = self.gap or empty_line or broken
            return
        for piece in _titled(lines):
            paragraph = self._paragraph(piece)
            self.gap = self.gap or paragraph is None
            yield from (paragraph,) if paragraph else ()

    def _paragraph(self, lines: list[list[_Run]]) -> Paragraph | None:
        text = "\n".join(filter(None, (_shown(line) for line in lines)))
        if not text.strip():
            return None
        runs = [run for line in lines for run in line]
        look, start = next((run.look, run.line) for run in runs if run.text.strip())
        made = Paragraph(
            start,
            text,
            self.number,
            align=look.align,
            level=look.level,
            bold=_length(text, _lead(runs)),
            gap=self.gap,
            page_break=self.page_break,
            ids=tuple(self.ids),
        )
        self.number, self.gap, self.page_break, self.ids = "", False, False, []
        return made


def _is_empty(line: Sequence[_Run]) -> bool:
    return not any(encoding.plain(run.text).strip() for run in line)


def _titled(lines: list[list[_Run]]) -> list[list[list[_Run]]]:
    """Return the lines by paragraph: those of a heading or a centred block belong together."""
    look = next(run.look for line in lines for run in line if run.text)
    together = (look.level or look.align == "centre") and len(lines) <= _MANY_LINES
    return [lines] if together else [[line] for line in lines]


def _shown(runs: Sequence[_Run]) -> str:
    """Return a line as a browser shows it: runs of blanks are one, and none where a line of Chinese was folded in the file."""
    whole = "".join(run.text for run in runs)
    return encoding.plain(_BLANKS.sub(" ", _FOLD.sub("", whole)).strip(" ")).rstrip()


def _lead(runs: Sequence[_Run]) -> int:
    """Return how many characters, blanks not counted, are set apart at the beginning by weight or face."""
    first = next((run.look for run in runs if _HANZI.search(run.text)), None)
    if first is None:
        return 0
    count = 0
    for place, run in enumerate(runs):
        if _differs(run, first):
            return count if _stays_apart(first, runs[place:]) else 0
        count += len(bare(encoding.plain(run.text)))
    return 0


def _differs(run: _Run, first: Look) -> bool:
    """Tell whether a run looks otherwise; digits and Latin letters have faces of their own."""
    text = run.text.strip()
    return bool(text) and (run.look.bold != first.bold or (run.look.face != first.face and bool(_HANZI.search(text))))


def _stays_apart(first: Look, rest: Sequence[_Run]) -> bool:
    """Tell whether the look of the beginning is that of a title: bold before plain, or a face that does not come again."""
    if first.bold != rest[0].look.bold:
        return first.bold
    return all(run.look.face != first.face for run in rest if _HANZI.search(run.text))


def _length(text: str, characters: int) -> int:
    """Return how long the beginning of a text is that holds so many characters, blanks not counted."""
    for place, character in enumerate(text):
        if not characters:
            return place
        characters -= not character.isspace()
    return len(text) if not characters else 0
