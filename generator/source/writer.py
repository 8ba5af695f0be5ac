"""Edits in an officer's file: what they change is put in its place, everything else stays as it was written, to the byte."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import InternalError, UserError
from generator.source.edits import Edit, EditError, Insert, Move, Remove, Set, apply, arrange
from generator.source.encoding import UTF8_MARK
from generator.source.files import read_file, replace_file
from generator.source.layout import is_block, keeps_breaks, last_scalar
from generator.source.reader import digest, read
from generator.source.splicer import Splicer, line_break
from generator.source.tree import plain, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.source.edits import Asked
    from generator.source.tree import Document, Mapping, Scalar

__all__ = ["ChangedError", "Edit", "EditError", "Insert", "Move", "Remove", "Set", "apply", "save", "write"]

_LONE_RETURN = re.compile(r"\r(?!\n)")
_HEADER = re.compile(r"[|>][-+0-9]*")
_LIMITS = {"too-deep", "file-too-large"}


class ChangedError(UserError):
    """The file is no longer the one that was read."""


def write(document: Document, edits: Sequence[Edit]) -> str:
    """Return the document's text, without byte order mark, with the edits made.

    Raises EditError when the document has errors, a path is not there, two edits collide or a text cannot be written;
    InternalError when the new text would not read as `apply` says it must.
    """
    tree = _sound(document)
    asked = arrange(plain(tree), edits)
    written = _spliced(document, tree, asked) if edits else document.text
    if plain(_tree(written)) != apply(plain(tree), edits):
        raise _misread(document, tree)
    return written


def save(document: Document, text: str) -> None:
    """Replace the document's file by a text, with a byte order mark if it had one.

    Raises ChangedError when the file on disk is not the one that was read, UserError when it cannot be written.
    """
    path = Path(document.file)
    if not path.exists() or digest(read_file(path, len(document.text.encode()) + 10)) != document.digest:
        raise ChangedError(f"文件在读入之后又被改动过：{path}", "请保存并关闭其他正在编辑它的程序，再重新执行。")
    replace_file(path, (UTF8_MARK if document.bom else b"") + text.encode())


def _sound(document: Document) -> Mapping:
    error = next((problem for problem in document.problems if problem.severity == "error"), None)
    if document.tree is None or error:
        reason = f"（{error.message}）" if error else ""
        raise EditError(f"文件有错，不能就地修改：{document.file}{reason}", "请先用 check 查出错处并改正。")
    if _LONE_RETURN.search(document.text):
        raise EditError(f"换行符是旧式的单个回车，不能就地修改：{document.file}", "请在编辑器中把换行符改为 LF 或 CRLF 后另存。")
    return document.tree


def _spliced(document: Document, tree: Mapping, asked: Asked) -> str:
    if document.text.endswith("\n"):
        return Splicer(document.text, tree, asked).spliced()
    closed, ending = _closed(document.text, last_scalar(tree))
    written = Splicer(closed, _tree(closed), asked).spliced()
    closed_ending = closed[len(document.text) - len(ending) :]
    if ending and written.endswith(closed_ending):
        return written.removesuffix(closed_ending) + ending
    bare = written.removesuffix(line_break(document.text))
    return bare if plain(_tree(bare)) == plain(_tree(written)) else written


def _tree(text: str) -> Mapping:
    result = read(text.encode())
    if limit := next((problem for problem in result.problems if problem.code in _LIMITS), None):
        raise EditError(limit.message, limit.tip)
    if result.tree is None:
        raise InternalError("the file as edited cannot be read; it has not been written")
    return result.tree


def _closed(text: str, last: Scalar | None) -> tuple[str, str]:
    """Return a text without a last line break as one that may go on, and its ending, which stays when nothing follows.

    A block text at the very end has no last break in its value; the `-` in its header keeps it so.
    """
    closed = text + line_break(text)
    if last is None or not is_block(last) or not last.text or last.text.endswith("\n"):
        return closed, ""
    start = last.span.start
    block = _HEADER.sub(lambda found: f"{found[0][0]}{_digits(found[0])}-", closed[start:], count=1)
    return closed[:start] + block, text[start:]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _misread(document: Document, tree: Mapping) -> Exception:
    """Return why a text as edited reads otherwise than it should: blank lines that came to stand below a `|+`, else our defect."""
    kept = next((node.span.line for _, node in walk(tree) if keeps_breaks(document.text, node)), None)
    if kept is None:
        return InternalError("the file as edited does not read as it should; it has not been written")
    return EditError(f"第 {kept} 行用“+”把后面的空行也算作正文，这样修改会连带改变它", "请把那一行的“|+”改为“|-”后再试。")
