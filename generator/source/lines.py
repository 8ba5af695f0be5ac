"""The lines of a text: from an offset to line and column without counting from the start each time."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.problems import Span

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """A text that knows where its lines begin."""

    def __init__(self, text: str) -> None:
        """Look for the line breaks once: LF, CR LF or CR, as YAML counts them."""
        self.text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def number(self, offset: int) -> int:
        """Return the number of the line that holds an offset, counted from 1."""
        return bisect_right(self._starts, offset)

    def start(self, offset: int) -> int:
        """Return the offset at which the line that holds an offset begins."""
        return self._starts[self.number(offset) - 1]

    def next_start(self, offset: int) -> int:
        """Return the offset at which the next line begins, the text's end where there is none."""
        line = self.number(offset)
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def bounds(self, number: int) -> tuple[int, int]:
        """Return where a line begins and where it ends, with its line break; lines are counted from 1."""
        following = self._starts[number : number + 1] or [len(self.text)]
        return self._starts[min(number, len(self._starts)) - 1], following[0]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from start to end."""
        return Span(start, end, self.number(start), start - self.start(start) + 1)
