"""The labels of annexes and the numbers of the annex note: the program prints them by place, what it would print otherwise is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.ledger import bare
from generator.importers.widths import narrow
from generator.plan.values import read_chinese_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Paragraph
    from generator.importers.prose import Drawn

_WORD = "附件"
_TOLD = "附件序号按附件的次序和规范写法印"


@dataclass(slots=True)
class Held:
    """An annex that the plan holds: its label in the file, and what stands before its title in the annex note, line by line."""

    annex: Drawn
    label: Paragraph | None = None
    noted: list[tuple[int, str]] = field(default_factory=list)


def book(held: Sequence[Held], ledger: Ledger) -> None:
    """Book labels and numbers; an annex that no annex note names keeps a label that its place would change."""
    while odd := [one for one, printed in _printed(held) if _is_odd(one, printed)]:
        for one in odd:
            _keep(one, ledger)
    counted = _printed(held)
    for place, (one, printed) in enumerate(counted, 1):
        if one.label:
            _reprint([(one.label.line, bare(one.label.text))], printed, ledger)
        _reprint(one.noted, f"{'附件：' if place == 1 else ''}{f'{place}.' if len(counted) > 1 else ''}", ledger)


def tell_first(held: Sequence[Held], label: Paragraph, ledger: Ledger) -> None:
    """Tell when the first annex, the plan itself, had another label than the one printed."""
    printed = _printed(held)[0][1]
    if _read(label.text) != printed:
        ledger.mend(label.line, _TOLD, bare(label.text), printed)


def _printed(held: Sequence[Held]) -> list[tuple[Held, str]]:
    """Return the annexes that are counted, each with its label as printed (GB/T 9704 7.3.7)."""
    counted = [one for one in held if "label" not in one.annex]
    return [(one, f"{_WORD}{place}" if len(counted) > 1 else _WORD) for place, one in enumerate(counted, 1)]


def _is_odd(one: Held, printed: str) -> bool:
    return one.label is not None and not one.noted and _read(one.label.text) != printed


def _read(label: str) -> str:
    """Return a label as it is compared: 附件一： is 附件1."""
    place = signs.annex_label(label) or ""
    number = read_chinese_number(place)
    word = signs.plain(label).rstrip(":.").removesuffix(place)
    return f"{word}{place if number is None else number}"


def _keep(one: Held, ledger: Ledger) -> None:
    if one.label:
        one.annex["label"] = ledger.place(one.label.line, bare(one.label.text))


def _reprint(stood: Sequence[tuple[int, str]], new: str, ledger: Ledger) -> None:
    """Book a label or number that may stand on several lines: what is printed is derived, what only the source has is set aside."""
    old = "".join(text for _, text in stood)
    if old and narrow(old) != narrow(new):
        ledger.mend(stood[0][0], _TOLD, old, new)
    left = Counter(narrow(new))
    for line, text in stood:
        found = Counter(narrow(text))
        _tell(line, found & left, found - left, ledger)
        left -= found


def _tell(line: int, printed: Counter[str], dropped: Counter[str], ledger: Ledger) -> None:
    if printed:
        ledger.derive(line, "".join(printed.elements()))
    if dropped:
        ledger.set_aside(line, "".join(dropped.elements()), "附件序号里不再印的字")
