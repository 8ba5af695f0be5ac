"""Who is responsible: the sentence at the end of a task that names its units, and how most tasks word it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.importers.body.labels import label_at, label_before
from generator.importers.punctuation import tight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.importers.body.labels import Label

_IN_CHARGE = re.compile(r"(?:负责|牵头|配合|落实|参与)$")
_COLON = re.compile("[：:]")
_PAIRS = {"）": "（", ")": "(", "〕": "〔", "】": "【", "]": "["}
_STOPS = "。．."
BRACKETS = tuple(_PAIRS.values())
PLACE = "{units}"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A responsibility sentence at the end of a text: where it begins there, its units, and its wording around them.

    `units` is empty where the sentence says more than units: 责任人, 完成时限. Then `wording` is all of it. `further` when
    behind the first units others stand with a label of their own: 县教委；配合单位：县公安局.
    """

    start: int
    units: str
    wording: str
    further: bool = False

    @property
    def alone(self) -> bool:
        """Tell whether the sentence is all of its text."""
        return not self.start

    @property
    def bracketed(self) -> bool:
        """Tell whether it stands in brackets, and so runs on behind another."""
        return self.wording.startswith(BRACKETS)

    @property
    def whole(self) -> Responsibility:
        """Return the same with every label among the units: 牵头单位：县教委；配合单位：县公安局."""
        before, _, after = self.wording.partition(PLACE)
        bracket = before[: self.bracketed]
        return replace(self, units=before[len(bracket) :] + self.units, wording=f"{bracket}{PLACE}{after}")

    def under(self, wording: str) -> Responsibility | None:
        """Return the sentence as it reads in a wording, None where that would print it otherwise."""
        readings = (self, self.whole) if self.units else ()
        return next((reading for reading in readings if reading.wording == wording), None)


def responsibility(text: str) -> Responsibility | None:
    """Return the responsibility sentence that a text ends in, None where it ends in none."""
    text = text.rstrip()
    found = _bracketed(text) or _labelled(text)
    return replace(found, wording=tight(found.wording)) if found else None


def responsibility_of(texts: Sequence[str]) -> Responsibility | None:
    """Return the responsibility sentence that paragraphs end in, None where they end in none.

    Units are printed behind everything else: where several paragraphs say who is responsible for what until when, only the
    last may be lifted, and only where it is the one that names units.
    """
    found = responsibility(texts[-1]) if texts else None
    if found is None or not found.alone:
        return found
    others = [*takewhile(is_charge, reversed(texts[:-1]))]
    hidden = bool(others) and (found.bracketed or any(map(_names_units, others)))
    return replace(found, units="", wording=tight(texts[-1])) if hidden else found


def is_charge(text: str) -> bool:
    """Tell whether a text is nothing but a responsibility sentence."""
    found = responsibility(text)
    return found is not None and found.alone


def common_wording(found: Iterable[Responsibility | None], *, at_least: int = 1) -> str:
    """Return the wording that most of the sentences have that name units and nothing else, "" where they are too few.

    Where all of them go on with further labels, the first label is no part of the wording either.
    """
    named = [one for one in found if one and one.units]
    wording, count = Counter(one.wording for one in named).most_common(1)[0] if named else ("", 0)
    alike = [one for one in named if one.wording == wording]
    if count < at_least:
        return ""
    return alike[0].whole.wording if alike and all(one.further for one in alike) else wording


def _bracketed(text: str) -> Responsibility | None:
    """Return the sentence in brackets: （责任单位：…）, （…负责）."""
    body = text.rstrip(_STOPS)
    start = _opening(body)
    if start is None:
        return None
    inside, end = body[start + 1 : -1].strip(), body[-1] + text[len(body) :]
    label = label_at(inside)
    if label:
        return _read(start, inside, label, (body[start], end))
    if not _IN_CHARGE.search(inside) or "。" in inside:
        return None
    charge = "负责" * inside.endswith("负责")
    units = inside.removesuffix(charge).strip()
    if not units:
        return None
    if _says_more(inside):
        return Responsibility(start, "", f"{body[start]}{inside}{end}")
    return Responsibility(start, units, f"{body[start]}{PLACE}{charge}{end}")


def _opening(body: str) -> int | None:
    """Return the place of the bracket that the last one closes, None where a text does not end in a bracket."""
    closing, depth = body[-1:], 0
    for place in range(len(body) - 1, -1, -1):
        depth += (body[place] == closing) - (body[place] == _PAIRS.get(closing))
        if closing not in _PAIRS or depth == 0:
            break
    return place if closing in _PAIRS and depth == 0 else None


def _labelled(text: str) -> Responsibility | None:
    """Return the sentence without brackets that is a paragraph by itself: 责任单位：…."""
    inside = text.strip()
    label = label_at(inside)
    if label is None:
        return None
    end = "。" * inside.endswith("。")
    body = inside.removesuffix(end)
    if all(label_at(sentence.strip()) for sentence in body.split("。")):
        return _read(0, body, label, ("", end))
    return None


def _read(start: int, inside: str, label: Label, around: tuple[str, str]) -> Responsibility | None:
    """Return the sentence that begins with a label inside what stands around it, None where nothing is said behind the label."""
    opening, end = around
    units = inside[label.end :]
    if not units:
        return None
    if not label.units or _says_more(units) or "。" in units:
        return Responsibility(start, "", f"{opening}{inside}{end}")
    return Responsibility(start, units, f"{opening}{inside[: label.end].strip()}{PLACE}{end}", further=bool(_COLON.search(units)))


def _says_more(text: str) -> bool:
    """Tell whether a text has a field that holds no units: a colon behind another word than a label of units."""
    labels = (label_before(text, colon.start()) for colon in _COLON.finditer(text))
    return any(label is None or not label.units for label in labels)


def _names_units(text: str) -> bool:
    """Tell whether one of the labels of a text stands before units."""
    labels = (label_before(text, colon.start()) for colon in _COLON.finditer(text))
    return any(label is not None and label.units for label in labels)
