"""What readers left in a Word file: tracked changes are taken as asked, comments stay outside the plan; all of it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.importers.outline import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.ledger import Ledger
    from generator.importers.outline import Outline, Remark

_WORDS = {"accept": {"inserted": "修订中增加的文字已收进", "deleted": "修订中删去的文字没有收进"}}
_REJECTED = {"inserted": "修订中增加的文字没有收进", "deleted": "修订中删去的文字仍保留"}


def tell_remarks(outline: Outline, ledger: Ledger) -> None:
    """Tell the ledger of every tracked change and comment, with its author and where it stands."""
    words = _WORDS.get(outline.revisions, _REJECTED)
    for line, remark in _remarks(outline):
        author = f"（{remark.author}）" if remark.author else ""
        if remark.kind == "comment":
            ledger.mend(line, f"批注没有收进{author}", old=remark.text)
        elif remark.kind == "inserted":
            ledger.mend(line, words["inserted"] + author, new=remark.text)
        else:
            ledger.mend(line, words["deleted"] + author, old=remark.text)


def _remarks(outline: Outline) -> Iterator[tuple[int, Remark]]:
    for block in outline.blocks:
        for row in block.rows if isinstance(block, Table) else (block,):
            yield from ((row.line, remark) for remark in row.remarks)
