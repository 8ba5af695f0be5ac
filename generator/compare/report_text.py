"""A report as lines for people: each is made of stretches of text with a tone, for whoever prints them to dress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.compare import report_summary
from generator.compare.content import ROOT
from generator.compare.pieces import MARKS
from generator.compare.report_summary import KINDS
from generator.plan.model import ROLES
from generator.plan.numbering import spaced
from generator.problems import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.pieces import Piece
    from generator.compare.report import Entry, Report
    from generator.compare.report_fields import FieldChange, Paragraph
    from generator.problems import Span

Tone = Literal["plain", "removed", "added", "before", "after", "gone", "come", "altered", "warning", "strong", "faint"]
"""removed and added are stretches inside a text, before and after whole texts; gone, come and altered the heads of entries;
warning what has become laxer."""


class Stretch(NamedTuple):
    """Text of one tone."""

    text: str
    tone: Tone = "plain"


class Line(NamedTuple):
    """A line, and how far it and its further lines, where it is broken, are indented."""

    stretches: tuple[Stretch, ...] = ()
    indent: int = 0
    hanging: int = 0


def lines(report: Report) -> Iterator[Line]:
    """Yield the report: both plans, the summary, every entry, and last the pairs that only likeness made."""
    for word, edition in (("旧", report.old), ("新", report.new)):
        yield Line((Stretch(f"{word}　"), Stretch(edition.plan.full_title, "strong"), Stretch(f"　{edition.file}", "faint")), hanging=4)
    yield Line()
    for sentence in report_summary.sentences(report):
        yield Line((Stretch(sentence),), hanging=2)
    for entry in report.entries:
        yield Line()
        yield from _entry(entry)
    yield from _pairs(report)


# --- entries ---------------------------------------------------------------------------------------------------------

_TONES: dict[str, Tone] = {"added": "come", "removed": "gone", "changed": "altered", "moved": "altered"}
_REMOVED_AT_MOST = 60  # characters of a paragraph that went with its thing: the old plan has the rest


def _entry(entry: Entry) -> Iterator[Line]:
    yield Line(tuple(_head(entry)), hanging=4)
    if place := _source(entry):
        yield Line((Stretch(place, "faint"),), 4, 6)
    if entry.kind == "moved" and entry.old and entry.new:
        yield Line((Stretch(_way(entry)),), 4, 6)
    if entry.confidence is not None:
        yield Line((Stretch(f"按文字相似对应，把握 {_share(entry.confidence)}：{entry.id} ↔ {entry.own_id}", "warning"),), 4, 6)
    if _OTHER_REGION in (field.name for field in entry.fields):
        yield Line((Stretch(_regions(entry)),), 4, 6)
    elif entry.inner:
        yield Line((Stretch(_counted(entry)),), 4, 6)
        yield from _inner(entry, 6)
    else:
        yield from (line for field in entry.fields for line in _field(entry, field))


_OTHER_REGION = "region.name"


def _regions(entry: Entry) -> str:
    """Return that the plans are of two regions: their units and constants differ throughout, which is no change."""
    old, new = next((field.old_lines, field.new_lines) for field in entry.fields if field.name == _OTHER_REGION)
    return f"由{''.join(old) or '未写明'}改为{''.join(new) or '未写明'}；单位名录等随地区不同，不逐项列出（--to json 列出全部）"


def _head(entry: Entry) -> Iterator[Stretch]:
    both = entry.kind == "moved" and entry.fields
    yield Stretch(f"［{KINDS[entry.kind]}{'并修改' if both else ''}］", _TONES[entry.kind])
    if entry.id == ROOT:
        yield Stretch(entry.title, "strong")
        return
    yield Stretch(_place(entry))
    if entry.title:
        yield Stretch(f"　{entry.title}", "strong")
    yield Stretch(f"  [{entry.own_id or entry.id}]", "faint")


def _place(entry: Entry) -> str:
    """Return where an entry stands, with both numbers where they differ: 第二部分任务（五）→（六）."""
    old, new = entry.old, entry.new
    here = entry.here
    if not (old and new) or old.place == new.place:
        return here.place if here else ""
    if old.above != new.above:
        return f"{old.place}→{new.place}"
    number = new.place.removeprefix(new.above)
    known = report_summary.ROLES[new.role][0] if new.role == old.role and new.role in ROLES else ""
    return f"{old.place}→{number.removeprefix(known)}"


def _source(entry: Entry) -> str:
    """Return the lines of both files, those of the field itself where only one changed."""
    spans = (entry.old and entry.old.span, entry.new and entry.new.span)
    if entry.id == ROOT or (len(entry.fields) == 1 and entry.kind == "changed"):
        spans = entry.fields[0].spans()
    return " → ".join(_position(span) for span in spans if span)


def _position(span: Span) -> str:
    return f"{span.file}:{span.line}"


def _way(entry: Entry) -> str:
    old, new = entry.old, entry.new
    if old is None or new is None:
        return ""
    if old.role != new.role and old.above == new.above:
        return f"由{report_summary.ROLES[old.role][0]}改为{report_summary.ROLES[new.role][0]}"
    if old.above == new.above:
        return f"在{new.above or '全文'}内调整了顺序"
    return f"由{old.above or '全文'}移到{new.above or '全文'}"


def _counted(entry: Entry) -> str:
    """Return what an entry holds: 其中3项任务：."""
    found: dict[str, int] = {}
    for inner in entry.walk():
        if inner is not entry:
            found[inner.role] = found.get(inner.role, 0) + 1
    words = {role: word for role, (word, _) in report_summary.ROLES.items()} | {"items": ""}
    said = (f"{count}{report_summary.ROLES[role][1]}{words[role]}" for role, count in found.items())
    return f"其中{'，'.join(said)}："


def _inner(entry: Entry, indent: int) -> Iterator[Line]:
    for inner in entry.inner:
        yield Line(
            (Stretch(f"{_bullet(inner)}{inner.title}{_goal(inner)}"), Stretch(f"  [{inner.own_id or inner.id}]", "faint")),
            indent,
            indent + 2,
        )
        yield from _inner(inner, indent + 2)


def _bullet(entry: Entry) -> str:
    number = entry.here.number if entry.here else ""
    if entry.role == "items" and number:
        return f"{number}　"
    return spaced(number) if entry.role in ROLES else number


def _goal(entry: Entry) -> str:
    """Return the goal of an item that bears the name of its task, as several may."""
    fields = {field.name: field for field in entry.fields}
    goal = fields.get("goal") if "name" not in fields else None
    text = "".join((*goal.old_lines, *goal.new_lines)) if goal else ""
    return f"：{shortened(text)}" if text else ""


# --- fields ----------------------------------------------------------------------------------------------------------

_SHORT = 30
"""Characters up to which a text that changed is shown whole, before and after; a longer one with its changes inside."""


def _field(entry: Entry, field: FieldChange) -> Iterator[Line]:
    if entry.kind in {"added", "removed"}:
        yield from _whole(entry, field)
        return
    word = "·".join(field.words[1:] if field.words[0] == entry.title else field.words)
    if field.kind in _ORDERS:
        if sorted(field.old_lines) == sorted(field.new_lines):
            yield Line((Stretch(f"{word}：调整了顺序"),), 4, 6)
        return
    meaning = Stretch(field.sentence, "warning" if field.verdict and field.verdict.kind in _LAXER else "strong")
    if _says_all(field):
        yield Line((Stretch(f"{word}："), meaning), 4, 6)
        return
    yield from _short(word, field) if _is_short(field) else _long(word, field)
    if meaning.text:
        yield Line((Stretch("→ "), meaning), 6, 8)


_ORDERS = frozenset({"keyed", "pairs"})
_LAXER = frozenset({"loosened", "dropped"})


def _says_all(field: FieldChange) -> bool:
    """Tell whether what a change means says the whole of both texts."""
    old, new = ("".join(lines).rstrip("。；") for lines in (field.old_lines, field.new_lines))
    return field.sentence.startswith(f"由{old}改为{new}：") if old and new else False


_UNTOLD = frozenset({"title", "name", "heading", "task", "join", "run_in"})
"""What an entry's head tells already, and what is not printed as such."""


