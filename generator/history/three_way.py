"""Three files become one, written into OURS as git asks of a merge driver: plans by id and field, all else as git merges text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.compare import content
from generator.compare.decisions import record, recorded
from generator.compare.differ import compare
from generator.compare.edition import Edition
from generator.compare.fields import UnfitError
from generator.compare.merge import merge
from generator.compare.patch import edits
from generator.errors import UserError
from generator.history import git
from generator.source import reader, writer
from generator.source.files import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.compare.changes import Changes
    from generator.compare.content import Content
    from generator.compare.decisions import Decision
    from generator.source.tree import Document


_COMMENT = re.compile(r"(?:^|\s)(#.*\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What became of OURS: how many edits of THEIRS it took, and all decisions that it now keeps open.

    `comments` are those that THEIRS wrote anew and OURS could not take, `gone` those of OURS that it lost. `why` says why it was
    merged as text, where it was, and `conflicts` counts the places that git marked in it. It is `doubtful` where plans that could
    be merged by id were merged as text: lines that come together may not be what both sides meant. `broken` says what is wrong
    where OURS was a plan and is none any more. OURS is `kept` as it was where a file is no text.
    """

    taken: int = 0
    open: tuple[Decision, ...] = ()
    comments: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    why: str = ""
    conflicts: int = 0
    doubtful: bool = False
    broken: str = ""
    kept: bool = False

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is left to an officer."""
        return not (self.open or self.conflicts or self.doubtful or self.broken or self.kept)


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
        plans = [_ancestor(documents[0]), *(Edition.read(document).content for document in documents[1:])]
    except UnfitError:
        return _as_text(files, _unfit(documents), plan=not _fault(documents[1]))
    try:
        text, joined = _by_id(files, documents, plans)
    except Exception as error:  # noqa: BLE001 - whatever keeps plans from being merged by id, no edit may be lost for it
        return _as_text(files, _reason(error), plan=True, doubtful=True)
    if text != documents[1].text:
        writer.save(documents[1], text)
    return joined


def _unfit(documents: list[Document]) -> str:
    """Return which of the files is no plan and why, where others are."""
    names = ("原稿", "我方的文件", "对方的文件")
    said = [(name, _fault(document)) for name, document in zip(names, documents, strict=True) if document.text.strip() or name != "原稿"]
    if all(fault for _, fault in said):
        return "三份都不是计划，或者有错"
    return next(f"{name}{fault}" for name, fault in said if fault)


def _fault(document: Document) -> str:
    """Return the line of a file on which it is no plan, as far as that is known, and why; "" for a plan."""
    try:
        Edition.read(document)
    except UnfitError as error:
        spans = (problem.span for problem in document.problems if problem.severity == "error")
        span = next(spans, None)
        return f"{f'第 {span.line} 行' if span else ''}有错，{error.message.partition('：')[2]}"
    return ""


def _ancestor(document: Document) -> Content:
    return Edition.read(document).content if document.text.strip() else content.build({})


def _by_id(files: _Files, documents: list[Document], plans: list[Content]) -> tuple[str, Joined]:
    """Return the text of OURS with the edits of THEIRS and what is left to be decided."""
    base, ours, theirs = plans
    merged = merge(base, ours, theirs)
    wanted = record(merged.content, merged.decisions)
    text = _lines(files, documents[1], wanted) or _spliced(documents[1], compare(ours, wanted))
    taken = len(compare(ours, merged.content))
    return text, Joined(taken=taken, open=recorded(wanted), comments=_lost(documents, text), gone=_gone(documents, text))


def _lines(files: _Files, ours: Document, wanted: Content) -> str | None:
    """Return what git makes of the lines, with the comments of both sides, where that says what is wanted and looks like OURS."""
    try:
        data, conflicts = git.merged_lines(*files)
        document = reader.read(data)
        fits = not conflicts and _look(document) == _look(ours) and Edition.read(document).content == wanted
    except UserError:  # no git, or no plan
        return None
    return document.text if fits else None


def _look(document: Document) -> tuple[bool, bool, set[str]]:
    """Return whether a file has a byte order mark, whether its last line is closed, and how its lines end."""
    return document.bom, document.text.endswith("\n"), set(re.findall(r"\r?\n", document.text))


def _spliced(ours: Document, changes: Changes) -> str:
    return writer.write(ours, edits(changes, Edition.read(ours).tree))


def _lost(documents: list[Document], text: str) -> tuple[str, ...]:
    """Return the comments that only THEIRS has and the merged text has not."""
    base, _, theirs = (_comments(document.lines) for document in documents)
    return tuple(((theirs - base) - (_comments(text.splitlines()) - base)).elements())


def _gone(documents: list[Document], text: str) -> tuple[str, ...]:
    """Return the comments of OURS that the merged text has not, although THEIRS did not take them out itself."""
    base, ours, theirs = (_comments(document.lines) for document in documents)
    return tuple(((ours - _comments(text.splitlines())) - (base - theirs)).elements())


def _comments(lines: list[str]) -> Counter[str]:
    return Counter(found[1] for line in lines if (found := _COMMENT.search(line)))


def _reason(error: Exception) -> str:
    return error.message if isinstance(error, UserError) else f"程序的缺陷，{type(error).__name__}: {error}"


def _as_text(files: _Files, why: str, *, plan: bool, doubtful: bool = False) -> Joined:
    """Merge lines as git does without a driver; of what is no text, ours stays. A `plan` should be one afterwards too."""
    try:
        data, conflicts = git.merged_lines(*files)
    except git.GitError as error:
        is_binary = any(b"\0" in path.read_bytes() for path in files)
        return Joined(why="不是文字文件" if is_binary else error.message, kept=True)
    if data != files.ours.read_bytes():
        replace_file(files.ours, data)
    broken = _fault(reader.read(data)) if plan and not conflicts else ""
    return Joined(why=why, conflicts=conflicts, doubtful=doubtful, broken=broken)
