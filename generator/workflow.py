"""READ FIRST. The whole way of a plan: load → check → build, each a short step.

load    the file and its region become one tree, the tree a plan; what is wrong so far are problems with their places
check   the rules look at the plan; every problem gets file, line, column and its place in words
build   a plan that nothing stops is rendered and written, whole or not at all
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.errors import RefusedError, UsageError, UserError
from generator.lint import runner
from generator.plan import builder, places
from generator.plan.numbers import Numbers, number
from generator.problems import wording
from generator.regions import constants
from generator.schema import checker, shapes
from generator.source import reader
from generator.source.emitter import dump
from generator.source.encoding import BYTES_AT_MOST, FORBIDDEN
from generator.source.files import make_folder, replace_file
from generator.source.tree import Mapping, Scalar, child, span_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.importers.ledger import Ledger
    from generator.importers.readers import Revisions
    from generator.plan.model import Plan
    from generator.problems import Problem
    from generator.render.formats import Format
    from generator.render.style import Look
    from generator.source.reader import Reading
    from generator.source.tree import Document

_HEADING = "# 由 hongtou import 从 {} 导入，核对后使用。\n"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as loaded: its documents (its own first), its tree with the region inline, the plan, and the problems on the way.

    `tree` and `plan` are None when the file could not be read; a region's own file is a plan that says its region only.
    """

    path: Path
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    tree: Mapping | None = None
    plan: Plan | None = None
    numbers: Numbers = Numbers()  # noqa: RUF009 - no numbers, of no plan

    @property
    def file(self) -> str:
        """Return the file's name as shown to people, HEAD~1:plans/… for one of a revision."""
        return self.documents[0].file

    @property
    def is_region(self) -> bool:
        """Tell whether this is a region's own file."""
        return self.plan is not None and not self.plan.year and self.plan.region is not None

    def line_of(self, problem: Problem) -> str:
        """Return the source line that a problem speaks of, "" where there is none."""
        for document in self.documents:
            if problem.span and problem.span.file == document.file and problem.span.line <= len(document.lines):
                return document.lines[problem.span.line - 1]
        return ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A loaded file with every problem found in it, in order of place; `final` when it was checked as one to go out."""

    loaded: Loaded
    problems: tuple[Problem, ...]
    final: bool

    @property
    def stopping(self) -> tuple[Problem, ...]:
        """Return the problems that stop a build: those of form and structure; all but notes where it is to be final."""
        return tuple(problem for problem in self.problems if problem.blocking or (self.final and problem.severity != "note"))

    def plan(self) -> Plan:
        """Return the plan, ready to be shown and built. Raises RefusedError when something stops it or there is none."""
        if self.loaded.is_region:
            raise RefusedError(f"{self.loaded.file} 是地区文件，不是计划", "请写引用它的计划文件，如同一文件夹里的 2025.yaml。")
        if self.stopping or self.loaded.plan is None:
            raise RefusedError(f"{self.loaded.file} 有错误", "请先用 hongtou check 查看并改正。")
        return self.loaded.plan


def load(path: Path, read: Reading = reader.load) -> Loaded:
    """Return a file loaded, it and its region read alike. Raises UserError only when the file itself is not there or may not be read."""
    document = read(path)
    if document.tree is None:
        return Loaded(path, (document,), document.problems)
    if _is_region(document.tree):
        return _load_region(path, document, document.tree)
    region, problems = _region(document, path, read)
    tree = constants.resolve(document.tree, region.tree) if region and region.tree else document.tree
    plan = builder.build(tree)
    numbers = number(plan)
    shape = _placed(checker.check(document.tree, "plan"), document.tree, numbers)
    documents = (document, region) if region and region.file != document.file else (document,)
    return Loaded(path, documents, (*document.problems, *shape, *problems), tree, plan, numbers)


def _load_region(path: Path, document: Document, region: Mapping) -> Loaded:
    """Return a region's own file as a plan that says nothing but its region."""
    tree = constants.resolve(Mapping(region.span, (), flow=False), region)
    return Loaded(path, (document,), (*document.problems, *_region_problems(document)), tree, builder.build(tree))


def _region(document: Document, path: Path, read: Reading) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the region's document and its problems: the file a plan names, or the mapping it holds."""
    named = child(document.tree, "region") if document.tree else None
    if isinstance(named, Mapping):
        return replace(document, tree=named, problems=()), ()
    if not isinstance(named, Scalar) or not named.text:
        return None, ()
    if named.text.startswith(("/", "\\", "~")) or ":" in named.text:
        return None, (_unreadable(named, "只能写相对于本计划的位置"),)
    try:
        region = read(path.parent / named.text)
    except UserError as error:
        return None, (_unreadable(named, error.message),)
    if region.tree and not _is_region(region.tree):
        return None, (_unreadable(named, "它不是地区文件"),)
    return region, (*region.problems, *_region_problems(region))


