"""Where each cell of a table stands, and the lines that it prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.documents.manuscript import Cell, Comment, Mark, Paragraph, Run, Table


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a cell: a paragraph, or a part of one between line breaks.

    Args:
        runs: its wording, a number that the file generates before it.
        label: that generated number.
        paragraph: the paragraph it stands in.
    """

    runs: tuple[Run, ...]
    label: str
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """Return the proposed wording."""
        return "".join(run.text for run in self.runs if run.mark is not Mark.DELETED)

    @property
    def base(self) -> str:
        """Return the wording that it changes."""
        return "".join(run.text for run in self.runs if run.mark is not Mark.INSERTED)

    @property
    def full(self) -> str:
        """Return everything it prints, struck or not."""
        if len(self.runs) == 1:
            return self.runs[0].text
        return "".join(run.text for run in self.runs)

    @property
    def marked(self) -> bool:
        """Tell whether any of it is inserted or deleted."""
        return any(run.mark is not Mark.KEPT and run.text.strip() for run in self.runs)

    @property
    def struck(self) -> str:
        """Return what is struck of it."""
        return "".join(run.text for run in self.runs if run.mark is Mark.DELETED)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the column of the grid that it begins at, counted from 0."""

    cell: Cell
    column: int
    lines: tuple[Line, ...]

    @property
    def end(self) -> int:
        """Return the column after it."""
        return self.column + max(1, self.cell.columns)

    @property
    def text(self) -> str:
        """Return everything it prints."""
        return "\n".join(line.full for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cells that begin in it, and those that reach into it from above."""

    number: int
    cells: tuple[Placed, ...]
    from_above: tuple[Placed, ...] = ()

    @property
    def filled(self) -> tuple[Placed, ...]:
        """Return the cells that print anything."""
        return tuple(cell for cell in self.cells if cell.lines)

    @property
    def page(self) -> str:
        """Return the page it begins on, empty when that is not known."""
        return next((line.paragraph.page for line in self._lines() if line.paragraph.page), "")

    @property
    def place(self) -> str:
        """Return its place in the file."""
        return next(
            (line.paragraph.place for line in self._lines() if line.paragraph.place),
            f"row {self.number}",
        )

    def _lines(self) -> Iterator[Line]:
        for cell in self.cells:
            yield from cell.lines


def rows_of(table: Table) -> tuple[Row, ...]:
    """Return the rows of a table with the place of each cell; rows are counted from 1."""
    rows: list[Row] = []
    reaching: list[tuple[int, Placed]] = []
    for number, cells in enumerate(table.rows, start=1):
        above = [(until, placed) for until, placed in reaching if until >= number]
        above.sort(key=lambda pair: pair[1].column)
        placed = _placed(cells, [one for _, one in above])
        rows.append(Row(number, tuple(placed), tuple(one for _, one in above if one.lines)))
        reaching = above + [
            (number + one.cell.rows - 1, one) for one in placed if one.cell.rows > 1
        ]
    return tuple(rows)


def width_of(rows: Sequence[Row]) -> int:
    """Return the number of columns of the grid."""
    return max((cell.end for row in rows for cell in row.cells), default=0)


def _placed(cells: tuple[Cell, ...], above: list[Placed]) -> list[Placed]:
    placed: list[Placed] = []
    column = 0
    taken = iter(above)
    next_taken = next(taken, None)
    for cell in cells:
        while next_taken is not None and next_taken.column <= column:
            column = max(column, next_taken.end)
            next_taken = next(taken, None)
        placed.append(Placed(cell, column, lines_of(cell.paragraphs)))
        column = placed[-1].end
    return placed


def lines_of(paragraphs: tuple[Paragraph, ...]) -> tuple[Line, ...]:
    """Return the lines that paragraphs print, blank ones left out."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        runs: list[Run] = [Run(f"{paragraph.number} ")] if paragraph.number else []
        label = paragraph.number
        for run in paragraph.runs:
            first, *others = run.text.split("\n")
            runs.append(Run(first, run.mark))
            for other in others:
                lines.append(Line(tuple(runs), label, paragraph))
                runs, label = [Run(other, run.mark)], ""
        lines.append(Line(tuple(runs), label, paragraph))
    return tuple(line for line in lines if line.full.strip())


def comments_of(lines: tuple[Line, ...]) -> tuple[Comment, ...]:
    """Return what stands in the margin of lines, each comment once."""
    return tuple(dict.fromkeys(one for line in lines for one in line.paragraph.comments))


def notes_of(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Return the ids of the footnotes that lines cite, each once."""
    return tuple(dict.fromkeys(one for line in lines for one in line.paragraph.notes))
