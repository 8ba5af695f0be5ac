"""The tree: the way to a value, the place to show for it, and the values as plain data."""

from __future__ import annotations

import pytest

from generator.source.reader import read
from generator.source.tree import Document, Mapping, at, child, key_at, plain, span_at, walk

TEXT = """\
title: 甲
notice:
  mark: [县府, 县委]
  date:
sections:
  - id: a
    tasks:
      - {id: b}
empty: {}
none: []
"""


def _tree() -> Mapping:
    tree = read(TEXT.encode()).tree

    assert tree is not None
    return tree


def test_a_child_is_asked_for_by_key_or_by_place() -> None:
    tree = _tree()
    sections = child(tree, "sections")

    assert sections is not None
    assert child(sections, 0) is not None
    assert [child(tree, "nothing"), child(tree, 0), child(sections, 1), child(sections, -1), child(sections, "0")] == [None] * 5


def test_a_scalar_has_no_children() -> None:
    title = at(_tree(), ("title",))

    assert title is not None
    assert (child(title, "a"), child(title, 0)) == (None, None)


def test_the_empty_path_is_the_tree_itself() -> None:
    tree = _tree()

    assert at(tree, ()) is tree


def test_a_path_that_leads_nowhere_is_none() -> None:
    assert at(_tree(), ("title", 0, "x")) is None
    assert at(_tree(), ("sections", 7, "id")) is None


def test_keys_stand_in_mappings_only() -> None:
    tree = _tree()
    key = key_at(tree, ("notice", "mark"))

    assert key is not None
    assert (key.text, key.span.line) == ("mark", 3)
    assert [key_at(tree, path) for path in ((), ("sections", 0), ("nothing",), ("title", "x"))] == [None] * 4


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("title",), 1, 8),
        (("notice", "mark", 1), 3, 14),
        (("notice", "mark"), 3, 3),
        (("notice", "date"), 4, 3),
        (("notice",), 2, 1),
        (("sections", 0), 6, 5),
        (("sections", 0, "tasks", 0), 8, 10),
        (("empty",), 9, 1),
        ((), 1, 1),
    ],
)
def test_a_text_shows_itself_and_anything_else_its_key_or_its_first_characters(path: tuple[str | int, ...], line: int, column: int) -> None:
    span = span_at(_tree(), path)

    assert (span.line, span.column) == (line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("notice", "number"), 2, 1),
        (("notice", "mark", 5), 3, 3),
        (("sections", 0, "title"), 6, 5),
        (("sections", 4, "tasks", 1), 5, 1),
        (("title", 0), 1, 1),
        (("nothing", "at", "all"), 1, 1),
    ],
)
def test_what_is_not_there_is_shown_at_the_nearest_place_above(path: tuple[str | int, ...], line: int, column: int) -> None:
    span = span_at(_tree(), path)

    assert (span.line, span.column) == (line, column)


def test_the_key_is_shown_where_it_is_the_key_that_is_wrong() -> None:
    tree = _tree()

    assert span_at(tree, ("title",), key=True).column == 1
    assert span_at(tree, ("notice", "mark", 1), key=True).column == 14


def test_an_empty_mapping_has_a_place_too() -> None:
    tree = read(b"a:\n  - {}\n  - []\n").tree

    assert tree is not None
    assert [(span_at(tree, ("a", place)).line, span_at(tree, ("a", place)).column) for place in (0, 1)] == [(2, 5), (3, 5)]


def test_the_plain_data_keeps_order_and_texts() -> None:
    data = plain(_tree())

    assert data == {
        "title": "甲",
        "notice": {"mark": ["县府", "县委"], "date": None},
        "sections": [{"id": "a", "tasks": [{"id": "b"}]}],
        "empty": {},
        "none": [],
    }
    assert list(data) == ["title", "notice", "sections", "empty", "none"]


def test_a_walk_goes_through_parents_first_in_the_order_written() -> None:
    paths = [path for path, _ in walk(_tree())]

    assert paths[:6] == [(), ("title",), ("notice",), ("notice", "mark"), ("notice", "mark", 0), ("notice", "mark", 1)]
    assert all(at(_tree(), path) is not None for path in paths)
    assert len(paths) == len(set(paths)) == 15


@pytest.mark.parametrize(("text", "lines"), [("", [""]), ("a", ["a"]), ("a\r\nb\rc\n", ["a", "b", "c", ""]), ("\r\r", ["", "", ""])])
def test_a_document_is_split_at_every_kind_of_line_end(text: str, lines: list[str]) -> None:
    assert Document("x", text, "", None).lines == lines
