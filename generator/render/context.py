"""The notice as finished strings: everything a template prints, computed once, so that no two formats can differ.

A template only dresses these; it never numbers, joins, counts or decides. What the plan does not say is empty here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from generator.errors import RefusedError
from generator.plan.model import NONE, Annex
from generator.plan.numbers import number
from generator.plan.tables import Cells
from generator.render import arrange, phrases
from generator.render.blocks import Block, Composer, paragraphs
from generator.render.titles import TitleWidths, broken

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from generator.plan.model import Notice, Plan, Web


_USUAL = TitleWidths()


@dataclass(frozen=True, slots=True)
class Part:
    """A document within the notice (the plan, an annex): its 附件 label, title lines, and body.

    `place` counts the documents of the file, the notice itself being 0; `landscape` when its pages are turned.
    """

    id: str
    place: int
    label: str
    title: tuple[str, ...]
    sublabel: str
    recipients: str
    blocks: tuple[Block, ...]
    signature: tuple[str, ...]
    date: str
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class ImprintLines:
    """The lines of the 版记; `recipients` when they found no room on page 1 (GB/T 9704 7.3.2)."""

    disclosure: str = ""
    copies_to: str = ""
    printed_by: str = ""
    printed_on: str = ""
    recipients: str = ""

    @property
    def printing(self) -> str:
        """Return the printing office and date on their one line (GB/T 9704 7.4.3)."""
        return "　".join(filter(None, (self.printed_by, self.printed_on)))


@dataclass(frozen=True, slots=True)
class Context:
    """A notice from its first line to its last, in reading order; `mark_height` is the mm that the mark may take (实务)."""

    box: tuple[tuple[tuple[str, str], ...], ...]
    copy_number: str
    classification: str
    urgency: str
    mark: tuple[str, ...]
    joint: tuple[str, ...]
    number: str
    signatory: str
    signatory_rows: tuple[str, ...]
    title: tuple[str, ...]
    label: str
    recipients: str
    blocks: tuple[Block, ...]
    annex_note: tuple[str, ...]
    signature: tuple[str, ...]
    seal: bool
    seal_rows: tuple[tuple[str, ...], ...]
    date: str
    note: str
    plan: Part | None
    plan_annex_note: tuple[str, ...]
    annexes: tuple[Part, ...]
    imprint: ImprintLines | None
    imprint_page: Literal["auto", "same", "next"]
    mark_height: int = 90


def notice_of(plan: Plan) -> Notice:
    """Return the notice of a plan. Raises RefusedError when it has none."""
    if plan.notice is None:
        raise RefusedError("这份计划没有 notice（印发通知），不能生成通知", "请补上 notice。")
    return plan.notice


def named(finished: DataclassInstance) -> dict[str, Any]:
    """Return the fields of finished strings by name, as templates ask for them; what is inside a field stays as it is."""
    return {field.name: getattr(finished, field.name) for field in fields(finished)}


def context(plan: Plan, notice: Notice, widths: TitleWidths = _USUAL) -> Context:
    """Return the context of a plan's notice, its titles broken at widths."""
    numbers = number(plan)
    composer = Composer(numbers, Cells(plan), plan.units_print)
    notice = _said(notice)
    direct = notice.form == "direct"
    body = _blocks(plan, composer)
    note = _annex_note(plan, notice)
    return Context(
        box=_box(plan.web, notice) if plan.web else (),
        copy_number=notice.copy_number,
        classification=notice.classification,
        urgency=notice.urgency,
        mark=notice.mark,
        joint=arrange.joint_names(notice.mark),
        number=notice.number,
        signatory=phrases.signatories(notice.signatory),
        signatory_rows=arrange.signatory_rows(phrases.signatory_names(notice.signatory)),
        title=_title(notice.title or (plan.title if direct else ()), widths.upright),
        label=_label(plan) if notice.title or direct else "",
        recipients=phrases.addressed(notice.recipients),
        blocks=body if direct else tuple(paragraphs(notice.body)),
        annex_note=() if notice.form == "attached" else note,
        signature=notice.signature,
        seal=notice.seal,
        seal_rows=arrange.seal_rows(notice.signature) if notice.seal else (),
        date=phrases.printed_date(notice.date),
        note=phrases.bracketed(notice.note),
        plan=None if direct else _plan_part(plan, notice, body, widths),
        plan_annex_note=note if notice.form == "attached" else (),
        annexes=tuple(
            _annex_part(annex, place, label, _blocks(annex, composer), widths)
            for place, (annex, label) in enumerate(_present(plan, notice), start=2)
        ),
        imprint=_imprint(notice),
        imprint_page=notice.imprint_page,
    )


