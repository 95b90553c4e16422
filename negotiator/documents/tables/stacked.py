"""Tables that print base text, proposal and reasons one under the other, each with its label."""

from __future__ import annotations

from collections.abc import Sequence

from negotiator.documents.tables.fields import LONGEST_HEADING, Field, certain, field_of
from negotiator.documents.tables.grid import Placed, Row
from negotiator.documents.tables.labelled import Labelled
from negotiator.documents.tables.sections import after_label, label_field

MOSTLY = 0.6
_WORDED = (Field.BASE, Field.TEXT)


def is_stacked(rows: Sequence[Row]) -> bool:
    """Tell whether a table prints its fields one under the other.

    Either its first column holds the labels, or cells that go across it do.
    """
    filled = [row for row in rows if row.filled]
    beside = [_row_label(row) for row in filled]
    found = {field for field in beside if field}
    labelled = sum(field is not None for field in beside)
    if len(found) > 1 and found & set(_WORDED) and labelled >= MOSTLY * len(filled):
        return True
    if any(len(row.filled) > 1 for row in filled):
        return False
    lines = [line for row in filled for line in row.filled[0].lines]
    labels = {label_field(line.full) for line in lines}
    labels |= {inline[0] for line in lines if (inline := after_label(line))}
    return bool(labels & set(_WORDED)) and len(labels - {None}) > 1


def _row_label(row: Row) -> Field | None:
    if len(row.filled) != 2 or row.filled[0].column:
        return None
    return _label(row.filled[0])


def _label(cell: Placed) -> Field | None:
    if len(cell.text) > LONGEST_HEADING:
        return None
    field = field_of(cell.text)
    if field in (Field.REFERENCE, Field.JUSTIFICATION) or certain(cell.text):
        return field
    return label_field(cell.text)


def read_stacked(rows: Sequence[Row], labelled: Labelled) -> None:
    """Read such a table."""
    for row in rows:
        cells = row.filled
        field = _row_label(row)
        if field is None:
            for cell in cells:
                labelled.feed(cell.lines)
            continue
        for line in cells[0].lines:
            labelled.leave_out(line, "table heading", "says what stands beside it")
        if field is Field.REFERENCE:
            labelled.cite(" ".join(line.full.strip() for line in cells[1].lines))
        else:
            labelled.label(field)
            labelled.feed(cells[1].lines, headings=False)
    labelled.close()
    labelled.drop()
