"""The parts of an explanation by what their headings say: background, significance, content; whether a text is one at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.importers import signs
from generator.importers.body.labels import is_label
from generator.importers.explained import naming
from generator.importers.ledger import bare
from generator.importers.marks import Head, bullet_end, head_of
from generator.importers.outline import Paragraph
from generator.importers.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.importers.outline import Block

_HEADING, _RUN_IN = 30, 20  # characters of a heading on a line of its own, of one that runs in
_LINE = 45  # characters of a line of the title
_HEAD = 20  # lines at the beginning among which the title is looked for
_ADDRESSED = ("单位", "政府", "部门", "机构", "公司", "街道办事处", "委员会", "办事处", "各委", "各局")
_AROUND = "【】[]〔〕:。?"
_SURE = 2
_ASKS, _ANSWERS = re.compile(r"\s*问\s*\d{0,2}\s*:\s*"), re.compile(r"\s*答\s*\d{0,2}\s*:\s*")
_MONTH = re.compile(r"\d{4}年\d{1,2}月")


@dataclass(slots=True, eq=False)
class Part:
    """A part under one heading: what it is about, the heading as it stands, the paragraphs below.

    `marks` are what is printed before heading and text with the lines they stand on: numbers, 问： and 答：.
    """

    topic: str
    line: int = 0
    marks: list[tuple[int, str]] = field(default_factory=list)
    title: str = ""
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Explained:
    """An explanation taken apart: its lines before the text, the paragraphs before the first heading, its parts, lines at the end."""

    head: list[Paragraph] = field(default_factory=list)
    intro: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    foot: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that heads a part: where in its text the title begins and ends."""

    line: Paragraph
    place: int
    start: int
    end: int
    topic: str
    head: Head | None


def explained(blocks: Sequence[Block]) -> Explained | None:
    """Return the parts of an explanation, None where a text is none: it is addressed to somebody, or says nothing of its kind."""
    headings = _row(blocks)
    begins = headings[0].place if headings else len(blocks)
    zone = _zone(blocks[: min(begins, _HEAD)])
    if carries_notice(blocks, begins) or not _is_one(zone, headings):
        return None
    end = _foot(blocks, (headings[-1].place if headings else len(zone)) + 1)
    found = Explained(zone, [*blocks[len(zone) : min(begins, end)]], foot=[block for block in blocks[end:] if isinstance(block, Paragraph)])
    stops = [*(heading.place for heading in headings[1:]), end]
    found.parts = [_part(blocks, heading, stop) for heading, stop in zip(headings, stops, strict=False)]
    return found


# --- what kind of text this is ---------------------------------------------------------------------------------------


def _is_one(zone: Sequence[Paragraph], headings: Sequence[_Heading]) -> bool:
    """Tell whether a title says that a text explains, or its headings do."""
    if any(naming.says_so(line.text) for line in zone):
        return True
    if any(signs.plain(line.text).endswith(tuple(signs.words()["notice_endings"])) for line in zone):
        return False
    if any(heading.head and len(heading.head.values) > 1 for heading in headings):  # 1.1 编制目的 is of a rule or an emergency plan
        return False
    titles = [(heading.topic, _title(heading)) for heading in headings if heading.topic]
    if any(bare(line.text) in naming.words()["says"] for line in zone):
        return bool(titles)
    least = _SURE if not _is_titled(zone) else _SURE + 1
    return len(titles) > 1 and sum({topic: _weight(topic, title) for topic, title in titles}.values()) >= least


def _is_titled(zone: Sequence[Paragraph]) -> bool:
    """Tell whether a text bears the name of a plan: it may be the plan itself."""
    return any(signs.plain(line.text).endswith(tuple(signs.words()["plan_endings"])) for line in zone)


def _weight(topic: str, title: str) -> int:
    """Return how much a heading says that its text explains: 背景 less than 起草背景, 重点任务 nothing."""
    if topic == "background" and any(word in title for word in naming.words()["sure"]):
        return _SURE
    return int(topic in {"background", "significance"} or (topic == "content" and title.endswith("内容")))


def carries_notice(blocks: Sequence[Block], begins: int) -> bool:
    """Tell whether a text is that of a notice: it has a 主送机关 before its first heading, or one or a 发文字号 on a line anywhere."""
    texts = [signs.plain(block.text) if isinstance(block, Paragraph) else "" for block in blocks]
    addressed = any(any(_addressed(text)) for text in texts[: min(begins, _HEAD)])
    return addressed or any((parts := _addressed(text)) and all(parts) for text in texts) or any(map(signs.number_in, texts))


def _addressed(plain: str) -> list[bool]:
    """Return of each part of a line that ends in a colon whether it is somebody whom a notice is addressed to."""
    names = plain.rstrip(":")
    if not plain.endswith(":") or "解读" in plain or "如下" in plain or is_label(names):
        return []
    return [part.startswith("各") or part.endswith(_ADDRESSED) for part in re.split("[,、]", names)]


