"""Generated files are fresh, and an officer's editor finds them."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.generated import files, stale


def test_generated_files_are_fresh() -> None:
    assert len(files()) >= 2
    assert stale() == []


def test_every_shipped_file_names_the_schema_its_editor_is_to_use() -> None:
    shipped = sorted((ROOT / "plans").glob("*/*.yaml"))

    assert len(shipped) >= 6
    for path in shipped:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        kind = "region" if path.name == "region.yaml" else "plan"
        assert first == f"# yaml-language-server: $schema=../.schema/{kind}.schema.json"
        assert (path.parent / f"../.schema/{kind}.schema.json").resolve() in files()
