"""The face by which pages are laid out: no shapes, and the widths of the official faces, an em a character, half an em a letter."""

from __future__ import annotations

import io
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FAMILY = "Hongtou Metrics"
EM, ASCENT, DESCENT = 1000, 880, -120
WIDTHS = {".notdef": EM, "wide": EM, "half": EM // 2}
HALF_WIDTH = range(0x20, 0x7F)
WIDE = (range(0x7F, 0xD800), range(0xE000, 0xFFF0), range(0x10000, 0x32400))
_MANY_TO_ONE = 13  # the format of a character map in which whole ranges share a glyph
_2012 = 3424204800  # seconds since 1904: 2012-07-04, so that the same code gives the same bytes


def face() -> bytes:
    """Return the face as TrueType, the same bytes every time."""
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([*WIDTHS])
    builder.font["cmap"] = _character_map()
    builder.setupGlyf({name: _box(width) for name, width in WIDTHS.items()})
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in WIDTHS.items()})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": FAMILY.replace(" ", "")})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    builder.setupPost()
    builder.updateHead(created=_2012, modified=_2012)
    builder.font.recalcTimestamp = False
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


def _character_map() -> Any:  # noqa: ANN401 - fontTools makes its tables' classes as it goes
    subtable = CmapSubtable.newSubtable(_MANY_TO_ONE)
    subtable.format, subtable.reserved, subtable.length, subtable.language = _MANY_TO_ONE, 0, 0, 0
    subtable.platformID, subtable.platEncID = 3, 10
    subtable.cmap = {code: "wide" for codes in WIDE for code in codes} | dict.fromkeys(HALF_WIDTH, "half")
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, [subtable]
    return table


def _box(width: int) -> Any:  # noqa: ANN401
    """Return a square of a character's height: what measures by ink finds some."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, DESCENT))
    for point in ((0, ASCENT), (width, ASCENT), (width, DESCENT)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()
