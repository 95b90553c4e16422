"""Puts what stands on the pages in reading order: paragraphs and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from negotiator.documents.kinds.pdf import columns
from negotiator.documents.kinds.pdf.drafts import DraftCell, DraftTable, continues, extend
from negotiator.documents.kinds.pdf.grids import Grid, grids
from negotiator.documents.kinds.pdf.lines import lines_of
from negotiator.documents.kinds.pdf.passages import Passage, goes_on, passages
from negotiator.documents.kinds.pdf.shapes import Line, Sheet
from negotiator.documents.manuscript import Omission

# A cell's padding on the right, when its text does not tell, in points.
PADDING = 5.0


@dataclass(slots=True)
class RuledTable:
    """A ruled table with the lines of text in each of its cells."""

    grid: Grid
    cells: list[list[Line]]


@dataclass(slots=True)
class Layout:
    """The blocks of a document, as they come page by page.

    Args:
        leading: the usual distance of baselines, in sizes of type.
        leading_in_cells: the same in ruled tables.
        blocks: what has been put in order.
        omitted: heading rows that were repeated.
    """

    leading: float
    leading_in_cells: float
    blocks: list[Passage | DraftTable] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)
    gutters: tuple[float, ...] = ()

    def add(self, sheet: Sheet, tables: Sequence[RuledTable], left: float, right: float) -> None:
        """Add a page.

        Args:
            sheet: its lines outside tables.
            tables: its ruled tables, from top to bottom.
            left, right: the edges of the text in this document.
        """
        fresh = True
        rest = list(sheet.lines)
        for table in tables:
            above = [line for line in rest if line.base < table.grid.box.top + 2]
            rest = rest[len(above) :]
            fresh = self._flow(above, left, right, fresh)
            fresh = self._place([_drafted(table, sheet.number, self.leading_in_cells)], fresh)
        self._flow(rest, left, right, fresh)

    def _flow(self, lines: list[Line], left: float, right: float, fresh: bool) -> bool:
        """Add lines outside ruled tables; tell whether the page is still without any block."""
        begin = 0
        known = self.gutters if fresh else ()
        for run in columns.runs(lines, self.leading, known):
            before = passages(lines[begin : run.first], left, right, self.leading)
            fresh = self._place(before, fresh)
            chosen = lines[run.first : run.last]
            if run.table:
                table = _side_by_side(chosen, run, self.leading)
                fresh = self._place([table], fresh)
                self.gutters = run.gutters
            else:
                for part in _read_down(chosen, run.gutters, self.leading):
                    self._place(part, True)
                fresh = False
            begin = run.last
        fresh = self._place(passages(lines[begin:], left, right, self.leading), fresh)
        if lines[begin:]:
            self.gutters = ()
        return fresh

    def _place(self, blocks: Sequence[Passage | DraftTable], fresh: bool) -> bool:
        """Add blocks; the first may go on from the last one when a break stands between."""
        for block in blocks:
            last = self.blocks[-1] if self.blocks and fresh else None
            if isinstance(block, Passage) and isinstance(last, Passage) and goes_on(last, block):
                last.lines += block.lines
            elif (
                isinstance(block, DraftTable)
                and isinstance(last, DraftTable)
                and continues(last, block)
            ):
                self.omitted += extend(last, block)
            else:
                self.blocks.append(block)
            fresh = False
        return fresh


def take_tables(sheet: Sheet) -> list[RuledTable]:
    """Take the text in ruled tables out of a page, and put the rest together to lines."""
    found = [RuledTable(grid, []) for grid in grids(sheet.rules)]
    rest = sheet.fragments
    for table in found:
        inside: list[list[int]] = [[] for _ in table.grid.fields]
        outside: list[int] = []
        for index, one in enumerate(rest):
            x, y = (one.left + one.right) / 2, one.base - 0.3 * one.size
            home = (
                next(
                    (i for i, part in enumerate(table.grid.fields) if part.box.holds(x, y)),
                    None,
                )
                if table.grid.box.holds(x, y)
                else None
            )
            (outside if home is None else inside[home]).append(index)
        table.cells = [lines_of((rest[index] for index in part), sheet.number) for part in inside]
        rest = [rest[index] for index in outside]
    sheet.lines = lines_of(rest, sheet.number)
    return [table for table in found if any(table.cells)]


def _drafted(table: RuledTable, page: int, leading: float) -> DraftTable:
    draft = DraftTable(page, table.grid.edges, last_page=page)
    rows: dict[int, list[DraftCell]] = {}
    for part, lines in zip(table.grid.fields, table.cells, strict=True):
        left = min((line.left for line in lines), default=part.box.left)
        padding = min(max(left - part.box.left, 1.0), PADDING)
        found = passages(lines, left, part.box.right - padding, leading)
        rows.setdefault(part.row, []).append(DraftCell(found, part.column, part.columns, part.rows))
    draft.rows = [rows[row] for row in sorted(rows) if any(cell.passages for cell in rows[row])]
    draft.headed = _headed(draft.rows)
    return draft


def _headed(rows: list[list[DraftCell]]) -> int:
    """Return 1 when the first row is bold and no other is, else 0."""
    bold = [
        all(line.bold for cell in row for passage in cell.passages for line in passage.lines)
        for row in rows
    ]
    return int(len(rows) > 1 and bold[0] and not all(bold))


def _edges(lines: Sequence[Line], gutters: tuple[float, ...]) -> list[tuple[float, float]]:
    """Return where the text of each column begins and ends."""
    found: list[tuple[float, float]] = []
    for side in range(len(gutters) + 1):
        parts = [part for line in lines if (part := columns.cell(line, gutters, side))]
        found.append((min(part.left for part in parts), max(part.right for part in parts)))
    return found


def _read_down(
    lines: Sequence[Line], gutters: tuple[float, ...], leading: float
) -> list[list[Passage]]:
    """Return the paragraphs of each column, one column after the other."""
    found: list[list[Passage]] = []
    for side, (left, right) in enumerate(_edges(lines, gutters)):
        parts = [part for line in lines if (part := columns.cell(line, gutters, side))]
        found.append(passages(parts, left, right, leading))
    return found


def _side_by_side(lines: Sequence[Line], run: columns.Run, leading: float) -> DraftTable:
    """Return lines in columns as a table: a row ends at a gap that goes across all columns."""
    edges = _edges(lines, run.gutters)
    page = lines[0].page
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        apart = last is None or line.base - last.base > 1.35 * leading * max(line.size, last.size)
        if apart or (len(groups) == 1 and run.headed and _restyled(groups[0][-1], line)):
            groups.append([line])
        else:
            groups[-1].append(line)
    table = DraftTable(page, (edges[0][0], *run.gutters), ruled=False, last_page=page)
    table.headed = int(run.headed)
    for group in groups:
        row: list[DraftCell] = []
        for side, (left, right) in enumerate(edges):
            parts = [part for line in group if (part := columns.cell(line, run.gutters, side))]
            row.append(DraftCell(passages(parts, left, right, leading), side))
        table.rows.append(row)
    return table


def _restyled(heading: Line, line: Line) -> bool:
    """Tell whether a line is set unlike the headings above it."""
    one, other = heading.fragments[0], line.fragments[0]
    return (one.bold, one.italic, one.underlined) != (other.bold, other.italic, other.underlined)
