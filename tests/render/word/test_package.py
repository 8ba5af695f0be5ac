"""The container: the same parts give the same bytes, and come back as they were."""

from __future__ import annotations

import io
import zipfile

from generator.render.word.package import pack, unpack

PARTS = {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<b/>", "docProps/core.xml": b"", "_rels/.rels": b"<c/>"}


def test_parts_come_back_as_they_were() -> None:
    assert unpack(pack(PARTS)) == PARTS


def test_the_order_in_which_parts_were_made_does_not_show() -> None:
    assert pack(PARTS) == pack(dict(reversed(PARTS.items())))


def test_content_types_come_first_and_no_entry_has_a_date_of_its_own() -> None:
    entries = zipfile.ZipFile(io.BytesIO(pack(PARTS))).infolist()

    assert [entry.filename for entry in entries] == ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
