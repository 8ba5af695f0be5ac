"""The text of a file with its edits made: every collection that changes is put together anew from its own lines.

A collection in block style is a run of slots (layout.py) with blank lines and comments between them; what stays is copied,
what goes is left out, what comes in is written in the house's form. In braces and brackets the same is done between commas.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.source import emitter
from generator.source.edits import EditError, Remove, Set, show, value_of
from generator.source.flow import Flow, brackets
from generator.source.layout import begin_of, comments, is_block, slots
from generator.source.tree import Mapping, Scalar, at

if TYPE_CHECKING:
    from generator.problems import Path
    from generator.source.edits import Added, Asked, Step
    from generator.source.layout import Slot
    from generator.source.tree import Node, Sequence, Value


class Splicer:
    """Makes the edits of one text, which must end with a line break; its line breaks are those of the new lines."""

    def __init__(self, text: str, tree: Mapping, asked: Asked) -> None:
        """Keep the text, its tree and what is asked of it."""
        self.text = text
        self.tree = tree
        self.asked = asked
        self._break = line_break(text)
        self._slots: dict[int, dict[Step, Slot]] = {}
        self._flow = Flow(text, self._inline)

    def spliced(self) -> str:
        """Return the text with all edits made. Raises EditError for a place that cannot be edited as it is written."""
        if self.tree.flow:
            return self._with(self.tree, self.asked, 0, len(self.text))
        inner = list(self._slots_of(self.tree, 0).values())
        body = self._body(inner, 0, self.asked)
        emptied = f"{{}}{self._break}" if self.asked.empties(slot.step for slot in inner) else ""
        return body + emptied + self.text[inner[-1].end :]

    def _with(self, node: Mapping | Sequence, asked: Asked, start: int, end: int) -> str:
        """Return a stretch of the text with the edits made in the braces or brackets it holds."""
        return self.text[start : node.span.start] + self._flow.value(node, asked) + self.text[node.span.end : end]

    # Block style

    def _slots_of(self, node: Mapping | Sequence, begin: int) -> dict[Step, Slot]:
        if id(node) not in self._slots:
            self._slots[id(node)] = {slot.step: slot for slot in slots(self.text, node, begin)}
        return self._slots[id(node)]

    def _body(self, inner: list[Slot], begin: int, asked: Asked) -> str:
        """Return the lines of a collection; the first is indented even where it shares the line of a dash."""
        column = inner[0].column
        position = inner[0].above
        parts = [self.text[begin:position], self._incoming(asked, None, column)]
        for slot in inner:
            parts += self.text[position : slot.above], self._staying(slot, asked.below.get(slot.step))
            parts.append(self._incoming(asked, slot.step, column))
            position = slot.end
        return "".join(parts)

    def _staying(self, slot: Slot, asked: Asked | None) -> str:
        """Return what stays of a slot with its own comments: all of it, nothing once moved, the comments once removed."""
        if asked and asked.gone:
            return self.text[slot.above : slot.lead] if isinstance(asked.claim, Remove) else ""
        return self._lines(slot, asked)

    def _lines(self, slot: Slot, asked: Asked | None) -> str:
        before = self.text[slot.above : slot.lead] + " " * slot.column
        if asked is None:
            return before + self.text[slot.start : slot.end]
        name = self.text[slot.start : slot.mark] if asked.key is None else f"{emitter.name(asked.key)}:"
        return before + name + self._after_mark(slot, asked)

    def _after_mark(self, slot: Slot, asked: Asked) -> str:
        node = slot.node
        if isinstance(asked.claim, Set):
            return self._set(slot, asked.claim.value)
        if isinstance(node, Scalar) or not (asked.below or asked.added):
            return self.text[slot.mark : slot.end]
        if not node.flow:
            return self._block(slot, node, asked)
        if asked.added and not self.text[node.span.start + 1 : node.span.end - 1].strip():
            return self._unfolded(slot, self._incoming(asked, None, slot.column + emitter.INDENT))
        return self._with(node, asked, slot.mark, slot.end)

    def _block(self, slot: Slot, node: Mapping | Sequence, asked: Asked) -> str:
        inner = list(self._slots_of(node, begin_of(slot, self.text)).values())
        shared = inner[0].shared
        begin = inner[0].start if shared else begin_of(slot, self.text)
        opening = self.text[slot.mark : begin]
        lines = self._body(inner, begin, asked) + self.text[inner[-1].end : slot.end]
        if asked.empties(child.step for child in inner):
            return f" {brackets(node)}{self._break if shared else opening}{lines}"
        return opening + lines if not shared else self._sharing(opening, lines, inner[0].column)

    def _sharing(self, opening: str, lines: str, column: int) -> str:
        """Return lines whose first goes on after a dash, unless it is not a slot's own."""
        first = lines[column : column + 1]
        own = lines.startswith(" " * column) and first not in " #\r\n"
        return opening + lines[column:] if own else self._break + lines

    def _set(self, slot: Slot, value: Value) -> str:
        written = emitter.emit(value, slot.column)
        beside, below = comments(self.text, slot)
        if isinstance(value, str) and "\n" in written and below.strip("\r\n"):
            written = f" {emitter.scalar(value)}"  # the comment lines below would be read as text
        head, _, lines = written.partition("\n")
        if lines and not head:
            return self._unfolded(slot, self._broken(lines))
        if head and not lines and not is_block(slot.node):
            return self._in_place(slot, head)
        return head + beside + (self._broken(lines) if lines else "") + below

    def _in_place(self, slot: Slot, head: str) -> str:
        start, end = slot.node.span.start, slot.node.span.end
        return (self.text[slot.mark : start] or " ") + head[1:] + self.text[end : slot.end]

    def _unfolded(self, slot: Slot, lines: str) -> str:
        """Return the lines of a collection in place of a value, after the comments that stood there."""
        beside, below = comments(self.text, slot)
        if isinstance(slot.step, int) and not (beside + below).strip():
            return f" {lines.lstrip(' ')}{below}"
        return beside + below + lines

    def _broken(self, lines: str) -> str:
        return (lines + "\n").replace("\n", self._break)

    # What comes in

    def _incoming(self, asked: Asked, after: Step | None, column: int) -> str:
        return "".join(self._piece(added, column) for added in asked.added.get(after, ()))

    def _piece(self, added: Added, column: int) -> str:
        if added.origin is None:
            return self._broken(_new(added, column))
        slot = self._slot_at(added.origin)
        if slot is not None:
            return _indented(self._lines(slot, added.asked), column - slot.column)
        return self._broken(self._unwrapped(added, added.origin, column))

    def _unwrapped(self, added: Added, origin: Path, column: int) -> str:
        """Return an entry or item that comes out of braces or brackets, quoted as it was."""
        node = self._node(origin)
        if isinstance(node, Scalar) and (node.style == "plain" or "\n" in self.text[node.span.start : node.span.end]):
            return _new(added, column)
        mark = "-" if added.key is None else f"{emitter.name(added.key)}:"
        return f"{' ' * column}{mark} {self._flow.value(node, added.asked)}"

    def _inline(self, added: Added) -> str:
        """Return what comes into braces or brackets."""
        if added.origin is None:
            return _new_inline(added)
        slot = self._slot_at(added.origin)
        if slot is None:
            text = self._flow.value(self._node(added.origin), added.asked) or "null"
            return text if added.key is None else f"{emitter.name(added.key, flow=True)}: {text}"
        if re.search(r"(?:^|\s)#", self.text[slot.above : slot.end]):
            raise EditError(f"{show(added.origin)} 带有注释，不能移进“{{…}}”或“[…]”里", "请先把目的地改写成分行的形式，或删去注释。")
        return _new_inline(added)

    def _slot_at(self, path: Path) -> Slot | None:
        """Return the slot at a path, None when it stands inside braces or brackets."""
        node: Node = self.tree
        begin, slot = 0, None
        for step in path:
            if isinstance(node, Scalar) or node.flow:
                return None
            slot = self._slots_of(node, begin)[step]
            node, begin = slot.node, begin_of(slot, self.text)
        return slot

    def _node(self, path: Path) -> Node:
        node = at(self.tree, path)
        if node is None:
            raise KeyError(path)
        return node


def line_break(text: str) -> str:
    """Return the line break of a text's first line, LF when there is none."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _new(added: Added, column: int) -> str:
    value = value_of(added)
    return emitter.item(value, column) if added.key is None else emitter.entry(added.key, value, column)


def _new_inline(added: Added) -> str:
    value = value_of(added)
    return emitter.inline(value) if added.key is None else emitter.inline_entry(added.key, value)


def _indented(lines: str, shift: int) -> str:
    """Return lines moved by whole columns to the right, or to the left as far as there are blanks."""
    if shift >= 0:
        return re.sub(r"^(?=[^\r\n])", " " * shift, lines, flags=re.MULTILINE)
    return re.sub(rf"^ {{1,{-shift}}}", "", lines, flags=re.MULTILINE)
