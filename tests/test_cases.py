"""Cases: a folder of plans, each with what the program must say of it. Add a file, get a test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = ROOT / "tests" / "cases"
BAD = sorted((CASES / "bad").glob("*.yaml"))
NOTICES = sorted((CASES / "notice").glob("*.yaml"))
SHIPPED = sorted((ROOT / "plans").glob("*/20??.yaml"))


def with_lengths(text: str) -> str:
    """Return every line behind its length, so that a character nobody sees shows in a difference."""
    return "".join(f"{len(line):>4} {line}\n" for line in text.removesuffix("\n").split("\n"))


def test_there_are_cases() -> None:
    assert len(BAD) > 50
    assert len(NOTICES) >= 8
    assert len(SHIPPED) >= 3


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_plan_is_told_its_faults_at_their_places(
    path: Path, hongtou: Callable[..., Outcome], golden: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    outcome = hongtou("check", path.name)

    assert outcome.code == 1
    assert f"{path.name}:" in outcome.out
    golden(path.with_suffix(".txt"), outcome.out)


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_a_notice_prints_as_its_golden_text(
    path: Path, hongtou: Callable[..., Outcome], golden: Callable[[Path, str], None], tmp_path: Path
) -> None:
    outcome = hongtou("build", path, "--to", "txt", "--out", tmp_path)
    target = tmp_path / f"notice-{path.stem}.notice.txt"

    assert (outcome.code, outcome.out) == (0, f"{target}\n")
    golden(path.with_suffix(".txt"), target.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("shape", ["text", "json", "yaml"])
def test_a_shipped_plan_shows_as_its_golden_outline(
    path: Path, shape: str, hongtou: Callable[..., Outcome], golden: Callable[[Path, str], None]
) -> None:
    outcome = hongtou("show", path, "--format", shape)

    assert (outcome.code, outcome.err) == (0, "")
    golden(ROOT / "tests" / "golden" / f"{path.parent.name}-{path.stem}.show.{'txt' if shape == 'text' else shape}", outcome.out)


def test_the_notice_of_yunyang_prints_as_its_golden_text(
    hongtou: Callable[..., Outcome], golden: Callable[[Path, str], None], tmp_path: Path
) -> None:
    hongtou("build", ROOT / "plans/yunyang/2025.yaml", "--to", "notice.txt", "--out", tmp_path)

    text = (tmp_path / "yunyang-2025.notice.txt").read_text(encoding="utf-8")
    golden(ROOT / "tests" / "golden" / "yunyang-2025.notice.txt", with_lengths(text))


def test_nothing_is_wrong_with_the_shipped_plans_but_a_number_that_was_never_published(hongtou: Callable[..., Outcome]) -> None:
    outcome = hongtou("check", *SHIPPED, "--format", "json")
    told = [(Path(problem["file"]).parent.name, problem["message"]) for problem in json.loads(outcome.out)["problems"]]

    assert outcome.code == 0
    assert told == [("wushan", "通知没有发文字号（number）")]
