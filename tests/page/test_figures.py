"""The pages of both engines, measured against the figures of the standard as styles/gbt9704.yaml has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.render.context import context
from tests.page.cases import plans
from tests.page.figures import FIGURES, Figure, Notice

if TYPE_CHECKING:
    from tests.page.conftest import Printed

ENGINES = ("typst", "word")


def _notice(printed: Printed, engine: str, case: str) -> Notice:
    plan = plans()[case]
    assert plan.notice is not None

    return Notice(printed[engine][case], context(plan, plan.notice))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_a_figure_is_met_wherever_it_is_found(printed: Printed, engine: str, figure: Figure) -> None:
    measured = {case: [*figure.measured(_notice(printed, engine, case))] for case in plans()}
    off = {case: [value for value in values if abs(value - figure.asked) > figure.tolerance] for case, values in measured.items()}

    assert any(measured.values())
    assert {case: values for case, values in off.items() if values} == {}
