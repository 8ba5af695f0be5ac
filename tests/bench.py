"""How fast the program is, beside the bare tool that does the same part of the job, in one run: `make bench`.

Every line times the two in turn, ours, theirs, ours, theirs …, and prints the medians and the median of the pairs' ratios.
"""

from __future__ import annotations

import difflib
import gc
import io
import json
import os
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

import docx
import yaml
from docxtpl import DocxTemplate

from generator import workflow
from generator.compare import report_text
from generator.compare.edition import Edition
from generator.compare.paired import paired
from generator.compare.report import report
from generator.render import to_docx
from generator.render.context import context, notice_of
from generator.render.style import Look
from generator.render.word import dress
from generator.render.word.compiled import Compiled, compiled
from generator.render.word.package import pack, unpack
from generator.source.reader import load, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


EDITS = (
    ("year: 2025", "year: 2026"),
    ("云阳府发〔2025〕1号", "云阳府发〔2026〕2号"),
    ("9月前出台", "10月底前出台"),
    ("多发督促函、多暗访、", "多暗访、"),
    ("二中、三中全会", "三中、四中全会"),
    ("title: 强化行业部门监管责任", "title: 强化部门监管责任"),
    ("同比下降10%", "同比下降5%"),
    ("覆盖率达到100%", "覆盖率达到90%"),
    ("不低于50%", "不低于60%"),
    ("goal: 修订, units: 县气象局", "goal: 6月底前修订, units: 县气象局、县应急管理局"),
    ("id: relief_stocks,", "id: relief_goods,"),
    (
        "      - id: departments\n",
        "      - {id: accountability, title: 强化考核问责, text: 考核结果纳入年度目标管理。}\n      - id: departments\n",
    ),
)
"""What an officer does to a plan, in every part of it: texts, goals, units, another id, a task more."""


def comparing() -> Iterator[Line]:
    """Yield how long it takes to compare two plans, with all that is told of it, beside difflib on the lines of their YAML."""
    text = PLAN.read_text(encoding="utf-8")
    yield Line("diff of two plans in memory to text, warm, to difflib.unified_diff", *both_ways(text, edited(text, EDITS), unified))
    yield Line("the same, to difflib.ndiff, which looks inside the lines", *both_ways(text, edited(text, EDITS), marked))
    for size in (500, 5000):
        long = with_items(size)
        changes = [(f"检查企业{number}家次", f"检查企业{number + 1}家次") for number in range(10, size, size // 20)]
        yield Line(
            f"diff of plans of {size} items, 20 edits, to difflib.unified_diff", *both_ways(long, edited(long, changes), unified), COLD_RUNS
        )


def edited(text: str, edits: Iterable[tuple[str, str]]) -> str:
    """Return a text after edits, each of which must fit."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return text


def with_items(size: int) -> str:
    """Return the plan with a table of so many items more."""
    items = (
        f"          - {{id: x{number}, name: 重点事项{number}, goal: 检查企业{number}家次, units: 县应急管理局}}" for number in range(size)
    )
    return "\n".join(
        [PLAN.read_text(encoding="utf-8").rstrip("\n"), "      - id: extra", "        title: 重点事项", "        items:", *items, ""]
    )


def both_ways(old: str, new: str, bare: Callable[[list[str], list[str]], object]) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return the comparison of two plans from their trees in our way, and of the lines of their files in the bare way."""
    one, other = loaded(old), loaded(new)
    return partial(compared, one, other), partial(bare, old.splitlines(), new.splitlines())


def loaded(text: str) -> workflow.Loaded:
    """Return a plan as loaded, the region beside it."""
    return workflow.load(PLAN, lambda path: read(text.encode(), path.name) if path == PLAN else load(path))


def compared(old: workflow.Loaded, new: workflow.Loaded) -> object:
    """Return every line that is told of two plans."""
    one, other = (Edition.of(plan.file, plan.tree) for plan in (old, new) if plan.tree)
    found = paired(one.content, other.content)
    return [*report_text.lines(report(one, other.under(found.content), found))]


def unified(old: list[str], new: list[str]) -> object:
    """Return which lines differ, by difflib."""
    return [*difflib.unified_diff(old, new)]


def marked(old: list[str], new: list[str]) -> object:
    """Return which lines differ and where inside them, by difflib."""
    return [*difflib.ndiff(old, new)]


BARE_TEXT = "import sys; print(len(open(sys.argv[1], encoding='utf-8').read().splitlines()))"
BARE_WORD = "import sys, docx; print(sum(len(one.text) for one in docx.Document(sys.argv[1]).paragraphs))"
WRAPPED = ROOT / "tests/importers/notices/02_pdf_hardwrap.txt"


def importing(folder: Path) -> Iterator[Line]:
    """Yield how long it takes to make a plan of a text and of a Word file, beside reading their lines and paragraphs."""
    source, word = published() or WRAPPED, folder / "built.docx"
    word.write_bytes(to_docx.render(workflow.check(workflow.load(PLAN)).plan(), Look((ROOT / "templates",), (ROOT / "styles",))))
    target = ("--out", folder / "imported.yaml", "--force")
    lines = lambda: source.read_text(encoding="utf-8").splitlines()  # noqa: E731 - the bare way
    yield Line(f"import of {source.stem[:16]} in memory, warm, to splitlines", lambda: workflow.imported(source), lines)
    yield Line("import of a built .docx in memory, warm, to python-docx", lambda: workflow.imported(word), lambda: paragraphs(word))
    bare = process(sys.executable, "-c", BARE_TEXT, source)
    yield Line("hongtou import of that text, a process, to reading its lines", hongtou("import", source, *target), bare, COLD_RUNS)
    bare = process(sys.executable, "-c", BARE_WORD, word)
    yield Line("hongtou import of that .docx, a process, to python-docx", hongtou("import", word, *target), bare, COLD_RUNS)


def published() -> Path | None:
    """Return a published notice with five tables, where there is one: it is no part of the repository."""
    folder = Path(os.environ.get("HONGTOU_CORPUS") or ROOT / "../shared/seeds")
    return next(iter(sorted(folder.glob("004*.txt"))), None)


def paragraphs(path: Path) -> object:
    """Return the texts of a Word file's paragraphs, by python-docx."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def libreoffice(folder: Path, document: bytes) -> Callable[[], object]:
    """Return the conversion of a Word file to PDF by LibreOffice, with a profile of its own."""
    source, profile = folder / "notice.docx", f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    source.write_bytes(document)
    return process(SOFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", folder, source)


def main() -> None:
    """Print the table."""
    print(f"{PLAN.relative_to(ROOT)}, {PLAN.stat().st_size / 1000:.0f} kB; ours, the bare tool, ratio")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        for line in (*checking(), *comparing(), *importing(Path(folder)), *documents(Path(folder))):
            line.print()


if __name__ == "__main__":
    main()
