"""The lines of a title, and the line below that says what state a draft is in."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.frame.parts import Frame, Part, is_kind, kind_of
from generator.importers.ledger import bare
from generator.importers.marks import head_of
from generator.importers.outline import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

TITLE_LINE = 45
"""Characters that a line of a title has at most."""

_TITLE_LINES = 6
_BEHIND = re.compile(r"(?:[（(][^（()）]*[）)])+$")
_PAGE_LINE = re.compile(r"[∙•]?【[^】]+】.+|(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?")
_LABELLED = re.compile(r"[^《(:]{2,8}:.+")


def without_title(blocks: list[Block], part: Part) -> list[Block]:
    """Take the title's lines off the head of a document, and the state it says it is in."""
    lines = title_lines(blocks)
    part.title = [line for line in lines if not is_label(line)]
    part.states = [line for line in lines if is_label(line)]
    return blocks[len(lines) :]


def title_lines(blocks: Sequence[Block]) -> list[Paragraph]:
    """Return the first blocks that are the lines of a title, and a label below them."""
    lines: list[Paragraph] = []
    near = blocks[:_TITLE_LINES]
    for place, block in enumerate(near):
        if not isinstance(block, Paragraph) or not (may_title(block) or _issues(near, place)):
            break
        if lines and (_labels(block) or _ends(lines, block) or _captions(lines, blocks[place + 1 :])):
            break
        lines.append(block)
    return lines


def _ends(lines: list[Paragraph], below: Paragraph) -> bool:
    """Tell whether a title is whole before a line: the line neither goes on with it nor says in brackets what state it is in."""
    says_more = bool(without_brackets(bare(below.text))) and not is_label(below)
    return says_more and (is_closed(lines, below.text) or _is_list(lines, below.text))


def _labels(line: Paragraph) -> bool:
    """Tell whether a line says something under a label, 组长：王磊, as no line of a title does, and is not its page speaking."""
    plain = signs.plain(line.text)
    return bool(_LABELLED.match(plain)) and not kind_of(line) and not is_of_page(line.text)


def _captions(lines: Sequence[Paragraph], behind: Sequence[Block]) -> bool:
    """Tell whether the line behind a title that ends as those of tables do, 责任清单, stands above a table and is that table's."""
    return _ends_as(_said(lines[-1:]), "closed_endings") and isinstance(next(iter(behind), None), Table)


def _issues(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a line names the bodies of a title that goes on below with 关于."""
    names = list(takewhile(lambda block: isinstance(block, Paragraph) and signs.is_organ(block.text), blocks[place:]))
    below = next(iter(blocks[place + len(names) :]), None)
    goes_on = isinstance(below, Paragraph) and may_title(below) and signs.plain(below.text).startswith("关于")
    return bool(names) and goes_on and not kind_of(blocks[place])


def settle_states(frame: Frame) -> None:
    """Leave a plan one state that its draft is in; others, such as （试行）, are lines of the titles that they stand below."""
    states = [*frame.plan.states, *frame.states]
    drafts = [line for line in states if signs.label_of(line.text) not in signs.words()["states_in_force"]]
    kept = {bare(line.text) for line in drafts or states[:1]}
    for holder in (frame.plan, frame):
        others = [line for line in holder.states if holder.title and bare(line.text) not in kept]
        holder.states = [line for line in holder.states if line not in others]
        holder.title = sorted([*holder.title, *others], key=lambda line: line.line)


def is_label(block: Paragraph) -> bool:
    """Tell whether a line says what state a draft is in: （征求意见稿）."""
    return is_kind(block, "label", bool(signs.label_of(block.text)))


def may_title(block: Block) -> bool:
    """Tell whether a block may be a line of a title: short, without a number and without a mark at its end."""
    if not isinstance(block, Paragraph):
        return False
    if kind := kind_of(block):
        return kind in {"title", "label"}
    plain = signs.plain(block.text)
    short = len(plain) <= TITLE_LINE and not plain.endswith(("。", ":", ";", ","))
    sign = signs.is_organ(block.text) or signs.date_of(plain.strip("()")) or signs.is_measure(block.text)
    return is_label(block) or bool(short and not block.number and head_of(block.text, spaced=True) is None and not sign)


def is_closed(lines: Sequence[Paragraph], below: str = "") -> bool:
    """Tell whether the lines so far are a whole title, of a notice, a plan, or one in 《》; `below` is the line that follows.

    What is in brackets behind it, （试行） or the number, counts as said. 关于印发《…要点》 is not whole: 的通知 is to follow.
    """
    if not lines or kind_of(lines[-1]) or _goes_on(below):
        return False
    said = _said(lines)
    if said.endswith("》"):
        return not _issues_book(said) and _names_kind(without_brackets(said.removesuffix("》")))
    return not _is_open(said) and _names_kind(said)


def _is_list(lines: Sequence[Paragraph], below: str) -> bool:
    """Tell whether the lines are the whole title of a list or a table: …名单, …分解表."""
    said = _said(lines)
    return _ends_as(said, "closed_endings") and "关于" not in said and not _is_open(said) and not _goes_on(below)


def _names_kind(said: str) -> bool:
    return _ends_as(said, "plan_endings") or _ends_as(said, "notice_endings")


def _ends_as(said: str, key: str) -> bool:
    return said.endswith(tuple(signs.words()[key]))


def _issues_book(said: str) -> bool:
    """Tell whether a text that ends in 》 says what is done with the document of that name, and not yet by what kind of document."""
    return any(word in said.rpartition("《")[0] for word in signs.words()["issues"])


def _is_open(said: str) -> bool:
    return said.count("《") > said.count("》")


def _goes_on(below: str) -> bool:
    return bare(below).startswith(tuple(signs.words()["title_goes_on"]))


def _said(lines: Sequence[Paragraph]) -> str:
    return without_brackets("".join(bare(line.text) for line in lines))


def is_of_page(text: str) -> bool:
    """Tell whether a line has words that web pages put around a title, or is a day with an hour or an entry such as 【效力】有效."""
    plain = signs.plain(text)
    return any(word in plain for word in signs.words()["page_words"]) or bool(_PAGE_LINE.fullmatch(bare(text)))


def without_brackets(text: str) -> str:
    """Return a text without blanks and without what stands in brackets at its end."""
    return _BEHIND.sub("", text)