# --- headings --------------------------------------------------------------------------------------------------------


def topic_of(title: str) -> str:
    """Return what a heading is about, "" where its words do not say."""
    words = naming.words()
    plain = narrow(bare(title)).strip(_AROUND)
    plain = re.sub(rf"(?:{'|'.join(words['ask'])})$", "", plain)
    if plain.startswith(tuple(words["why"])):
        return "background"
    topics: dict[str, Sequence[str]] = words["topics"]
    return next((topic for topic, endings in topics.items() if plain.endswith(tuple(endings))), "")


def _row(blocks: Sequence[Block]) -> list[_Heading]:
    """Return the headings of the first depth: those numbered like the first number of the text, else those known by their words."""
    headings = [heading for place, block in enumerate(blocks) if isinstance(block, Paragraph) and (heading := _heading(block, place))]
    known = [heading for heading in headings if heading.topic]
    if len(questions := [heading for heading in headings if _ASKS.match(narrow(heading.line.text))]) > 1:
        return questions
    first = next((heading.head for heading in headings if heading.head), None)
    if first is None or not any(heading.head and heading.head.key == first.key for heading in known):
        return [heading for heading in known if heading.head is None]
    row: list[_Heading] = []
    for heading in headings:
        if heading.head and heading.head.key == first.key and heading.head.value == len(row) + 1:
            row.append(heading)
    return row


def _heading(paragraph: Paragraph, place: int) -> _Heading | None:
    """Return a line as a heading: numbered, or known by its words; its title may run in before 。 or ：."""
    plain = narrow(paragraph.text)
    head = head_of(paragraph.number or paragraph.text)
    asks = _ASKS.match(plain)
    start = asks.end() if asks else bullet_end(plain) if head is None else 0 if paragraph.number else head.end
    said = plain[start:].rstrip()
    marks = [end for mark in "。:" if 0 < (end := said.find(mark)) <= _RUN_IN]
    end = min(marks, default=len(said) - 1) + 1
    short = end <= _HEADING or asks is not None
    topic = topic_of(said[:end]) if short else ""
    if not (head or asks or topic):
        return None
    return _Heading(paragraph, place, start, start + end if short else start, topic, head)


def _title(heading: _Heading) -> str:
    return narrow(bare(heading.line.text[heading.start : heading.end])).strip(_AROUND)


def _part(blocks: Sequence[Block], heading: _Heading, stop: int) -> Part:
    line = heading.line
    rest = line.text[heading.end :]
    behind = [replace(line, text=rest, number="")] if rest.strip() else []
    part = Part(heading.topic, line.line, [(line.line, line.number or line.text[: heading.start])], line.text[heading.start : heading.end])
    part.blocks = [*behind, *blocks[heading.place + 1 : stop]]
    first = part.blocks[0] if part.blocks else None
    if isinstance(first, Paragraph) and (answers := _ANSWERS.match(narrow(first.text))):
        part.marks.append((first.line, first.text[: answers.end()]))
        part.blocks[0] = replace(first, text=first.text[answers.end() :])
    return part


# --- the edges -------------------------------------------------------------------------------------------------------


def _zone(blocks: Sequence[Block]) -> list[Paragraph]:
    """Return the lines before the text: short ones, none of which is a sentence; below a title that says 解读 only the page's."""
    zone: list[Paragraph] = []
    said = False
    for block in blocks:
        if not isinstance(block, Paragraph) or head_of(block.text) or not (is_of_page(block.text) or _is_short(block.text)):
            break
        if said and not (is_of_page(block.text) or signs_off(block) or naming.says_so(block.text)):
            break
        said = said or naming.says_so(block.text)
        zone.append(block)
    return zone


def _foot(blocks: Sequence[Block], least: int) -> int:
    """Return where the lines at the end begin that are a signature, a date, or the page's."""
    end = len(blocks)
    while end > least and isinstance(block := blocks[end - 1], Paragraph) and _ends(block):
        end -= 1
    return end


def _ends(line: Paragraph) -> bool:
    return signs_off(line) or (is_of_page(line.text) and _is_short(line.text))


def signs_off(line: Paragraph) -> bool:
    """Tell whether a line is a date, or the name of an organ."""
    plain = signs.plain(line.text).strip("()")
    return bool(signs.date_of(plain) or _MONTH.fullmatch(plain)) or (
        signs.is_organ(line.text) and not line.number and head_of(line.text) is None
    )


def _is_short(text: str) -> bool:
    plain = signs.plain(text)
    return len(plain) <= _LINE and not plain.endswith(("。", ";", ",", ":"))


def is_of_page(text: str) -> bool:
    """Tell whether a line is what web pages put around a text."""
    plain = signs.plain(text)
    return any(word in plain for word in signs.words()["page_words"])
