"""Real notices to read, which are no part of the repository: a test that asks for one is skipped where they are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT


def corpus(name: str) -> bytes:
    """Return the file whose name begins so, from HONGTOU_CORPUS or the folder beside the repository; skip the test without it."""
    folder = Path(os.environ.get("HONGTOU_CORPUS") or ROOT / "../shared/seeds")
    found = sorted(folder.glob(f"{name}*.txt"))
    if not found:
        pytest.skip(f"no file {name}*.txt in {folder}: set HONGTOU_CORPUS to the folder of real notices")
    return found[0].read_bytes()
