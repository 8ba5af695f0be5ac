"""The keys of one mapping as flat fields, notice.imprint.copies_to, and back.

Blanks around a line, the line breaks of a one-line text, and whether paragraphs are a block text or a list are no content.
A mapping whose order counts, or a list of things with ids of its own, has its order as a field besides: labels = [goal, units].
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from generator.compare.keys import key, sorted_keys
from generator.errors import UserError
from generator.schema.kinds import fits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.compare.keys import Key, Kind
    from generator.source.tree import Value

Fields: TypeAlias = "dict[str, Value]"
"""Values by dotted name: a text, a list of paragraphs, or a whole list as it was written."""


class UnfitError(UserError):
    """A plan is not of the shape that plans have, so that it cannot be compared."""

    def __init__(self, what: str) -> None:
        """Say what is wrong with it."""
        super().__init__(f"计划有错，无法比较：{what}", "请先用 hongtou check 查出错处并改正。")


def read(name: str, held: Key, value: Value) -> Iterator[tuple[str, Value]]:
    """Yield the fields that a value gives; an empty one gives none. Raises UnfitError when it is not what the key holds."""
    if value is None:
        return
    if isinstance(value, str):
        if not held.or_text:
            raise UnfitError(f"{name} 下面不能只写文字")
        yield from _filled(name, lines(value) if held.kind == "prose" else _text(value, held))
    elif isinstance(value, dict) != (held.kind in {"pairs", "mapping"}) or held.kind == "text":
        raise UnfitError(f"{name} 的写法不对")
    else:
        yield from _READERS[held.kind](name, held, value)


def known(shape: str, name: str) -> Key:
    """Return what a key of a shape holds. Raises UnfitError when the shape knows no such key."""
    held = key(shape, name)
    if held is None or not fits("id", name):
        raise UnfitError(f"没有 {name} 这个键")
    return held


def lines(text: str) -> list[Value]:
    """Return the lines of a text that say something, without the blanks around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _text(text: str, held: Key) -> str:
    joined = "".join(cast("list[str]", lines(text)))
    if held.check == "flag":
        return joined.lower()
    return str(int(joined)) if held.check in {"whole", "count"} and joined.isdecimal() else joined


def _filled(name: str, value: Value) -> Iterator[tuple[str, Value]]:
    if value:
        yield name, value


def _prose(name: str, _: Key, value: Value) -> Iterator[tuple[str, Value]]:
    parts = [part or "" for part in cast("list[Value]", value)]
    if not all(isinstance(part, str) for part in parts):
        raise UnfitError(f"{name} 的各段都应是文字")
    return _filled(name, [line for part in cast("list[str]", parts) for line in lines(part)])


def _whole(name: str, _: Key, value: Value) -> Iterator[tuple[str, Value]]:
    return _filled(name, value)


def _mapping(name: str, held: Key, value: Value) -> Iterator[tuple[str, Value]]:
    """Yield the fields of a mapping; one that holds nothing is still there: a notice without keys takes a region's constants."""
    inner = [field for step, below in cast("Fields", value).items() for field in read(f"{name}.{step}", known(held.shape, step), below)]
    yield from inner or [(name, {})]


def _pairs(name: str, held: Key, value: Value) -> Iterator[tuple[str, Value]]:
    texts = {step: _text(text or "", held) for step, text in cast("dict[str, str | None]", value).items()}
    said: Fields = {step: text for step, text in texts.items() if text}
    yield from _filled(name, list(said))
    yield from ((f"{name}.{step}", text) for step, text in said.items())


def _keyed(name: str, held: Key, value: Value) -> Iterator[tuple[str, Value]]:
    things = dict(identified(name, value))
    if len(things) < len(cast("list[Value]", value)):
        raise UnfitError(f"{name} 里有重复的标识")
    yield from _filled(name, list(things))
    for id_, thing in things.items():
        for step, below in thing.items():
            yield from read(f"{name}.{id_}.{step}", known(held.shape, step), below)


def identified(name: str, value: Value) -> Iterator[tuple[str, Fields]]:
    """Yield the mappings of a list with their ids, which are taken out of them. Raises UnfitError when one has none."""
    for thing in value if isinstance(value, list) else [value]:
        id_ = thing.get("id") if isinstance(thing, dict) else None
        if not isinstance(thing, dict) or not isinstance(id_, str) or not fits("id", id_.strip()):
            raise UnfitError(f"{name} 里有一项没有标识")
        yield id_.strip(), {step: below for step, below in thing.items() if step != "id"}


_READERS: dict[str, Callable[[str, Key, Value], Iterator[tuple[str, Value]]]] = {
    "prose": _prose,
    "whole": _whole,
    "records": _whole,
    "pairs": _pairs,
    "mapping": _mapping,
    "keyed": _keyed,
}


def nested(shape: str, fields: Fields) -> dict[str, Value]:
    """Return the mapping that flat fields make, its keys in the schema's order."""
    groups = grouped(fields)
    return {name: value(known(shape, name), groups[name]) for name in sorted_keys(shape, groups)}


def grouped(fields: Fields) -> dict[str, Fields]:
    """Return fields by the first step of their names, each group by the rest of them ("" for the step itself)."""
    groups: dict[str, Fields] = {}
    for name, value in fields.items():
        first, _, rest = name.partition(".")
        groups.setdefault(first, {})[rest] = value
    return groups


def value(held: Key, group: Fields) -> Value:
    """Return what stands under a key, of its fields by the rest of their names."""
    own, below = group.get(""), {name: value for name, value in group.items() if name}
    if held.kind == "pairs":
        return {name: below[name] for name in _in_order(own, below) if name in below}
    if held.kind == "keyed":
        things = grouped(below)
        return [{"id": name, **nested(held.shape, things.get(name, {}))} for name in _in_order(own, things)]
    if below:
        return nested(held.shape, below)
    return own[0] if held.kind == "prose" and held.or_text and isinstance(own, list) and len(own) == 1 else own


def _in_order(order: Value, names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*cast("list[str]", order or []), *names]))


def kind_of(shape: str, name: str) -> Kind:
    """Return what a field is; of a mapping whose order counts and of a list with ids it is their order that is the field."""
    first, _, rest = name.partition(".")
    held = known(shape, first)
    if not rest:
        return held.kind
    if held.kind == "keyed":
        rest = rest.partition(".")[2]
    return "text" if held.kind == "pairs" else kind_of(held.shape, rest)
