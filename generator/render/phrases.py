"""The fixed phrases of official documents: how single elements are worded when printed."""

from __future__ import annotations

from datetime import date

_WORDED_NUMBERS = ("编", "章", "节", "条", "款", "篇", "部分")
_CLOSING_MARKS = tuple("。！？；：，、…—.!?;:,")


def printed_date(iso: str) -> str:
    """Return a date in Arabic digits without leading zeros, 2025年3月13日 (GB/T 9704 7.3.5.4); "" for none."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.year}年{day.month}月{day.day}日"


def bracketed(text: str) -> str:
    """Return a text in （）, unless it stands in them already; "" for none."""
    return text if not text or text[0] in "（(" else f"（{text}）"


def closed(text: str, mark: str) -> str:
    """Return a text that ends with a mark, unless it ends in one already; "" for none."""
    return text if not text or text.endswith(_CLOSING_MARKS) else text + mark


def spaced(number: str) -> str:
    """Return a number with the blank that sets it apart where it ends in no mark of its own: 第一章　总则, 1.1 总则."""
    if number.endswith(_WORDED_NUMBERS):
        return f"{number}　"
    return f"{number} " if number[-1:].isalnum() and number.isascii() else number


def addressed(recipients: str) -> str:
    """Return the recipients with their full-width colon (GB/T 9704 7.3.2); "" for none."""
    return f"{recipients.rstrip('：:')}：" if recipients else ""


def copies(copies_to: str) -> str:
    """Return the 抄送 line, closed with 。 (GB/T 9704 7.4.2); "" for none."""
    return f"抄送：{closed(copies_to, '。')}" if copies_to else ""


def printed_on(iso: str) -> str:
    """Return the printing date with 印发 (GB/T 9704 7.4.3); "" for none."""
    return f"{printed_date(iso)}印发" if iso else ""
