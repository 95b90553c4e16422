"""Makes PDFs for tests: text at places, ruled lines, and whole pages of paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from fpdf import FPDF

from negotiator.documents.kinds.pdf import read
from negotiator.documents.manuscript import (
    Manuscript,
    Mark,
    Paragraph,
    Progress,
    Table,
    Wishes,
    unwatched,
)

FILE = "draft.pdf"


class Maker(FPDF):
    """An A4 document with places in points from the top left corner."""

    def __init__(self, size: float = 11.0) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(False)
        self.set_creation_date(datetime(2021, 12, 17, tzinfo=UTC))
        self.body = size
        self.set_font("Times", size=size)

    def put(self, x: float, y: float, text: str, *, size: float = 0, style: str = "") -> float:
        """Write a text with its baseline at y, and return where it ends."""
        self.set_font("Times", style=style, size=size or self.body)
        self.text(x, y, text)
        return float(x + self.get_string_width(text))

    def lines(self, texts: Iterable[str], y: float = 100, x: float = 72, step: float = 14) -> float:
        """Write lines below each other, and return where the next one would stand."""
        for text in texts:
            self.put(x, y, text)
            y += step
        return y

    def prose(self, text: str, y: float, x: float = 72, width: float = 450, **more: Any) -> float:
        """Write a paragraph in justified lines, and return where it ends."""
        self.set_font("Times", size=self.body)
        self.set_xy(x, y)
        self.multi_cell(width, 14, text, align=more.get("align", "J"), new_x="LEFT", new_y="NEXT")
        return float(self.get_y())

    def done(self) -> bytes:
        return bytes(self.output())


def page(*, size: float = 11.0) -> Maker:
    """Return a document with one empty page."""
    maker = Maker(size)
    maker.add_page()
    return maker


def manuscript(maker: Maker | bytes, progress: Progress = unwatched) -> Manuscript:
    """Return what is read from a document."""
    data = maker if isinstance(maker, bytes) else maker.done()
    return read(FILE, data, Wishes(), progress)


def texts(found: Manuscript) -> list[str]:
    """Return the texts of its paragraphs outside tables."""
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def tables(found: Manuscript) -> list[list[list[str]]]:
    """Return the texts of the cells of its tables."""
    return [
        [["\n".join(one.text for one in cell.paragraphs) for cell in row] for row in block.rows]
        for block in found.blocks
        if isinstance(block, Table)
    ]


def marked(found: Manuscript, mark: Mark) -> list[str]:
    """Return the words with a mark, run by run."""
    return [run.text for one in every(found) for run in one.runs if run.mark is mark]


def every(found: Manuscript) -> Sequence[Paragraph]:
    """Return all its paragraphs, those of tables and notes included."""
    inside: list[Paragraph] = []
    for block in found.blocks:
        if isinstance(block, Paragraph):
            inside.append(block)
        else:
            inside += [one for row in block.rows for cell in row for one in cell.paragraphs]
    return [*inside, *(one for note in found.notes.values() for one in note)]


def omitted(found: Manuscript, what: str) -> list[str]:
    """Return the texts that are left out as something."""
    return [one.text for one in found.omitted if one.what == what]
