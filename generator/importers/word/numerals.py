"""How Word writes a number in each of its numbering formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.plan.numbering import Mark, chinese

if TYPE_CHECKING:
    from collections.abc import Callable

_LETTERS = 26
_MOST_REPEATED = 5  # times a letter is repeated; beyond it Arabic digits are printed
_MOST_ROMAN = 3999
_ROMAN = {
    "m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1,
}  # fmt: skip
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_LEGAL = str.maketrans("零一二三四五六七八九十百", "零壹贰叁肆伍陆柒捌玖拾佰")


def printed(number: int, format_: str) -> str:
    """Return a number in a format of Word (w:numFmt); in Arabic digits where the format is not known."""
    return _FORMATS.get(format_, str)(number) if number > 0 or format_ == "none" else str(number)


def _like(first: str) -> Callable[[int], str]:
    """Return the printing of the numbers that begin with this one."""
    return lambda number: Mark(first).print((number,))


def _letter(number: int) -> str:
    times, place = divmod(number - 1, _LETTERS)
    return chr(ord("a") + place) * (times + 1) if times < _MOST_REPEATED else str(number)


def _roman(number: int) -> str:
    if number > _MOST_ROMAN:
        return str(number)
    text = ""
    for letters, worth in _ROMAN.items():
        times, number = divmod(number, worth)
        text += letters * times
    return text


def _legal(number: int) -> str:
    text = chinese(number).translate(_LEGAL)
    return f"壹{text}" if text.startswith("拾") else text


def _one_of(signs: str) -> Callable[[int], str]:
    """Return the printing of a series of signs that begins anew behind its last."""
    return lambda number: signs[(number - 1) % len(signs)]


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _like("１"),
    "decimalFullWidth2": _like("１"),
    "decimalEnclosedCircle": _like("①"),
    "decimalEnclosedCircleChinese": _like("①"),
    "decimalEnclosedParen": _like("⑴"),
    "decimalEnclosedFullstop": _like("⒈"),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda number: str(number).translate(_DIGITS),
    "taiwaneseDigital": lambda number: str(number).translate(_DIGITS),
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_DIGITS),
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
}
