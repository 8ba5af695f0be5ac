"""The audit: what the source holds against what was claimed, line by line."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from generator.importers.audit import audit
from generator.importers.ledger import Ledger, bare
from generator.importers.outline import Aside, Outline, Paragraph
from tests.importers.made import lines, table

TEXTS = st.text(st.sampled_from('甲乙丙,，（("“ \u3000'), max_size=12)


def _unplaced(ledger: Ledger) -> list[tuple[int, str]]:
    return [(entry.line, entry.text) for entry in ledger.unplaced]


def test_every_part_of_an_outline_is_counted_blanks_apart() -> None:
    outline = Outline(
        "html",
        (Paragraph(1, "强化 责任", number="1."), table("1|甲|^|", line=2)),
        asides=(Aside(3, "首页", "导航"),),
        notes=(Paragraph(4, "脚注"),),
        box=((5, "索引号", "007"),),
    )

    assert audit(outline, Ledger()) == len("1.强化责任1甲首页脚注索引号007")


def test_a_line_that_nobody_claimed_is_reported_whole() -> None:
    ledger = Ledger()
    ledger.place(1, "甲乙")

    audit(Outline("txt", tuple(lines("甲乙", "丙 丁"))), ledger)

    assert _unplaced(ledger) == [(2, "丙丁")]


def test_of_a_line_that_is_claimed_in_part_the_rest_is_reported() -> None:
    ledger = Ledger()
    ledger.derive(1, "一、")
    ledger.place(1, "强化责任落实")

    audit(Outline("txt", tuple(lines("一、强化责任（甲）落实"))), ledger)

    assert _unplaced(ledger) == [(1, "（甲）")]


def test_of_a_line_that_is_hardly_claimed_all_is_reported() -> None:
    ledger = Ledger()
    ledger.derive(1, "一、")

    audit(Outline("txt", tuple(lines("一、强化责任"))), ledger)

    assert _unplaced(ledger) == [(1, "一、强化责任")]


def test_a_mark_of_another_width_and_a_curved_quote_are_the_same_character() -> None:
    ledger = Ledger()
    ledger.place(1, "“甲”（乙），丙")

    audit(Outline("txt", tuple(lines('"甲"(乙),丙'))), ledger)

    assert ledger.unplaced == []


def test_a_line_put_onto_another_is_claimed_there_however_it_is_booked() -> None:
    ledger = Ledger()
    ledger.join(2, 1)
    ledger.place(1, "甲")
    ledger.place(2, "乙")

    audit(Outline("txt", tuple(lines("甲", "乙"))), ledger)

    assert ledger.unplaced == []


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["place", "derive", "aside", "nobody"])), max_size=6))
def test_what_nobody_claims_is_reported_and_nothing_is_reported_twice(told: list[tuple[str, str]]) -> None:
    ledger = Ledger()
    for line, (text, way) in enumerate(told, 1):
        if way == "place":
            ledger.place(line, text)
        elif way == "derive":
            ledger.derive(line, text)
        elif way == "aside":
            ledger.set_aside(line, text, "")
    outline = Outline("txt", tuple(lines(*(text for text, _ in told))))

    audit(outline, ledger)
    audit(outline, ledger)

    assert _unplaced(ledger) == [(line, bare(text)) for line, (text, way) in enumerate(told, 1) if way == "nobody" and bare(text)]


@given(TEXTS, st.data())
def test_claimed_and_reported_characters_together_are_those_of_the_line(text: str, data: st.DataObject) -> None:
    ledger = Ledger()
    claimed = text[: data.draw(st.integers(len(bare(text)) // 2 + 1, len(text) + 1))]
    ledger.place(1, claimed)

    audit(Outline("txt", tuple(lines(text))), ledger)

    reported = "".join(entry.text for entry in ledger.unplaced)
    assert len(bare(claimed)) + len(reported) in {len(bare(text)), len(bare(text)) + len(bare(claimed))}
    assert not Counter(reported) - Counter(text)
