"""How fast the program is, beside the bare tool that does the same part of the job, in one run: `make bench`.

Every line times the two in turn, ours, theirs, ours, theirs …, and prints the medians and the median of the pairs' ratios.
"""

from __future__ import annotations

import gc
import io
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from docxtpl import DocxTemplate

from generator import workflow
from generator.render import to_docx
from generator.render.context import context, notice_of
from generator.render.style import Look
from generator.render.word import dress
from generator.render.word.compiled import Compiled, compiled
from generator.render.word.package import pack, unpack
from generator.source.reader import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "plans/yunyang/2025.yaml"
WARM_RUNS, COLD_RUNS = 21, 7
DOCUMENT = "word/document.xml"
SOFFICE = shutil.which("soffice") or "soffice"

BARE_LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"
BARE_DOCX = f"""{BARE_LOAD}
import json, docxtpl
template = docxtpl.DocxTemplate(sys.argv[2])
template.render(json.load(open(sys.argv[3], encoding='utf-8')))
template.save(sys.argv[4])"""


@dataclass(frozen=True)
class Line:
    """A line of the table: what is done, our way, the bare way, and how often both are timed."""

    name: str
    ours: Callable[[], object]
    bare: Callable[[], object]
    runs: int = WARM_RUNS

    def print(self) -> None:
        """Time the two in turn and print their medians and the median of their ratios."""
        self.ours()
        self.bare()
        pairs = [(seconds(self.ours), seconds(self.bare)) for _ in range(self.runs)]
        mine, other = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        ratio = statistics.median(first / second for first, second in pairs)
        print(f"{self.name:<72}{mine:>9.1f} ms{other:>9.1f} ms{ratio:>8.2f} ×")  # noqa: T201 - what a benchmark is for


def seconds(run: Callable[[], object]) -> float:
    """Return how long a run takes; what others left to be cleared away is not its own."""
    gc.collect()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def process(*command: str | Path) -> Callable[[], object]:
    """Return the running of a command in a process of its own."""
    return partial(subprocess.run, command, check=True, capture_output=True, cwd=ROOT)


def hongtou(*arguments: str | Path) -> Callable[[], object]:
    """Return the running of our command."""
    return process(sys.executable, "-c", "from generator.cli.main import main; main()", *arguments)


def bare_load() -> object:
    """Load the plan's YAML with PyYAML's C loader, and nothing else."""
    with PLAN.open(encoding="utf-8") as file:
        return yaml.load(file, yaml.CSafeLoader)


class Word:
    """The Word file of the plan made in our way and in the bare ways: all make the same XML of the same strings."""

    def __init__(self, folder: Path) -> None:
        """Load the plan and write what the bare ways need into a folder: a template without our own tags, and the strings."""
        self.look = Look((ROOT / "templates",), (ROOT / "styles",))
        self.plan = workflow.check(workflow.load(PLAN)).plan()
        self.settled = to_docx.laid_out(self.plan, self.look)
        self.values = dress.values(self.settled.finished, self.look.style, self.settled.layout)
        self.compiled = compiled((ROOT / "templates" / to_docx.NAME).read_bytes())
        self.parts = unpack(self.built())
        self.pieces = re.findall("[^>]*>", self.parts[DOCUMENT].decode())
        self.template, self.strings = folder / "template.docx", folder / "strings.json"
        self.template.write_bytes(_without_tags(self.compiled))
        self.strings.write_text(json.dumps(_plain(self.values)), encoding="utf-8")

    def built(self) -> bytes:
        """Return the file from the plan in memory with its pages laid out before, in our way."""
        return to_docx.render(self.plan, self.look, replace(self.settled, finished=context(self.plan, notice_of(self.plan))))

    def laid_out(self) -> object:
        """Return the pages of the plan in memory."""
        return to_docx.laid_out(self.plan, self.look)

    def filled(self) -> bytes:
        """Return the file from the finished strings, in our way."""
        return pack(self.compiled.render(self.values))

    def by_docxtpl(self) -> bytes:
        """Return the file from the finished strings, by docxtpl alone."""
        template, saved = DocxTemplate(self.template), io.BytesIO()
        template.render(self.values, autoescape=True)
        template.save(saved)
        return saved.getvalue()

    def by_joining(self) -> bytes:
        """Return the file from its very pieces, joined and zipped."""
        saved = io.BytesIO()
        with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, "".join(self.pieces) if name == DOCUMENT else part)
        return saved.getvalue()


def _without_tags(template: Compiled) -> bytes:
    """Return a template with our own tags already moved into their places, so that docxtpl alone can fill it."""
    text = template.filled[DOCUMENT]
    others = {name: part.source.encode() for name, part in template.filled.items()}
    return pack({**template.fixed, **others, DOCUMENT: f"{text.head}{text.source}{text.tail}".encode()})


def _plain(value: Any) -> Any:  # noqa: ANN401 - values of every kind
    """Return finished strings as plain data for JSON: whatever has fields becomes a mapping."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if hasattr(value, "_asdict"):
        return _plain(value._asdict())
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def checking() -> Iterator[Line]:
    """Yield how long it takes to read and check a plan, beside a bare C load of its YAML."""
    yield Line("read into nodes with places, warm, to a C load of the YAML", lambda: load(PLAN), bare_load)
    yield Line("read, validate, build, check, warm, to the same", lambda: workflow.check(workflow.load(PLAN)), bare_load)
    bare = process(sys.executable, "-c", BARE_LOAD, PLAN)
    yield Line("hongtou check, a process, to the same as a process", hongtou("check", PLAN), bare, COLD_RUNS)


def documents(folder: Path) -> Iterator[Line]:
    """Yield how long it takes to make the Word file and the PDF, beside docxtpl, the mere joining of text, and LibreOffice."""
    word = Word(folder)
    yield Line("notice.docx from finished strings, warm, to docxtpl from the same", word.filled, word.by_docxtpl)
    yield Line("notice.docx from finished strings, warm, to str.join and zipfile", word.filled, word.by_joining)
    yield Line("notice.docx from the plan, warm, to str.join and zipfile", word.built, word.by_joining)
    yield Line("its layout pass, warm, to the same", word.laid_out, word.by_joining)
    build = partial(hongtou, "build", PLAN, "--out", folder, "--to")
    bare = process(sys.executable, "-c", BARE_DOCX, PLAN, word.template, word.strings, folder / "bare.docx")
    yield Line("hongtou build --to docx, a process, to a script with docxtpl", build("docx"), bare, COLD_RUNS)
    yield Line("hongtou build --to pdf, a process, to LibreOffice on the .docx", build("pdf"), libreoffice(folder, word.built()), COLD_RUNS)


def libreoffice(folder: Path, document: bytes) -> Callable[[], object]:
    """Return the conversion of a Word file to PDF by LibreOffice, with a profile of its own."""
    source, profile = folder / "notice.docx", f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    source.write_bytes(document)
    return process(SOFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, source)


def main() -> None:
    """Print the table."""
    print(f"{PLAN.relative_to(ROOT)}, {PLAN.stat().st_size / 1000:.0f} kB; ours, the bare tool, ratio")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        for line in (*checking(), *documents(Path(folder))):
            line.print()


if __name__ == "__main__":
    main()
