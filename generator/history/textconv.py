"""What git shows in place of a file: a plan as its notice prints, a Word file as its text, anything else as it is.

Git hands over one temporary copy without its neighbours, and stops at once when this fails: so nothing here may. What is shown says
nothing of this day or this machine, so that two versions differ only where the files do.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.plan.model import Plan

_PLAN = re.compile(rb"^['\"]?(?:year|title)['\"]?\s*:", re.MULTILINE)
_ZIP = b"PK\x03\x04"


def shown(data: bytes, printed: Callable[[Plan], bytes]) -> bytes:
    """Return what git shows for a file's bytes; `printed` says what a plan's notice prints. Never raises."""
    try:
        converted = _docx(data) if data.startswith(_ZIP) else _plan(data, printed)
    except Exception:  # noqa: BLE001 - one file that cannot be converted would end git's whole output
        converted = None
    if converted is not None:
        return converted
    return _sealed(data) if b"\0" in data else data


def _docx(data: bytes) -> bytes:
    from generator.history import docx  # noqa: PLC0415 - lxml only for a Word file

    return docx.text(data).encode()


def _plan(data: bytes, printed: Callable[[Plan], bytes]) -> bytes | None:
    """Return a plan as text, None for what is no plan or has a slip that keeps it from being read."""
    if not _PLAN.search(data):
        return None
    from generator.history import plan_text  # noqa: PLC0415 - YAML only for what may be a plan

    found = plan_text.understood(data)
    return None if found is None else printed(found.plan) + plan_text.beside(*found).encode()


def _sealed(data: bytes) -> bytes:
    """Return a line in place of a file that is no text, which differs where the files do."""
    return f"（不是文字：{len(data)} 字节，摘要 {hashlib.sha256(data).hexdigest()[:12]}）\n".encode()
