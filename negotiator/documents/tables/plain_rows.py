"""Tables that hold no amendments: schedules and lists, and tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.documents.extract import Piece
from negotiator.documents.manuscript import Mark, Paragraph
from negotiator.documents.tables.grid import Row, comments_of, notes_of
from negotiator.documents.tables.references import citation_of, row_id
from negotiator.documents.tables.result import Ids, TablePieces


def flowing(rows: Sequence[Row]) -> tuple[Paragraph, ...] | None:
    """Return the paragraphs of a table that only lays them out; None when it does more.

    One column, or one cell in all, is no table to the reader of the page.
    """
    if (
        any(len(row.filled) > 1 for row in rows)
        or len({row.filled[0].column for row in rows if row.filled}) > 1
    ):
        return None
    return tuple(
        paragraph for row in rows for cell in row.cells for paragraph in cell.cell.paragraphs
    )


def plain_table(rows: Sequence[Row], first: int, ids: Ids) -> TablePieces:
    """Return each row as one clause, its cells one under the other.

    Args:
        rows: the rows.
        first: the number of the first row.
        ids: gives the ids.
    """
    pieces: list[Piece] = []
    cited: list[tuple[str, str]] = []
    for number, row in enumerate((row for row in rows if row.filled), start=first):
        piece = _piece(row, number, ids)
        pieces.append(piece)
        lines = tuple(line for cell in row.filled for line in cell.lines)
        cited += [(piece.id, note) for note in notes_of(lines)]
    return TablePieces(tuple(pieces), cited=tuple(cited))


def _piece(row: Row, number: int, ids: Ids) -> Piece:
    first = row.filled[0]
    named = len(row.filled) > 1 and not any(line.marked for line in first.lines)
    cited = citation_of(first.text) if named else None
    reference = cited.reference if cited else ""
    cells = row.filled[1:] if cited and not cited.before else row.filled
    lines = tuple(line for cell in cells for line in cell.lines)
    text = "\n".join(line.text.strip() for line in lines if line.text.strip())
    base = "\n".join(line.base.strip() for line in lines if line.base.strip())
    marked = any(
        run.mark is not Mark.KEPT for line in lines for run in line.runs if run.text.strip()
    )
    change = ("MOD" if base and text else "SUP" if base else "ADD") if marked else ""
    return Piece(
        id=ids.unique(row_id(reference, number)),
        text=text,
        reference=reference,
        heading=cited.title if cited else "",
        base_text=(base or None) if marked else None,
        change=change,
        page=row.page,
        place=row.place,
        comments=comments_of(lines),
    )
