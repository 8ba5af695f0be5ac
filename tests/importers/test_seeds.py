"""Published notices that are no part of the repository: each comes back whole, with the counts a reader finds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from rapidfuzz.distance import Indel

from generator.importers import audit, from_text
from generator.importers.ledger import bare
from generator.importers.recognise import Recognised, recognise
from generator.importers.text.furniture import NAVIGATION
from generator.importers.widths import narrow
from generator.plan import outline
from generator.plan.builder import build
from generator.render import to_text
from generator.source.emitter import dump
from generator.source.reader import read
from tests.dressed import LOOK
from tests.importers.corpus import corpus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.plan.model import Plan

COUNTS = {"002": (3, 25, 0, 0), "003": (6, 25, 6, 117), "004": (6, 25, 5, 110), "000": (8, 48, 0, 0), "001": (6, 25, 0, 0)}
NOTICES = ("002", "003", "004")
RULE = re.compile(r"[-|+\s]*")
TABLE_HEAD = re.compile(r"序号名称\d{4}年目标(\(内容\))?责任单位备注")


@dataclass(frozen=True)
class Imported:
    """A notice with what came of it."""

    source: str
    found: Recognised
    plan: Plan


def _imported(name: str) -> Imported:
    data = corpus(name)
    source = from_text.read(data)
    found = recognise(source, name)
    audit.audit(source, found.ledger)
    tree = read(dump(found.tree).encode()).tree

    assert tree is not None
    return Imported(data.decode("utf-8-sig"), found, build(tree))


@pytest.mark.parametrize("name", COUNTS)
def test_the_parts_of_a_notice_are_counted_as_a_reader_counts_them(name: str) -> None:
    plan = _imported(name).plan

    assert COUNTS[name] == tuple(outline.counts(plan).values())


@pytest.mark.parametrize("name", COUNTS)
def test_every_character_of_a_notice_has_its_place(name: str) -> None:
    found = _imported(name).found

    assert found.ledger.unplaced == []


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_built_again_to_the_character(name: str) -> None:
    imported = _imported(name)
    navigation = {entry.line for entry in imported.found.ledger.aside if entry.why == NAVIGATION}
    lines = imported.source.splitlines()
    source = _compared(line for place, line in enumerate(lines, start=1) if place not in navigation and not RULE.fullmatch(line))

    output = _compared(to_text.render(imported.plan, LOOK).decode().splitlines())

    assert Indel.distance(source, output) <= len(source) * 0.001


def test_joined_cells_of_a_page_without_them_are_in_their_lines() -> None:
    tables = {table.title: table for annex in _imported("003").plan.annexes for table in annex.tables}
    joined: dict[str, Any] = {str(place): item.join for place, item in enumerate(tables["重点措施"].items, start=1) if item.join}

    assert joined["2"] == ("name",)
    assert joined["6"] == ("name", "units")
    assert joined["43"] == ("name", "units")
    assert "41" not in joined


def _compared(lines: Iterable[str]) -> str:
    """Return a text without blanks, bars and the heads of tables, which pages repeat; its signs half-width."""
    text = bare("".join(map(narrow, lines))).replace("|", "").replace("“", '"').replace("”", '"')
    return TABLE_HEAD.sub("", text)
