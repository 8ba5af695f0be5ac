"""The year that a plan is for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.importers.frame.years import year_of
from generator.importers.ledger import Ledger

if TYPE_CHECKING:
    from generator.importers.prose import Drawn

THIS = str(date.today().year)  # noqa: DTZ011 - the officer's own year


@pytest.mark.parametrize(
    ("tree", "year", "sure"),
    [
        ({"title": "青临县2026年工作要点", "notice": {"date": "2025-12-30"}}, "2026", None),
        ({"title": ["青临县2026年", "工作要点"]}, "2026", None),
        ({"title": "工作要点", "notice": {"date": "2025-12-30"}}, "2025", 0.6),
        ({"title": "工作要点", "notice": {}}, "2024", 0.6),
        ({"title": "12026年"}, "2024", 0.6),
    ],
)
def test_the_title_says_it_else_the_date_else_the_text(tree: Drawn, year: str, sure: float | None) -> None:
    ledger = Ledger()
    ledger.place(1, "到2024年底，比2023年多；2024年内")

    assert year_of(tree, ledger) == year
    assert [guess.confidence for guess in ledger.guesses] == ([sure] if sure else [])


def test_where_nothing_says_it_the_officers_own_year_is_a_wild_guess() -> None:
    ledger = Ledger()

    assert year_of({}, ledger) == THIS
    assert [(guess.what, guess.confidence) for guess in ledger.guesses] == [(f"标题里没有年份，暂定 {THIS} 年", 0.1)]
