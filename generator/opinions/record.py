"""The record beside a plan, opinions-2025.yaml beside 2025.yaml: what was adopted, so that older drafts do not seem to take it back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from generator.source import reader
from generator.source.emitter import dump
from generator.source.files import replace_file
from generator.source.tree import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.source.tree import Value

_HEADING = "# 由 hongtou import --onto 记下的已采用意见：以后收到采用之前的来稿，不会当作要改回去。\n"
_KEY = "adopted"


@dataclass(frozen=True, slots=True)
class Entry:
    """An opinion that was adopted; `undo` are the ids of what older drafts then seem to propose: its opposite and what hangs on it."""

    id: str
    undo: tuple[str, ...]
    units: str = ""
    place: str = ""
    sentence: str = ""


def path_of(plan: Path) -> Path:
    """Return where a plan's record is."""
    return plan.with_name(f"opinions-{plan.stem}.yaml")


def read(plan: Path) -> tuple[Entry, ...]:
    """Return what was adopted into a plan, the oldest first; what is no entry is passed over."""
    path = path_of(plan)
    tree = reader.load(path).tree if path.exists() else None
    written = plain(tree) if tree else {}
    listed = written.get(_KEY) if isinstance(written, dict) else None
    return tuple(map(_entry, listed)) if isinstance(listed, list) else ()


def _entry(written: Value) -> Entry:
    said = written if isinstance(written, dict) else {}
    undo = said.get("undo")
    texts = {name: str(said.get(name) or "") for name in ("id", "units", "place", "sentence")}
    return Entry(undo=tuple(map(str, undo)) if isinstance(undo, list) else (), **texts)


def add(plan: Path, adopted: Sequence[Entry]) -> None:
    """Write what was adopted into a plan's record; what it takes back is no longer adopted. Raises UserError when that cannot be done."""
    over = {id_ for entry in adopted for id_ in (entry.id, *entry.undo)}
    kept = [entry for entry in read(plan) if entry.id not in over]
    entries: list[Value] = [{**asdict(entry), "undo": [*entry.undo]} for entry in (*kept, *adopted)]
    replace_file(path_of(plan), f"{_HEADING}{dump({_KEY: entries})}".encode())
