"""What holds for any plan: it reads back as written, builds and shows without a traceback, counts on, and prints every sentence."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from generator import workflow
from generator.cli import main as cli
from generator.plan.builder import build
from generator.plan.model import Annex, Body, Item, Node, Plan, tables_of, walk
from generator.plan.numbers import Numbers, number
from generator.render import to_text
from generator.render.phrases import printed_date
from generator.render.style import Look
from generator.source.emitter import dump
from generator.source.reader import read
from generator.source.tree import plain
from tests import strategies

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LOOK = Look((ROOT / "templates",), (ROOT / "styles",))
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _built(value: strategies.Drawn) -> Plan:
    tree = read(dump(value).encode()).tree

    assert tree is not None
    return build(tree)


@MANY
@given(strategies.plans)
def test_a_plan_reads_back_as_it_was_written(value: strategies.Drawn) -> None:
    document = read(dump(value).encode())

    assert document.problems == ()
    assert document.tree is not None
    assert plain(document.tree) == value


@MANY
@given(strategies.plans)
def test_any_plan_checks_shows_and_builds_without_a_traceback(value: strategies.Drawn) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2025.yaml"
        path.write_text(dump(value), encoding="utf-8")
        for arguments, codes in (
            (["check", path], {0, 1}),
            (["check", path, "--final", "--format", "json"], {0, 1}),
            (["show", path], {0}),
            (["show", path, "--format", "json"], {0}),
            (["build", path, "--out", folder], {0}),
        ):
            code, said = _run([str(argument) for argument in arguments])
            assert code in codes, said


def _run(arguments: list[str]) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            cli.main(arguments)
        except SystemExit as stop:
            return int(stop.code or 0), said.getvalue()
    return -1, said.getvalue()


@MANY
@given(strategies.plans)
def test_siblings_are_numbered_without_a_gap(value: strategies.Drawn) -> None:
    plan = _built(value)
    numbers = number(plan)

    for row, first in _rows(plan):
        printed = [numbers.of(node.path) for node in row]
        counted = [numbers.counted[node.path] for node in row]
        assert counted == list(range(counted[0], counted[0] + len(counted)))
        assert counted[0] == first or _may_run(plan)
        assert all(_says(text, place) for text, place in zip(printed, counted, strict=True))
    for table in tables_of(plan):
        items = [item for item in table.items if not item.heading]
        assert [numbers.of(item.path) for item in items] == [str(place) for place in range(1, len(items) + 1)]
        assert all(_unnumbered(item, numbers) for item in table.items if item.heading)


def _may_run(plan: Plan) -> bool:
    """Tell whether some depth of the plan runs through, so that a row need not begin with its first number."""
    bodies: list[Body] = [plan, *plan.annexes]
    owners = (*bodies, *(node for body in bodies for node in walk(body.children)))
    return any(mark.running for owner in owners for mark in owner.numbering)


def _says(printed: str, place: int) -> bool:
    """Tell whether a printed number ends in a place's numeral, in one of the ways a numeral is written."""
    ones, tens = "零一二三四五六七八九", place // 10
    in_chinese = f"{'' if tens < 2 else ones[tens]}{'十' if tens else ''}{ones[place % 10] if place % 10 else ''}"
    ways = {str(place), in_chinese, chr(0x2460 + place - 1), chr(ord("A") + place - 1)}
    return not printed or any(printed.rstrip("、.．）)章条").endswith(way) for way in ways)


def _unnumbered(item: Item, numbers: Numbers) -> bool:
    return numbers.of(item.path) == ""


def _rows(plan: Plan) -> Iterator[tuple[tuple[Node, ...], int]]:
    """Yield every row of siblings with the number it begins with where its depth does not run through."""
    for body in (plan, *plan.annexes):
        first = len(body.tables) + 1 if isinstance(body, Annex) and len(body.tables) > 1 else 1
        yield from ([(body.children, first)] if body.children else [])
        yield from ((node.children, 1) for node in walk(body.children) if node.children)


@MANY
@given(strategies.plans)
def test_every_sentence_of_the_plan_is_printed(value: strategies.Drawn) -> None:
    plan = _built(value)
    printed = to_text.render(plan, LOOK).decode()

    flat, sentences = _flat(printed), [_flat(sentence) for sentence in _sentences(plan) if sentence]
    for sentence in sentences:
        assert flat.count(sentence) >= sentences.count(sentence)


def _flat(text: str) -> str:
    """Return a text without blanks and line breaks: a title is broken into lines, at a blank where it has one."""
    return "".join(text.split())


def _sentences(plan: Plan) -> Iterator[str]:
    notice = plan.notice
    assert notice is not None
    yield from (*plan.preamble, *plan.closing, *notice.mark, *notice.signature, *notice.title, notice.recipients.rstrip("：:"))
    yield from (notice.note, printed_date(notice.date), "" if plan.web and not notice.mark else notice.number)
    if notice.imprint:
        yield from (notice.imprint.copies_to, notice.imprint.printed_by, printed_date(notice.imprint.printed_on))
    if plan.web:
        yield from (plan.web.index, *(text for entry in plan.web.other for text in entry))
    for body in (plan, *plan.annexes):
        for node in walk(body.children):
            yield from (node.title, *node.text, *node.after, node.units if plan.units_print else "")
    for annex in plan.annexes:
        yield from (*annex.title, *annex.preamble, *annex.closing)
    for table in tables_of(plan):
        yield from (table.title, table.measure, *table.notes, *(item.heading for item in table.items))
        yield from (paragraph for item in table.items for _, cell in item.cells for paragraph in cell)
        for row in (*table.grid.head, *table.grid.body) if table.grid else ():
            yield from row


def test_the_same_plan_gives_the_same_problems_from_a_file_and_from_what_show_prints_of_it() -> None:
    loaded = workflow.load(ROOT / "plans/yunyang/2025.yaml")
    assert loaded.tree is not None

    shown = read(dump(plain(loaded.tree)).encode())
    assert shown.tree is not None
    assert build(shown.tree) == loaded.plan
