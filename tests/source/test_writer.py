"""Edits in a file, before and after; and saving, which replaces the very file that was read or none."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from generator.errors import UserError
from generator.source.reader import load, read
from generator.source.writer import ChangedError, EditError, Insert, Move, Remove, Set, save, write

if TYPE_CHECKING:
    from pathlib import Path

    from generator.source.writer import Edit

LONG = "各乡镇人民政府、街道办事处要切实加强组织领导，层层压实责任，" * 3


def case(name: str, before: str, edits: Edit | list[Edit], after: str) -> object:
    """Return a test case: a file, edits, and the file after them."""
    return pytest.param(dedent(before).lstrip("\n"), edits if isinstance(edits, list) else [edits], dedent(after).lstrip("\n"), id=name)


def written(before: str, *edits: Edit) -> str:
    return write(read(before.encode()), edits)


SETTING = [
    case(
        "a value takes the place of the old one, the comment beside it stays",
        """
        # 卷首
        "title":   '旧'  # 待核
        year: 2025
        """,
        [Set(("title",), "新: 题"), Set(("year",), "2026")],
        """
        # 卷首
        "title":   '新: 题'  # 待核
        year: 2026
        """,
    ),
    case("an empty value", "note: # 待定\nyear: 2025\n", Set(("note",), "此件公开发布"), "note: 此件公开发布 # 待定\nyear: 2025\n"),
    case("a value made empty", "note: 旧 # 待定\n", Set(("note",), None), "note: # 待定\n"),
    case("a new key comes last", "a: 1\n\n# 文末\n", Set(("b",), "2"), "a: 1\nb: 2\n\n# 文末\n"),
    case(
        "text becomes a list after its comment",
        "title: 旧 # 待核\nyear: 2025\n",
        Set(("title",), ["一", "二"]),
        """
        title: # 待核
          - 一
          - 二
        year: 2025
        """,
    ),
    case(
        "a list becomes text, the comments around it stay",
        """
        title:  # 甲
          # 乙
          - 一  # 丙
          - 二  # 丁
        year: 2025
        """,
        Set(("title",), "一二"),
        """
        title: 一二  # 甲
          # 乙
            # 丁
        year: 2025
        """,
    ),
    case(
        "paragraphs stand in lines of their own",
        "text: 旧 # 待核\n",
        Set(("text",), "第一段\n第二段"),
        """
        text: |- # 待核
          第一段
          第二段
        """,
    ),
    case("long text too", "text: 旧\n", Set(("text",), LONG), f"text: |-\n  {LONG}\n"),
    case(
        "but not where a comment would become part of it",
        "text: 旧\n    # 深处的注释\nyear: 2025\n",
        Set(("text",), "一\n二"),
        'text: "一\\n二"\n    # 深处的注释\nyear: 2025\n',
    ),
    case("lines of its own given up", "text: |2-  # 待核\n    旧\n   文\nyear: 1\n", Set(("text",), "新"), "text: 新  # 待核\nyear: 1\n"),
    case("a folded text replaced", "text: >+\n  旧\n\n\nyear: 1\n", Set(("text",), ["新"]), "text:\n  - 新\nyear: 1\n"),
    case("a value on the next line", "text:\n  旧\n  文 # 待核\n", Set(("text",), "新"), "text:\n  新 # 待核\n"),
    case(
        "an item, on the line of its dash and below it",
        """
        list:
          - a: 1
            b: 2
          -
            - x
        """,
        [Set(("list", 0), "甲"), Set(("list", 1), {"c": "3", "d": None})],
        """
        list:
          - 甲
          - c: 3
            d:
        """,
    ),
    case("in braces on one line", "imprint: {a: 1, b: }\n", [Set(("imprint", "b"), ["x", "y, z"])], "imprint: {a: 1, b: [x, 'y, z']}\n"),
    case("a single pair in brackets", "list: [a: 1]\n", Set(("list", 0, "b"), "2"), "list: [{a: 1, b: 2}]\n"),
    case("under the start of a document", "---\na: 1\n...\n", Set(("b",), "2"), "---\na: 1\nb: 2\n...\n"),
]

INSERTING = [
    case(
        "items before, between and after",
        """
        tasks:
          # 第一项
          - id: a   # 甲

          # 第二项
          - id: b
          # 文末
        """,
        [Insert(("tasks", 0), {"id": "x"}), Insert(("tasks", 1), {"id": "y", "units": ["甲", "乙"]}), Insert(("tasks", 2), "z")],
        """
        tasks:
          - id: x
          # 第一项
          - id: a   # 甲
          - id: y
            units:
              - 甲
              - 乙

          # 第二项
          - id: b
          - z
          # 文末
        """,
    ),
    case(
        "keys after another one, in the order given",
        "a: 1\nz: 2\n",
        [Insert(("b",), "1", "a"), Insert(("c",), "2", "a")],
        "a: 1\nb: 1\nc: 2\nz: 2\n",
    ),
    case("a list that is not indented", "a:\n- x\nb: 1\n", Insert(("a", 1), ["y", "z"]), "a:\n- x\n- - y\n  - z\nb: 1\n"),
    case("a list within the line of a dash", "a:\n  - - x\n    - y\n", Insert(("a", 0, 0), "w"), "a:\n  - - w\n    - x\n    - y\n"),
    case("into empty brackets", "a: [] # 待补\n", Insert(("a", 0), {"id": "x", "text": "y"}), "a: # 待补\n  - id: x\n    text: y\n"),
    case("into empty braces after a dash", "a:\n  - {}\n", Insert(("a", 0, "k"), "v"), "a:\n  - k: v\n"),
    case(
        "into brackets", "a: [x, # 甲\n  y]\n", [Insert(("a", 0), "w"), Insert(("a", 2), {"k": None})], "a: [w, x, # 甲\n  y, {k: null}]\n"
    ),
    case("after kept blank lines", "a: |+\n  x\n\nb: 1\n", Insert(("c",), "2", "a"), "a: |+\n  x\n\nc: 2\nb: 1\n"),
]

REMOVING = [
    case(
        "an entry with its lines, not the comments above",
        """
        # 甲
        a: 1
        # 乙
        b:  # 丙
          - x
            # 丁
        c: 3
        """,
        Remove(("b",)),
        """
        # 甲
        a: 1
        # 乙
        c: 3
        """,
    ),
    case("the first key after a dash", "a:\n  - x: 1\n    y: 2\n", Remove(("a", 0, "x")), "a:\n  - y: 2\n"),
    case("the same before a comment", "a:\n  - x: 1\n    # 乙\n    y: 2\n", Remove(("a", 0, "x")), "a:\n  -\n    # 乙\n    y: 2\n"),
    case("the last entry", "a: # 甲\n  # 乙\n  x: 1\nb: 2\n", Remove(("a", "x")), "a: {} # 甲\n  # 乙\nb: 2\n"),
    case("the last item", "a:\n  - - x\n  - y\n", Remove(("a", 0, 0)), "a:\n  - []\n  - y\n"),
    case("everything", "# 甲\na: 1\n", Remove(("a",)), "# 甲\n{}\n"),
    case("in brackets", "a: [x, y, z]\nb: {k: 1, l: }\n", [Remove(("a", 1)), Remove(("a", 2)), Remove(("b", "k"))], "a: [x]\nb: {l: }\n"),
    case("all in brackets", "a: [x, y,]\n", [Remove(("a", 0)), Remove(("a", 1))], "a: []\n"),
    case("beside comments in brackets", "a: [x, # 甲\n  y, # 乙\n  z]\n", Remove(("a", 1)), "a: [x, # 甲\n   # 乙\n  z]\n"),
    case("one item for another", "a:\n  - x\n  - y\n", [Remove(("a", 0)), Insert(("a", 0), "z")], "a:\n  - z\n  - y\n"),
]

MOVING = [
    case(
        "an item to another list, with its comments, indented anew",
        """
        sections:
          - id: one
            tasks:
              # 甲
              - id: a   # 乙
                text: |
                  一

                    二
                # 丙

              - id: b
        tasks:
        - id: c
        """,
        [Move(("sections", 0, "tasks", 0), ("tasks", 1)), Set(("sections", 0, "tasks", 0, "id"), "aa")],
        """
        sections:
          - id: one
            tasks:

              - id: b
        tasks:
        - id: c
        # 甲
        - id: aa   # 乙
          text: |
            一

              二
          # 丙
        """,
    ),
    case("within its list", "a:\n  - x\n  - 'y' # 乙\n  - z\n", Move(("a", 1), ("a", 0)), "a:\n  - 'y' # 乙\n  - x\n  - z\n"),
    case("to where it is", "a:\n  - x\n\n  - y\n", Move(("a", 1), ("a", 2)), "a:\n  - x\n\n  - y\n"),
    case("an entry gets another key", "a:  'x' # 甲\nb: 1\n", Move(("a",), ("c",)), "c:  'x' # 甲\nb: 1\n"),
    case(
        "an entry to another mapping",
        "a:\n  x: 1\nb:\n  - k: v\n    y: 2\n",
        Move(("b", 0, "k"), ("a", "z")),
        "a:\n  x: 1\n  z: v\nb:\n  - y: 2\n",
    ),
    case(
        "out of brackets",
        "a: ['x', {k: v}, z]\nb:\n  - w\n",
        [Move(("a", 0), ("b", 0)), Move(("a", 1), ("b", 1))],
        "a: [z]\nb:\n  - 'x'\n  - w\n  - {k: v}\n",
    ),
    case("into brackets", "a: [x]\nb:\n  - k: v\n  - w\n", Move(("b", 0), ("a", 1)), "a: [x, {k: v}]\nb:\n  - w\n"),
    case(
        "into something that moves itself",
        "a:\n  - - x\nb:\n  - w\nc:\n  - z\n",
        [Move(("a", 0), ("c", 1)), Move(("b", 0), ("a", 0, 1))],
        "a: []\nb: []\nc:\n  - z\n  - - x\n    - w\n",
    ),
]


@pytest.mark.parametrize(("before", "edits", "after"), [*SETTING, *INSERTING, *REMOVING, *MOVING])
def test_edits_change_what_they_name(before: str, edits: list[Edit], after: str) -> None:
    assert after == written(before, *edits)


@pytest.mark.parametrize(("before", "edits", "after"), [*SETTING, *INSERTING, *REMOVING, *MOVING])
def test_line_breaks_of_windows_stay(before: str, edits: list[Edit], after: str) -> None:
    assert after.replace("\n", "\r\n") == written(before.replace("\n", "\r\n"), *edits)


@pytest.mark.parametrize(("before", "edits", "after"), [*SETTING, *INSERTING, *REMOVING, *MOVING])
def test_a_file_without_last_line_break_gets_none(before: str, edits: list[Edit], after: str) -> None:
    assert after.removesuffix("\n") == written(before.removesuffix("\n"), *edits)


def test_a_block_text_at_the_very_end_keeps_its_value_when_something_follows() -> None:
    assert written("a: |+2\n   x", Set(("b",), "1")) == "a: |2-\n   x\nb: 1"
    assert written("b: 0\na: |\n  x", Set(("b",), "1")) == "b: 1\na: |\n  x"


@pytest.mark.parametrize(
    ("before", "edit", "reason"),
    [
        ("a: 1\na: 2\n", Set(("a",), "3"), "重复"),
        ("a: [\n", Set(("a",), "3"), "文件有错"),
        ("? a\n: 1\n", Set(("a",), "3"), "“?”"),
        ("a: {? b : 1}\n", Remove(("a", "b")), "“?”"),
        ("a: 1\rb: 2\r", Set(("c",), "3"), "回车"),
        ("a: 'x\ry'\n", Set(("a",), "3"), "回车"),
        ("a: 1\n", Set(("a",), "响\x07铃"), "U+0007"),
        ("a: |+\n  x\nb: 1\n\nc: 2\n", Remove(("b",)), "空行"),
        ("a: [x]\nb:\n  # 甲\n  - y\n", Move(("b", 0), ("a", 0)), "注释"),
    ],
)
def test_what_cannot_be_edited_is_refused(before: str, edit: Edit, reason: str) -> None:
    with pytest.raises(EditError, match=re.escape(reason)) as refusal:
        written(before, edit)

    assert refusal.value.tip


def test_a_value_too_deep_for_reading_is_refused() -> None:
    value: list[object] = []
    for _ in range(50):
        value = [value]
    with pytest.raises(EditError, match="40 层"):
        written("a: 1\n", Set(("a",), value))  # type: ignore[arg-type]


def test_saving_keeps_the_mark_and_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_bytes("\ufeffa: 1\r\n".encode())
    path.chmod(0o640)
    document = load(path)
    save(document, write(document, [Set(("a",), "2")]))

    assert path.read_bytes() == "\ufeffa: 2\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [path] == [*tmp_path.iterdir()]


def test_a_file_changed_since_it_was_read_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text("a: 1\n")
    document = load(path)
    path.write_text("a: 2\n")
    with pytest.raises(ChangedError, match="改动") as refusal:
        save(document, "a: 3\n")

    assert path.read_text() == "a: 2\n"
    assert refusal.value.tip


def test_a_file_that_is_gone_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "2025.yaml"
    path.write_text("a: 1\n")
    document = load(path)
    path.unlink()
    with pytest.raises(ChangedError):
        save(document, "a: 3\n")

    assert [*tmp_path.iterdir()] == []
    assert issubclass(ChangedError, UserError)