def _whole(entry: Entry, field: FieldChange) -> Iterator[Line]:
    """Yield a field of what was added, or, shortened, of what was removed; its title is told already."""
    if field.name in _UNTOLD:
        return
    tone: Tone = "after" if entry.kind == "added" else "before"
    paragraphs = field.new_lines if entry.kind == "added" else tuple(map(_shortened, field.old_lines))
    for place, paragraph in enumerate(paragraphs):
        word = f"{'·'.join(field.words)}：" if not place else ""
        yield Line((Stretch(word), Stretch(paragraph, tone)), 4, 6)


def _shortened(text: str) -> str:
    return text if len(text) <= _REMOVED_AT_MOST else f"{text[:_REMOVED_AT_MOST]}…"


def _is_short(field: FieldChange) -> bool:
    old, new = field.old_lines, field.new_lines
    return len(old) <= 1 and len(new) <= 1 and all(len(text) <= _SHORT for text in (*old, *new))


def _short(word: str, field: FieldChange) -> Iterator[Line]:
    old, new = "".join(field.old_lines), "".join(field.new_lines)
    stretches: tuple[Stretch, ...]
    if old and new:
        stretches = (Stretch(f"{word}："), Stretch(old, "before"), Stretch(" → "), Stretch(new, "after"))
    else:
        stretches = (Stretch(f"{word}："), Stretch(old or new, "removed" if old else "added"))
    yield Line(stretches, 4, 6)


