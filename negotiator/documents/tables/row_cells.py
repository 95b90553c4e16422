"""What the cells of one row of a table say, column by column."""

from __future__ import annotations

from negotiator.documents.manuscript import Omission
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.fields import Field, field_of, plain
from negotiator.documents.tables.grid import Line, Placed, Row, comments_of, notes_of
from negotiator.documents.tables.labelled import Labelled
from negotiator.documents.tables.layout import Column, Layout
from negotiator.documents.tables.references import citation_of, is_opening, row_id

_PLAIN_FIELDS = (Field.ID, Field.LANGUAGE, Field.PARTY, Field.CHANGE)


class RowCells:
    """Reads the cells of one row.

    Args:
        row: the row.
        layout: which column holds what.
        records: whether the table is a sheet with one row per clause.
    """

    def __init__(self, row: Row, layout: Layout, *, records: bool) -> None:
        self.row = row
        self.layout = layout
        self.records = records
        self.references: list[str] = []
        self.headings: list[str] = []
        self.omitted: list[Omission] = []
        self.unread: dict[str, None] = {}

    def draft(self, known: Labelled) -> Draft:
        """Return what the row says; `known` has the reference and the heading above it."""
        draft = Draft(
            0,
            self.row.page,
            self.row.place,
            based=self.layout.has(Field.BASE),
            amending=self.layout.amending,
        )
        for cell in (*self.row.cells, *self.row.from_above):
            column = self.layout.column_of(cell)
            if cell.lines and column is not None:
                self._cell(draft, cell, column)
            else:
                self._unread(cell, column)
        draft.reference = " ".join(self.references) or known.reference
        draft.new = draft.new or (known.new and not self.references)
        above = [known.heading]
        if plain(known.reference) != plain(draft.reference):
            above.insert(0, known.reference)
        draft.heading = "\n".join(dict.fromkeys(filter(None, [*above, *self.headings])))
        if draft.reference and draft.id.startswith("row-"):
            draft.id = ""
        lines = tuple(line for cell in self.row.cells for line in cell.lines)
        draft.comments = comments_of(lines)
        draft.notes = notes_of(lines)
        return draft

    def _cell(self, draft: Draft, cell: Placed, column: Column) -> None:
        field = column.field
        if field is Field.BASE:
            draft.base += cell.lines
        elif field is Field.TEXT:
            draft.text += cell.lines
        elif field is Field.JUSTIFICATION:
            draft.justification += [line.full.strip() for line in cell.lines]
        elif field is Field.REFERENCE:
            self._reference(draft, cell.lines)
        elif field in (Field.HEADING, Field.TOPIC):
            self.headings += [line.full.strip() for line in cell.lines]
        elif field in _PLAIN_FIELDS:
            said = " ".join((getattr(draft, field.value), *cell.text.split())).strip()
            setattr(draft, field.value, said)
            if field is Field.CHANGE:
                self._leave_out("kind of change", "is kept as such", cell.text)
        elif field is Field.NUMBER:
            draft.id = draft.id or numbered(cell.text)
            self._leave_out("row number", "numbers the row", cell.text)
        else:
            self._unread(cell, column)

    def _reference(self, draft: Draft, lines: tuple[Line, ...]) -> None:
        for line in lines:
            text = line.full.strip()
            cited = citation_of(text)
            if cited:
                self.references.append(cited.reference)
                self.headings += [cited.title] if cited.title else []
                draft.new = draft.new or cited.new
                self._leave_out("amendment number", "numbers the proposal", cited.before)
            elif is_opening(text) or field_of(text) is Field.NUMBER:
                self._leave_out("amendment number", "numbers the proposal", text)
            elif self.references and len(text.split()) > 1:
                self.headings.append(text)
            else:
                self.references.append(text)

    def _unread(self, cell: Placed, column: Column | None) -> None:
        if cell.lines:
            heading = " ".join(column.heading.split()) if column else ""
            self.unread[heading or "(without heading)"] = None
            self._leave_out("column", "its heading names nothing that is kept", cell.text)

    def _leave_out(self, what: str, reason: str, text: str) -> None:
        if text.strip():
            place = self.row.place
            self.omitted.append(Omission(what, reason, self.row.page, place, text.strip()))


def numbered(text: str) -> str:
    """Return the id of a row by the number that is printed on it, empty when that is none."""
    number = row_id(plain(text).replace(" ", "."), 0)
    return "" if number == "row-0" else f"row-{number}"
