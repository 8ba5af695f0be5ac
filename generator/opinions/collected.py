"""All drafts of one round against the plan: every opinion once, with the units that hold it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import workflow
from generator.compare import content
from generator.compare.edition import Edition
from generator.compare.fields import UnfitError
from generator.errors import RefusedError
from generator.opinions import record, returned, wording
from generator.opinions.compared import compared
from generator.opinions.mapped import Target
from generator.opinions.proposals import Opinion, digest
from generator.opinions.remarks import Remarks
from generator.opinions.wording import Wording
from generator.source.tree import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.importers.outline import Remark
    from generator.opinions.remarks import Noted
    from generator.opinions.returned import Draft
    from generator.source.reader import Reading
    from generator.workflow import Checked


@dataclass(frozen=True, slots=True)
class Collected:
    """The plan and the opinions on it, in the order of the files given and of each draft; `adopted` are ids of earlier rounds."""

    checked: Checked
    edition: Edition
    opinions: tuple[Opinion, ...]
    adopted: frozenset[str] = frozenset()

    @property
    def open(self) -> tuple[Opinion, ...]:
        """Return the opinions that ask for what the plan does not say yet."""
        return tuple(opinion for opinion in self.opinions if opinion.is_open)

    @property
    def stale(self) -> tuple[Opinion, ...]:
        """Return the opinions that only take back what was adopted, from drafts of before."""
        return tuple(opinion for opinion in self.opinions if opinion.stale and not opinion.done)

    @property
    def comments(self) -> tuple[Opinion, ...]:
        """Return the opinions that propose nothing by themselves."""
        return tuple(opinion for opinion in self.opinions if opinion.proposal is None)

    def find(self, id_: str) -> Opinion | None:
        """Return the opinion of an id, None where there is none."""
        return next((opinion for opinion in self.opinions if opinion.id == id_), None)


def collect(files: Sequence[Path], plan: Path, sent: tuple[Path, Reading] | None = None) -> Collected:
    """Return the opinions of returned files on a plan; `sent` is the plan as it was when it went out, where it has changed since.

    Raises UserError when a file cannot be read, RefusedError when a plan has errors or no notice.
    """
    checked = workflow.check(workflow.load(plan))
    before = workflow.check(workflow.load(*sent)) if sent else checked
    edition, old = _edition(checked), _edition(before)
    target = Target(edition.content, _whole(checked), old.content, _region(checked))
    untouched: dict[str, Draft] = {}
    found: dict[str, Opinion] = {}
    for draft in _named(files):
        kind = draft.outline.kind
        untouched.setdefault(kind, returned.untouched(before, kind))
        for opinion in _opinions(draft, untouched[kind], target, edition):
            found[opinion.id] = found[opinion.id].joined(opinion) if opinion.id in found else opinion
    past = record.read(plan)
    undone = {id_ for entry in past for id_ in entry.undo}
    opinions = tuple(replace(one, stale=one.id in undone) for one in found.values())
    return Collected(checked, edition, opinions, frozenset(entry.id for entry in past))


def _named(files: Sequence[Path]) -> Iterator[Draft]:
    """Yield the drafts; of files that bear one name each is named with its folder."""
    stems = Counter(path.stem for path in files)
    for path in files:
        draft = returned.read(path)
        yield draft if stems[path.stem] == 1 else replace(draft, name=f"{path.resolve().parent.name}/{path.stem}")


def _edition(checked: Checked) -> Edition:
    """Return a plan as its own file says it. Raises RefusedError when it has errors."""
    checked.plan()
    document = checked.loaded.documents[0]
    try:
        return Edition.read(document)
    except UnfitError as error:
        raise RefusedError(error.message, error.tip) from error


def _whole(checked: Checked) -> content.Content:
    """Return what a plan says with its region's constants."""
    tree = checked.loaded.tree
    return content.build({**plain(tree), "region": None}) if tree else content.build({})  # type: ignore[dict-item]


def _region(checked: Checked) -> str:
    """Return the name of the region's file, "" where the plan holds its region itself."""
    return next((document.file for document in checked.loaded.documents[1:]), "")


def _opinions(draft: Draft, untouched: Draft, target: Target, edition: Edition) -> Iterator[Opinion]:
    """Yield the opinions of one draft: its proposals, its comments and what found no place in it."""
    both = compared(target.sent, untouched, draft)
    words = Wording(edition, both.old, both.new)
    remarks = Remarks.of(draft.outline, both.new)
    used: list[Remark] = []
    for proposal in both.proposals:
        made_by = remarks.of_proposal(proposal)
        used += made_by
        puts = target.puts(proposal)
        yield Opinion(
            id=proposal.id,
            units=tuple(dict.fromkeys(remark.author for remark in made_by if remark.author)) or (draft.name,),
            place=words.place(proposal, puts[0]),
            sentence=words.sentence(proposal),
            marked=words.marked(proposal),
            proposal=proposal,
            puts=puts,
            remarks=made_by,
            files=(draft.file,),
        )
    yield from _remarks(remarks.rest(used, untouched.outline), words, draft)
    yield from _strays(draft, untouched)


def _remarks(found: Iterable[Noted], words: Wording, draft: Draft) -> Iterator[Opinion]:
    for noted in found:
        remark = noted.remark
        sentence = wording.remark(remark)
        id_ = digest("remark", noted.id, remark.author, sentence)
        units = (remark.author or draft.name,)
        yield Opinion(id=id_, units=units, place=words.thing(noted.id), sentence=sentence, remarks=(remark,), files=(draft.file,))


def _strays(draft: Draft, untouched: Draft) -> Iterator[Opinion]:
    """Yield the texts of a draft that belong nowhere in a plan, so that none is lost without a word."""
    known = {entry.text for entry in untouched.unplaced}
    for entry in draft.unplaced:
        if entry.text not in known:
            sentence = f"来稿里有没有归位的文字：“{entry.text}”（{entry.why}）"
            yield Opinion(id=digest("stray", entry.text), units=(draft.name,), place="全文", sentence=sentence, files=(draft.file,))
