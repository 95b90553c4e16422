"""Sheets with one row per clause: where their row of headings is."""

from __future__ import annotations

from dataclasses import replace

from negotiator.documents.manuscript import Table
from negotiator.documents.tables.grid import rows_of
from negotiator.documents.tables.layout import headed_by

# The row of headings is one of the first; a title and a note may stand above it.
ROWS_LOOKED_AT = 5
ROWS_BELOW = 50


def with_headings(table: Table) -> Table:
    """Return a table with its rows of headings counted, when one of the first rows is such."""
    rows = rows_of(Table(table.rows[: ROWS_LOOKED_AT + ROWS_BELOW]))
    for i, row in enumerate(rows[:ROWS_LOOKED_AT]):
        if row.filled and headed_by(row, rows[i + 1 :], records=True) is not None:
            return replace(table, headed=row.number)
    return table
