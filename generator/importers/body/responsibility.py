"""Who is responsible: the sentence at the end of a task that names its units, and how most tasks word it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.importers.punctuation import tight

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADS = "责任|牵头|配合|落实|承办|主办|协办|参与|实施"
_LABEL = re.compile(rf"\s*(?:{_HEADS})(?:单位|部门|科室|处室|领导|人|主体)(?:[及和与、][^：:，。]{{1,8}})?\s*[：:]\s*")
_IN_CHARGE = re.compile(r"(?:负责|牵头|配合|落实|参与)$")
_PAIRS = {"）": "（", ")": "(", "〕": "〔", "】": "【", "]": "["}
_STOPS = "。．."
PLACE = "{units}"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A responsibility sentence at the end of a text: where it begins there, its units, and its wording around them."""

    start: int
    units: str
    wording: str


def responsibility(text: str) -> Responsibility | None:
    """Return the responsibility sentence that a text ends in, None where it ends in none."""
    text = text.rstrip()
    found = _bracketed(text) or _labelled(text)
    return replace(found, wording=tight(found.wording)) if found and found.units else None


def _bracketed(text: str) -> Responsibility | None:
    """Return the sentence in brackets: （责任单位：…）, （…负责）."""
    body = text.rstrip(_STOPS)
    start = _opening(body)
    if start is None:
        return None
    inside, end = body[start + 1 : -1].strip(), body[-1] + text[len(body) :]
    label = _LABEL.match(inside)
    if label:
        return Responsibility(start, inside[label.end() :], f"{body[start]}{label[0].strip()}{PLACE}{end}")
    if not _IN_CHARGE.search(inside) or "。" in inside:
        return None
    charge = "负责" * inside.endswith("负责")
    return Responsibility(start, inside.removesuffix(charge).strip(), f"{body[start]}{PLACE}{charge}{end}")


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
    label = _LABEL.match(text)
    if label is None:
        return None
    end = "。" * text.endswith("。")
    units = text[label.end() : len(text) - len(end)].strip()
    return Responsibility(0, units, f"{label[0].strip()}{PLACE}{end}") if "。" not in units else None


def common_wording(found: Iterable[Responsibility | None]) -> str:
    """Return the wording that most of the sentences have, "" where there are none."""
    counted = Counter(one.wording for one in found if one)
    return counted.most_common(1)[0][0] if counted else ""
