"""Places in words: any path of the tree as an officer would say it."""

from __future__ import annotations

import pytest

from generator.plan.builder import build
from generator.plan.numbers import Numbers, number
from generator.plan.places import words
from generator.source.reader import read

PLAN = """
numbering: [一、, {number: （一）, running: true}, 1.]
sections:
  - {id: a, tasks: [{id: b}, {id: c}]}
  - id: d
    number: 5
    sections: [{id: e}]
  - {id: f, tasks: [{id: g, points: [{id: h}], tables: [{id: v, grid: {body: [[甲]]}}]}]}
annexes:
  - id: x
    tables: [{id: t, items: [{id: i, number: 21}, {id: j, heading: 甲}, {id: k}]}, {id: u}]
  - {id: y, numbering: [none], points: [{id: l}, {id: m}]}
"""


def _words(*path: str | int) -> str:
    tree = read(PLAN.encode()).tree

    assert tree is not None
    return words(path, number(build(tree)))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ((), ""),
        (("year",), "year"),
        (("preamble",), "preamble"),
        (("preamble", 1), "preamble 第2段"),
        (("numbering", 0, "number"), "numbering 第1项的 number"),
        (("notice",), "印发通知"),
        (("notice", "date"), "印发通知的 date"),
        (("notice", "imprint", "printed_on"), "印发通知的 imprint.printed_on"),
        (("notice", "signature", 0), "印发通知的 signature 第1段"),
        (("region", "units", 2, "aliases", 0), "地区的 units 第3项的 aliases 第1项"),
        (("sections",), "sections"),
        (("sections", 0), "第一部分"),
        (("sections", 1), "第五部分"),
        (("sections", 2, "title"), "第六部分的 title"),
        (("sections", 1, "sections", 0, "text", 1), "第五部分部分（三）的 text 第2段"),
        (("sections", 0, "tasks", 1), "第一部分任务（二）"),
        (("sections", 2, "tasks", 0, "points", 0, "text"), "第六部分任务（四）要点1的 text"),
        (("sections", 2, "tasks", 0, "tables", 0, "grid", "body", 0, 0), "第六部分任务（四）第一张表的 grid.body 第1行第1格"),
        (("sections", 9), "第十部分"),
        (("sections", 0, "tasks", 7), "第一部分任务第8个"),
        (("annexes", 1), "附件二"),
        (("annexes", 0, "tables", 1, "title"), "附件一第二张表的 title"),
        (("annexes", 0, "tables", 0, "items", 0), "附件一第一张表第21项"),
        (("annexes", 0, "tables", 0, "items", 1), "附件一第一张表（第2行）"),
        (("annexes", 0, "tables", 0, "items", 2, "goal", 1), "附件一第一张表第22项的 goal 第2段"),
        (("annexes", 0, "tables", 0, "items", 2, "join", 0), "附件一第一张表第22项的 join 第1项"),
        (("annexes", 1, "points", 1, "text"), "附件二要点第2个的 text"),
        (("slides", "pages", 0, "tasks", 1), "图解的 pages 第1项的 tasks 第2项"),
        (("nothing", 0), "nothing 第1项"),
    ],
)
def test_a_path_is_said_by_printed_numbers_and_then_by_keys(path: tuple[str | int, ...], said: str) -> None:
    assert _words(*path) == said


def test_without_numbers_places_are_counted() -> None:
    assert words(("sections", 1, "tasks", 2, "text"), Numbers()) == "第二部分任务第3个的 text"


def test_a_place_of_a_region_file_is_said_by_its_keys() -> None:
    assert words(("units", 2, "aliases", 0), Numbers()) == "units 第3项的 aliases 第1项"
