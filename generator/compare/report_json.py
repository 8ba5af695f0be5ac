"""A report as the data that json knows: the changes as values, each with its places, its lines and what it means."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from generator.compare import report_summary
from generator.compare.changes import to_json
from generator.compare.content import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.compare.changes import Change
    from generator.compare.report import Report
    from generator.compare.report_fields import FieldChange
    from generator.problems import Span


def as_data(report: Report) -> dict[str, Any]:
    """Return {"changes", "counts", "summary", "pairs"}; `changes.from_json` reads the changes back."""
    return {
        "changes": [record | _told(report, change) for record, change in zip(to_json(report.changes), report.changes, strict=True)],
        "counts": _counts(report),
        "summary": [*report_summary.sentences(report)],
        "pairs": [{"old": pair.old, "new": pair.new, "confidence": pair.confidence} for pair in report.paired.guessed],
    }


def _counts(report: Report) -> dict[str, Any]:
    """Return how many changes there are of each kind, and how many things, verdicts and units with more or less they make."""
    found = Counter[str](change.kind for change in report.changes)
    return {
        **{kind: found[kind] for kind in report_summary.KINDS},
        "things": report_summary.things(report),
        "verdicts": report_summary.verdicts(report),
        "units": report_summary.loads(report),
    }


def _told(report: Report, change: Change) -> dict[str, Any]:
    """Return what is told of a change besides what it is."""
    field = report.fields[change.id, change.field] if change.kind == "changed" else None
    return {
        "verdict": field.verdict.kind if field and field.verdict else None,
        "sentence": field.sentence if field else "",
        **dict(_places(report, change, field)),
    }


def _places(report: Report, change: Change, field: FieldChange | None) -> Iterator[tuple[str, Any]]:
    """Yield where the change stands in both plans, null on the side where it does not."""
    entry = report.by_id.get(change.id)
    yield "title", entry.title if entry else ""
    yield "id_new", entry.own_id if entry else ROOT
    yield "confidence", entry.confidence if entry else None
    old, new = (entry.old, entry.new) if entry else (None, None)
    spans = field.spans() if field else (old.span if old else None, new.span if new else None)
    own_place = "·".join(field.words) if field and not entry else None
    for side, standing, span in (("old", old, spans[0]), ("new", new, spans[1])):
        yield f"number_{side}", standing.number if standing else None
        yield f"place_{side}", standing.place if standing else own_place
        yield from _position(side, span)


def _position(side: str, span: Span | None) -> Iterator[tuple[str, Any]]:
    yield f"file_{side}", span.file if span else None
    yield f"line_{side}", span.line if span else None
