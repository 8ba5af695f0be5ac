"""The step that writes: chosen opinions go into the plan's file, and into the record beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import workflow
from generator.errors import RefusedError
from generator.opinions import applied, record
from generator.opinions.proposals import Proposal
from generator.source import reader, writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.compare.content import Content
    from generator.opinions.collected import Collected
    from generator.opinions.proposals import Opinion
    from generator.problems import Problem
    from generator.source.reader import Reading
    from generator.workflow import Checked


def adopt(collected: Collected, opinions: Sequence[Opinion]) -> bool:
    """Write opinions into the plan's file, all or none, and what was adopted into the record beside it; tell whether that changed it.

    Raises RefusedError when one cannot be put there, when two want different things of one place, or when the plan would have
    errors that it did not have; UserError when the file changed meanwhile or cannot be written.
    """
    document = collected.checked.loaded.documents[0]
    wanted = [opinion for opinion in opinions if not opinion.done]
    text, names = applied.text_with(document, collected.edition.content, wanted)
    if text == document.text:
        return False
    _refuse_errors(collected.checked, text)
    writer.save(document, text)
    record.add(collected.checked.loaded.path, [_entry(opinion, names, collected.edition.content) for opinion in wanted])
    return True


def _entry(opinion: Opinion, names: dict[str, str], plan: Content) -> record.Entry:
    proposal = opinion.proposal
    undo = [proposal.undo(names.get(opinion.id, proposal.thing)), *_names_undone(proposal, plan)] if proposal else []
    return record.Entry(opinion.id, tuple(undo), "、".join(opinion.units), opinion.place, opinion.sentence)


def _names_undone(proposal: Proposal, plan: Content) -> Iterator[str]:
    """Yield the ids under which older drafts seem to take back the names that items take from a task whose title changed."""
    old, new = (text.rstrip("。") for text in (proposal.old, proposal.new))
    for id_, own in plan.fields.items() if proposal.field == "title" else ():
        if own.get("task") == proposal.thing and "name" not in own:
            yield Proposal(kind="changed", things=(id_,), role="items", field="name", old=new, new=old).id


def _refuse_errors(checked: Checked, text: str) -> None:
    path = checked.loaded.path
    read: Reading = lambda wanted: reader.read(text.encode(), str(path)) if wanted == path else reader.load(wanted)  # noqa: E731
    known = {(problem.code, problem.message) for problem in checked.problems}
    found = [problem for problem in workflow.check(workflow.load(path, read)).problems if problem.blocking]
    new = [problem for problem in found if (problem.code, problem.message) not in known]
    if new:
        told = "；".join(dict.fromkeys(map(_error, new)))
        raise RefusedError(f"采用这些意见会使计划有错，计划没有改动：{told}", "请一并采用相关的意见，或先在计划文件里改好这些地方。")


def _error(problem: Problem) -> str:
    return f"{f'{problem.place}：' if problem.place else ''}{problem.message}（{problem.tip.rstrip('。')}）"
