"""From the bytes of a file to clean text: encoding, byte order mark, size and forbidden characters."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.problems import Span, wording
from generator.source.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.problems import Problem

BYTES_AT_MOST = 5_000_000
_SHOWN_AT_MOST = 20
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, foreign line breaks, marks and lone surrogates: none belongs in a text, and none can be written back."""

UTF8_MARK = b"\xef\xbb\xbf"
_OTHER_FILES = {b"PK\x03\x04": "Word（.docx）或压缩", b"\xd0\xcf\x11\xe0": "旧版 Word（.doc）", b"%PDF": "PDF"}
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def has_mark(data: bytes) -> bool:
    """Tell whether the bytes begin with a UTF-8 byte order mark."""
    return data.startswith(UTF8_MARK)


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text without its byte order mark, and the problems that keep it from being used."""
    if len(data) > BYTES_AT_MOST:
        start = Span(0, 0, 1, 1)
        return "", (wording("file-too-large").problem({"limit": BYTES_AT_MOST // 10**6}, span=start),)
    kind = next((kind for start, kind in _OTHER_FILES.items() if data.startswith(start)), None)
    if kind:
        return "", (wording("other-file").problem({"kind": kind}, span=Span(0, 0, 1, 1)),)
    try:
        text = data.removeprefix(UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (_not_utf8(data.removeprefix(UTF8_MARK), error.start),)
    return text, tuple(_forbidden(text))


def _not_utf8(data: bytes, offset: int) -> Problem:
    before = data[:offset].decode("utf-8", errors="replace")
    place = Lines(before).span(len(before), len(before))
    return wording("not-utf8").problem({"encoding": _encoding_of(data)}, span=place)


def _encoding_of(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return "像是 UTF-16 编码"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "编码不明"
    return "像是 GBK（GB18030）编码"


def _forbidden(text: str) -> Iterator[Problem]:
    """Yield a problem for the first characters that do not belong in a text; a file full of them is no text at all."""
    lines = Lines(text)
    for match in islice(FORBIDDEN.finditer(text), _SHOWN_AT_MOST):
        character = {"character": f"U+{ord(match[0]):04X}"}
        yield wording("control-character").problem(character, span=lines.span(*match.span()))
