"""Properties of the writer: whatever an officer's file looks like, an edit changes what it names and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.source.edits import EditError, Insert, Move, Remove, Set, apply
from generator.source.reader import read
from generator.source.tree import Document, Scalar, Value, plain, walk
from generator.source.writer import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hypothesis.strategies import DrawFn

    from generator.problems import Path
    from generator.source.edits import Edit

PLAIN = ["甲", "年底前完成", "x y", "007", "10.0", "市应急管理局，各乡镇（街道）", "a#b", "it's", "8:00", "a, b", "长" * 70]
QUOTED = ["", "~", "null", "a: b", "c #d", "- e", "full：", "[x]", "'", '"', "a：b", " lead", "trail ", "?", "\t", "a\rb", "。", "---"]
BROKEN = ["一\n二", "一\n\n二\n", "  深\n浅", "一\n\n\n", "\n一", "一\n  二\n", "一 \n二"]
KEYS = ["id", "title", "text", "键", "a b", "points", "'q'", '"w"', "z", "k9"]

# A sloppy scribe: it writes what it likes, and what the text says is what reading makes of it.


def _text(draw: DrawFn, column: int, *, flow: bool) -> str:
    text = draw(st.sampled_from(PLAIN + QUOTED + ([] if flow else BROKEN)))
    if text in PLAIN and not (flow and re.search("[:,]", text)):
        return _plain(draw, text, column, flow=flow)
    if "\n" in text and draw(st.booleans()):
        return _block_text(draw, text, column)
    if draw(st.booleans()) and not re.search(r"[\n\r]", text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def _plain(draw: DrawFn, text: str, column: int, *, flow: bool) -> str:
    style = draw(st.integers(0, 2 if flow else 6)) if not flow or draw(st.booleans()) else 6
    deeper = "\n" + " " * (column + 2)
    folded = text.replace(" ", deeper) if style < 3 else text
    return {0: f"'{folded.replace(chr(39), chr(39) * 2)}'", 1: f'"{folded}"', 3: f"|-{deeper}{text}", 4: f">-{deeper}{text}"}.get(
        style, folded
    )


def _block_text(draw: DrawFn, text: str, column: int) -> str:
    chomp = "-" if not text.endswith("\n") else "+" if text.endswith("\n\n") else ""
    width = draw(st.integers(1, 4))
    indicator = str(width) if text.startswith((" ", "\n")) or draw(st.booleans()) else ""
    comment = _beside(draw)
    lines = (" " * (column + width) + line if line else "" for line in text.removesuffix("\n").split("\n"))
    return "\n".join((f"{draw(st.sampled_from('|>')) if not indicator else '|'}{indicator}{chomp}{comment}", *lines))


def _number(draw: DrawFn) -> int:
    return draw(st.integers(0, 10**9))


def _beside(draw: DrawFn) -> str:
    return draw(st.sampled_from(["", "", "", " ", f" # c{_number(draw)}"]))


def _idle(draw: DrawFn, column: int) -> Iterator[str]:
    for kind in draw(st.lists(st.sampled_from(["blank", "comment", "comment", "odd", "blanks"]), max_size=2)):
        indent = {"comment": column, "odd": draw(st.integers(0, column + 3)), "blanks": draw(st.integers(0, 8))}.get(kind, 0)
        yield " " * indent + (f"# c{_number(draw)}" if kind in {"comment", "odd"} else "")


def _flow(draw: DrawFn, depth: int) -> str:
    kind = draw(st.sampled_from(["text", "text", "map", "list", "null", "pair"] if depth else ["text", "null"]))
    inner = [_flow(draw, depth - 1) for _ in range(draw(st.integers(0, 3)))] if kind in {"map", "list"} else []
    gap = draw(st.sampled_from(["", "", " ", "\n      ", f" # c{_number(draw)}\n     "]))
    if kind == "map":
        keys = draw(st.lists(st.sampled_from(KEYS), min_size=len(inner), max_size=len(inner), unique=True))
        pairs = [draw(st.sampled_from([f"{key}: {value}", f"{key}: {value}", f"{key}: "])) for key, value in zip(keys, inner, strict=True)]
        return "{" + gap + f", {gap}".join(pairs) + draw(st.sampled_from(["", gap, ","] if pairs else [""])) + "}"
    if kind == "list":
        return "[" + gap + f",{gap or ' '}".join(inner) + draw(st.sampled_from(["", gap, ","] if inner else [""])) + "]"
    if kind == "pair":
        return f"[{draw(st.sampled_from(KEYS))}: {_flow(draw, 0)}]"
    return "null" if kind == "null" else _text(draw, 0, flow=True)


def _value(draw: DrawFn, column: int, depth: int) -> str:
    """Write what follows a key or dash in a column, with the line break before it when it has one."""
    kind = draw(
        st.sampled_from(["text", "text", "none", "flow", "below", "map", "map", "list", "list"] if depth else ["text", "none", "flow"])
    )
    if kind in {"map", "list"}:
        wide = column + (draw(st.integers(0, 3)) if kind == "list" else draw(st.integers(1, 4)))
        wide = max(wide, 0) if column < 0 else wide
        lines = [*_idle(draw, wide), *_entries(draw, wide, depth - 1, kind)]
        return "\n".join((_beside(draw), *lines))
    if kind == "below":
        return "\n".join((_beside(draw), *_idle(draw, column + 1), " " * (column + 2) + _text(draw, column, flow=False))) + _beside(draw)
    written = {"text": lambda: _text(draw, column, flow=False), "flow": lambda: _flow(draw, 2)}.get(
        kind, lambda: draw(st.sampled_from(["", "~"]))
    )()
    return (f" {written}" if written else "") + ("" if written[:1] in {"|", ">"} else _beside(draw))


def _entries(draw: DrawFn, column: int, depth: int, kind: str) -> Iterator[str]:
    names = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True))
    for key in names:
        yield from _idle(draw, column)
        yield from _entry(draw, column, depth, key if kind == "map" else None)
    yield from _idle(draw, column)


def _entry(draw: DrawFn, column: int, depth: int, key: str | None) -> Iterator[str]:
    if key is not None:
        yield f"{' ' * column}{key}:{_value(draw, column, depth)}"
    elif depth and draw(st.booleans()):
        gap = draw(st.integers(1, 3))
        inner = [*_entries(draw, column + 1 + gap, depth - 1, draw(st.sampled_from(["map", "list"])))]
        while not inner[0].strip() or inner[0].lstrip().startswith("#"):
            inner.pop(0)
        yield f"{' ' * column}-{' ' * gap}{inner[0].lstrip()}"
        yield from inner[1:]
    else:
        yield f"{' ' * column}-{_value(draw, column, depth)}"


@st.composite
def documents(draw: DrawFn) -> Document:
    """Draw a file in many manners of writing, that reads without errors."""
    column = draw(st.sampled_from([0, 0, 0, 2]))
    lines = [*draw(st.sampled_from([[], ["---"], ["# 卷首", "---"]])), *_idle(draw, column), *_entries(draw, column, 3, "map")]
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "\n", "", "\n...\n"]))
    document = read((text.replace("\n", "\r\n") if draw(st.booleans()) else text).encode())
    assume(document.tree and not any(problem.severity == "error" for problem in document.problems))
    return document


values = st.recursive(
    st.none() | st.sampled_from(PLAIN + QUOTED + BROKEN),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*KEYS, "new", "other", "a: b", "null"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def _places(value: Value, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    for step, inner in _pairs(value):
        yield from _places(inner, (*path, step))


def _pairs(value: Value) -> Iterable[tuple[str | int, Value]]:
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def _new_places(value: Value, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, list):
        yield from ((*path, index) for index in range(len(value) + 1))
    elif isinstance(value, dict):
        yield from ((*path, key) for key in ("new", "other"))
    for step, inner in _pairs(value):
        yield from _new_places(inner, (*path, step))


def _edit(draw: DrawFn, tree: Value, kinds: list[type[Edit]]) -> Edit:
    path, new = draw(st.sampled_from([*_places(tree)])), draw(st.sampled_from([*_new_places(tree)]))
    kind = draw(st.sampled_from(kinds))
    if kind is Move:
        same = [place for place in _new_places(tree) if type(place[-1]) is type(path[-1])]
        return Move(path, draw(st.sampled_from(same)))
    if kind is Remove:
        return Remove(path)
    if kind is Set:
        return Set(draw(st.sampled_from([path, path, new])), draw(values))
    return Insert(new, draw(values))


@st.composite
def cases(draw: DrawFn, kinds: list[type[Edit]], most: int = 4) -> tuple[Document, list[Edit]]:
    """Draw a file and edits of some kinds that can stand together in it."""
    document = draw(documents())
    assert document.tree
    tree = plain(document.tree)
    edits: list[Edit] = []
    for _ in range(draw(st.integers(1, most))):
        edit = _edit(draw, tree, kinds)
        try:
            apply(tree, [*edits, edit])
        except EditError:
            continue
        edits.append(edit)
    assume(edits)
    return document, edits


def _written(document: Document, edits: list[Edit]) -> str:
    try:
        return write(document, edits)
    except EditError as error:
        assume(not re.search(r"注释|“\+”", error.message))
        raise


def _ordered(value: Value) -> object:
    return [(step, _ordered(inner)) for step, inner in _pairs(value)] if isinstance(value, dict | list) else value


LISTED = r"# c\d+"


def _comments(text: str) -> Counter[str]:
    return Counter(re.findall(LISTED, text))


@settings(max_examples=300, deadline=None)
@given(cases([Set, Insert, Remove, Move]))
def test_what_is_written_reads_as_the_edited_tree(case: tuple[Document, list[Edit]]) -> None:
    document, edits = case
    assert document.tree
    written = read(_written(document, edits).encode())

    assert written.tree
    assert _ordered(plain(written.tree)) == _ordered(apply(plain(document.tree), edits))
    assert not [problem for problem in written.problems if problem.severity == "error"]


@settings(max_examples=150, deadline=None)
@given(cases([Insert, Move]))
def test_no_comment_is_lost_unless_something_goes(case: tuple[Document, list[Edit]]) -> None:
    document, edits = case

    assert _comments(document.text) == _comments(_written(document, edits))


@settings(max_examples=150, deadline=None)
@given(cases([Remove]))
def test_removing_only_takes_characters_away(case: tuple[Document, list[Edit]]) -> None:
    document, edits = case
    rest = iter(document.text)

    assert all(character in rest for character in re.sub(r"[\s{}\[\]]", "", _written(document, edits)))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_text_set_on_its_line_leaves_all_other_characters(data: st.DataObject) -> None:
    document = data.draw(documents())
    assert document.tree
    inline = [
        (path, node)
        for path, node in walk(document.tree)
        if isinstance(node, Scalar) and node.style not in {"literal", "folded"} and node.span.start < node.span.end
    ]
    assume(inline)
    path, node = data.draw(st.sampled_from(inline))
    expected = document.text[: node.span.start] + "新的" + document.text[node.span.end :]

    assert expected == write(document, [Set(path, "新的")])


@settings(max_examples=50, deadline=None)
@given(documents())
def test_without_edits_nothing_changes(document: Document) -> None:
    assert document.text == write(document, [])
