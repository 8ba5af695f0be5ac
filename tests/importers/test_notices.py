"""Whole notices of every make: each is read as a person would read it, and all of it is printed again."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.errors import RefusedError
from generator.importers import audit, readers
from generator.importers.ledger import bare
from generator.importers.recognise import recognise
from generator.importers.report import shares
from generator.importers.widths import narrow
from generator.plan import builder, outline
from generator.plan.model import walk
from generator.render import to_text
from generator.source import emitter, reader
from tests.dressed import LOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.importers.recognise import Recognised
    from generator.plan.model import Plan

FOLDER = Path(__file__).parent / "notices"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))
READ = [name for name, expected in EXPECTED.items() if "refused" not in expected]
REFUSED = [name for name, expected in EXPECTED.items() if "refused" in expected]


@cache
def _imported(name: str) -> tuple[Recognised, Plan]:
    source = readers.read(FOLDER / name)
    found = recognise(source.outline, Path(name).stem)
    audit.audit(source.outline, found.ledger)
    tree = reader.read(emitter.dump(found.tree).encode()).tree
    assert tree
    return found, builder.build(tree)


def _summary(found: Recognised, plan: Plan) -> dict[str, Any]:
    notice = found.tree.get("notice")
    annexes = found.tree.get("annexes")
    held: dict[str, Any] = {"form": "attached", **(notice if isinstance(notice, dict) else {})}
    return {
        **held,
        "title": plan.full_title,
        **outline.counts(plan),
        "points": sum(node.role == "point" for node in walk(plan.children)),
        "numbering": found.tree.get("numbering"),
        "units_print": found.tree.get("units_print"),
        "annexes": [f"{''.join(annex.title)}{'（缺）' * annex.absent}" for annex in plan.annexes] if annexes else None,
        "closing": bool(plan.closing),
    }


def test_there_are_notices_of_every_make() -> None:
    assert len(READ) > 30
    assert {Path(name).suffix for name in READ} == {".txt", ".md", ".html"}


def test_every_notice_of_the_folder_is_judged() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {"expected.yaml"} == set(EXPECTED)


@pytest.mark.parametrize("name", READ)
def test_a_notice_is_read_as_a_person_reads_it(name: str) -> None:
    summary = _summary(*_imported(name))

    assert EXPECTED[name] == {key: summary[key] for key in EXPECTED[name]}


@pytest.mark.parametrize("name", READ)
def test_no_character_of_a_notice_is_without_its_place(name: str) -> None:
    found, _ = _imported(name)

    assert found.ledger.unplaced == []


@pytest.mark.parametrize("name", READ)
def test_what_was_not_set_aside_is_printed_again(name: str) -> None:
    found, plan = _imported(name)
    source = readers.read(FOLDER / name).outline
    said = _characters(*(entry.text for entry in (*found.ledger.placed, *found.ledger.derived)))
    mended = sum(len(bare(one.old)) for one in found.ledger.mended)

    lost = said - _characters(to_text.render(plan, LOOK).decode())

    assert source.blocks
    assert lost.total() <= mended


@pytest.mark.parametrize("name", READ)
def test_what_is_booked_as_placed_stands_in_the_plan(name: str) -> None:
    found, _ = _imported(name)
    placed = _characters(*(entry.text for entry in found.ledger.placed))
    mended = sum(len(bare(one.old)) for one in found.ledger.mended)

    missing = placed - _characters(*_scalars(found.tree))

    assert missing.total() <= mended


@pytest.mark.parametrize("name", READ)
def test_the_shares_of_a_notice_are_all_of_it(name: str) -> None:
    source = readers.read(FOLDER / name).outline
    found = recognise(source, name)
    characters = audit.audit(source, found.ledger)

    counted = shares(found.ledger, characters)

    assert counted.placed + counted.derived + counted.aside + counted.unplaced == characters


def _scalars(value: Any) -> Iterator[str]:  # noqa: ANN401 - a tree of any shape
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from () if key in {"id", "region", "source"} else _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    elif value:
        yield str(value)


@pytest.mark.parametrize("name", REFUSED)
def test_a_table_without_its_cells_is_refused_with_its_line(name: str) -> None:
    with pytest.raises(RefusedError, match=EXPECTED[name]["refused"]):
        recognise(readers.read(FOLDER / name).outline, name)


def _characters(*texts: str) -> Counter[str]:
    return Counter(bare("".join(map(narrow, texts))).replace("“", '"').replace("”", '"'))
