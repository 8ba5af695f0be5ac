"""Import and build are each other's way back: what a notice prints is what comes out of its .docx and its .txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from generator.importers import audit, from_docx, from_text
from generator.importers.recognise import recognise
from generator.plan.builder import build
from generator.render import to_docx, to_text
from generator.source.emitter import dump
from generator.source.reader import read
from tests.dressed import LOOK
from tests.importers.printed import printed
from tests.importers.published import Drawn, plans

if TYPE_CHECKING:
    from generator.importers.outline import Outline
    from generator.plan.model import Plan

MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _plan(drawn: Drawn) -> Plan:
    tree = read(dump(drawn).encode()).tree

    assert tree is not None
    return build(tree)


def _imported(outline: Outline) -> Plan:
    found = recognise(outline, "计划")
    audit.audit(outline, found.ledger)

    assert found.ledger.unplaced == []
    return _plan(found.tree)


@MANY
@given(plans)
def test_a_plan_comes_back_from_its_word_file_with_all_ids(drawn: Drawn) -> None:
    plan = _plan(drawn)

    came_back = _imported(from_docx.read(to_docx.render(plan, LOOK)))

    assert printed(plan, ids=True) == printed(came_back, ids=True)


@MANY
@given(plans)
def test_a_plan_comes_back_from_its_text(drawn: Drawn) -> None:
    plan = _plan(drawn)

    came_back = _imported(from_text.read(to_text.render(plan, LOOK)))

    assert printed(plan, ids=False) == printed(came_back, ids=False)
