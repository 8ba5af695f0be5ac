"""Changes in words: one line each, with the printed number and title of the thing and the Chinese word of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from generator.compare.decisions import PLACE, THING, Decision
from generator.compare.differ import compare
from generator.compare.edition import Edition
from generator.compare.fields import UnfitError
from generator.compare.lines import decision_line, lines
from generator.compare.merge import merge
from generator.source.emitter import dump
from generator.source.reader import read
from tests.compare.plans import PLAN, edited
from tests.compare.scripts import PLANS, Script, meetings
from tests.compare.scripts import edited as changed

if TYPE_CHECKING:
    from tests.strategies import Drawn

FIRMS = "      - id: firms\n        title: 企业主体责任\n"
SAFEGUARDS = "  - {id: safeguards, title: 保障措施, points: [{id: funds, title: 经费保障}]}\n"


def _edition(text: str) -> Edition:
    return Edition.read(read(text.encode()))


def _lines(new: str, old: str = PLAN) -> list[str]:
    one, other = _edition(old), _edition(new)
    return lines(compare(one.content, other.content), one, other)


@pytest.mark.parametrize(
    ("replacement", "line"),
    [
        (("1号", "2号"), "印发通知发文字号：“某府发〔2025〕1号” → “某府发〔2025〕2号”"),
        (("title: 部门监管", "title: 行业监管"), "第一部分任务（二）“行业监管”的标题：“部门监管” → “行业监管”"),
        (("        units: 县应急局\n", ""), "第一部分任务（二）“部门监管”的责任单位：“县应急局” → （无）"),
        (("制定清单。", "制定两份清单。"), "附件一第一张表第1项“领导责任”的目标：“制定清单。” → “制定两份清单。”"),
        (("goal: 2025年目标", "goal: 目标"), "附件一“责任分工表”的表头用语“goal”：“2025年目标” → “目标”"),
        (("  - 第二段。\n", ""), "导语：“第一段。 / 第二段。 / 第三段。” → “第一段。 / 第三段。”"),
    ],
)
def test_a_changed_field_is_told_with_both_values(replacement: tuple[str, str], line: str) -> None:
    assert _lines(edited(replacement)) == [line]


def test_of_a_long_text_only_what_differs_is_told_and_no_figure_is_cut() -> None:
    old = edited(("每季度研究一次。", f"{'甲' * 30}下降15%，{'乙' * 30}。"))
    new = edited(("每季度研究一次。", f"{'甲' * 30}下降25%，{'乙' * 30}。"))

    assert _lines(new, old) == ["第一部分任务（一）“领导责任”的正文：“…甲甲甲甲甲下降15%，乙乙乙乙乙…” → “…甲甲甲甲甲下降25%，乙乙乙乙乙…”"]


def test_what_comes_is_told_with_its_new_place_and_what_goes_with_its_old() -> None:
    assert _lines(edited((FIRMS, ""))) == ["删去第一部分任务（三）“企业主体责任”"]
    assert _lines(PLAN, edited((FIRMS, ""))) == ["新增第一部分任务（三）“企业主体责任”"]


def test_what_goes_with_all_that_stands_in_it_is_one_line() -> None:
    assert _lines(edited((SAFEGUARDS, ""))) == ["删去第二部分“保障措施”（连同其中 1 项）"]


def test_a_move_is_told_with_both_numbers() -> None:
    new = edited((FIRMS, ""), ("    tasks:\n", f"    tasks:\n{FIRMS}"))

    assert _lines(new) == ["移动第一部分任务（一）“企业主体责任”，原为第一部分任务（三）"]


def test_decisions_that_come_are_counted() -> None:
    assert _lines(f"{PLAN}decisions: [{{field: year, ours: 1, theirs: 2}}]\n") == ["待取舍的改动：0 处 → 1 处"]


@pytest.mark.parametrize(
    ("decision", "line"),
    [
        (Decision(id="", path=(), field="year", ours="1", theirs=None), "年度：我方“1”，对方（无）"),
        (Decision(id="sectors", path=(), field="title", ours="甲", theirs="乙"), "第一部分任务（二）“部门监管”的标题：我方“甲”，对方“乙”"),
        (Decision(id="sectors", path=(), field=THING, ours={"title": "甲"}), "第一部分任务（二）“部门监管”的去留：我方保留，对方已删去"),
        (Decision(id="gone", path=(), field=THING, theirs={"title": "甲"}), "“甲”的去留：我方已删去，对方保留"),
        (Decision(id="gone", path=(), field="title", theirs="甲"), "gone的去留：我方（无），对方“甲”"),
        (
            Decision(
                id="sectors",
                path=(),
                field=PLACE,
                ours={"parent": "duties", "key": "tasks", "after": "leaders"},
                theirs={"parent": "", "key": "tasks"},
            ),
            "第一部分任务（二）“部门监管”的位置：我方放在第一部分“强化履职”里“领导责任”之后，对方放在计划最前",
        ),
        (
            Decision(
                id="sectors",
                path=(),
                field=PLACE,
                ours={"parent": "duties", "key": "tasks"},
                theirs={"parent": "duties", "key": "points"},
            ),
            "第一部分任务（二）“部门监管”的位置：我方作为任务放在第一部分“强化履职”最前，对方作为要点放在第一部分“强化履职”最前",
        ),
        (
            Decision(id="drills", path=("sections", "duties", "tasks", "drills"), field=THING, theirs={"text": "开展演练。"}),
            "第一部分“强化履职”里的任务“开展演练。”的去留：我方已删去，对方保留",
        ),
        (
            Decision(id="gone", path=("annexes", "split", "tables", "measures", "items", "gone"), field=THING, theirs={"task": "leaders"}),
            "附件一第一张表里的一项“领导责任”的去留：我方已删去，对方保留",
        ),
        (Decision(id="new", path=("sections", "new"), field=THING, theirs={"title": "甲"}), "部分“甲”的去留：我方已删去，对方保留"),
        (
            Decision(id="sectors", path=(), field=PLACE, ours="乱写", theirs=None),
            "第一部分任务（二）“部门监管”的位置：我方（无），对方（无）",
        ),
    ],
)
def test_a_decision_is_told_with_both_sides(decision: Decision, line: str) -> None:
    assert decision_line(decision, _edition(PLAN)) == line


@pytest.mark.parametrize(
    "text", ["", "a: [", "name: 云阳县\nlevel: 县\n", edited(("id: firms", "id: leaders")), "format: 1\nyear: 1\ntitle: 一\nbase: {}\n"]
)
def test_what_is_no_plan_or_has_errors_is_none(text: str) -> None:
    with pytest.raises(UnfitError):
        _edition(text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(PLANS, meetings)
def test_whatever_changes_is_told_in_lines(plan: Drawn, both: tuple[Script, Script]) -> None:
    base, ours, theirs = (_edition(dump(one)) for one in (plan, *(changed(plan, script) for script in both)))
    changes = compare(base.content, ours.content)
    told = lines(changes, base, ours)
    decisions = [decision_line(decision, ours) for decision in merge(base.content, ours.content, theirs.content).decisions]

    assert bool(told) == bool(changes)
    assert all(len(line.splitlines()) == 1 for line in (*told, *decisions))
