"""The metadata box of a web page: what is the notice's own goes there, the rest stands under `web`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.notice import place_date
from generator.importers.prose import said, title_said
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.importers.ledger import Ledger
    from generator.importers.prose import Drawn

_KEYS = {"索引号": "index", "主题分类": "subject", "体裁分类": "genre", "发布机构": "publisher", "有效性": "validity"}
_PUBLISHED = {"发布日期", "发布时间"}
_DATES = {"成文日期", "发文日期", "生成日期"}
_NUMBERS = {"发文字号", "文号", "发文号"}
_TITLES = {"标题", "名称", "文件名称", "信息名称"}


def web_of(box: Iterable[tuple[int, str, str]], notice: Drawn, ledger: Ledger) -> Drawn:
    """Return what stands under `web`; number, date and title of the box are the notice's, which takes them where it has none."""
    page = _Page(notice, ledger)
    for line, label, value in box:
        page.take(_Entry(line, label, value))
    return said({**page.web, "other": page.other})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A label of the box with its value, and its line."""

    line: int
    label: str
    value: str

    @property
    def iso(self) -> str:
        """Return the value as a date in ISO form, "" where it is none: 2025-03-17, 2025年3月17日, 2025/3/17, with a time or without."""
        day = narrow(self.value).replace("/", "-").replace(".", "-").partition(" ")[0]
        return signs.date_of(day)


@dataclass(slots=True)
class _Page:
    """What the box says, beside the notice that it is the box of."""

    notice: Drawn
    ledger: Ledger
    web: Drawn = field(default_factory=dict)
    other: Drawn = field(default_factory=dict)

    def take(self, entry: _Entry) -> None:
        """Put an entry where it belongs."""
        if not entry.value:
            self.ledger.set_aside(entry.line, entry.label, "网页信息栏里没有内容的一栏")
        elif entry.label in _NUMBERS:
            self._own(entry, "number", entry.value)
        elif entry.label in _TITLES:
            self._own(entry, "title", entry.value)
        elif entry.label in _DATES and entry.iso:
            self._own(entry, "date", entry.iso)
        elif entry.label in _PUBLISHED and entry.iso:
            self._write(entry, self.web, "published_on", entry.iso)
        else:
            self._write(entry, self.web if entry.label in _KEYS else self.other, _KEYS.get(entry.label, entry.label), entry.value)

    def _own(self, entry: _Entry, key: str, value: str) -> None:
        """Write what the notice says once; what the box says otherwise stays an entry of the box."""
        held = title_said(self.notice) if key == "title" else str(self.notice.get(key, ""))
        if not held:
            self._write(entry, self.notice, key, value)
        elif narrow(held) != narrow(value):
            self._write(entry, self.other, entry.label, entry.value)
            self.ledger.guess(entry.line, f"信息栏的{entry.label}“{entry.value}”与正文“{held}”不同，两处都保留", 0.5)
        elif key == "date":
            self.ledger.derive(entry.line, entry.label + entry.value)
        else:
            self.ledger.set_aside(entry.line, entry.label + entry.value, f"{entry.label}在信息栏和正文里都有")

    def _book(self, entry: _Entry, value: str) -> None:
        """Book a value as placed; of a time only the day is."""
        if value == entry.value:
            self.ledger.place(entry.line, value)
            return
        day, _, hour = entry.value.partition(" ")
        place_date(entry.line, day, self.ledger)
        if hour.strip():
            self.ledger.set_aside(entry.line, hour, "钟点，计划只记日期")

    def _write(self, entry: _Entry, holder: Drawn, key: str, value: str) -> None:
        """Write a value where none is; of two the first stays, and the other is told."""
        if not holder.get(key):
            holder[key] = value
            self._book(entry, value)
            self.ledger.derive(entry.line, entry.label)
        elif narrow(str(holder[key])) == narrow(value):
            self.ledger.set_aside(entry.line, entry.label + entry.value, "信息栏里说了两遍")
        else:
            self.ledger.leave(entry.line, entry.label + entry.value, "信息栏里同一栏有两个内容，计划只能写一个")
