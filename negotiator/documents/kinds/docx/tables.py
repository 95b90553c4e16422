"""The grid of a table: cells that go across columns and rows stand once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.documents.kinds.docx.changes import Fate
from negotiator.documents.kinds.docx.names import (
    ALTERNATE,
    DELETED,
    INSERTED,
    VAL,
    Element,
    W,
    child,
    chosen,
    number,
    on,
    value,
)
from negotiator.documents.manuscript import Cell, Paragraph

ROW = W + "tr"
CELL = W + "tc"
# Word allows 63 columns.
MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Span:
    """How a cell goes across columns and rows; each merge is empty, `restart` or `continue`."""

    columns: int
    down: str
    across: str


@dataclass(slots=True)
class _Draft:
    paragraphs: tuple[Paragraph, ...]
    columns: int
    rows: int = 1


class Grid:
    """Puts the cells of a table together, row by row."""

    def __init__(self) -> None:
        self._rows: list[list[_Draft]] = []
        self._merged: dict[int, _Draft] = {}
        self._going_on: dict[int, _Draft] = {}
        self._row: list[_Draft] = []
        self._column = 0

    def begin_row(self, skipped: int | None) -> None:
        """Begin a row that leaves some columns out at its start."""
        self._row, self._column, self._going_on = [], 0, {}
        if skipped and skipped > 0:
            self._place(_Draft((), min(skipped, MOST_COLUMNS)))

    def add(self, paragraphs: Sequence[Paragraph], span: Span) -> Sequence[Paragraph]:
        """Add a cell; return its paragraphs if another cell covers it."""
        if span.across == "continue" and self._row:
            self._row[-1].columns += span.columns
            self._column += span.columns
            return paragraphs
        above = self._merged.get(self._column) if span.down == "continue" else None
        if above is not None:
            above.rows += 1
            self._going_on[self._column] = above
            self._column += span.columns
            return paragraphs
        draft = _Draft(tuple(paragraphs), span.columns)
        if span.down:
            self._going_on[self._column] = draft
        self._place(draft)
        return ()

    def end_row(self, drop: bool) -> bool:
        """End the row; tell whether it is kept: one to drop is, when it holds text after all."""
        if drop and not any(draft.paragraphs for draft in self._row):
            for draft in self._going_on.values():
                draft.rows -= draft.rows > 1
            return False
        self._merged = self._going_on
        self._rows.append(self._row)
        return True

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the rows."""
        return tuple(
            tuple(Cell(draft.paragraphs, draft.columns, draft.rows) for draft in row)
            for row in self._rows
        )

    def _place(self, draft: _Draft) -> None:
        self._row.append(draft)
        self._column += draft.columns


def rows_of(table: Element, fate: Fate) -> Iterator[tuple[Element, Fate]]:
    """Return the rows of a table with the changes around them."""
    return _wrapped(table, ROW, fate)


def cells_of(row: Element, fate: Fate) -> Iterator[tuple[Element, Fate]]:
    """Return the cells of a row with the changes around them."""
    return _wrapped(row, CELL, fate)


def span_of(cell: Element) -> Span:
    """Return how a cell goes across columns and rows."""
    properties = child(cell, W + "tcPr")
    columns = number(value(properties, "gridSpan")) or 1
    columns = max(1, min(columns, MOST_COLUMNS))
    return Span(columns, _merge(properties, "vMerge"), _merge(properties, "hMerge"))


def heads(properties: Element | None) -> bool:
    """Tell whether a row is marked as a heading of its table."""
    return properties is not None and on(properties.find(W + "tblHeader"))


def _merge(properties: Element | None, name: str) -> str:
    found = None if properties is None else child(properties, W + name)
    return "" if found is None else found.get(VAL) or "continue"


def _wrapped(parent: Element, wanted: str, fate: Fate) -> Iterator[tuple[Element, Fate]]:
    for element in parent:
        if element.tag == wanted:
            yield element, fate
        elif element.tag == ALTERNATE:
            taken, _ = chosen(element)
            if taken is not None:
                yield from _wrapped(taken, wanted, fate)
        elif element.tag in (INSERTED, DELETED):
            yield from _wrapped(element, wanted, fate.within(element))
        elif len(element):
            yield from _wrapped(element, wanted, fate)
