"""Units: the printed sentence of responsible units, read into names with roles and printed back to the character."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Literal, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Role = Literal["lead", "joint", "support", "group"]
Kind = Literal["unit", "group", "unknown"]
EntryKind = Literal["unit", "group"]


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit or a unit group of a region: its id, its name and the other names it is printed under."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registry:
    """The units and unit groups of a region."""

    units: tuple[UnitEntry, ...]
    groups: tuple[UnitEntry, ...]

    def find(self, text: str) -> tuple[str, EntryKind] | None:
        """Return the id and kind of a name or alias, exact but for the width of its brackets; None when unknown."""
        return _index(self).get(wide_brackets(text))


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a sentence as printed, brackets included: 区公安局（区公安交巡警支队）."""

    text: str
    id: str | None
    role: Role
    kind: Kind


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands before, between and after names: a mark (、), 等, 按职责分工负责, or a word of role (牵头, 配合)."""

    text: str


Part = Named | Joint
"""What a sentence is made of."""


def read_units(sentence: str, registry: Registry) -> tuple[Part, ...]:
    """Return the names and joints of a sentence in order; their texts joined are the sentence, whatever it is.

    Who stands before 牵头 leads, else the first unit named; who stands before or after 配合 supports; the others are
    joint. Groups have the role "group". A name is what stands between two joints: it is never looked for inside another.
    In 县安委会、县减灾委成员单位 the last words belong to both: the body before them is a group too.
    """
    tokens = _grammar(registry).finditer(sentence)
    parts = [_named(token[0], registry) if token.lastgroup == "name" else Joint(token[0]) for token in tokens]
    return _with_roles(_with_shared_words(parts))


def print_units(parts: Iterable[Part]) -> str:
    """Return the sentence the parts were read from."""
    return "".join(part.text for part in parts)


def unit_ids(parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the ids of the units and groups that the registry knows, each once, in the order they are named."""
    return tuple(dict.fromkeys(part.id for part in parts if isinstance(part, Named) and part.id is not None))


# --- the registry ----------------------------------------------------------------------------------------------------


def wide_brackets(text: str) -> str:
    """Return a text with full-width brackets, the width that names are compared in."""
    return text.replace("(", "（").replace(")", "）")


@lru_cache(maxsize=64)
def _index(registry: Registry) -> Mapping[str, tuple[str, EntryKind]]:
    """Return every name with what it names; where two entries claim a name, the first has it, units before groups."""
    index: dict[str, tuple[str, EntryKind]] = {}
    kinds: tuple[tuple[EntryKind, tuple[UnitEntry, ...]], ...] = (("unit", registry.units), ("group", registry.groups))
    for kind, entries in kinds:
        for entry in entries:
            for name in filter(None, (entry.name, *entry.aliases)):
                index.setdefault(wide_brackets(name), (entry.id, kind))
    return index


# --- the joints ------------------------------------------------------------------------------------------------------

_ROLES: Mapping[str, Role] = {
    "牵头": "lead",
    "主办": "lead",
    "配合": "support",
    "协助": "support",
    "协办": "support",
    "参与": "joint",
    "参加": "joint",
}
_ROLE_WORD = f"(?:{'|'.join(_ROLES)})"
_BRACKETS = r"(?:（[^（）]*）|\([^()]*\))"
_BY_DUTY = "按照?(?:各自)?(?:职责|责任)(?:分工)?"
_MARK = r"[、，,；;。：:\n]"
_STOP = rf"(?=\s*(?:{_MARK}|\Z|{_BY_DUTY}|{_ROLE_WORD}|(?:共同|分别)?负责))"
_GROUP_TAIL = rf"[^、，,；;。：:\n]{{0,20}}(?:部门|单位|机构|企业|乡镇|镇街|街道){_BRACKETS}?{_STOP}"
_JOINTS = (
    rf"\s*{_MARK}\s*|\s+",
    rf"等?(?:{_BY_DUTY})?{_ROLE_WORD}+(?:负责|落实|实施|组织|推进|抓总)*(?:(?:单位|部门)?[:：]|(?!单位|部门))",
    r"(?:责任|主体|承办|实施)(?:单位|部门)[:：]",
    rf"{_BY_DUTY}(?:负责|落实|推进)*|(?:共同|分别|具体|组织)?负责(?:落实|实施)?{_STOP}",
    rf"(?<![高中初])等(?:{_STOP}|(?={_GROUP_TAIL}))",
    r"(?<=[局委办部厅院会队心府镇乡）)])(?:以及|和|及|与)(?=[省市州盟县区旗各有相其])",  # never 住房和城乡建设委
    r"会同|(?<![^、，,；;。：:\s])由",
)


