"""How the numbers of a table's rows are counted: 1, 2, 3, or 1, 1.1, 1.2, 2."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[0-9]{1,4}(?:[.．][0-9]{1,3}){0,2}")


def is_number(text: str) -> bool:
    """Tell whether a text is the number of a row."""
    return bool(_NUMBER.fullmatch(text))


def follows(text: str, before: str) -> bool:
    """Tell whether a number is the next one, on the level of the one before it, on one above that, or the first below; "" is before all."""
    if not is_number(text):
        return False
    number, last = _parts(text), _parts(before) if is_number(before) else []
    if len(number) == len(last) + 1:
        return number == [*last, 1]
    return 0 < len(number) <= len(last) and number == [*last[: len(number) - 1], last[len(number) - 1] + 1]


def _parts(text: str) -> list[int]:
    return [int(part) for part in re.split("[.．]", text)]
