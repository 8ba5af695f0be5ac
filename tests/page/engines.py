"""The two engines that set a notice: the embedded typst makes the PDF, LibreOffice opens the Word file, both with the same faces."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.render import fonts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.render.style import Style

_SECONDS = 180
_TRIES = 2
_PDF = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'  # with the blank pages before an even one
_ALIAS = '<alias binding="same"><family>{}</family><accept><family>{}</family></accept></alias>'


def opened_by_libreoffice(documents: Mapping[str, bytes], style: Style) -> dict[str, bytes]:
    """Return the PDF that LibreOffice makes of each Word file, all in one start, with the faces that typst prints with."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for document, data in documents.items():
            (folder / f"{document}.docx").write_bytes(data)
        (folder / "fonts.conf").write_text(_faces(style), encoding="utf-8")
        for _ in range(_TRIES):
            _convert(folder)
            made = {document: folder / "pdf" / f"{document}.pdf" for document in documents}
            if all(path.exists() for path in made.values()):
                break
        return {document: path.read_bytes() for document, path in made.items()}


def _convert(folder: Path) -> None:
    """Convert every Word file of a folder with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        _PDF,
        "--outdir",
        folder / "pdf",
        *sorted(folder.glob("*.docx")),
    ]
    environment = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run(command, env=environment, capture_output=True, timeout=_SECONDS, check=False)


def _faces(style: Style) -> str:
    """Return a configuration of fontconfig that prints each official face with what stands in for it."""
    packaged = fonts.package_folder()
    folder = f"<dir>{packaged}</dir>" if packaged else ""
    aliases = "".join(_ALIAS.format(face.official, face.families[0]) for face in fonts.faces(style))
    return f"<fontconfig><include>/etc/fonts/fonts.conf</include>{folder}{aliases}</fontconfig>"
