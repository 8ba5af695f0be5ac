"""How the numbers of a table's rows are counted: 1, 2, 3, or 1, 1.1, 1.2, 2, also as （1）, 1. or 一."""

from __future__ import annotations

import re

from generator.plan.numbering import chinese

_NUMBER = re.compile(r"[(（]?([0-9]{1,4}(?:[.．][0-9]{1,3}){0,2})[)）.．、]?")
_CHINESE = re.compile(r"[(（]?([一二三四五六七八九十百]{1,5})[)）、]?")
_COUNTED = {chinese(number): number for number in range(1, 200)}


def is_number(text: str) -> bool:
    """Tell whether a text is the number of a row, in figures."""
    return bool(_NUMBER.fullmatch(text))


def is_chinese(text: str) -> bool:
    """Tell whether a text is the number of a row in Chinese numerals."""
    return bool(_CHINESE.fullmatch(text))


def follows(text: str, before: str) -> bool:
    """Tell whether a number is the next one, on the level of the one before it, on one above that, or the first below; "" is before all."""
    number, last = _parts(text), _parts(before)
    if len(number) == len(last) + 1:
        return number == [*last, 1]
    return 0 < len(number) <= len(last) and number == [*last[: len(number) - 1], last[len(number) - 1] + 1]


def _parts(text: str) -> list[int]:
    """Return the figures of a number, none where a text is none."""
    if found := _NUMBER.fullmatch(text):
        return [int(part) for part in re.split("[.．]", found[1])]
    found = _CHINESE.fullmatch(text)
    return [_COUNTED[found[1]]] if found and found[1] in _COUNTED else []
