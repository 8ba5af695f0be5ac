"""Which opinions cannot be adopted, alone or together, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.opinions.proposals import Grown, Opinion


def refuse(opinions: Sequence[Opinion]) -> None:
    """Raise RefusedError when an opinion cannot be put into the plan, or two of them not together, with all the reasons."""
    reasons = [f"{opinion.id} {opinion.place}，{put.why}，{put.remedy.rstrip('。')}" for opinion in opinions if (put := opinion.hindrance)]
    reasons += [f"{one.id}（{_by(one)}）和 {other.id}（{_by(other)}）对同一处的改法不同：{one.place}" for one, other in conflicts(opinions)]
    if reasons:
        fit = fitting(opinions)
        tip = f"其余的可以用 --apply {','.join(fit)} 采用。" if fit else "同一处只能采用一种改法，请用 --apply 写明采用哪一条。"
        raise RefusedError(f"这些意见不能采用，计划没有改动：{'；'.join(reasons)}", tip)


def fitting(opinions: Sequence[Opinion]) -> list[str]:
    """Return the ids of the opinions that can be adopted together."""
    fighting = {opinion.id for pair in conflicts(opinions) for opinion in pair}
    return [opinion.id for opinion in opinions if not opinion.hindrance and opinion.id not in fighting]


def _by(opinion: Opinion) -> str:
    return "、".join(opinion.units)


def conflicts(opinions: Sequence[Opinion]) -> list[tuple[Opinion, Opinion]]:
    """Return the pairs of opinions that want different things of one place."""
    taken: dict[object, Opinion] = {}
    found = []
    for opinion in opinions:
        for claim in _claims(opinion):
            first = taken.setdefault(claim, opinion)
            if first is not opinion:
                found.append((first, opinion))
    going = {grown.id: opinion for opinion in opinions if _kind(opinion) == "removed" for grown in _branch(opinion)}
    found += [(going[id_], opinion) for opinion in opinions if _kind(opinion) != "removed" for id_ in _touched(opinion) if id_ in going]
    return list({(one.id, other.id): (one, other) for one, other in found}.values())


def _claims(opinion: Opinion) -> Iterable[object]:
    """Yield what an opinion takes for itself alone: the paragraphs it changes, the thing it moves."""
    for put in opinion.puts:
        if put.done or put.why:
            continue
        if _kind(opinion) == "changed" and put.old is not None:
            yield put.thing, put.field, put.index
        elif _kind(opinion) == "moved":
            yield put.thing


def _touched(opinion: Opinion) -> set[str]:
    own = {put.thing for put in opinion.puts if _kind(opinion) != "added"}
    return own | {put.place.parent for put in opinion.puts if put.place}


def _kind(opinion: Opinion) -> str:
    return opinion.proposal.kind if opinion.proposal else ""


def _branch(opinion: Opinion) -> Iterable[Grown]:
    return opinion.proposal.branch if opinion.proposal else ()
