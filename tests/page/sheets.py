"""A printed notice as it is measured: its pages, their lines of characters, their rules and their ink, all in mm."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

import pdfplumber
from PIL import Image, ImageChops

if TYPE_CHECKING:
    from pdfplumber.page import Page

MM = 25.4 / 72
_RESOLUTION, _DARK, _RED = 300, 128, 180
_DASH_SHARE = 0.7  # of the most ink in a column: the two dashes are longer than what is below and above them
_SAME_LINE = 1.5  # mm between baselines
_CELL_GAP = 0.8  # of a character: what stands further apart stands in two cells


@dataclass(frozen=True)
class Line:
    """A line: its text, left and right end, baseline from the paper's top (mm), size (pt) and faces."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    faces: frozenset[str]
    colour: Any

    @property
    def centre(self) -> float:
        """Return the middle between its ends."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    """A horizontal rule: its ends, its middle's height and its thickness (mm), whether it is red."""

    left: float
    right: float
    height: float
    thickness: float
    red: bool


class Sheet:
    """A page."""

    def __init__(self, page: Page) -> None:
        """Take a page as pdfplumber opened it."""
        self._page = page
        self.width, self.height = float(page.width) * MM, float(page.height) * MM

    @cached_property
    def lines(self) -> list[Line]:
        """Return the lines from top to bottom, parts of one line that stand apart from left to right."""
        upright = [character for character in self._page.chars if not _turned(character) and character["text"].strip()]
        ordered = sorted(upright, key=lambda character: (round(self._baseline(character) / _SAME_LINE), character["x0"]))
        rows = [list(row) for _, row in groupby(ordered, key=lambda character: round(self._baseline(character) / _SAME_LINE))]
        return [self._line(part) for row in rows for part in _parts(row)]

    @cached_property
    def text(self) -> str:
        """Return every character, in the order in which the engine writes them."""
        return "".join(character["text"] for character in self._page.chars if character["text"].strip())

    @cached_property
    def turned(self) -> str:
        """Return the text that is turned by a right angle."""
        return "".join(character["text"] for character in self._page.chars if _turned(character) and character["text"].strip())

    def turned_dashes(self, right: float) -> float:
        """Return how far from the left edge of the paper the upper edges of turned dashes lie; nothing else stands left of `right` (mm)."""
        scale = 25.4 / _RESOLUTION
        strip = self._image.crop((0, 0, int(right / scale), self._image.height)).convert("L").point(lambda value: 255 * (value < _DARK))
        inked = [sum(strip.crop((x, 0, x + 1, strip.height)).histogram()[1:]) for x in range(strip.width)]
        return max(x for x, count in enumerate(inked) if count > _DASH_SHARE * max(inked)) * scale

    @cached_property
    def rules(self) -> list[Rule]:
        """Return the horizontal rules from top to bottom, each once."""
        lines = [_rule(line, line["linewidth"]) for line in self._page.lines if line["height"] == 0]
        rects = [_rule(rect, rect["height"]) for rect in self._page.rects if rect["height"] < 3 < rect["width"]]
        return sorted(set(lines + rects), key=lambda rule: rule.height)

    def ink(self, *, red: bool, above: float = 0, below: float = 400) -> list[tuple[float, float, float]]:
        """Return every inked row between two heights: its height, left and right end."""
        return [row for row in self._ink[red] if above <= row[0] < below]

    @cached_property
    def _image(self) -> Image.Image:
        return self._page.to_image(resolution=_RESOLUTION, antialias=False).original.convert("RGB")

    @cached_property
    def _ink(self) -> dict[bool, list[tuple[float, float, float]]]:
        """Return the rows with red ink, and those with black."""
        red, green, blue = self._image.split()
        dark = ImageChops.lighter(green, blue).point(lambda value: 255 * (value < _DARK))  # what is neither paper nor pale
        reddish = red.point(lambda value: 255 * (value > _RED))
        return {True: _rows(ImageChops.darker(dark, reddish)), False: _rows(ImageChops.subtract(dark, reddish))}

    def _baseline(self, character: dict[str, Any]) -> float:
        return self.height - float(character["matrix"][5] * MM)

    def _line(self, row: list[dict[str, Any]]) -> Line:
        return Line(
            "".join(character["text"] for character in row),
            row[0]["x0"] * MM,
            row[-1]["x1"] * MM,
            self._baseline(row[0]),
            round(float(row[0]["size"]), 2),
            frozenset(character["fontname"].partition("+")[2] for character in row),
            row[0]["non_stroking_color"],
        )


def sheets(pdf: bytes) -> list[Sheet]:
    """Return the pages of a PDF."""
    return [Sheet(page) for page in pdfplumber.open(io.BytesIO(pdf)).pages]


def _rows(mask: Image.Image) -> list[tuple[float, float, float]]:
    """Return the rows in which a mask is set: height, left and right end in mm."""
    scale = 25.4 / _RESOLUTION
    boxes = ((y, mask.crop((0, y, mask.width, y + 1)).getbbox()) for y in range(mask.height))
    return [(y * scale, box[0] * scale, box[2] * scale) for y, box in boxes if box]


def _turned(character: dict[str, Any]) -> bool:
    return bool(abs(character["matrix"][0]) < abs(character["matrix"][1]))


def _parts(row: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    parts = [row[:1]]
    for before, character in pairwise(row):
        if character["x0"] - before["x1"] > _CELL_GAP * character["size"]:
            parts.append([])
        parts[-1].append(character)
    return parts


def _rule(drawn: dict[str, Any], thickness: float) -> Rule:
    colour = drawn["non_stroking_color"] if drawn["object_type"] == "rect" else drawn["stroking_color"]
    middle = (drawn["top"] + drawn["bottom"]) / 2 * MM
    red = isinstance(colour, tuple) and len(colour) > 2 and colour[0] > 0.5 > colour[1]
    return Rule(round(drawn["x0"] * MM, 2), round(drawn["x1"] * MM, 2), round(middle, 2), round(thickness * MM, 2), red)