def _long(word: str, field: FieldChange) -> Iterator[Line]:
    numbered = max(len(field.old_lines), len(field.new_lines)) > 1
    for paragraph in field.paragraphs:
        named = f"{word}{_numbered(paragraph, field.measure)}：" if numbered else f"{word}："
        yield Line((Stretch(named), *(_pieces(paragraph.pieces) if paragraph.new else _gone(paragraph.pieces))), 4, 6)


def _gone(pieces: tuple[Piece, ...]) -> Iterator[Stretch]:
    return (Stretch(_shortened(piece.text), "removed") for piece in pieces)


def _numbered(paragraph: Paragraph, measure: str) -> str:
    old, new = paragraph.old, paragraph.new
    if old is None or new is None or old == new:
        return f"第{new or old}{measure}"
    return f"第{old}→{new}{measure}"


_CONTEXT = 16
"""Characters of what stayed that are shown beside a change; nearly as many where a clause begins or ends there."""
_LENGTHS = range(8, 24)


def _pieces(pieces: tuple[Piece, ...]) -> Iterator[Stretch]:
    last = len(pieces) - 1
    for place, piece in enumerate(pieces):
        if piece.kind == "same":
            yield Stretch(_context(piece.text, opens=place == 0, closes=place == last))
        else:
            yield Stretch(piece.text, piece.kind)


def _context(text: str, *, opens: bool, closes: bool) -> str:
    """Return what stayed between two changes, or before the first and behind the last one, shortened in its middle."""
    head = "" if opens else _beginning(text)
    tail = "" if closes else _ending(text)
    return text if len(head) + len(tail) + 1 >= len(text) else f"{head}…{tail}"


def _beginning(text: str) -> str:
    return text[: next((length for length in _LENGTHS if text[length - 1 : length] in MARKS), _CONTEXT)]


def _ending(text: str) -> str:
    return text[-next((length for length in _LENGTHS if text[-length - 1 : -length] in MARKS), _CONTEXT) :]


def _share(confidence: float) -> str:
    """Return a confidence in percent; likeness alone is never certain."""
    return f"{min(confidence, 0.99):.0%}"


# --- pairs -----------------------------------------------------------------------------------------------------------


def _pairs(report: Report) -> Iterator[Line]:
    """Yield the pairs that only likeness made, those without a change too."""
    if not report.paired.guessed:
        return
    yield Line()
    yield Line(
        (Stretch("以下各对标识不同，是按文字相似对应的；不对的，用 --show-pairs 得到对应表，改好后用 --pairs 指定：", "strong"),), hanging=2
    )
    for pair in report.paired.guessed:
        said = f"{report.old.title(pair.old)} ↔ {report.new.title(pair.old)}"
        yield Line((Stretch(f"{_share(pair.confidence)}  {said}"), Stretch(f"  [{pair.old} ↔ {pair.new}]", "faint")), 2, 6)