@lru_cache(maxsize=64)
def _grammar(registry: Registry) -> re.Pattern[str]:
    """Return what reads a sentence part by part: a joint, a name of the registry (longest first), any other name."""
    joint = "|".join(_JOINTS)
    known = "|".join(map(_either_width, sorted(_index(registry), key=len, reverse=True))) or "(?!)"
    edge = rf"(?=\Z|{joint})"
    return re.compile(rf"(?P<joint>{joint})|(?P<name>(?:{known}){_BRACKETS}?{edge}|(?:{_BRACKETS}|.)+?{edge})", re.DOTALL)


def _either_width(name: str) -> str:
    return re.escape(name).replace("（", "[（(]").replace("）", "[）)]")


# --- the names -------------------------------------------------------------------------------------------------------

_GROUP = re.compile(
    r"(?:.{0,4}(?:各|有关|相关)|其余|其他|其它|全体|所有).*"  # 各乡镇, 区级有关镇街, 其余乡镇
    r"|.*(?:部门|单位|机构)"  # 县安委会成员单位, 负有安全监管职责的部门
    r"|乡镇街道|乡镇|镇街|街道|街|街道办事处|平台|园区|企业"  # the second half of 各镇街、平台
)
_BODY = re.compile(r"(?:(?<![管居村])委会|(?:生产|安全|减灾|救灾)委员会|灾委|指挥部|领导小组|联席会议)$")


def _named(text: str, registry: Registry) -> Named:
    bare = re.sub(_BRACKETS, "", text)
    found = registry.find(text) or registry.find(bare)
    kind: Kind = found[1] if found else "group" if _GROUP.fullmatch(bare) else "unknown"
    return Named(text, found[0] if found else None, "group" if kind == "group" else "joint", kind)


def _with_shared_words(parts: list[Part]) -> list[Part]:
    """Make a group of every body that stands in a list before 成员单位, from the last one back."""
    for place in reversed(range(len(parts) - 2)):
        first, joint, last = parts[place : place + 3]
        if isinstance(first, Named) and joint.text.strip() == "、" and _shares(first, last):
            parts[place] = replace(first, role="group", kind="group")
    return parts


def _shares(first: Named, last: Part) -> bool:
    grouped = isinstance(last, Named) and last.kind == "group"
    return grouped and bool(_BODY.search(first.text) and (last.text.endswith("成员单位") or _BODY.search(last.text)))


# --- the roles -------------------------------------------------------------------------------------------------------


def _with_roles(parts: list[Part]) -> tuple[Part, ...]:
    roles = _roles_told(parts)
    if "lead" not in roles.values():
        untold = (place for place, part in enumerate(parts) if _is_unit(part) and place not in roles)
        roles |= dict.fromkeys(islice(untold, 1), "lead")
    return tuple(replace(part, role=roles.get(place, "joint")) if _is_unit(part) else part for place, part in enumerate(parts))


def _is_unit(part: Part) -> TypeGuard[Named]:
    return isinstance(part, Named) and part.role != "group"


def _roles_told(parts: list[Part]) -> dict[int, Role]:
    """Return the role of each place that a word tells: of the names the word follows at once, else of those it precedes.

    Backwards it reaches to the last ，；。 or word of role; forwards to the next ；。 or word of role.
    """
    roles: dict[int, Role] = {}
    near: list[int] = []
    ahead: Role | None = None
    for place, part in enumerate(parts):
        if isinstance(part, Named):
            near.append(place)
            roles |= {place: ahead} if ahead else {}
        elif role := _role(part.text):
            follows = near[-1:] == [place - 1]
            roles |= dict.fromkeys(near, role) if follows else {}
            near, ahead = [], None if follows else role
        elif re.search("[，,；;。]", part.text):
            near, ahead = [], ahead if part.text.strip() in {"，", ","} else None
    return roles


def _role(joint: str) -> Role | None:
    return next((role for word, role in _ROLES.items() if word in joint), None)
