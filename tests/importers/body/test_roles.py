"""Which numbered parts are sections, which tasks, which points."""

from __future__ import annotations

import pytest

from generator.importers.body import counting, roles
from generator.importers.body.knots import tied, walk
from generator.importers.ledger import Ledger
from tests.importers.made import lines


def _roles(text: str, ledger: Ledger | None = None) -> str:
    knots = tied(lines(*text.split()), Ledger()).knots
    roles.assign(knots, counting.running_keys(knots), ledger or Ledger())
    return " ".join(knot.role for knot in walk(knots))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、甲 二、乙 三、丙", "section section section"),
        ("一、甲。落实。 二、乙。落实。", "task task"),
        ("1.甲 改造18个。 责任单位：县局 2.乙 新增500个。 责任单位：县教委", "task task"),
        ("1.甲 改造18个。 2.乙 新增500个。 责任单位：县教委", "section section"),
        ("一、甲 1.乙。落实。 2.丙。落实。 二、丁 1.戊。落实。", "section task task section task"),
        ("一、甲 （一）乙 1.丙 （二）丁 1.戊 二、己 （一）庚 1.辛", "section section task section task section section task"),
        ("一、甲 （一）乙 1.丙 （二）丁 （三）戊", "section task point task task"),
        ("一、甲 1.乙 （1）丙 二、丁 2.戊 （1）己", "section task point section task point"),
        ("一、甲 （一）乙 1.丙 （二）丁 2.戊 二、己 3.庚", "section section task section task section task"),
    ],
)
def test_tasks_are_the_deepest_that_most_parts_reach_or_that_run_through(text: str, expected: str) -> None:
    assert _roles(text) == expected


def test_what_is_numbered_under_safeguards_are_points_and_that_is_told() -> None:
    ledger = Ledger()

    assert _roles("一、甲 1.乙 2.丙 二、保障措施 1.丁 2.戊", ledger) == "section task task section point point"
    assert [(guess.line, guess.what) for guess in ledger.guesses] == [(4, "“保障措施”下面的条目作为要点，不算任务")]


def test_under_safeguards_what_has_parts_below_is_a_section() -> None:
    assert _roles("一、甲 1.乙 二、保障措施 （一）丁 1.戊 （二）己") == "section task section section point section"


def test_a_plan_without_parts_has_no_roles() -> None:
    assert _roles("正文。") == ""


def test_an_annex_has_sections_and_points() -> None:
    knots = tied(lines("一、甲", "（一）乙", "二、丙"), Ledger()).knots
    roles.assign_points(knots)

    assert [knot.role for knot in walk(knots)] == ["section", "point", "section"]


@pytest.mark.parametrize(("title", "expected"), [("保障措施", True), ("一是强化组织 领导。", True), ("重点任务", False)])
def test_a_title_says_that_its_parts_are_no_tasks(title: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    (knot,) = tied(lines(f"一、{title}", "正文。"), Ledger()).knots

    assert roles.is_no_work(knot) == expected
