"""The plan as an object: one recursive node with three roles, tables of flat items, annexes as documents, the notice around them.

Everything is frozen and compares by content; `path` is the way to the place in the tree and takes no part in comparison.
Text keys are tuples of paragraphs; an empty string or tuple means that the plan does not say it, so nothing is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.plan.numbering import Mark
    from generator.problems import Path
    from generator.regions.profile import Region

Paragraphs: TypeAlias = tuple[str, ...]
Role = Literal["section", "task", "point"]
Status = Literal["sample", "draft", "final"]
Form = Literal["attached", "annex", "direct"]

ROLES: dict[str, Role] = {"sections": "section", "tasks": "task", "points": "point"}
"""The key that holds nodes of each role."""

NONE = "none"
"""Written where nothing is to be printed although a region's constant or a custom would put something there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """What stands at a place of the tree."""

    path: Path = field(default=(), compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief(Placed):
    """How a task is worded on a slide."""

    title: str = ""
    text: Paragraphs = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Item(Placed):
    """One numbered line of a table, or, with a heading, a row across it.

    `cells` are the values of the columns by id, in the order written; `name` is among them where it is written here and not
    taken from the task. `join` names the columns whose cell is printed merged with the one above.
    """

    id: str
    task: str = ""
    number: str = ""
    cells: tuple[tuple[str, Paragraphs], ...] = ()
    join: tuple[str, ...] = ()
    heading: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid(Placed):
    """A free table: rows of cells, where `same` merges with the cell above and `left` with the cell before.

    A cell is a text with a line for every paragraph.
    """

    head: tuple[tuple[str, ...], ...] = ()
    body: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Table(Placed):
    """A table of items under columns, or a grid; `columns` and `labels` map a column's id to its head."""

    id: str
    title: str = ""
    measure: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    items: tuple[Item, ...] = ()
    grid: Grid | None = None
    notes: Paragraphs = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Body(Placed):
    """What holds tables and, after them, nodes; `numbering` are the marks of the nodes below, depth by depth."""

    numbering: tuple[Mark, ...] = ()
    tables: tuple[Table, ...] = ()
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Node(Body):
    """A section, a task or a point: its title, text, tables, children and what follows them, printed in this order.

    `number` is one set by hand; `run_in` None leaves it to depth and role.
    """

    role: Role
    id: str
    title: str = ""
    text: Paragraphs = ()
    run_in: bool | None = None
    number: int | None = None
    units: str = ""
    deadline: str = ""
    leader: str = ""
    summary: Paragraphs = ()
    brief: Brief | None = None
    after: Paragraphs = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Annex(Body):
    """A document of its own behind the plan; `absent` when it is only named, `label` "none" for an inner document.

    `landscape` when its pages are turned (GB/T 9704 clause 8).
    """

    id: str
    title: Paragraphs = ()
    label: str = ""
    absent: bool = False
    landscape: bool = False
    recipients: str = ""
    preamble: Paragraphs = ()
    labels: tuple[tuple[str, str], ...] = ()
    closing: Paragraphs = ()
    signature: Paragraphs = ()
    date: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Imprint(Placed):
    """The 版记 (GB/T 9704 7.4): dates are ISO texts as in the file."""

    copies_to: str = ""
    printed_by: str = ""
    printed_on: str = ""
    disclosure: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice(Placed):
    """The carrying document with its elements (条例 article 9); mark, signatory and signature hold one entry a body."""

    form: Form = "attached"
    copy_number: str = ""
    classification: str = ""
    urgency: str = ""
    mark: Paragraphs = ()
    number: str = ""
    signatory: Paragraphs = ()
    title: Paragraphs = ()
    recipients: str = ""
    body: Paragraphs = ()
    signature: Paragraphs = ()
    seal: bool = False
    date: str = ""
    note: str = ""
    imprint: Imprint | None = None
    imprint_page: Literal["auto", "same", "next"] = "auto"


@dataclass(frozen=True, kw_only=True, slots=True)
class Web(Placed):
    """What a government site prints above a notice; number and date come from the notice."""

    index: str = ""
    subject: str = ""
    genre: str = ""
    publisher: str = ""
    validity: str = ""
    published_on: str = ""
    other: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation(Placed):
    """The 政策解读 beside the plan; its main part is made from the sections' summaries."""

    title: Paragraphs = ()
    background: Paragraphs = ()
    significance: Paragraphs = ()
    lead: Paragraphs = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(Placed):
    """A slide: the section it belongs to, its title and the tasks on it."""

    section: str = ""
    title: str = ""
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Slides(Placed):
    """The 图解: its title and pages."""

    title: Paragraphs = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Unplaced(Placed):
    """Text of an imported document that found no place."""

    line: int | None = None
    text: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision(Placed):
    """A change that two sides wanted otherwise: of which thing (the plan itself: no id), and of which of its fields."""

    id: str = ""
    field: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin(Placed):
    """The document a plan was imported from: file, digest, and how many of its characters were placed."""

    file: str = ""
    digest: str = ""
    characters: int = 0
    placed: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan(Body):
    """A year's plan with everything that is printed from it."""

    year: int
    status: Status = "draft"
    label: str = ""
    title: Paragraphs = ()
    region: Region | None = None
    notice: Notice | None = None
    web: Web | None = None
    units_print: str = ""
    preamble: Paragraphs = ()
    closing: Paragraphs = ()
    annexes: tuple[Annex, ...] = ()
    explanation: Explanation | None = None
    slides: Slides | None = None
    unplaced: tuple[Unplaced, ...] = ()
    decisions: tuple[Decision, ...] = ()
    source: Origin | None = None

    @property
    def full_title(self) -> str:
        """Return the title on one line, as it stands in running text."""
        return "".join(self.title)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield nodes at every depth, each before its children."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def nodes_of(plan: Plan) -> Iterator[Node]:
    """Yield every node of the plan and its annexes in reading order."""
    yield from walk(plan.children)
    for annex in plan.annexes:
        yield from walk(annex.children)


def tables_of(plan: Plan) -> Iterator[Table]:
    """Yield every table in reading order: those in the plan's own text, then annex by annex."""
    document: Body
    for document in (plan, *plan.annexes):
        yield from document.tables
        for node in walk(document.children):
            yield from node.tables


def tasks_of(plan: Plan) -> Iterator[Node]:
    """Yield the plan's own tasks (role task, not points, not those of annexes)."""
    return (node for node in walk(plan.children) if node.role == "task")
