"""Reads the rows of one table of amendments, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.documents.manuscript import Omission
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.fields import Field, plain
from negotiator.documents.tables.grid import Row
from negotiator.documents.tables.labelled import Labelled
from negotiator.documents.tables.layout import Layout, headed_by
from negotiator.documents.tables.references import citation_of, is_opening
from negotiator.documents.tables.row_cells import RowCells
from negotiator.documents.tables.sections import label_field

# The rows under a row of headings that settle what it leaves open.
ROWS_BELOW = 60
# A sentence that goes on has none of these before and begins in lower case.
_ENDS = (".", ";", ":", "!", "?", "。")


class RowReader:
    """Makes drafts of rows.

    Args:
        layout: which column holds what, as far as it is known before the first row.
        first: the number of the first draft.
        records: whether the table is a sheet with one row per clause.
        reference: the reference printed above the table.
        heading: the heading printed above the table.
    """

    def __init__(
        self, layout: Layout, first: int, *, records: bool, reference: str = "", heading: str = ""
    ) -> None:
        self.layout = layout
        self.records = records
        self.next = first
        self.labelled = Labelled(self._number)
        self.labelled.reference = reference
        self.labelled.heading = heading
        self.headings: set[str] = set()
        self.unread: dict[str, None] = {}
        self.page = ""

    @property
    def drafts(self) -> list[Draft]:
        """Return what the rows say so far."""
        return self.labelled.drafts

    def _number(self) -> int:
        self.next += 1
        return self.next - 1

    def read(self, rows: Sequence[Row], *, headed: int = 0) -> None:
        """Read rows; the first `headed` are rows of headings."""
        for i, row in enumerate(rows):
            if not row.filled:
                continue
            if i < headed:
                self._heading_row(row)
                continue
            layout = (
                None
                if self.records
                else headed_by(row, rows[i + 1 : i + ROWS_BELOW], records=False)
            )
            if layout is not None or _words(row) in self.headings:
                self.layout = layout or self.layout
                self._heading_row(row)
            elif self._goes_across(row):
                self._across(row)
            else:
                self._row(row)
            self.page = row.page or self.page
        self.labelled.close()
        self.labelled.drop()

    def _heading_row(self, row: Row) -> None:
        self.labelled.close()
        self.headings.add(_words(row))
        for cell in row.filled:
            cited = citation_of(cell.text)
            if cited and not self.records:
                self.labelled.cite(cited.reference, cited.title, new=cited.new)
                self._leave_out(row, "amendment number", "numbers the proposal", cited.before)
            else:
                self._leave_out(row, "table heading", "says what a column holds", cell.text)

    def _goes_across(self, row: Row) -> bool:
        if self.records or len(row.filled) != 1:
            return False
        cell = row.filled[0]
        if self.layout.crossed_by(cell) > 1 or len(row.cells) == 1:
            return True
        lines = cell.lines
        first = lines[0].full
        return cell.column == 0 and (
            citation_of(first) is not None or is_opening(first) or label_field(first) is not None
        )

    def _across(self, row: Row) -> None:
        lines = row.filled[0].lines
        first = citation_of(lines[0].full)
        column = self.layout.column_of(row.filled[0])
        if len(lines) > 1 and first and column and self.layout.crossed_by(row.filled[0]) == 1:
            self._row(row)
            return
        self.labelled.feed(lines)
        if self.labelled.pending is None:
            self.labelled.close()

    def _row(self, row: Row) -> None:
        first = row.filled[0]
        if len(row.filled) > 1 and label_field(first.text) is Field.JUSTIFICATION:
            self._leave_out(row, "table heading", "says what follows", first.text)
            self.labelled.label(Field.JUSTIFICATION)
            for cell in row.filled[1:]:
                self.labelled.feed(cell.lines, headings=False)
            return
        self.labelled.close()
        cells = RowCells(row, self.layout, records=self.records)
        draft = cells.draft(self.labelled)
        self.labelled.omitted += cells.omitted
        self.unread.update(cells.unread)
        before = self.drafts[-1] if self.drafts else None
        if before and self._adds(row, before, cells, draft):
            before.base += draft.base
            before.text += draft.text
            before.justification += draft.justification
            before.comments += draft.comments
            before.notes += draft.notes
        elif draft.worded:
            self.labelled.use()
            draft.number = self._number()
            self.drafts.append(draft)
        else:
            self._without_wording(row, draft)

    def _without_wording(self, row: Row, draft: Draft) -> None:
        if draft.reference:
            self.labelled.use()
            self.labelled.cite(draft.reference, draft.heading, new=draft.new)
        elif draft.heading:
            self.labelled.use()
            self.labelled.drop()
            self.labelled.head(draft.heading)
        for reason in draft.justification:
            self._leave_out(row, "justification", "belongs to no amendment", reason)
        for said in (draft.id, draft.party, draft.language):
            self._leave_out(row, "mark of the row", "stands beside no wording", said)

    def _adds(self, row: Row, before: Draft, cells: RowCells, draft: Draft) -> bool:
        """Tell whether a row goes on with the one before: reasons alone, or half a sentence."""
        own = cells.references or cells.headings or draft.id or draft.party or self.labelled.fresh
        if own or self.records:
            return False
        if not draft.worded:
            return bool(draft.justification)
        # A row that a page break cuts in two goes on in the middle of a sentence.
        if not row.page or row.page == self.page:
            return False
        halves = ((before.base, draft.base), (before.text, draft.text))
        return any(old and new and _goes_on(old[-1].full, new[0].full) for old, new in halves)

    def _leave_out(self, row: Row, what: str, reason: str, text: str) -> None:
        if text.strip():
            one = Omission(what, reason, row.page, row.place, text.strip())
            self.labelled.omitted.append(one)


def _goes_on(before: str, after: str) -> bool:
    return after.lstrip()[:1].islower() and not before.rstrip().endswith(_ENDS)


def _words(row: Row) -> str:
    return " | ".join(plain(cell.text) for cell in row.filled)
