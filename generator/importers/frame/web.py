"""The metadata box of a web page: what is the notice's own goes there, the rest stands under `web`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.ledger import Ledger
    from generator.importers.prose import Drawn

KEYS = {"索引号": "index", "主题分类": "subject", "体裁分类": "genre", "发布机构": "publisher", "有效性": "validity"}
_DATES = {"发布日期": "published_on", "发布时间": "published_on", "成文日期": "date", "发文日期": "date", "生成日期": "date"}
_WEB = {"published_on"}
_NUMBERS = {"发文字号", "文号", "发文号"}
_TITLES = {"标题", "名称", "文件名称", "信息名称"}


def web_of(box: Iterable[tuple[int, str, str]], notice: Drawn, ledger: Ledger) -> Drawn:
    """Return what stands under `web`; number and date of the box are the notice's, which takes them where it has none."""
    web: Drawn = {}
    other: Drawn = {}
    for line, label, value in box:
        if label in _NUMBERS and value:
            _own(line, label, value, "number", notice, other, ledger)
        elif label in _DATES and (iso := _iso(value)):
            _own(line, label, value, _DATES[label], web if _DATES[label] in _WEB else notice, other, ledger, iso)
        elif label in _TITLES:
            _title(line, label, value, notice, other, ledger)
        elif value:
            (web if label in KEYS else other)[KEYS.get(label, label)] = ledger.place(line, value)
            ledger.derive(line, label)
        else:
            ledger.set_aside(line, label, "网页信息栏里没有内容的一栏")
    return web | ({"other": other} if other else {})


def _title(line: int, label: str, value: str, notice: Drawn, other: Drawn, ledger: Ledger) -> None:  # noqa: PLR0913, PLR0917
    """Put a title where the notice has none, or find that it says the same."""
    said = notice.get("title", "")
    title = "".join(map(str, said)) if isinstance(said, list) else str(said)
    if not title and value:
        notice["title"] = ledger.place(line, value)
        ledger.derive(line, label)
    elif not value or value == title:
        ledger.set_aside(line, label + value, "网页信息栏里的标题，与正文标题相同")
    else:
        other[label] = ledger.place(line, value)
        ledger.derive(line, label)


def _own(  # noqa: PLR0913 - a box entry with where it goes
    line: int, label: str, value: str, key: str, holder: Drawn, other: Drawn, ledger: Ledger, iso: str = ""
) -> None:
    """Put a number or a date where it belongs; one that the document says otherwise stays an entry of the box."""
    written = iso or value
    if key not in holder:
        holder[key] = written
        ledger.place(line, value)
    elif narrow(str(holder[key])) == narrow(written):
        (ledger.derive if iso else partial(ledger.set_aside, why="发文字号在信息栏和正文里都有"))(line, value)
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
