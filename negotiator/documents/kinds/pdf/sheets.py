"""Reads a page into its shapes: what a reader sees of it, and what he does not."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import Any

from negotiator.documents.kinds.pdf import drawing
from negotiator.documents.kinds.pdf.frame import Frame
from negotiator.documents.kinds.pdf.glyphs import Glyphs, Piece
from negotiator.documents.kinds.pdf.marking import Marking, mark
from negotiator.documents.kinds.pdf.shapes import Hidden, Rule, Sheet
from negotiator.documents.kinds.pdf.visibility import WHOLE_PAGE, why_hidden

# Smaller pictures are bullets, lines and dots.
SMALLEST_PICTURE = 8.0
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def frame_of(page: Any) -> Frame:
    """Return the part of a page that is shown, and how it is turned."""
    # Not `get_cropbox`: it does not see a box that the page has from the pages above it.
    left, low, right, high = page.get_bbox()
    return Frame(left, low, right, high, page.get_rotation() // 90 % 4)


def read(page: Any, number: int, marking: Marking) -> tuple[Sheet, str]:
    """Return the shapes of a page, and its whole text as pdfium gives it.

    Args:
        page: a page of pypdfium2.
        number: counted from 1.
        marking: what annotations mark on it.
    """
    frame = frame_of(page)
    drawn = drawing.read(page.raw, frame)
    sheet = Sheet(number, frame.width, frame.height)
    big = [
        box
        for box in drawn.pictures
        if min(box.right - box.left, box.bottom - box.top) >= SMALLEST_PICTURE
    ]
    sheet.images = len(big)
    sheet.crowded = drawn.crowded
    whole = frame.width * frame.height
    sheet.pictured = max((box.area / whole for box in big), default=0.0) if whole else 0.0
    with closing(page.get_textpage()) as text:
        glyphs = Glyphs(text.raw, frame, ruled=bool(drawn.rules))
        pieces = list(glyphs.pieces())
        level = _seen(pieces, sheet, drawn, frame)
        sheet.fragments, sheet.rules = mark(level, drawn.rules, marking, glyphs)
        if _leftward(glyphs.text):
            _mirror(sheet)
        return sheet, glyphs.text


def _leftward(text: str) -> bool:
    """Tell whether a text is for the greater part written from right to left."""
    found = RIGHT_TO_LEFT.findall(text)
    return len(found) > 20 and 2 * len(found) > sum(map(str.isalpha, text))


def _mirror(sheet: Sheet) -> None:
    """Turn a page written from right to left over, so that what comes first stands left."""
    width = sheet.width
    sheet.fragments = [
        replace(one, left=width - one.right, right=width - one.left) for one in sheet.fragments
    ]
    sheet.rules = [
        Rule(width - rule.right, rule.top, width - rule.left, rule.bottom) for rule in sheet.rules
    ]


def _seen(pieces: list[Piece], sheet: Sheet, drawn: drawing.Drawing, frame: Frame) -> list[Piece]:
    """Return the level text that a reader sees; file the rest under its reason."""
    if pieces and sheet.pictured >= WHOLE_PAGE and not any(one.painted for one in pieces):
        # A scan with its text recognised: what the reader sees is the picture of this very text.
        sheet.recognised = True
        return [one for one in pieces if not one.turned]
    level: list[Piece] = []
    for piece in pieces:
        reason = why_hidden(piece, drawn, frame)
        if reason:
            if sheet.hidden and sheet.hidden[-1].reason == reason:
                sheet.hidden[-1].text += (piece.fragment.spaced or "") + piece.fragment.text
            else:
                sheet.hidden.append(Hidden(piece.fragment.text, reason))
        elif piece.turned:
            sheet.turned.append(piece.fragment)
        else:
            level.append(piece)
    return level
