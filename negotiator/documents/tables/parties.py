"""Tables with a column for each party: one clause for each party and row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from negotiator.documents.extract import Piece
from negotiator.documents.manuscript import Omission
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.effects import Settled, wording
from negotiator.documents.tables.fields import Field, plain
from negotiator.documents.tables.grid import Line, Placed, Row, comments_of, notes_of
from negotiator.documents.tables.labelled import Labelled
from negotiator.documents.tables.layout import Layout
from negotiator.documents.tables.references import citation_of, row_id
from negotiator.documents.tables.result import Ids, TablePieces
from negotiator.documents.tables.row_cells import numbered
from negotiator.documents.tables.units import Unit
from negotiator.documents.tables.verdicts import is_nothing


def party_table(
    rows: Sequence[Row], headed: int, layout: Layout, first: int, ids: Ids
) -> TablePieces:
    """Return the clauses of a table of several parties; those of one row share its id.

    Args:
        rows: the rows.
        headed: how many rows at the top are headings.
        layout: the columns; some have a party.
        first: the number of the first row.
        ids: gives the ids.
    """
    reader = _Reader(layout, first, ids)
    headings = {_words(row) for row in rows[:headed]}
    for row in rows:
        if row.filled and _words(row) in headings:
            for cell in row.filled:
                reader.leave_out(row, "table heading", "says what a column holds", cell.text)
        elif row.filled:
            reader.read(row)
    reader.labelled.drop()
    parties = dict.fromkeys(column.party for column in layout.columns if column.party)
    warnings = [
        f'the column "{name}" is in no clause; name what it holds' for name in reader.unread
    ]
    return TablePieces(
        tuple(reader.pieces),
        (*reader.omitted, *reader.labelled.omitted),
        tuple(warnings),
        tuple(reader.cited),
        tuple((party, reader.empty[party]) for party in parties),
    )


class _Reader:
    """Reads rows with a column for each party."""

    def __init__(self, layout: Layout, first: int, ids: Ids) -> None:
        self.layout = layout
        self.ids = ids
        self.number = first
        self.labelled = Labelled(self._next)
        self.pieces: list[Piece] = []
        self.omitted: list[Omission] = []
        self.cited: list[tuple[str, str]] = []
        self.empty: Counter[str] = Counter()
        self.unread: dict[str, None] = {}

    def _next(self) -> int:
        self.number += 1
        return self.number - 1

    def read(self, row: Row) -> None:
        """Take one row."""
        across = row.filled[0]
        if len(row.filled) == 1 and (len(row.cells) == 1 or self.layout.crossed_by(across) > 1):
            self.labelled.feed(across.lines)
            self.labelled.close()
            for common in self.labelled.drafts:
                self._settle(row, [common])
            self.labelled.drafts.clear()
            return
        drafts = self._drafts(row)
        for column in self.layout.columns:
            if column.party and column.party not in {draft.party for draft in drafts}:
                self.empty[column.party] += 1
        self._settle(row, drafts)

    def _drafts(self, row: Row) -> list[Draft]:
        whole = Draft(self._next(), row.page, row.place, amending=False)
        drafts: list[Draft] = []
        references: list[str] = []
        headings: list[str] = []
        for cell in row.filled:
            column = self.layout.column_of(cell)
            if column is not None and column.party:
                # A cell that goes across the columns of several parties is the wording of each.
                for party in self.layout.parties_under(cell):
                    own = Draft(whole.number, row.page, row.place, party=party, amending=False)
                    own.text += cell.lines
                    own.comments, own.notes = comments_of(cell.lines), notes_of(cell.lines)
                    drafts.append(own)
            elif column is None or not self._shared(
                row, cell, column.field, whole, references, headings
            ):
                self.unread[" ".join((column.heading if column else "").split())] = None
                self.leave_out(row, "column", "its heading names nothing that is kept", cell.text)
        for draft in drafts:
            draft.base, draft.based = whole.base, bool(self.layout.has(Field.BASE))
            draft.justification = whole.justification
            draft.reference = " ".join(references) or self.labelled.reference
            draft.heading = "\n".join(filter(None, [self.labelled.heading, *headings]))
            draft.id = whole.id
        if drafts:
            self.labelled.use()
        elif references:
            self.labelled.cite(" ".join(references), "\n".join(headings))
        return drafts

    def _shared(
        self,
        row: Row,
        cell: Placed,
        field: Field | None,
        whole: Draft,
        references: list[str],
        headings: list[str],
    ) -> bool:
        texts = [line.full.strip() for line in cell.lines]
        if field is Field.REFERENCE:
            references += texts
        elif field in (Field.HEADING, Field.TOPIC):
            headings += texts
        elif field is Field.JUSTIFICATION:
            whole.justification += texts
        elif field is Field.BASE:
            whole.base += cell.lines
        elif field in (Field.ID, Field.NUMBER):
            number = numbered(cell.text)
            whole.id = number.removeprefix("row-") if field is Field.ID else number
            self.leave_out(row, "row number", "numbers the row", cell.text)
        else:
            return False
        return True

    def _settle(self, row: Row, drafts: Sequence[Draft]) -> None:
        settled = [(draft, self._clause(row, draft)) for draft in drafts]
        made = [(draft, piece) for draft, piece in settled if piece]
        if not made:
            return
        reference = next((piece.reference for _, piece in made if piece.reference), "")
        stated = next((draft.id for draft in drafts if draft.id), "")
        id = self.ids.unique(stated or row_id(reference, drafts[0].number))
        for draft, piece in made:
            self.pieces.append(replace(piece, id=id))
            self.cited += [(id, note) for note in draft.notes]

    def _clause(self, row: Row, draft: Draft) -> Piece | None:
        first = citation_of(draft.text[0].full)
        text = _unit(draft.text)
        base = _unit(draft.base) if draft.base else None
        settled = Settled()
        if text is not None and is_nothing(text.full):
            self.leave_out(row, "sign", "stands for no wording", text.full)
            self.empty[draft.party] += 1
            return None
        said, before, change = wording(draft, settled, base, text)
        self.omitted += settled.omitted
        return Piece(
            id="",
            text=said,
            reference=draft.reference or (first.reference if first else ""),
            heading=draft.heading,
            base_text=before,
            change=change,
            justification="\n".join(draft.justification),
            party=draft.party,
            page=draft.page,
            place=draft.place,
            comments=draft.comments,
        )

    def leave_out(self, row: Row, what: str, reason: str, text: str) -> None:
        """List a text as in no clause."""
        if text.strip():
            self.omitted.append(Omission(what, reason, row.page, row.place, text.strip()))


def _unit(lines: Sequence[Line]) -> Unit:
    return Unit(tuple(lines))


def _words(row: Row) -> str:
    return " | ".join(plain(cell.text) for cell in row.filled)
