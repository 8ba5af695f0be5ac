"""The zip container of a Word file, written so that the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first date a zip can carry: a date of its own would make every build differ
_LEVEL = 6


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file of its parts by name: content types first, as readers expect, then by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            archive.writestr(_entry(name), parts[name])
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name. Raises zipfile.BadZipFile when it is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0  # the same on every system
    return entry
