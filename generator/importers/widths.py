"""One character for one: the width of signs, so that a place in the narrow form of a text is the place in the text itself."""

from __future__ import annotations

_WIDE = "　（）［］｛｝，．：；？！％＋－／＝＜＞～｜０１２３４５６７８９〇"
_NARROW = " ()[]{},.:;?!%+-/=<>~|0123456789零"
_TO_NARROW = str.maketrans(
    {**dict(zip(_WIDE, _NARROW, strict=True)), "【": "[", "】": "]", "〔": "[", "〕": "]", "﹝": "[", "﹞": "]", "∶": ":", "\u00a0": " "}
)


def narrow(text: str) -> str:
    """Return a text with half-width signs and digits, character for character; 〔〕 and 【】 become []."""
    return text.translate(_TO_NARROW)
