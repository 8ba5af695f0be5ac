"""Numbers as printed: the marks of each depth, read from their first number, and counting through a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DIGITS = "零一二三四五六七八九"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_FIRST_CIRCLED = ((50, 0x32B1 - 36), (35, 0x3251 - 21), (20, 0x2460 - 1))  # ㊱–㊿, ㉑–㉟, ①–⑳, each with its code point less its number
_COUNTING = "0-9０-９A-Za-z零一二三四五六七八九十百"
_NUMERAL = re.compile(rf"(?<![{_COUNTING}])[一1１①⑴⒈Aa](?![{_COUNTING}])")
_LETTERS = 26
_CHINESE_AT_MOST = 999


def chinese(number: int) -> str:
    """Return a number in Chinese numerals up to 999 (十五, 一百零一, 一百一十), a greater one in Arabic digits."""
    if not number:
        return _DIGITS[0]
    if number > _CHINESE_AT_MOST:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def _from(first: int, last: int) -> Callable[[int], str]:
    """Return the printing of a block of code points that holds the numbers 1 to last."""
    return lambda number: chr(first + number - 1) if number <= last else f"({number})"


def _circled(number: int) -> str:
    return next((chr(base + number) for last, base in reversed(_FIRST_CIRCLED) if number <= last), f"({number})")


def _letter(first: str) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= _LETTERS else f"({number})"


_PRINTED: dict[str, Callable[[int], str]] = {
    "一": chinese,
    "1": str,
    "１": lambda number: str(number).translate(_FULL_WIDTH),
    "①": _circled,
    "⑴": _from(0x2474, 20),
    "⒈": _from(0x2488, 20),
    "A": _letter("A"),
    "a": _letter("a"),
}


_WORDED = ("编", "章", "节", "条", "款", "篇", "部分")


def spaced(number: str) -> str:
    """Return a number with the blank that sets it apart where it ends in no mark of its own: 第一章　总则, 1.1 总则."""
    if number.endswith(_WORDED):
        return f"{number}　"
    return f"{number} " if number[-1:].isalnum() and number.isascii() else number


@dataclass(frozen=True, slots=True)
class Mark:
    """The numbers of one depth: their first as printed, whether they run through, and whether titles run in.

    `first` may hold several numerals (1.1): the last is the node's own, those before it are its ancestors'.
    `first` "none" prints nothing.
    """

    first: str
    running: bool = False
    run_in: bool | None = None

    @property
    def readable(self) -> bool:
        """Tell whether the mark holds a numeral to count with."""
        return self.first == "none" or bool(_NUMERAL.search(self.first))

    def print(self, numbers: tuple[int, ...]) -> str:
        """Return the number as printed; `numbers` are the ancestors' and, last, the node's own."""
        if self.first == "none":
            return ""
        pieces = _NUMERAL.split(self.first)
        numerals = _NUMERAL.findall(self.first)
        used = ((1,) * len(numerals) + numbers)[len(numbers) :] if numerals else ()
        printed = [_PRINTED[numeral](number) for numeral, number in zip(numerals, used, strict=True)]
        return "".join(piece + number for piece, number in zip(pieces, [*printed, ""], strict=True))


DEFAULT_MARKS = (Mark("一、"), Mark("（一）"), Mark("1."), Mark("（1）"), Mark("①"))
"""GB/T 9704-2012 7.3.3 gives 一、（一） 1.（1）; the fifth is 实务."""


def mark_at(marks: tuple[Mark, ...], depth: int) -> Mark:
    """Return the mark of a depth counted from 0: the written one, else the usual one of that depth."""
    if depth < len(marks) and marks[depth].readable:
        return marks[depth]
    return DEFAULT_MARKS[min(depth, len(DEFAULT_MARKS) - 1)]


@dataclass(slots=True)
class Counter:
    """Counts one document: its marks by depth, and how far each running mark has come, at whatever depth it stands."""

    marks: tuple[Mark, ...] = ()
    reached: dict[str, int] = field(default_factory=dict)

    def mark(self, depth: int) -> Mark:
        """Return the mark of a depth of this document."""
        return mark_at(self.marks, depth)

    def count(self, depth: int, by_hand: Iterable[int | None], *, after: int = 0) -> list[int]:
        """Return the numbers of one row of siblings: each one more than the last, or the one set by hand.

        The row goes on from `after`, or from the row before it where its mark runs through the document.
        """
        mark = self.mark(depth)
        last = self.reached.get(mark.first, 0) if mark.running else after
        numbers = []
        for number in by_hand:
            last = last + 1 if number is None else number
            numbers.append(last)
        if mark.running:
            self.reached[mark.first] = last
        return numbers
