"""What each face prints: every printed string goes to the face that the style gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import workflow
from generator.plan.model import Annex, Imprint, Node, Notice, Plan
from generator.render import to_text
from generator.render.context import context
from generator.render.printed import characters
from generator.render.style import built_in, look_of
from tests.conftest import ROOT

STYLE = built_in()
if TYPE_CHECKING:
    from pathlib import Path

PLANS = [ROOT / "plans/yunyang/2025.yaml", *sorted((ROOT / "tests/cases/notice").glob("*.yaml"))]


def _printed(plan: Plan) -> dict[str, str]:
    assert plan.notice is not None
    found = characters(context(plan, plan.notice), STYLE)
    return {face: "".join(sorted(printed)) for face, printed in found.items()}


def test_each_face_prints_its_own() -> None:
    notice = Notice(
        mark=("志",),
        signatory=("签",),
        title=("题",),
        recipients="主",
        body=("文",),
        signature=("署",),
        imprint=Imprint(printed_by="印"),
        classification="密",
    )
    section = Node(role="section", id="a", title="部", children=(Node(role="task", id="b", title="任", text=("务",)),))
    found = _printed(Plan(year=2025, title=("划",), notice=notice, children=(section,), annexes=(Annex(id="c", title=("附",)),)))

    assert [*found["xiaobiaosong"]] == sorted("志题划附")
    assert {*"部密附件"} <= {*found["hei"]}
    assert {*"签任"} <= {*found["kai"]}
    assert {*"主文署印务"} <= {*found["fangsong"]}
    assert found["song"] == "0123456789—"
    assert not {*"部密任"} & {*found["fangsong"]}


def test_a_face_that_prints_nothing_is_left_out() -> None:
    assert "kai" not in _printed(Plan(year=2025, title=("划",), notice=Notice(body=("文",))))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_that_is_printed_is_forgotten(path: Path) -> None:
    plan = workflow.check(workflow.load(path)).plan()
    assert plan.notice is not None
    finished = context(plan, plan.notice)
    box = {character for row in finished.box for entry in row for text in entry for character in text} | {*"[ ]|"}
    text = {character for character in to_text.render(plan, look_of(path)).decode() if not character.isspace()}

    assert text - box <= set[str]().union(*characters(finished, STYLE).values())
