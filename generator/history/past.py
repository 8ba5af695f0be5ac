"""The past of a plan, newest first: what each commit changed in it, told against what the commit came from."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.compare.differ import compare
from generator.compare.edition import Edition
from generator.compare.fields import UnfitError
from generator.source import reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generator.compare.changes import Change, Changes
    from generator.history.repository import Blobs, Revision


class Step(NamedTuple):
    """A commit, the plan before and after it, and the changes.

    `new` is None where the file is not there or cannot be read as a plan, `old` where nothing readable was before it; of a merge it is
    our side.
    """

    revision: Revision
    old: Edition | None
    new: Edition | None
    changes: Changes = ()
    is_merge: bool = False

    def names(self, id_: str) -> bool:
        """Tell whether the plan had a thing of this id before or after."""
        return any(edition is not None and id_ in edition.content.fields for edition in (self.old, self.new))

    def of(self, id_: str) -> Changes:
        """Return the changes of a thing and of all that stands or stood in it."""
        return tuple(change for change in self.changes if id_ in (*change.path[1::2], *self._left(change)))

    def _left(self, change: Change) -> tuple[str, ...]:
        return self.old.content.path(change.id)[1::2] if self.old and change.kind == "moved" else ()


def steps(history: Sequence[Revision], blobs: Blobs) -> Iterator[Step]:
    """Yield the steps of a file's history; a merge changes only what none of those that it joins says."""
    for place, revision in enumerate(history):
        new = _edition(blobs.data(revision.commit, revision.path))
        olds = list(_before(history[place:], blobs)) if new else []
        changes = [compare(old.content, new.content) for old in olds] if new else []
        told = tuple(change for change in changes[0] if all(change in others for others in changes[1:])) if changes else ()
        yield Step(revision, olds[0] if olds else None, new, told, is_merge=len(olds) > 1)


def _before(history: Sequence[Revision], blobs: Blobs) -> Iterator[Edition]:
    """Yield the plans that a commit, the first of a history, came from; where none can be read, the nearest one that can."""
    revision, *older = history
    paths = [one.path for one in (revision, *older[:1])]  # renamed in this commit, it bears its earlier name before
    parents = [_parent(f"{revision.commit}^{number}", paths, blobs) for number in (1, 2)]
    readable = [edition for edition in parents if edition]
    others = (edition for one in older if (edition := _edition(blobs.data(one.commit, one.path))))
    yield from readable or [edition for edition in [next(others, None)] if edition]


def _parent(commit: str, paths: list[Path], blobs: Blobs) -> Edition | None:
    found = (data for path in paths if (data := blobs.data(commit, path)) is not None)
    return _edition(next(found, None))


@lru_cache(maxsize=16)
def _edition(data: bytes | None) -> Edition | None:
    """Return the plan that a file's bytes say, None where they say none."""
    try:
        return None if data is None else Edition.read(reader.read(data))
    except UnfitError:
        return None
