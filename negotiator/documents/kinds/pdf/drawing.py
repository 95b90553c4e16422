"""Reads what a page draws besides text: ruled lines, filled areas, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from negotiator.documents.kinds.pdf.frame import SAME, Frame, Matrix, after, moved
from negotiator.documents.kinds.pdf.shapes import Box, Rule

# A filled or stroked area up to so many points thick is a line.
THICKEST = 3.0
# What is shorter is a dot or a speck.
SHORTEST = 2.0
# Drawings with more parts than these are charts and maps, not tables.
MOST_SEGMENTS, MOST_RULES = 20_000, 4_000
DEEPEST = 6
WHITE = 250


@dataclass(frozen=True, slots=True)
class Fill:
    """An area filled with one colour.

    Args:
        box: the area.
        colour: red, green, blue and opacity, 0 to 255 each; None for pictures and shadings.
        order: its place among the things that the page draws.
    """

    box: Box
    colour: tuple[int, int, int, int] | None
    order: int


@dataclass(slots=True)
class Drawing:
    """What a page draws besides text.

    Args:
        rules: straight level and upright lines.
        fills: filled areas in the order of drawing.
        pictures: where its pictures stand.
        texts: the place of each piece of text, by its address, among the things drawn.
        crowded: whether there were too many lines to look at all of them.
    """

    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    texts: dict[int, int] = field(default_factory=dict)
    crowded: bool = False


def colour_of(item: Any, *, stroke: bool = False) -> tuple[int, int, int, int]:
    """Return the colour of a thing drawn: red, green, blue and opacity, 0 to 255 each."""
    parts = [ctypes.c_uint(0) for _ in range(4)]
    call = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    if not call(item, *parts):
        return (0, 0, 0, 255)
    red, green, blue, opacity = (part.value for part in parts)
    return (red, green, blue, opacity)


def read(page: Any, frame: Frame) -> Drawing:
    """Return what a page draws besides its text.

    Args:
        page: pdfium's handle of the page.
        frame: the part that is shown.
    """
    return _Reader(frame).take(page)


class _Reader:
    """Walks through the things that a page draws, forms within forms included."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.drawing = Drawing()
        self.order = 0
        self.segments = 0

    def take(self, page: Any) -> Drawing:
        for item, matrix, kind in self.items(page):
            self.order += 1
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self.drawing.texts[ctypes.addressof(item.contents)] = self.order
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self.path(item, matrix)
            elif box := self.bounds(item, matrix):
                if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                    self.drawing.pictures.append(box)
                self.drawing.fills.append(Fill(box, None, self.order))
        return self.drawing

    def items(self, page: Any) -> Iterator[tuple[Any, Matrix, int]]:
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, index)
            yield from self.within(item, self.frame.matrix, 0)

    def within(self, item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix, int]]:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, matrix, kind
        elif depth < DEEPEST:
            inner = after(_matrix(item), matrix)
            for index in range(pdfium.FPDFFormObj_CountObjects(item)):
                yield from self.within(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def bounds(self, item: Any, matrix: Matrix) -> Box | None:
        left, low, right, high = (ctypes.c_float() for _ in range(4))
        if not pdfium.FPDFPageObj_GetBounds(item, left, low, right, high):
            return None
        x, y = moved(matrix, left.value, low.value)
        u, v = moved(matrix, right.value, high.value)
        return Box(min(x, u), min(y, v), max(x, u), max(y, v))

    def path(self, item: Any, matrix: Matrix) -> None:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
        filled, stroked = mode.value != pdfium.FPDF_FILLMODE_NONE, bool(stroke.value)
        colour = colour_of(item, stroke=stroked and not filled)
        if not (filled or stroked) or not colour[3]:
            return
        box = self.bounds(item, matrix)
        if box is None:
            return
        if min(box.right - box.left, box.bottom - box.top) <= THICKEST:
            if min(colour[:3]) < WHITE:
                self.rule(box)
            return
        rest = filled and not pdfium.FPDFPageObj_HasTransparency(item)
        if rest:
            self.drawing.fills.append(Fill(box, colour, self.order))
        count = pdfium.FPDFPath_CountSegments(item)
        self.segments += max(count, 0)
        if self.segments > MOST_SEGMENTS:
            self.drawing.crowded = True
        elif min(colour[:3]) < WHITE or stroked:
            for part in _parts(item, count, after(_matrix(item), matrix)):
                self.part(part, stroked)

    def part(self, points: list[tuple[float, float]], stroked: bool) -> None:
        across, down = [x for x, _ in points], [y for _, y in points]
        box = Box(min(across), min(down), max(across), max(down))
        if min(box.right - box.left, box.bottom - box.top) <= THICKEST:
            self.rule(box)
        elif stroked:
            for (x, y), (u, v) in pairwise(points):
                if abs(x - u) <= 1.0 or abs(y - v) <= 1.0:
                    self.rule(Box(min(x, u), min(y, v), max(x, u), max(y, v)))

    def rule(self, box: Box) -> None:
        if len(self.drawing.rules) >= MOST_RULES:
            self.drawing.crowded = True
        elif max(box.right - box.left, box.bottom - box.top) >= SHORTEST:
            self.drawing.rules.append(Rule(box.left, box.top, box.right, box.bottom))


def _matrix(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return SAME
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _parts(item: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each part of a path, curves left out."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            if points:
                yield points
            points = []
            continue
        points.append(moved(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if points:
        yield points
