"""What is met on the way and waits for the paragraph or row it belongs to: ids, remarks, text that is not shown, what is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from generator.importers.outline import Remark
from generator.importers.word.markup import W, attribute

if TYPE_CHECKING:
    from generator.importers.word.markup import Element

Kind: TypeAlias = Literal["inserted", "deleted", "comment"]

BOOKMARK = "_ht_"
"""What the names of the hidden bookmarks begin with that carry a plan's ids."""


def bookmarks(body: Element) -> dict[str, str]:
    """Return the ids of a document by the numbers of their bookmarks, the last of each name."""
    names = {attribute(one, "name"): attribute(one, "id") for one in body.iter(f"{W}bookmarkStart")}
    return {number: name.removeprefix(BOOKMARK) for name, number in names.items() if name.startswith(BOOKMARK)}


@dataclass(slots=True)
class Annotation:
    """A tracked change or a comment while it is read."""

    kind: Kind
    author: str
    date: str
    text: list[str] = field(default_factory=list)

    def touches(self, before: Annotation | None) -> bool:
        """Tell whether it goes on with the one before it: of one kind, hand and time."""
        return before is not None and (before.kind, before.author, before.date) == (self.kind, self.author, self.date)

    @property
    def remark(self) -> Remark:
        """Return it as it is told."""
        return Remark(self.kind, self.author, "".join(self.text), self.date)


class Belongings(NamedTuple):
    """What belongs to a paragraph or row; what is not shown with the reason; what could not be kept as it stands."""

    ids: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unseen: tuple[tuple[str, str], ...] = ()
    told: tuple[str, ...] = ()


@dataclass(slots=True)
class Waiting:
    """What waits. An id belongs to the first text behind its bookmark's beginning, or to where the bookmark ends before any.

    LibreOffice moves the beginning of a row's bookmark to the end of the row before it, so the beginning alone says too little;
    where that is an empty cell, it writes the bookmark three times, and the last is in its place. `bookmarks` are those last ones.
    """

    bookmarks: dict[str, str] = field(default_factory=dict)

    ids: list[str] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    unseen: list[tuple[str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    begun: dict[str, str] = field(default_factory=dict)

    def begin(self, bookmark: Element) -> None:
        """Note that a bookmark begins."""
        number = attribute(bookmark, "id")
        if number in self.bookmarks:
            self.begun[number] = self.bookmarks[number]

    def end(self, bookmark: Element) -> None:
        """Note that a bookmark ends."""
        id_ = self.begun.pop(attribute(bookmark, "id"), "")
        if id_:
            self.ids.append(id_)

    def settle(self) -> None:
        """Note that there is text: what has begun belongs to it."""
        self.ids.extend(self.begun.values())
        self.begun.clear()

    def forget(self, known: int) -> None:
        """Let go of the ids met since so many were known: what they stood in is deleted."""
        del self.ids[known:]

    def take_ids(self) -> tuple[str, ...]:
        """Return the ids that wait, and wait for others."""
        ids = tuple(dict.fromkeys(self.ids))
        self.ids.clear()
        return ids

    def take(self) -> Belongings:
        """Return all that waits, and wait for more."""
        taken = Belongings(self.take_ids(), tuple(one.remark for one in self.annotations), tuple(self.unseen), (*dict.fromkeys(self.told),))
        for waiting in (self.annotations, self.unseen, self.told):
            waiting.clear()
        return taken
