"""Bytes become characters, or are refused with a tip."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UserError
from generator.importers import encoding
from generator.importers.outline import Aside

TEXT = "甲县人民政府关于印发2025年工作要点的通知\n各乡镇人民政府，县政府各部门：\n一、总体思路。\n"
TRADITIONAL = "甲縣人民政府關於印發工作要點的通知，請認真貫徹執行。\n"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_an_encoding_is_told_from_the_bytes(name: str) -> None:
    assert encoding.Text(TEXT) == encoding.decode(TEXT.encode(name))


def test_a_mark_of_big_endian_bytes_is_known() -> None:
    assert encoding.Text(TEXT) == encoding.decode(b"\xfe\xff" + TEXT.encode("utf-16-be"))


def test_big5_is_told_where_gb18030_gives_no_chinese_that_anyone_writes() -> None:
    assert encoding.Text(TRADITIONAL) == encoding.decode(TRADITIONAL.encode("big5"))


def test_big5_that_a_page_names_is_taken_first() -> None:
    assert encoding.Text("縣府") == encoding.decode("縣府".encode("big5"), "Big5")


def test_characters_beyond_gbk_are_read() -> None:
    assert encoding.Text(TEXT + "㑇𠀀") == encoding.decode((TEXT + "㑇𠀀").encode("gb18030"))


def test_utf8_that_lost_its_end_is_refused_and_not_read_as_something_else() -> None:
    with pytest.raises(UserError, match="第 4 行有读不出的字符") as caught:
        encoding.decode((TEXT + "（一）").encode()[:-1])

    assert "另存为 UTF-8" in caught.value.tip


def test_utf8_damaged_in_its_middle_is_refused_with_the_line() -> None:
    data = bytearray((TEXT * 3).encode())
    data[data.rindex(b"\n", 0, -1) + 1] = 0xFF

    with pytest.raises(UserError, match="第 9 行"):
        encoding.decode(bytes(data))


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(UserError, match="编码不明"):
        encoding.decode(b"\xff\x81\xff" * 50)


@pytest.mark.parametrize(
    ("start", "said"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "Word"), (b"\xd0\xcf\x11\xe0", "doc"), (b"\x89PNG\r\n", "图片"), (b"\xff\xd8\xff\xe0", "图片")],
)
def test_other_files_are_called_by_their_kind(start: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said) as caught:
        encoding.decode(start + b"\x00\x01" * 40)

    assert caught.value.tip


def test_a_pdf_is_to_be_opened_in_word() -> None:
    with pytest.raises(UserError) as caught:
        encoding.decode(b"%PDF-1.4")

    assert caught.value.tip.startswith("请用 Word 打开后另存为 .docx")


def test_a_few_control_characters_are_set_aside_with_their_line() -> None:
    expected = encoding.Text("甲\n乙丙", (Aside(2, "\x00\x07", "控制字符"),))

    assert expected == encoding.decode("甲\n乙\x00丙\x07".encode())


def test_many_control_characters_are_no_text() -> None:
    with pytest.raises(UserError, match="不是文本文件"):
        encoding.decode(bytes(range(1, 32)) * 20)


def test_zero_width_characters_go_and_no_break_blanks_become_blanks() -> None:
    assert encoding.Text("甲乙 丙\u3000丁") == encoding.decode("甲\u200b乙\u00a0丙\ufeff\u3000丁".encode())


def test_every_line_end_is_a_newline_and_form_feeds_stay() -> None:
    assert encoding.Text("甲\n乙\n丙\n丁\f戊") == encoding.decode("甲\r\n乙\r丙\u2028丁\f戊".encode())


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UserError, match="文件是空的"):
        encoding.decode(b" \r\n\xe3\x80\x80")


def test_too_many_bytes_and_too_many_lines_are_refused() -> None:
    with pytest.raises(UserError, match="20 MB"):
        encoding.decode(b"a" * (encoding.BYTES_AT_MOST + 1))
    with pytest.raises(UserError, match="万行"):
        encoding.decode(b"a\n" * (encoding.LINES_AT_MOST + 1))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = encoding.decode(data).text
    except UserError as error:
        text = error.message

    assert text
