"""The table of documents: what may be asked for, and that every row of it works."""

from __future__ import annotations

import pytest

from generator.errors import RefusedError, UsageError
from generator.plan.model import Notice, Plan
from generator.render.formats import DEFAULT, FORMATS, chosen
from generator.render.style import look_of
from tests.conftest import ROOT

LOOK = look_of(ROOT / "plan.yaml")


@pytest.mark.parametrize("names", ["notice.txt", "txt", " txt ", "txt,notice.txt", "txt,,txt,"])
def test_a_format_is_chosen_by_either_name_and_once(names: str) -> None:
    assert [format_.name for format_ in chosen(names)] == ["notice.txt"]


@pytest.mark.parametrize(("names", "said"), [("txt,doc", "doc"), ("TXT", "TXT"), ("txt doc", "txt doc"), ("a,b", "a、b")])
def test_what_is_not_known_is_said_with_what_there_is(names: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        chosen(names)

    assert "notice.txt、txt" in raised.value.tip


@pytest.mark.parametrize("names", ["", " ", ","])
def test_no_format_at_all_is_a_wrong_usage(names: str) -> None:
    with pytest.raises(UsageError):
        chosen(names)


def test_names_are_unique_and_the_default_is_one_of_them() -> None:
    names = [name for format_ in FORMATS for name in (format_.name, format_.short)]

    assert len(names) == len(set(names)) >= 2
    assert chosen(DEFAULT)


def test_the_text_ends_in_one_line_break_and_has_no_trailing_blanks() -> None:
    plan = Plan(year=2025, title=("甲",), notice=Notice(body=("一　 ", "二")), preamble=("三",))
    text = chosen("txt")[0].render(plan, LOOK).data.decode()

    assert text == "一　\n二\n\n甲\n\n三\n"


def test_a_plan_without_a_notice_is_refused() -> None:
    with pytest.raises(RefusedError, match="notice"):
        chosen("txt")[0].render(Plan(year=2025), LOOK)


def test_nothing_in_a_text_is_taken_for_a_template_or_escaped() -> None:
    plan = Plan(year=2025, title=("甲",), notice=Notice(body=("{{ 7 * 7 }} <b> & {% if %}",)))

    assert chosen("txt")[0].render(plan, LOOK).data.decode().startswith("{{ 7 * 7 }} <b> & {% if %}\n")
