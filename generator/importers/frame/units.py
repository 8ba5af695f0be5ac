"""The sentences of a plan that name its units, without what they say besides: leaders, deadlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.source.tree import Value

_KEYS = {"units", "lead", "support"}
_NO_TEXTS = {"columns", "labels", "region"}
_PARTS = re.compile(r"[；;\n　]+")
_LABEL = re.compile(r"\s*(?P<label>[\u4e00-\u9fff]{2,10})[：:]\s*")
_OF_NO_UNIT = re.compile("领导|责任人|负责人|联系人|时限|时间|期限|电话")
_TIME = re.compile(r"\d+[年月日]|[底末]前|年内|长期|持续")


def units_said(value: Value, wording: str = "") -> Iterator[str]:
    """Yield the sentences under `units`, `lead` and `support` of a tree; `wording` is how the plan prints units."""
    if isinstance(value, dict):
        wording = str(value.get("units_print") or wording)
        for key, inner in value.items():
            if key in _KEYS:
                yield from _sentences(inner, wording if key == "units" else "")
            elif key not in _NO_TEXTS:
                yield from units_said(inner, wording)
    elif isinstance(value, list):
        for inner in value:
            yield from units_said(inner, wording)


def _sentences(value: Value, wording: str) -> Iterator[str]:
    text = "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
    for place, part in enumerate(_PARTS.split(text)):
        label = _LABEL.match(part)
        said = label["label"] if label else wording if place == 0 else ""
        bare = part[label.end() if label else 0 :]
        if bare and not _OF_NO_UNIT.search(said) and not _TIME.search(bare):
            yield bare
