"""A marked block in a file of git's: added behind what is there, and taken away so that the file is what it was, to the byte.

The first mark keeps what the file was before (new, open: without a last line break, whole) and a digest of the block's lines, by
which a change made by hand is noticed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from generator.errors import RefusedError

_BLOCK = re.compile(
    rb"(?:(?<=\n)|\A)# >>> hongtou git install (?P<before>new|open|whole) (?P<digest>[0-9a-f]{8})\r?\n"
    rb"(?P<lines>.*?)# <<< hongtou git install[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)
_MARK = re.compile(rb"# (?:>>>|<<<) hongtou git install")


class EditedError(RefusedError):
    """The block was changed by hand since it was written; it has not been touched."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block found in a file: where it stands, its lines and how they end, and what the file was before."""

    start: int
    end: int
    before: bytes
    lines: bytes

    @property
    def ending(self) -> bytes:
        """Return the line break of its lines."""
        return _ending(self.lines)


def found(data: bytes) -> Block | None:
    """Return the block of a file, None where it has none. Raises EditedError when it is not as it was written."""
    match = _BLOCK.search(data)
    if match and match["digest"] == _digest(match["lines"]):
        return Block(match.start(), match.end(), match["before"], match["lines"])
    if touches(data):
        tip = "请核对后删去“# >>> hongtou git install”到“# <<< hongtou git install”这几行，连同这两行，再重新运行。"
        raise EditedError("hongtou 写入的几行被手工改过，没有动它", tip)
    return None


def touches(data: bytes) -> bool:
    """Tell whether a file has a block or what is left of one."""
    return bool(_MARK.search(data))


def added(data: bytes | None, lines: bytes) -> bytes:
    """Return a file (None: there is none yet) with a block of lines, in place of the one it has. Raises EditedError as `found`."""
    if data is None:
        return _written(b"new", lines, b"\n")
    if block := found(data):
        return data[: block.start] + _written(block.before, lines, block.ending) + data[block.end :]
    ending = _ending(data)
    if not data or data.endswith(b"\n"):
        return data + _written(b"whole", lines, ending)
    return data + ending + _written(b"open", lines, ending)


def removed(data: bytes) -> bytes | None:
    """Return a file without its block, None when nothing is left of a file that the block made. Raises EditedError as `found`."""
    block = found(data)
    if block is None:
        return data
    before, after = data[: block.start], data[block.end :]
    if block.before == b"open" and not after:
        before = before.removesuffix(block.ending)
    return None if block.before == b"new" and not before + after else before + after


def _written(before: bytes, lines: bytes, ending: bytes) -> bytes:
    text = b"# >>> hongtou git install %b %b\n%b# <<< hongtou git install\n" % (before, _digest(lines), lines)
    return text.replace(b"\n", ending)


def _ending(text: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in text else b"\n"


def _digest(lines: bytes) -> bytes:
    return hashlib.sha256(lines.replace(b"\r\n", b"\n")).hexdigest()[:8].encode()