def _unreadable(named: Scalar, why: str) -> Problem:
    return wording("region-unreadable").problem({"file": named.text, "why": why}, span=named.span, path=("region",))


def _region_problems(region: Document) -> tuple[Problem, ...]:
    return _placed(checker.check(region.tree, "region"), region.tree, Numbers()) if region.tree else ()


def _is_region(tree: Mapping) -> bool:
    """Tell whether a tree has more keys that only a region knows than keys that only a plan knows."""
    plan, region = (set(shapes.shapes()[name]) for name in ("plan", "region"))
    keys = {entry.name for entry in tree.entries}
    return len(keys & (region - plan)) > len(keys & (plan - region))


def check(loaded: Loaded, *, final: bool = False) -> Checked:
    """Return a loaded file with all its problems; the rules have their say once the form is right."""
    found = loaded.problems
    if loaded.tree and loaded.plan and not any(problem.blocking for problem in found):
        ruled = runner.run(loaded.tree, loaded.plan, loaded.numbers, final=final and not loaded.is_region)
        found = (*found, *_placed(ruled, loaded.tree, loaded.numbers))
    return Checked(loaded, _ordered(found, loaded.documents[0].file), final)


def _placed(problems: Iterable[Problem], tree: Mapping, numbers: Numbers) -> tuple[Problem, ...]:
    """Give problems that know only their path in the tree a span and a place in words."""
    return tuple(
        replace(
            problem,
            span=problem.span or span_at(tree, problem.path, key=problem.at_key),
            place=places.words(problem.path, numbers),
        )
        for problem in problems
    )


def _ordered(problems: Iterable[Problem], own: str) -> tuple[Problem, ...]:
    """Return problems in order of place, those of the file itself before those of the files it names."""

    def place(problem: Problem) -> tuple[bool, str, int, str, str]:
        file, start = (problem.span.file, problem.span.start) if problem.span else (own, 0)
        return file != own, file, start, problem.code, problem.message

    return tuple(sorted(problems, key=place))


def outputs(paths: Iterable[Path], formats: Iterable[Format], out: Path) -> dict[Path, list[tuple[Format, Path]]]:
    """Return the formats and files that each plan is written to. Raises UsageError when two plans would write one file."""
    targets: dict[Path, list[tuple[Format, Path]]] = {}
    taken: dict[Path, Path] = {}
    wanted = tuple(formats)
    for path in {path.resolve(): path for path in paths}.values():
        targets[path] = [(format_, out / f"{path.resolve().parent.name}-{path.stem}.{format_.name}") for format_ in wanted]
        for _, target in targets[path]:
            if target in taken:
                raise UsageError(f"{taken[target]} 和 {path} 会写成同一个文件 {target}", "请分两次生成，用 --out 写到不同的文件夹。")
            taken[target] = path
    return targets


def build(checked: Checked, format_: Format, target: Path, look: Look, *, force: bool = False) -> tuple[str, ...]:
    """Render a plan, write it and return what is to be said of it.

    Raises RefusedError when something stops the plan or it does not allow the format.
    """
    rendered = format_.render(checked.plan(), look)
    make_folder(target.parent)
    replace_file(target, rendered.data, force=force)
    return rendered.notes


@dataclass(frozen=True, slots=True)
class Imported:
    """A document as a plan: the text of the plan's file, the book of where its characters went, how many it has, its kind."""

    text: str
    ledger: Ledger
    characters: int
    kind: str


def imported(source: Path, *, revisions: Revisions = "accept", as_is: bool = False) -> Imported:
    """Return the plan of a Word file, web page or text.

    Raises UserError when it cannot be read or is too large, RefusedError when it is not understood.
    """
    from generator.importers import audit, readers, recognise  # noqa: PLC0415 - no other command pays for them

    read = readers.read(source, revisions)
    found = recognise.recognise(read.outline, source.stem, as_is=as_is)
    characters = audit.audit(read.outline, found.ledger)
    recognise.sign(found, FORBIDDEN.sub("", source.name), read.digest, characters)
    name = FORBIDDEN.sub("", " ".join(source.name.split()))
    text = f"{_HEADING.format(name)}{dump(found.tree)}"
    if len(text.encode()) > BYTES_AT_MOST:
        raise UserError(f"导入后的计划超过 {BYTES_AT_MOST // 10**6} MB，不像一份工作要点：{source}", "请只留下工作要点的部分再导入。")
    return Imported(text, found.ledger, characters, read.outline.kind)