def with_recipients_below(finished: Context) -> Context:
    """Return a context whose recipients stand in the 版记, since with them page 1 would show no text (GB/T 9704 7.3.2)."""
    imprint = replace(finished.imprint or ImprintLines(), recipients=phrases.sent_to(finished.recipients))
    return replace(finished, recipients="", imprint=imprint)


def _said(notice: Notice) -> Notice:
    """Return the notice without what is written as `none`, which only keeps a region's constant out."""
    imprint = notice.imprint and replace(
        notice.imprint, copies_to=_unless_none(notice.imprint.copies_to), printed_by=_unless_none(notice.imprint.printed_by)
    )
    return replace(
        notice,
        mark=() if notice.mark == (NONE,) else notice.mark,
        recipients=_unless_none(notice.recipients),
        signature=() if notice.signature == (NONE,) else notice.signature,
        imprint=imprint,
    )


def _unless_none(text: str) -> str:
    return "" if text == NONE else text


def _title(written: tuple[str, ...], width: float) -> tuple[str, ...]:
    """Return a title's printed lines: as the plan breaks it, else broken at meaning."""
    return broken(written[0], width) if len(written) == 1 else written


def _label(plan: Plan) -> str:
    if plan.status == "sample":
        return phrases.bracketed(phrases.SAMPLE)
    return phrases.bracketed(plan.label) if plan.status == "draft" else ""


def _blocks(document: Plan | Annex, composer: Composer) -> tuple[Block, ...]:
    tables = composer.tables(document.tables, document if isinstance(document, Annex) else None)
    return (*paragraphs(document.preamble), *tables, *composer.nodes(document.children), *paragraphs(document.closing))


def _plan_part(plan: Plan, notice: Notice, blocks: tuple[Block, ...], widths: TitleWidths) -> Part:
    label = phrases.annex_label(1, len(_counted(plan)) + 1) if notice.form == "annex" else ""
    return Part("", 1, label, _title(plan.title, widths.upright), _label(plan), "", blocks, (), "")


def _annex_part(annex: Annex, place: int, label: str, blocks: tuple[Block, ...], widths: TitleWidths) -> Part:
    recipients, date = phrases.addressed(annex.recipients), phrases.printed_date(annex.date)
    title = _title(annex.title, widths.turned if annex.landscape else widths.upright)
    return Part(annex.id, place, label, title, "", recipients, blocks, annex.signature, date, annex.landscape)


def _counted(plan: Plan) -> list[Annex]:
    """Return the annexes that the annex note names and numbers: those that carry no label of their own."""
    return [annex for annex in plan.annexes if not annex.label]


def _labelled(plan: Plan, notice: Notice) -> list[tuple[Annex, str]]:
    """Return every annex with its label as printed; behind a plan that is itself 附件1 they count from 2."""
    first = 2 if notice.form == "annex" else 1
    counted = _counted(plan)
    last = first + len(counted) - 1
    labels = {annex.path: phrases.annex_label(place, last) for place, annex in enumerate(counted, start=first)}
    return [(annex, labels.get(annex.path) or _own_label(annex)) for annex in plan.annexes]


def _present(plan: Plan, notice: Notice) -> list[tuple[Annex, str]]:
    """Return the annexes that the file holds, each with its label."""
    return [(annex, label) for annex, label in _labelled(plan, notice) if not annex.absent]


def _own_label(annex: Annex) -> str:
    return _unless_none(annex.label)


def _annex_note(plan: Plan, notice: Notice) -> tuple[str, ...]:
    titles = ["".join(annex.title) for annex in _counted(plan)]
    if notice.form == "annex":
        titles.insert(0, plan.full_title)
    return phrases.annex_note(titles)


def _box(web: Web, notice: Notice) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return the metadata box of a web page, two entries a row, dates as in the file; entries without a value are left out."""
    values = (web.index, notice.number, web.subject, web.genre, web.publisher, web.validity, notice.date, web.published_on)
    entries = (*zip(phrases.BOX, values, strict=True), *web.other)
    said = [entry for entry in entries if entry[1]]
    return tuple(tuple(said[start : start + 2]) for start in range(0, len(said), 2))


def _imprint(notice: Notice) -> ImprintLines | None:
    imprint = notice.imprint
    if imprint is None:
        return None
    return ImprintLines(imprint.disclosure, phrases.copies(imprint.copies_to), imprint.printed_by, phrases.printed_on(imprint.printed_on))
