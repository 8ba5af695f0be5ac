"""READ FIRST. The whole way of a plan: load → check → build → render, each a short step.

load    the file and its region become one tree, the tree a plan; what is wrong so far are problems with their places
check   the rules look at the plan; every problem gets file, line, column and its place in words
build   a plan without blocking problems is rendered and written, whole or not at all
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator import project
from generator.errors import RefusedError, UsageError, UserError
from generator.lint import runner
from generator.plan import builder, places
from generator.plan.numbers import Numbers, number
from generator.problems import wording
from generator.regions import constants
from generator.schema import checker
from generator.source import reader
from generator.source.files import make_folder, replace_file
from generator.source.tree import Mapping, Scalar, child, span_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.plan.model import Plan
    from generator.problems import Problem
    from generator.render.formats import Format
    from generator.source.tree import Document


@dataclass(frozen=True)
class Loaded:
    """A plan file as loaded: its documents, its tree with the region inline, the plan, and the problems on the way.

    `tree` and `plan` are None when the file could not be read at all, `plan` alone when it is a region's file.
    """

    path: Path
    document: Document
    region: Document | None
    tree: Mapping | None
    plan: Plan | None
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Tell whether nothing met so far stops a build."""
        return not any(problem.blocking for problem in self.problems)

    @cached_property
    def numbers(self) -> Numbers:
        """Return the plan's numbers; none where there is no plan."""
        return number(self.plan) if self.plan else Numbers()

    def line_of(self, problem: Problem) -> str:
        """Return the source line that a problem speaks of, "" where there is none."""
        for document in (self.document, self.region):
            if document and problem.span and problem.span.file == document.file:
                return document.lines[problem.span.line - 1] if problem.span.line <= len(document.lines) else ""
        return ""


def load(path: Path) -> Loaded:
    """Return a plan file loaded. Raises UserError only when the file itself is not there or may not be read."""
    document = reader.load(path)
    if document.tree is None:
        return Loaded(path, document, None, None, None, document.problems)
    if _is_region(document.tree):
        return Loaded(path, document, None, document.tree, None, (*document.problems, *_region_problems(document)))
    region, problems = _region(document, path)
    tree = constants.resolve(document.tree, region.tree) if region and region.tree else document.tree
    loaded = Loaded(path, document, region, tree, builder.build(tree), ())
    shape = _placed(checker.check(document.tree, "plan"), document.tree, loaded.numbers)
    return replace(loaded, problems=(*document.problems, *shape, *problems))


def _region(document: Document, path: Path) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the region's document and its problems: the file a plan names, or the mapping it holds."""
    named = child(document.tree, "region") if document.tree else None
    if isinstance(named, Mapping):
        return replace(document, tree=named, problems=()), ()
    if not isinstance(named, Scalar) or not named.text:
        return None, ()
    try:
        region = reader.load(path.parent / named.text)
    except UserError as error:
        return None, (wording("region-unreadable").problem({"file": named.text, "why": error.message}, span=named.span, path=("region",)),)
    return region, (*region.problems, *_region_problems(region))


def _region_problems(region: Document) -> tuple[Problem, ...]:
    return _placed(checker.check(region.tree, "region"), region.tree, Numbers()) if region.tree else ()


def _is_region(tree: Mapping) -> bool:
    """Tell whether a file is a region's: it has a name, and nothing that a plan must have."""
    return child(tree, "name") is not None and not any(child(tree, key) for key in ("year", "title"))


def check(loaded: Loaded, *, final: bool = False) -> tuple[Problem, ...]:
    """Return every problem of a loaded plan in order of place; the rules have their say once the shape is right."""
    if loaded.tree is None or loaded.plan is None or not loaded.sound:
        return _ordered(loaded.problems, loaded)
    found = _placed(runner.run(loaded.plan, final=final), loaded.tree, loaded.numbers)
    return _ordered((*loaded.problems, *found), loaded)


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


def _ordered(problems: Iterable[Problem], loaded: Loaded) -> tuple[Problem, ...]:
    def place(problem: Problem) -> tuple[bool, int, str]:
        elsewhere = problem.span is None or problem.span.file != loaded.document.file
        return elsewhere, problem.span.start if problem.span else 0, problem.code

    return tuple(sorted(problems, key=place))


def outputs(paths: Iterable[Path], formats: Iterable[Format], out: Path) -> dict[tuple[Path, Format], Path]:
    """Return the file that each plan and format is written to. Raises UsageError when two would be the same."""
    targets: dict[tuple[Path, Format], Path] = {}
    taken: dict[Path, Path] = {}
    for path in dict.fromkeys(paths):
        for format_ in formats:
            target = out / f"{path.resolve().parent.name}-{path.stem}.{format_.name}"
            if target in taken:
                raise UsageError(f"{taken[target]} 和 {path} 会写成同一个文件 {target}", "请分两次生成，用 --out 写到不同的文件夹。")
            taken[target] = path
            targets[path, format_] = target
    return targets


def require_plan(loaded: Loaded) -> Plan:
    """Return the plan, ready to be shown and built. Raises RefusedError when the file has errors or is no plan."""
    if not loaded.sound:
        raise RefusedError(f"{loaded.path} 有错误", "请先用 hongtou check 查看并改正。")
    if loaded.plan is None:
        raise RefusedError(f"{loaded.path} 是地区文件，不是计划", "请写引用它的计划文件，如同一文件夹里的 2025.yaml。")
    return loaded.plan


def build(loaded: Loaded, format_: Format, target: Path, *, force: bool = False) -> None:
    """Render a plan and write it. Raises RefusedError when the file is no sound plan or the plan does not allow the format."""
    data = format_.render(require_plan(loaded), project.folders(loaded.path, "templates"))
    make_folder(target.parent)
    replace_file(target, data, force=force)
