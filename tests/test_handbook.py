"""The officers' handbook knows what the program knows: every code, every key, every command."""

from __future__ import annotations

import re

import pytest
import yaml

from generator.cli.main import COMMANDS
from generator.lint.runner import all_rules
from generator.schema.shapes import shapes
from tests.conftest import ROOT

HANDBOOK = (ROOT / "docs/使用手册.md").read_text(encoding="utf-8")
READING = yaml.safe_load((ROOT / "generator/messages.yaml").read_text(encoding="utf-8"))
IMPORT_ONLY = {"unplaced", "source"}


def test_every_code_is_explained() -> None:
    codes = {*READING, *(rule.code for rule in all_rules())}
    explained = set(re.findall(r"[a-z]+(?:-[a-z0-9]+)*", HANDBOOK))

    assert len(codes) > 50
    assert codes - explained == set()


@pytest.mark.parametrize("shape", sorted(set(shapes()) - IMPORT_ONLY))
def test_every_key_an_officer_writes_is_explained(shape: str) -> None:
    explained = set(re.findall(r"[a-z_]+", HANDBOOK))

    assert set(shapes()[shape]) - IMPORT_ONLY - explained == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(command: str) -> None:
    assert f"hongtou {command}" in HANDBOOK
