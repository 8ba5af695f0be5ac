"""Every rule's own examples: the bad one is found, the good one passes without a word from that rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.lint.runner import all_rules, run
from generator.plan.builder import build
from generator.plan.numbers import number
from generator.schema import checker
from generator.source.reader import read

if TYPE_CHECKING:
    from generator.lint.rule import Rule
    from generator.problems import Problem

HEAD = "format: 1\nyear: 2025\ntitle: 某县2025年工作要点\n"


def _problems(text: str, *, final: bool = False) -> tuple[Problem, ...]:
    document = read((HEAD + text).encode())

    assert document.tree is not None
    assert (document.problems, checker.check(document.tree, "plan")) == ((), ())
    plan = build(document.tree)
    return run(document.tree, plan, number(plan), final=final)


@pytest.mark.parametrize(("rule", "bad"), [(rule, bad) for rule in all_rules() for bad in rule.bad])
def test_a_bad_example_is_found(rule: Rule, bad: str) -> None:
    found = [problem for problem in _problems(bad, final=rule.severity is None) if problem.code == rule.code]

    assert len(found) == 1
    assert (found[0].severity, found[0].blocking) == (rule.severity or rule.final, rule.blocking)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_good_example_passes(rule: Rule) -> None:
    assert rule.code not in {problem.code for problem in _problems(rule.good, final=rule.severity is None)}


def test_codes_are_unique_and_every_rule_says_what_to_do() -> None:
    rules = all_rules()

    assert len(rules) >= 15
    assert len({rule.code for rule in rules}) == len(rules)
    assert all(rule.title and rule.message and rule.tip and rule.good and rule.bad for rule in rules)


def test_what_a_final_notice_lacks_is_an_error_only_then() -> None:
    text = "notice: {recipients: 各乡镇}\npreamble: 导语。\nstatus: final"

    assert {problem.severity for problem in _problems(text)} == {"note"}
    assert {problem.severity for problem in _problems(text, final=True)} == {"error"}


@pytest.mark.parametrize(
    ("decision", "message", "tip"),
    [
        ("{id: a, field: title, ours: 甲, theirs: 乙}", "任务一“甲”的标题：我方“甲”，对方“乙”", "要用 theirs（对方）的就改正文"),
        ("{id: b, path: tasks/b, theirs: {title: 乙}}", "任务“乙”的去留：我方已删去，对方保留", "正文里现在没有"),
        ("{id: a, path: tasks/a, ours: {title: 甲}}", "任务一“甲”的去留：我方保留，对方已删去", "正文里现在保留着"),
        (
            "{id: a, path: tasks/a, field: (place), ours: {key: tasks}, theirs: {key: tasks, after: b}}",
            "任务一“甲”的位置：我方放在计划最前，对方放在计划里“b”之后",
            "把它移过去",
        ),
    ],
)
def test_an_open_decision_is_told_as_the_merge_tells_it_with_what_is_to_be_done(decision: str, message: str, tip: str) -> None:
    (problem,) = (
        problem for problem in _problems(f"tasks: [{{id: a, title: 甲}}]\ndecisions: [{decision}]") if problem.code == "open-decision"
    )

    assert problem.message == f"合并时两边改法不同，尚未取舍：{message}"
    assert tip in problem.tip


def test_of_a_plan_with_an_id_twice_only_that_is_told() -> None:
    found = _problems("tasks: [{id: a, title: 甲}, {id: a, title: 乙}]\ndecisions: [{id: a, field: title, ours: 甲, theirs: 丙}]")

    assert [problem.code for problem in found if problem.code in {"duplicate-id", "open-decision"}] == ["duplicate-id"]
