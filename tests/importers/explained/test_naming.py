"""Whose plan a document without a notice tells of."""

from __future__ import annotations

import pytest

from generator.importers.explained import naming
from generator.importers.ledger import Ledger


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("《青禾县2025年工作要点》政策解读", True),
        ("关于青禾县2025年工作要点的解读", True),
        ("一图读懂｜青禾县2025年工作要点", True),
        ("政策解读", False),
        ("青禾县2025年工作要点", False),
    ],
)
def test_a_title_says_that_it_explains_and_what(line: str, says: bool) -> None:  # noqa: FBT001 - a case
    assert naming.says_so(line) == says


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        (["政策解读", "《青禾县2025年", "工作要点》政策解读", "水利局"], [1, 2]),
        (["青禾县2025年安全生产", "工作要点解读"], [0, 1]),
        (["青禾县2025年工作要点"], []),
    ],
)
def test_a_title_is_followed_back_to_its_beginning(lines: list[str], places: list[int]) -> None:
    assert [*naming.title_at(lines)] == places


@pytest.mark.parametrize(
    ("titles", "texts", "title", "confidence"),
    [
        (["《关于印发青禾县2025年工作要点的通知》政策解读"], [], "青禾县2025年工作要点", 0.9),
        (["政策解读"], ["县里印发《青禾县2025年防汛工作要点》，"], "青禾县2025年防汛工作要点", 0.6),
        ([], ["按照《印发〈2025年全市防汛工作要点〉的通知》，明确2025年全县防汛工作的思路。"], "2025年全县防汛工作要点", 0.6),
        ([], ["按照《河东市2025年防汛工作要点》，"], "河东市2025年防汛工作要点", 0.3),
        ([], ["无名。"], "来稿", 0.2),
    ],
)
def test_the_plans_title_is_a_guess_that_says_how_sure_it_is(titles: list[str], texts: list[str], title: str, confidence: float) -> None:
    ledger = Ledger()

    assert naming.title_of(titles, texts, "来稿", ledger) == title
    assert [guess.confidence for guess in ledger.guesses] == [confidence]


@pytest.mark.parametrize(
    ("heads", "title", "texts", "name"),
    [
        (["《青禾县2025年工作要点》解读"], "", [], "青禾县"),
        (["政策解读", "松岭县水利局"], "", [], "松岭县"),
        ([], "河东市2025年工作要点", ["结合临溪县实际，制定本要点。"], "临溪县"),
        ([], "2025年全区工作要点", ["全区修订《云栖区应急预案》，落实《河东市应急预案》。"], "云栖区"),
        (["全县工作要点解读"], "2025年全县工作要点", [], "本单位"),
    ],
)
def test_the_region_is_the_place_of_titles_and_signatures_before_any_in_the_text(
    heads: list[str], title: str, texts: list[str], name: str
) -> None:
    assert naming.region(heads, title, texts, Ledger())["name"] == name
