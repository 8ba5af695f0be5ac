"""Where templates and styles are looked for: the nearest folder above the plan, then the program's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import project
from tests.conftest import ROOT


@pytest.mark.parametrize("folder", ["templates", "styles"])
def test_the_program_has_folders_of_its_own(folder: str) -> None:
    assert project.built_in(folder) == ROOT / folder
    assert any(project.built_in(folder).rglob("*.*"))


def test_a_plan_without_a_project_has_the_built_in_folder_only(tmp_path: Path) -> None:
    assert project.folders(tmp_path / "2025.yaml", "templates") == (ROOT / "templates",)


def test_the_nearest_folder_above_the_plan_comes_first(tmp_path: Path) -> None:
    near, far = tmp_path / "甲" / "templates", tmp_path / "templates"
    near.mkdir(parents=True)
    far.mkdir()

    assert project.folders(tmp_path / "甲" / "乙" / "2025.yaml", "templates") == (near, ROOT / "templates")
    assert project.folders(tmp_path / "丙" / "2025.yaml", "templates") == (far, ROOT / "templates")


def test_each_kind_of_folder_is_looked_for_by_itself(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()

    assert project.folders(tmp_path / "2025.yaml", "styles") == (ROOT / "styles",)


def test_a_file_of_that_name_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "templates").touch()

    assert project.folders(tmp_path / "2025.yaml", "templates") == (ROOT / "templates",)


def test_a_plan_in_the_programs_own_project_names_the_folder_once() -> None:
    assert project.folders(ROOT / "plans/yunyang/2025.yaml", "templates") == (ROOT / "templates",)


def test_a_relative_path_is_looked_up_from_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "plans").mkdir()
    monkeypatch.chdir(tmp_path / "plans")

    assert project.folders(Path("2025.yaml"), "templates")[0] == tmp_path / "templates"
