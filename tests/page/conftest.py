"""Every case as both engines print it, made once in a run."""

from __future__ import annotations

import pytest

from generator.render import to_docx, to_pdf
from tests.dressed import LOOK
from tests.page.cases import plans
from tests.page.engines import opened_by_libreoffice
from tests.page.sheets import Sheet, sheets

Printed = dict[str, dict[str, list[Sheet]]]
"""The pages by engine ("typst", "word") and case."""


@pytest.fixture(scope="session")
def documents() -> dict[str, bytes]:
    """Return the Word file of every case."""
    return {name: to_docx.render(plan, LOOK) for name, plan in plans().items()}


@pytest.fixture(scope="session")
def printed(documents: dict[str, bytes]) -> Printed:
    """Return the pages of every case by both engines."""
    word = opened_by_libreoffice(documents, LOOK.style)
    return {
        "typst": {name: sheets(to_pdf.render(plan, LOOK)) for name, plan in plans().items()},
        "word": {name: sheets(pdf) for name, pdf in word.items()},
    }
