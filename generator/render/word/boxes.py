"""Text boxes of a Word file: anchored to the page, without rule, fill or inset."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.word.parts import emu

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: its number in the file and name in Word's list, width and height in mm; `left` and `top` in mm from the paper's edges.

    Without them it stands at the foot of the text area, its content at its own foot, and text keeps clear of it. `vertical` text
    runs from top to bottom, turned by a right angle.
    """

    id: int
    name: str
    width: float
    height: float
    left: float | None = None
    top: float | None = None
    vertical: bool = False

    def run(self, content: str) -> str:
        """Return the run that anchors the box, with its content of paragraphs and tables."""
        width, height = emu(self.width), emu(self.height)
        floating = self.left is not None
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
            f' layoutInCell="1" allowOverlap="{int(floating)}"><wp:simplePos x="0" y="0"/>'
            f"{_position('H', self.left, 'left')}{_position('V', self.top, 'bottom')}"
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f"<wp:wrap{'None' if floating else 'TopAndBottom'}/>"
            f'<wp:docPr id="{self.id}" name="{self.name}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
            f'<wps:bodyPr rot="0" vert="{"vert" if self.vertical else "horz"}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
            f' anchor="{"t" if floating else "b"}" anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
            "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )


def _position(axis: str, offset: float | None, edge: str) -> str:
    if offset is None:
        return f'<wp:position{axis} relativeFrom="margin"><wp:align>{edge}</wp:align></wp:position{axis}>'
    return f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{emu(offset)}</wp:posOffset></wp:position{axis}>'
