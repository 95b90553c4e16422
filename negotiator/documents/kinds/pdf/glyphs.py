"""Reads the text of a page from pdfium, in pieces of one style on one baseline.

pdfium tells place and style of single characters, at a microsecond or more for each question. Most
of a page's text stands in long pieces, so only the ends of a piece are asked for; single
characters are looked at where a ruled line crosses them.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import pypdfium2.raw as pdfium

from negotiator.documents.kinds.pdf.drawing import colour_of
from negotiator.documents.kinds.pdf.frame import Frame, moved
from negotiator.documents.kinds.pdf.shapes import Fragment

# pdfium puts this in place of a hyphen that ends a line; the page shows a hyphen.
LINE_END_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
ITALIC_NAME = re.compile(r"italic|oblique|slanted", re.IGNORECASE)
FORCED_BOLD, ITALIC_FLAG = 1 << 18, 1 << 6
SPACES = re.compile(r"\s+")
# In sizes of type; between words, also of a justified line, there is less.
WIDE_GAP = 1.2
FIRST_SPACES = 2
BREAKS = re.compile(r"[\r\n]+")
FILLED_AND_STROKED = 2
# Render modes of text that is only stroked, and of text that is not painted at all.
STROKED, UNPAINTED = (1, 5), (3, 7)


@dataclass(frozen=True, slots=True)
class Piece:
    """A fragment with what is needed to look at it more closely.

    Args:
        fragment: the text and its place; for turned text the place where it begins.
        first: the index of its first character.
        item: the address of the thing drawn that it belongs to.
        colour: red, green, blue and opacity, 0 to 255 each.
        painted: whether its letters are painted at all.
        turned: whether it is not set level.
    """

    fragment: Fragment
    first: int
    item: int
    colour: tuple[int, int, int, int]
    painted: bool
    turned: bool


class Glyphs:
    """The text of one page.

    Args:
        page: pdfium's handle of the text of the page.
        frame: the part of the page that is shown.
        ruled: whether the page has ruled lines, so that it may hold tables.
    """

    def __init__(self, page: Any, frame: Frame, *, ruled: bool = True) -> None:
        self.page = page
        self.ruled = ruled
        self.matrix = frame.matrix
        self.text = _text(page)
        self._faces: dict[int, tuple[bool, bool]] = {}
        self._rectangle = pdfium.FS_RECTF()

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of text in the order of the file."""
        order, begin, blank = 0, 0, ""
        for line in self.lines():
            for first, last in self.runs(*line):
                raw = self.text[first:last]
                text = raw.strip()
                if not text:
                    continue
                first += len(raw) - len(raw.lstrip())
                for start, part in self.parts(text, first):
                    between = self.text[begin:start]
                    blank = "\n" if "\n" in between or "\r" in between else between
                    begin = start + len(part)
                    order += 1
                    yield self.piece(part, start, blank, order)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches between line breaks."""
        begin = 0
        for found in BREAKS.finditer(self.text):
            if found.start() > begin:
                yield begin, found.start()
            begin = found.end()
        if begin < len(self.text):
            yield begin, len(self.text)

    def runs(self, begin: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches of a line that belong to one thing drawn each.

        The characters of a thing stand together, so where both ends of a stretch belong to the
        same one, all between does; else the stretch is halved.
        """
        items: dict[int, int] = {}

        def item(index: int) -> int:
            if index not in items:
                items[index] = self.item(index)
            return items[index]

        cuts: list[int] = []
        self._cut(begin, end - 1, item, cuts)
        edges = [begin, *cuts, end]
        return list(pairwise(edges))

    def _cut(self, first: int, last: int, item: Callable[[int], int], cuts: list[int]) -> None:
        if first >= last or (item(first) and item(first) == item(last)):
            return
        if last - first == 1:
            # White space that pdfium adds belongs to nothing and parts nothing.
            if (item(first) and item(last)) or not item(first):
                cuts.append(last)
            return
        middle = (first + last) // 2
        self._cut(first, middle, item, cuts)
        self._cut(middle, last, item, cuts)

    def parts(self, text: str, first: int) -> list[tuple[int, str]]:
        """Return a stretch cut at the gaps that are wider than space between words.

        Such a gap comes from the place of the letters, not from a character, so only the white
        space that pdfium adds by itself needs a look; on a page without ruled lines only the first
        ones of a stretch, where a number may stand before the text.
        """
        found: list[tuple[int, str]] = []
        begin = 0
        generated, page = pdfium.FPDFText_IsGenerated, self.page
        spaces = SPACES.finditer(text)
        for space in spaces if self.ruled else islice(spaces, FIRST_SPACES):
            index = first + space.start()
            if not generated(page, index):
                continue
            before, behind = self.sides(index - 1), self.sides(first + space.end())
            gap = max(behind[0] - before[1], before[0] - behind[1])
            if gap > WIDE_GAP * self.size(index - 1)[0]:
                found.append((first + begin, text[begin : space.start()]))
                begin = space.end()
        found.append((first + begin, text[begin:]))
        return found

    def item(self, index: int) -> int:
        """Return the address of the thing drawn that a character belongs to; 0 for none."""
        item = pdfium.FPDFText_GetTextObject(self.page, index)
        return ctypes.addressof(item.contents) if item else 0

    def piece(self, text: str, first: int, spaced: str, order: int) -> Piece:
        """Return a piece with its place and style."""
        item = pdfium.FPDFText_GetTextObject(self.page, first)
        size, upright = self.size(first)
        left, right, base = self.place(first, first + len(text) - 1)
        bold, italic = self.face(item)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        colour = colour_of(item, stroke=mode in STROKED)
        red, green, blue, _ = colour
        fragment = Fragment(
            text=text,
            left=left,
            right=right,
            base=base,
            size=size,
            bold=bold or mode == FILLED_AND_STROKED,
            italic=italic,
            blue=blue > 120 and blue > red + 60 and blue > green + 30,
            spaced=spaced,
            order=order,
        )
        address = ctypes.addressof(item.contents) if item else 0
        return Piece(fragment, first, address, colour, mode not in UNPAINTED, not upright)

    def place(self, first: int, last: int) -> tuple[float, float, float]:
        """Return left, right and baseline of a stretch of characters."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self.page, first, x, y)
        left, base = moved(self.matrix, x.value, y.value)
        low, high = self.sides(last)
        if high < left:
            # Written from right to left: the first character stands at the right end.
            return low, max(left, self.sides(first)[1]), base
        return left, max(left, high), base

    def sides(self, index: int) -> tuple[float, float]:
        """Return where a character begins and ends, from left to right."""
        box = self._rectangle
        pdfium.FPDFText_GetLooseCharBox(self.page, index, box)
        x, _ = moved(self.matrix, box.left, box.bottom)
        u, _ = moved(self.matrix, box.right, box.top)
        return min(x, u), max(x, u)

    def middles(self, piece: Piece) -> list[float]:
        """Return the middle of each character of a piece."""
        indexes = range(piece.first, piece.first + len(piece.fragment.text))
        return [sum(self.sides(index)) / 2 for index in indexes]

    def size(self, index: int) -> tuple[float, bool]:
        """Return the size of type of a character as shown, and whether it is set level."""
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.page, index, matrix)
        size = abs(pdfium.FPDFText_GetFontSize(self.page, index))
        a, b, c, d, _, _ = self.matrix
        x, y = a * matrix.a + c * matrix.b, b * matrix.a + d * matrix.b
        scale = math.hypot(matrix.c, matrix.d)
        return round(size * scale, 2), x > 0 and abs(y) <= 0.1 * x

    def face(self, item: Any) -> tuple[bool, bool]:
        """Tell whether the letters of a thing drawn are bold, and whether they are italic."""
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        if not font:
            return False, False
        address = ctypes.addressof(font.contents)
        if address not in self._faces:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            name = buffer.value.decode("utf-8", "replace")
            flags = max(pdfium.FPDFFont_GetFlags(font), 0)
            self._faces[address] = (
                bool(BOLD_NAME.search(name)) or bool(flags & FORCED_BOLD),
                bool(ITALIC_NAME.search(name)) or bool(flags & ITALIC_FLAG),
            )
        return self._faces[address]


def _text(page: Any) -> str:
    """Return the characters of a page, one for each index of pdfium's."""
    count = pdfium.FPDFText_CountChars(page)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer((count + 1) * 2)
    written = pdfium.FPDFText_GetText(page, 0, count, ctypes.cast(buffer, _SHORTS))
    text = buffer.raw[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
    if len(text) != count or written - 1 != count:
        codes = (pdfium.FPDFText_GetUnicode(page, index) for index in range(count))
        text = "".join(_character(code) for code in codes)
    return text.translate(LINE_END_HYPHENS)


def _character(code: int) -> str:
    # A code that is half of a pair, or no character, is shown as unknown.
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


_SHORTS = ctypes.POINTER(ctypes.c_ushort)
