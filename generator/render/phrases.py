"""The fixed phrases of official documents: how single elements are worded when printed."""

from __future__ import annotations

from datetime import date

OPENING = "（(〔［[【"
"""The brackets in which a sentence runs on behind another."""

_CLOSING_MARKS = tuple("。！？；：，、…—.!?;:,")


SAMPLE = "示范文本"
BOX = ("索引号", "发文字号", "主题分类", "体裁分类", "发布机构", "有效性", "成文日期", "发布日期")
"""The labels of a government site's metadata box, in its order."""


def annex_label(place: int, last: int) -> str:
    """Return an annex's label: numbered where there are several (GB/T 9704 7.3.7)."""
    return f"附件{place}" if last > 1 else "附件"


def annex_note(titles: list[str]) -> tuple[str, ...]:
    """Return the 附件说明, a line an annex, without end marks (GB/T 9704 7.3.4)."""
    if len(titles) == 1:
        return (f"附件：{titles[0]}",)
    return tuple(f"{'附件：' if place == 1 else ''}{place}.{title}" for place, title in enumerate(titles, start=1))


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


def addressed(recipients: str) -> str:
    """Return the recipients with their full-width colon (GB/T 9704 7.3.2); "" for none."""
    return f"{recipients.rstrip('：:')}：" if recipients else ""


def sent_to(recipients: str) -> str:
    """Return the recipients as the 版记 prints them, 主送：…。 (GB/T 9704 7.3.2)."""
    return f"主送：{closed(recipients.rstrip('：'), '。')}"


SIGNATORY = "签发人："


def signatory_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the 签发人 without the label, which is printed by itself."""
    return tuple(name.removeprefix(SIGNATORY) for name in names)


def signatories(names: tuple[str, ...]) -> str:
    """Return the 签发人 with their label (GB/T 9704 7.2.6); "" for none."""
    return f"{SIGNATORY}{'　'.join(signatory_names(names))}" if names else ""


def copies(copies_to: str) -> str:
    """Return the 抄送 line, closed with 。 (GB/T 9704 7.4.2); "" for none."""
    return f"抄送：{closed(copies_to, '。')}" if copies_to else ""


def printed_on(iso: str) -> str:
    """Return the printing date with 印发 (GB/T 9704 7.4.3); "" for none."""
    return f"{printed_date(iso)}印发" if iso else ""
