"""Which paragraphs of a returned draft stand where they stood, whatever recognition makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.compare.content import Content
from generator.importers.ledger import bare
from generator.importers.outline import Paragraph
from generator.opinions.printed import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.outline import Outline
    from generator.source.tree import Value


def staying(old: Outline, new: Outline) -> frozenset[str]:
    """Return the texts, without blanks, of the paragraphs without ids that come after the same others in both drafts."""
    one, other = _keys(old), _keys(new)
    both = {key for key in one if key in other and one.count(key) == other.count(key) == 1}
    before, behind = (dict(_after(side, both)) for side in (one, other))
    return frozenset(text for id_, text in both if not id_ and before[id_, text] == behind[id_, text])


def _keys(outline: Outline) -> list[tuple[str, str]]:
    """Return what each paragraph is known by: its id, or without one its text."""
    paragraphs = (block for block in outline.blocks if isinstance(block, Paragraph))
    return [(block.ids[0], "") if block.ids else ("", bare(block.text)) for block in paragraphs]


def _after(keys: list[tuple[str, str]], both: set[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], frozenset[tuple[str, str]]]]:
    """Yield what both drafts have, each with all of it that stands before."""
    passed: set[tuple[str, str]] = set()
    for key in keys:
        if key in both:
            yield key, frozenset(passed)
            passed.add(key)


def misread(plan: Content, old: Content, still: frozenset[str]) -> frozenset[str]:
    """Return the paragraphs that stand where they stood, and of which recognition thinks otherwise than the plan whose they are.

    A closing behind the last task may be read as the task's own.
    """
    at, read = dict(_places(plan)), dict(_places(old))
    return frozenset(text for text in still if text in at and text in read and at[text] != read[text])


def _places(content: Content) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the paragraphs of a content, without blanks, each with its thing and field."""
    for id_, own in content.fields.items():
        for name, value in own.items():
            if isinstance(value, list):
                yield from ((bare(text), (id_, name)) for text in flat(value))


def without(content: Content, texts: frozenset[str]) -> Content:
    """Return a content without some paragraphs."""
    if not texts:
        return content
    fields = {id_: {name: _kept(value, texts) for name, value in own.items()} for id_, own in content.fields.items()}
    return Content({id_: {name: value for name, value in own.items() if value} for id_, own in fields.items()}, content.rows)


def _kept(value: Value, texts: frozenset[str]) -> Value:
    if not isinstance(value, list):
        return value
    return [part for part in value if not isinstance(part, str) or bare(part) not in texts]
