"""Three files become one, written into OURS as git asks of a merge driver: plans by id and field, all else as git merges text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.compare import content
from generator.compare.decisions import record, recorded
from generator.compare.differ import compare
from generator.compare.fields import UnfitError
from generator.compare.lines import Edition
from generator.compare.merge import merge
from generator.compare.patch import edits
from generator.errors import UserError
from generator.history import git
from generator.source import reader, writer
from generator.source.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.compare.content import Content
    from generator.compare.decisions import Decision
    from generator.source.tree import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What became of OURS: how many edits of THEIRS it took, and all decisions that it now keeps open.

    `why` says why it was merged as text, where it was, and `conflicts` counts the places that git marked in it. It is `doubtful`
    where a plan could be merged by id but not be written so: lines that come together may not be what both sides meant.
    """

    taken: int = 0
    open: tuple[Decision, ...] = ()
    why: str = ""
    conflicts: int = 0
    doubtful: bool = False

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is left to an officer."""
        return not (self.open or self.conflicts or self.doubtful)


class _Files(NamedTuple):
    base: Path
    ours: Path
    theirs: Path


def join(base: Path, ours: Path, theirs: Path) -> Joined:
    """Write into OURS what both sides made of the base, whole or not at all, and return what became of it.

    An empty BASE is a plan that says nothing yet. Raises UserError when a file cannot be read or OURS cannot be written, ToolMissing
    when text is to be merged and there is no git.
    """
    files = _Files(base, ours, theirs)
    documents = [reader.load(path) for path in files]
    try:
        plans = [_content(document) for document in documents]
    except UnfitError as error:
        return _as_text(files, error.message, doubtful=False)
    try:
        text, joined = _by_id(documents[1], plans)
    except Exception as error:  # noqa: BLE001 - whatever keeps a plan from being merged by id, no edit may be lost for it
        return _as_text(files, _reason(error), doubtful=True)
    if text != documents[1].text:
        writer.save(documents[1], text)
    return joined


def _content(document: Document) -> Content:
    return Edition.of(document).content if document.text.strip() else content.build({})


def _by_id(document: Document, plans: list[Content]) -> tuple[str, Joined]:
    """Return the text of OURS with the edits of THEIRS and what is left to be decided."""
    base, ours, theirs = plans
    merged = merge(base, ours, theirs)
    wanted = record(merged.content, merged.decisions)
    plan = Edition.of(document)
    text = writer.write(document, edits(compare(ours, wanted), plan.tree))
    return text, Joined(taken=len(compare(ours, merged.content)), open=recorded(wanted))


def _reason(error: Exception) -> str:
    return error.message if isinstance(error, UserError) else f"程序的缺陷，{type(error).__name__}: {error}"


def _as_text(files: _Files, why: str, *, doubtful: bool) -> Joined:
    """Merge lines as git does without a driver; of what is no text, ours stays."""
    try:
        data, conflicts = git.merged_lines(*files)
    except git.GitError as error:
        return Joined(why=error.message, conflicts=1, doubtful=doubtful)
    if data != files.ours.read_bytes():
        replace_file(files.ours, data)
    return Joined(why=why, conflicts=conflicts, doubtful=doubtful)
