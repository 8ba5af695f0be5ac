"""The metadata box of a web page: what is the notice's own goes there, the rest stands under `web`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.ledger import Ledger
    from generator.importers.nodes import Drawn

KEYS = {"索引号": "index", "主题分类": "subject", "体裁分类": "genre", "发布机构": "publisher", "有效性": "validity"}
_DATES = {"发布日期": "published_on", "成文日期": "date"}
_NUMBER = "发文字号"


def web_of(box: Iterable[tuple[int, str, str]], notice: Drawn, ledger: Ledger) -> Drawn:
    """Return what stands under `web`; number and date of the box are the notice's, which takes them where it has none."""
    web: Drawn = {}
    other: Drawn = {}
    for line, label, value in box:
        if label == _NUMBER:
            _own(line, label, value, "number", notice, other, ledger)
        elif label in _DATES and (iso := _iso(value)):
            _own(line, label, value, _DATES[label], web if label == "发布日期" else notice, other, ledger, iso)
        elif value:
            (web if label in KEYS else other)[KEYS.get(label, label)] = ledger.place(line, value)
            ledger.derive(line, label)
        else:
            ledger.set_aside(line, label, "网页信息栏里没有内容的一栏")
    return web | ({"other": other} if other else {})


def _own(  # noqa: PLR0913 - a box entry with where it goes
    line: int, label: str, value: str, key: str, holder: Drawn, other: Drawn, ledger: Ledger, iso: str = ""
) -> None:
    """Put a number or a date where it belongs; one that the document says otherwise stays an entry of the box."""
    written = iso or value
    if key not in holder:
        holder[key] = written
        ledger.place(line, value)
    elif narrow(str(holder[key])) == narrow(written):
        ledger.derive(line, value)
    else:
        other[label] = ledger.place(line, value)
        ledger.guess(line, f"信息栏的{label}“{value}”与正文“{holder[key]}”不同，两处都保留", 0.5)
    ledger.derive(line, label)


def _iso(value: str) -> str:
    """Return a date of a box in ISO form: 2025-03-17, 2025年3月17日, 2025/3/17 with or without the time of day."""
    day = value.split(maxsplit=1)[0] if value.split() else ""
    parts = narrow(day).replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):  # noqa: PLR2004 - year, month, day
        day = f"{parts[0]}年{int(parts[1])}月{int(parts[2])}日"
    return signs.date_of(day)
