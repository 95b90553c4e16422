"""Tells which text of a page its reader does not see, and why."""

from __future__ import annotations

from negotiator.documents.kinds.pdf.drawing import Drawing, Fill
from negotiator.documents.kinds.pdf.frame import Frame
from negotiator.documents.kinds.pdf.glyphs import Piece

# Points; nobody reads smaller type.
SMALLEST = 1.5
# How far apart two colours must be, of 255 steps in any one part, to be told apart.
ALIKE = 10
DARK = 40
PAPER = (255, 255, 255, 255)
# Text that is not painted over a picture of so much of the page is what was recognised in it.
WHOLE_PAGE = 0.7


def why_hidden(piece: Piece, drawing: Drawing, frame: Frame) -> str:
    """Return why a reader of the page does not see a piece of text; empty when he does.

    Args:
        piece: the text, its colour and place.
        drawing: what else the page draws, in order.
        frame: the part of the page that is shown.
    """
    one = piece.fragment
    if not piece.painted or piece.colour[3] == 0:
        return "not painted"
    if one.size < SMALLEST:
        return "too small to see"
    x = one.left if piece.turned else (one.left + one.right) / 2
    y = one.base - 0.3 * one.size
    inside = one.left < frame.width and one.right > 0 if not piece.turned else x < frame.width
    if not inside or x < -one.size or not 0 < y < frame.height + 0.3 * one.size:
        return "off the page"
    if not drawing.fills:
        return "as white as the page" if _alike(piece.colour, PAPER) else ""
    return _against(piece, drawing, x, y)


def _against(piece: Piece, drawing: Drawing, x: float, y: float) -> str:
    """Return whether what is drawn before or after a piece of text hides it."""
    place = drawing.texts.get(piece.item, 0)
    ground: Fill | None = None
    for fill in drawing.fills:
        if not fill.box.holds(x, y):
            continue
        if fill.order < place or not place:
            ground = fill
        elif fill.colour and fill.colour[3] == 255 and max(fill.colour[:3]) < DARK:
            one = piece.fragment
            if fill.box.holds(one.left, y, 1.0) and fill.box.holds(one.right, y, 1.0):
                return "under a black bar"
    # What stands over a picture or a shading is taken as seen.
    colour = ground.colour if ground else PAPER
    if colour and _alike(piece.colour, colour):
        return "as white as the page" if ground is None else "of the colour of its ground"
    return ""


def _alike(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return all(abs(a - b) <= ALIKE for a, b in zip(one[:3], other[:3], strict=True))
