"""Finds the tables of amendments among the blocks of a document and reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from negotiator.documents.extract import Grain
from negotiator.documents.manuscript import Block, Omission, Paragraph, Table, Wishes
from negotiator.documents.tables.context import Closing, Opening, closing_of, opening_of
from negotiator.documents.tables.drafts import Draft
from negotiator.documents.tables.grid import Row, rows_of, width_of
from negotiator.documents.tables.labelled import Labelled
from negotiator.documents.tables.layout import Layout, guessed, headed_by
from negotiator.documents.tables.named import (
    field_named,
    named_layout,
    refuse_unknown,
    refuse_unnamed_parties,
)
from negotiator.documents.tables.parties import party_table
from negotiator.documents.tables.plain_rows import flowing, plain_table
from negotiator.documents.tables.prose import Passage, argues, passage_at, read_passage
from negotiator.documents.tables.result import Ids, TablePieces, settled, with_margins
from negotiator.documents.tables.rows import RowReader
from negotiator.documents.tables.stacked import is_stacked, read_stacked

# Headings stand in one of the first rows, under a title and a reference.
ROWS_LOOKED_AT = 5
NO_HEADINGS = (
    "no row of headings says which column holds what; each row is read as one clause, or name the"
    " columns with --columns"
)


def read_tables(
    blocks: Sequence[Block],
    wishes: Wishes,
    grain: Grain = Grain.PARAGRAPHS,
    *,
    records: bool = False,
    file: str = "",
) -> list[Paragraph | TablePieces]:
    """Return the blocks of a document with each table read into clauses.

    Paragraphs that belong to a table of amendments (the reference above it, the justification
    under it) go into its clauses; all others stay as they are. The paragraphs of a table that only
    lays out a page take its place.

    Args:
        blocks: of one document, in reading order.
        wishes: how it should be read; `columns` says which column holds what.
        grain: with `articles`, a row is one clause; otherwise each numbered paragraph and point in
            it is one.
        records: whether the tables are sheets with one row per clause.
        file: for messages.

    Raises:
        Refused: for a column that no table has.
    """
    if wishes.columns:
        refuse_unknown(blocks, wishes.columns, file)
    elif records:
        refuse_unnamed_parties(blocks, file)
    reading = _Reading(
        wishes, by_number=grain is not Grain.ARTICLES and not records, records=records
    )
    arguing = not records and not reading.parties and argues(blocks)
    done: list[Paragraph | TablePieces] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if isinstance(block, Paragraph):
            passage = passage_at(blocks, at - 1) if arguing else None
            if passage is None:
                done.append(block)
            else:
                found = reading.passage(blocks, passage)
                done.append(with_margins(found, _paragraphs(blocks[at - 1 : passage.end])))
                at = passage.end
            continue
        rows = rows_of(block)
        flow = None if records or is_stacked(rows) else flowing(rows)
        if flow is not None:
            done += flow
            continue
        opening = Opening() if reading.parties else opening_of(done)
        closing = Closing() if reading.parties else closing_of(blocks[at:])
        read = reading.amendments(block, rows, opening, closing)
        if read is None:
            done.append(with_margins(reading.data(rows), _paragraphs([block])))
            continue
        above = done[len(done) - opening.taken :]
        del done[len(done) - opening.taken :]
        around = [*above, block, *blocks[at : at + closing.taken]]
        done.append(with_margins(read, _paragraphs(around)))
        at += closing.taken
    return done


def _paragraphs(blocks: Sequence[Block | TablePieces]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row)
            yield from (paragraph for cell in cells for paragraph in cell.paragraphs)


def pieces_of(
    table: Table, wishes: Wishes, grain: Grain = Grain.PARAGRAPHS, *, records: bool = False
) -> TablePieces | None:
    """Return the clauses of one table of amendments or of clauses, None when it is neither.

    Args and errors as for `read_tables`.
    """
    if wishes.columns:
        refuse_unknown([table], wishes.columns, "")
    reading = _Reading(
        wishes, by_number=grain is not Grain.ARTICLES and not records, records=records
    )
    return reading.amendments(table, rows_of(table), Opening(), Closing())


class _Reading:
    """What one table tells about the next: the layout, the numbers of rows, the ids taken."""

    def __init__(self, wishes: Wishes, *, by_number: bool, records: bool) -> None:
        self.wishes = wishes
        self.by_number = by_number
        self.records = records
        self.parties = any(field_named(value) is None for value in wishes.columns.values())
        self.ids = Ids()
        self.next = 1
        self.before: tuple[int, Layout] | None = None

    def data(self, rows: Sequence[Row]) -> TablePieces:
        """Return the rows of a table that holds no amendments."""
        found = plain_table(rows, self.next, self.ids)
        self.next += len(found.pieces)
        return replace(found, warnings=(NO_HEADINGS,)) if self.records else found

    def passage(self, blocks: Sequence[Block], passage: Passage) -> TablePieces:
        """Return the clauses of amendments printed without a table."""
        labelled = Labelled(self._number)
        read_passage(blocks, passage, labelled)
        return settled(labelled.drafts, labelled.omitted, self.ids, by_number=self.by_number)

    def amendments(
        self, table: Table, rows: Sequence[Row], opening: Opening, closing: Closing
    ) -> TablePieces | None:
        """Return the clauses of a table with what stands around it, None when it holds none."""
        if self.wishes.columns:
            return self._named(table, rows, opening, closing)
        if not self.records and is_stacked(rows):
            return self._stacked(table, rows, opening, closing)
        layout, headed = self._layout(table, rows)
        if layout is None:
            return None
        if not self.records:
            self.before = (width_of(rows), layout)
        return self._by_rows(table, rows, layout, headed, opening, closing)

    def _layout(self, table: Table, rows: Sequence[Row]) -> tuple[Layout | None, int]:
        filled = [row for row in rows if row.filled]
        for row in filled[:ROWS_LOOKED_AT]:
            body = [other for other in rows if other.number > row.number]
            found = headed_by(row, body, records=self.records)
            if found is not None:
                return found, row.number if self.records else 0
        if self.records:
            return None, 0
        found = guessed(rows)
        if found is None and self.before and self.before[0] == width_of(rows) and not table.headed:
            found = self.before[1] if _alike(rows, self.before[1]) else None
        return found, 0

    def _named(
        self, table: Table, rows: Sequence[Row], opening: Opening, closing: Closing
    ) -> TablePieces | None:
        named = named_layout(rows, self.wishes.columns)
        if named is None:
            return None
        at, layout = named
        if any(column.party for column in layout.columns):
            found = party_table(rows, at + 1, layout, self.next, self.ids)
            self.next += len(rows)
            return found
        return self._by_rows(table, rows, layout, at + 1, opening, closing)

    def _stacked(
        self, table: Table, rows: Sequence[Row], opening: Opening, closing: Closing
    ) -> TablePieces | None:
        labelled = Labelled(self._number)
        labelled.cite(opening.reference, opening.heading, new=opening.new)
        read_stacked(rows, labelled)
        return self._settled(table, labelled.drafts, labelled.omitted, opening, closing)

    def _by_rows(
        self,
        table: Table,
        rows: Sequence[Row],
        layout: Layout,
        headed: int,
        opening: Opening,
        closing: Closing,
    ) -> TablePieces | None:
        reader = RowReader(layout, self.next, records=self.records)
        reader.labelled.cite(opening.reference, opening.heading, new=opening.new)
        reader.read(rows, headed=headed)
        self.next = reader.next
        labelled = reader.labelled
        return self._settled(
            table, labelled.drafts, labelled.omitted, opening, closing, list(reader.unread)
        )

    def _settled(
        self,
        table: Table,
        drafts: list[Draft],
        omitted: list[Omission],
        opening: Opening,
        closing: Closing,
        unread: Sequence[str] = (),
    ) -> TablePieces | None:
        if not drafts:
            closing.taken = opening.taken = 0
            return TablePieces((), tuple(omitted))
        drafts[-1].justification += closing.reasons
        drafts[-1].notes += tuple(closing.notes)
        return settled(
            drafts,
            [*opening.omitted, *omitted, *closing.omitted],
            self.ids,
            by_number=self.by_number,
            unread=unread,
            place=table.place,
        )

    def _number(self) -> int:
        self.next += 1
        return self.next - 1


def _alike(rows: Sequence[Row], layout: Layout) -> bool:
    shape = [(column.start, column.end) for column in layout.columns]
    return any([(c.column, c.end) for c in row.cells] == shape for row in rows)
