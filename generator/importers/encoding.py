"""From the bytes of a page or a text to characters: encodings told apart, binary files refused, control characters set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator.errors import UserError
from generator.importers.outline import Aside

if TYPE_CHECKING:
    from collections.abc import Iterator

BYTES_AT_MOST = 20_000_000
LINES_AT_MOST = 400_000
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_WORD, _PDF = "用 Word 或 WPS 打开后另存为 .docx，再导入", "请用 Word 打开后另存为 .docx，再导入；扫描件要先做文字识别。"
_PICTURE = "图片里的文字读不出来，请先做文字识别，或找原来的 Word 文件。"
_ARCHIVE = "请先解压；如果其实是 Word 文件，请把文件名改成以 .docx 结尾再导入。"
_OTHER_FILES = {
    b"%PDF": ("PDF", _PDF),
    b"PK\x03\x04": ("压缩文件或 Word ", _ARCHIVE),
    b"Rar!": ("压缩", _ARCHIVE),
    b"7z\xbc\xaf": ("压缩", _ARCHIVE),
    b"\x1f\x8b": ("压缩", _ARCHIVE),
    b"\xd0\xcf\x11\xe0": ("旧版 Word（.doc）", f"请{_WORD}。"),
    b"{\\rtf": ("RTF ", f"请{_WORD}。"),
    b"\x89PNG": ("图片", _PICTURE),
    b"\xff\xd8\xff": ("图片", _PICTURE),
    b"GIF8": ("图片", _PICTURE),
    b"II*\x00": ("图片", _PICTURE),
    b"MM\x00*": ("图片", _PICTURE),
}
_SAVE_AS = "请用原来的软件或记事本打开，核对文字无误后另存为 UTF-8 编码，再导入。"

_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]+")
_NOTHING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_HANZI = re.compile("[\u3400-\u9fff]")
_PLAIN = re.compile("[\t\n\r\x0c\x20-\x7e\u00a0\u2010-\u2060\u2460-\u24ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_SAMPLE = 20_000
_BINARY = 0.01  # control characters among all: more is no text
_DAMAGED = 0.1  # undecodable places among the characters beyond ASCII: fewer is UTF-8 that was damaged
_COMMON = 0.6  # common characters among all Chinese ones in a text decoded rightly


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded text, lines ended by newlines, and the control characters dropped from it."""

    text: str
    asides: tuple[Aside, ...] = ()


def decode(data: bytes, declared: str = "") -> Text:
    """Return the text of some bytes; `declared` is the encoding that a page names itself.

    Form feeds stay; zero-width characters and marks are left out, no-break blanks become blanks. Raises UserError when the
    bytes are too many, none at all, no text, or cannot be decoded.
    """
    if len(data) > BYTES_AT_MOST:
        raise UserError(f"文件超过 {BYTES_AT_MOST // 10**6} MB 的上限", "一份工作要点通常不到 1 MB，请核对是否选错了文件。")
    _refuse_other_files(data)
    cleaned = _cleaned(_LINE_END.sub("\n", _decoded(data, declared)))
    if not cleaned.text.strip():
        raise UserError("文件是空的，没有任何内容", "请核对是否选错了文件。")
    return cleaned


def _refuse_other_files(data: bytes) -> None:
    for start, (kind, tip) in _OTHER_FILES.items():
        if data.startswith(start):
            raise UserError(f"这是{kind}文件，不是文本", tip)


def _decoded(data: bytes, declared: str) -> str:
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    if wide := _wide(data):
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _damaged(data):
            raise _undecodable(data, error.start) from error
    return _chinese(data, declared)


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start) from error


def _undecodable(data: bytes, offset: int) -> UserError:
    line = data.count(b"\n", 0, offset) + 1
    return UserError(f"文件第 {line} 行有读不出的字符，文件可能不完整，或编码不明", _SAVE_AS)


def _wide(data: bytes) -> str:
    """Return the text when the bytes are UTF-16 without a mark, as zero bytes tell; otherwise an empty one."""
    if 0 not in data:
        return ""
    for name in ("utf-16-le", "utf-16-be"):
        sample = data[: 2 * _SAMPLE].decode(name, errors="ignore")
        if sample and len(_PLAIN.findall(sample)) > len(sample) * (1 - _DAMAGED):
            return _strictly(data, name)
    return ""


def _damaged(data: bytes) -> bool:
    """Tell whether bytes that are not quite UTF-8 are UTF-8 with some places damaged, or its end cut off."""
    text = data.decode("utf-8", errors="replace")
    foreign = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") < foreign * _DAMAGED or (text.count("\ufffd") == 1 and text.endswith("\ufffd"))


def _chinese(data: bytes, declared: str) -> str:
    """Return the text in one of the Chinese encodings: what the page says, GB18030, Big5 when that is clearly wrong."""
    first = ("big5hkscs",) if declared.lower().startswith("big5") else ()
    for name, common in ((name, _SCRIPTS[name]) for name in (*first, "gb18030", "big5hkscs")):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _likely(text, *common):
            return text
    raise UserError("文件的编码不明，读不出文字", _SAVE_AS)


_SCRIPTS = {"gb18030": ("gb2312", 0xB0, 0xD7), "big5hkscs": ("big5", 0xA4, 0xC6)}
"""Where the common characters stand in an encoding: its name without extensions, first and last leading byte."""


def _likely(text: str, name: str, first: int, last: int) -> bool:
    """Tell whether the Chinese characters of a text are mostly common ones of the encoding it was decoded from."""
    hanzi = [found[0] for found in islice(_HANZI.finditer(text), _SAMPLE)]
    codes = (character.encode(name, errors="ignore") for character in hanzi)
    common = sum(len(code) > 1 and first <= code[0] <= last for code in codes)
    return common >= len(hanzi) * _COMMON


def _cleaned(text: str) -> Text:
    if text.count("\n") + text.count("\f") > LINES_AT_MOST:
        raise UserError(f"文件超过 {LINES_AT_MOST // 10000} 万行的上限", "一份工作要点通常不到 1000 行，请核对是否选错了文件。")
    dropped = len(_CONTROL.findall(text))
    if dropped > max(10, len(text) * _BINARY):
        raise UserError("文件里有大量控制字符，不是文本文件", "请核对是否选错了文件；能在 Word 里打开的，请另存为 .docx 再导入。")
    asides = tuple(_dropped(text)) if dropped else ()
    return Text(plain(text), asides)


def plain(text: str) -> str:
    """Return a text without control and zero-width characters, no-break blanks as blanks."""
    return _NOTHING.sub("", _CONTROL.sub("", text)).replace("\u00a0", " ")


def _dropped(text: str) -> Iterator[Aside]:
    """Yield the control characters of a text, line by line."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := _CONTROL.findall(line):
            yield Aside(number, "".join(found), "控制字符")
