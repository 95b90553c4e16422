"""Columns that the user names: what each holds, or whose wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from negotiator.documents.manuscript import Block, Table
from negotiator.documents.tables.fields import Field, field_of, plain
from negotiator.documents.tables.grid import Placed, Row, rows_of
from negotiator.documents.tables.layout import Column, Layout
from negotiator.errors import Refused

# The row of headings is one of the first rows.
ROWS_LOOKED_AT = 8
HEADINGS_SHOWN = 12
LONGEST_HEADING = 60
# Headings that name who speaks, not what: of three of them a sheet has several parties' wordings.
INSTITUTIONS = frozenset(
    (
        *("commission", "european commission", "parliament", "european parliament", "council"),
        *("presidency", "compromise", "parlement", "conseil", "parlamento", "consejo", "rat"),
    )
)
FEWEST_PARTIES = 3
_OTHER_NAMES = {
    "base": Field.BASE,
    "proposal": Field.TEXT,
    "amendment": Field.TEXT,
    "reasons": Field.JUSTIFICATION,
    "article": Field.REFERENCE,
}
# What a column may hold for all parties of a row, when the user does not name it.
_OF_THE_ROW = (Field.REFERENCE, Field.NUMBER, Field.HEADING, Field.TOPIC, Field.JUSTIFICATION)


def field_named(value: str) -> Field | None:
    """Return the field that a user names, None when it is a party."""
    word = plain(value).replace(" ", "_")
    return _OTHER_NAMES.get(word) or next((f for f in Field if f.value == word), None)


def named_layout(rows: Sequence[Row], columns: Mapping[str, str]) -> tuple[int, Layout] | None:
    """Return the row that holds the headings that the user names, and the layout it gives.

    Args:
        rows: the rows of a table.
        columns: heading -> field or party.
    """
    best: tuple[int, Layout] | None = None
    most = 0
    for i, row in enumerate(rows[:ROWS_LOOKED_AT]):
        layout = Layout(tuple(_column(cell, columns) for cell in row.cells))
        found = sum(_wanted(cell.text, columns) is not None for cell in row.cells)
        if found > most:
            best, most = (i, layout), found
    return best


def _column(cell: Placed, columns: Mapping[str, str]) -> Column:
    start, end, heading = cell.column, cell.end, cell.text
    wanted = _wanted(heading, columns)
    if wanted is None:
        field = field_of(heading)
        # Remarks beside the columns of several parties are nobody's reasons.
        parties = any(field_named(value) is None for value in columns.values())
        whose = field in _OF_THE_ROW and not (parties and field is Field.JUSTIFICATION)
        return Column(start, end, heading, field if whose else None)
    field = field_named(columns[wanted])
    return Column(start, end, heading, field, "" if field else columns[wanted])


def _wanted(heading: str, columns: Mapping[str, str]) -> str | None:
    words = plain(heading)
    return next((name for name in columns if plain(name) == words and words), None)


def refuse_unnamed_parties(blocks: Sequence[Block], file: str) -> None:
    """Refuse a sheet with a column for each of several institutions that the user does not name.

    Raises:
        Refused: naming the columns.
    """
    for block in blocks:
        if isinstance(block, Table):
            for row in rows_of(Table(block.rows[:ROWS_LOOKED_AT])):
                found = [cell.text for cell in row.filled if plain(cell.text) in INSTITUTIONS]
                if len(found) >= FEWEST_PARTIES:
                    example = ",".join(f"{heading}=…" for heading in found)
                    raise Refused(
                        f"has a column for each of several parties: {', '.join(found)}",
                        where=file,
                        remedy=f"say whose they are: --columns '{example}'",
                    )


def refuse_unknown(blocks: Sequence[Block], columns: Mapping[str, str], file: str) -> None:
    """Refuse columns that no table of the document has.

    Raises:
        Refused: naming the headings that are there.
    """
    there: dict[str, None] = {}
    for block in blocks:
        if isinstance(block, Table):
            rows = rows_of(Table(block.rows[:ROWS_LOOKED_AT]))
            found = named_layout(rows, columns)
            for row in rows if found is None else [rows[found[0]]]:
                texts = (" ".join(cell.text.split()) for cell in row.filled)
                there.update(dict.fromkeys(t for t in texts if len(t) <= LONGEST_HEADING))
    known = {plain(heading) for heading in there}
    missing = [name for name in columns if plain(name) not in known]
    if missing:
        names = ", ".join(f'"{name}"' for name in missing)
        shown = ", ".join(f'"{heading}"' for heading in list(there)[:HEADINGS_SHOWN])
        remedy = f"the headings are {shown}" if shown else "the document has no table"
        raise Refused(f"no table has the column {names}", where=file, remedy=remedy)
